"""The contacts of each municipality: who may see, add, change and remove them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from bot.domain.activities.rights import Deed, Role, may
from bot.domain.activities.units import Unit
from bot.domain.contacts import (
    Answering,
    Contact,
    ContactChange,
    ContactChangeKind,
    Entry,
    answering,
    without_contact,
)
from bot.domain.days import swedish_day
from bot.services.activities.permission import require
from bot.services.activities.ports import UnitRegister
from bot.services.contacts.ports import ContactBook, ContactDoing
from bot.services.errors import (
    ContactChanged,
    ContactGone,
    ContactKnown,
    NotYourContact,
    UnitClosed,
    UnknownUnit,
)
from bot.services.rights import Rights
from knowledge.model import Value


class Staffing(Value):
    """Who answers for a municipality's open units today, by their names, those that lack a contact
    person and a coordinator of their own, and the contacts who have left the workspace.
    """

    municipality: str
    answering: tuple[Answering, ...]
    without: tuple[Unit, ...]
    left: tuple[Contact, ...]


class Contacts:
    """The contacts of all municipalities."""

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

    @property
    def today(self) -> date:
        """The day in Sweden."""
        return swedish_day(self._now())

    def contacts(self, municipality: str) -> list[Contact]:
        """All of them, past and coming ones too, by role and name."""
        return self._book.contacts(municipality)

    def units(self, municipality: str) -> list[Unit]:
        """The units that contacts may be of."""
        return [each for each in self._register.units(municipality) if not each.closed]

    def find(self, identity: int) -> Contact:
        """One contact. Raises ContactGone."""
        found = self._book.find(identity)
        if found is None:
            raise ContactGone(f"no contact {identity}", id=str(identity))
        return found

    def of_person(self, person: str) -> list[Contact]:
        """What somebody is contact for today or later, in any municipality."""
        return [each for each in self._book.of_person(person) if not each.is_over(self.today)]

    def staffing(self, municipality: str) -> Staffing:
        """Who answers for which unit, and where nobody does."""
        units, contacts = self._register.units(municipality), self._book.contacts(municipality)
        there = [each for each in units if not each.closed]
        left = (each for each in contacts if each.left_at and each.holds_on(self.today))
        return Staffing(
            municipality=municipality,
            answering=tuple(self._answering(each, units, contacts) for each in there),
            without=tuple(without_contact(there, contacts, self.today)),
            left=tuple(left),
        )

    def answering(self, municipality: str, units: Sequence[str]) -> list[Answering]:
        """Who answers for units of these ids today, in that order; unknown ids are left out."""
        known, contacts = self._register.units(municipality), self._book.contacts(municipality)
        by_id = {each.id: each for each in known}
        return [self._answering(by_id[each], known, contacts) for each in units if each in by_id]

    def may_change(self, contact: Contact, person: str) -> bool:
        """Whether somebody may correct a contact."""
        return may(self._roles(contact, person), Deed.CHANGE_CONTACT)

    def may_manage(self, person: str) -> bool:
        """Whether somebody may add and remove contacts, and set who they are and in which role."""
        return self._rights.is_coordinator(person)

    def add(self, municipality: str, entry: Entry, person: str) -> Contact:
        """Add a contact. Raises OnlyCoordinators, UnknownUnit, UnitClosed and ContactKnown."""
        self.require_addable(municipality, entry, person)
        made = self._book.store(
            municipality, [entry], [], self._doing(ContactChangeKind.ADDED, person)
        )
        if made is None:
            raise _known(entry)
        return made[0]

    def require_addable(self, municipality: str, entry: Entry, person: str) -> None:
        """Raises as ``add``."""
        require(self._rights, person, Deed.MANAGE_CONTACTS)
        self._check(municipality, entry, None)

    def change(self, identity: int, version: int, entry: Entry, person: str) -> Contact:
        """Change what is stated of a contact; nothing where it is the same. Who it tells of may set
        all but the role and the person.

        Raises ContactGone, NotYourContact, ContactChanged for another version, and as ``add``.
        """
        now = self.require_changeable(identity, version, entry, person)
        if entry == now.entry:
            return now
        changed = now.model_copy(
            update={
                **{name: getattr(entry, name) for name in Entry.model_fields},
                # Of another person nobody knows yet whether they are there.
                "left_at": now.left_at if entry.person == now.person else None,
            }
        )
        doing = self._doing(ContactChangeKind.CHANGED, person)
        saved = self._book.store(now.municipality, [], [changed], doing)
        if saved is None:
            current = self.find(identity)
            raise _known(entry) if current.version == version else _changed(current)
        return saved[0]

    def require_changeable(self, identity: int, version: int, entry: Entry, person: str) -> Contact:
        """The contact as it is now, if it can be changed so. Raises as ``change``."""
        now = self.find(identity)
        self._require(now, person, is_own=(entry.role, entry.person) == (now.role, now.person))
        if now.version != version:
            raise _changed(now)
        self._check(now.municipality, entry, now)
        return now

    def remove(self, identity: int, version: int, person: str) -> Contact:
        """Remove a contact with its history, as one that was never true; the contact that it was.
        Who is contact no longer is given a last day instead.

        Raises ContactGone, OnlyCoordinators and ContactChanged.
        """
        require(self._rights, person, Deed.MANAGE_CONTACTS)
        now = self.find(identity)
        if now.version != version or not self._book.remove(identity, version):
            raise _changed(self.find(identity))
        return now

    def history(self, identity: int, person: str) -> list[ContactChange]:
        """Who changed a contact when, and what was stated before, oldest first. Raises ContactGone
        and NotYourContact.
        """
        self._require(self.find(identity), person, is_own=True)
        return self._book.history(identity)

    def _answering(
        self, unit: Unit, units: Sequence[Unit], contacts: Sequence[Contact]
    ) -> Answering:
        return answering(unit, {each.id: each for each in units}, contacts, self.today)

    def _check(self, municipality: str, entry: Entry, now: Contact | None) -> None:
        units = {each.id: each for each in self._register.units(municipality)}
        unit = units.get(entry.unit)
        if unit is None:
            raise UnknownUnit(f"no unit {entry.unit} in {municipality}", name=entry.unit)
        if unit.closed and (now is None or now.unit != unit.id):
            raise UnitClosed(f"unit {unit.id} of {municipality} is closed", name=unit.name)
        others = self._book.of_unit(municipality, entry.unit)
        if any(is_same(each, entry) for each in others if now is None or each.id != now.id):
            raise _known(entry)

    def _require(self, contact: Contact, person: str, *, is_own: bool) -> None:
        deed = Deed.CHANGE_CONTACT if is_own else Deed.MANAGE_CONTACTS
        if not may(self._roles(contact, person), deed):
            self._rights.deny(person, deed.value, "neither the contact nor a coordinator")
            raise NotYourContact(f"{deed.value} of contact {contact.id}", id=str(contact.id))

    def _roles(self, contact: Contact, person: str) -> frozenset[Role]:
        held = {
            Role.SUBJECT: contact.person == person,
            Role.COORDINATOR: self._rights.is_coordinator(person),
        }
        return frozenset({Role.MEMBER, *(role for role, is_held in held.items() if is_held)})

    def _doing(self, kind: ContactChangeKind, person: str) -> ContactDoing:
        return ContactDoing(kind=kind, by=person, at=self._now())


def is_same(one: Entry, other: Entry) -> bool:
    """Whether both are the same person in the same role at the same unit, on some day at least."""
    return (one.unit, one.role, one.who) == (
        other.unit,
        other.role,
        other.who,
    ) and one.valid.overlaps(other.valid)


def _known(entry: Entry) -> ContactKnown:
    return ContactKnown(f"{entry.who} is a contact of {entry.unit} already", name=entry.name)


def _changed(current: Contact) -> ContactChanged:
    return ContactChanged(f"contact {current.id} has another version", current)
