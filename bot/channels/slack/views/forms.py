"""What becomes of each form."""

from __future__ import annotations

import logging

from bot.channels.slack.actions.coordinators import link_to
from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.hand_over import coordinator_answer_message, hand_over_answered_card
from bot.channels.slack.blocks.notices import Notice, notice
from bot.channels.slack.desk import Desk
from bot.channels.slack.errors import (
    AnswerDelayed,
    AnswerUndelivered,
    ChannelRefused,
    ChannelUnavailable,
)
from bot.channels.slack.incoming import Occasion
from bot.domain.hand_overs import HandOver
from bot.domain.questions import ChannelSettings, LoggedQuestion, Reason, Venue, Verdict
from knowledge.errors import PolicylotsenError
from knowledge.texts.catalogue import say

_log = logging.getLogger(__name__)


def empty_answer(occasion: Occasion) -> dict[str, str] | None:
    """What is wrong with an answer of blanks only."""
    if (occasion.typed(names.ANSWER_TEXT).get("value") or "").strip():
        return None
    _hand_over, _, language = occasion.view["private_metadata"].partition(" ")
    return {names.ANSWER_TEXT: say("error-empty-answer", language or "sv")}


def answer_hand_over(desk: Desk, occasion: Occasion) -> None:
    """Bring a coordinator's answer to the asker, and show on the card that it is answered."""
    person = desk.rights.admit(occasion.person, "answer a hand-over")
    text = str(occasion.typed(names.ANSWER_TEXT).get("value") or "")
    identity, _, _language = occasion.view["private_metadata"].partition(" ")
    answered = desk.hand_overs.answer(identity, text, person.id)
    _bring(desk, occasion, answered)
    desk.tell(occasion, notice(Notice.ANSWER_SENT, desk.language(person)))


def deliver_again(desk: Desk, occasion: Occasion) -> None:
    """Take up an answer that did not reach its asker; whoever gave it is told if it does now, as
    long as anybody knows who it was.
    """
    answered = desk.hand_overs.find(occasion.view["private_metadata"])
    if answered.delivered is None:
        _bring(desk, occasion, answered)
        if not occasion.person:
            return
        person = desk.rights.look_up(occasion.person)
        desk.tell(occasion, notice(Notice.ANSWER_SENT, desk.language(person)))


def explain_feedback(desk: Desk, occasion: Occasion) -> None:
    """Store the reason of a thumb down."""
    person = desk.rights.admit(occasion.person, "give feedback")
    chosen = occasion.typed(names.FEEDBACK_REASON).get("selected_option") or {}
    comment = occasion.typed(names.FEEDBACK_COMMENT).get("value")
    asked = desk.inquiries.find(occasion.view["private_metadata"])
    reason = Reason(chosen["value"]) if chosen else None
    desk.thumbs.give(asked.id, person.id, Verdict.DOWN, reason, comment)
    place = asked.venue
    desk.notify(occasion, person, Notice.THANKS, place.channel, place.thread)


def set_channel(desk: Desk, occasion: Occasion) -> None:
    """Store a channel's settings."""
    person = desk.rights.admit(occasion.person, "set a channel's settings")
    channel = occasion.view["private_metadata"]
    chosen = occasion.typed(names.CHANNEL_MUNICIPALITY).get("selected_option") or {}
    boxes = occasion.typed(names.CHANNEL_MENTIONS).get("selected_options") or []
    settings = ChannelSettings(
        municipality=desk.index.get().asking.known(chosen.get("value")),
        mentions_only=any(box["value"] == names.MENTIONS_ONLY for box in boxes),
    )
    desk.settings.set_channel(channel, settings, person.id, desk.now())
    desk.notify(occasion, person, Notice.CHANNEL_SAVED, channel, None)


def _bring(desk: Desk, occasion: Occasion, answered: HandOver) -> None:
    """Deliver an answer unless it was, and show so on the card. Raises AnswerUndelivered."""
    asked = desk.inquiries.find(answered.question)
    if answered.delivered is None:
        try:
            posted = _deliver(desk, occasion, answered, asked)
            desk.hand_overs.delivered(answered, posted)
        except Exception as error:
            is_passing = isinstance(error, PolicylotsenError) and error.retryable
            undelivered = AnswerDelayed if is_passing else AnswerUndelivered
            raise undelivered(f"answer {answered.id}: {error}", answered.asker) from error
    _mark_card(desk, answered, asked)


def _deliver(desk: Desk, occasion: Occasion, answered: HandOver, asked: LoggedQuestion) -> str:
    """Post an answer where its asker waits; to them alone where that refuses it for good."""
    place = answered.venue
    if not place.is_private:
        try:
            return _post(desk, occasion, answered, asked, place)
        except ChannelRefused as error:
            _log.warning("an answer goes to its asker alone: %s", error)
    direct = desk.messenger.direct(answered.asker)
    thread = place.thread if direct == place.channel else None
    alone = Venue(channel=direct, thread=thread, is_private=True)
    return _post(desk, occasion, answered, asked, alone)


def _post(
    desk: Desk, occasion: Occasion, answered: HandOver, asked: LoggedQuestion, place: Venue
) -> str:
    message = coordinator_answer_message(
        answered, asked, asked.answer.language, openly=not place.is_private
    )
    key = f"{answered.id}:answer"
    return desk.post_once(occasion, place.channel, message, place.thread, key)


def _mark_card(desk: Desk, answered: HandOver, asked: LoggedQuestion) -> None:
    """Show on the card that it is answered. A failure is let be: the asker has the answer, and
    whoever presses the card's button is told so.
    """
    if not answered.card or not desk.coordinator_channel:
        return
    try:
        card = hand_over_answered_card(
            answered, asked, link_to_thread=link_to(desk, asked), language=desk.house_language
        )
        desk.messenger.change(desk.coordinator_channel, answered.card, card)
    except (ChannelRefused, ChannelUnavailable) as error:
        _log.warning("a card keeps its button: %s", error)
