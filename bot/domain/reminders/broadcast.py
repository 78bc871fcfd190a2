"""A broadcast: what the coordinator has decided to send to whom, when, and what comes of it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import AwareDatetime, Field, StringConstraints

from bot.domain.activities.activity import LONGEST_REASON, LONGEST_TEXT, Title
from bot.domain.contacts import ContactRole
from bot.domain.reminders.audience import Audience
from bot.domain.reminders.schedule import Schedule
from knowledge.model import Citation, Value

MOST_REMINDERS = 10
LONGEST_PAUSE = 90
"""Days between reminders, and before an escalation."""

Reason = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_REASON)
]


class Wish(StrEnum):
    """What a recipient may answer with. Nothing at all: the message only tells."""

    ACKNOWLEDGE = "acknowledge"
    NOTHING_TO_REPORT = "nothing_to_report"
    LOG_ACTIVITY = "log_activity"
    TEXT = "text"


class Template(StrEnum):
    """Texts to begin with."""

    REPORT = "report"
    UPDATE_PLAN = "update_plan"
    TRAINING = "training"
    NEWS = "news"


class Nagging(Value):
    """Reminders to who has not answered: every so many days, at most so often."""

    every_days: int = Field(ge=1, le=LONGEST_PAUSE)
    at_most: int = Field(ge=1, le=MOST_REMINDERS)


class Escalation(Value):
    """Who has not answered so many days after the first message is told of to a person of their
    unit: the one with the first of these roles that the unit has.
    """

    after_days: int = Field(ge=1, le=LONGEST_PAUSE)
    roles: tuple[ContactRole, ...] = Field(
        default=(ContactRole.HEAD, ContactRole.DEPUTY), min_length=1
    )


class Lateness(StrEnum):
    """What becomes of what could not be sent in time."""

    SEND = "send"
    DROP = "drop"


class Content(Value):
    """What is decided. ``reason`` is why it is sent, told to each recipient; ``citation`` the duty
    behind it, ``proposal`` the key of the calendar's entry that it was made of.
    """

    municipality: str
    title: Title
    text: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TEXT)
    ]
    reason: Reason
    citation: Citation | None = None
    proposal: str | None = None
    audience: Audience
    schedule: Schedule
    wishes: frozenset[Wish] = frozenset()
    nagging: Nagging | None = None
    escalation: Escalation | None = None
    lateness: Lateness = Lateness.SEND


class BroadcastStatus(StrEnum):
    """A draft and what is held back send nothing; what is cancelled or ended never will again."""

    DRAFT = "draft"
    AWAITING_YES = "awaiting_yes"
    ACTIVE = "active"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    ENDED = "ended"


NEXT: dict[BroadcastStatus, frozenset[BroadcastStatus]] = {
    BroadcastStatus.DRAFT: frozenset(
        {BroadcastStatus.AWAITING_YES, BroadcastStatus.ACTIVE, BroadcastStatus.CANCELLED}
    ),
    BroadcastStatus.AWAITING_YES: frozenset(
        {BroadcastStatus.DRAFT, BroadcastStatus.ACTIVE, BroadcastStatus.CANCELLED}
    ),
    BroadcastStatus.ACTIVE: frozenset(
        {BroadcastStatus.PAUSED, BroadcastStatus.CANCELLED, BroadcastStatus.ENDED}
    ),
    BroadcastStatus.PAUSED: frozenset({BroadcastStatus.ACTIVE, BroadcastStatus.CANCELLED}),
    BroadcastStatus.CANCELLED: frozenset(),
    # What was sent of it may still be answered, and called off.
    BroadcastStatus.ENDED: frozenset({BroadcastStatus.CANCELLED}),
}
"""What a status may become. The table is the rule."""

OVER = frozenset({BroadcastStatus.CANCELLED, BroadcastStatus.ENDED})
"""Nothing more is planned of these."""


class Broadcast(Value):
    """A broadcast as it is now. ``version`` counts changes from 1; ``made_by`` is whose it is,
    ``asked_by`` who wants it sent and ``approved_by`` the second coordinator, where one is needed.
    ``planned_to`` is until when its occurrences are planned, and ``next_at`` when the next is due:
    None for a broadcast that is not active, and for one that has none left.
    """

    id: int
    content: Content
    status: BroadcastStatus
    version: int
    made_by: str
    made_at: AwareDatetime
    changed_by: str
    changed_at: AwareDatetime
    asked_by: str | None = None
    approved_by: str | None = None
    planned_to: AwareDatetime | None = None
    next_at: AwareDatetime | None = None

    @property
    def owner(self) -> str:
        """Who is told what becomes of it."""
        return self.asked_by or self.made_by

    @property
    def is_to_come(self) -> bool:
        """Whether it is, or could be, due again."""
        is_done = self.status is BroadcastStatus.ACTIVE and self.next_at is None
        return not (self.status in OVER or is_done)


class EventKind(StrEnum):
    """What can happen to a broadcast and what was sent of it. ``NOBODY_TO_TELL``: an escalation
    found no head or deputy; ``RESCHEDULED``: its next time was reckoned anew; ``UNREADABLE``:
    nobody was reached by way of these channels and user groups; ``UNITS_WITHOUT``: these units
    of the audience have no contact; ``NOT_REMINDED``: the latest message never arrived, so no
    more will come; ``NOT_REACHED``: no message at all arrived, so nobody is told that there is no
    answer; ``PUT_OFF``: the day's limit was reached, so it waits for the next working day.
    """

    DRAFTED = "drafted"
    CHANGED = "changed"
    ASKED_FOR_YES = "asked_for_yes"
    APPROVED = "approved"
    DECLINED = "declined"
    STARTED = "started"
    PAUSED = "paused"
    RESUMED = "resumed"
    CANCELLED = "cancelled"
    ENDED = "ended"
    PLANNED = "planned"
    MISSED = "missed"
    TRIED_OUT = "tried_out"
    ANSWERED = "answered"
    SNOOZED = "snoozed"
    POINTED_ELSEWHERE = "pointed_elsewhere"
    REPLACED = "replaced"
    KEPT = "kept"
    SENT_AGAIN = "sent_again"
    REMINDED = "reminded"
    ESCALATED = "escalated"
    NOBODY_TO_TELL = "nobody_to_tell"
    RESCHEDULED = "rescheduled"
    UNREADABLE = "unreadable"
    NOBODY_REACHED = "nobody_reached"
    UNITS_WITHOUT = "units_without"
    NOT_REMINDED = "not_reminded"
    NOT_REACHED = "not_reached"
    PUT_OFF = "put_off"


class Event(Value):
    """One entry of a broadcast's record. ``person`` is whom it concerns, ``by`` who did it (None
    for the assistant); ``before`` the content until then, where that was changed.
    """

    broadcast: int
    kind: EventKind
    at: AwareDatetime
    by: str | None = None
    occurrence: int | None = None
    person: str | None = None
    reason: str | None = None
    before: Content | None = None
