"""Answering a question where it was asked: openly in a thread, or to the asker alone."""

from __future__ import annotations

from bot.channels.slack.blocks.answer import answer_message
from bot.channels.slack.blocks.fitting import Message
from bot.channels.slack.blocks.notices import loading_texts, searching
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.reading import plain
from bot.domain.people import Person
from bot.domain.questions import Inquiry, LoggedQuestion, Venue


def answer_in_thread(desk: Desk, occasion: Occasion, person: Person, text: str) -> None:
    """Answer in the thread of the question, or begin one; once, also if this is tried again."""
    thread = occasion.thread or occasion.message
    language = desk.language(person)
    steps = loading_texts(language)
    desk.messenger.status(occasion.channel, thread, searching(language), steps)
    venue = Venue(channel=occasion.channel, thread=thread, is_private=occasion.is_direct)
    asked = _asked(desk, occasion, text, venue, language)
    if asked.message is None:
        message = shown(desk, asked, is_shortened=_is_shortened(occasion, text))
        told = desk.post_once(occasion, occasion.channel, message, thread, asked.key)
        desk.inquiries.told(asked, told)


def answer_privately(
    desk: Desk, occasion: Occasion, person: Person, text: str, thread: str | None = None
) -> None:
    """Answer to the asker alone, in ``thread`` or where the command was given."""
    language = desk.language(person)
    venue = Venue(channel=occasion.channel, thread=thread, is_private=True)
    asked = _asked(desk, occasion, text, venue, language)
    message = shown(
        desk,
        asked,
        sharable=not occasion.is_direct,
        is_shortened=_is_shortened(occasion, text),
    )
    if thread:
        desk.tell_in_thread(occasion, message, thread)
    else:
        desk.tell(occasion, message)


def shown(
    desk: Desk, asked: LoggedQuestion, *, sharable: bool = False, is_shortened: bool = False
) -> Message:
    """A question's answer as a message, all of it in the question's language."""
    validity = desk.inquiries.validity(asked.answer)
    return answer_message(
        asked,
        validity,
        sharable=sharable,
        language=asked.answer.language,
        is_shortened=is_shortened,
    )


def _is_shortened(occasion: Occasion, text: str) -> bool:
    """Whether ``text`` is only the question out of a longer message."""
    return text != plain(occasion.text)


def _asked(
    desk: Desk, occasion: Occasion, text: str, venue: Venue, language: str
) -> LoggedQuestion:
    inquiry = Inquiry(
        key=occasion.key, asker=occasion.person, text=text, venue=venue, language=language
    )
    return desk.inquiries.answer(
        inquiry, lambda answer: desk.metrics.asked(answer.status.value, answer.language)
    )
