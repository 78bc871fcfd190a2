"""Mentions, direct messages, and follow-ups in threads that the assistant takes part in."""

from __future__ import annotations

from bot.channels.slack.answering import answer_in_thread
from bot.channels.slack.blocks.lists import help_message
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.reading import asked_in, is_greeting, mentioned, plain
from bot.domain.questions import Venue

SPOKEN = frozenset((None, "file_share", "thread_broadcast"))
"""Subtypes of messages in which a person says something new
(https://docs.slack.dev/reference/events/message#subtypes)."""


def concerns_us(desk: Desk, occasion: Occasion) -> bool:
    """Whether a message is for the assistant: every direct one, and in a channel a question in
    one of its threads that addresses nobody else. What others say is neither read on nor kept.
    """
    event = occasion.event
    if event.get("bot_id") or event.get("subtype") not in SPOKEN or not occasion.person:
        return False
    if occasion.is_direct:
        return True
    return _is_follow_up(desk, occasion)


def answer_mention(desk: Desk, occasion: Occasion) -> None:
    """Answer a question that mentions the assistant, in its thread."""
    if not occasion.event.get("bot_id"):
        _answer(desk, occasion, "ask by a mention")


def answer_message_event(desk: Desk, occasion: Occasion) -> None:
    """Answer a direct message or a follow-up."""
    _answer(desk, occasion, "ask by a message")


def _answer(desk: Desk, occasion: Occasion, action: str) -> None:
    person = desk.rights.admit(occasion.person, action)
    text = asked_in(occasion.text)
    if not text or is_greeting(text):
        desk.tell(occasion, help_message(desk.language(person)))
    else:
        answer_in_thread(desk, occasion, person, text)


def _is_follow_up(desk: Desk, occasion: Occasion) -> bool:
    if occasion.thread is None or mentioned(occasion.text):
        return False
    venue = Venue(channel=occasion.channel, thread=occasion.thread, is_private=False)
    return (
        desk.inquiries.takes_part(venue, occasion.person)
        and not desk.settings.of_channel(occasion.channel).mentions_only
        and desk.inquiries.concerns_us(plain(occasion.text))
    )
