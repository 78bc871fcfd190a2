"""What can be done with an answer: compare, share, rate it, see it again."""

from __future__ import annotations

import logging

from bot.channels.slack.answering import shown
from bot.channels.slack.blocks.answer import past_answer_view, shared_message
from bot.channels.slack.blocks.compare import comparison_message
from bot.channels.slack.blocks.feedback import feedback_view
from bot.channels.slack.blocks.notices import Notice, notice
from bot.channels.slack.desk import NOT_INSIDE, Desk
from bot.channels.slack.errors import ChannelRefused, ChannelUnavailable
from bot.channels.slack.incoming import Occasion
from bot.domain.questions import LoggedQuestion, Verdict

_log = logging.getLogger(__name__)


def compare(desk: Desk, occasion: Occasion) -> None:
    """Put the question to every municipality, where the answer stands."""
    desk.rights.admit(occasion.person, "compare municipalities")
    asked = desk.inquiries.find(occasion.value)
    comparison = desk.inquiries.compare(asked)
    message = comparison_message(
        comparison,
        desk.inquiries.validity(*(answer for _name, answer in comparison.answers)),
        today=desk.today,
        language=asked.answer.language,
    )
    place = asked.venue
    if place.thread and (asked.message or not place.is_private):
        desk.post_once(occasion, place.channel, message, place.thread, occasion.key)
    else:
        desk.tell(occasion, message)


def share(desk: Desk, occasion: Occasion) -> None:
    """Post a private answer in its channel, once; where the assistant is not inside, by the
    command's own reply.
    """
    person = desk.rights.admit(occasion.person, "share an answer")
    language = desk.language(person)
    asked = desk.inquiries.find(occasion.value)
    if not desk.inquiries.begin_sharing(asked, occasion.key):
        desk.tell(occasion, notice(Notice.ALREADY_SHARED, language))
        return
    if not desk.inquiries.is_shared(occasion.key):
        _post_shared(desk, occasion, asked)
    _take_button(desk, occasion, asked)


def give_up_sharing(desk: Desk, occasion: Occasion) -> None:
    """Let others share what this occasion began to and did not."""
    desk.inquiries.give_up_sharing(occasion.value, occasion.key)


def take_feedback(desk: Desk, occasion: Occasion) -> None:
    """Store a thumb; ask for the reason of one down."""
    person = desk.rights.admit(occasion.person, "give feedback")
    language = desk.language(person)
    verdict, _, question = occasion.value.partition(":")
    asked = desk.inquiries.find(question)
    desk.thumbs.give(asked.id, person.id, Verdict(verdict))
    if Verdict(verdict) is Verdict.DOWN:
        desk.messenger.open(occasion.trigger, feedback_view(asked.id, language))
    else:
        desk.tell(occasion, notice(Notice.THANKS, language))


def show_again(desk: Desk, occasion: Occasion) -> None:
    """Show one of a person's own earlier answers in a modal, all of it in the answer's language."""
    desk.rights.admit(occasion.person, "see an earlier answer")
    asked = desk.inquiries.find(occasion.value)
    validity = desk.inquiries.validity(asked.answer)
    view = past_answer_view(asked, validity, asked.answer.language)
    desk.messenger.open(occasion.trigger, view)


def _post_shared(desk: Desk, occasion: Occasion, asked: LoggedQuestion) -> None:
    validity = desk.inquiries.validity(asked.answer)
    message = shared_message(asked, occasion.person, validity, language=asked.answer.language)
    place = asked.venue
    try:
        posted: str | None = desk.post_once(
            occasion, place.channel, message, place.thread, occasion.key
        )
    except ChannelRefused as error:
        if error.code not in NOT_INSIDE or not occasion.response_url:
            raise
        desk.messenger.respond(occasion.response_url, message, place.thread, openly=True)
        posted = None
    desk.inquiries.shared(asked, occasion.key, posted)


def _take_button(desk: Desk, occasion: Occasion, asked: LoggedQuestion) -> None:
    """Show the private answer without the button to share it. A failure is let be: the answer is
    shared, and whoever presses the button is told so.
    """
    if not occasion.response_url:
        return
    try:
        desk.messenger.respond(occasion.response_url, shown(desk, asked), replaces=True)
    except (ChannelRefused, ChannelUnavailable) as error:
        _log.warning("a shared answer keeps its button: %s", error)
