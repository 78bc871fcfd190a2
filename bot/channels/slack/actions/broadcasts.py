"""What coordinators do with broadcasts: compose, look at, try out, hold back, follow."""

from __future__ import annotations

import logging
from collections.abc import Callable

from bot.channels.slack.blocks.broadcast_list import broadcasts_view
from bot.channels.slack.blocks.broadcast_status import failure_words, record_view
from bot.channels.slack.blocks.composer import ComposerState
from bot.channels.slack.blocks.fitting import View
from bot.channels.slack.blocks.preview import kept_view
from bot.channels.slack.blocks.reminder import standing_message
from bot.channels.slack.broadcast_entries import shown_template, typed_draft
from bot.channels.slack.broadcast_forms import (
    changing_composer,
    composer_view,
    coordinator,
    new_composer,
    with_template,
)
from bot.channels.slack.broadcast_standing import Seen, done_before, status_of
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.own_place import home_of
from bot.domain.people import Person
from bot.domain.reminders.broadcast import Broadcast, BroadcastStatus
from bot.files.broadcast_status import status_csv
from bot.services.errors import BroadcastChanged, BroadcastGone, UnfitStatus
from knowledge.texts.catalogue import say

_log = logging.getLogger(__name__)


def compose(desk: Desk, occasion: Occasion) -> None:
    """Open an empty composer, in the place of a list in a modal."""
    person = coordinator(desk, occasion.person)
    _show_instead(desk, occasion, new_composer(desk, person, occasion.channel))


def turn_composer(desk: Desk, occasion: Occasion) -> None:
    """Show the composer with what fits the municipality or template that was just chosen in it."""
    person = coordinator(desk, occasion.person)
    state = ComposerState.model_validate_json(occasion.view["private_metadata"])
    language, draft = desk.language(person), typed_draft(occasion)
    draft = with_template(draft, shown_template(occasion), language)
    desk.turn(occasion.view["id"], composer_view(desk, draft, state, None, language))


def change(desk: Desk, occasion: Occasion) -> None:
    """The composer with what a broadcast says by now, in the place of the modal that shows it."""
    person = coordinator(desk, occasion.person)
    found = desk.reminders.broadcasts.find(Seen.decoded(occasion.value).broadcast, person.id)
    _show_instead(desk, occasion, changing_composer(desk, person, found))


def keep_draft(desk: Desk, occasion: Occasion) -> None:
    """Say that a draft is kept, which it is since it was previewed."""
    person = coordinator(desk, occasion.person)
    number = Seen.decoded(occasion.value).broadcast
    desk.turn(occasion.view["id"], kept_view(number, desk.language(person)))


def try_out(desk: Desk, occasion: Occasion) -> None:
    """Send a broadcast to its coordinator alone, once."""
    person = coordinator(desk, occasion.person)
    language = desk.language(person)
    number = Seen.decoded(occasion.value).broadcast
    outgoing = desk.reminders.broadcasts.try_out(number, person.id)
    if outgoing.occurrence is None or outgoing.recipient is None:
        raise BroadcastGone(f"nothing to try out of {number}", id=str(number))
    notes = (say("preview-note", language),)
    message = standing_message(
        outgoing.occurrence, outgoing.recipient, language, unit=None, notes=notes
    )
    direct = desk.messenger.direct(person.id)
    desk.post_once(occasion, direct, message, None, f"{occasion.key}:trial")


def show_list(desk: Desk, occasion: Occasion) -> None:
    """The broadcasts of the coordinator's own municipality in a modal."""
    person = coordinator(desk, occasion.person)
    place = home_of(desk, occasion, person)
    desk.show(occasion, list_of(desk, person, only_drafts=False, place=place))


def list_of(desk: Desk, person: Person, *, only_drafts: bool, place: str | None = None) -> View:
    """Broadcasts, or only drafts, of a municipality or of all, in a modal."""
    statuses = frozenset({BroadcastStatus.DRAFT}) if only_drafts else None
    found = desk.reminders.broadcasts.listed(place, person.id, statuses)
    language = desk.language(person)
    return broadcasts_view(found, only_drafts=only_drafts, language=language, place=place)


