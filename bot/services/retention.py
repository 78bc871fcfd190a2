"""Forgetting what has been kept long enough."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from bot.services.activities.keeping import Keeping
from bot.services.ports import Storage

_log = logging.getLogger(__name__)

DELIVERIES = timedelta(days=7)
"""How long the keys of deliveries are kept: Slack delivers again within hours."""


class Kept(NamedTuple):
    """How long questions are kept, and activities: ``Keeping`` says what its years are."""

    questions: timedelta
    activity_years: int | None = None


class Retention:
    """Removes questions that are old enough, with what belongs to them, denials as old, the keys of
    deliveries, and activities.
    """

    def __init__(self, storage: Storage, kept: Kept, now: Callable[[], datetime]) -> None:
        self._storage = storage
        self._kept = kept.questions
        self._activities = Keeping(storage.activities, kept.activity_years, now)
        self._now = now

    def forget(self) -> None:
        """Do it. Raises StorageUnavailable."""
        now = self._now()
        self._storage.inbox.forget(now - DELIVERIES)
        self._storage.denials.forget(now - self._kept)
        self._activities.forget_old()
        gone = self._storage.questions.forget(now - self._kept)
        if gone:
            _log.info("%d questions were old enough to be forgotten", gone)
