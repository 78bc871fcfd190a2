"""`policylots import` and `policylots units`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.channels.terminal import options
from bot.channels.terminal.options import AsJson
from bot.channels.terminal.session import Session, session_of
from bot.channels.terminal.usage import WrongUsage

if TYPE_CHECKING:
    from bot.channels.terminal.desk import Desk
    from bot.services.activities.concerns import Concern
    from bot.services.activities.importing import ConcernedRow, ImportPlan
    from bot.services.activities.sheets import Problem

DONE, NOT_DONE = 0, 1


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("import", help="help-import")(import_file)
    register_of_units = typer.Typer(help="help-units")
    register_of_units.command("import", help="help-units-import")(import_units)
    register_of_units.command("list", help="help-units-list")(list_units)
    app.add_typer(register_of_units, name="units")


def import_file(
    context: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(help="help-import-file", show_default=False)
    ] = None,
    municipality: options.Place = None,
    template: Annotated[
        Path | None, typer.Option("--template", metavar="FILE", help="help-import-template")
    ] = None,
    skip_bad: Annotated[bool, typer.Option("--skip-bad", help="help-import-skip-bad")] = False,
    reason: options.Reason = None,
    yes: options.Yes = False,
) -> int:
    """Import activities: first what would happen, then all of it or nothing."""
    session = session_of(context)
    if (file is None) == (template is None):
        raise WrongUsage(session.say("usage-file-or-template"))
    with session.desk() as desk:
        place = desk.municipality(municipality)
        if template is not None:
            return _write_template(session, desk, template, place)
        return _import(
            session,
            desk,
            file or Path(),
            known_place(session, place),
            reason,
            yes=yes,
            skip=skip_bad,
        )


def _import(
    session: Session,
    desk: Desk,
    file: Path,
    place: str,
    reason: str | None,
    *,
    yes: bool,
    skip: bool,
) -> int:
    from bot.files.reading import read_sheet

    plan = desk.importing.plan(read_sheet(file), place, desk.person, reason)
    _show_plan(session, desk, plan)
    if plan.is_clean and not plan.good:
        return DONE
    if not plan.good or not (plan.is_clean or skip):
        session.tell(session.say("import-nothing-stored" if plan.good else "import-nothing-good"))
        return NOT_DONE
    if not yes:
        if not session.is_interactive:
            session.tell(session.say("import-dry-run"))
            return DONE
        if not session.confirms(session.say("import-confirm", count=len(plan.good))):
            session.tell(session.say("record-not-stored"))
            return NOT_DONE
    imported = desk.importing.carry_out(plan, desk.person)
    known = len(plan.known) + len(imported.known)
    told = session.say("imported", new=len(imported.new), known=known)
    session.out.print(told, markup=False, soft_wrap=True)
    return DONE


def _show_plan(session: Session, desk: Desk, plan: ImportPlan) -> None:
    from bot.channels.terminal.cards import activities_table

    counts = {"good": len(plan.good), "known": len(plan.known)}
    told = session.say("import-plan", municipality=plan.municipality, **counts)
    session.out.print(told, markup=False, soft_wrap=True)
    show_problems(session, plan.problems)
    _show_concerned(session, plan.concerned)
    names = desk.names(plan.municipality, session.language)
    for good in plan.good:
        if good.alike:
            others = ", ".join(map(str, good.alike))
            line = session.say(
                "import-alike", line=str(good.line), title=good.content.title, others=others
            )
            session.out.print(line, markup=False, soft_wrap=True)
        if good.duplicates:
            line = session.say("import-duplicates", line=str(good.line), title=good.content.title)
            session.out.print(line, markup=False, soft_wrap=True)
            session.out.print(activities_table(good.duplicates, {plan.municipality: names}))


def _show_concerned(session: Session, rows: Iterable[ConcernedRow]) -> None:
    """The rows that need a reason, by their warnings, each of which is told once."""
    from bot.channels.terminal.cards import concern_lines

    lines: dict[Concern, list[str]] = {}
    for row in rows:
        for concern in row.concerns:
            lines.setdefault(concern, []).append(str(row.line))
    for concern, numbers in lines.items():
        told = session.say("import-concerned", count=len(numbers), lines=", ".join(numbers))
        session.out.print(told, markup=False, soft_wrap=True)
        for line in concern_lines(concern, session.language):
            session.out.print(f"  {line}", markup=False, soft_wrap=True)


def show_problems(session: Session, problems: Iterable[Problem]) -> None:
    """One a line: where it is, what is wrong and how to write it."""
    for each in problems:
        line = session.say(
            "import-problem",
            line=str(each.line),
            column=each.column or "none",
            reason=session.say(each.reason, **each.details),
        )
        session.out.print(line, markup=False, soft_wrap=True)


def _write_template(session: Session, desk: Desk, path: Path, place: str | None) -> int:
    from bot.channels.terminal.output import write_new
    from bot.files.templates import write_csv_template, write_excel_template

    language = session.language
    if path.suffix.casefold() == ".csv":
        content = write_csv_template(language)
    elif path.suffix.casefold() == ".xlsx":
        kinds = [each.names[language] for each in desk.log.kinds.values()]
        units = [each.name for each in desk.log.units(place)] if place else []
        content = write_excel_template(language, kinds, units)
    else:
        raise WrongUsage(session.say("usage-template-ending"))
    write_new(path, [content])
    session.out.print(session.say("written", path=str(path)), markup=False, soft_wrap=True)
    return DONE


def import_units(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="help-units-file")],
    municipality: options.Place = None,
) -> int:
    """Replace a municipality's register of units: all of the file or nothing."""
    from bot.files.reading import read_sheet
    from bot.services.activities.units import plan_units

    session = session_of(context)
    with session.desk() as desk:
        place = known_place(session, desk.municipality(municipality))
        plan = plan_units(read_sheet(file), place)
        if plan.problems:
            show_problems(session, plan.problems)
            session.tell(session.say("units-nothing-stored"))
            return NOT_DONE
        replaced = desk.units.replace(plan, desk.person)
        told = session.say("units-replaced", municipality=place, count=len(replaced.units))
        session.out.print(told, markup=False, soft_wrap=True)
        if replaced.closed:
            closed = ", ".join(each.name for each in replaced.closed)
            session.out.print(session.say("units-closed", units=closed), markup=False)
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
            session.out.print(session.say("units-none", municipality=place), markup=False)


def known_place(session: Session, place: str | None) -> str:
    """A municipality that can be told. Raises WrongUsage where it cannot."""
    if place is None:
        raise WrongUsage(session.say("usage-municipality-missing"))
    return place
