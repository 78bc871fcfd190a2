"""The tree of sections, and the document's title over it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from indexer.reading.block import Block, BlockKind, SourceText
from indexer.structure.headings import Heading, body_blocks, find_headings
from indexer.structure.patterns import LABELLED, LETTER_SPACED, bare_heading, split_number
from knowledge.model import Section, Span

DOCUMENT_WORDS = re.compile(
    r"policy|policies|strategi|strategy|program|plan(?:en|er)?\b|riktlinje|regler|reglemente", re.I
)
"""Words that name a kind of policy document, whole or at the end of a compound."""

DOCUMENT_TYPE = re.compile(
    r"^[» ]*(?:policy|strategi|program|plan|handlingsplan|riktlinjer?|regler|reglemente)$", re.I
)
"""A line that is nothing but a kind of document."""


class Outline(NamedTuple):
    """A document's title, its sections in order, and each section's blocks."""

    title: str
    sections: tuple[Section, ...]
    blocks: tuple[tuple[Block, ...], ...]


def outline(source: SourceText) -> Outline:
    """The sections of a document; section 0 is its opening, under its title at level 0."""
    blocks = body_blocks(source)
    headings = find_headings(source, blocks)
    first = headings[0].block if headings else len(blocks)
    opening = tuple(blocks[:first])
    title = find_title(source, opening)
    sections = [_opening_section(title, opening)]
    contents = [opening]
    ends = [*(heading.block for heading in headings[1:]), len(blocks)][: len(headings)]
    ancestors: list[tuple[int, str]] = []
    for heading, end in zip(headings, ends, strict=True):
        section = _section(
            source.text, blocks[heading.block : end], heading, ancestors, len(sections)
        )
        sections.append(section)
        contents.append(tuple(blocks[heading.block + 1 : end]))
    return Outline(title, tuple(sections), tuple(contents))


def _opening_section(title: str, blocks: Sequence[Block]) -> Section:
    span = (
        Span(start=blocks[0].span.start, end=blocks[-1].span.end)
        if blocks
        else Span(start=0, end=0)
    )
    page = blocks[0].page if blocks else None
    return Section(
        ordinal=0, number=None, heading=title, level=0, path=(), span=span, body=span, page=page
    )


def _section(
    text: str,
    blocks: Sequence[Block],
    heading: Heading,
    ancestors: list[tuple[int, str]],
    ordinal: int,
) -> Section:
    """Makes one section of its blocks (heading first) and puts it on the stack of ancestors."""
    opener = blocks[0]
    number, _ = split_number(opener.span.of(text))
    bare = bare_heading(opener.span.of(text))
    while ancestors and ancestors[-1][0] >= heading.level:
        ancestors.pop()
    ancestors.append((heading.level, f"{number} {bare}" if number else bare))
    body_start = blocks[1].span.start if len(blocks) > 1 else opener.span.end
    end = blocks[-1].span.end
    return Section(
        ordinal=ordinal,
        number=number,
        heading=bare,
        level=heading.level,
        path=tuple(label for _, label in ancestors),
        span=Span(start=opener.span.start, end=end),
        body=Span(start=body_start, end=end),
        page=opener.page,
    )


def find_title(source: SourceText, opening: Sequence[Block]) -> str:
    """The document's title: marked as such, else the opening's first lines that name a document.

    Lines that follow each other without a blank line are one title. A bare type is none: cover
    sheets tick "» Policy" in a list of document types.
    """
    for block in opening:
        if block.kind is BlockKind.TITLE:
            return _one_line(block.span.of(source.text))
    groups = _line_groups(source.text, opening)
    named = [g for g in groups if DOCUMENT_WORDS.search(g) and not DOCUMENT_TYPE.match(g)]
    candidates = named or groups
    return source.title or (candidates[0] if candidates else "")


def _line_groups(text: str, opening: Sequence[Block]) -> list[str]:
    """The opening's runs of consecutive short lines, each run as one line."""
    groups: list[list[str]] = []
    for block in opening:
        line = _one_line(block.span.of(text))
        if LETTER_SPACED.match(line) or LABELLED.match(line) or len(line) > 120:
            continue
        if groups and not block.apart[0]:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [" ".join(group) for group in groups]


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
