"""A municipality's contacts over fakes."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from bot.domain.activities.dates import Dates
from bot.domain.activities.units import Unit, UnitKind
from bot.domain.contacts import Contact, ContactRole, Entry
from bot.services.contacts.importing import ContactImporting
from bot.services.contacts.register import Contacts
from bot.services.rights import Rights
from tests.fakes.storage import FakeDatabase
from tests.unit.bot.services.asked import Clock, FakeDirectory

HOME = "Skara"
TODAY = date(2026, 11, 2)
SINCE = date(2026, 1, 1)
ANNA, COORDINATOR, MEMBER = "U0ANNA", "U0KIM", "U0MOA"

UNITS = (
    ("kn", "Kulturnämnden", None),
    ("kf", "Kultur- och fritidskontoret", None),
    ("bib", "Stadsbiblioteket", "kf"),
    ("sbu", "Sektor barn och utbildning", None),
    ("skola", "Ängsskolan", "sbu"),
    ("ks", "Kommunstyrelsen", None),
    ("tn", "Tekniska nämnden", None),
)


class Desk(NamedTuple):
    contacts: Contacts
    importing: ContactImporting
    database: FakeDatabase
    directory: FakeDirectory
    clock: Clock

    def everything(self) -> list[Contact]:
        return self.database.contacts.contacts(HOME)


def make_desk() -> Desk:
    database, directory, clock = FakeDatabase(), FakeDirectory(), Clock()
    directory.coordinators = {COORDINATOR}
    database.units.replace(HOME, [unit(*each) for each in UNITS])
    rights = Rights(directory, database.denials, clock)
    parts = (database.contacts, database.units, rights, clock)
    return Desk(Contacts(*parts), ContactImporting(*parts), database, directory, clock)


def unit(identity: str, name: str, parent: str | None = None, *, closed: bool = False) -> Unit:
    kind = UnitKind.OTHER
    return Unit(id=identity, municipality=HOME, name=name, kind=kind, parent=parent, closed=closed)


def entry(
    unit: str = "kn",
    name: str = "Anna Påhittad",
    person: str | None = None,
    role: ContactRole = ContactRole.CONTACT_PERSON,
    first: date = SINCE,
    last: date | None = None,
    email: str | None = None,
) -> Entry:
    valid = Dates(first=first, last=last)
    return Entry(unit=unit, name=name, person=person, email=email, role=role, valid=valid)


def added(desk: Desk, *entries: Entry) -> list[Contact]:
    return [desk.contacts.add(HOME, each, COORDINATOR) for each in entries]


def refusals(desk: Desk) -> list[tuple[str, str]]:
    return [(each.person, each.action) for each in desk.database.denials.since(desk.clock())]
