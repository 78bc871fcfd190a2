"""`policylots activities`, `policylots activity` and `policylots withdraw`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from bot.channels.terminal import options
from bot.channels.terminal.options import AsJson
from bot.channels.terminal.session import Session, session_of
from bot.channels.terminal.usage import WrongUsage

if TYPE_CHECKING:
    from bot.channels.terminal.desk import Desk
    from bot.domain.activities.activity import Activity, Change
    from bot.services.activities.ports import Query


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("activities", help="help-activities")(activities)
    app.command("activity", help="help-activity")(activity)
    app.command("withdraw", help="help-withdraw")(withdraw)
    app.command("goals", help="help-goals")(goals)


def activities(
    context: typer.Context,
    mine: Annotated[bool, typer.Option("--mine", help="help-activities-mine")] = False,
    drafts: Annotated[bool, typer.Option("--drafts", help="help-activities-drafts")] = False,
    municipality: options.Place = None,
    unit: options.Unit = None,
    year: Annotated[
        int | None, typer.Option("--year", min=1900, max=9998, help="help-activities-year")
    ] = None,
    kind: options.Kind = None,
    country: Annotated[
        str | None, typer.Option("--country", help="help-activities-country")
    ] = None,
    page: Annotated[int, typer.Option("--page", min=1, help="help-activities-page")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="help-activities-json")] = False,
) -> None:
    """List activities, the latest first."""
    from bot.domain.activities.activity import Status
    from bot.domain.activities.dates import Dates

    session = session_of(context)
    with session.desk() as desk:
        query = _query(session, desk, municipality, unit, kind, country)
        if mine:
            query = query.model_copy(update={"logged_by": desk.person})
        if drafts:
            query = query.model_copy(update={"statuses": frozenset({Status.DRAFT})})
        if year is not None:
            whole = Dates(first=date(year, 1, 1), last=date(year, 12, 31))
            query = query.model_copy(update={"overlapping": whole})
        found = desk.log.page(query, page, desk.person)
        if as_json:
            session.write_rows(found.activities)
        else:
            _show_page(session, desk, found.activities)
            numbers = {"page": found.number, "pages": found.pages, "total": found.total}
            session.tell(session.say("record-page", **numbers))


def _query(
    session: Session,
    desk: Desk,
    municipality: str | None,
    unit: str | None,
    kind: str | None,
    country: str | None,
) -> Query:
    """Which activities; a unit is one of a municipality's. Raises WrongUsage."""
    from bot.channels.terminal.entries import refuse
    from bot.services.activities.ports import Query
    from bot.services.activities.rows import RowReader
    from bot.services.activities.sheets import Row

    place = desk.municipality(municipality) if municipality or unit else None
    if unit and place is None:
        raise WrongUsage(session.say("usage-municipality-missing"))
    given = {"unit": unit, "kind": kind, "countries": country}
    cells = {column: text for column, text in given.items() if text}
    units = desk.records.all_units(place) if place else ()
    row = Row(0, cells, {"unit": "--unit", "kind": "--kind", "countries": "--country"})
    told = RowReader(desk.log.kinds.values(), units, takes_closed=True).fields(row)
    refuse(session, row)
    return Query.model_validate(
        {
            "municipality": place,
            "units": [told["unit"]] if unit else None,
            "kinds": [told["kind"]] if kind else None,
            "countries": told.get("countries"),
        }
    )


def _show_page(session: Session, desk: Desk, found: tuple[Activity, ...]) -> None:
    from bot.channels.terminal.cards import activities_table

    if not found:
        session.out.print(session.say("nothing-found"), markup=False)
        return
    session.out.print(activities_table(found, desk.names_for(found, session.language)))


def activity(
    context: typer.Context,
    number: options.Number,
    history: Annotated[bool, typer.Option("--history", help="help-activity-history")] = False,
    as_json: AsJson = False,
) -> None:
    """Show one activity, or who changed it when."""
    session = session_of(context)
    with session.desk() as desk:
        found = desk.log.find(number, desk.person)
        changes = desk.log.history(number, desk.person) if history else []
        if as_json and history:
            session.write_rows(changes)
        elif as_json:
            session.write(found.model_dump_json())
        else:
            _show(session, desk, found)
            _show_history(session, desk, found, changes)


def _show(session: Session, desk: Desk, found: Activity) -> None:
    from bot.channels.terminal.cards import fields_table
    from bot.files.activity_fields import fields_of

    names = desk.names(found.municipality, session.language)
    heading = session.say(
        "record-heading",
        number=str(found.id),
        municipality=found.municipality,
        status=session.say(f"file-status-{found.status.value}"),
    )
    session.out.print(heading, markup=False)
    session.out.print(fields_table(fields_of(found.content, names)))


def _show_history(session: Session, desk: Desk, found: Activity, changes: Sequence[Change]) -> None:
    from bot.channels.terminal.cards import history_lines

    names = desk.names(found.municipality, session.language)
    for line in history_lines(changes, found.content, names):
        session.out.print(line, markup=False, soft_wrap=True)


def withdraw(
    context: typer.Context,
    number: options.Number,
    reason: options.Reason = None,
    yes: options.Yes = False,
) -> int:
    """Take an activity back: it stays, and stands in no report; a draft is removed."""
    from bot.domain.activities.activity import Status

    session = session_of(context)
    with session.desk() as desk:
        found = desk.log.find(number, desk.person)
        if not yes:
            _show(session, desk, found)
            if not session.is_interactive:
                raise WrongUsage(session.say("usage-yes-missing"))
            is_draft = found.status is Status.DRAFT
            question = "record-confirm-removal" if is_draft else "record-confirm-withdrawal"
            if not session.confirms(session.say(question)):
                session.tell(session.say("record-not-changed"))
                return 1
        stays = desk.log.withdraw(number, found.version, desk.person, reason)
        receipt = "record-withdrawn" if stays else "record-draft-removed"
        told = session.say(receipt, number=str(number), title=found.content.title)
        session.out.print(told, markup=False, soft_wrap=True)
        return 0


def goals(
    context: typer.Context, municipality: options.Place = None, as_json: AsJson = False
) -> None:
    """List the goals of a municipality's policy with the numbers that --goal takes."""
    from bot.channels.terminal.tables import goals_table

    session = session_of(context)
    with session.desk() as desk:
        place = desk.municipality(municipality)
        if place is None:
            raise WrongUsage(session.say("usage-municipality-missing"))
        found = desk.records.policies.goals(place)
        if as_json:
            session.write_rows(found)
        elif found:
            session.out.print(goals_table(found, session.language))
        else:
            session.out.print(session.say("nothing-found"), markup=False)
