"""A thread with an event loop of its own that serves an application on this machine."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

from aiohttp import web

T = TypeVar("T")

#: Seconds that a request may go on when the server stops.
_GRACE = 0.01


class Hosting:
    """Started and stopped any number of times, on the port of the first time."""

    def __init__(
        self,
        application: Callable[[], web.Application],
        on_start: Callable[[], None],
        on_stop: Callable[[], Awaitable[None]],
    ) -> None:
        self._application = application
        self._on_start = on_start
        self._on_stop = on_stop
        self._port = 0
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._stopping = asyncio.Event()
        self._problem: BaseException | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        """Returns when the server answers; raises what kept it from starting."""
        started = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(started,), daemon=True)
        self._thread.start()
        started.wait(10)
        if self._loop is None:
            raise RuntimeError("the server did not start") from self._problem

    def stop(self) -> None:
        """Returns when the port is closed."""
        if self._loop is None or self._thread is None:
            return
        self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join(10)
        self._loop = self._thread = None

    def run(self, doing: Coroutine[Any, Any, T]) -> T:
        """The result of a coroutine in the server's loop; raises RuntimeError when it is down."""
        if self._loop is None:
            doing.close()
            raise RuntimeError("Slack is down")
        return asyncio.run_coroutine_threadsafe(doing, self._loop).result(10)

    def _run(self, started: threading.Event) -> None:
        try:
            asyncio.run(self._serve(started))
        except OSError as problem:
            self._problem = problem
            started.set()

    async def _serve(self, started: threading.Event) -> None:
        self._stopping = asyncio.Event()
        runner = web.AppRunner(self._application(), shutdown_timeout=_GRACE, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", self._port, reuse_address=True).start()
        self._port = runner.addresses[0][1]
        self._on_start()
        self._loop = asyncio.get_running_loop()
        started.set()
        await self._stopping.wait()
        await self._on_stop()
        await runner.cleanup()