def show(desk: Desk, occasion: Occasion) -> None:
    """One broadcast in a modal, on top of a list."""
    person = coordinator(desk, occasion.person)
    found = desk.reminders.broadcasts.find(int(occasion.value), person.id)
    desk.show(occasion, status_of(desk, person, found))


def pause(desk: Desk, occasion: Occasion) -> None:
    """Hold a broadcast back."""
    act = desk.reminders.broadcasts.pause
    _act(desk, occasion, act, BroadcastStatus.PAUSED, "broadcast-done-paused")


def resume(desk: Desk, occasion: Occasion) -> None:
    """Let it go on."""
    act = desk.reminders.broadcasts.resume
    _act(desk, occasion, act, BroadcastStatus.ACTIVE, "broadcast-done-resumed")


def cancel(desk: Desk, occasion: Occasion) -> None:
    """Send nothing more of it."""
    act = desk.reminders.broadcasts.cancel
    _act(desk, occasion, act, BroadcastStatus.CANCELLED, "broadcast-done-cancelled")


def copy(desk: Desk, occasion: Occasion) -> None:
    """Show a new draft that says the same."""
    person = coordinator(desk, occasion.person)
    number = Seen.decoded(occasion.value).broadcast
    made = desk.reminders.broadcasts.duplicate(number, occasion.key, person.id)
    _turn(desk, occasion, person, made, say("broadcast-done-copied", desk.language(person)))


def send_again(desk: Desk, occasion: Occasion) -> None:
    """Try again to reach those whom the latest message did not; the value is the broadcast's id, a
    colon and the occurrence's.
    """
    person = coordinator(desk, occasion.person)
    number, occurrence = map(int, occasion.value.split(":"))
    count = desk.reminders.status.resend_failed(occurrence, person.id)
    found = desk.reminders.broadcasts.find(number, person.id)
    said = say("broadcast-done-again", desk.language(person), count=count)
    _turn(desk, occasion, person, found, said)


def export(desk: Desk, occasion: Occasion) -> None:
    """Send the status as a file, to the coordinator alone, and say so where they pressed."""
    person = coordinator(desk, occasion.person)
    language = desk.language(person)
    found = desk.reminders.broadcasts.find(Seen.decoded(occasion.value).broadcast, person.id)
    state = desk.reminders.status.latest(found.id, person.id)
    if state is None:
        return
    name = f"policylotsen-utskick-{found.id}-{desk.today:%Y-%m-%d}.csv"
    said = say("broadcast-file", language, number=str(found.id))
    direct = desk.messenger.direct(person.id)
    file = status_csv(state, language, lambda failure: failure_words(failure, language))
    desk.messenger.upload(direct, name, file, said)
    _turn(desk, occasion, person, found, say("broadcast-done-exported", language))


def show_history(desk: Desk, occasion: Occasion) -> None:
    """Who did what with it, on top of it."""
    person = coordinator(desk, occasion.person)
    found = desk.reminders.broadcasts.find(Seen.decoded(occasion.value).broadcast, person.id)
    record = desk.reminders.broadcasts.record(found.id, person.id)
    desk.show(occasion, record_view(found, record, desk.language(person)))


def _act(
    desk: Desk,
    occasion: Occasion,
    act: Callable[[int, int, str], Broadcast],
    status: BroadcastStatus,
    said: str,
) -> None:
    person = coordinator(desk, occasion.person)
    seen = Seen.decoded(occasion.value)
    try:
        changed = act(*seen, person.id)
    except (BroadcastChanged, UnfitStatus):
        earlier = done_before(desk, occasion, person, seen, status)
        if earlier is None:
            raise
        changed = earlier
    _turn(desk, occasion, person, changed, say(said, desk.language(person)))


def _turn(desk: Desk, occasion: Occasion, person: Person, broadcast: Broadcast, said: str) -> None:
    desk.turn(occasion.view["id"], status_of(desk, person, broadcast, said))


def _show_instead(desk: Desk, occasion: Occasion, view: View) -> None:
    """In the place of a modal, or in one of its own."""
    if occasion.view.get("type") == "modal":
        desk.turn(occasion.view["id"], view)
    else:
        desk.messenger.open(occasion.trigger, view)
