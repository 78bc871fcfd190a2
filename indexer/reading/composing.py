"""Composes the stored text of formats whose own text is markup: parts in, text and blocks out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from indexer.reading.block import Block, BlockKind, SourceText
from indexer.reading.limits import check_text
from indexer.reading.marks import NUMBERED, SENTENCE_END, is_label, is_list_item, plain_bullet
from knowledge.model import Span

RUNS = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.CONTENTS})
"""Kinds whose neighbours of the same kind follow line by line."""

SHORT = 100
"""Characters of a paragraph that may be an unmarked heading."""

INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]|[\x00-\x08\x0b\x0e-\x1f\x7f]")
SPACES = re.compile(r"[^\S\t\n]+")
AROUND_BREAK = re.compile(r" ?([\t\n]) ?")
BLANK_LINES = re.compile(r"\n{2,}")


class Part(NamedTuple):
    """A block before it has a place.

    ``tight`` tells whether it follows the part before it without a blank line; None lets the
    kinds decide (items of one list and rows of one table do).
    """

    kind: BlockKind
    text: str
    level: int | None = None
    page: int | None = None
    tight: bool | None = None


def clean(text: str) -> str:
    """Without invisible characters, runs of spaces and space around tabs and line breaks."""
    spaced = SPACES.sub(" ", INVISIBLE.sub("", text.replace("\x0b", "\n").replace("\f", "\n")))
    return AROUND_BREAK.sub(r"\1", spaced).strip()


def one_line(text: str) -> str:
    """Cleaned, with every line break and tab as a space."""
    return " ".join(clean(text).split())


def row(cells: Iterable[str]) -> str:
    """The cells of a table row, cleaned and divided by tabs."""
    return "\t".join(one_line(cell) for cell in cells).strip()


def paragraph(text: str) -> list[Part]:
    """A paragraph as one part, or as lines where it has forced line breaks.

    A bullet or a letter that the author typed makes it a list item.
    """
    parts: list[Part] = []
    for stretch in BLANK_LINES.split(clean(text)):
        lines = [one_line(line) for line in stretch.split("\n") if line.strip()]
        kind = BlockKind.LINE if len(lines) > 1 else BlockKind.PARAGRAPH
        parts += [_typed(line, kind, at > 0) for at, line in enumerate(lines)]
    return parts


def _typed(line: str, kind: BlockKind, tight: bool) -> Part:
    if is_list_item(line) and not NUMBERED.match(line):
        return Part(BlockKind.LIST_ITEM, plain_bullet(line), 1, tight=tight or None)
    return Part(kind, line, tight=tight or None)


def compose(parts: Iterable[Part], title: str | None = None) -> SourceText:
    """The text made of ``parts`` and their blocks; empty parts are left out.

    ``title`` is what the format states as the document's title; a TITLE part goes before it.
    Raises unreadable-empty and unreadable-too-large.
    """
    kept = [part for part in _unmarked(list(parts)) if part.text.strip()]
    text, spans = _join(kept)
    check_text(text)
    starts_apart = [
        index == 0 or not _tight(kept[index - 1], part) for index, part in enumerate(kept)
    ]
    blocks = tuple(
        Block(kind=part.kind, span=span, level=part.level, page=part.page, apart=(before, after))
        for part, span, before, after in zip(
            kept, spans, starts_apart, [*starts_apart[1:], True], strict=True
        )
    )
    own = next((part.text.strip() for part in kept if part.kind is BlockKind.TITLE), None)
    return SourceText(text=text, blocks=blocks, title=own or title)


def title_first(parts: Sequence[Part]) -> list[Part]:
    """Turns the only heading of level 1 into the TITLE, if it is the first heading."""
    headings = [at for at, part in enumerate(parts) if part.kind is BlockKind.HEADING]
    tops = [at for at in headings if parts[at].level == 1]
    result = list(parts)
    if tops == headings[:1] and tops:
        result[tops[0]] = parts[tops[0]]._replace(kind=BlockKind.TITLE, level=None)
    return result


def is_unmarked_heading(text: str) -> bool:
    """Whether a paragraph is short enough, and no sentence, for a heading or a label."""
    return len(text) <= SHORT and (is_label(text) or not text.endswith(SENTENCE_END))


def _unmarked(parts: list[Part]) -> list[Part]:
    """Without any heading, short paragraphs are lines: they may be headings nobody marked."""
    if any(part.kind is BlockKind.HEADING for part in parts):
        return parts
    return [
        part._replace(kind=BlockKind.LINE)
        if part.kind is BlockKind.PARAGRAPH and is_unmarked_heading(part.text)
        else part
        for part in parts
    ]


def _join(parts: Sequence[Part]) -> tuple[str, list[Span]]:
    pieces: list[str] = []
    spans: list[Span] = []
    position = 0
    for index, part in enumerate(parts):
        if index:
            gap = "\n" if _tight(parts[index - 1], part) else "\n\n"
            pieces.append(gap)
            position += len(gap)
        words = part.text.strip()
        spans.append(Span(start=position, end=position + len(words)))
        pieces.append(words)
        position += len(words)
    return "".join(pieces), spans


def _tight(before: Part, part: Part) -> bool:
    if part.tight is not None:
        return part.tight
    return part.kind is before.kind and part.kind in RUNS
