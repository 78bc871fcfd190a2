"""Which blocks are headings: by the format, the numbers, the contents or standing alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from indexer.reading.block import Block, BlockKind, SourceText
from indexer.structure.labels import opens_action
from indexer.structure.patterns import (
    CONTENTS_ENTRY,
    CONTENTS_TITLE,
    LABELLED,
    NUMBERED,
    ContentsEntry,
    bare_heading,
    could_be_heading,
    split_number,
)

SIMILAR_HEADING = 85.0
"""Per cent of likeness from which a line is the heading that the contents announce: authors mend
one and forget the other ("Vänortsarbete" in the contents, "Vänortsbete" above the text)."""

PROSE_LENGTH = 60
"""Characters from which a block without a mark of its own counts as running text."""


class Heading(NamedTuple):
    """A block that opens a section, and its level from 1."""

    block: int
    level: int


def body_blocks(source: SourceText) -> list[Block]:
    """The blocks without tables of contents and their titles."""
    kept: list[Block] = []
    for block in source.blocks:
        if block.kind is BlockKind.CONTENTS:
            if kept and CONTENTS_TITLE.match(kept[-1].span.of(source.text)):
                kept.pop()
        else:
            kept.append(block)
    return kept


def contents_of(source: SourceText) -> list[ContentsEntry]:
    """What the table of contents announces, in order; levels from numbers, else from the format."""
    entries = []
    for block in source.blocks:
        if block.kind is BlockKind.CONTENTS:
            line = " ".join(block.span.of(source.text).split(" "))
            found = CONTENTS_ENTRY.match(line)
            entry = (found["entry"] if found else line).strip(" .\t").replace("\t", " ")
            number = split_number(entry)[0]
            level = number.count(".") + 1 if number else block.level or 1
            entries.append(ContentsEntry(bare_heading(entry), level))
    return entries


def find_headings(source: SourceText, blocks: Sequence[Block]) -> list[Heading]:
    """The headings among ``blocks`` in body order.

    A format's own headings win. In plain lines, the entries of a table of contents are looked up
    in order and numbered lines of their kind join them; without contents, a line that stands
    alone over running text is a heading.
    """
    styled = [
        Heading(index, block.level or 1)
        for index, block in enumerate(blocks)
        if block.kind is BlockKind.HEADING
    ]
    if styled:
        return _numbered_depth(source.text, blocks, styled)
    announced = _announced(source, blocks)
    if announced:
        return _with_numbered(source.text, blocks, announced)
    return _standing_alone(source.text, blocks)


def _numbered_depth(
    text: str, blocks: Sequence[Block], headings: Sequence[Heading]
) -> list[Heading]:
    """Numbers say more than styles about how deep a heading stands, where all levels agree."""
    top = min(heading.level for heading in headings)
    result = []
    for heading in headings:
        number = split_number(blocks[heading.block].span.of(text))[0]
        level = number.count(".") + 1 if number else heading.level - top + 1
        result.append(Heading(heading.block, level))
    return result


def _announced(source: SourceText, blocks: Sequence[Block]) -> list[Heading]:
    """The blocks that the contents announce, or nothing if fewer than half of them are found."""
    entries = contents_of(source)
    headings: list[Heading] = []
    start = 0
    for entry in entries:
        found = _find_entry(source.text, blocks, entry, start)
        if found is not None:
            headings.append(Heading(found, entry.level))
            start = found + 1
    return headings if 2 * len(headings) > len(entries) else []


def _find_entry(text: str, blocks: Sequence[Block], entry: ContentsEntry, start: int) -> int | None:
    """The first block from ``start`` whose whole text is the announced heading, or nearly."""
    wanted = entry.heading.casefold()
    for exact in (True, False):
        for index in range(start, len(blocks)):
            line = blocks[index].span.of(text)
            if not blocks[index].apart[0] or not could_be_heading(line):
                continue
            bare = bare_heading(line).casefold()
            if bare == wanted or (not exact and fuzz.ratio(bare, wanted) >= SIMILAR_HEADING):
                return index
    return None


def _with_numbered(text: str, blocks: Sequence[Block], announced: list[Heading]) -> list[Heading]:
    """Adds numbered headings deeper than the contents go, where the contents have numbers."""
    numbered = [h for h in announced if split_number(blocks[h.block].span.of(text))[0]]
    known = {heading.block for heading in announced}
    if not numbered:
        return announced
    deeper = [
        Heading(index, level)
        for index, level in _numbered(text, blocks)
        if index not in known and index > announced[0].block
    ]
    return sorted([*announced, *deeper])


def _numbered(text: str, blocks: Sequence[Block]) -> list[Heading]:
    """Lines standing apart that carry a section number."""
    result = []
    for index, block in enumerate(blocks):
        line = block.span.of(text)
        found = NUMBERED.match(line)
        if block.kind is BlockKind.LINE and all(block.apart) and found and could_be_heading(line):
            result.append(Heading(index, found["number"].count(".") + 1))
    return result


def _standing_alone(text: str, blocks: Sequence[Block]) -> list[Heading]:
    """Numbered headings, and unnumbered lines alone over running text.

    The lines before the first of them are the document's opening (title, municipality, decision),
    and a run of such lines that leads to no text is a signature, not a row of headings.
    """
    numbered = {heading.block: heading for heading in _numbered(text, blocks)}
    headings: list[Heading] = []
    run: list[int] = []
    for index, block in enumerate(blocks):
        line = block.span.of(text)
        if index in numbered or _stands_alone(block, line):
            run.append(index)
            continue
        if run and _is_running_text(block, line):
            kept = run if headings else [i for i in run if i in numbered or i == run[-1]]
            headings += [numbered.get(i, Heading(i, 1)) for i in kept]
        run = []
    return headings


def _stands_alone(block: Block, line: str) -> bool:
    return (
        block.kind is BlockKind.LINE
        and all(block.apart)
        and could_be_heading(line)
        and not line.endswith(":")
        and not LABELLED.match(line)
        and len(line) <= PROSE_LENGTH + 20
    )


def _is_running_text(block: Block, line: str) -> bool:
    if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW):
        return True
    if LABELLED.match(line):
        return opens_action(line)
    return len(line) >= PROSE_LENGTH or line.endswith((".", ":"))
