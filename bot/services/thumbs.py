"""Feedback on answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.domain.questions import Feedback, Reason, Verdict
from bot.services.ports import FeedbackLog


class Thumbs:
    """Stores what people think of answers; the last word counts."""

    def __init__(self, log: FeedbackLog, now: Callable[[], datetime]) -> None:
        self._log = log
        self._now = now

    def give(
        self,
        question: str,
        person: str,
        verdict: Verdict,
        reason: Reason | None = None,
        comment: str | None = None,
    ) -> None:
        """Set a person's word on a question. Raises QuestionGone and StorageUnavailable."""
        self._log.give(
            Feedback(
                question=question,
                person=person,
                verdict=verdict,
                reason=reason,
                comment=(comment or "").strip() or None,
                given_at=self._now(),
            )
        )
