"""What the log of activities needs of a database; the rules are those of ``bot.services.ports``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.activities.activity import Activity, Change, ChangeKind, Content, Status
from bot.domain.activities.dates import Dates
from bot.domain.activities.units import Unit
from knowledge.model import Value


class Query(Value):
    """Which activities. None stands for all; ``overlapping`` for those with a day in it,
    ``ended_before`` for those whose last day is before that.
    """

    municipality: str | None = None
    units: frozenset[str] | None = None
    kinds: frozenset[str] | None = None
    countries: frozenset[str] | None = None
    statuses: frozenset[Status] | None = None
    overlapping: Dates | None = None
    ended_before: date | None = None
    logged_by: str | None = None


class Doing(Value):
    """Who changes an activity, when, how and why."""

    kind: ChangeKind
    by: str
    at: datetime
    reason: str | None = None


class ActivityRecord(Value):
    """An activity with its history, oldest first."""

    activity: Activity
    history: tuple[Change, ...]


class ActivityBook(Protocol):
    """Activities with their history. Ids are given from 1 on and never again."""

    def add(
        self, key: str, municipality: str, content: Content, status: Status, doing: Doing
    ) -> Activity:
        """Store a new activity with the first entry of its history; the one stored before, and
        nothing changed, if ``key`` is known.
        """

    def add_all(
        self, keys: Sequence[str], municipality: str, contents: Sequence[Content], doing: Doing
    ) -> list[Activity]:
        """The same for many logged activities: all of them or none."""

    def known(self, keys: Sequence[str]) -> dict[str, Activity]:
        """The activities that were stored under these keys, by key, as they are now."""

    def find(self, identity: int) -> Activity | None:
        """One activity by id."""

    def save(
        self, version: int, changed: Activity, doing: Doing, before: Content | None
    ) -> Activity | None:
        """Store a change as version ``version + 1``, with its entry in the history.

        None, and nothing changed, if the activity has another version than ``version`` by now.
        """

    def remove(self, identity: int, version: int) -> bool:
        """Remove an activity with its history; False, and nothing removed, if it has another
        version than ``version`` by now.
        """

    def history(self, identity: int) -> list[Change]:
        """An activity's history, oldest first."""

    def search(self, query: Query, most: int, skipped: int = 0) -> list[Activity]:
        """Activities, the latest first by their first day, then by id."""

    def count(self, query: Query) -> int:
        """How many ``search`` could find."""

    def every(self, query: Query) -> Iterator[Activity]:
        """All of them by id, read in parts, so that many take little memory."""

    def records(self, query: Query) -> Iterator[ActivityRecord]:
        """The same with their histories, all as they were in one moment."""

    def like(
        self, municipality: str, names: Sequence[str], dates: Dates, besides: int | None
    ) -> list[Activity]:
        """Those not withdrawn that overlap the dates and have one of ``names`` as partner or town,
        however it is written (``alike.compared``); not the one of id ``besides``.
        """

    def last_by(self, person: str) -> Activity | None:
        """What a person logged last."""

    def rename(self, person: str, pseudonym: str, doing: Doing) -> int:
        """Put a pseudonym in a person's place everywhere, with an entry in the history of each
        activity concerned; how many there were. They are no longer an editor of any unit.
        """

    def forget(self, ended_before: date) -> int:
        """Remove activities whose last day is before that, with their history; how many."""


class UnitRegister(Protocol):
    """The units of each municipality."""

    def units(self, municipality: str) -> list[Unit]:
        """The units, by name."""

    def replace(self, municipality: str, units: Sequence[Unit]) -> None:
        """Set all units of a municipality. Those missing that activities, contacts or agreements
        belong to stay, closed.
        """
