"""Removing occurrences of broadcasts that have been kept long enough (gallring)."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date, datetime, time

from bot.domain.days import swedish_day
from bot.domain.reminders.working_time import in_utc
from bot.services.activities.keeping import kept_from
from bot.services.reminders.ports import BroadcastBook

_log = logging.getLogger(__name__)


class BroadcastKeeping:
    """Keeps occurrences, with who got them and what they answered, for ``years`` whole calendar
    years after the one in which they were due, as activities are; None keeps them for good.
    """

    def __init__(self, book: BroadcastBook, years: int | None, now: Callable[[], datetime]) -> None:
        self._book = book
        self._years = years
        self._now = now
        self._done_on: date | None = None

    def count_old(self) -> int | None:
        """How many are old enough to be removed; None where all are kept. Raises
        StorageUnavailable.
        """
        return None if self._years is None else self._book.count_before(self._before(self._years))

    def forget_old(self) -> int:
        """Remove those that are old enough; how many. Done once a day, however often it is called.
        Raises StorageUnavailable.
        """
        today = swedish_day(self._now())
        if self._years is None or self._done_on == today:
            return 0
        gone = self._book.forget(self._before(self._years))
        self._done_on = today
        if gone:
            _log.info("%d occurrences of broadcasts were old enough to be removed", gone)
        return gone

    def _before(self, years: int) -> datetime:
        first = kept_from(swedish_day(self._now()), years)
        return in_utc(datetime.combine(first, time()))
