"""/healthz, /readyz and /metrics on a port of their own."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from prometheus_client import CollectorRegistry, make_wsgi_app

from bot.channels.slack.side_server import SideServer, StartResponse

_log = logging.getLogger(__name__)

Checks = Mapping[str, Callable[[], bool]]


class HealthServer(SideServer):
    """Answers 200 as long as all ``alive`` (``/healthz``), or all ``ready`` (``/readyz``), checks
    hold, else 503; either way with a line for each check.
    """

    def __init__(
        self, host: str, port: int, alive: Checks, ready: Checks, registry: CollectorRegistry
    ) -> None:
        """Listen at once. Raises OSError when the port is taken."""
        self._pages: Mapping[str, Checks] = {"/healthz": alive, "/readyz": ready}
        self._metrics = make_wsgi_app(registry)
        super().__init__(host, port, self._answer, "health")

    def _answer(self, environ: dict[str, Any], start: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if path == "/metrics":
            page: Iterable[bytes] = self._metrics(environ, start)
            return page
        if path not in self._pages:
            start("404 Not Found", [("Content-Type", "text/plain")])
            return [b"not found\n"]
        results = {name: _holds(name, check) for name, check in self._pages[path].items()}
        status = "200 OK" if all(results.values()) else "503 Service Unavailable"
        start(status, [("Content-Type", "text/plain; charset=utf-8")])
        lines = (f"{name}: {'ok' if holds else 'failed'}\n" for name, holds in results.items())
        return ["".join(lines).encode()]


def _holds(name: str, check: Callable[[], bool]) -> bool:
    try:
        return check()
    except Exception as error:  # noqa: BLE001 - a check that breaks does not hold
        _log.warning("check %s: %s", name, type(error).__name__)
        return False
