"""How long to wait with what did not work: longer each time, and never all at once."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from random import Random
from threading import Lock

FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=2), timedelta(minutes=15)

_DOUBLINGS = 10
"""Enough to reach the longest pause; more would only make large numbers."""

Steady = Callable[[], float]
"""Seconds that only grow, whatever anybody sets a clock to."""


def steady_seconds() -> float:
    """Seconds since the machine started. Where the system can tell, those in which it slept count:
    for everybody else they have passed (clock_gettime(2), CLOCK_BOOTTIME).
    """
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


def back_off(failures: int, chance: Random) -> timedelta:
    """How long to wait after so many failures in a row, from 1: twice as long each time, half of
    it by chance.
    """
    doublings = min(max(failures, 1) - 1, _DOUBLINGS)
    return min(FIRST_PAUSE * (1 << doublings), LONGEST_PAUSE) * chance.uniform(0.5, 1)


class Brake:
    """Holds back all threads that use a way while it takes nothing."""

    def __init__(self, steady: Steady, chance: Random) -> None:
        self._steady = steady
        self._chance = chance
        self._lock = Lock()
        self._failures = 0
        self._until = float("-inf")

    def press(self, pause: timedelta | None = None) -> None:
        """It took nothing: wait for the ``pause`` that it asked for, or longer each time."""
        with self._lock:
            self._failures += 1
            waited = back_off(self._failures, self._chance) if pause is None else pause
            self._until = max(self._until, self._steady() + waited.total_seconds())

    def release(self) -> None:
        """It took something."""
        with self._lock:
            self._failures = 0

    @property
    def is_on(self) -> bool:
        """Whether to wait."""
        with self._lock:
            return self._steady() < self._until
