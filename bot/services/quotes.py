"""Quotes as they leave the product: in JSON lines, in tables and to other programs."""

from __future__ import annotations

from knowledge.citations import cite
from knowledge.model import Citation, Document, Place, SectionReference, Value


class Near(Value):
    """A section that comes near a question, as it leaves the product; fields as in ``Quote``."""

    municipality: str
    document: str
    decided: str | None
    section_number: str | None
    section: str
    section_path: tuple[str, ...]
    page: int | None


class Quote(Value):
    """A citation: where the words stand, and the words, ``text[start:end]`` of the document.

    ``decided`` is an ISO date; ``section_path`` is empty for what stands before the first
    heading; ``page`` is None where the format has no pages.
    """

    municipality: str
    document: str
    decided: str | None
    section_number: str | None
    section: str
    section_path: tuple[str, ...]
    quote: str
    start: int
    end: int
    page: int | None


def quote_fields(citation: Citation) -> dict[str, object]:
    """The fields of ``Quote``, from a citation."""
    return citation.model_dump(include=set(Quote.model_fields))


def quote_of(citation: Citation) -> Quote:
    """A citation as it leaves the product."""
    return Quote.model_validate(quote_fields(citation))


def near_of(reference: SectionReference) -> Near:
    """A section as it leaves the product."""
    return Near.model_validate(reference.model_dump(include=set(Near.model_fields)))


def place_fields(document: Document, place: Place) -> dict[str, object]:
    """The fields of ``Quote``, from a place in a document."""
    return quote_fields(cite(document, document.sections[place.section], place.span, None))
