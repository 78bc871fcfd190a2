"""`policylots remind`: what coordinators do with broadcasts in Slack, in the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from uuid import uuid4

import typer

from bot.channels.terminal import options
from bot.channels.terminal.broadcast_options import Given, Told, Words
from bot.channels.terminal.session import Session, session_of
from bot.channels.terminal.stated import taking_stated
from bot.channels.terminal.usage import WrongUsage
from bot.domain.reminders.broadcast import BroadcastStatus
from bot.domain.reminders.occurrence import AnswerKind

if TYPE_CHECKING:
    from bot.channels.terminal.desk import Desk
    from bot.domain.reminders.broadcast import Broadcast
    from bot.services.reminders.broadcasts import Broadcasts, Preview
    from bot.services.reminders.status import OccurrenceState
    from bot.services.reminders.use_cases import Reminders

DONE, NOT_DONE = 0, 1

Number = Annotated[int, typer.Argument(help="help-remind-number", metavar="NUMBER")]
Person = Annotated[str, typer.Argument(help="help-remind-recipient", metavar="ID")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="help-remind")
    for name, command in _COMMANDS.items():
        group.command(name, help=f"help-remind-{name}")(command)
    app.add_typer(group, name="remind")


def draft(
    context: typer.Context, words: Words = None, municipality: options.Place = None, *, given: Given
) -> int:
    """Keep a draft, and show what would come of it."""
    session = session_of(context)
    with _office(session) as (desk, reminders):
        place = desk.municipality(municipality)
        if place is None:
            raise WrongUsage(session.say("usage-municipality-missing"))
        content = given.content(" ".join(words or ()), _told(session, desk, reminders, place))
        preview = reminders.broadcasts.preview(content, desk.person)
        kept = reminders.broadcasts.draft(f"{desk.person}:{uuid4()}", content, desk.person)
        _show(session, desk, kept, preview)
        _say(session, "broadcast-drafted", number=kept.id)
        return DONE


def change(context: typer.Context, number: Number, words: Words = None, *, given: Given) -> int:
    """Change a broadcast; what is not given stays."""
    session = session_of(context)
    with _office(session) as (desk, reminders):
        before = reminders.broadcasts.find(number, desk.person)
        told = _told(session, desk, reminders, before.content.municipality)
        content = given.content(" ".join(words or ()), told, before.content)
        preview = reminders.broadcasts.preview(content, desk.person)
        changed = reminders.broadcasts.change(number, before.version, content, desk.person)
        _show(session, desk, changed, preview)
        return DONE


def show(context: typer.Context, number: Number) -> int:
    """Show a broadcast: what it says, to whom, when, and what to know before it is sent."""
    session = session_of(context)
    with _office(session) as (desk, reminders):
        _show_now(session, desk, reminders, number)
        return DONE


def listed(
    context: typer.Context,
    municipality: options.OnlyActivities = None,
    status: Annotated[
        list[BroadcastStatus] | None, typer.Option("--status", help="help-remind-status-option")
    ] = None,
    as_json: options.AsJson = False,
) -> int:
    """List broadcasts, the latest first."""
    from bot.channels.terminal.broadcast_cards import broadcasts_table

    session = session_of(context)
    with _office(session) as (desk, reminders):
        place = desk.municipality(municipality) if municipality else None
        wanted = frozenset(status) if status else None
        found = reminders.broadcasts.listed(place, desk.person, wanted)
        if as_json:
            session.write_rows(found)
        elif found:
            session.out.print(broadcasts_table(found, session.language))
        else:
            _say(session, "nothing-found")
        return DONE


def send(context: typer.Context, number: Number, yes: options.Yes = False) -> int:
    """Send a draft, or have it sent when it is due."""
    session = session_of(context)
    with _office(session) as (desk, reminders):
        found = _show_now(session, desk, reminders, number)
        if not _agreed(session, "broadcast-confirm", yes=yes):
            return NOT_DONE
        _tell(session, reminders.broadcasts.start(number, found.version, desk.person))
        return DONE


def approve(context: typer.Context, number: Number, yes: options.Yes = False) -> int:
    """Say the second yes to a broadcast that reaches many."""
    session = session_of(context)
    with _office(session) as (desk, reminders):
        found = _show_now(session, desk, reminders, number)
        if not _agreed(session, "broadcast-approve-confirm", yes=yes):
            return NOT_DONE
        _tell(session, reminders.broadcasts.approve(number, found.version, desk.person))
        return DONE


def decline(
    context: typer.Context,
    number: Number,
    reason: Annotated[str, typer.Option("--reason", help="help-remind-decline-reason")],
) -> int:
    """Say no to a broadcast that reaches many: it is a draft again."""
    session = session_of(context)
    with _office(session) as (desk, reminders):
        found = reminders.broadcasts.find(number, desk.person)
        _tell(session, reminders.broadcasts.decline(number, found.version, reason, desk.person))
        return DONE


def pause(context: typer.Context, number: Number) -> int:
    """Send nothing more of a broadcast until it is resumed."""
    return _turned(context, number, lambda broadcasts: broadcasts.pause)


def resume(context: typer.Context, number: Number) -> int:
    """Go on with a paused broadcast."""
    return _turned(context, number, lambda broadcasts: broadcasts.resume)


def cancel(context: typer.Context, number: Number, yes: options.Yes = False) -> int:
    """Send nothing more of a broadcast at all."""
    session = session_of(context)
    if not _agreed(session, "broadcast-cancel-confirm", yes=yes):
        return NOT_DONE
    return _turned(context, number, lambda broadcasts: broadcasts.cancel)


def duplicate(context: typer.Context, number: Number) -> int:
    """Make a new draft that says the same."""
    session = session_of(context)
    with _office(session) as (desk, reminders):
        key = f"{desk.person}:{uuid4()}"
        _tell(session, reminders.broadcasts.duplicate(number, key, desk.person))
        return DONE


def try_out(context: typer.Context, number: Number) -> int:
    """Show the message as a recipient gets it; nothing is sent."""
    from bot.channels.terminal.broadcast_cards import message_lines

    session = session_of(context)
    with _office(session) as (desk, reminders):
        outgoing = reminders.broadcasts.try_out(number, desk.person)
        for line in message_lines(outgoing, session.language):
            session.out.print(line, markup=False, soft_wrap=True)
        return DONE


def status(
    context: typer.Context,
    number: Number,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="help-remind-output")
    ] = None,
    as_json: options.AsJson = False,
) -> int:
    """Show by unit who has answered, who not, and whom it never reached."""
    from bot.channels.terminal.broadcast_cards import state_table

    session = session_of(context)
    with _office(session) as (desk, reminders):
        state = reminders.status.latest(number, desk.person)
        if state is None:
            _say(session, "broadcast-not-sent")
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
    with _office(session) as (desk, reminders):
        state = reminders.status.latest(number, desk.person)
        count = reminders.status.resend_failed(state.occurrence.id, desk.person) if state else 0
        _say(session, "broadcast-done-again", count=count)
        return DONE


def answer(
    context: typer.Context,
    number: Number,
    person: Person,
    kind: Annotated[AnswerKind, typer.Option("--as", help="help-remind-as")] = AnswerKind.DONE,
    text: Annotated[str, typer.Option("--text", help="help-remind-answer-text")] = "",
    activity: Annotated[
        int | None, typer.Option("--activity", help="help-remind-answer-activity")
    ] = None,
) -> int:
    """Answer in a recipient's place, who said it otherwise."""
    session = session_of(context)
    with _office(session) as (desk, reminders):
        occurrence = _latest(session, desk, reminders, number)
        match kind:
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
        _say(session, "broadcast-answered-for", person=person)
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
    with _office(session) as (desk, reminders):
        occurrence = _latest(session, desk, reminders, number)
        if keep:
            asked = reminders.answers.keep(occurrence, person, desk.person)
        else:
            asked = reminders.answers.replace(occurrence, person, desk.person, instead)
        _say(session, "broadcast-asked-now", person=asked.recipient.name)
        return DONE


