"""Contacts and their history."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, or_, select, text, update
from sqlalchemy.exc import IntegrityError

from bot.domain.contacts import Contact, ContactChange, Entry, in_order
from bot.domain.people import is_erased
from bot.services.contacts.ports import ContactDoing
from bot.storage.connections import Connections
from bot.storage.contact_rows import change_of, columns_of, contact_of, contacts_of, record
from bot.storage.contact_tables import contact, contact_change
from bot.storage.rows import changes_one

_LARGEST_ID = 2**31 - 1
"""What an INTEGER holds (https://www.postgresql.org/docs/current/datatype-numeric.html)."""

_contacts = contact.c
_changes = contact_change.c


class _Conflict(Exception):
    """A contact has another version by now: nothing is to be stored."""


class SqlContactBook:
    """``ports.ContactBook``."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def contacts(self, municipality: str) -> list[Contact]:
        """All of a municipality, by role and name."""
        return in_order(self._list(_all().where(_contacts.municipality == municipality)))

    def of_unit(self, municipality: str, unit: str) -> list[Contact]:
        """Those of one unit, by role and name."""
        here = _all().where(_contacts.municipality == municipality, _contacts.unit == unit)
        return in_order(self._list(here))

    def of_person(self, person: str) -> list[Contact]:
        """What somebody is a contact for, by id."""
        return self._list(contacts_of(person))

    def find(self, identity: int) -> Contact | None:
        """One contact by id."""
        if not 0 < identity <= _LARGEST_ID:
            return None
        return next(iter(self._list(_all().where(_contacts.id == identity))), None)

    def store(
        self,
        municipality: str,
        new: Sequence[Entry],
        changed: Sequence[Contact],
        doing: ContactDoing,
    ) -> list[Contact] | None:
        """Add and change contacts, all of it or nothing; None for a conflict."""
        try:
            with self._connections.writing() as connection:
                _wait_for_others(connection)
                added = [_add(connection, municipality, each, doing) for each in new]
                saved = [_save(connection, each, doing) for each in changed]
                return _in_turn(connection, [*added, *saved])
        except (IntegrityError, _Conflict):
            return None

    def remove(self, identity: int, version: int) -> bool:
        """Remove a contact with its history; False if the version is another one by now."""
        same = delete(contact).where(_contacts.id == identity, _contacts.version == version)
        with self._connections.writing() as connection:
            return connection.execute(same).rowcount == 1

    def history(self, identity: int) -> list[ContactChange]:
        """A contact's history, oldest first."""
        if not 0 < identity <= _LARGEST_ID:
            return []
        theirs = select(contact_change).where(_changes.contact == identity)
        with self._connections.reading() as connection:
            return [change_of(row) for row in connection.execute(theirs.order_by(_changes.version))]

    def people(self) -> list[str]:
        """The persons of all contacts, each once, in order."""
        known = select(_contacts.person).where(_contacts.person.is_not(None)).distinct()
        with self._connections.reading() as connection:
            return sorted(
                each for each in connection.execute(known).scalars() if not is_erased(each)
            )

    def mark_left(self, person: str, at: datetime | None) -> int:
        """Note since when somebody is gone, or that they are not, where that is news."""
        is_news = _contacts.left_at.is_(None) if at else _contacts.left_at.is_not(None)
        marked = update(contact).where(_contacts.person == person, is_news).values(left_at=at)
        with self._connections.writing() as connection:
            return connection.execute(marked).rowcount

    def rename(self, person: str, pseudonym: str, doing: ContactDoing) -> int:
        """Put a pseudonym in a person's place everywhere; how many contacts were concerned."""
        with self._connections.writing() as connection:
            held = set(connection.execute(_held_by(person)).scalars())
            made = set(connection.execute(_changed_by(person)).scalars())
            versions = _next_versions(connection, held | made, doing)
            record(connection, versions, doing, {})
            _hide_history(connection, held, person, pseudonym)
            _hide(connection, person, pseudonym)
            for column in (_contacts.changed_by, _changes.by):
                theirs = update(column.table).where(column == person)
                connection.execute(theirs.values({column: pseudonym}))
            return len(versions)

    def _list(self, statement: Select[Any]) -> list[Contact]:
        with self._connections.reading() as connection:
            return [contact_of(row) for row in connection.execute(statement)]


def _all() -> Select[Any]:
    return select(contact)


def _wait_for_others(connection: Connection) -> None:
    """Two who store many at once would wait for each other; on SQLite one writes at a time anyway
    (https://www.postgresql.org/docs/current/explicit-locking.html).
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE contact IN SHARE ROW EXCLUSIVE MODE"))


def _add(connection: Connection, municipality: str, entry: Entry, doing: ContactDoing) -> int:
    standing = {"version": 1, "changed_by": doing.by, "changed_at": doing.at}
    row = {"municipality": municipality, **columns_of(entry), **standing}
    adding = insert(contact).values(row).returning(_contacts.id)
    made: int = connection.execute(adding).scalar_one()
    record(connection, {made: 1}, doing, {})
    return made


def _save(connection: Connection, changed: Contact, doing: ContactDoing) -> int:
    """Raises _Conflict."""
    same = (_contacts.id == changed.id, _contacts.version == changed.version)
    before = connection.execute(_all().where(*same)).first()
    now = {
        **columns_of(changed),
        "left_at": changed.left_at,
        "version": changed.version + 1,
        **{"changed_by": doing.by, "changed_at": doing.at},
    }
    if before is None or not changes_one(connection, update(contact).where(*same).values(now)):
        raise _Conflict
    stated = {changed.id: contact_of(before).entry}
    record(connection, {changed.id: changed.version + 1}, doing, stated)
    return changed.id


def _in_turn(connection: Connection, identities: Sequence[int]) -> list[Contact]:
    found = connection.execute(_all().where(_contacts.id.in_(identities)))
    by_id = {row.id: contact_of(row) for row in found}
    return [by_id[each] for each in identities]


def _held_by(person: str) -> Select[Any]:
    """The contacts that a person is, or was before a change."""
    was = select(_changes.contact).where(_changes.person == person)
    return select(_contacts.id).where(or_(_contacts.person == person, _contacts.id.in_(was)))


def _changed_by(person: str) -> Select[Any]:
    return select(_changes.contact).where(_changes.by == person)


def _next_versions(
    connection: Connection, identities: Collection[int], doing: ContactDoing
) -> dict[int, int]:
    made = (
        update(contact)
        .where(_contacts.id.in_(identities))
        .values(version=_contacts.version + 1, changed_by=doing.by, changed_at=doing.at)
        .returning(_contacts.id, _contacts.version)
    )
    return {row.id: row.version for row in connection.execute(made)}


def _hide(connection: Connection, person: str, pseudonym: str) -> None:
    for row in list(connection.execute(contacts_of(person))):
        hidden = columns_of(contact_of(row).under(pseudonym))
        connection.execute(update(contact).where(_contacts.id == row.id).values(hidden))


def _hide_history(
    connection: Connection, held: Collection[int], person: str, pseudonym: str
) -> None:
    """What was stated of the person, also by name alone before their id was known."""
    stated = select(contact_change).where(
        _changes.contact.in_(held),
        _changes.before.is_not(None),
        or_(_changes.person == person, _changes.person.is_(None)),
    )
    for row in list(connection.execute(stated)):
        hidden = Entry.model_validate(row.before).under(pseudonym)
        entry = update(contact_change).where(
            _changes.contact == row.contact, _changes.version == row.version
        )
        told = {"before": hidden.model_dump(mode="json"), "person": pseudonym}
        connection.execute(entry.values(told))
