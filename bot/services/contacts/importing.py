"""Contacts out of a sheet or a user group: first what would happen, then all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

from bot.domain.activities.dates import Dates
from bot.domain.activities.rights import Deed
from bot.domain.activities.units import Unit
from bot.domain.contacts import Contact, ContactChangeKind, ContactRole, Entry
from bot.domain.days import swedish_day
from bot.domain.people import Person, Standing
from bot.services.activities.cells import date_in
from bot.services.activities.permission import require
from bot.services.activities.ports import UnitRegister
from bot.services.activities.sheets import Columns, Problem, Row, Sheet, plain, rows_of
from bot.services.activities.unit_names import UnitNames
from bot.services.contacts.cells import RUNNING, email_in, name_in, person_in, role_in
from bot.services.contacts.ports import ContactBook, ContactDoing
from bot.services.contacts.register import is_same
from bot.services.errors import ContactsChanged
from bot.services.rights import Rights
from knowledge.language.words import fold
from knowledge.model import Value

CONTACT_COLUMNS = Columns(
    {
        "unit": ("enhet", "unit"),
        "role": ("roll", "role"),
        "name": ("namn", "name"),
        "person": ("slack id", "person"),
        "email": ("e-post", "email", "e-mail", "epost", "mejl"),
        "first": ("från", "from", "från och med", "first day", "första dag"),
        "last": ("till", "to", "till och med", "last day", "sista dag"),
    },
    needed=("unit", "name"),
)
"""The columns, by the Swedish and the English name of the template and whatever else they are
called.
"""


class Renewed(Value):
    """A contact that is there, and what it would be."""

    before: Contact
    after: Contact


class ContactPlan(Value):
    """What an import would do; nothing is stored yet. ``same`` counts what is there already;
    ``absent`` are contacts of today that a sheet does not name: they stay. ``outside`` are members
    of a group who are none of the workspace.
    """

    municipality: str
    new: tuple[Entry, ...] = ()
    changed: tuple[Renewed, ...] = ()
    same: int = 0
    absent: tuple[Contact, ...] = ()
    outside: tuple[Person, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to store."""
        return not (self.new or self.changed)


class _Told(Value):
    """A row. None where it does not say."""

    unit: str
    role: ContactRole | None
    name: str
    person: str | None
    email: str | None
    first: date | None
    last: date | None
    is_running: bool


