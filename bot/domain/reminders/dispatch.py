"""A dispatch: one message to one person, and how far it has come.

::

    WAITING --begin--> SENDING --sent--> SENT
       |                  |---refused--> FAILED        (for good: nobody there, closed)
       |                  |---not sent-> WAITING       (Slack said so: too fast, try later)
       |                  `---read back: SENT, or not there: WAITING
       |--answered, cancelled, too late--> DROPPED
       `--paused--> HELD --resumed--> WAITING
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import AwareDatetime

from knowledge.model import Value


class DispatchKind(StrEnum):
    """What a message is."""

    FIRST = "first"
    REMINDER = "reminder"
    ESCALATION = "escalation"
    DIGEST = "digest"


class DispatchState(StrEnum):
    """How far it has come. A message of SENDING may or may not have arrived."""

    WAITING = "waiting"
    HELD = "held"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    DROPPED = "dropped"


UNDER_WAY = frozenset({DispatchState.WAITING, DispatchState.HELD, DispatchState.SENDING})
"""Messages that may still arrive."""


class NewDispatch(Value):
    """A dispatch to plan. ``about`` is the recipient whom an escalation tells of; ``number`` counts
    reminders from 1, and a failed message's new attempts; ``drop_at`` is when it is too late.
    A digest has no occurrence; ``due_at`` tells its day.
    """

    kind: DispatchKind
    person: str
    due_at: AwareDatetime
    occurrence: int | None = None
    about: str | None = None
    number: int = 0
    drop_at: AwareDatetime | None = None

    @property
    def key(self) -> str:
        """What tells it from all others, in the database and in the channel."""
        if self.occurrence is None:
            return f"{self.kind.value}:{self.person}:{self.due_at:%Y-%m-%d}"
        about = f":{self.about}" if self.about else ""
        return f"{self.occurrence}:{self.kind.value}:{self.number}:{self.person}{about}"

    @property
    def subject(self) -> str:
        """Whose answer it is about."""
        return self.about or self.person


class Dispatch(NewDispatch):
    """A planned one. ``not_before`` is when it may be tried, ``attempts`` how often it was;
    ``begun_at`` when the last attempt began; ``channel`` and ``message`` where it stands;
    ``failed_at`` is when it failed for good, ``failure`` the channel's word for why.
    """

    id: int
    state: DispatchState
    not_before: AwareDatetime
    attempts: int = 0
    begun_at: AwareDatetime | None = None
    sent_at: AwareDatetime | None = None
    failed_at: AwareDatetime | None = None
    channel: str | None = None
    message: str | None = None
    failure: str | None = None
