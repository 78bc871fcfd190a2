"""The index that answers, opened again when another one has been published."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from time import monotonic

from bot.services.asking import Asking
from knowledge.conversation import FollowUps
from knowledge.errors import PolicylotsenError
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


class IndexInUse:
    """Gives the published generation, opened once. Safe to share between threads."""

    def __init__(
        self,
        published: Callable[[], str | None],
        opened: Callable[[], OpenIndex],
        seconds: Callable[[], float] = monotonic,
    ) -> None:
        """``published`` names the generation that is current now, quickly; ``opened`` opens it;
        ``seconds`` is a clock that only goes forward.
        """
        self._seconds = seconds
        self._published = published
        self._opened = opened
        self._lock = Lock()
        self._open: OpenIndex | None = None
        self._not_before = 0.0

    def get(self) -> OpenIndex:
        """The published generation; the one before as long as the new one cannot be opened.

        Raises IndexMissing, IndexMismatch, ModelUnavailable and StoreUnavailable when there is
        none before.
        """
        with self._lock:
            if self._open is None:
                self._open = self._opened()
            elif self._open.generation != self._published():
                self._open = self._renewed(self._open)
            return self._open

    def _renewed(self, before: OpenIndex) -> OpenIndex:
        if self._seconds() < self._not_before:
            return before
        try:
            return self._opened()
        except PolicylotsenError:
            _log.exception("the new index cannot be opened; %s is used on", before.generation)
            self._not_before = self._seconds() + PAUSE
            return before
