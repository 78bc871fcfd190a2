"""Contacts and their history as rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Row, Select, insert, select

from bot.domain.contacts import Contact, ContactChange, Entry
from bot.services.contacts.ports import ContactDoing
from bot.storage.contact_tables import contact, contact_change

_contacts = contact.c
_changes = contact_change.c


def columns_of(entry: Entry) -> dict[str, object]:
    """What is stated of a contact."""
    return {
        **entry.model_dump(include={"unit", "role", "name", "person", "email"}),
        "who": entry.who,
        "first_day": entry.valid.first,
        "last_day": entry.valid.last,
    }


def contact_of(row: Row[Any]) -> Contact:
    """A contact out of all the columns of its table."""
    fields = dict(row._mapping)
    fields.pop("who")
    valid = {"first": fields.pop("first_day"), "last": fields.pop("last_day")}
    return Contact.model_validate({**fields, "valid": valid})


def change_of(row: Row[Any]) -> ContactChange:
    """An entry of a history out of all the columns of its table."""
    fields = dict(row._mapping)
    fields.pop("person")
    return ContactChange.model_validate(fields)


def record(
    connection: Connection,
    versions: Mapping[int, int],
    doing: ContactDoing,
    before: Mapping[int, Entry],
) -> None:
    """Write down what made each contact, by id, the version that it is now."""
    rows = [
        {**doing.model_dump(), "contact": each, "version": version, **_before(before.get(each))}
        for each, version in versions.items()
    ]
    if rows:
        connection.execute(insert(contact_change), rows)


def contacts_of(person: str) -> Select[Any]:
    """Those of a person, by id."""
    return select(contact).where(_contacts.person == person).order_by(_contacts.id)


def changes_of(person: str) -> Select[Any]:
    """The changes that a person made, and those of what was stated of them, oldest first."""
    concerned = (_changes.by == person) | (_changes.person == person)
    order = (_changes.at, _changes.contact, _changes.version)
    return select(contact_change).where(concerned).order_by(*order)


def _before(entry: Entry | None) -> dict[str, object]:
    if entry is None:
        return {"before": None, "person": None}
    return {"before": entry.model_dump(mode="json"), "person": entry.person}
