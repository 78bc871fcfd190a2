"""Who answers instead of somebody: asking the coordinators, and what they decide."""

from __future__ import annotations

import logging

from bot.channels.slack.blocks.fitting import Message
from bot.channels.slack.blocks.reminder_cards import (
    Pointing,
    instead_card,
    instead_over_card,
    instead_settled_card,
)
from bot.channels.slack.desk import Desk
from bot.channels.slack.errors import ChannelRefused, ChannelUnavailable, CoordinatorsRefused
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.reminder_messages import bring_up_to_date, unit_names
from bot.domain.reminders.occurrence import OccurrenceStatus, RecipientState
from bot.services.errors import AnsweredByThem, OccurrenceOver, PointedOtherwise, TakenOver
from bot.services.reminders.answering import Asked

_log = logging.getLogger(__name__)


def ask_coordinators(desk: Desk, occasion: Occasion, asked: Asked) -> None:
    """Post a card where the coordinators are; where they have no channel, to whose broadcast it
    is. Where nobody can be reached, it waits: the daily digest tells of it too.
    """
    recipient, occurrence = asked.recipient, asked.occurrence
    language = desk.house_language
    unit = unit_names(desk, occurrence, recipient, language)
    card = instead_card(occurrence, recipient, unit, language)
    key = f"{occurrence.id}:{recipient.person}:instead:{occasion.key}"
    post_to_coordinators(desk, occasion, occurrence.broadcast, card, key)


def post_to_coordinators(
    desk: Desk, occasion: Occasion, broadcast: int, card: Message, key: str
) -> None:
    """Post something once. Raises CoordinatorsRefused where Slack does not take it."""
    place = desk.coordinator_channel
    if place is None:
        owner = desk.reminders.broadcasts.owner(broadcast)
        place = desk.conversation_with(owner) if owner else None
    if place is None:
        _log.error("no coordinator can be reached about broadcast %d", broadcast)
        return
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
    pointing = Pointing.decoded(occasion.value)
    answers, (number, person, instead) = desk.reminders.answers, pointing
    before = answers.told(number, person)
    decide = answers.confirm if is_confirmed else answers.keep
    try:
        decide(number, person, by.id, instead)
    except (AnsweredByThem, OccurrenceOver, PointedOtherwise, TakenOver):
        now = answers.told(number, person)
        if now is None or not _is_done(occasion, now, instead, is_confirmed=is_confirmed):
            if now is not None:
                _redraw(desk, occasion, _card_now(desk, now))
            raise
    bring_up_to_date(desk, number, person)
    if before is not None:
        decided = before.recipient.model_copy(update={"instead": instead})
        language = desk.house_language
        unit = unit_names(desk, before.occurrence, decided, language)
        card = instead_settled_card(
            before.occurrence, decided, unit, language, by.id, is_confirmed=is_confirmed
        )
        _redraw(desk, occasion, card)


def _is_done(occasion: Occasion, now: Asked, instead: str, *, is_confirmed: bool) -> bool:
    """Whether an earlier attempt of this occasion has decided so."""
    state = now.recipient.state
    is_replaced = state is RecipientState.REPLACED and now.recipient.instead == instead
    decided = is_replaced if is_confirmed else state is RecipientState.WAITING
    return occasion.attempts > 1 and decided


def _card_now(desk: Desk, now: Asked) -> Message:
    """The card as it has to be by now, with whom they name now."""
    occurrence, recipient = now.occurrence, now.recipient
    is_open = occurrence.status is OccurrenceStatus.OPEN and bool(recipient.instead)
    is_asked = is_open and recipient.state is RecipientState.ELSEWHERE
    made = instead_card if is_asked else instead_over_card
    language = desk.house_language
    unit = unit_names(desk, occurrence, recipient, language)
    return made(occurrence, recipient, unit, language)


def _redraw(desk: Desk, occasion: Occasion, card: Message) -> None:
    """A failure is let be: it is decided, and whoever presses the card's buttons is told so."""
    if not occasion.response_url:
        return
    try:
        desk.messenger.respond(occasion.response_url, card, replaces=True)
    except (ChannelRefused, ChannelUnavailable) as error:
        _log.warning("a card keeps its buttons: %s", error)
