"""A section as people read it: whole, with the quote marked, and what stands before and after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.services.errors import SectionGone
from knowledge.citations import edition, reference
from knowledge.errors import InvalidInput
from knowledge.model import (
    Document,
    FactName,
    PassageKind,
    Section,
    SectionReference,
    Span,
    Value,
)
from knowledge.ports import Catalog


class Validity(Value):
    """From when until when a document holds, as it says itself; None where it does not say."""

    valid_from: str | None
    valid_until: str | None


class Run(Value):
    """A stretch of text, verbatim; ``is_quote`` if it belongs to the quote."""

    text: str
    is_quote: bool


class Part(Value):
    """A passage as it is shown: its units, one a line, each in runs.

    A paragraph's units are its sentences, a list's its lead-in and items, a table row's its
    cells, those of an action and of facts its labelled lines.
    """

    kind: PassageKind
    units: tuple[tuple[Run, ...], ...]

    @property
    def has_quote(self) -> bool:
        """Whether any of it is quoted."""
        return any(run.is_quote for unit in self.units for run in unit)


class SectionPage(Value):
    """A whole section. ``quote`` are the offsets of what is marked, None where nothing is;
    ``previous`` and ``following`` are the sections beside it, None at the document's ends.
    """

    section: SectionReference
    validity: Validity
    parts: tuple[Part, ...]
    quote: Span | None
    previous: SectionReference | None
    following: SectionReference | None


class Target(Value):
    """A section of one edition of a document, and the quote to mark in it."""

    document: str
    edition: str
    ordinal: int
    quote: Span | None = None


def section_page(catalog: Catalog, target: Target) -> SectionPage:
    """The section that is meant.

    Raises SectionGone when the index no longer has that edition of the document.
    """
    found = _document(catalog, target.document)
    ordinal, quote = target.ordinal, target.quote
    if edition(found) != target.edition or not 0 <= ordinal < len(found.sections):
        raise SectionGone(f"no section {ordinal} in {target.document} {target.edition}")
    section = found.sections[ordinal]
    return SectionPage(
        section=reference(found, section, None),
        validity=validity_of(found),
        parts=tuple(_parts(found, section, quote)),
        quote=quote,
        previous=_beside(found, ordinal - 1),
        following=_beside(found, ordinal + 1),
    )


def validity_of(document: Document) -> Validity:
    """From when until when a document holds."""
    return Validity(
        valid_from=_value(document, FactName.VALID_FROM),
        valid_until=_value(document, FactName.VALID_UNTIL),
    )


def _document(catalog: Catalog, identity: str) -> Document:
    try:
        return catalog.document(identity)
    except InvalidInput as error:
        raise SectionGone(f"no document {identity}") from error


def _value(document: Document, name: FactName) -> str | None:
    fact = document.fact(name)
    return fact.value if fact else None


def _beside(document: Document, ordinal: int) -> SectionReference | None:
    if not 0 <= ordinal < len(document.sections):
        return None
    return reference(document, document.sections[ordinal], None)


def _parts(document: Document, section: Section, quote: Span | None) -> Iterable[Part]:
    for passage in document.passages:
        if passage.section == section.ordinal:
            units = (tuple(_runs(unit, quote, document.text)) for unit in passage.units)
            yield Part(kind=passage.kind, units=tuple(units))


def _runs(unit: Span, quote: Span | None, text: str) -> Iterable[Run]:
    """A unit, cut where the quote begins and ends."""
    for span in _cut(unit, quote):
        if span.start < span.end:
            yield Run(text=span.of(text), is_quote=quote is not None and quote.holds(span))


def _cut(unit: Span, quote: Span | None) -> Sequence[Span]:
    if quote is None or quote.end <= unit.start or unit.end <= quote.start:
        return [unit]
    start, end = max(unit.start, quote.start), min(unit.end, quote.end)
    return [
        Span(start=unit.start, end=start),
        Span(start=start, end=end),
        Span(start=end, end=unit.end),
    ]
