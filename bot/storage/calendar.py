"""What was decided about the duties that documents propose, and who may subscribe to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, Select, and_, delete, func, select, update

from bot.domain.reminders.proposals import Acknowledgement, Decision
from bot.services.calendar.ports import Feed
from bot.storage.calendar_tables import calendar_feed, duty_decision, duty_drift_seen
from bot.storage.connections import Connections
from bot.storage.rows import insert_new, put

_decisions = duty_decision.c
_seen = duty_drift_seen.c
_feeds = calendar_feed.c
_IN_ORDER = _decisions.at, _decisions.handle, _decisions.number


class SqlCalendarBook:
    """``ports.CalendarBook``."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def decide(self, municipality: str, decision: Decision) -> bool:
        """Add a decision. False, and nothing changed, if one of its number is there."""
        row = {
            **decision.model_dump(exclude={"proposal", "schedule"}),
            **decision.model_dump(mode="json", include={"proposal", "schedule"}),
            "municipality": municipality,
            "handle": decision.handle,
        }
        with self._connections.writing() as connection:
            return insert_new(connection, duty_decision, row)

    def drafted(self, municipality: str, handle: str, number: int, broadcast: int) -> None:
        """The draft of a decision is made."""
        one = update(duty_decision).where(
            _decisions.municipality == municipality,
            _decisions.handle == handle,
            _decisions.number == number,
        )
        with self._connections.writing() as connection:
            connection.execute(one.values(broadcast=broadcast))

    def decisions(self, municipality: str) -> list[Decision]:
        """The last decision on each proposal, oldest first."""
        here = _decisions.municipality == municipality
        last = (
            select(_decisions.handle, func.max(_decisions.number).label("number"))
            .where(here)
            .group_by(_decisions.handle)
            .subquery()
        )
        is_last = and_(_decisions.handle == last.c.handle, _decisions.number == last.c.number)
        return self._list(select(duty_decision).join(last, is_last).where(here))

    def history(self, municipality: str, handle: str) -> list[Decision]:
        """All decisions on a proposal, oldest first."""
        own = (_decisions.municipality == municipality, _decisions.handle == handle)
        return self._list(select(duty_decision).where(*own))

    def acknowledge(self, municipality: str, seen: Acknowledgement) -> None:
        """Remember that a drift was seen, in the place of an earlier one of the proposal."""
        with self._connections.writing() as connection:
            put(connection, duty_drift_seen, {"municipality": municipality, **seen.model_dump()})

    def acknowledged(self, municipality: str) -> list[Acknowledgement]:
        """The drifts that were seen, the last of each proposal."""
        here = select(duty_drift_seen).where(_seen.municipality == municipality)
        with self._connections.reading() as connection:
            return acknowledgements_of(connection.execute(here.order_by(_seen.at, _seen.handle)))

    def set_feed(self, feed: Feed) -> None:
        """Let a municipality's calendar be subscribed to by this address only."""
        with self._connections.writing() as connection:
            put(connection, calendar_feed, feed.model_dump())

    def end_feed(self, municipality: str) -> bool:
        """Let it not be subscribed to; whether it could."""
        own = delete(calendar_feed).where(_feeds.municipality == municipality)
        with self._connections.writing() as connection:
            return connection.execute(own).rowcount == 1

    def feed(self, digest: str) -> Feed | None:
        """The feed of that token."""
        own = select(calendar_feed).where(_feeds.digest == digest)
        with self._connections.reading() as connection:
            row = connection.execute(own).first()
        return Feed.model_validate(dict(row._mapping)) if row else None

    def _list(self, chosen: Select[Any]) -> list[Decision]:
        with self._connections.reading() as connection:
            return decisions_of(connection.execute(chosen.order_by(*_IN_ORDER)))


def decisions_by(person: str) -> Select[Any]:
    """What a person decided."""
    return select(duty_decision).where(_decisions.by == person).order_by(*_IN_ORDER)


def acknowledgements_by(person: str) -> Select[Any]:
    """The drifts that a person has seen."""
    return select(duty_drift_seen).where(_seen.by == person).order_by(_seen.at, _seen.handle)


def feeds_by(person: str) -> Select[Any]:
    """The municipalities whose feeds a person has set up."""
    return select(_feeds.municipality).where(_feeds.by == person).order_by(_feeds.municipality)


def decisions_of(rows: Iterable[Row[Any]]) -> list[Decision]:
    """Rows as decisions."""
    return [Decision.model_validate(_fields(row, Decision.model_fields)) for row in rows]


def acknowledgements_of(rows: Iterable[Row[Any]]) -> list[Acknowledgement]:
    """Rows as acknowledgements."""
    fields = Acknowledgement.model_fields
    return [Acknowledgement.model_validate(_fields(row, fields)) for row in rows]


def _fields(row: Row[Any], names: Iterable[str]) -> dict[str, Any]:
    return {name: row._mapping[name] for name in names}
