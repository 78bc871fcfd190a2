"""An answer: the sentence, quotes under their citation lines, notes, and what can be done next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.elements import (
    Block,
    actions,
    button,
    confirmation,
    context,
    paragraph,
    rich,
    section,
    thumbs,
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
    note,
)
from bot.channels.slack.blocks.limits import TEXT
from bot.channels.slack.blocks.quotes import (
    dated_line,
    quote_paragraph,
    quote_pieces,
    reference_row,
)
from bot.channels.slack.blocks.sentences import Spoken, spoken
from bot.channels.slack.blocks.text import Mrkdwn, neutral, shown
from bot.domain.days import swedish_day
from bot.domain.questions import LoggedQuestion
from bot.services.inquiries import recalled_place
from bot.services.sections import Validity
from knowledge.model import Answer, AnswerStatus, SectionReference
from knowledge.texts.catalogue import say

Validities = Mapping[str, Validity]
"""The validity of documents by their ids."""


def answer_message(
    asked: LoggedQuestion,
    validity: Validities,
    *,
    sharable: bool,
    language: str,
    is_shortened: bool = False,
) -> Message:
    """The answer to its asker; with ``sharable`` it can be posted to the channel from there, and
    ``is_shortened`` tells that more was written than was taken as the question.

    Validity is told as it was on the day of the question.
    """
    is_answered = asked.answer.status is AnswerStatus.ANSWERED
    buttons = [_hand_over(asked.id, language)]
    if is_answered:
        buttons.insert(0, button(say("slack-compare", language), names.COMPARE, asked.id))
    if is_answered and sharable:
        buttons.append(button(say("slack-share", language), names.SHARE, asked.id))
    understood = _understood(asked, language, is_shortened=is_shortened)
    parts = [
        *(key(context(line)) for line in understood),
        *answer_pieces(asked, validity, language),
        key(actions(buttons)),
        key(_thumbs(asked.id, language)),
    ]
    told = answer_paragraphs(asked, validity, language)
    return message([*told, *map(neutral, understood)], parts, language)


def shared_message(
    asked: LoggedQuestion, by: str, validity: Validities, *, language: str
) -> Message:
    """The answer as person ``by`` posts it to the channel: with the question, not to be shared."""
    shared = spoken("slack-shared-by", language, {"person": by})
    parts = [
        *_introduction(shared, asked.question),
        *answer_pieces(asked, validity, language),
        key(_thumbs(asked.id, language)),
    ]
    told = [shared.written, neutral(asked.question), *answer_paragraphs(asked, validity, language)]
    return message(told, parts, language)


def past_answer_view(asked: LoggedQuestion, validity: Validities, language: str) -> View:
    """An answer given before, in a modal."""
    parts = [
        key(context(shown(asked.question, TEXT))),
        *answer_pieces(asked, validity, language),
    ]
    return modal(say("slack-answer-title", language), names.PAST_ANSWER_VIEW, parts, language)


def answer_pieces(asked: LoggedQuestion, validity: Validities, language: str) -> Iterator[Piece]:
    """What an answer or a refusal says."""
    answer = asked.answer
    lines = citation_lines(answer, validity, swedish_day(asked.asked_at), language)
    if answer.status is AnswerStatus.ANSWERED:
        yield sentence_piece(answer.sentence)
        for ordinal, (citation, line) in enumerate(zip(answer.citations, lines, strict=True)):
            yield from quote_pieces(citation, line, ordinal, language)
        yield from (note(context(each)) for each in answer.notes)
    else:
        yield key(section(reasons(answer)))
        yield from _nearest(answer.nearest, lines, language)


def answer_paragraphs(asked: LoggedQuestion, validity: Validities, language: str) -> list[Mrkdwn]:
    """The same in words."""
    answer = asked.answer
    lines = citation_lines(answer, validity, swedish_day(asked.asked_at), language)
    if answer.status is AnswerStatus.ANSWERED:
        quotes = map(quote_paragraph, answer.citations, lines)
        return [neutral(answer.sentence), *quotes, *map(neutral, answer.notes)]
    nearest = [say("slack-nearest", language), *lines] if lines else []
    return [neutral(reasons(answer)), *([neutral("\n".join(nearest))] if nearest else [])]


def reasons(answer: Answer) -> str:
    """Why there is no answer: the notes of a refusal tell what is missing."""
    return " ".join((answer.sentence, *answer.notes))


def sentence_piece(sentence: str) -> Piece:
    """The direct sentence."""
    return key(rich(paragraph(words(shown(sentence, TEXT), bold=True))))


def citation_lines(answer: Answer, validity: Validities, today: date, language: str) -> list[str]:
    """Where an answer stands, or where a refusal came nearest."""
    is_answered = answer.status is AnswerStatus.ANSWERED
    references: Sequence[SectionReference] = answer.citations if is_answered else answer.nearest
    return [
        dated_line(each, validity.get(each.document_id), today, language) for each in references
    ]


def _nearest(
    nearest: Sequence[SectionReference], lines: Sequence[str], language: str
) -> Iterator[Piece]:
    if nearest:
        yield key(context(say("slack-nearest", language)))
    for ordinal, (reference, line) in enumerate(zip(nearest, lines, strict=True)):
        row = reference_row(reference, line, ordinal, language)
        yield Piece(((row,), ()), Importance.ROW)


def _understood(asked: LoggedQuestion, language: str, *, is_shortened: bool) -> list[str]:
    """How the question was understood, where that is not just as it was typed."""
    told = []
    if is_shortened or asked.question.strip() != asked.text.strip():
        told.append(say("slack-understood", language, question=shown(asked.question, 1000)))
    recalled = recalled_place(asked)
    if recalled:
        told.append(say("slack-understood-place", language, municipality=shown(recalled, 150)))
    return told


def _introduction(shared: Spoken, question: str) -> list[Piece]:
    asked = words(shown(question, 1000), italic=True)
    return [key(rich(paragraph(*shared.inlines), paragraph(asked)))]


def _hand_over(question: str, language: str) -> Block:
    return button(
        say("slack-hand-over", language),
        names.HAND_OVER,
        question,
        confirm=confirmation(
            say("slack-hand-over-title", language),
            say("slack-hand-over-confirm", language),
            say("slack-send", language),
            say("slack-cancel", language),
        ),
    )


def _thumbs(question: str, language: str) -> Block:
    return thumbs(question, say("slack-thumb-up", language), say("slack-thumb-down", language))
