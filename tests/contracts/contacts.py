"""Contacts for the tests of what keeps them."""

from __future__ import annotations

from datetime import date

from bot.domain.activities.dates import Dates
from bot.domain.contacts import Contact, ContactChangeKind, ContactRole, Entry
from bot.services.contacts.ports import ContactBook, ContactDoing
from tests.contracts.activities import HOME
from tests.contracts.storages import later

SINCE = date(2026, 1, 1)

ANNA = Entry(
    unit="kultur",
    name="Anna Påhittad 😀",
    person="U1",
    email="anna.pahittad@example.se",
    role=ContactRole.DEPUTY,
    valid=Dates(first=SINCE, last=date(2026, 12, 31)),
)


def entry(
    name: str = "Bo Påhittad",
    person: str | None = None,
    unit: str = "kultur",
    role: ContactRole = ContactRole.CONTACT_PERSON,
    first: date = SINCE,
    last: date | None = None,
) -> Entry:
    valid = Dates(first=first, last=last)
    return Entry(unit=unit, name=name, person=person, role=role, valid=valid)


def contact_doing(
    person: str = "U9",
    minutes: float = 0,
    kind: ContactChangeKind = ContactChangeKind.ADDED,
) -> ContactDoing:
    return ContactDoing(kind=kind, by=person, at=later(minutes))


def stored(
    book: ContactBook, *entries: Entry, by: str = "U9", municipality: str = HOME
) -> list[Contact]:
    made = book.store(municipality, entries, [], contact_doing(by))
    assert made is not None
    return made


def stating(contact: Contact, **stated: object) -> Contact:
    """The contact with something else stated."""
    return contact.model_copy(update=stated)
