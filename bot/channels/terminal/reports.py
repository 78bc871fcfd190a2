"""`policylots report`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.channels.terminal import options
from bot.channels.terminal.session import Session, session_of
from bot.channels.terminal.usage import WrongUsage

if TYPE_CHECKING:
    from bot.services.reports.report import Report

FORMATS = ("docx", "xlsx", "csv")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("report", help="help-report")(report)


def report(
    context: typer.Context,
    municipality: options.Place = None,
    period: Annotated[str, typer.Option("--period", "-p", help="help-report-period")] = "",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FOLDER", help="help-report-output")
    ] = None,
    formats: Annotated[str, typer.Option("--format", help="help-report-format")] = ",".join(
        FORMATS
    ),
    language: Annotated[
        str | None, typer.Option("--language", metavar="sv|en", help="help-report-language")
    ] = None,
) -> None:
    """Make a municipality's report on a period: its main figures, and files."""
    session = session_of(context)
    wanted = _formats(session, formats)
    made = _made(session, municipality, period, _language(session, language))
    _show(session, made)
    if output is not None:
        _write(session, made, output, wanted)


def _write(session: Session, made: Report, output: Path, formats: Sequence[str]) -> None:
    from bot.channels.terminal.output import folder_for, require_free, write_new
    from bot.files.naming import report_file_name

    folder = folder_for(output)
    paths = {each: folder / report_file_name(made, each) for each in formats}
    require_free(paths.values())
    for each, path in paths.items():
        write_new(path, [_writers()[each](made)])
        session.out.print(session.say("written", path=str(path)), markup=False, soft_wrap=True)


def _formats(session: Session, text: str) -> list[str]:
    wanted = [each.strip().casefold() for each in text.split(",") if each.strip()]
    if not wanted or not set(wanted) <= set(FORMATS):
        raise WrongUsage(session.say("usage-formats", known=", ".join(FORMATS)))
    return list(dict.fromkeys(wanted))


def _language(session: Session, language: str | None) -> str:
    from knowledge.texts.catalogue import LANGUAGES

    if language is not None and language not in LANGUAGES:
        raise WrongUsage(session.say("usage-language"))
    return language or session.language


def _made(session: Session, municipality: str | None, period: str, language: str) -> Report:
    """The report, with a bar of how far it has come."""
    from bot.channels.terminal.progress import progress_bar
    from bot.services.reports.periods import read_period

    with session.desk() as desk:
        asked = read_period(period, desk.today)
        place = desk.municipality(municipality)
        if place is None:
            raise WrongUsage(session.say("usage-municipality-missing"))
        with progress_bar(session.err) as bar:
            task = bar.add_task(session.say("report-making"), total=None)
            return desk.reports.report(
                place,
                asked,
                language,
                desk.person,
                lambda done, total: bar.update(task, completed=done, total=total),
            )


def _show(session: Session, made: Report) -> None:
    from bot.channels.terminal.tables import figures_table

    session.out.print(made.title, markup=False, style="bold")
    for note in made.notes:
        session.out.print(note, markup=False)
    session.out.print(figures_table(made))


def _writers() -> Mapping[str, Callable[[Report], bytes]]:
    """The writers by format, each of which loads a library of its own."""
    from bot.files.csv import write_csv
    from bot.files.docx import write_docx
    from bot.files.xlsx import write_xlsx

    return {"docx": write_docx, "xlsx": write_xlsx, "csv": write_csv}
