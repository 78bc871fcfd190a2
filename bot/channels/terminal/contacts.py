"""`policylots contacts`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.channels.terminal import options
from bot.channels.terminal.contact_changes import add_contact, change_contact, end_contact
from bot.channels.terminal.import_steps import (
    DONE,
    NOT_DONE,
    known_place,
    not_agreed,
    show_problems,
)
from bot.channels.terminal.options import AsJson
from bot.channels.terminal.session import Session, session_of
from bot.channels.terminal.stated import taking_stated

if TYPE_CHECKING:
    from bot.channels.terminal.desk import Desk
    from bot.domain.activities.units import Unit
    from bot.domain.contacts import Answering, Contact
    from bot.services.contacts.importing import ContactPlan
    from bot.services.contacts.words import Wish


def register(app: typer.Typer) -> None:
    """Add the commands."""
    contacts = typer.Typer(help="help-contacts")
    contacts.command("list", help="help-contacts-list")(list_contacts)
    contacts.command("add", help="help-contacts-add")(taking_stated(add_contact))
    contacts.command("change", help="help-contacts-change")(taking_stated(change_contact))
    contacts.command("end", help="help-contacts-end")(end_contact)
    contacts.command("import", help="help-contacts-import")(import_contacts)
    contacts.command("export", help="help-contacts-export")(export_contacts)
    contacts.command("history", help="help-contacts-history")(show_history)
    app.add_typer(contacts, name="contacts")


def list_contacts(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(help="help-contacts-words", metavar="WORDS", show_default=False),
    ] = None,
    municipality: options.Place = None,
    missing: Annotated[bool, typer.Option("--missing", help="help-contacts-missing")] = False,
    all_of_them: Annotated[bool, typer.Option("--all", help="help-contacts-all")] = False,
    as_json: AsJson = False,
) -> None:
    """List contacts, look them up by words, or list the units that have none."""
    session = session_of(context)
    with session.desk() as desk:
        wish = _wish(desk, " ".join(words or ()), desk.municipality(municipality))
        place = known_place(session, wish.municipality)
        if not desk.records.all_units(place):
            session.tell(session.say("contacts-units-missing", municipality=place))
            if as_json:
                session.write_rows(())
            return
        if missing or wish.is_missing:
            _show_missing(session, desk, place, as_json=as_json)
        elif wish.units and not as_json:
            _show_answering(session, desk.contacts.answering(place, wish.units), wish)
        else:
            found = [each for each in _by_unit(desk, place) if _is_meant(each, wish)]
            if not all_of_them:
                found = [each for each in found if not each.is_over(desk.today)]
            _show(session, desk, place, found, as_json=as_json)
        if wish.unknown:
            session.tell(session.say("contacts-unknown", words=", ".join(wish.unknown)))


def import_contacts(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="help-contacts-file")],
    municipality: options.Place = None,
    yes: options.Yes = False,
) -> int:
    """Import contacts: first what would happen, then all of it or nothing."""
    from bot.files.reading import read_sheet

    session = session_of(context)
    with session.desk() as desk:
        place = known_place(session, desk.municipality(municipality))
        plan = desk.contact_importing.plan(read_sheet(file), place, desk.person)
        _show_plan(session, desk, plan)
        if plan.problems:
            session.tell(session.say("contacts-nothing-stored"))
            return NOT_DONE
        if plan.is_empty:
            return DONE
        count = len(plan.new) + len(plan.changed)
        code = not_agreed(session, session.say("import-confirm", count=count), yes=yes)
        if code is not None:
            return code
        desk.contact_importing.carry_out(plan, desk.person)
        session.show_text("contacts-imported", new=len(plan.new), changed=len(plan.changed))
        return DONE


def export_contacts(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="help-contacts-output")],
    municipality: options.Place = None,
) -> None:
    """Write the contacts into a CSV file that the import reads."""
    from bot.channels.terminal.output import FOR_OWNER, write_new
    from bot.files.contacts import contacts_csv

    session = session_of(context)
    with session.desk() as desk:
        place = known_place(session, desk.municipality(municipality))
        write_new(file, [contacts_csv(desk.contacts.contacts(place), session.language)], FOR_OWNER)
        session.show_text("written", path=str(file))


def show_history(
    context: typer.Context,
    number: Annotated[int, typer.Argument(help="help-contacts-number", metavar="NUMBER")],
) -> None:
    """Show who changed a contact when, and what was stated before."""
    from bot.channels.terminal.contact_tables import history_table

    session = session_of(context)
    with session.desk() as desk:
        changes = desk.contacts.history(number, desk.person)
        place = desk.contacts.find(number).municipality
        units = desk.records.all_units(place)
        session.out.print(history_table(changes, units, session.language))


def _wish(desk: Desk, text: str, home: str | None) -> Wish:
    from bot.services.contacts.words import Known, read_wish

    known = Known(
        municipalities=desk.records.municipalities(),
        home=home,
        units=desk.records.all_units,
        contacts=desk.contacts.contacts,
    )
    return read_wish(text, known)


def _by_unit(desk: Desk, place: str) -> list[Contact]:
    """All contacts by their units' names, those of a unit by role and name."""
    from bot.domain.activities.units import alphabetical

    order = {each.id: at for at, each in enumerate(alphabetical(desk.records.all_units(place)))}
    return sorted(desk.contacts.contacts(place), key=lambda each: order.get(each.unit, len(order)))


