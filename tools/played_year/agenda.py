"""What somebody is going to do, and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from heapq import heappop, heappush
from itertools import count

Act = Callable[[], None]


class Agenda:
    """Acts in the order of their moments; those of one moment in the order they were added."""

    def __init__(self) -> None:
        self._acts: list[tuple[datetime, int, Act]] = []
        self._numbers = count()

    def add(self, at: datetime, act: Act) -> None:
        """Have something done."""
        heappush(self._acts, (at, next(self._numbers), act))

    def next_at(self) -> datetime | None:
        """When the next is to be done; None if there is nothing left."""
        return self._acts[0][0] if self._acts else None

    def do_until(self, now: datetime) -> None:
        """Do what is to be done by now, also what is added by that."""
        while self._acts and self._acts[0][0] <= now:
            heappop(self._acts)[2]()
