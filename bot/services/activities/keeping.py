"""Removing activities that have been kept long enough (gallring)."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date, datetime

from bot.services.activities.ports import ActivityBook, Query

_log = logging.getLogger(__name__)


class Keeping:
    """Keeps activities for ``years`` whole calendar years after the one in which they ended; None
    keeps them for good, as are those that still run.
    """

    def __init__(self, book: ActivityBook, years: int | None, now: Callable[[], datetime]) -> None:
        self._book = book
        self._years = years
        self._now = now
        self._done_on: date | None = None

    def old(self) -> Query | None:
        """Which are old enough to be removed; None where all are kept."""
        if self._years is None:
            return None
        return Query(ended_before=kept_from(self._now().date(), self._years))

    def forget_old(self) -> int:
        """Remove those that are old enough, with their history; how many. Done once a day, however
        often it is called. Raises StorageUnavailable.
        """
        today = self._now().date()
        if self._years is None or self._done_on == today:
            return 0
        gone = self._book.forget(kept_from(today, self._years))
        self._done_on = today
        if gone:
            _log.info("%d activities were old enough to be removed", gone)
        return gone


def kept_from(today: date, years: int) -> date:
    """The first day on which an activity may have ended and still be kept.

    >>> str(kept_from(date(2026, 11, 22), 5))
    '2021-01-01'
    """
    return date(max(today.year - years, date.min.year), 1, 1)
