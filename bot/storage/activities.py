"""Activities and their history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, select, update

from bot.domain.activities.activity import Activity, Change, Content, Status
from bot.domain.activities.dates import Dates
from bot.services.activities.ports import ActivityRecord, Doing, Query
from bot.storage import tables
from bot.storage.activity_rows import (
    activity_of,
    all_activities,
    change_of,
    columns_of,
    conditions_of,
    latest_first,
    overlapping,
    stored_names,
)
from bot.storage.columns import storable
from bot.storage.connections import Connections
from bot.storage.rows import changes_one, insert_new_rows

_MOST_AT_ONCE = 10_000
"""Values in one statement: SQLite takes 32,766 (https://sqlite.org/limits.html)."""

_PART = 500
"""Activities in memory at once when all are read."""

_LARGEST_ID = 2**31 - 1
"""What an INTEGER holds (https://www.postgresql.org/docs/current/datatype-numeric.html)."""

_activities = tables.activity.c
_changes = tables.activity_change.c


class SqlActivityBook:
    """``ports.ActivityBook``."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(
        self, key: str, municipality: str, content: Content, status: Status, doing: Doing
    ) -> Activity:
        """Store a new activity with its history; the one stored before if ``key`` is known."""
        with self._connections.writing() as connection:
            return _added(connection, municipality, {key: content}, status, doing)[storable(key)]

    def add_all(
        self, keys: Sequence[str], municipality: str, contents: Sequence[Content], doing: Doing
    ) -> list[Activity]:
        """The same for many logged activities: all of them or none."""
        stated: dict[str, Content] = {}
        for key, content in zip(keys, contents, strict=True):
            # Of two with the same key the first one counts, as if they were added one by one.
            stated.setdefault(key, content)
        with self._connections.writing() as connection:
            found = _added(connection, municipality, stated, Status.LOGGED, doing)
        return [found[storable(key)] for key in keys]

    def known(self, keys: Sequence[str]) -> dict[str, Activity]:
        """The activities that were stored under these keys, by key."""
        stored = {storable(key): key for key in keys}
        with self._connections.reading() as connection:
            found = _by_key(connection, list(stored))
        return {stored[key]: activity for key, activity in found.items()}

    def find(self, identity: int) -> Activity | None:
        """One activity by id."""
        if not 0 < identity <= _LARGEST_ID:
            return None
        with self._connections.reading() as connection:
            return _find(connection, identity)

    def save(
        self, version: int, changed: Activity, doing: Doing, before: Content | None
    ) -> Activity | None:
        """Store a change of content and status; None if the version is another one by now."""
        now = {
            **columns_of(changed.content),
            "status": changed.status,
            "version": version + 1,
            "changed_by": doing.by,
            "changed_at": doing.at,
        }
        same = update(tables.activity).where(
            _activities.id == changed.id, _activities.version == version
        )
        with self._connections.writing() as connection:
            if not changes_one(connection, same.values(now)):
                return None
            for table in (tables.activity_country, tables.activity_name):
                connection.execute(delete(table).where(table.c.activity == changed.id))
            _make_findable(connection, {changed.id: changed.content})
            _record(connection, {changed.id: version + 1}, doing, before)
            return _find(connection, changed.id)

    def remove(self, identity: int, version: int) -> bool:
        """Remove an activity with its history; False if the version is another one by now."""
        same = delete(tables.activity).where(
            _activities.id == identity, _activities.version == version
        )
        with self._connections.writing() as connection:
            return connection.execute(same).rowcount == 1

    def history(self, identity: int) -> list[Change]:
        """An activity's history, oldest first."""
        if not 0 < identity <= _LARGEST_ID:
            return []
        with self._connections.reading() as connection:
            return _histories(connection, [identity])[identity]

    def search(self, query: Query, most: int, skipped: int = 0) -> list[Activity]:
        """Activities, the latest first by their first day, then by id."""
        # Sorted by their days alone: with all that they state, a late page took a quarter second.
        found = latest_first(select(_activities.id).where(*conditions_of(query)))
        page = found.limit(most).offset(skipped)
        return self._list(latest_first(all_activities().where(_activities.id.in_(page))))

    def count(self, query: Query) -> int:
        """How many ``search`` could find."""
        counted = select(func.count()).select_from(tables.activity).where(*conditions_of(query))
        with self._connections.reading() as connection:
            return connection.execute(counted).scalar_one()

    def every(self, query: Query) -> Iterator[Activity]:
        """All of them by id, read in parts."""
        # One statement sees one state of the database, however long its rows are read.
        found = all_activities().where(*conditions_of(query)).order_by(_activities.id)
        with self._connections.reading() as connection:
            rows = connection.execute(found.execution_options(yield_per=_PART))
            yield from map(activity_of, rows)

    def records(self, query: Query) -> Iterator[ActivityRecord]:
        """The same with their histories, of one state of the database."""
        found = all_activities().where(*conditions_of(query)).order_by(_activities.id)
        with self._connections.snapshot() as connection:
            rows = connection.execute(found.execution_options(yield_per=_PART))
            for part in rows.partitions():
                activities = [activity_of(row) for row in part]
                histories = _histories(connection, [each.id for each in activities])
                for each in activities:
                    yield ActivityRecord(activity=each, history=tuple(histories[each.id]))

    def like(
        self, municipality: str, names: Sequence[str], dates: Dates, besides: int | None
    ) -> list[Activity]:
        """Those not withdrawn that share a day and a partner or town, the latest first."""
        named = tables.activity_name.c
        sharing = select(named.activity).where(named.name.in_(stored_names(names)))
        found = all_activities().where(
            _activities.municipality == municipality,
            _activities.status != Status.WITHDRAWN,
            _activities.id.in_(sharing),
            *overlapping(dates),
        )
        if besides is not None:
            found = found.where(_activities.id != besides)
        return self._list(latest_first(found))

    def last_by(self, person: str) -> Activity | None:
        """What a person logged last."""
        own = all_activities().where(_activities.logged_by == person)
        latest = own.order_by(_activities.logged_at.desc(), _activities.id.desc())
        return next(iter(self._list(latest.limit(1))), None)

    def rename(self, person: str, pseudonym: str, doing: Doing) -> int:
        """Put a pseudonym in a person's place everywhere; how many activities were concerned."""
        with self._connections.writing() as connection:
            versions = _next_version(connection, person, doing)
            _record(connection, versions, doing, None)
            for column in (_activities.logged_by, _activities.changed_by, _changes.by):
                theirs = update(column.table).where(column == person)
                connection.execute(theirs.values({column: pseudonym}))
            editor = tables.unit_editor
            connection.execute(delete(editor).where(editor.c.person == person))
            return len(versions)

    def forget(self, ended_before: date) -> int:
        """Remove activities whose last day is before that, with their history; how many."""
        old = delete(tables.activity).where(_activities.last_day < ended_before)
        with self._connections.writing() as connection:
            return connection.execute(old).rowcount

    def _list(self, statement: Select[Any]) -> list[Activity]:
        with self._connections.reading() as connection:
            return [activity_of(row) for row in connection.execute(statement)]


def _added(
    connection: Connection,
    municipality: str,
    stated: Mapping[str, Content],
    status: Status,
    doing: Doing,
) -> dict[str, Activity]:
    """Add what is stated under keys that are not known; all of their activities by key."""
    contents = {storable(key): content for key, content in stated.items()}
    standing = {
        "municipality": municipality,
        "status": status,
        "version": 1,
        **{"logged_by": doing.by, "logged_at": doing.at},
        **{"changed_by": doing.by, "changed_at": doing.at},
    }
    rows = [{"key": key, **standing, **columns_of(content)} for key, content in contents.items()]
    made = insert_new_rows(connection, tables.activity, rows, _activities.id, _activities.key)
    new = {row.id: contents[row.key] for row in made}
    _make_findable(connection, new)
    _record(connection, dict.fromkeys(new, 1), doing, None)
    return _by_key(connection, list(contents))


def _by_key(connection: Connection, keys: Sequence[str]) -> dict[str, Activity]:
    return {
        row.key: activity_of(row)
        for start in range(0, len(keys), _MOST_AT_ONCE)
        for row in connection.execute(
            all_activities()
            .add_columns(_activities.key)
            .where(_activities.key.in_(keys[start : start + _MOST_AT_ONCE]))
        )
    }


def _histories(connection: Connection, identities: Sequence[int]) -> Mapping[int, list[Change]]:
    """The histories of activities by id, oldest first; none for what is not there."""
    histories: dict[int, list[Change]] = {identity: [] for identity in identities}
    theirs = select(tables.activity_change).where(_changes.activity.in_(identities))
    for row in connection.execute(theirs.order_by(_changes.activity, _changes.version)):
        histories[row.activity].append(change_of(row))
    return histories


def _make_findable(connection: Connection, contents: Mapping[int, Content]) -> None:
    """Write down the countries, partners and towns of activities by id."""
    countries = [
        {"activity": identity, "country": country}
        for identity, content in contents.items()
        for country in set(content.countries)
    ]
    names = [
        {"activity": identity, "name": name}
        for identity, content in contents.items()
        for name in stored_names([*content.partners, *content.cities])
    ]
    for table, rows in ((tables.activity_country, countries), (tables.activity_name, names)):
        if rows:
            connection.execute(insert(table), rows)


def _record(
    connection: Connection, versions: Mapping[int, int], doing: Doing, before: Content | None
) -> None:
    """Write down what made each activity, by id, the version that it is now."""
    entry = {
        **doing.model_dump(),
        "before": before.model_dump(mode="json") if before is not None else None,
    }
    rows = [{"activity": each, "version": version, **entry} for each, version in versions.items()]
    if rows:
        connection.execute(insert(tables.activity_change), rows)


def _next_version(connection: Connection, person: str, doing: Doing) -> dict[int, int]:
    """Make a new version of each activity that a person has to do with; the versions by id."""
    theirs = select(_changes.activity).where(_changes.by == person)
    changed = (
        update(tables.activity)
        .where(_activities.id.in_(theirs))
        .values(version=_activities.version + 1, changed_by=doing.by, changed_at=doing.at)
        .returning(_activities.id, _activities.version)
    )
    return {row.id: row.version for row in connection.execute(changed)}


def _find(connection: Connection, identity: int) -> Activity | None:
    row = connection.execute(all_activities().where(_activities.id == identity)).first()
    return activity_of(row) if row else None
