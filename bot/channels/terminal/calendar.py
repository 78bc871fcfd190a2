"""`policylots calendar`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.channels.terminal import options
from bot.channels.terminal.import_steps import DONE, NOT_DONE, known_place
from bot.channels.terminal.session import Session, session_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.domain.reminders.schedule import Schedule
    from bot.services.calendar.duties import DutiesCalendar
    from bot.services.calendar.year import CalendarYear

Handle = Annotated[str, typer.Argument(help="help-calendar-handle", metavar="NAME")]
_FIRST_YEAR, _LAST_YEAR = 1970, 2200


def register(app: typer.Typer) -> None:
    """Add the commands; without one of them, the year is shown."""
    group = typer.Typer(help="help-calendar")
    group.callback(invoke_without_command=True)(show_year)
    group.command("show", help="help-calendar-show")(show)
    group.command("accept", help="help-calendar-accept")(accept)
    group.command("reject", help="help-calendar-reject")(reject)
    group.command("acknowledge", help="help-calendar-acknowledge")(acknowledge)
    group.command("feed", help="help-calendar-feed")(renew_feed)
    group.command("end-feed", help="help-calendar-feed-end")(end_feed)
    app.add_typer(group, name="calendar")


def show_year(
    context: typer.Context,
    municipality: options.Place = None,
    year: Annotated[
        int | None,
        typer.Option(
            "--year", "-y", min=_FIRST_YEAR, max=_LAST_YEAR, help="help-calendar-option-year"
        ),
    ] = None,
    ics: Annotated[
        Path | None, typer.Option("--ics", metavar="FILE", help="help-calendar-option-ics")
    ] = None,
) -> None:
    """Show a year by month, and write it into a file for calendar programs if one is named."""
    if context.invoked_subcommand is not None:
        return
    session = session_of(context)
    with session.desk() as desk:
        place = known_place(session, desk.municipality(municipality))
        asked = year or desk.today.year
        calendar = desk.calendar(session.language)
        _show(session, calendar.year(place, asked), desk.today)
        if ics is not None:
            _write(session, calendar, place, asked, ics)


def show(context: typer.Context, name: Handle, municipality: options.Place = None) -> None:
    """Show a proposal with what was decided about it."""
    from bot.channels.terminal.calendar_tables import entry_lines

    session = session_of(context)
    with session.desk() as desk:
        place = known_place(session, desk.municipality(municipality))
        calendar = desk.calendar(session.language)
        entry = calendar.entry(place, name)
        decisions = calendar.history(place, name)
        _print(session, entry_lines(entry, decisions, session.language, desk.today))


def accept(
    context: typer.Context,
    name: Handle,
    when: Annotated[str, typer.Option("--when", help="help-calendar-option-when")] = "",
    municipality: options.Place = None,
) -> None:
    """Accept a proposal, with its time or another one."""
    session = session_of(context)
    with session.desk() as desk:
        place = known_place(session, desk.municipality(municipality))
        calendar = desk.calendar(session.language)
        seen = calendar.entry(place, name).seen
        schedule: Schedule | None = calendar.read_time(when) if when else None
        decision = calendar.accept(place, name, desk.person, seen=seen, schedule=schedule)
        to = calendar.recipients(decision, session.language)
        session.show_text("calendar-accepted", broadcast=str(decision.broadcast), to=to)


def reject(
    context: typer.Context,
    name: Handle,
    reason: Annotated[str, typer.Option("--reason", help="help-calendar-reason")] = "",
    municipality: options.Place = None,
) -> None:
    """Reject a proposal."""
    session = session_of(context)
    with session.desk() as desk:
        place = known_place(session, desk.municipality(municipality))
        calendar = desk.calendar(session.language)
        seen = calendar.entry(place, name).seen
        calendar.reject(place, name, desk.person, reason, seen=seen)
        session.show_text("calendar-was-rejected")


def acknowledge(context: typer.Context, name: Handle, municipality: options.Place = None) -> int:
    """Take note of what a document says by now."""
    session = session_of(context)
    with session.desk() as desk:
        place = known_place(session, desk.municipality(municipality))
        if not desk.calendar(session.language).acknowledge(place, name, desk.person):
            session.tell(session.say("calendar-nothing-to-note"))
            return NOT_DONE
        session.show_text("calendar-acknowledged")
        return DONE


def renew_feed(context: typer.Context, municipality: options.Place = None) -> int:
    """Give a municipality's calendar a new address to subscribe to."""
    from bot.services.calendar.duties import feed_address

    session = session_of(context)
    base = session.settings.calendar_base
    if base is None:
        session.tell(session.say("calendar-feed-off"))
        return NOT_DONE
    with session.desk() as desk:
        place = known_place(session, desk.municipality(municipality))
        token = desk.calendar(session.language).renew_feed(place, desk.person)
        address = feed_address(base, token)
        session.show_text("calendar-feed-renewed", municipality=place, address=address)
        return DONE


def end_feed(context: typer.Context, municipality: options.Place = None) -> None:
    """Let a municipality's calendar not be subscribed to."""
    session = session_of(context)
    with session.desk() as desk:
        place = known_place(session, desk.municipality(municipality))
        ended = desk.calendar(session.language).end_feed(place, desk.person)
        key = "calendar-feed-ended" if ended else "calendar-feed-was-off"
        session.show_text(key, municipality=place)


def _show(session: Session, year: CalendarYear, today: date) -> None:
    from bot.channels.terminal.calendar_tables import entries_table, month_name, month_table

    language = session.language
    name = {"municipality": year.municipality, "year": str(year.year)}
    session.show_text("calendar-title-of", **name)
    if year.is_empty:
        session.show_text("calendar-empty", municipality=year.municipality)
    for month in year.months:
        if month.duties:
            session.out.print(f"\n{month_name(month.number, language)}", markup=False)
            session.out.print(month_table(month, language, today))
    for key, entries in (
        ("calendar-undated", year.undated),
        ("calendar-past-heading", year.past),
        ("calendar-rejected", year.rejected),
    ):
        if entries:
            session.out.print(f"\n{session.say(key)}", markup=False)
            session.out.print(entries_table(entries, language, today))
    _show_drifts(session, year)


def _show_drifts(session: Session, year: CalendarYear) -> None:
    from bot.services.calendar.wording import drift_lines, what

    if year.drifts:
        session.out.print(f"\n{session.say('calendar-drifts')}", markup=False)
    for drift in year.drifts:
        session.show(f"{drift.decision.handle}  {what(drift.decision.proposal, session.language)}")
        _print(session, drift_lines(drift, session.language))


def _write(session: Session, calendar: DutiesCalendar, place: str, year: int, path: Path) -> None:
    from bot.channels.terminal.output import write_new
    from bot.files.ics import write_ics

    years = [calendar.year(place, each) for each in (year, year + 1)]
    write_new(path, [write_ics(years, session.language)])
    session.show_text("written", path=str(path))


def _print(session: Session, lines: Iterable[str]) -> None:
    for line in lines:
        session.show(line)