def record(context: typer.Context, number: Number, as_json: options.AsJson = False) -> int:
    """Show who did what with a broadcast, and why, oldest first."""
    from bot.channels.terminal.broadcast_cards import record_table

    session = session_of(context)
    with _office(session) as (desk, reminders):
        events = reminders.broadcasts.record(number, desk.person)
        if as_json:
            session.write_rows(events)
        else:
            session.out.print(record_table(events, session.language))
        return DONE


_COMMANDS: dict[str, Callable[..., int]] = {
    "draft": taking_stated(draft),
    "change": taking_stated(change),
    "list": listed,
    "show": show,
    "try": try_out,
    "send": send,
    "approve": approve,
    "decline": decline,
    "pause": pause,
    "resume": resume,
    "cancel": cancel,
    "duplicate": duplicate,
    "status": status,
    "resend": resend,
    "answer": answer,
    "replace": replace,
    "record": record,
}


@contextmanager
def _office(session: Session) -> Iterator[tuple[Desk, Reminders]]:
    """The records and what is done with broadcasts."""
    from bot.channels.terminal.members import members_known

    with session.desk() as desk:
        members = members_known(session, desk.records)
        yield desk, desk.records.reminders(desk.rights, members)


def _told(session: Session, desk: Desk, reminders: Reminders, municipality: str) -> Told:
    return Told(
        session=session,
        municipality=municipality,
        units=desk.records.all_units(municipality),
        now=desk.records.now(),
        working_time=reminders.working_time,
    )


def _turned(
    context: typer.Context,
    number: int,
    turn: Callable[[Broadcasts], Callable[[int, int, str], Broadcast]],
) -> int:
    session = session_of(context)
    with _office(session) as (desk, reminders):
        found = reminders.broadcasts.find(number, desk.person)
        turned = turn(reminders.broadcasts)(found.id, found.version, desk.person)
        _tell(session, turned)
        return DONE


def _show_now(session: Session, desk: Desk, reminders: Reminders, number: int) -> Broadcast:
    """Show a broadcast as it is now; it."""
    found = reminders.broadcasts.find(number, desk.person)
    _show(session, desk, found, reminders.broadcasts.preview(found.content, desk.person))
    return found


def _show(session: Session, desk: Desk, broadcast: Broadcast, preview: Preview) -> None:
    from bot.channels.terminal.broadcast_cards import broadcast_table, preview_lines

    units = {e.id: e.name for e in desk.records.all_units(broadcast.content.municipality)}
    session.out.print(broadcast_table(broadcast, units, session.language))
    for line in preview_lines(preview, units, session.language):
        session.out.print(line, markup=False, soft_wrap=True)


def _tell(session: Session, broadcast: Broadcast) -> None:
    """How it stands with a broadcast now."""
    from bot.channels.terminal.broadcast_cards import stand_line

    session.out.print(stand_line(broadcast, session.language), markup=False, soft_wrap=True)


def _agreed(session: Session, question: str, *, yes: bool) -> bool:
    """Whether somebody says yes; what becomes of a no is told."""
    if yes:
        return True
    if not session.is_interactive:
        raise WrongUsage(session.say("usage-broadcast-yes"))
    if session.confirms(session.say(question)):
        return True
    session.tell(session.say("broadcast-nothing-done"))
    return False


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
    _say(session, "written", path=str(path))


def _say(session: Session, key: str, **details: str | int) -> None:
    session.out.print(session.say(key, **details), markup=False, soft_wrap=True)
