"""A quote under its citation line, with the button that shows its section."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot.channels.slack.blocks.elements import Block, quotation, rich, section, words
from bot.channels.slack.blocks.fitting import Importance, Piece, key
from bot.channels.slack.blocks.limits import TEXT
from bot.channels.slack.blocks.targets import show_section, target_of
from bot.channels.slack.blocks.text import Mrkdwn, clean, neutral, shortened, shown
from bot.channels.slack.blocks.validity import validity_words
from bot.services.sections import Validity
from knowledge.model import Citation, SectionReference
from knowledge.texts.catalogue import say
from knowledge.wording import citation_line, on_one_line, quoted

LONGEST_NAME = 250
_NAMES = ("municipality", "document", "section")
_SHORTER = (800, 300, 120)
# A line of its own is an item of a list, or labelled as in action plans ("Ansvarig: ...").
_OWN_LINE = re.compile(r"\s*\n\s*(?=[-–•*]\s|[A-ZÅÄÖ][\w/ -]{0,30}:\s)")


def dated_line(
    reference: SectionReference, validity: Validity | None, today: date, language: str
) -> str:
    """The citation line, with the document's validity where it is known."""
    told = validity_words(validity, today, language)
    line = short_line(reference, language)
    return f"{line} · {told}" if told else line


def short_line(reference: SectionReference, language: str) -> str:
    """The citation line, with names of any length shortened to what a line can have."""
    names = {name: shown(getattr(reference, name), LONGEST_NAME) for name in _NAMES}
    number = reference.section_number
    if number:
        names["section_number"] = shown(number, LONGEST_NAME)
    if reference.section == reference.document:
        names["section"] = names["document"]
    decided = reference.decided and shown(reference.decided, LONGEST_NAME)
    return citation_line(reference.model_copy(update={**names, "decided": decided}), language)


def readable(text: str) -> str:
    """Words of a document with the line ends that mean something; a table's cells set apart."""
    cells = clean(text).strip().replace("\t", " — ")
    return "\n".join(on_one_line(line) for line in _OWN_LINE.split(cells))


def reference_row(reference: SectionReference, line: str, ordinal: int, language: str) -> Block:
    """A citation line with the button that shows the section."""
    return section(line, show_section(target_of(reference), reference.section, ordinal, language))


def quote_pieces(citation: Citation, line: str, ordinal: int, language: str) -> Iterator[Piece]:
    """The citation line, which stays, and the quote, which may be shortened."""
    yield key(reference_row(citation, line, ordinal, language))
    yield quote_piece(citation.quote, language)


def quote_piece(quote: str, language: str) -> Piece:
    """A quote, whole or shortened with a word on where the rest is."""
    whole = shown(readable(quote), TEXT)
    ending = say("slack-quote-cut", language)
    forms = (whole, *(shortened(whole, room, ending) for room in _SHORTER))
    distinct = dict.fromkeys(forms)
    return Piece(tuple((rich(quotation(words(form))),) for form in distinct), Importance.QUOTE)


def quote_paragraph(citation: Citation, line: str) -> Mrkdwn:
    """The same in words: the quote, and its citation line."""
    return Mrkdwn(f"{neutral(quoted(citation), 1500)}\n— {neutral(line, 1000)}")
