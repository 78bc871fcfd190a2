"""Dispatches: what is to be sent to whom, by whom it is being sent, and what came of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    CompoundSelect,
    Connection,
    String,
    func,
    literal,
    or_,
    select,
    union_all,
    update,
)

from bot.domain.reminders.broadcast import BroadcastStatus
from bot.domain.reminders.dispatch import Dispatch, DispatchKind, DispatchState, NewDispatch
from bot.domain.reminders.occurrence import RecipientState
from bot.services.reminders.ports import PACE, DispatchCount
from bot.storage.connections import Connections
from bot.storage.reminder_rows import (
    DISPATCH,
    add_dispatches,
    beginning,
    dispatch_of,
    hold_by_occurrences,
)
from bot.storage.reminder_tables import dispatch, recipient
from bot.storage.rows import changes_one

_CLAIMING = 0x636C61696D
"""The number of the lock on PostgreSQL ("claim"): any will do that nobody else uses."""

_PART = 500
"""Dispatches in memory at once when all are read."""

_MOST_DROPPED = 1_000
"""Dispatches that one claim drops; the next one drops more."""

_UNLEASED = {"token": None, "leased_until": None}

_dispatches = dispatch.c


class SqlOutbox:
    """``ports.Outbox``."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(self, dispatches: Sequence[NewDispatch]) -> int:
        """Plan dispatches unless their keys are there; how many are new."""
        wanted = {each.occurrence for each in dispatches if each.occurrence is not None}
        digests = [each for each in dispatches if each.occurrence is None]
        with self._connections.writing() as connection:
            held = hold_by_occurrences(connection, wanted)
            added = add_dispatches(connection, digests, DispatchState.WAITING)
            for identity, theirs in held.items():
                own = [each for each in dispatches if each.occurrence == identity]
                added += _add(connection, identity, own, theirs.status)
            return added

    def claim(self, now: datetime, leased_until: datetime, token: str, most: int) -> list[Dispatch]:
        """Lease waiting dispatches that may be tried by now and that nobody leases."""
        too_late = _dispatches.drop_at <= now
        unleased = (_is(DispatchState.WAITING), _dispatches.token.is_(None))
        in_time = or_(_dispatches.drop_at.is_(None), ~too_late), _dispatches.not_before <= now
        with self._connections.writing() as connection:
            _wait_for_other_claims(connection)
            _let_go(connection, now, leased_until)
            late = _lock(
                connection, *unleased, too_late, most=_MOST_DROPPED, by=_dispatches.drop_at
            )
            _update(connection, late, {"state": DispatchState.DROPPED})
            free = (*unleased, *in_time, _dispatches.person.not_in(_busy(now)))
            found = _first_of_each(connection, free, most)
            return _leased(connection, found, leased_until, token)

    def begin(self, identity: int, token: str, at: datetime) -> bool:
        """It is being sent from now on, unless it was dropped or held meanwhile."""
        began = {"begun_at": at, "attempts": _dispatches.attempts + 1}
        return self._change(
            identity, token, [DispatchState.WAITING], {"state": DispatchState.SENDING, **began}
        )

    def sent(self, identity: int, token: str, at: datetime, channel: str, message: str) -> bool:
        """It arrived."""
        where = {"sent_at": at, "channel": channel, "message": message}
        return self._settle(identity, token, {"state": DispatchState.SENT, **where})

    def not_sent(self, identity: int, token: str, until: datetime) -> bool:
        """It certainly did not arrive: waiting again, or what it has come to meanwhile."""
        back = {"state": _dispatches.if_unsent, "not_before": until, **_UNLEASED}
        return self._change(identity, token, [DispatchState.WAITING, DispatchState.SENDING], back)

    def failed(self, identity: int, token: str, at: datetime, failure: str) -> bool:
        """It certainly did not arrive and never will."""
        why = {"failed_at": at, "failure": failure}
        return self._settle(identity, token, {"state": DispatchState.FAILED, **why})

    def in_doubt(self, identity: int, token: str) -> bool:
        """Whether it arrived is unknown: free to be taken over at once."""
        return self._settle(identity, token, {})

    def take_over(
        self, now: datetime, leased_until: datetime, token: str, most: int
    ) -> list[Dispatch]:
        """Lease dispatches that are being sent and whose lease has run out, oldest first."""
        free = or_(_dispatches.token.is_(None), _run_out(now, leased_until))
        with self._connections.writing() as connection:
            found = _lock(
                connection, _is(DispatchState.SENDING), free, most=most, by=_dispatches.begun_at
            )
            return _leased(connection, found, leased_until, token)

    def of_occurrence(self, occurrence: int) -> list[Dispatch]:
        """All of an occurrence, by id."""
        theirs = select(*DISPATCH).where(_dispatches.occurrence == occurrence)
        with self._connections.reading() as connection:
            return list(map(dispatch_of, connection.execute(theirs.order_by(_dispatches.id))))

    def counts(self, occurrence: int) -> list[DispatchCount]:
        """How many are in which state."""
        counted = (
            select(_dispatches.state, func.count().label("number"))
            .where(_dispatches.occurrence == occurrence)
            .group_by(_dispatches.state)
        )
        with self._connections.reading() as connection:
            found = {row.state: row.number for row in connection.execute(counted)}
        return [
            DispatchCount(state=state, count=found[state])
            for state in DispatchState
            if state in found
        ]

    def last_digest(self, person: str | None, before: datetime) -> datetime | None:
        """When the latest digest to somebody, or with None to anybody, that was due before that
        moment was due, of those that arrived or still may.
        """
        theirs = (
            *((_dispatches.person == person,) if person is not None else ()),
            _dispatches.kind == DispatchKind.DIGEST,
            _dispatches.state.not_in([DispatchState.FAILED, DispatchState.DROPPED]),
        )
        latest = select(func.max(_dispatches.due_at)).where(*theirs, _dispatches.due_at < before)
        with self._connections.reading() as connection:
            return connection.execute(latest).scalar()

    def next_at(self) -> datetime | None:
        """When the next may be tried, or taken over, at the earliest; None where none is left."""
        turns = (
            (_dispatches.not_before, (_is(DispatchState.WAITING), _dispatches.token.is_(None))),
            (_dispatches.leased_until, (_dispatches.token.is_not(None),)),
            (_dispatches.begun_at, (_is(DispatchState.SENDING), _dispatches.token.is_(None))),
        )
        with self._connections.reading() as connection:
            earliest = [
                connection.execute(select(func.min(moment)).where(*which)).scalar()
                for moment, which in turns
            ]
        return min((each for each in earliest if each), default=None)

    def every(self) -> Iterator[Dispatch]:
        """All of them by id, read in parts."""
        # One statement sees one state of the database, however long its rows are read.
        found = select(*DISPATCH).order_by(_dispatches.id).execution_options(yield_per=_PART)
        with self._connections.reading() as connection:
            yield from map(dispatch_of, connection.execute(found))

    def _settle(self, identity: int, token: str, outcome: Mapping[str, object]) -> bool:
        """What became of one under way; it is nobody's from now on."""
        return self._change(identity, token, [DispatchState.SENDING], {**outcome, **_UNLEASED})

    def _change(
        self,
        identity: int,
        token: str,
        states: Collection[DispatchState],
        now: Mapping[str, object],
    ) -> bool:
        own = update(dispatch).where(
            _dispatches.id == identity, _dispatches.token == token, _dispatches.state.in_(states)
        )
        with self._connections.writing() as connection:
            return changes_one(connection, own.values(now))


