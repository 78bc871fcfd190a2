"""Broadcasts and their record."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, delete, exists, func, select, update

from bot.domain.reminders.broadcast import OVER, Broadcast, BroadcastStatus, Content, Event
from bot.domain.reminders.dispatch import UNDER_WAY, DispatchState
from bot.domain.reminders.occurrence import Occurrence, OccurrenceStatus, RecipientState
from bot.services.reminders.ports import Plan
from bot.storage.columns import storable
from bot.storage.connections import Connections
from bot.storage.reminder_people import rename
from bot.storage.reminder_rows import (
    LARGEST_ID,
    add_dispatches,
    add_recipients,
    broadcast_of,
    event_of,
    events,
    follow,
    hold,
    hold_all,
    note,
    occurrence_of,
    stored,
)
from bot.storage.reminder_tables import broadcast, broadcast_event, dispatch, occurrence, recipient
from bot.storage.rows import changes_one, insert_new_rows

_broadcasts = broadcast.c
_occurrences = occurrence.c

_OPEN = OccurrenceStatus.OPEN
_ELSEWHERE = RecipientState.ELSEWHERE


class SqlBroadcastBook:
    """``ports.BroadcastBook``."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(self, key: str, content: Content, event: Event) -> Broadcast:
        """Store a draft; the one stored before, and nothing changed, if ``key`` is known."""
        row = {
            "key": key,
            "municipality": content.municipality,
            "content": stored(content),
            "status": BroadcastStatus.DRAFT,
            "version": 1,
            **{"made_by": event.by, "made_at": event.at},
            **{"changed_by": event.by, "changed_at": event.at},
        }
        known = select(broadcast).where(_broadcasts.key == storable(key))
        with self._connections.writing() as connection:
            for new in insert_new_rows(connection, broadcast, [row], _broadcasts.id):
                note(connection, event.model_copy(update={"broadcast": new.id}))
            return broadcast_of(connection.execute(known).one())

    def find(self, identity: int) -> Broadcast | None:
        """One by id."""
        if not 0 < identity <= LARGEST_ID:
            return None
        return next(iter(self._list(_all().where(_broadcasts.id == identity))), None)

    def search(
        self, municipality: str | None, statuses: frozenset[BroadcastStatus] | None = None
    ) -> list[Broadcast]:
        """Those of a municipality, or of all, the latest first."""
        found = _all().order_by(_broadcasts.id.desc())
        if municipality is not None:
            found = found.where(_broadcasts.municipality == municipality)
        if statuses is not None:
            found = found.where(_broadcasts.status.in_(statuses))
        return self._list(found)

    def save(self, version: int, changed: Broadcast, event: Event) -> Broadcast | None:
        """Store a change with its event; None if the version is another one by now."""
        same = update(broadcast).where(_broadcasts.id == changed.id, _broadcasts.version == version)
        now = {
            **changed.model_dump(include={"status", "asked_by", "approved_by"}),
            **changed.model_dump(include={"planned_to", "next_at"}),
            "municipality": changed.content.municipality,
            "content": stored(changed.content),
            "version": version + 1,
            "changed_at": event.at,
            **({"changed_by": event.by} if event.by else {}),
        }
        with self._connections.writing() as connection:
            if not changes_one(connection, same.values(now)):
                return None
            note(connection, event.model_copy(update={"broadcast": changed.id}))
            follow(connection, changed.id, changed.status)
            return _find(connection, changed.id)

    def due(self, now: datetime) -> list[Broadcast]:
        """The active ones whose ``next_at`` has come, the earliest first."""
        come = _all().where(
            _broadcasts.status == BroadcastStatus.ACTIVE, _broadcasts.next_at <= now
        )
        return self._list(come.order_by(_broadcasts.next_at, _broadcasts.id))

    def finished(self) -> list[Broadcast]:
        """The active ones that are never due again and of which nothing is to come, by id."""
        own = [_occurrences.broadcast == _broadcasts.id, _occurrences.status == _OPEN]
        is_pending = recipient.c.turn_at.is_not(None) | (recipient.c.state == _ELSEWHERE)
        messages = exists().where(
            *own, dispatch.c.occurrence == _occurrences.id, dispatch.c.state.in_(UNDER_WAY)
        )
        people = exists().where(*own, recipient.c.occurrence == _occurrences.id, is_pending)
        done = _all().where(
            _broadcasts.status == BroadcastStatus.ACTIVE,
            _broadcasts.next_at.is_(None),
            *(~messages, ~people),
        )
        return self._list(done.order_by(_broadcasts.id))

    def plan(self, plan: Plan, event: Event) -> Occurrence | None:
        """Store an occurrence with all that belongs to it, and move the broadcast on."""
        with self._connections.writing() as connection:
            held = hold(connection, plan.broadcast)
            if (
                held is None
                or held.version != plan.version
                or held.status is not BroadcastStatus.ACTIVE
            ):
                return None
            made = _add_occurrence(connection, plan, held.content)
            if made or held.planned_to is None or held.planned_to < plan.planned_to:
                _move_on(connection, plan)
            if made is None:
                return None
            _fill(connection, made.id, plan)
            filled = {"broadcast": plan.broadcast, "occurrence": made.id}
            note(connection, event.model_copy(update=filled))
            return made

    def note(self, event: Event) -> None:
        """Add to the record; nothing if the broadcast is gone."""
        with self._connections.writing() as connection:
            if hold(connection, event.broadcast):
                note(connection, event)

    def record(self, identity: int) -> list[Event]:
        """A broadcast's record, oldest first."""
        if not 0 < identity <= LARGEST_ID:
            return []
        theirs = events(broadcast_event.c.broadcast == identity)
        with self._connections.reading() as connection:
            return [event_of(row) for row in connection.execute(theirs)]

    def recipients_since(self, municipality: str, start: datetime) -> int:
        """How many recipients its occurrences planned from ``start`` on have."""
        counted = (
            select(func.count())
            .select_from(recipient.join(occurrence).join(broadcast))
            .where(_broadcasts.municipality == municipality, _occurrences.planned_at >= start)
        )
        with self._connections.reading() as connection:
            return connection.execute(counted).scalar_one()

    def rename(self, person: str, pseudonym: str, by: str, at: datetime) -> int:
        """Put a pseudonym in the place of a person who is erased; how many broadcasts."""
        with self._connections.writing() as connection:
            return rename(connection, person, pseudonym, by, at)

    def count_before(self, before: datetime) -> int:
        """How many ``forget`` would remove."""
        old = select(func.count()).select_from(occurrence).where(_occurrences.due_at < before)
        with self._connections.reading() as connection:
            return connection.execute(old).scalar_one()

    def forget(self, before: datetime) -> int:
        """Remove occurrences that were due before that, with what belongs to them; how many."""
        old = select(_occurrences.id).where(_occurrences.due_at < before)
        theirs = delete(broadcast_event).where(broadcast_event.c.occurrence.in_(old))
        digests = delete(dispatch).where(
            dispatch.c.occurrence.is_(None), dispatch.c.due_at < before
        )
        left = exists().where(_occurrences.broadcast == _broadcasts.id)
        over = delete(broadcast).where(
            _broadcasts.status.in_(OVER), _broadcasts.changed_at < before, ~left
        )
        with self._connections.writing() as connection:
            hold_all(connection)
            connection.execute(theirs)
            connection.execute(digests)
            gone = connection.execute(delete(occurrence).where(_occurrences.due_at < before))
            connection.execute(over)
            return gone.rowcount

    def _list(self, statement: Select[Any]) -> list[Broadcast]:
        with self._connections.reading() as connection:
            return [broadcast_of(row) for row in connection.execute(statement)]


def _all() -> Select[Any]:
    return select(broadcast)


def _find(connection: Connection, identity: int) -> Broadcast:
    return broadcast_of(connection.execute(_all().where(_broadcasts.id == identity)).one())


def _add_occurrence(connection: Connection, plan: Plan, content: Content) -> Occurrence | None:
    """None if one of that key is there."""
    told = plan.model_dump(include=set(Occurrence.model_fields))
    row = {**told, "content": stored(content)}
    made = insert_new_rows(connection, occurrence, [row], *_occurrences)
    return occurrence_of(made[0]) if made else None


def _move_on(connection: Connection, plan: Plan) -> None:
    now = {"planned_to": plan.planned_to, "next_at": plan.next_at}
    connection.execute(update(broadcast).where(_broadcasts.id == plan.broadcast).values(now))


def _fill(connection: Connection, identity: int, plan: Plan) -> None:
    filled = {"occurrence": identity}
    add_recipients(connection, (each.model_copy(update=filled) for each in plan.recipients))
    new = [each.model_copy(update=filled) for each in plan.dispatches]
    add_dispatches(connection, new, DispatchState.WAITING)
