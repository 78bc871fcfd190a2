"""How far an occurrence has come: who has answered, who not, and whom it never reached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pydantic import AwareDatetime

from bot.domain.activities.rights import Deed
from bot.domain.activities.units import Unit, alphabetical
from bot.domain.reminders.broadcast import Broadcast, Event, EventKind
from bot.domain.reminders.dispatch import Dispatch, DispatchKind, DispatchState, NewDispatch
from bot.domain.reminders.occurrence import (
    Occurrence,
    OccurrenceStatus,
    Recipient,
    RecipientState,
)
from bot.domain.reminders.working_time import WorkingTime
from bot.services.activities.permission import require
from bot.services.activities.ports import UnitRegister
from bot.services.errors import BroadcastGone, OccurrenceGone, OccurrenceOver
from bot.services.reminders.ports import BroadcastBook, OccurrenceBook, Outbox
from bot.services.reminders.reminding import ASKING, remind_again_at, soon
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


COUNTED = (
    *(Stand.ANSWERED, Stand.WAITING, Stand.SNOOZED, Stand.ELSEWHERE),
    *(Stand.FAILED, Stand.NOT_SENT, Stand.TOLD, Stand.REPLACED),
)
"""The order of their counts."""


class Line(Value):
    """One recipient. ``sent_at`` is when the first message arrived, ``failure`` the channel's word
    for why the latest did not.
    """

    recipient: Recipient
    stand: Stand
    sent_at: AwareDatetime | None = None
    failure: str | None = None


class UnitLines(Value):
    """The recipients asked for a unit, by stand and name; ``unit`` None for those of no unit. Who
    is asked for several stands in each.
    """

    unit: Unit | None
    lines: tuple[Line, ...]


class OccurrenceState(Value):
    """An occurrence by unit, in the order of the units' names, those of no unit last. ``counts``
    has every stand, in the order of COUNTED.
    """

    broadcast: Broadcast
    occurrence: Occurrence
    units: tuple[UnitLines, ...]
    counts: Mapping[Stand, int]


@dataclass(frozen=True)
class Sent:
    """Where it is kept what was sent, to whom for which units, and what came of it."""

    broadcasts: BroadcastBook
    occurrences: OccurrenceBook
    outbox: Outbox
    units: UnitRegister


class States:
    """How far occurrences have come, for those who may know."""

    def __init__(self, sent: Sent) -> None:
        self._occurrences = sent.occurrences
        self._outbox = sent.outbox
        self._units = sent.units

    def of(self, broadcast: Broadcast, occurrence: Occurrence) -> OccurrenceState:
        """How far it has come."""
        lines = self.lines(occurrence)
        units = {each.id: each for each in self._units.units(broadcast.content.municipality)}
        return OccurrenceState(
            broadcast=broadcast,
            occurrence=occurrence,
            units=tuple(_by_unit(lines, units)),
            counts={stand: sum(each.stand is stand for each in lines) for stand in COUNTED},
        )

    def latest(self, broadcast: Broadcast) -> OccurrenceState | None:
        """The same of a broadcast's latest that was not missed; None where there is none."""
        all_of_it = self._occurrences.of_broadcast(broadcast.id)
        sent = (each for each in all_of_it if each.status is not OccurrenceStatus.MISSED)
        occurrence = next(sent, None)
        return self.of(broadcast, occurrence) if occurrence else None

    def lines(self, occurrence: Occurrence) -> list[Line]:
        """Its recipients, by name."""
        messages: dict[str, list[Dispatch]] = defaultdict(list)
        for each in self._outbox.of_occurrence(occurrence.id):
            if each.kind in ASKING:
                messages[each.person].append(each)
        recipients = self._occurrences.recipients(occurrence.id)
        return [_line(each, messages[each.person]) for each in recipients]


