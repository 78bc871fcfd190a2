"""Agreements and their history."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, select, update

from bot.domain.agreements import (
    Agreement,
    AgreementChange,
    AgreementContent,
    AgreementStatus,
)
from bot.services.agreements.ports import AgreementDoing
from bot.storage.agreement_rows import (
    agreement_of,
    agreements_of,
    all_agreements,
    before_columns,
    change_of,
    changes_of,
    columns_of,
    record,
)
from bot.storage.agreement_tables import agreement, agreement_change
from bot.storage.columns import storable
from bot.storage.connections import Connections
from bot.storage.rows import changes_one, insert_new_rows

_MOST_AT_ONCE = 10_000
"""Values in one statement: SQLite takes 32,766 (https://sqlite.org/limits.html)."""

_LARGEST_ID = 2**31 - 1
"""What an INTEGER holds (https://www.postgresql.org/docs/current/datatype-numeric.html)."""

_agreements = agreement.c
_changes = agreement_change.c


class SqlAgreementBook:
    """``ports.AgreementBook``."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def agreements(self, municipality: str) -> list[Agreement]:
        """All of a municipality, by id."""
        theirs = all_agreements().where(_agreements.municipality == municipality)
        with self._connections.reading() as connection:
            return list(map(agreement_of, connection.execute(theirs.order_by(_agreements.id))))

    def find(self, identity: int) -> Agreement | None:
        """One agreement by id."""
        if not 0 < identity <= _LARGEST_ID:
            return None
        with self._connections.reading() as connection:
            return _find(connection, identity)

    def add(
        self,
        keys: Sequence[str],
        municipality: str,
        contents: Sequence[AgreementContent],
        doing: AgreementDoing,
    ) -> list[Agreement]:
        """Store new agreements; for a key that is known, the one stored before."""
        stated: dict[str, AgreementContent] = {}
        for key, content in zip(keys, contents, strict=True):
            # Of two with the same key the first one counts, as if they were added one by one.
            stated.setdefault(storable(key), content)
        standing = {
            "municipality": municipality,
            "status": AgreementStatus.IN_FORCE,
            "version": 1,
            **{"added_by": doing.by, "added_at": doing.at},
            **{"changed_by": doing.by, "changed_at": doing.at},
        }
        rows = [{"key": key, **standing, **columns_of(each)} for key, each in stated.items()]
        with self._connections.writing() as connection:
            made = insert_new_rows(connection, agreement, rows, _agreements.id)
            record(connection, {row.id: 1 for row in made}, doing, None)
            found = _by_key(connection, list(stated))
        return [found[storable(key)] for key in keys]

    def known(self, keys: Sequence[str]) -> dict[str, Agreement]:
        """The agreements that were stored under these keys, by key."""
        stored = {storable(key): key for key in keys}
        with self._connections.reading() as connection:
            found = _by_key(connection, list(stored))
        return {stored[key]: each for key, each in found.items()}

    def save(
        self,
        version: int,
        changed: Agreement,
        doing: AgreementDoing,
        before: AgreementContent | None,
    ) -> Agreement | None:
        """Store a change of content and status; None if the version is another one by now."""
        now = {
            **columns_of(changed.content),
            "status": changed.status,
            "version": version + 1,
            **{"changed_by": doing.by, "changed_at": doing.at},
        }
        same = update(agreement).where(_agreements.id == changed.id, _agreements.version == version)
        with self._connections.writing() as connection:
            if not changes_one(connection, same.values(now)):
                return None
            record(connection, {changed.id: version + 1}, doing, before)
            return _find(connection, changed.id)

    def history(self, identity: int) -> list[AgreementChange]:
        """An agreement's history, oldest first."""
        if not 0 < identity <= _LARGEST_ID:
            return []
        theirs = select(agreement_change).where(_changes.agreement == identity)
        with self._connections.reading() as connection:
            return [change_of(row) for row in connection.execute(theirs.order_by(_changes.version))]

    def rename(self, person: str, pseudonym: str, doing: AgreementDoing) -> int:
        """Put a pseudonym in a person's place everywhere; how many agreements were concerned."""
        with self._connections.writing() as connection:
            held = {row.id for row in connection.execute(agreements_of(person))}
            told = {row.agreement for row in connection.execute(changes_of(person))}
            versions = _next_versions(connection, held | told, doing)
            record(connection, versions, doing, None)
            _hide(connection, person, pseudonym)
            _hide_history(connection, person, pseudonym)
            for column in (_agreements.added_by, _agreements.changed_by, _changes.by):
                theirs = update(column.table).where(column == person)
                connection.execute(theirs.values({column: pseudonym}))
            return len(versions)


def _by_key(connection: Connection, keys: Sequence[str]) -> dict[str, Agreement]:
    return {
        row.key: agreement_of(row)
        for start in range(0, len(keys), _MOST_AT_ONCE)
        for row in connection.execute(
            all_agreements()
            .add_columns(_agreements.key)
            .where(_agreements.key.in_(keys[start : start + _MOST_AT_ONCE]))
        )
    }


def _find(connection: Connection, identity: int) -> Agreement | None:
    row = connection.execute(all_agreements().where(_agreements.id == identity)).first()
    return agreement_of(row) if row else None


def _next_versions(
    connection: Connection, identities: Collection[int], doing: AgreementDoing
) -> dict[int, int]:
    made = (
        update(agreement)
        .where(_agreements.id.in_(identities))
        .values(version=_agreements.version + 1, changed_by=doing.by, changed_at=doing.at)
        .returning(_agreements.id, _agreements.version)
    )
    return {row.id: row.version for row in connection.execute(made)}


def _hide(connection: Connection, person: str, pseudonym: str) -> None:
    for row in list(connection.execute(agreements_of(person))):
        hidden = columns_of(agreement_of(row).content.under(person, pseudonym))
        connection.execute(update(agreement).where(_agreements.id == row.id).values(hidden))


def _hide_history(connection: Connection, person: str, pseudonym: str) -> None:
    theirs = select(agreement_change).where(_changes.responsible == person)
    for row in list(connection.execute(theirs)):
        before = change_of(row).before
        hidden = before_columns(before and before.under(person, pseudonym))
        entry = update(agreement_change).where(
            _changes.agreement == row.agreement, _changes.version == row.version
        )
        connection.execute(entry.values(hidden))
