"""Small documents, and the steps that make them of small text files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from indexer.gathering import Steps
from indexer.reading.block import SourceText
from knowledge.errors import UnreadableDocument
from knowledge.model import (
    Document,
    Fact,
    FactName,
    Passage,
    PassageKind,
    Place,
    Section,
    Span,
)
from knowledge.ports import IndexedPassage


def make_document(
    identity: str,
    municipality: str = "Skövde",
    title: str = "Policy för internationellt arbete",
    paragraphs: Sequence[str] = ("Kommunen samverkar med vänorter.",),
    source: str | None = None,
) -> Document:
    """A title and one section "1 Syfte" whose paragraphs are passages, divided by empty lines."""
    text = "\n\n".join((title, "1 Syfte", *paragraphs))
    opening = Span(start=0, end=len(title))
    heading_start = opening.end + 2
    body_start = heading_start + len("1 Syfte") + 2
    return Document(
        id=identity,
        source=source or f"{identity}.txt",
        digest=f"digest of {identity}",
        municipality=municipality,
        title=title,
        text=text,
        facts=(
            Fact(
                name=FactName.TITLE,
                value=title,
                place=Place(document=identity, section=0, span=opening),
            ),
        ),
        sections=(
            _section(0, None, title, (), opening, opening),
            _section(
                1,
                "1",
                "Syfte",
                ("1 Syfte",),
                Span(start=heading_start, end=len(text)),
                Span(start=body_start, end=len(text)),
            ),
        ),
        passages=_passages(identity, paragraphs, body_start),
        definitions=(),
        duties=(),
        actions=(),
        goals=(),
    )


def _section(
    ordinal: int, number: str | None, heading: str, path: tuple[str, ...], span: Span, body: Span
) -> Section:
    return Section(
        ordinal=ordinal,
        number=number,
        heading=heading,
        level=len(path),
        path=path,
        span=span,
        body=body,
        page=None,
    )


def _passages(identity: str, paragraphs: Sequence[str], start: int) -> tuple[Passage, ...]:
    passages = []
    for ordinal, paragraph in enumerate(paragraphs):
        span = Span(start=start, end=start + len(paragraph))
        passages.append(
            Passage(
                document=identity,
                section=1,
                ordinal=ordinal,
                kind=PassageKind.PARAGRAPH,
                span=span,
                units=(span,),
                page=None,
            )
        )
        start = span.end + 2
    return tuple(passages)


def make_passage(
    key: str,
    text: str = "Kommunen samverkar med vänorter.",
    document: str = "skovde",
    municipality: str = "Skövde",
) -> IndexedPassage:
    return IndexedPassage(
        key=key, document=document, municipality=municipality, heading="Policy / 1 Syfte", text=text
    )


def write_policy(path: Path, *paragraphs: str) -> Path:
    """A file that the steps below make a document of."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join(paragraphs), "utf-8")
    return path


def read(path: Path) -> SourceText:
    try:
        return SourceText(text=path.read_text("utf-8"), blocks=())
    except UnicodeDecodeError as error:
        raise UnreadableDocument("unreadable-binary", name=path.name) from error


def compose(source: SourceText, path: Path) -> Document:
    """A paragraph is a passage; "no headings" and "a bug" do what they say."""
    if "no headings" in source.text:
        raise UnreadableDocument("unreadable-no-headings")
    if "a bug" in source.text:
        raise ZeroDivisionError("a bug")
    municipality = path.stem.split("-")[0].capitalize()
    return make_document(
        path.stem,
        municipality,
        title=f"Policy för {municipality}",
        paragraphs=source.text.split("\n\n"),
        source=path.name,
    )


def embedded_text(document: Document, passage: Passage) -> str:
    return f"{document.title}: {passage.span.of(document.text)}"


def terms(text: str) -> list[str]:
    return [word.strip(".,:").casefold() for word in text.split()]


STEPS = Steps(read=read, compose=compose, embedded_text=embedded_text, terms=terms)
