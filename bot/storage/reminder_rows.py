"""Broadcasts, occurrences, recipients and dispatches as rows, and what their books have in common.

Whoever changes a broadcast, its recipients, or what is to become of its dispatches holds the
broadcast's row until the end of the transaction; who deals with a dispatch only that one, by its
token. So nothing is planned past a pause or an answer, and nobody waits for each other in a circle.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from pydantic import JsonValue
from sqlalchemy import ColumnElement, Connection, Row, Select, case, insert, null, select, update

from bot.domain.reminders.broadcast import Broadcast, BroadcastStatus, Content, Event
from bot.domain.reminders.dispatch import Dispatch, DispatchState, NewDispatch
from bot.domain.reminders.occurrence import Occurrence, OccurrenceStatus, Recipient
from bot.storage.reminder_tables import broadcast, broadcast_event, dispatch, occurrence, recipient
from bot.storage.rows import insert_new_rows

LARGEST_ID = 2**31 - 1
"""What an INTEGER holds (https://www.postgresql.org/docs/current/datatype-numeric.html)."""

UNFINISHED = frozenset({DispatchState.WAITING, DispatchState.HELD})

DISPATCH = [dispatch.c[name] for name in Dispatch.model_fields]

_EVENT = [broadcast_event.c[name] for name in Event.model_fields]

_BEGINNING = {
    BroadcastStatus.PAUSED: DispatchState.HELD,
    BroadcastStatus.CANCELLED: DispatchState.DROPPED,
}
"""The states of dispatches that are planned for such broadcasts; otherwise they wait."""

_ANSWER = {
    "answer": "kind",
    "answered_at": "at",
    "answered_by": "by",
    "answer_text": "text",
    "activity": "activity",
}
"""The columns of an answer, and what they hold of it."""

_dispatches = dispatch.c


def stored(content: Content) -> JsonValue:
    """A content as it is kept."""
    told: JsonValue = content.model_dump(mode="json")
    return told


def broadcast_of(row: Row[Any]) -> Broadcast:
    """A broadcast out of all the columns of its table."""
    return Broadcast.model_validate({name: getattr(row, name) for name in Broadcast.model_fields})


def occurrence_of(row: Row[Any]) -> Occurrence:
    """An occurrence out of all the columns of its table."""
    return Occurrence.model_validate({name: getattr(row, name) for name in Occurrence.model_fields})


def recipient_of(row: Row[Any]) -> Recipient:
    """A recipient out of all the columns of its table."""
    fields = {name: getattr(row, name) for name in Recipient.model_fields}
    told = {field: getattr(row, column) for column, field in _ANSWER.items()}
    return Recipient.model_validate({**fields, "answer": told if row.answer else None})


def dispatch_of(row: Row[Any]) -> Dispatch:
    """A dispatch out of the columns DISPATCH."""
    return Dispatch.model_validate(dict(row._mapping))


def events(*conditions: ColumnElement[bool]) -> Select[Any]:
    """Entries of records, oldest first, for ``event_of``."""
    return select(*_EVENT).where(*conditions).order_by(broadcast_event.c.id)


def event_of(row: Row[Any]) -> Event:
    """An entry of a record."""
    return Event.model_validate(dict(row._mapping))


def recipient_columns(each: Recipient) -> dict[str, object]:
    """A recipient's row."""
    answer = each.answer
    return {
        **each.model_dump(exclude={"also", "answer"}),
        **{column: getattr(answer, field) if answer else None for column, field in _ANSWER.items()},
        "also": list(each.also),
        "turn_at": each.turn_at,
    }


def hold(connection: Connection, identity: int) -> Broadcast | None:
    """A broadcast, which nobody else changes until the end of the transaction."""
    theirs = select(broadcast).where(broadcast.c.id == identity).with_for_update()
    row = connection.execute(theirs).first()
    return broadcast_of(row) if row else None


def hold_all(connection: Connection) -> list[Broadcast]:
    """All broadcasts, by id."""
    held = select(broadcast).order_by(broadcast.c.id).with_for_update()
    return list(map(broadcast_of, connection.execute(held)))


def hold_by_occurrences(
    connection: Connection, occurrences: Collection[int]
) -> Mapping[int, Broadcast]:
    """The same for the broadcasts of occurrences, by occurrence; none for what is not there."""
    wanted = select(occurrence.c.id, occurrence.c.broadcast).where(occurrence.c.id.in_(occurrences))
    of = {row.id: row.broadcast for row in connection.execute(wanted)}
    # Always in this order, so that no two wait for each other.
    held = {identity: hold(connection, identity) for identity in sorted(set(of.values()))}
    found = {each: held[identity] for each, identity in of.items()}
    return {each: theirs for each, theirs in found.items() if theirs}


def note(connection: Connection, event: Event) -> None:
    """Add to the record of a broadcast that is there."""
    before = stored(event.before) if event.before else None
    connection.execute(insert(broadcast_event).values({**event.model_dump(), "before": before}))


def add_recipients(connection: Connection, new: Iterable[Recipient]) -> int:
    """Add who is not there yet; how many."""
    rows = [recipient_columns(each) for each in new]
    return len(insert_new_rows(connection, recipient, rows, recipient.c.person))


def add_dispatches(connection: Connection, new: Iterable[NewDispatch], state: DispatchState) -> int:
    """Plan what is not there yet; how many."""
    begun = {"state": state, "if_unsent": state, "attempts": 0}
    rows = [
        {**each.model_dump(), "key": each.key, "not_before": each.due_at, **begun} for each in new
    ]
    return len(insert_new_rows(connection, dispatch, rows, _dispatches.id))


def beginning(status: BroadcastStatus) -> DispatchState:
    """The state in which dispatches of a broadcast begin."""
    return _BEGINNING.get(status, DispatchState.WAITING)


def turn(
    connection: Connection,
    before: Collection[DispatchState],
    after: DispatchState,
    *which: ColumnElement[bool],
) -> None:
    """Move dispatches from some states to another; those under way when they turn out not to have
    arrived. Who has leased one and not begun it loses it.
    """
    is_sending = _dispatches.state == DispatchState.SENDING
    # In one statement, which sees each as it is by now: between two, one could come back.
    connection.execute(
        update(dispatch)
        .where(
            _dispatches.if_unsent.in_(before),
            _dispatches.state.in_([*before, DispatchState.SENDING]),
            *which,
        )
        .values(
            if_unsent=after,
            state=case((is_sending, _dispatches.state), else_=after),
            token=case((is_sending, _dispatches.token), else_=null()),
            leased_until=case((is_sending, _dispatches.leased_until), else_=null()),
        )
    )


def follow(connection: Connection, identity: int, status: BroadcastStatus) -> None:
    """Have the dispatches and occurrences of a broadcast that is held follow its status."""
    own = select(occurrence.c.id).where(occurrence.c.broadcast == identity)
    theirs = _dispatches.occurrence.in_(own)
    match status:
        case BroadcastStatus.PAUSED:
            turn(connection, {DispatchState.WAITING}, DispatchState.HELD, theirs)
        case BroadcastStatus.ACTIVE:
            turn(connection, {DispatchState.HELD}, DispatchState.WAITING, theirs)
        case BroadcastStatus.CANCELLED:
            turn(connection, UNFINISHED, DispatchState.DROPPED, theirs)
            is_open = occurrence.c.status == OccurrenceStatus.OPEN
            closed = update(occurrence).where(occurrence.c.broadcast == identity, is_open)
            connection.execute(closed.values(status=OccurrenceStatus.CANCELLED))
