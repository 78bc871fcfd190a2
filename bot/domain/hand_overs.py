"""Handing a question over to the coordinator, and when an unanswered one is called to mind."""

from __future__ import annotations

from datetime import datetime, timedelta

from pydantic import AwareDatetime

from bot.domain.questions import Venue
from knowledge.model import Value

REMINDERS_AFTER = (timedelta(days=1), timedelta(days=3), timedelta(days=7))
"""How long after the hand-over it is called to mind, as long as nobody has answered."""


class HandOver(Value):
    """A question in the coordinator's hands.

    ``venue`` is where the asker is waiting; ``card`` the id of the message in the coordinators'
    channel, None until it was posted; ``delivered`` that of the message which brought the asker
    the answer. ``reminders`` counts those sent.
    """

    id: str
    question: str
    asker: str
    venue: Venue
    handed_over_at: AwareDatetime
    card: str | None = None
    reminders: int = 0
    answer: str | None = None
    answered_by: str | None = None
    answered_at: AwareDatetime | None = None
    delivered: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether nobody has answered yet."""
        return self.answered_at is None

    def reminders_due(self, now: datetime) -> int:
        """How many reminders should have been sent by now, if nobody had answered."""
        return sum(now - self.handed_over_at >= after for after in REMINDERS_AFTER)

    def is_due(self, now: datetime) -> bool:
        """Whether it is time for the next reminder."""
        return self.is_open and self.reminders < self.reminders_due(now)
