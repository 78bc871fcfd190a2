"""What broadcasts, their records, recipients and dispatches keep of each person."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, Text, cast, or_, select, update

from bot.domain.reminders.broadcast import (
    OVER,
    Broadcast,
    BroadcastStatus,
    Content,
    Event,
    EventKind,
)
from bot.domain.reminders.dispatch import Dispatch, DispatchState
from bot.domain.reminders.occurrence import Recipient
from bot.storage.reminder_rows import (
    DISPATCH,
    broadcast_of,
    dispatch_of,
    event_of,
    events,
    follow,
    hold_all,
    note,
    recipient_of,
    stored,
)
from bot.storage.reminder_tables import broadcast, broadcast_event, dispatch, occurrence, recipient

_broadcasts = broadcast.c
_events = broadcast_event.c
_recipients = recipient.c
_dispatches = dispatch.c

_DECIDING = (
    _broadcasts.made_by,
    _broadcasts.changed_by,
    _broadcasts.asked_by,
    _broadcasts.approved_by,
)
_RECEIVING = (_recipients.person, _recipients.instead, _recipients.answered_by)

_UNFINISHED = (DispatchState.WAITING, DispatchState.HELD, DispatchState.SENDING)


def broadcasts_of(connection: Connection, person: str) -> list[Broadcast]:
    """Those that a person has decided something of, or is named in the audience of, by id."""
    theirs = or_(_is_in(_DECIDING, person), _may_name(_broadcasts.content, person))
    rows = connection.execute(select(broadcast).where(theirs).order_by(_broadcasts.id))
    return [each for each in map(broadcast_of, rows) if person in _people(each)]


def events_of(connection: Connection, person: str) -> list[Event]:
    """What a person did, or what concerned them, oldest first."""
    theirs = events(_is_in((_events.by, _events.person), person))
    return [event_of(row) for row in connection.execute(theirs)]


def recipients_of(connection: Connection, person: str) -> list[Recipient]:
    """What a person was asked, answered for others, or is to be asked in their place, in the order
    in which it was planned.
    """
    theirs = select(recipient).where(_is_in(_RECEIVING, person))
    in_order = theirs.order_by(_recipients.occurrence, _recipients.person)
    return [recipient_of(row) for row in connection.execute(in_order)]


def dispatches_of(connection: Connection, person: str) -> list[Dispatch]:
    """The messages to a person and about them, by id."""
    theirs = select(*DISPATCH).where(_to_or_about(person)).order_by(_dispatches.id)
    return [dispatch_of(row) for row in connection.execute(theirs)]


def rename(connection: Connection, person: str, pseudonym: str, by: str, at: datetime) -> int:
    """As ``ports.BroadcastBook.rename``."""
    held = hold_all(connection)
    named = [each for each in held if person in each.content.audience.people]
    concerned = _concerned(connection, person)
    # Who was found to be in an audience before is not planned any more: it may be the person.
    running = update(broadcast).where(_broadcasts.status == BroadcastStatus.ACTIVE)
    connection.execute(running.values(version=_broadcasts.version + 1))
    for each in named:
        _go_on_without(connection, each, person, pseudonym, by, at)
    _hide_in(connection, occurrence, occurrence.c.content, person, pseudonym)
    _hide_in(connection, broadcast_event, _events.before, person, pseudonym)
    _let_alone(connection, person, pseudonym)
    _hide_dispatches(connection, person, pseudonym)
    connection.execute(update(broadcast_event).where(_events.person == person).values(reason=None))
    for column in (*_DECIDING, *_RECEIVING, _events.by, _events.person):
        theirs = update(column.table).where(column == person)
        connection.execute(theirs.values({column: pseudonym}))
    return len(concerned)


def _people(each: Broadcast) -> set[str | None]:
    deciding = {each.made_by, each.changed_by, each.asked_by, each.approved_by}
    return {*deciding, *each.content.audience.people}


def _is_in(columns: tuple[Column[Any], ...], person: str) -> ColumnElement[bool]:
    return or_(*(column == person for column in columns))


def _to_or_about(person: str) -> ColumnElement[bool]:
    return _is_in((_dispatches.person, _dispatches.about), person)


def _may_name(content: Column[Any], person: str) -> ColumnElement[bool]:
    """Whether a content has a string like the person's id."""
    written = json.dumps(person, ensure_ascii=False)
    return cast(content, Text).contains(written, autoescape=True)


