"""`policylots contacts add`, `change` and `end`: one contact at a time."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Annotated

import typer

from bot.channels.terminal import options
from bot.channels.terminal.import_steps import DONE, known_place
from bot.channels.terminal.session import Session, session_of
from bot.channels.terminal.stated_cells import Cells, StatedCells, ask_missing, row_of, unusable

if TYPE_CHECKING:
    from bot.channels.terminal.desk import Desk
    from bot.domain.contacts import Contact, Entry

ContactNumber = Annotated[int, typer.Argument(help="help-contacts-number", metavar="NUMBER")]
OfUnit = Annotated[str | None, typer.Option("--unit", "-u", help="help-contact-unit")]
Name = Annotated[str | None, typer.Option("--name", help="help-contact-name")]
InSlack = Annotated[str | None, typer.Option("--person", metavar="ID", help="help-contact-person")]
Email = Annotated[str | None, typer.Option("--email", help="help-contact-email")]
Role = Annotated[str | None, typer.Option("--role", help="help-contact-role")]
First = Annotated[str | None, typer.Option("--first", metavar="DATE", help="help-contact-first")]
Last = Annotated[str | None, typer.Option("--last", metavar="DATE", help="help-contact-last")]
LastDay = Annotated[
    str | None, typer.Option("--last", metavar="DATE", help="help-contact-last-day")
]


@dataclass(frozen=True, kw_only=True)
class StatedContact(StatedCells):
    """What was given of each; None for what was not."""

    unit: OfUnit = None
    name: Name = None
    person: InSlack = None
    email: Email = None
    role: Role = None
    first: First = None
    last: Last = None


def add_contact(
    context: typer.Context,
    municipality: options.Place = None,
    *,
    stated: StatedContact,
) -> int:
    """Add a contact; at a terminal, what is needed and not given is asked for."""
    from bot.services.contacts.stating import NEEDED

    session = session_of(context)
    cells = stated.cells()
    with session.desk() as desk:
        place = known_place(session, desk.municipality(municipality))
        ask_missing(session, cells, NEEDED, "contact")
        entry = _entry(session, desk, place, cells, None)
        _receipt(session, desk, desk.contacts.add(place, entry, desk.person), "contact-added")
        return DONE


def change_contact(
    context: typer.Context,
    number: ContactNumber,
    *,
    stated: StatedContact,
) -> int:
    """Change a contact; what is not given stays."""
    session = session_of(context)
    with session.desk() as desk:
        return _change(session, desk, number, stated.cells(), "contact-changed")


def end_contact(context: typer.Context, number: ContactNumber, last: LastDay = None) -> int:
    """Give a contact a last day: today, if none is given. What was, can still be seen."""
    session = session_of(context)
    with session.desk() as desk:
        cells = {"last": last or desk.today.isoformat()}
        return _change(session, desk, number, cells, "contact-ended")


def _change(session: Session, desk: Desk, number: int, cells: Cells, key: str) -> int:
    now = desk.contacts.find(number)
    entry = _entry(session, desk, now.municipality, cells, now.entry)
    changed = desk.contacts.change(number, now.version, entry, desk.person)
    is_same = changed.version == now.version
    _receipt(session, desk, changed, "contact-unchanged" if is_same else key)
    return DONE


def _entry(session: Session, desk: Desk, place: str, cells: Cells, before: Entry | None) -> Entry:
    """What the options state. Raises WrongUsage with all that is wrong."""
    from bot.services.contacts.stating import stated_entry

    row = row_of(cells, (each.name for each in fields(StatedContact)))
    entry = stated_entry(row, desk.records.all_units(place), before, desk.today)
    if entry is None:
        raise unusable(session, row)
    return entry


def _receipt(session: Session, desk: Desk, contact: Contact, key: str) -> None:
    from bot.channels.terminal.contact_tables import contacts_table

    session.show_text(key)
    units = desk.records.all_units(contact.municipality)
    session.out.print(contacts_table([contact], units, session.language))
