"""The people who are a unit's contacts: who, in which role, and from when to when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from enum import StrEnum
from typing import Self

from pydantic import AwareDatetime

from bot.domain.activities.activity import Name
from bot.domain.activities.dates import Dates, day
from bot.domain.activities.units import Unit
from bot.domain.people import is_erased
from knowledge.language.alphabet import swedish_order
from knowledge.language.words import fold
from knowledge.model import Value


class ContactRole(StrEnum):
    """What somebody is to a unit, in the order in which they are turned to."""

    CONTACT_PERSON = "contact_person"
    COORDINATOR = "coordinator"
    DEPUTY = "deputy"
    HEAD = "head"


ANSWERING = frozenset({ContactRole.CONTACT_PERSON, ContactRole.COORDINATOR})
"""The roles of which a unit needs one: deputies and heads stand in for them."""

_ORDER = list(ContactRole)


class Entry(Value):
    """What is stated about a contact. ``unit`` is the id of a unit of the municipality's register,
    ``person`` the channel's id of somebody, None for who is not in the channel; ``email`` is a
    note, which nothing is sent to; ``valid`` are the days on which it holds.
    """

    unit: str
    name: Name
    person: str | None = None
    email: Name | None = None
    role: ContactRole = ContactRole.CONTACT_PERSON
    valid: Dates

    @property
    def who(self) -> str:
        """What tells the person from others: the channel's id, or without one the folded name."""
        return f"@{self.person}" if self.person else " ".join(fold(self.name).split())

    def under(self, pseudonym: str) -> Self:
        """The same of somebody who was erased."""
        return self.model_copy(update={"name": pseudonym, "person": pseudonym, "email": None})


class Contact(Entry):
    """A contact as it is now. ``id`` is given by the database, ``version`` counts changes from 1;
    ``left_at`` is when the workspace was first seen to have deactivated the person.
    """

    id: int
    municipality: str
    left_at: AwareDatetime | None = None
    version: int
    changed_by: str
    changed_at: AwareDatetime

    @property
    def entry(self) -> Entry:
        """What is stated of it."""
        return Entry(**{name: getattr(self, name) for name in Entry.model_fields})

    def holds_on(self, on: date) -> bool:
        """Whether it is somebody's task on that day; never of one who was erased."""
        erased = self.person is not None and is_erased(self.person)
        return not erased and self.valid.overlaps(day(on))

    def is_over(self, on: date) -> bool:
        """Whether its last day is before that day."""
        return self.valid.last is not None and self.valid.last < on

    def serves_on(self, on: date) -> bool:
        """Whether it holds and the person is still there."""
        return self.left_at is None and self.holds_on(on)


class ContactChangeKind(StrEnum):
    """What was done to a contact."""

    ADDED = "added"
    IMPORTED = "imported"
    CHANGED = "changed"
    PERSON_ERASED = "person_erased"


class ContactChange(Value):
    """One entry of a contact's history: what made it ``version``. ``before`` is what was stated
    until then, None where there was nothing.
    """

    contact: int
    version: int
    kind: ContactChangeKind
    by: str
    at: AwareDatetime
    before: Entry | None


def in_order(contacts: Iterable[Contact]) -> list[Contact]:
    """The contacts by role, then by name."""
    return sorted(
        contacts, key=lambda each: (_ORDER.index(each.role), swedish_order(each.name), each.id)
    )


class Answering(Value):
    """Who is contact for the unit that was ``asked`` for: its own contacts, or, where it has none,
    those of the nearest ``unit`` above it that has.
    """

    asked: Unit
    unit: Unit
    contacts: tuple[Contact, ...]


def answering(
    unit: Unit, units: Mapping[str, Unit], contacts: Sequence[Contact], on: date
) -> Answering:
    """Who answers for a unit, in order; ``units`` are those of its municipality by id. Where nobody
    does, the unit itself and no contacts.
    """
    seen = set[str]()
    above: Unit | None = unit
    while above is not None and above.id not in seen:
        seen.add(above.id)
        serving = [each for each in contacts if each.unit == above.id and each.serves_on(on)]
        if serving:
            return Answering(asked=unit, unit=above, contacts=tuple(in_order(serving)))
        above = units.get(above.parent or "")
    return Answering(asked=unit, unit=unit, contacts=())


def without_contact(units: Iterable[Unit], contacts: Iterable[Contact], on: date) -> list[Unit]:
    """The open units of which nobody is contact person or coordinator on that day, in the order
    given.
    """
    held = {each.unit for each in contacts if each.role in ANSWERING and each.serves_on(on)}
    return [each for each in units if not each.closed and each.id not in held]


def in_roles(
    contacts: Iterable[Contact], roles: AbstractSet[ContactRole], on: date
) -> list[Contact]:
    """Those with one of the roles, in the order given. Where contact persons are among these, a
    unit of which nobody is one on that day has its coordinators instead.
    """
    known = list(contacts)
    persons = (each for each in known if each.role is ContactRole.CONTACT_PERSON)
    staffed = {each.unit for each in persons if each.serves_on(on)}
    stands_in = ContactRole.CONTACT_PERSON in roles
    return [
        each
        for each in known
        if each.role in roles or (stands_in and each.role in ANSWERING and each.unit not in staffed)
    ]
