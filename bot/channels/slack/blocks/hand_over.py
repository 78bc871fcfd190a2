"""A question on its way to the coordinators, and their answer on its way back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from bot.channels.slack.blocks import limits, names
from bot.channels.slack.blocks.answer import Validities, citation_lines, reasons
from bot.channels.slack.blocks.choices import asked_for, writing
from bot.channels.slack.blocks.elements import (
    Block,
    actions,
    button,
    context,
    link,
    moment,
    paragraph,
    quotation,
    rich,
    section,
    words,
)
from bot.channels.slack.blocks.fitting import (
    Importance,
    Message,
    Piece,
    View,
    key,
    message,
    modal,
)
from bot.channels.slack.blocks.sentences import Spoken, spoken
from bot.channels.slack.blocks.text import Mrkdwn, neutral, pieces, shown
from bot.domain.days import swedish_day
from bot.domain.hand_overs import HandOver
from bot.domain.questions import LoggedQuestion
from knowledge.model import AnswerStatus
from knowledge.texts.catalogue import say

_NO_VALIDITY: Validities = {}


def hand_over_card(
    hand_over: HandOver,
    asked: LoggedQuestion,
    *,
    link_to_thread: str | None,
    mention: str | None,
    language: str,
) -> Message:
    """The question for the coordinators' channel, with the button to answer it.

    ``link_to_thread`` is a permalink; ``mention`` the id of a user group, or of a person, to call.
    """
    pinged = {"coordinators": mention} if mention else {}
    headline = spoken(
        "slack-card-pinged" if mention else "slack-card",
        language,
        {**pinged, "person": hand_over.asker},
    )
    answer = button(
        say("slack-card-answer", language),
        names.ANSWER_HAND_OVER,
        hand_over.id,
        is_primary=True,
    )
    parts = [
        *_card(headline, hand_over, asked, link_to_thread, language),
        key(actions([answer])),
    ]
    told = [headline.written, *_told(asked, language)]
    return message(told, parts, language)


def hand_over_answered_card(
    hand_over: HandOver, asked: LoggedQuestion, *, link_to_thread: str | None, language: str
) -> Message:
    """The same card once it is answered: with the answer and by whom, without the button."""
    headline = spoken("slack-card", language, {"person": hand_over.asker})
    answered = spoken("slack-card-answered", language, _answerer(hand_over))
    parts = [
        *_card(headline, hand_over, asked, link_to_thread, language),
        key(rich(paragraph(*answered.inlines))),
        *_answer(hand_over),
    ]
    told = [
        headline.written,
        neutral(asked.question, 1000),
        answered.written,
        neutral(hand_over.answer or "", 2000),
    ]
    return message(told, parts, language)


def answer_view(hand_over: HandOver, asked: LoggedQuestion, language: str) -> View:
    """The form in which a coordinator answers; ``private_metadata`` is the hand-over's id and the
    form's language, with a blank between.
    """
    asking = spoken("slack-answer-asked", language, {"person": hand_over.asker})
    form = asked_for(
        writing(names.ANSWER_TEXT),
        say("slack-answer-label", language),
        hint=say("slack-answer-hint", language),
    )
    return modal(
        say("slack-answer-form", language),
        names.ANSWER_VIEW,
        [key(rich(paragraph(*asking.inlines), quotation(_question(asked)))), key(form)],
        language,
        submit=say("slack-send", language),
        metadata=f"{hand_over.id} {language}",
    )


def coordinator_answer_message(
    hand_over: HandOver, asked: LoggedQuestion, language: str, *, openly: bool
) -> Message:
    """The coordinator's answer, with the question: to the asker alone, or ``openly``, where it
    calls whoever handed the question over, and whoever asked it if that is somebody else.
    """
    headline = (
        _calling(hand_over, asked, language)
        if openly
        else spoken("slack-answer-from", language, _answerer(hand_over))
    )
    parts = [
        key(rich(paragraph(*headline.inlines), quotation(_question(asked)))),
        *_answer(hand_over),
    ]
    told = [headline.written, neutral(asked.question, 800), neutral(hand_over.answer or "", 2800)]
    return message(told, parts, language)


def hand_over_reminder_message(
    hand_over: HandOver,
    asked: LoggedQuestion,
    *,
    now: datetime,
    mention: str | None,
    language: str,
) -> Message:
    """Calls an unanswered question to mind; meant for the thread of its card."""
    days = max((now - hand_over.handed_over_at).days, 1)
    waiting = say("slack-reminder", language, days=days)
    pinged = spoken("slack-reminder-to", language, {"coordinators": mention}) if mention else None
    answer = button(
        say("slack-card-answer", language), names.ANSWER_HAND_OVER, hand_over.id, is_primary=True
    )
    called = (*pinged.inlines, words(" ")) if pinged else ()
    parts = [
        key(rich(paragraph(*called, words(waiting)), quotation(_question(asked)))),
        key(actions([answer])),
    ]
    written = Mrkdwn(f"{pinged.written} {neutral(waiting)}") if pinged else neutral(waiting)
    return message([written, neutral(asked.question)], parts, language)


def _card(
    headline: Spoken,
    hand_over: HandOver,
    asked: LoggedQuestion,
    link_to_thread: str | None,
    language: str,
) -> Iterator[Piece]:
    when: list[Block] = [
        words(f"{say('slack-card-asked', language)} "),
        moment(hand_over.handed_over_at),
    ]
    if link_to_thread:
        when += [words(" · "), link(link_to_thread, say("slack-card-thread", language))]
    yield key(
        rich(paragraph(*headline.inlines), quotation(_question(asked)), paragraph(*when)),
        *map(section, _found(asked, language)),
    )
    for line in citation_lines(asked.answer, _NO_VALIDITY, swedish_day(asked.asked_at), language):
        yield Piece(((context(line),), ()), Importance.ROW)


def _found(asked: LoggedQuestion, language: str) -> list[str]:
    """What was found, before the lines that tell where."""
    if asked.answer.status is AnswerStatus.ANSWERED:
        return [say("slack-card-found", language), asked.answer.sentence]
    nearest = [say("slack-nearest", language)] if asked.answer.nearest else []
    return [reasons(asked.answer), *nearest]


def _told(asked: LoggedQuestion, language: str) -> list[Mrkdwn]:
    lines = citation_lines(asked.answer, _NO_VALIDITY, swedish_day(asked.asked_at), language)
    told = "\n".join([*_found(asked, language), *lines])
    return [neutral(asked.question, 1200), neutral(told, 2000)]


def _question(asked: LoggedQuestion) -> Block:
    return words(shown(asked.question, 2000))


def _answer(hand_over: HandOver) -> Iterator[Piece]:
    """The whole answer: an input's most characters can be more than a block's."""
    for piece in pieces(shown(hand_over.answer or "", 3 * limits.INPUT), limits.TEXT):
        yield key(section(piece))


def _calling(hand_over: HandOver, asked: LoggedQuestion, language: str) -> Spoken:
    people = {**_answerer(hand_over), "asker": hand_over.asker}
    if asked.asker == hand_over.asker:
        return spoken("slack-answer-openly", language, people)
    return spoken("slack-answer-openly-two", language, {**people, "other": asked.asker})


def _answerer(hand_over: HandOver) -> Mapping[str, str]:
    return {"person": hand_over.answered_by or ""}