def _is_meant(contact: Contact, wish: Wish) -> bool:
    named = [
        *([contact.unit in wish.units] if wish.units else []),
        *([contact.id in wish.contacts] if wish.contacts else []),
    ]
    is_named = any(named) or not (named or wish.unknown)
    return is_named and (not wish.roles or contact.role in wish.roles)


def _show(
    session: Session, desk: Desk, place: str, found: Sequence[Contact], *, as_json: bool
) -> None:
    from bot.channels.terminal.contact_tables import contacts_table

    if as_json:
        session.write_rows(found)
    elif found:
        units = desk.records.all_units(place)
        session.out.print(contacts_table(found, units, session.language))
    else:
        session.show_text("contacts-none", municipality=place)


def _show_missing(session: Session, desk: Desk, place: str, *, as_json: bool) -> None:
    staffing = desk.contacts.staffing(place)
    if as_json:
        session.write_rows(staffing.without)
        return
    if not staffing.without:
        session.show_text("contacts-no-gaps", municipality=place)
    answering = {each.asked.id: each for each in staffing.answering}
    for unit in staffing.without:
        session.show(_gap(session, unit, answering[unit.id]))


def _gap(session: Session, unit: Unit, answering: Answering) -> str:
    if not answering.contacts or answering.unit.id == unit.id:
        return session.say("contacts-gap", unit=unit.name)
    return session.say("contacts-gap-covered", unit=unit.name, other=answering.unit.name)


def _show_answering(session: Session, found: Sequence[Answering], wish: Wish) -> None:
    from bot.channels.terminal.contact_tables import contacts_table

    for each in found:
        in_role = [c for c in each.contacts if not wish.roles or c.role in wish.roles]
        if not each.contacts:
            session.show_text("contacts-gap", unit=each.asked.name)
            continue
        if each.unit.id != each.asked.id:
            session.show_text("contacts-gap-covered", unit=each.asked.name, other=each.unit.name)
        if not in_role:
            session.show_text("contacts-no-such-role", unit=each.unit.name)
        shown = in_role or each.contacts
        session.out.print(contacts_table(shown, [each.unit], session.language))


def _show_plan(session: Session, desk: Desk, plan: ContactPlan) -> None:
    from bot.channels.terminal.contact_tables import plan_table

    counts = {"new": len(plan.new), "changed": len(plan.changed), "same": plan.same}
    session.show_text("contacts-plan", municipality=plan.municipality, **counts)
    show_problems(session, plan.problems)
    if not plan.is_empty and not plan.problems:
        units = desk.records.all_units(plan.municipality)
        session.out.print(plan_table(plan, units, session.language))
    if plan.absent and not plan.problems:
        names = ", ".join(each.name for each in plan.absent)
        session.show_text("contacts-absent", names=names)
