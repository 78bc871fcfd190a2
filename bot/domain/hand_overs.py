"""Handing a question over to the coordinator, when an unanswered one is called to mind, and when an
answer that did not arrive is taken up again.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from pydantic import AwareDatetime

from bot.domain.questions import Venue
from knowledge.model import Value

REMINDERS_AFTER = (timedelta(days=1), timedelta(days=3), timedelta(days=7))
"""How long after the hand-over it is called to mind, as long as nobody has answered."""


DELIVERIES_AFTER = (timedelta(hours=5), timedelta(days=1), timedelta(days=3))
"""How long after the answer it is taken up again, as long as it has not reached the asker."""

TAKEN_UP_FOR = timedelta(days=4)
"""Since an answer, it is taken up at all."""


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

    def deliveries_due(self, now: datetime) -> int:
        """How often the answer should have been taken up by now, if it never arrived."""
        if self.answered_at is None:
            return 0
        answered_for = now - self.answered_at
        return sum(answered_for >= after for after in DELIVERIES_AFTER)

    def is_due(self, now: datetime) -> bool:
        """Whether it is time for the next reminder."""
        return self.is_open and self.reminders < self.reminders_due(now)
