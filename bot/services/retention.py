"""Forgetting what has been kept long enough."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from bot.domain.activities.activity import Activity
from bot.services.activities.keeping import Keeping
from bot.services.ports import Storage
from bot.services.reminders.keeping import BroadcastKeeping
from knowledge.model import Value

_log = logging.getLogger(__name__)

DELIVERIES = timedelta(days=7)
"""How long the keys of deliveries are kept: Slack delivers again within hours."""


class Kept(NamedTuple):
    """How long questions are kept, and activities and broadcasts: ``Keeping`` says what its years
    are.
    """

    questions: timedelta
    activity_years: int | None = None


class Overdue(Value):
    """How much has been kept long enough. ``activities`` and ``occurrences`` of broadcasts are None
    where they are kept for good.
    """

    activities: int | None
    occurrences: int | None
    questions: int
    denials: int

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to remove."""
        return not (self.activities or self.occurrences or self.questions or self.denials)


class Retention:
    """Removes questions that are old enough, with what belongs to them, denials as old, the keys of
    deliveries, activities, and occurrences of broadcasts.
    """

    def __init__(self, storage: Storage, kept: Kept, now: Callable[[], datetime]) -> None:
        self._storage = storage
        self._book = storage.activities
        self._kept = kept.questions
        self._activities = Keeping(storage.activities, kept.activity_years, now)
        self._broadcasts = BroadcastKeeping(storage.broadcasts, kept.activity_years, now)
        self._now = now

    def overdue(self) -> Overdue:
        """What ``forget`` would remove by now. Raises StorageUnavailable."""
        old, before = self._activities.old(), self._now() - self._kept
        return Overdue(
            activities=self._book.count(old) if old else None,
            occurrences=self._broadcasts.count_old(),
            questions=self._storage.questions.count_before(before),
            denials=self._storage.denials.count_before(before),
        )

    def old_activities(self, most: int) -> list[Activity]:
        """Those that ``forget`` would remove, the latest first. Raises StorageUnavailable."""
        old = self._activities.old()
        return self._book.search(old, most) if old else []

    def forget(self) -> None:
        """Do it. Raises StorageUnavailable."""
        now = self._now()
        self._storage.inbox.forget(now - DELIVERIES)
        self._storage.denials.forget(now - self._kept)
        self._activities.forget_old()
        self._broadcasts.forget_old()
        gone = self._storage.questions.forget(now - self._kept)
        if gone:
            _log.info("%d questions were old enough to be forgotten", gone)
