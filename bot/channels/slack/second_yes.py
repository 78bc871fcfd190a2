"""A second coordinator's yes or no to a broadcast to many."""

from __future__ import annotations

import logging
from datetime import timedelta

from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.elements import paragraph, rich
from bot.channels.slack.blocks.fitting import Message, key, message
from bot.channels.slack.blocks.preview import times_words
from bot.channels.slack.blocks.reminder_cards import approval_card, approval_settled_card
from bot.channels.slack.blocks.reminder_forms import Card, DeclineState, decline_form
from bot.channels.slack.blocks.sentences import spoken
from bot.channels.slack.broadcast_forms import coordinator
from bot.channels.slack.broadcast_standing import Seen, done_before, status_of
from bot.channels.slack.desk import Desk
from bot.channels.slack.errors import ChannelRefused, ChannelUnavailable, CoordinatorsRefused
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.own_deliveries import deliver
from bot.channels.slack.reminder_messages import language_of
from bot.channels.slack.reminding import plan_now
from bot.domain.people import Person
from bot.domain.reminders.broadcast import Broadcast, BroadcastStatus
from bot.services.errors import BroadcastChanged, UnfitStatus
from bot.services.retention import DELIVERIES
from knowledge.texts.catalogue import say

_log = logging.getLogger(__name__)


ASKED_WITHIN = DELIVERIES - timedelta(days=1)
"""How long after a broadcast has come to wait it is asked for: as long as it is surely known, by
the key of the delivery, whether that was done.
"""


def ask_for_yes(desk: Desk, broadcast: Broadcast, by: str = "") -> None:
    """Have the coordinators asked in their channel, if they have one: once for each version, by
    whichever process comes to it. ``by`` is told if that fails.
    """
    if desk.coordinator_channel is not None:
        seen = f"{broadcast.id}:{broadcast.version}"
        inbox = desk.records.storage.inbox
        deliver(inbox, desk.now(), f"second-yes:{seen}", names.ASK_FOR_YES, seen, by)


def ask_for_all(desk: Desk) -> None:
    """The same for all that wait, wherever they were started. Raises StorageUnavailable."""
    for each in desk.reminders.second_yes.waiting(desk.now() - ASKED_WITHIN):
        ask_for_yes(desk, each)


def post_request(desk: Desk, occasion: Occasion) -> None:
    """Ask, unless it is decided by now. Raises CoordinatorsRefused."""
    seen, place = Seen.decoded(occasion.view["private_metadata"]), desk.coordinator_channel
    request = desk.reminders.second_yes.request(*seen)
    if request is None or place is None:
        return
    language = desk.house_language
    when = times_words(request.broadcast.content, language, request.first)
    card = approval_card(request, when, language)
    try:
        desk.post_once(occasion, place, card, None, occasion.key)
    except ChannelRefused as error:
        raise CoordinatorsRefused(str(error), error.code) from error


def approve(desk: Desk, occasion: Occasion) -> None:
    """Say yes, on the card or where the broadcast is shown."""
    person = coordinator(desk, occasion.person)
    seen = Seen.decoded(occasion.value)
    before = desk.reminders.broadcasts.find(seen.broadcast, person.id)
    try:
        approved = desk.reminders.broadcasts.approve(*seen, person.id)
    except (BroadcastChanged, UnfitStatus):
        earlier = done_before(desk, occasion, person, seen, BroadcastStatus.ACTIVE)
        if earlier is None:
            raise
        approved = earlier
    plan_now(desk, approved)
    settle(desk, occasion, before, person, None, _card(occasion))
    if occasion.view:
        said = say("broadcast-done-approved", desk.language(person))
        desk.turn(occasion.view["id"], status_of(desk, person, approved, said))


def open_decline(desk: Desk, occasion: Occasion) -> None:
    """Open the form for why not."""
    person = coordinator(desk, occasion.person)
    language, seen = desk.language(person), Seen.decoded(occasion.value)
    found = desk.reminders.broadcasts.find(seen.broadcast, person.id)
    state = DeclineState(
        broadcast=seen.broadcast, version=seen.version, language=language, card=_card(occasion)
    )
    desk.show(occasion, decline_form(found, state))


def settle(
    desk: Desk,
    occasion: Occasion,
    before: Broadcast,
    person: Person,
    declined_for: str | None,
    card: Card | None,
) -> None:
    """Show on the card what was decided, and tell it to who wants the broadcast sent; where they
    cannot be reached here, to the coordinators in their channel. What is decided holds, whether it
    can be told or not.
    """
    is_shown = card is not None and _mark(desk, before, person, declined_for, card)
    direct = desk.conversation_with(before.owner)
    try:
        if direct is not None:
            told = _told_owner(desk, before, person, declined_for)
            desk.post_once(occasion, direct, told, None, f"{occasion.key}:decided")
        elif desk.coordinator_channel is not None and not is_shown:
            settled = _settled(desk, before, person, declined_for)
            place = desk.coordinator_channel
            desk.post_once(occasion, place, settled, None, f"{occasion.key}:decided")
        elif not is_shown:
            _log.warning("nobody can be told what was decided on broadcast %d", before.id)
    except ChannelRefused as error:
        _log.warning("decided, but not told: %s", error, extra={"delivery": occasion.key})


def _told_owner(desk: Desk, before: Broadcast, person: Person, declined_for: str | None) -> Message:
    language = language_of(desk, before.owner)
    was = "-paused" if before.status is BroadcastStatus.PAUSED else ""
    how = "approved-told" if declined_for is None else f"declined-told{was}"
    details = {"title": before.content.title}
    if declined_for is not None:
        details["reason"] = declined_for
    said = spoken(f"broadcast-{how}", language, {"by": person.id}, **details)
    return message([said.written], [key(rich(paragraph(*said.inlines)))], language)


def _mark(
    desk: Desk,
    broadcast: Broadcast,
    person: Person,
    declined_for: str | None,
    card: Card,
) -> bool:
    """Whether the card shows it by now. A failure is let be: it is decided, and whoever presses
    the card's buttons is told so.
    """
    settled = _settled(desk, broadcast, person, declined_for)
    try:
        desk.messenger.change(card.channel, card.message, settled)
    except (ChannelRefused, ChannelUnavailable) as error:
        _log.warning("a card keeps its buttons: %s", error)
        return False
    return True


def _settled(desk: Desk, broadcast: Broadcast, person: Person, declined_for: str | None) -> Message:
    language = desk.house_language
    when = times_words(broadcast.content, language)
    return approval_settled_card(
        broadcast, broadcast.owner, when, language, person.id, declined_for
    )


def _card(occasion: Occasion) -> Card | None:
    """The card that was pressed; none in a modal."""
    if occasion.view or not occasion.message:
        return None
    return Card(channel=occasion.channel, message=occasion.message)