def _concerned(connection: Connection, person: str) -> set[int]:
    """The broadcasts that a person has to do with."""
    occurrences = {
        *(each.occurrence for each in recipients_of(connection, person)),
        *(each.occurrence for each in dispatches_of(connection, person) if each.occurrence),
    }
    of = select(occurrence.c.broadcast).where(occurrence.c.id.in_(occurrences))
    return {
        *(each.id for each in broadcasts_of(connection, person)),
        *(each.broadcast for each in events_of(connection, person)),
        *connection.execute(of).scalars(),
    }


def _go_on_without(
    connection: Connection, each: Broadcast, person: str, pseudonym: str, by: str, at: datetime
) -> None:
    hidden = _under(each.content, person, pseudonym)
    own = update(broadcast).where(_broadcasts.id == each.id)
    if each.status in OVER:
        connection.execute(own.values(content=stored(hidden)))
        return
    others = each.content.audience.without(person)
    content = each.content.model_copy(update={"audience": others}) if others else hidden
    now = {"version": each.version + 1, "changed_by": by, "changed_at": at}
    connection.execute(own.values({"content": stored(content), **now}))
    kind = EventKind.CHANGED if others else EventKind.CANCELLED
    told = Event(broadcast=each.id, kind=kind, at=at, by=by, person=pseudonym)
    note(connection, told.model_copy(update={"before": hidden if others else None}))
    if not others:
        connection.execute(own.values(status=BroadcastStatus.CANCELLED, next_at=None))
        follow(connection, each.id, BroadcastStatus.CANCELLED)


def _under(content: Content, person: str, pseudonym: str) -> Content:
    return content.model_copy(update={"audience": content.audience.under(person, pseudonym)})


def _hide_in(
    connection: Connection, table: Table, column: Column[Any], person: str, pseudonym: str
) -> None:
    """Put the pseudonym into contents as they were."""
    naming = select(table.c.id, column.label("content")).where(_may_name(column, person))
    for row in list(connection.execute(naming)):
        hidden = _under(Content.model_validate(row.content), person, pseudonym)
        connection.execute(
            update(table).where(table.c.id == row.id).values({column: stored(hidden)})
        )


def _let_alone(connection: Connection, person: str, pseudonym: str) -> None:
    theirs = update(recipient).where(_recipients.person == person)
    unasked = {"remind_at": None, "escalate_at": None, "turn_at": None}
    connection.execute(theirs.values(name=pseudonym, **unasked))
    connection.execute(theirs.where(_recipients.answer.is_not(None)).values(answer_text=""))


def _hide_dispatches(connection: Connection, person: str, pseudonym: str) -> None:
    theirs = update(dispatch).where(_to_or_about(person))
    unfinished = theirs.where(_dispatches.state.in_(_UNFINISHED))
    dropped = {"state": DispatchState.DROPPED, "token": None, "leased_until": None}
    connection.execute(unfinished.values(dropped))
    to_them = update(dispatch).where(_dispatches.person == person)
    connection.execute(to_them.values(channel=None, message=None))
    for each in dispatches_of(connection, person):
        names = {"person": each.person, "about": each.about}
        hidden = each.model_copy(
            update={key: pseudonym for key, name in names.items() if name == person}
        )
        own = update(dispatch).where(_dispatches.id == each.id)
        connection.execute(own.values(key=hidden.key, person=hidden.person, about=hidden.about))
