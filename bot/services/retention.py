"""Forgetting what has been kept long enough."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.services.ports import Inbox, QuestionLog

_log = logging.getLogger(__name__)

DELIVERIES = timedelta(days=7)
"""How long the keys of deliveries are kept: Slack delivers again within hours."""


class Retention:
    """Removes questions older than ``kept``, with what belongs to them, and old deliveries."""

    def __init__(
        self, inbox: Inbox, questions: QuestionLog, kept: timedelta, now: Callable[[], datetime]
    ) -> None:
        self._inbox = inbox
        self._questions = questions
        self._kept = kept
        self._now = now

    def forget(self) -> None:
        """Do it. Raises StorageUnavailable."""
        now = self._now()
        self._inbox.forget(now - DELIVERIES)
        gone = self._questions.forget(now - self._kept)
        if gone:
            _log.info("%d questions were old enough to be forgotten", gone)
