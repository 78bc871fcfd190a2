"""What somebody states of one contact, by the columns of an import."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from bot.domain.activities.dates import Dates
from bot.domain.activities.units import Unit
from bot.domain.contacts import ContactRole, Entry
from bot.services.activities.cells import date_in
from bot.services.activities.sheets import Row
from bot.services.contacts.cells import email_in, last_in, name_in, person_in, role_in
from bot.services.contacts.unit_words import unit_meant

_Read = TypeVar("_Read")

NEEDED = ("unit", "name")
"""The columns without which there is no contact."""


def stated_entry(
    row: Row, units: Sequence[Unit], before: Entry | None, today: date
) -> Entry | None:
    """What a row states over ``before``; a column that it lacks stays, and a blank one empties: a
    contact person, from today until further notice. None, with the row's problems, where something
    is missing or cannot be read.
    """

    def over(
        column: str, reader: Callable[[str], _Read | None], kept: _Read | None
    ) -> _Read | None:
        return row.read(column, reader) if column in row.cells else kept

    def needed(column: str, reader: Callable[[str], str], kept: str | None) -> str | None:
        if before is not None and column not in row.cells:
            return kept
        return row.needed(column, reader)

    unit = needed("unit", lambda text: unit_meant(text, units), before.unit if before else None)
    name = needed("name", name_in, before.name if before else None)
    person = over("person", person_in, before.person if before else None)
    email = over("email", email_in, before.email if before else None)
    role = over("role", role_in, before.role if before else None) or ContactRole.CONTACT_PERSON
    first = over("first", date_in, before.valid.first if before else None) or today
    last = over("last", last_in, before.valid.last if before else None)
    if last is not None and last < first:
        row.refuse("last", "reason-cell-contact-last-before-first")
    if row.problems or unit is None or name is None:
        return None
    valid = Dates(first=first, last=last)
    return Entry(unit=unit, name=name, person=person, email=email, role=role, valid=valid)
