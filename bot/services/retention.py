"""Forgetting what has been kept long enough."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.services.ports import Storage

_log = logging.getLogger(__name__)

DELIVERIES = timedelta(days=7)
"""How long the keys of deliveries are kept: Slack delivers again within hours."""


class Retention:
    """Removes questions older than ``kept``, with what belongs to them, denials as old, and the
    keys of deliveries.
    """

    def __init__(self, storage: Storage, kept: timedelta, now: Callable[[], datetime]) -> None:
        self._storage = storage
        self._kept = kept
        self._now = now

    def forget(self) -> None:
        """Do it. Raises StorageUnavailable."""
        now = self._now()
        self._storage.inbox.forget(now - DELIVERIES)
        self._storage.denials.forget(now - self._kept)
        gone = self._storage.questions.forget(now - self._kept)
        if gone:
            _log.info("%d questions were old enough to be forgotten", gone)
