"""`policylots remind`: what coordinators do with broadcasts in Slack, in the terminal."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated
from uuid import uuid4

import typer

from bot.channels.terminal import options
from bot.channels.terminal.broadcast_office import (
    DONE,
    NOT_DONE,
    AsJson,
    Number,
    OnlyPlace,
    Place,
    office,
)
from bot.channels.terminal.broadcast_options import Given, Told, Words
from bot.channels.terminal.following import FOLLOWING
from bot.channels.terminal.named_choices import named
from bot.channels.terminal.session import Session, session_of
from bot.channels.terminal.stated import taking_stated
from bot.channels.terminal.usage import WrongUsage
from bot.domain.reminders.broadcast import NEXT, BroadcastStatus
from bot.services.errors import OwnYes, UnfitStatus

if TYPE_CHECKING:
    from bot.channels.terminal.desk import Desk
    from bot.domain.reminders.broadcast import Broadcast
    from bot.services.reminders.broadcasts import Broadcasts, Preview
    from bot.services.reminders.use_cases import Reminders


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="help-remind")
    for name, command in _COMMANDS.items():
        group.command(name, help=f"help-remind-{name}")(command)
    app.add_typer(group, name="remind")


def draft(
    context: typer.Context, words: Words = None, municipality: Place = None, *, given: Given
) -> int:
    """Keep a draft, and show what would come of it."""
    session = session_of(context)
    with office(session) as (desk, reminders):
        place = desk.municipality(municipality)
        if place is None:
            raise WrongUsage(session.say("usage-municipality-missing"))
        content = given.content(" ".join(words or ()), _told(session, desk, reminders, place))
        preview = reminders.broadcasts.preview(content, desk.person)
        kept = reminders.broadcasts.draft(f"{desk.person}:{uuid4()}", content, desk.person)
        _show(session, desk, kept, preview)
        session.show_text("broadcast-drafted", number=kept.id)
        return DONE


def change(context: typer.Context, number: Number, words: Words = None, *, given: Given) -> int:
    """Change a broadcast; what is not given stays."""
    from bot.channels.terminal.broadcast_cards import change_line

    session = session_of(context)
    with office(session) as (desk, reminders):
        before = reminders.broadcasts.find(number, desk.person)
        told = _told(session, desk, reminders, before.content.municipality)
        content = given.content(" ".join(words or ()), told, before.content)
        preview = reminders.broadcasts.preview(content, desk.person, number)
        changed = reminders.broadcasts.change(number, before.version, content, desk.person)
        _show(session, desk, changed, preview if changed.is_to_come else None)
        session.show(change_line(before, changed, session.language))
        return DONE


def show(context: typer.Context, number: Number) -> int:
    """Show a broadcast: what it says, to whom, when, and what to know before it is sent."""
    session = session_of(context)
    with office(session) as (desk, reminders):
        _show_now(session, desk, reminders, reminders.broadcasts.find(number, desk.person))
        return DONE


def listed(
    context: typer.Context,
    municipality: OnlyPlace = None,
    status: Annotated[
        list[str] | None,
        typer.Option("--status", metavar="STATUS", help="help-remind-status-option"),
    ] = None,
    as_json: AsJson = False,
) -> int:
    """List broadcasts, the latest first."""
    from bot.channels.terminal.broadcast_cards import broadcasts_table

    session = session_of(context)
    with office(session) as (desk, reminders):
        place = desk.municipality(municipality) if municipality else None
        wanted = frozenset(
            named("--status", each, BroadcastStatus, session) for each in status or ()
        )
        found = reminders.broadcasts.listed(place, desk.person, wanted or None)
        if as_json:
            session.write_rows(found)
        elif found:
            session.out.print(broadcasts_table(found, session.language))
        else:
            session.show_text("nothing-found")
        return DONE


def send(context: typer.Context, number: Number, yes: options.Yes = False) -> int:
    """Send a draft, or have it sent when it is due."""
    session = session_of(context)
    with office(session) as (desk, reminders):
        found = reminders.broadcasts.find(number, desk.person)
        if found.status is not BroadcastStatus.DRAFT:
            raise _unfit(found)
        _show_now(session, desk, reminders, found)
        if not _agreed(session, "broadcast-confirm", yes=yes):
            return NOT_DONE
        _tell(session, reminders.broadcasts.start(number, found.version, desk.person))
        return DONE


def approve(context: typer.Context, number: Number, yes: options.Yes = False) -> int:
    """Say the second yes to a broadcast that reaches many."""
    session = session_of(context)
    with office(session) as (desk, reminders):
        version = reminders.broadcasts.find(number, desk.person).version
        found = reminders.broadcasts.asked(number, version, desk.person)
        if found.asked_by == desk.person:
            raise OwnYes(f"{desk.person} asked for broadcast {number}")
        _show_now(session, desk, reminders, found)
        if not _agreed(session, "broadcast-approve-confirm", yes=yes):
            return NOT_DONE
        _tell(session, reminders.broadcasts.approve(number, found.version, desk.person))
        return DONE


def decline(
    context: typer.Context,
    number: Number,
    reason: Annotated[str, typer.Option("--reason", help="help-remind-decline-reason")],
) -> int:
    """Say no to a broadcast that reaches many: it is a draft again, or stays paused."""
    session = session_of(context)
    with office(session) as (desk, reminders):
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
    with office(session) as (desk, reminders):
        found = reminders.broadcasts.find(number, desk.person)
        if BroadcastStatus.CANCELLED not in NEXT[found.status]:
            raise _unfit(found)
        if not _agreed(session, "broadcast-cancel-confirm", yes=yes):
            return NOT_DONE
        _tell(session, reminders.broadcasts.cancel(number, found.version, desk.person))
        return DONE


def duplicate(context: typer.Context, number: Number) -> int:
    """Make a new draft that says the same."""
    session = session_of(context)
    with office(session) as (desk, reminders):
        key = f"{desk.person}:{uuid4()}"
        _tell(session, reminders.broadcasts.duplicate(number, key, desk.person))
        return DONE


def try_out(context: typer.Context, number: Number) -> int:
    """Show the message as a recipient gets it; nothing is sent."""
    from bot.channels.terminal.broadcast_cards import message_lines

    session = session_of(context)
    with office(session) as (desk, reminders):
        outgoing = reminders.broadcasts.try_out(number, desk.person)
        for line in message_lines(outgoing, session.language):
            session.show(line)
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
    **FOLLOWING,
}


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
    with office(session) as (desk, reminders):
        found = reminders.broadcasts.find(number, desk.person)
        turned = turn(reminders.broadcasts)(found.id, found.version, desk.person)
        _tell(session, turned)
        return DONE


def _show_now(session: Session, desk: Desk, reminders: Reminders, found: Broadcast) -> None:
    """Show a broadcast as it is now, with what would come of it if anything would."""
    if not found.is_to_come:
        _show(session, desk, found, None)
        return
    preview = reminders.broadcasts.preview(found.content, desk.person, found.id)
    _show(session, desk, found, preview)


def _unfit(broadcast: Broadcast) -> UnfitStatus:
    return UnfitStatus(f"broadcast {broadcast.id} is {broadcast.status}", broadcast.status)


def _show(session: Session, desk: Desk, broadcast: Broadcast, preview: Preview | None) -> None:
    from bot.channels.terminal.broadcast_cards import broadcast_table, preview_lines

    units = {e.id: e.name for e in desk.records.all_units(broadcast.content.municipality)}
    session.out.print(broadcast_table(broadcast, units, session.language))
    if preview is None:
        session.show_text("remind-no-more", number=broadcast.id)
        return
    for line in preview_lines(preview, units, session.language):
        session.show(line)


def _tell(session: Session, broadcast: Broadcast) -> None:
    """How it stands with a broadcast now."""
    from bot.channels.terminal.broadcast_cards import stand_line

    session.show(stand_line(broadcast, session.language))


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
