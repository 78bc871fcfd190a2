"""Making citations, and verifying that every quote stands in the stored document."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable

from knowledge.errors import QuoteMismatch
from knowledge.library import Library, ReadPassage
from knowledge.model import (
    Citation,
    Document,
    FactName,
    Passage,
    PassageKind,
    Section,
    SectionReference,
    Span,
)

_log = logging.getLogger(__name__)

_ANNOUNCING = re.compile(r":\s*$|\b(?:följande|nedanstående|the following)\b", re.I)
_ADDING = re.compile(r"^(?:\w+ ){0,3}(?:också|även|dessutom|därutöver|also|moreover)\b", re.I)


EDITION = 8
"""Characters of a document's digest that tell its editions apart."""


def edition(document: Document) -> str:
    """What tells this content of a document from earlier and later ones."""
    return document.digest[:EDITION]


def reference(document: Document, section: Section, page: int | None) -> SectionReference:
    """A section as people cite it."""
    decided = document.fact(FactName.DECIDED_ON)
    return SectionReference(
        document_id=document.id,
        edition=edition(document),
        ordinal=section.ordinal,
        municipality=document.municipality,
        document=document.title,
        decided=decided.value if decided else None,
        section_number=section.number,
        section=section.heading,
        section_path=section.path,
        page=page or section.page,
    )


def cite(document: Document, section: Section, span: Span, page: int | None) -> Citation:
    """The words at ``span`` of a section, cited."""
    return Citation(
        **dict(reference(document, section, page)),
        quote=span.of(document.text),
        start=span.start,
        end=span.end,
    )


def quote_span(read: ReadPassage, best_unit: int, room: int) -> Span:
    """The stretch of a passage to quote: all of it if it fits into ``room`` characters, else the
    unit that answers with as many whole neighbours as fit, those after it first.
    """
    units = read.passage.units
    first = last = best_unit
    while True:
        if last + 1 < len(units) and units[last + 1].end - units[first].start <= room:
            last += 1
        elif first > 0 and units[last].end - units[first - 1].start <= room:
            first -= 1
        else:
            break
    quoted = Span(start=units[first].start, end=units[last].end)
    if quoted.end - quoted.start > room:
        return _cut(quoted, read.document.text, room)
    is_whole = last + 1 == len(units)
    return _with_what_follows(read, quoted, room) if is_whole else quoted


def _with_what_follows(read: ReadPassage, quoted: Span, room: int) -> Span:
    """The quote to the end of the section's passages that go on with it, as far as they fit."""
    previous = read.passage
    for passage in read.document.passages:
        if (passage.section, passage.ordinal) != (previous.section, previous.ordinal + 1):
            continue
        if passage.span.end - quoted.start > room or not _goes_on(read, previous, passage):
            break
        quoted = Span(start=quoted.start, end=passage.span.end)
        previous = passage
    return quoted


def _goes_on(read: ReadPassage, previous: Passage, passage: Passage) -> bool:
    """Whether a passage is said with the one before it: a list that it announces ("följande"), or a
    statement that adds to it ("... ska också ...").
    """
    text = read.document.text
    announced = _ANNOUNCING.search(previous.span.of(text))
    if passage.kind is PassageKind.LIST:
        return announced is not None
    return _ADDING.search(passage.units[0].of(text)) is not None


def _cut(span: Span, text: str, room: int) -> Span:
    """A unit too long for the room, up to its last comma or, failing that, its last whole word."""
    piece = text[span.start : span.start + room]
    ends = [piece.rfind(", "), piece.rfind("; "), piece.rfind(" ")]
    comma = max(ends[:2])
    return Span(
        start=span.start, end=span.start + (comma if comma > room // 2 else max(ends[2], 1))
    )


def verified(citations: Iterable[Citation], library: Library, *, strict: bool) -> list[Citation]:
    """The citations whose quotes stand in the stored documents, character for character.

    Raises QuoteMismatch for the first that does not if ``strict`` (in tests); else such a one is
    withheld and logged.
    """
    kept = []
    for citation in citations:
        text = library.document(citation.document_id).text
        if citation.quote and text[citation.start : citation.end] == citation.quote:
            kept.append(citation)
            continue
        where = f"{citation.document_id}[{citation.start}:{citation.end}]"
        if strict:
            raise QuoteMismatch(f"quote is not the text at {where}", place=where)
        _log.error("a quote was withheld: it is not the text at %s", where)
    return kept
