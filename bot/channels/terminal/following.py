"""`policylots remind`: what has come of the broadcasts that were sent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.channels.terminal.broadcast_office import DONE, AsJson, Number, office
from bot.channels.terminal.named_choices import named
from bot.channels.terminal.session import Session, session_of
from bot.channels.terminal.usage import WrongUsage
from bot.domain.reminders.occurrence import AnswerKind

if TYPE_CHECKING:
    from bot.channels.terminal.desk import Desk
    from bot.services.reminders.status import OccurrenceState
    from bot.services.reminders.use_cases import Reminders

Person = Annotated[str, typer.Argument(help="help-remind-recipient", metavar="ID")]


def status(
    context: typer.Context,
    number: Number,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="help-remind-output")
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Show by unit who has answered, who not, and whom it never reached."""
    from bot.channels.terminal.broadcast_cards import state_table

    session = session_of(context)
    with office(session) as (desk, reminders):
        state = reminders.status.latest(number, desk.person)
        if state is None:
            session.show_text("broadcast-not-sent")
        elif output is not None:
            _write_status(session, output, state)
        elif as_json:
            session.write(state.model_dump_json())
        else:
            session.out.print(state_table(state, session.language))
        return DONE


def resend(context: typer.Context, number: Number) -> int:
    """Try again to reach those whom the latest message did not."""
    session = session_of(context)
    with office(session) as (desk, reminders):
        state = reminders.status.latest(number, desk.person)
        count = reminders.status.resend_failed(state.occurrence.id, desk.person) if state else 0
        session.show_text("broadcast-done-again", count=count)
        return DONE


def answer(
    context: typer.Context,
    number: Number,
    person: Person,
    said: Annotated[str, typer.Option("--as", metavar="ANSWER", help="help-remind-as")] = "done",
    text: Annotated[str, typer.Option("--text", help="help-remind-answer-text")] = "",
    activity: Annotated[
        int | None, typer.Option("--activity", help="help-remind-answer-activity")
    ] = None,
) -> int:
    """Answer in a recipient's place, who said it otherwise."""
    session = session_of(context)
    with office(session) as (desk, reminders):
        occurrence = _latest(session, desk, reminders, number)
        match named("--as", said, AnswerKind, session):
            case AnswerKind.DONE:
                reminders.answers.done(occurrence, person, desk.person)
            case AnswerKind.NOTHING_TO_REPORT:
                reminders.answers.nothing_to_report(occurrence, person, desk.person)
            case AnswerKind.TEXT:
                reminders.answers.text(occurrence, person, text, desk.person)
            case AnswerKind.LOGGED:
                if activity is None:
                    raise WrongUsage(session.say("usage-answer-activity"))
                reminders.answers.logged(occurrence, person, activity, desk.person)
        session.show_text("broadcast-answered-for", person=person)
        return DONE


def replace(
    context: typer.Context,
    number: Number,
    person: Person,
    instead: Annotated[
        str | None, typer.Option("--with", metavar="ID", help="help-remind-with")
    ] = None,
    keep: Annotated[bool, typer.Option("--keep", help="help-remind-keep")] = False,
) -> int:
    """Ask somebody else in a recipient's place, or keep the one who pointed elsewhere."""
    session = session_of(context)
    with office(session) as (desk, reminders):
        occurrence = _latest(session, desk, reminders, number)
        if keep:
            asked = reminders.answers.keep(occurrence, person, desk.person)
        else:
            asked = reminders.answers.replace(occurrence, person, desk.person, instead)
        session.show_text("broadcast-asked-now", person=asked.recipient.name)
        return DONE


def record(context: typer.Context, number: Number, as_json: AsJson = False) -> int:
    """Show who did what with a broadcast, and why, oldest first."""
    from bot.channels.terminal.broadcast_cards import record_table

    session = session_of(context)
    with office(session) as (desk, reminders):
        events = reminders.broadcasts.record(number, desk.person)
        if as_json:
            session.write_rows(events)
        else:
            session.out.print(record_table(events, session.language))
        return DONE


FOLLOWING: dict[str, Callable[..., int]] = {
    "status": status,
    "resend": resend,
    "answer": answer,
    "replace": replace,
    "record": record,
}
"""The commands by name."""


def _latest(session: Session, desk: Desk, reminders: Reminders, number: int) -> int:
    """The id of a broadcast's latest occurrence. Raises WrongUsage where nothing was sent."""
    state = reminders.status.latest(number, desk.person)
    if state is None:
        raise WrongUsage(session.say("broadcast-not-sent"))
    return state.occurrence.id


def _write_status(session: Session, path: Path, state: OccurrenceState) -> None:
    from bot.channels.terminal.output import FOR_OWNER, write_new
    from bot.files.broadcast_status import status_csv

    write_new(path, [status_csv(state, session.language)], FOR_OWNER)
    session.show_text("written", path=str(path))
