"""What can be done in the calendar by a button."""

from __future__ import annotations

from bot.channels.slack.blocks.calendar import Deciding, Shown
from bot.channels.slack.blocks.calendar_forms import accept_form, drifts_message, reject_form
from bot.channels.slack.calendar_pages import accepted, page, reader_of, share_file
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.domain.activities.rights import Deed
from bot.services.activities.permission import require
from bot.services.reminders.told_times import told


def turn(desk: Desk, occasion: Occasion) -> None:
    """Show another page or year."""
    person = desk.rights.admit(occasion.person, "look at the calendar")
    shown = Shown.model_validate_json(occasion.value)
    desk.turn(occasion.view["id"], page(desk, person, shown))


def give_file(desk: Desk, occasion: Occasion) -> None:
    """Hand it over as a file."""
    person = desk.rights.admit(occasion.person, "look at the calendar")
    share_file(desk, occasion, person, Shown.model_validate_json(occasion.value))


def accept(desk: Desk, occasion: Occasion) -> None:
    """Accept a proposal whose time the document tells; of another, ask for the day first."""
    person = desk.rights.admit(occasion.person, "decide on a proposal")
    deciding = Deciding.model_validate_json(occasion.value)
    place = deciding.shown.municipality
    if desk.calendar.entry(place, deciding.handle).proposal.needs_day:
        change(desk, occasion)
        return
    decision = desk.calendar.accept(place, deciding.handle, person.id, seen=deciding.seen)
    language = desk.language(person)
    desk.turn(occasion.view["id"], page(desk, person, deciding.shown))
    desk.tell(occasion, accepted(desk, decision, language))


def change(desk: Desk, occasion: Occasion) -> None:
    """Ask when, with what is suggested filled in."""
    person = desk.rights.admit(occasion.person, "decide on a proposal")
    require(desk.rights, person.id, Deed.BROADCAST)
    deciding, reader = Deciding.model_validate_json(occasion.value), reader_of(desk, person)
    entry = desk.calendar.entry(deciding.shown.municipality, deciding.handle)
    suggested = desk.calendar.suggested(entry.proposal)
    words = told(suggested, reader.language) if suggested else ""
    desk.show(occasion, accept_form(entry, words, deciding, reader))


def reject(desk: Desk, occasion: Occasion) -> None:
    """Ask why."""
    person = desk.rights.admit(occasion.person, "decide on a proposal")
    require(desk.rights, person.id, Deed.BROADCAST)
    deciding = Deciding.model_validate_json(occasion.value)
    entry = desk.calendar.entry(deciding.shown.municipality, deciding.handle)
    desk.show(occasion, reject_form(entry, deciding, reader_of(desk, person)))


def acknowledge(desk: Desk, occasion: Occasion) -> None:
    """Take note of what a document says by now."""
    person = desk.rights.admit(occasion.person, "decide on a proposal")
    deciding = Deciding.model_validate_json(occasion.value)
    desk.calendar.acknowledge(deciding.shown.municipality, deciding.handle, person.id)
    desk.turn(occasion.view["id"], page(desk, person, deciding.shown))


def tell_drifts(desk: Desk, occasion: Occasion) -> None:
    """Tell the coordinators what a municipality's documents say otherwise by now."""
    place = str(occasion.view["private_metadata"])
    drifts = desk.calendar.drifts(place)
    if drifts and desk.coordinator_channel is not None:
        message = drifts_message(drifts, place, desk.house_language)
        desk.post_once(occasion, desk.coordinator_channel, message, None, occasion.key)
