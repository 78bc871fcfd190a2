"""One time at which a broadcast is due, who gets it, and what they answer."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import AwareDatetime, Field, StringConstraints

from bot.domain.reminders.broadcast import Content
from knowledge.model import Value

LONGEST_ANSWER = 500
"""Characters of a short answer."""


class OccurrenceStatus(StrEnum):
    """Missed ones were sent to nobody, since nobody was there to send them."""

    OPEN = "open"
    MISSED = "missed"
    CANCELLED = "cancelled"


class Occurrence(Value):
    """``key`` names it among its broadcast's (the local day and time as the schedule gives them);
    ``due_at`` is when it is sent, moved to working time; ``content`` is the broadcast's as it was
    when this was planned, ``version`` the broadcast's then.
    """

    id: int
    broadcast: int
    version: int
    key: str
    due_at: AwareDatetime
    planned_at: AwareDatetime
    status: OccurrenceStatus
    content: Content


class Why(StrEnum):
    """By which part of the audience somebody is a recipient."""

    CONTACT = "contact"
    CHANNEL = "channel"
    GROUP = "group"
    NAMED = "named"
    INSTEAD = "instead"


class AnswerKind(StrEnum):
    """What somebody answered."""

    DONE = "done"
    NOTHING_TO_REPORT = "nothing_to_report"
    LOGGED = "logged"
    TEXT = "text"


class Answer(Value):
    """``activity`` is the number of the one that was logged; ``by`` who answered: the recipient,
    or a coordinator in their place.
    """

    kind: AnswerKind
    at: AwareDatetime
    by: str
    text: Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_ANSWER)] = ""
    activity: int | None = None


class RecipientState(StrEnum):
    """``TOLD`` is who only was to be told; ``ELSEWHERE`` who says that it is somebody else's, until
    a coordinator decides; ``REPLACED`` whose place somebody else has taken.
    """

    TOLD = "told"
    WAITING = "waiting"
    SNOOZED = "snoozed"
    ELSEWHERE = "elsewhere"
    ANSWERED = "answered"
    REPLACED = "replaced"

    @property
    def is_open(self) -> bool:
        """Whether an answer is waited for."""
        return self in (
            RecipientState.WAITING,
            RecipientState.SNOOZED,
            RecipientState.ELSEWHERE,
        )

    @property
    def is_left_alone(self) -> bool:
        """Whether nothing is to be sent to them, or told of them, now."""
        return self not in (RecipientState.TOLD, RecipientState.WAITING)


class Recipient(Value):
    """Somebody who gets an occurrence, once. ``unit`` is the one for which they are asked; of
    several, the others stand in ``also``. ``reminders`` counts those planned, ``remind_at`` is when
    the next is due, ``escalate_at`` when their unit's head is told; None for never. ``instead`` is
    whom they name in their place.
    """

    occurrence: int
    person: str
    name: str
    unit: str | None
    also: tuple[str, ...] = ()
    why: Why
    state: RecipientState
    reminders: int = Field(default=0, ge=0)
    remind_at: AwareDatetime | None = None
    escalate_at: AwareDatetime | None = None
    instead: str | None = None
    answer: Answer | None = None

    @property
    def units(self) -> tuple[str, ...]:
        """All for which they are asked."""
        return (self.unit, *self.also) if self.unit else self.also

    @property
    def turn_at(self) -> datetime | None:
        """When something is to be done about them; never, once no answer is waited for."""
        turns = [moment for moment in (self.remind_at, self.escalate_at) if moment]
        return min(turns, default=None) if self.state.is_open else None
