"""Occurrences, who gets them, and what they answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select, update

from bot.domain.reminders.broadcast import Broadcast, BroadcastStatus, Event
from bot.domain.reminders.dispatch import DispatchState, NewDispatch
from bot.domain.reminders.occurrence import (
    Occurrence,
    OccurrenceStatus,
    Recipient,
    RecipientState,
)
from bot.services.reminders.ports import Turn
from bot.storage.connections import Connections
from bot.storage.reminder_rows import (
    LARGEST_ID,
    UNFINISHED,
    add_dispatches,
    add_recipients,
    beginning,
    hold_by_occurrences,
    note,
    occurrence_of,
    recipient_columns,
    recipient_of,
    turn,
)
from bot.storage.reminder_tables import broadcast, dispatch, occurrence, recipient
from knowledge.language.alphabet import swedish_order

_occurrences = occurrence.c
_recipients = recipient.c

_SENDING_ON = (BroadcastStatus.ACTIVE, BroadcastStatus.ENDED)
_OPEN = [state for state in RecipientState if state.is_open]


class SqlOccurrenceBook:
    """``ports.OccurrenceBook``."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def find(self, identity: int) -> Occurrence | None:
        """One by id."""
        if not 0 < identity <= LARGEST_ID:
            return None
        return next(iter(self._list(select(occurrence).where(_occurrences.id == identity))), None)

    def of_broadcast(self, broadcast: int) -> list[Occurrence]:
        """A broadcast's, the latest first."""
        theirs = select(occurrence).where(_occurrences.broadcast == broadcast)
        return self._list(theirs.order_by(_occurrences.due_at.desc(), _occurrences.id.desc()))

    def recipients(self, occurrence: int) -> list[Recipient]:
        """Who gets it, by name."""
        theirs = select(recipient).where(_recipients.occurrence == occurrence)
        with self._connections.reading() as connection:
            found = map(recipient_of, connection.execute(theirs))
            return sorted(found, key=lambda each: (swedish_order(each.name), each.person))

    def recipient(self, occurrence: int, person: str) -> Recipient | None:
        """One of them."""
        with self._connections.reading() as connection:
            return _standing(connection, occurrence, person)

    def open_of(self, person: str) -> list[tuple[Occurrence, Recipient]]:
        """What waits for a person's answer, oldest first; nothing of what is cancelled."""
        theirs = _open_ones().where(_recipients.person == person)
        return self._pairs(theirs.order_by(_occurrences.due_at, _occurrences.id))

    def change(
        self,
        before: Recipient,
        after: Recipient,
        event: Event,
        dispatches: Sequence[NewDispatch] = (),
    ) -> bool:
        """Put ``after`` in the place of ``before``; False if it is not as ``before`` any more."""
        with self._connections.writing() as connection:
            held = _held_as(connection, before)
            if held is None:
                return False
            _put(connection, held, after, event)
            add_dispatches(connection, dispatches, beginning(held.status))
            return True

    def replace(
        self,
        before: Recipient,
        after: Recipient,
        there: Recipient | None,
        instead: Recipient,
        event: Event,
        dispatches: Sequence[NewDispatch] = (),
    ) -> bool:
        """The same, and ``instead`` is put in the place of ``there``, or becomes a recipient where
        that is None; False, and nothing changed, if they are not as ``there`` any more.
        """
        with self._connections.writing() as connection:
            held = _held_as(connection, before)
            if held is None or _standing(connection, before.occurrence, instead.person) != there:
                return False
            _put(connection, held, after, event)
            if there is None:
                add_recipients(connection, [instead])
            elif there != instead:
                _drop(connection, there)
                _store(connection, instead)
            add_dispatches(connection, dispatches, beginning(held.status))
            return True

    def to_remind(
        self, now: datetime, most: int, after: Turn | None = None
    ) -> list[tuple[Occurrence, Recipient]]:
        """Open recipients whose ``remind_at`` or ``escalate_at`` has come, by turn."""
        come = (
            _open_ones()
            .where(_recipients.turn_at <= now, broadcast.c.status.in_(_SENDING_ON))
            .order_by(_recipients.turn_at, _recipients.occurrence, _recipients.person)
        )
        if after:
            come = come.where(_recipients.turn_at >= after.at, _is_after(after))
        return self._pairs(come.limit(max(most, 0)))

    def answered_since(self, broadcast: int, start: datetime) -> int:
        """How many recipients of its occurrences answered from ``start`` on."""
        counted = (
            select(func.count())
            .select_from(recipient.join(occurrence))
            .where(_occurrences.broadcast == broadcast, _recipients.answered_at >= start)
        )
        with self._connections.reading() as connection:
            return connection.execute(counted).scalar_one()

    def _list(self, statement: Select[Any]) -> list[Occurrence]:
        with self._connections.reading() as connection:
            return [occurrence_of(row) for row in connection.execute(statement)]

    def _pairs(self, statement: Select[Any]) -> list[tuple[Occurrence, Recipient]]:
        """Of recipients with their occurrences' ids; both as they were in one moment."""
        with self._connections.snapshot() as connection:
            found = [recipient_of(row) for row in connection.execute(statement)]
            wanted = {each.occurrence for each in found}
            rows = connection.execute(select(occurrence).where(_occurrences.id.in_(wanted)))
            by_id = {row.id: occurrence_of(row) for row in rows}
        return [(by_id[each.occurrence], each) for each in found]


def _one(identity: int, person: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return _recipients.occurrence == identity, _recipients.person == person


def _is_after(turn: Turn) -> ColumnElement[bool]:
    person = and_(_recipients.occurrence == turn.occurrence, _recipients.person > turn.person)
    same_time = and_(
        _recipients.turn_at == turn.at, or_(_recipients.occurrence > turn.occurrence, person)
    )
    return or_(_recipients.turn_at > turn.at, same_time)


def _open_ones() -> Select[Any]:
    """Recipients whose answer is waited for, with their occurrences and broadcasts."""
    return (
        select(recipient)
        .select_from(recipient.join(occurrence).join(broadcast))
        .where(_recipients.state.in_(_OPEN), _occurrences.status == OccurrenceStatus.OPEN)
    )


def _standing(connection: Connection, identity: int, person: str) -> Recipient | None:
    row = connection.execute(select(recipient).where(*_one(identity, person))).first()
    return recipient_of(row) if row else None


def _held_as(connection: Connection, before: Recipient) -> Broadcast | None:
    """The broadcast of a recipient, held until the end; None if they are not so any more."""
    held = hold_by_occurrences(connection, [before.occurrence]).get(before.occurrence)
    return held if _standing(connection, before.occurrence, before.person) == before else None


def _put(connection: Connection, held: Broadcast, after: Recipient, event: Event) -> None:
    """Change a recipient of a broadcast that is held, and tell its record."""
    _store(connection, after)
    filled = {"broadcast": held.id, "occurrence": after.occurrence}
    note(connection, event.model_copy(update=filled))
    if after.state.is_left_alone:
        _drop(connection, after)


def _store(connection: Connection, each: Recipient) -> None:
    one = _one(each.occurrence, each.person)
    connection.execute(update(recipient).where(*one).values(recipient_columns(each)))


def _drop(connection: Connection, each: Recipient) -> None:
    """Drop what is not under way to somebody, and about them."""
    subject = func.coalesce(dispatch.c.about, dispatch.c.person) == each.person
    theirs = dispatch.c.occurrence == each.occurrence
    turn(connection, UNFINISHED, DispatchState.DROPPED, theirs, subject)
