"""Who answers instead of somebody: asking the coordinators, and what they decide."""

from __future__ import annotations

from bot.channels.slack.blocks.fitting import Message
from bot.channels.slack.blocks.reminder_cards import instead_card, instead_settled_card
from bot.channels.slack.desk import Desk
from bot.channels.slack.errors import ChannelRefused, CoordinatorsRefused
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.reminder_messages import bring_up_to_date, unit_name
from bot.services.reminders.answering import Asked


def ask_coordinators(desk: Desk, occasion: Occasion, asked: Asked) -> None:
    """Post a card where the coordinators are; where they have no channel, to whose broadcast it
    is.
    """
    recipient, occurrence = asked.recipient, asked.occurrence
    unit = unit_name(desk, occurrence, recipient)
    card = instead_card(occurrence, recipient, unit, desk.house_language)
    key = f"{occurrence.id}:{recipient.person}:instead:{occasion.key}"
    post_to_coordinators(desk, occasion, occurrence.broadcast, card, key)


def post_to_coordinators(
    desk: Desk, occasion: Occasion, broadcast: int, card: Message, key: str
) -> None:
    """Post something once. Raises CoordinatorsRefused where Slack does not take it."""
    place = desk.coordinator_channel
    if place is None:
        found = desk.records.storage.broadcasts.find(broadcast)
        if found is None:
            return
        place = desk.messenger.direct(found.asked_by or found.made_by)
    try:
        desk.post_once(occasion, place, card, None, key)
    except ChannelRefused as error:
        raise CoordinatorsRefused(str(error), error.code) from error


def confirm(desk: Desk, occasion: Occasion) -> None:
    """Ask whom somebody has named in their place."""
    _decide(desk, occasion, is_confirmed=True)


def keep(desk: Desk, occasion: Occasion) -> None:
    """Let somebody answer after all."""
    _decide(desk, occasion, is_confirmed=False)


def _decide(desk: Desk, occasion: Occasion, *, is_confirmed: bool) -> None:
    by = desk.rights.admit(occasion.person, "decide who is asked")
    number, _, person = occasion.value.partition(":")
    occurrence = desk.records.storage.occurrences.find(int(number))
    before = desk.records.storage.occurrences.recipient(int(number), person)
    answers = desk.reminders.answers
    if is_confirmed:
        answers.replace(int(number), person, by.id)
    else:
        answers.keep(int(number), person, by.id)
    bring_up_to_date(desk, int(number), person)
    if occurrence is None or before is None or not occasion.response_url:
        return
    unit = unit_name(desk, occurrence, before)
    card = instead_settled_card(
        occurrence, before, unit, desk.house_language, by.id, is_confirmed=is_confirmed
    )
    desk.messenger.respond(occasion.response_url, card, replaces=True)
