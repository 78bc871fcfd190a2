"""What can go wrong between an app and Slack's Web API."""

from __future__ import annotations

import threading
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(frozen=True)
class Fault:
    """Made by the functions below; ``carried_out``: whether the call takes effect all the same."""

    kind: Literal["answer", "hold", "drop", "error"]
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: dict[str, Any] | str = ""
    seconds: float = 0.0
    carried_out: bool = False


def rate_limited(retry_after: int = 1, *, body: bool = True) -> Fault:
    """429 with ``Retry-After`` in seconds; some of Slack's come without a JSON body.

    https://docs.slack.dev/apis/web-api/rate-limits/
    """
    answer: dict[str, Any] | str = {"ok": False, "error": "ratelimited"} if body else ""
    return Fault("answer", 429, {"Retry-After": str(retry_after)}, answer)


def server_error(status: int = 503) -> Fault:
    """An error of Slack's own front, which is no JSON."""
    return Fault("answer", status, {}, "upstream connect error")


def timeout(seconds: float, *, carried_out: bool = False) -> Fault:
    """The connection is held so long before anything is answered, and then closed."""
    return Fault("hold", seconds=seconds, carried_out=carried_out)


def dropped(*, carried_out: bool) -> Fault:
    """The connection breaks before, or after, the call has taken effect: result unknown."""
    return Fault("drop", carried_out=carried_out)


def api_error(code: str, **more: Any) -> Fault:
    """200 with ``ok: false``, the error's code and further keys of the answer."""
    return Fault("error", body={"ok": False, "error": code, **more})


class Faults:
    """The faults to come, by method and in order."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._coming: defaultdict[str, deque[Fault]] = defaultdict(deque)

    def add(self, method: str, fault: Fault, times: int) -> None:
        with self._lock:
            self._coming[method].extend([fault] * times)

    def next(self, method: str) -> Fault | None:
        with self._lock:
            coming = self._coming[method]
            return coming.popleft() if coming else None

    def clear(self) -> None:
        with self._lock:
            self._coming.clear()
