"""`policylots units`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.channels.terminal import options
from bot.channels.terminal.import_steps import (
    DONE,
    NOT_DONE,
    known_place,
    not_agreed,
    show_problems,
)
from bot.channels.terminal.options import AsJson
from bot.channels.terminal.session import Session, session_of

if TYPE_CHECKING:
    from bot.services.activities.units import UnitChanges


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="help-units")
    group.command("import", help="help-units-import")(import_units)
    group.command("list", help="help-units-list")(list_units)
    app.add_typer(group, name="units")


def import_units(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="help-units-file")],
    municipality: options.Place = None,
    yes: options.Yes = False,
) -> int:
    """Replace a municipality's register of units: first what would happen, then all of the file or
    nothing.
    """
    from bot.files.reading import read_sheet
    from bot.services.activities.units import changes_by, plan_units

    session = session_of(context)
    with session.desk() as desk:
        place = known_place(session, desk.municipality(municipality))
        plan = plan_units(read_sheet(file), place)
        if plan.problems:
            show_problems(session, plan.problems)
            session.tell(session.say("units-nothing-stored"))
            return NOT_DONE
        changes = changes_by(plan, desk.records.all_units(place))
        _show_changes(session, place, changes)
        if changes.is_empty:
            session.show_text("units-replaced", municipality=place, count=len(plan.units))
            return DONE
        code = not_agreed(session, session.say("units-confirm"), yes=yes)
        if code is not None:
            return code
        replaced = desk.units.replace(plan, desk.person)
        session.show_text("units-replaced", municipality=place, count=len(replaced.units))
        if replaced.closed:
            closed = ", ".join(each.name for each in replaced.closed)
            session.show_text("units-closed", units=closed)
        return DONE


def list_units(
    context: typer.Context, municipality: options.Place = None, as_json: AsJson = False
) -> None:
    """List a municipality's units."""
    from bot.channels.terminal.tables import units_table

    session = session_of(context)
    with session.desk() as desk:
        place = known_place(session, desk.municipality(municipality))
        found = desk.records.all_units(place)
        if as_json:
            session.write_rows(found)
        elif found:
            session.out.print(units_table(found, session.language))
        else:
            session.show_text("units-none", municipality=place)


def _show_changes(session: Session, place: str, changes: UnitChanges) -> None:
    from bot.channels.terminal.tables import units_table

    counts = {"new": len(changes.new), "changed": len(changes.changed), "same": changes.same}
    session.show_text("units-plan", municipality=place, **counts)
    told = [*changes.new, *changes.changed]
    if told:
        session.out.print(units_table(told, session.language))
    if changes.absent:
        names = ", ".join(each.name for each in changes.absent)
        session.show_text("units-absent", units=names)