class ContactImporting:
    """Imports for coordinators."""

    def __init__(
        self,
        book: ContactBook,
        register: UnitRegister,
        rights: Rights,
        now: Callable[[], datetime],
    ) -> None:
        self._book = book
        self._register = register
        self._rights = rights
        self._now = now

    def plan(self, sheet: Sheet, municipality: str, person: str) -> ContactPlan:
        """What the sheet would add and change. What a cell leaves blank stays as it is, or is from
        today until further notice. Raises OnlyCoordinators.
        """
        require(self._rights, person, Deed.MANAGE_CONTACTS)
        rows, problems = rows_of(sheet, CONTACT_COLUMNS)
        units = self._register.units(municipality)
        names = UnitNames(units, takes_closed=True)
        told = [(row, read) for row in rows if (read := _read(row, names))]
        known = self._book.contacts(municipality)
        placed = self._placed(told, known, units)
        found = {before.id for _, before in placed if before}
        return self._sorted(
            ContactPlan(
                municipality=municipality,
                absent=tuple(
                    each for each in known if each.holds_on(self._today) and each.id not in found
                ),
                problems=(*problems, *(problem for row in rows for problem in row.problems)),
            ),
            placed,
        )

    def plan_group(
        self,
        members: Iterable[Person],
        municipality: str,
        unit: str,
        role: ContactRole,
        person: str,
    ) -> ContactPlan:
        """What it would add to make the members of a group contacts of a unit from today on. Raises
        OnlyCoordinators.
        """
        require(self._rights, person, Deed.MANAGE_CONTACTS)
        people = list(members)
        known = self._book.of_unit(municipality, unit)
        valid = Dates(first=self._today, last=None)
        wanted = [
            Entry(unit=unit, name=_name_of(each), person=each.id, role=role, valid=valid)
            for each in people
            if each.standing is Standing.MEMBER
        ]
        new = [each for each in wanted if not any(is_same(each, other) for other in known)]
        return ContactPlan(
            municipality=municipality,
            new=tuple(new),
            same=len(wanted) - len(new),
            outside=tuple(each for each in people if each.standing is not Standing.MEMBER),
        )

    def carry_out(self, plan: ContactPlan, person: str) -> list[Contact]:
        """Store a plan, all of it or nothing; the new contacts, then the changed ones.

        Raises OnlyCoordinators, ContactsChanged where somebody was faster, and ValueError for a
        plan with problems.
        """
        require(self._rights, person, Deed.MANAGE_CONTACTS)
        if plan.problems:
            raise ValueError("contacts with problems are not stored")
        doing = ContactDoing(kind=ContactChangeKind.IMPORTED, by=person, at=self._now())
        changed = [each.after for each in plan.changed]
        stored = self._book.store(plan.municipality, plan.new, changed, doing)
        if stored is None:
            raise ContactsChanged(f"contacts of {plan.municipality} were changed meanwhile")
        return stored

    @property
    def _today(self) -> date:
        return swedish_day(self._now())

    def _placed(
        self, told: Sequence[tuple[Row, _Told]], known: Sequence[Contact], units: Sequence[Unit]
    ) -> list[tuple[Entry, Contact | None]]:
        """What each row states, and the contact that it is about, if it is there. Those that are
        there twice are refused, and new ones of closed units.
        """
        closed = {each.id for each in units if each.closed}
        placed: list[tuple[Entry, Contact | None]] = []
        lines: list[tuple[int, Entry]] = []
        for row, read in told:
            before = _meant(read, known, self._today)
            entry = _entry(read, before, self._today)
            if entry is None:
                row.refuse("last", "reason-cell-contact-last-before-first")
                continue
            twice = next((line for line, other in lines if is_same(entry, other)), None)
            if twice is not None:
                row.refuse(None, "reason-row-twice", line=str(twice))
            elif before is None and entry.unit in closed:
                row.refuse("unit", "reason-cell-unit-closed", value=row.cells["unit"])
            lines.append((row.line, entry))
            placed.append((entry, before))
        return placed

    def _sorted(
        self, plan: ContactPlan, placed: Sequence[tuple[Entry, Contact | None]]
    ) -> ContactPlan:
        renewed = [
            Renewed(before=before, after=_renewed(before, entry))
            for entry, before in placed
            if before and before.entry != entry
        ]
        return plan.model_copy(
            update={
                "new": tuple(entry for entry, before in placed if before is None),
                "changed": tuple(renewed),
                "same": sum(before is not None and before.entry == e for e, before in placed),
            }
        )


def _read(row: Row, units: UnitNames) -> _Told | None:
    """What a row says; None where something in it is missing or cannot be read."""
    unit = row.needed("unit", units.id_in)
    name = row.needed("name", name_in)
    role = row.read("role", role_in)
    person = row.read("person", person_in)
    email = row.read("email", email_in)
    first = row.read("first", date_in)
    is_running = plain(row.cells.get("last", "")) in RUNNING
    last = None if is_running else row.read("last", date_in)
    if row.problems or unit is None or name is None:
        return None
    return _Told(
        unit=unit,
        role=role,
        name=name,
        person=person,
        email=email,
        first=first,
        last=last,
        is_running=is_running,
    )


def _meant(told: _Told, known: Sequence[Contact], today: date) -> Contact | None:
    """The contact that a row is about: the same person, or one of that name whose id one of them
    lacks, in that role at that unit; on the days told, or else today or later.
    """
    first = told.first or today
    found = [
        each
        for each in known
        if each.unit == told.unit
        and each.role == (told.role or ContactRole.CONTACT_PERSON)
        and _is_called(told, each)
        and each.valid.overlaps(Dates(first=first, last=max(told.last or date.max, first)))
    ]
    exact = [each for each in found if each.valid.first == told.first]
    return next(iter([*exact, *found]), None)


def _is_called(told: _Told, contact: Contact) -> bool:
    if told.person and contact.person:
        return told.person == contact.person
    return " ".join(fold(told.name).split()) == " ".join(fold(contact.name).split())


def _entry(told: _Told, before: Contact | None, today: date) -> Entry | None:
    """What the contact states then; None where it would end before it begins."""
    first = told.first or (before.valid.first if before else today)
    last = told.last or (None if told.is_running or before is None else before.valid.last)
    if last is not None and last < first:
        return None
    return Entry(
        unit=told.unit,
        name=told.name,
        person=told.person or (before.person if before else None),
        email=told.email or (before.email if before else None),
        role=told.role or ContactRole.CONTACT_PERSON,
        valid=Dates(first=first, last=last),
    )


def _name_of(person: Person) -> str:
    return person.full_name or person.name or person.id


def _renewed(before: Contact, entry: Entry) -> Contact:
    stated = {name: getattr(entry, name) for name in Entry.model_fields}
    return before.model_copy(update=stated)
