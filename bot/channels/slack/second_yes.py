"""A second coordinator's yes or no to a broadcast to many."""

from __future__ import annotations

import logging

from bot.channels.slack.actions.broadcasts import Seen, done_before, status_of
from bot.channels.slack.blocks.elements import paragraph, rich
from bot.channels.slack.blocks.fitting import key, message
from bot.channels.slack.blocks.preview import times_words
from bot.channels.slack.blocks.reminder_cards import approval_card, approval_settled_card
from bot.channels.slack.blocks.reminder_forms import Card, DeclineState, decline_form
from bot.channels.slack.blocks.sentences import spoken
from bot.channels.slack.broadcast_forms import coordinator
from bot.channels.slack.desk import Desk
from bot.channels.slack.errors import ChannelRefused, ChannelUnavailable, CoordinatorsRefused
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.reminder_messages import language_of
from bot.channels.slack.reminding import plan_now
from bot.domain.people import Person
from bot.domain.reminders.broadcast import Broadcast, BroadcastStatus
from bot.services.errors import BroadcastChanged, UnfitStatus
from knowledge.texts.catalogue import say

_log = logging.getLogger(__name__)


def ask_for_yes(desk: Desk, occasion: Occasion, person: Person, broadcast: Broadcast) -> None:
    """Ask in the coordinators' channel, if they have one. Raises CoordinatorsRefused."""
    if desk.coordinator_channel is None:
        return
    would_be = desk.reminders.broadcasts.preview(broadcast.content, person.id)
    language = desk.house_language
    when = times_words(broadcast.content, language)
    card = approval_card(broadcast, len(would_be.resolved.recipients), when, language)
    try:
        desk.post_once(occasion, desk.coordinator_channel, card, None, f"{occasion.key}:yes")
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
    """Show on the card what was decided, and tell it to who wants the broadcast sent."""
    asker = before.asked_by or before.made_by
    if card is not None:
        _mark(desk, before, asker, person, declined_for, card)
    language = language_of(desk, asker)
    was = "-paused" if before.status is BroadcastStatus.PAUSED else ""
    how = "approved-told" if declined_for is None else f"declined-told{was}"
    details = {"title": before.content.title}
    if declined_for is not None:
        details["reason"] = declined_for
    said = spoken(f"broadcast-{how}", language, {"by": person.id}, **details)
    told = message([said.written], [key(rich(paragraph(*said.inlines)))], language)
    direct = desk.messenger.direct(asker)
    desk.post_once(occasion, direct, told, None, f"{occasion.key}:decided")


def _mark(
    desk: Desk,
    broadcast: Broadcast,
    asker: str,
    person: Person,
    declined_for: str | None,
    card: Card,
) -> None:
    """A failure is let be: it is decided, and whoever presses the card's buttons is told so."""
    language = desk.house_language
    when = times_words(broadcast.content, language)
    settled = approval_settled_card(broadcast, asker, when, language, person.id, declined_for)
    try:
        desk.messenger.change(card.channel, card.message, settled)
    except (ChannelRefused, ChannelUnavailable) as error:
        _log.warning("a card keeps its buttons: %s", error)


def _card(occasion: Occasion) -> Card | None:
    """The card that was pressed; none in a modal."""
    if occasion.view or not occasion.message:
        return None
    return Card(channel=occasion.channel, message=occasion.message)
