"""The same question put to each municipality, one below the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.channels.slack.blocks.answer import Validities
from bot.channels.slack.blocks.elements import context, header, paragraph, rich, words
from bot.channels.slack.blocks.fitting import Importance, Message, Piece, key, message
from bot.channels.slack.blocks.quotes import dated_line, quote_piece, reference_row
from bot.channels.slack.blocks.text import Mrkdwn, neutral, shown
from bot.services.comparing import Comparison
from knowledge.model import Answer, AnswerStatus
from knowledge.texts.catalogue import say
from knowledge.wording import listed, quoted

SENTENCES = (600, 150)
"""Characters of each municipality's sentence, and where there is little room."""


def comparison_message(
    comparison: Comparison, validity: Validities, *, today: date, language: str
) -> Message:
    """Each municipality's sentence and best quote; those without an answer in one line."""
    answered = [each for each in comparison.answers if _is_answered(each[1])]
    closing = _closing(comparison, language)
    parts = [
        key(header(say("slack-compared", language)), context(shown(comparison.question, 1000))),
    ]
    told = [neutral(say("slack-compared", language)), neutral(comparison.question)]
    for ordinal, (name, answer) in enumerate(answered):
        line = _line(answer, validity, today, language)
        parts += _pieces(name, answer, line, ordinal, language)
        told.append(_paragraph(name, answer, line))
    parts += [key(context(each)) for each in closing]
    return message([*told, *map(neutral, closing)], parts, language)


def _pieces(name: str, answer: Answer, line: str, ordinal: int, language: str) -> Iterator[Piece]:
    forms = tuple(
        (rich(paragraph(words(shown(name, 150), bold=True), words(f"\n{sentence}"))),)
        for sentence in (shown(_own_words(name, answer), room) for room in SENTENCES)
    )
    yield Piece(forms, Importance.ROW)
    for citation in answer.citations[:1]:
        yield key(reference_row(citation, line, ordinal, language))
        yield quote_piece(citation.quote, language)


def _paragraph(name: str, answer: Answer, line: str) -> Mrkdwn:
    quotes = [f"{quoted(citation)}\n— {line}" for citation in answer.citations[:1]]
    return neutral("\n".join([f"{name}: {_own_words(name, answer)}", *quotes]), 900)


def _own_words(name: str, answer: Answer) -> str:
    """The sentence, which may begin with the municipality's name as this does."""
    return answer.sentence.removeprefix(f"{name}: ")


def _line(answer: Answer, validity: Validities, today: date, language: str) -> str:
    lines = (
        dated_line(each, validity.get(each.document_id), today, language)
        for each in answer.citations
    )
    return next(lines, "")


def _closing(comparison: Comparison, language: str) -> list[str]:
    silent = [name for name, answer in comparison.answers if not _is_answered(answer)]
    told = []
    if len(silent) == len(comparison.answers):
        told.append(say("slack-all-silent", language))
    elif silent:
        names = shown(listed([shown(name, 150) for name in silent], language), 1500)
        told.append(say("slack-silent", language, municipalities=names))
    if comparison.left_out:
        told.append(say("slack-left-out", language, count=comparison.left_out))
    return told


def _is_answered(answer: Answer) -> bool:
    return answer.status is AnswerStatus.ANSWERED