def _add(
    connection: Connection, identity: int, new: Sequence[NewDispatch], status: BroadcastStatus
) -> int:
    """Plan dispatches of an occurrence whose broadcast is held."""
    resting = [state for state in RecipientState if state.is_left_alone]
    theirs = (recipient.c.occurrence == identity, recipient.c.state.in_(resting))
    left_alone = set(connection.execute(select(recipient.c.person).where(*theirs)).scalars())
    wanted = [each for each in new if each.subject not in left_alone]
    unwanted = [each for each in new if each.subject in left_alone]
    added = add_dispatches(connection, wanted, beginning(status))
    return added + add_dispatches(connection, unwanted, DispatchState.DROPPED)


def _wait_for_other_claims(connection: Connection) -> None:
    """Two who claim at once would not see of each other which people they send to; on SQLite one
    writes at a time anyway (https://www.postgresql.org/docs/current/explicit-locking.html).
    """
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_CLAIMING)))


def _is(state: DispatchState) -> ColumnElement[bool]:
    """Written out in the statement: else no partial index is used."""
    return _dispatches.state == literal(state.value, String, literal_execute=True)


def _run_out(now: datetime, leased_until: datetime) -> ColumnElement[bool]:
    put_back = leased_until + (leased_until - now)
    return or_(_dispatches.leased_until <= now, _dispatches.leased_until > put_back)


def _let_go(connection: Connection, now: datetime, leased_until: datetime) -> None:
    """Have nobody lease what was claimed so long ago."""
    leased = (_is(DispatchState.WAITING), _dispatches.token.is_not(None))
    run_out = _run_out(now, leased_until)
    found = _lock(connection, *leased, run_out, by=_dispatches.leased_until)
    _update(connection, found, _UNLEASED)


def _busy(now: datetime) -> CompoundSelect[Any]:
    """The people whom somebody has something for, or was sent something just now."""
    sent = (_dispatches.sent_at > now - PACE, _dispatches.sent_at < now + PACE)
    each = ((_dispatches.token.is_not(None),), (_is(DispatchState.SENDING),), sent)
    return union_all(*(select(_dispatches.person).where(*which) for which in each))


def _first_of_each(
    connection: Connection, free: Sequence[ColumnElement[bool]], most: int
) -> list[Dispatch]:
    """The earliest ones that are free, one a person."""
    found: dict[str, Dispatch] = {}
    while len(found) < most:
        others = _dispatches.person.not_in(list(found))
        more = _lock(connection, *free, others, most=most - len(found))
        if not more:
            break
        for each in more:
            found.setdefault(each.person, each)
    return list(found.values())


def _lock(
    connection: Connection,
    *which: ColumnElement[bool],
    most: int | None = None,
    by: Column[Any] = _dispatches.not_before,
) -> list[Dispatch]:
    """Dispatches that nobody else changes now, the earliest first."""
    found = select(*DISPATCH).where(*which).order_by(by, _dispatches.id)
    if most is not None:
        found = found.limit(max(most, 0))
    # What another process has just locked, it changes. SQLite leaves this out: there a transaction
    # that will write is alone.
    locked = found.with_for_update(skip_locked=True, of=dispatch)
    return list(map(dispatch_of, connection.execute(locked)))


def _update(connection: Connection, found: Sequence[Dispatch], now: Mapping[str, object]) -> None:
    if found:
        these = _dispatches.id.in_([each.id for each in found])
        connection.execute(update(dispatch).where(these).values(now))


def _leased(
    connection: Connection, found: Sequence[Dispatch], leased_until: datetime, token: str
) -> list[Dispatch]:
    _update(connection, found, {"token": token, "leased_until": leased_until})
    return list(found)
