"""The index that answers, opened again when another one has been published."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock, Thread
from time import monotonic

from bot.services.asking import Asking
from knowledge.conversation import FollowUps
from knowledge.ports import Catalog

_log = logging.getLogger(__name__)

PAUSE = 60.0
"""Seconds before a new index that could not be opened is tried again: people are waiting."""


@dataclass(frozen=True)
class OpenIndex:
    """One generation of the index, open: ``generation`` is its name."""

    generation: str
    asking: Asking
    follow_ups: FollowUps
    catalog: Catalog


def beside(work: Callable[[], None]) -> None:
    """Do it in a thread of its own."""
    Thread(target=work, name="index", daemon=True).start()


class IndexInUse:
    """Gives the published generation, opened once. Safe to share between threads."""

    def __init__(
        self,
        published: Callable[[], str | None],
        opened: Callable[[], OpenIndex],
        seconds: Callable[[], float] = monotonic,
        begin: Callable[[Callable[[], None]], None] = beside,
    ) -> None:
        """``published`` names the generation that is current now, quickly; ``opened`` opens it;
        ``seconds`` is a clock that only goes forward; ``begin`` has the opening of a new one done
        while the one before is used on.
        """
        self._seconds = seconds
        self._published = published
        self._opened = opened
        self._begin = begin
        self._lock = Lock()
        self._open: OpenIndex | None = None
        self._is_opening = False
        self._not_before = 0.0

    def get(self) -> OpenIndex:
        """The published generation; the one before until the new one is open. Only the first call
        waits for that: Slack has its acknowledgement after some of these.

        Raises IndexMissing, IndexMismatch, ModelUnavailable and StoreUnavailable when there is
        none before.
        """
        with self._lock:
            if self._open is None:
                self._open = self._opened()
            before = self._open
            if self._is_opening or before.generation == self._published():
                return before
            if self._seconds() < self._not_before:
                return before
            self._is_opening = True
        self._begin(lambda: self._renew(before))
        return self._open

    def _renew(self, before: OpenIndex) -> None:
        try:
            self._open = self._opened()
        except Exception:  # noqa: BLE001 - whatever is wrong with the new one, the old one answers
            _log.exception("the new index cannot be opened; %s is used on", before.generation)
            self._not_before = self._seconds() + PAUSE
        finally:
            self._is_opening = False
