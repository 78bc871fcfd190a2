"""`policylots import`."""

from __future__ import annotations

from collections.abc import Iterable
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
from bot.channels.terminal.session import Session, session_of
from bot.channels.terminal.usage import WrongUsage

if TYPE_CHECKING:
    from bot.channels.terminal.desk import Desk
    from bot.services.activities.concerns import Concern
    from bot.services.activities.importing import ConcernedRow, ImportPlan


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("import", help="help-import")(import_file)


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
    code = not_agreed(session, session.say("import-confirm", count=len(plan.good)), yes=yes)
    if code is not None:
        return code
    imported = desk.importing.carry_out(plan, desk.person)
    known = len(plan.known) + len(imported.known)
    session.show_text("imported", new=len(imported.new), known=known)
    return DONE


def _show_plan(session: Session, desk: Desk, plan: ImportPlan) -> None:
    from bot.channels.terminal.cards import activities_table

    counts = {"good": len(plan.good), "known": len(plan.known)}
    session.show_text("import-plan", municipality=plan.municipality, **counts)
    show_problems(session, plan.problems)
    _show_concerned(session, plan.concerned)
    names = desk.names(plan.municipality, session.language)
    for good in plan.good:
        if good.alike:
            others = ", ".join(map(str, good.alike))
            session.show_text(
                "import-alike", line=str(good.line), title=good.content.title, others=others
            )
        if good.duplicates:
            session.show_text("import-duplicates", line=str(good.line), title=good.content.title)
            session.out.print(activities_table(good.duplicates, {plan.municipality: names}))


def _show_concerned(session: Session, rows: Iterable[ConcernedRow]) -> None:
    """The rows that need a reason, by their warnings, each of which is told once."""
    from bot.channels.terminal.cards import concern_lines

    lines: dict[Concern, list[str]] = {}
    for row in rows:
        for concern in row.concerns:
            lines.setdefault(concern, []).append(str(row.line))
    for concern, numbers in lines.items():
        session.show_text("import-concerned", count=len(numbers), lines=", ".join(numbers))
        for line in concern_lines(concern, session.language):
            session.show(f"  {line}")


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
    session.show_text("written", path=str(path))
    return DONE
