"""What is served beside Slack, each on a port of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import Thread
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

from prometheus_client.exposition import ThreadingWSGIServer

StartResponse = Callable[..., Any]
Answer = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]


class _QuietHandler(WSGIRequestHandler):
    timeout = 30
    """Seconds for a request to be told."""

    def log_message(self, *_: object) -> None:
        """Probes come every few seconds and say nothing, and a calendar's path holds a token."""


class SideServer:
    """Answers with ``answer``, a WSGI application, in threads of its own."""

    def __init__(self, host: str, port: int, answer: Answer, name: str) -> None:
        """Listen at once. Raises OSError when the port is taken."""
        self._server = make_server(
            host, port, answer, ThreadingWSGIServer, handler_class=_QuietHandler
        )
        self._thread = Thread(target=self._server.serve_forever, name=name, daemon=True)

    @property
    def port(self) -> int:
        """The port, also where 0 asked for any."""
        return self._server.server_port

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def stop(self) -> None:
        """Let go of the port."""
        self._server.shutdown()
        self._server.server_close()
