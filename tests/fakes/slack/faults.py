"""What can go wrong between an app and Slack's Web API."""

from __future__ import annotations

import random
import threading
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(frozen=True)
class Fault:
    """Made by the functions below; ``carried_out``: whether the call takes effect all the same."""

    kind: Literal["answer", "hold", "drop", "error", "late"]
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


def server_error(status: int = 503, *, carried_out: bool = False) -> Fault:
    """An error of Slack's own front, which is no JSON."""
    return Fault("answer", status, {}, "upstream connect error", carried_out=carried_out)


def late(seconds: float) -> Fault:
    """It takes effect so much later, also where nobody waits for the answer any more."""
    return Fault("late", seconds=seconds)


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
        self._chances: dict[str, tuple[random.Random, Sequence[Fault | None]]] = {}

    def add(self, method: str, fault: Fault, times: int) -> None:
        with self._lock:
            self._coming[method].extend([fault] * times)

    def at_random(self, method: str, chance: random.Random, kinds: Sequence[Fault | None]) -> None:
        """Each call of the method meets one of these, unless another is to come."""
        with self._lock:
            self._chances[method] = (chance, kinds)

    def next(self, method: str) -> Fault | None:
        with self._lock:
            coming = self._coming[method]
            if coming:
                return coming.popleft()
            chance, kinds = self._chances.get(method, (None, ()))
            return chance.choice(kinds) if chance else None

    def clear(self) -> None:
        with self._lock:
            self._coming.clear()
            self._chances.clear()
