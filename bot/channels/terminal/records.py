"""`policylots backup`, `restore`, `export-person`, `erase-person`, `export-all` and `purge`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.channels.terminal import options
from bot.channels.terminal.session import Session, session_of
from bot.channels.terminal.usage import WrongUsage

if TYPE_CHECKING:
    from bot.channels.terminal.desk import Desk
    from bot.domain.activities.activity import Activity
    from bot.services.reports.report import ActivityRow
    from bot.services.retention import Overdue

SHOWN = 20
"""Activities that are listed before they are removed; of more, their number tells enough."""

PersonId = Annotated[str, typer.Argument(metavar="ID", help="help-person-id")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("backup", help="help-backup")(backup)
    app.command("restore", help="help-restore")(restore)
    app.command("export-person", help="help-export-person")(export_person)
    app.command("erase-person", help="help-erase-person")(erase_person)
    app.command("export-all", help="help-export-all")(export_all)
    app.command("purge", help="help-purge")(purge)


def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="help-backup-file")],
) -> None:
    """Back the whole database up into one file."""
    from bot.channels.terminal.output import require_free

    session = session_of(context)
    require_free([file])
    report = session.application.back_up(file)
    told = session.say("backed-up", path=str(file), rows=sum(report.rows.values()))
    session.out.print(told, markup=False, soft_wrap=True)


def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="help-restore-file")],
) -> None:
    """Fill an empty database with a backup."""
    from bot.domain.days import SWEDISH_TIME

    session = session_of(context)
    report = session.application.restore(file)
    made = f"{report.made_at.astimezone(SWEDISH_TIME):%Y-%m-%d %H:%M}"
    told = session.say("restored", made=made, rows=sum(report.rows.values()))
    session.out.print(told, markup=False, soft_wrap=True)


def export_person(
    context: typer.Context,
    person: PersonId,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="help-export-output")
    ] = None,
) -> None:
    """Write out all that the database holds of a person."""
    from bot.channels.terminal.output import FOR_OWNER, write_new

    session = session_of(context)
    with session.desk() as desk:
        found = desk.records.persons(desk.rights).export_person(person, desk.person)
    if found.is_empty:
        session.tell(session.say("export-person-unknown", person=person))
    written = found.model_dump_json(indent=2)
    if output is None:
        session.write(written)
        return
    write_new(output, [f"{written}\n".encode()], FOR_OWNER)
    session.out.print(session.say("written", path=str(output)), markup=False, soft_wrap=True)


def erase_person(context: typer.Context, person: PersonId) -> int:
    """Erase a person, when their id has been typed once more."""
    session = session_of(context)
    if not session.is_interactive:
        raise WrongUsage(session.say("usage-erase-by-hand"))
    with session.desk() as desk:
        session.tell(session.say("erase-warning", person=person))
        if session.ask(session.say("erase-confirm")) != person:
            session.tell(session.say("record-not-changed"))
            return 1
        erasure = desk.records.persons(desk.rights).erase_person(person, desk.person)
        told = session.say(
            "erased",
            activities=erasure.activities,
            records=erasure.others + sum(erasure.records.model_dump().values()),
        )
        session.out.print(told, markup=False, soft_wrap=True)
        return 0


def export_all(
    context: typer.Context,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="help-export-folder")
    ],
    municipality: options.OnlyActivities = None,
) -> None:
    """Write out all activities with their history, for who asks for public records."""
    from bot.channels.terminal.output import FOR_OWNER, folder_for, require_free, write_new
    from bot.files.csv import csv_lines

    session = session_of(context)
    with session.desk() as desk:
        place = desk.municipality(municipality) if municipality else None
        folder = folder_for(output)
        whole, table = folder / session.say("export-whole"), folder / session.say("export-table")
        require_free([whole, table])
        records = desk.records.persons(desk.rights).export_all(place, desk.person)
        write_new(whole, (f"{each.model_dump_json()}\n".encode() for each in records), FOR_OWNER)
        # Not from the database again: what has changed since then would be in one file only.
        rows = _rows(session, desk, _written(whole))
        write_new(table, csv_lines(rows, session.language), FOR_OWNER)
    for path in (whole, table):
        session.out.print(session.say("written", path=str(path)), markup=False, soft_wrap=True)


def purge(context: typer.Context, yes: options.Yes = False) -> int:
    """Remove what has been kept long enough: first what it would be, then all of it."""
    session = session_of(context)
    with session.desk() as desk:
        retention = desk.records.retention(session.application.kept)
        overdue = retention.overdue()
        _show_overdue(session, overdue)
        _show_old(session, desk, retention.old_activities(SHOWN))
        if overdue.is_nothing:
            return 0
        if not yes and not session.is_interactive:
            session.tell(session.say("purge-dry-run"))
            return 0
        if not yes and not session.confirms(session.say("purge-confirm")):
            session.tell(session.say("purge-not-done"))
            return 1
        retention.forget()
        session.out.print(session.say("purged"), markup=False, soft_wrap=True)
        return 0


def _show_overdue(session: Session, overdue: Overdue) -> None:
    counts = {"questions": overdue.questions, "denials": overdue.denials}
    kept = {"activities": overdue.activities or 0, "occurrences": overdue.occurrences or 0}
    told = session.say("purge-plan", **kept, **counts)
    session.out.print(told, markup=False, soft_wrap=True)
    if overdue.activities is None:
        session.out.print(session.say("purge-for-good"), markup=False, soft_wrap=True)


def _show_old(session: Session, desk: Desk, activities: Sequence[Activity]) -> None:
    from bot.channels.terminal.cards import activities_table

    if activities:
        names = desk.names_for(activities, session.language)
        session.out.print(activities_table(activities, names))


def _written(path: Path) -> Iterator[Activity]:
    from bot.services.activities.ports import ActivityRecord

    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield ActivityRecord.model_validate_json(line).activity


def _rows(session: Session, desk: Desk, activities: Iterable[Activity]) -> Iterator[ActivityRow]:
    from bot.services.reports.making import activity_row

    names_of = lru_cache(maxsize=None)(desk.names)
    for each in activities:
        yield activity_row(names_of(each.municipality, session.language), each)
