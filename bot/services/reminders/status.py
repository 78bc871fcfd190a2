"""How far an occurrence has come: who has answered, who not, and whom it never reached."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum

from pydantic import AwareDatetime

from bot.domain.activities.units import Unit
from bot.domain.reminders.broadcast import Broadcast
from bot.domain.reminders.occurrence import Occurrence, Recipient
from bot.services.activities.ports import UnitRegister
from bot.services.reminders.ports import BroadcastBook, OccurrenceBook, Outbox
from bot.services.rights import Rights
from knowledge.model import Value


class Stand(StrEnum):
    """How far it has come with one recipient, in the order in which it is told."""

    ELSEWHERE = "elsewhere"
    FAILED = "failed"
    WAITING = "waiting"
    SNOOZED = "snoozed"
    NOT_SENT = "not_sent"
    ANSWERED = "answered"
    TOLD = "told"
    REPLACED = "replaced"


class Line(Value):
    """One recipient. ``sent_at`` is when the first message arrived, ``failure`` the channel's word
    for why the latest did not.
    """

    recipient: Recipient
    stand: Stand
    sent_at: AwareDatetime | None = None
    failure: str | None = None


class UnitLines(Value):
    """The recipients asked for a unit; ``unit`` None for those of no unit."""

    unit: Unit | None
    lines: tuple[Line, ...]


class OccurrenceState(Value):
    """An occurrence by unit, in the order of the units' names. ``counts`` has every stand."""

    broadcast: Broadcast
    occurrence: Occurrence
    units: tuple[UnitLines, ...]
    counts: Mapping[Stand, int]


class Status:
    """For coordinators: all raise OnlyCoordinators."""

    def __init__(
        self,
        broadcasts: BroadcastBook,
        occurrences: OccurrenceBook,
        outbox: Outbox,
        units: UnitRegister,
        rights: Rights,
        now: Callable[[], datetime],
    ) -> None:
        self._broadcasts = broadcasts
        self._occurrences = occurrences
        self._outbox = outbox
        self._units = units
        self._rights = rights
        self._now = now

    def occurrences(self, broadcast: int, by: str) -> list[Occurrence]:
        """A broadcast's, the latest first, missed ones too. Raises BroadcastGone."""
        raise NotImplementedError

    def of(self, occurrence: int, by: str) -> OccurrenceState:
        """How far it has come. Raises OccurrenceGone."""
        raise NotImplementedError

    def latest(self, broadcast: int, by: str) -> OccurrenceState | None:
        """The same of a broadcast's latest that was sent; None where none was. Raises
        BroadcastGone.
        """
        raise NotImplementedError

    def resend_failed(self, occurrence: int, by: str) -> int:
        """Try again to reach those whom the latest message did not; how many. Raises
        OccurrenceGone and OccurrenceOver.
        """
        raise NotImplementedError