class Status:
    """For coordinators: all raise OnlyCoordinators."""

    def __init__(
        self, sent: Sent, working_time: WorkingTime, rights: Rights, now: Callable[[], datetime]
    ) -> None:
        self._broadcasts = sent.broadcasts
        self._occurrences = sent.occurrences
        self._outbox = sent.outbox
        self._states = States(sent)
        self._working_time = working_time
        self._rights = rights
        self._now = now

    def occurrences(self, broadcast: int, by: str) -> list[Occurrence]:
        """A broadcast's, the latest first, missed ones too. Raises BroadcastGone."""
        require(self._rights, by, Deed.BROADCAST)
        return self._occurrences.of_broadcast(self._broadcast(broadcast).id)

    def of(self, occurrence: int, by: str) -> OccurrenceState:
        """How far it has come. Raises OccurrenceGone."""
        require(self._rights, by, Deed.BROADCAST)
        found = self._occurrence(occurrence)
        return self._states.of(self._broadcast(found.broadcast), found)

    def latest(self, broadcast: int, by: str) -> OccurrenceState | None:
        """The same of a broadcast's latest that was not missed; None where there is none. Raises
        BroadcastGone.
        """
        require(self._rights, by, Deed.BROADCAST)
        return self._states.latest(self._broadcast(broadcast))

    def resend_failed(self, occurrence: int, by: str) -> int:
        """Try again to reach those whom the latest message did not; how many. Raises
        OccurrenceGone and OccurrenceOver.
        """
        require(self._rights, by, Deed.BROADCAST)
        found = self._occurrence(occurrence)
        if found.status is not OccurrenceStatus.OPEN:
            raise OccurrenceOver(f"occurrence {occurrence} is {found.status}")
        failed = [each for each in self._states.lines(found) if each.stand is Stand.FAILED]
        dispatches = self._outbox.of_occurrence(occurrence)
        return sum(self._resend(found, each.recipient, dispatches, by) for each in failed)

    def _resend(
        self, occurrence: Occurrence, recipient: Recipient, all_of_it: Sequence[Dispatch], by: str
    ) -> bool:
        """The same kind of message under a number of its own; a reminder counts as one more. More
        of them come as after any other.
        """
        own = [each for each in all_of_it if each.person == recipient.person]
        failed = max((each for each in own if each.kind in ASKING), key=lambda each: each.id)
        used = [each.number for each in own if each.kind is failed.kind]
        is_reminder = failed.kind is DispatchKind.REMINDER
        number = max([*used, *([recipient.reminders] if is_reminder else [])]) + 1
        reminders = number if is_reminder else recipient.reminders
        at, content = soon(self._now(), self._working_time), occurrence.content
        # Reminders ended when they could not be reached.
        remind_at = remind_again_at(content, reminders, at, self._working_time)
        is_waiting = recipient.state is RecipientState.WAITING
        after = recipient.model_copy(
            update={"reminders": reminders, "remind_at": remind_at if is_waiting else None}
        )
        again = NewDispatch(
            kind=failed.kind,
            person=recipient.person,
            due_at=at,
            occurrence=occurrence.id,
            number=number,
        )
        event = Event(
            broadcast=occurrence.broadcast,
            kind=EventKind.SENT_AGAIN,
            at=self._now(),
            by=by,
            occurrence=occurrence.id,
            person=recipient.person,
            reason=failed.failure,
        )
        return self._occurrences.change(recipient, after, event, [again])

    def _broadcast(self, identity: int) -> Broadcast:
        found = self._broadcasts.find(identity)
        if found is None:
            raise BroadcastGone(f"no broadcast {identity}", id=str(identity))
        return found

    def _occurrence(self, identity: int) -> Occurrence:
        found = self._occurrences.find(identity)
        if found is None:
            raise OccurrenceGone(f"no occurrence {identity}", id=str(identity))
        return found


_BY_RECIPIENT = {
    RecipientState.ELSEWHERE: Stand.ELSEWHERE,
    RecipientState.SNOOZED: Stand.SNOOZED,
    RecipientState.ANSWERED: Stand.ANSWERED,
    RecipientState.REPLACED: Stand.REPLACED,
}
"""What holds whatever became of the messages."""

_ORDER = list(Stand)


def _line(recipient: Recipient, messages: Sequence[Dispatch]) -> Line:
    arrived = [each.sent_at for each in messages if each.sent_at]
    latest = max(messages, key=lambda each: each.id, default=None)
    failed = latest if latest and latest.state is DispatchState.FAILED else None
    stand = _BY_RECIPIENT.get(recipient.state)
    if stand is None and failed:
        stand = Stand.FAILED
    elif stand is None and not arrived:
        stand = Stand.NOT_SENT
    elif stand is None:
        stand = Stand.TOLD if recipient.state is RecipientState.TOLD else Stand.WAITING
    return Line(
        recipient=recipient,
        stand=stand,
        sent_at=min(arrived, default=None),
        failure=failed.failure if failed else None,
    )


def _by_unit(lines: Iterable[Line], units: Mapping[str, Unit]) -> Iterable[UnitLines]:
    of_unit: dict[str | None, list[Line]] = defaultdict(list)
    for each in lines:
        known: AbstractSet[str | None] = units.keys() & each.recipient.units
        for asked_for in known or {None}:
            of_unit[asked_for].append(each)
    for unit in alphabetical(units[each] for each in of_unit if each is not None):
        yield UnitLines(unit=unit, lines=_in_order(of_unit[unit.id]))
    if None in of_unit:
        yield UnitLines(unit=None, lines=_in_order(of_unit[None]))


def _in_order(lines: list[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda each: _ORDER.index(each.stand)))
