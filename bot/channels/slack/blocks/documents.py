"""The documents that answers build on: when decided, how long valid."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.channels.slack.blocks.elements import Block, bullets, context, rich, words
from bot.channels.slack.blocks.fitting import Importance, Piece
from bot.channels.slack.blocks.text import shown
from bot.channels.slack.blocks.validity import validity_words
from bot.services.listing import DocumentRow
from bot.services.sections import Validity
from knowledge.model import FactName
from knowledge.texts.catalogue import say

MOST_DOCUMENTS = 40
LINE = 300


def document_line(row: DocumentRow, today: date, language: str) -> str:
    """Municipality, title, decision date and validity, as far as the document tells them."""
    decided = _value(row, FactName.DECIDED_ON)
    validity = Validity(
        valid_from=_value(row, FactName.VALID_FROM), valid_until=_value(row, FactName.VALID_UNTIL)
    )
    told = [
        row.municipality,
        row.document,
        say("slack-decided", language, day=decided) if decided else "",
        validity_words(validity, today, language),
    ]
    return shown(" · ".join(each for each in told if each), LINE)


def documents_piece(
    documents: Sequence[DocumentRow], home: str | None, today: date, language: str
) -> Piece:
    """The documents as a list, those of ``home`` first; of many, the rest are counted."""
    ordered = sorted(documents, key=lambda row: row.municipality != home)
    lines = [document_line(row, today, language) for row in ordered[:MOST_DOCUMENTS]]
    return listing(lines, language, len(documents) - len(lines))


def listing(lines: Sequence[str], language: str, left_out: int = 0) -> Piece:
    """Lines as one list, of which the last may be left out; how many are is told."""
    forms = []
    for count in dict.fromkeys(len(lines) * share // 8 for share in range(8, -1, -1)):
        missing = len(lines) - count + left_out
        blocks: list[Block] = []
        if count:
            blocks.append(rich(bullets([words(line)] for line in lines[:count])))
        if missing:
            blocks.append(context(say("slack-more", language, count=missing)))
        forms.append(tuple(blocks))
    return Piece(tuple(forms), Importance.ROW)


def _value(row: DocumentRow, name: FactName) -> str | None:
    fact = row.fact(name)
    return fact.value if fact else None
