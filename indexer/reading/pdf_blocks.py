"""From lines in reading order to paragraphs, headings, list items and rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from indexer.reading.block import BlockKind
from indexer.reading.composing import SHORT, Part, clean, one_line, row
from indexer.reading.hyphens import hyphenated_words, join_lines
from indexer.reading.marks import (
    NUMBERED,
    SECTION_NUMBER,
    SENTENCE_END,
    contents_lines,
    is_label,
    is_list_item,
    is_row,
    list_depths,
    plain_bullet,
)
from indexer.reading.pdf_layout import Grid, Line

LARGER = 0.9
"""Points above the body's type size from which a line is a heading."""

HEADING_LENGTH = 200
NEXT_LINE = 1.25
"""Distance of two lines of a paragraph at most, in the usual distance."""

NEXT_HEADING_LINE = 1.7
"""Distance of two lines of a heading at most, in type sizes."""

INDENT = 4.0
"""Points further in at which a line begins a new paragraph."""

FLOWING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.LINE)
"""Kinds whose text may go on in the next line."""

Rank = tuple[float, bool]
"""Type size and boldness of a heading, to order headings by."""


@dataclass
class Chunk:
    """Lines of one block, before its words are put together."""

    kind: BlockKind
    lines: list[Line]
    rank: Rank | None = None


@dataclass(frozen=True)
class Type:
    """How most of the document is set: size, boldness, line distance, edges by column."""

    size: float
    bold: bool
    pitch: float
    left: dict[int, float]
    right: dict[int, float]


def parts_of(items: Sequence[Line | Grid]) -> list[Part]:
    """The blocks made of lines and tables in reading order."""
    lines = [item for item in items if isinstance(item, Line)]
    body = _body(lines)
    entries = _entries(items, body)
    hyphenated = hyphenated_words(line.text for line in lines)
    texts = {id(e): _text(e, hyphenated) for e in entries if isinstance(e, Chunk)}
    _settle_headings(entries, texts, body)
    stacked = _stacked(entries, body)
    levels, depths = _levels(entries), _depths(entries, body)
    parts: list[Part] = []
    for at, entry in enumerate(entries):
        before = entries[at - 1] if at else None
        if isinstance(entry, Grid):
            parts += _rows(entry, before)
        else:
            level = depths.get(id(entry)) or levels.get(entry.rank)
            tight = True if id(entry) in stacked else None
            page = entry.lines[0].page
            parts.append(Part(entry.kind, texts[id(entry)], level, page, tight))
    return parts


def _body(lines: Sequence[Line]) -> Type:
    weights: Counter[Rank] = Counter()
    for line in lines:
        weights[line.size, line.bold] += len(line.text)
    size, bold = weights.most_common(1)[0][0] if weights else (0.0, False)
    steps = [
        below.bottom - line.bottom
        for line, below in pairwise(lines)
        if line.region == below.region and line.page == below.page and below.size == size
    ]
    usual = [step for step in steps if 0 < step < 3 * size]
    columns = {line.column for line in lines}
    return Type(
        size=size,
        bold=bold,
        pitch=median(usual) if usual else 1.2 * size,
        left={c: _share([line.x0 for line in lines if line.column == c], 0.05) for c in columns},
        right={c: _share([line.x1 for line in lines if line.column == c], 0.95) for c in columns},
    )


def _share(values: Sequence[float], share: float) -> float:
    """The value that ``share`` of the values do not exceed."""
    return sorted(values)[round(share * (len(values) - 1))]


def _entries(items: Sequence[Line | Grid], body: Type) -> list[Chunk | Grid]:
    entries: list[Chunk | Grid] = []
    in_contents = contents_lines(["" if isinstance(i, Grid) else i.text for i in items])
    for item, contents in zip(items, in_contents, strict=True):
        if isinstance(item, Grid):
            entries.append(item)
            continue
        rank = _rank(item, body)
        kind = BlockKind.CONTENTS if contents else _kind(item, rank)
        chunk = Chunk(kind, [item], rank if kind is BlockKind.HEADING else None)
        last = entries[-1] if entries else None
        if isinstance(last, Chunk) and _goes_on(last, chunk, body):
            last.lines.append(item)
        else:
            entries.append(chunk)
    return entries


def _rank(line: Line, body: Type) -> Rank | None:
    """How the line stands out from running text; None if it does not."""
    larger = line.size >= body.size + LARGER
    bolder = line.bold and not body.bold and line.size >= body.size - LARGER
    is_fact = is_label(line.text) and not line.text.endswith(":")
    return (line.size, line.bold) if (larger or bolder) and not is_fact else None


def _kind(line: Line, rank: Rank | None) -> BlockKind:
    text = plain_bullet(line.text)
    if is_list_item(text) and (rank is None or not NUMBERED.match(text)):
        return BlockKind.LIST_ITEM
    if rank:
        return BlockKind.HEADING
    number = SECTION_NUMBER.match(text)
    numbered = number is not None and not is_row(text[number.end() :])
    is_fact = is_label(text) and not text.endswith(":")
    if is_fact or (is_row(text) and numbered):
        return BlockKind.LINE
    return BlockKind.TABLE_ROW if is_row(text) else BlockKind.PARAGRAPH


def _goes_on(chunk: Chunk, new: Chunk, body: Type) -> bool:
    """Whether a line, in a chunk of its own so far, belongs to the chunk before it."""
    last, line = chunk.lines[-1], new.lines[0]
    if chunk.kind is BlockKind.HEADING:
        near = _is_near(last, line, NEXT_HEADING_LINE * line.size)
        return new.rank == chunk.rank and near and not SECTION_NUMBER.match(line.text)
    if not _is_prose_after(chunk, new) or abs(last.size - line.size) >= LARGER:
        return False
    if last.region != line.region or last.page != line.page:
        return _flows_over(chunk, line, body)
    if not _is_near(last, line, NEXT_LINE * body.pitch + 1):
        return False
    if chunk.kind is BlockKind.LIST_ITEM:
        return _is_in_item(chunk, line, body)
    return line.x0 <= last.x0 + INDENT and _is_full(last, line, body)


def _is_prose_after(chunk: Chunk, new: Chunk) -> bool:
    """Whether the new line may continue a block; a colon inside a sentence makes no label."""
    if chunk.kind is BlockKind.PARAGRAPH and is_label(new.lines[0].text):
        return not chunk.lines[-1].text.endswith(SENTENCE_END)
    return chunk.kind in FLOWING and new.kind is BlockKind.PARAGRAPH


def _is_near(last: Line, line: Line, distance: float) -> bool:
    same = last.region == line.region and last.page == line.page
    return same and 0 < line.bottom - last.bottom <= distance


def _is_full(last: Line, line: Line, body: Type) -> bool:
    """Whether the next line's first word had no room on the last line."""
    word = line.words[0]
    room = body.right[last.column] - last.x1
    return room < (word.x1 - word.x0) + 0.75 * last.size


def _runs_on(last: Line, line: Line, body: Type) -> bool:
    """Whether the last line is full and ends inside a sentence."""
    return _is_full(last, line, body) and not last.text.endswith(SENTENCE_END)


def _flows_over(chunk: Chunk, line: Line, body: Type) -> bool:
    """Whether a block goes on in the next column or on the next page.

    A paragraph of several lines whose last one is full is more often cut between two sentences
    than ended.
    """
    last = chunk.lines[-1]
    if chunk.kind is BlockKind.PARAGRAPH and len(chunk.lines) > 1:
        return _is_full(last, line, body) and not last.text.endswith(":")
    return _runs_on(last, line, body)


def _is_in_item(chunk: Chunk, line: Line, body: Type) -> bool:
    """Whether the line stands under the item's text, or under its marker inside a sentence."""
    first, last = chunk.lines[0], chunk.lines[-1]
    if line.x0 > first.x0 + INDENT:
        return line.text[0].islower() or _is_full(last, line, body)
    return line.x0 > first.x0 - INDENT and _runs_on(last, line, body)


def _text(chunk: Chunk, hyphenated: Set[str]) -> str:
    text = join_lines((line.text for line in chunk.lines), hyphenated)
    if chunk.kind is BlockKind.LIST_ITEM:
        return one_line(plain_bullet(text))
    if chunk.kind in (BlockKind.CONTENTS, BlockKind.TABLE_ROW):
        return clean(text)
    return one_line(text)


def _settle_headings(entries: Sequence[Chunk | Grid], texts: Mapping[int, str], body: Type) -> None:
    """Turns large or bold text that is too long for a heading into paragraphs."""
    for entry in entries:
        if isinstance(entry, Chunk) and entry.rank:
            text = texts[id(entry)]
            larger = entry.rank[0] >= body.size + LARGER
            sentence = not larger and (len(text) > SHORT or text.endswith((".", ",")))
            if len(text) > HEADING_LENGTH or sentence:
                entry.kind, entry.rank = BlockKind.PARAGRAPH, None


def _levels(entries: Sequence[Chunk | Grid]) -> dict[Rank | None, int]:
    """The level of each rank, after making the largest heading TITLE if only page 1 has it."""
    headings = [entry for entry in entries if isinstance(entry, Chunk) and entry.rank]
    ranks = sorted({entry.rank for entry in headings if entry.rank}, reverse=True)
    largest = [entry for entry in headings if entry.rank == ranks[0]]
    if (
        largest
        and (len(ranks) > 1 or len(largest) == 1)
        and all(entry.lines[0].page == 1 for entry in largest)
    ):
        for at, entry in enumerate(largest):
            entry.kind = BlockKind.LINE if at else BlockKind.TITLE
            entry.rank = None
        ranks = ranks[1:]
    return {rank: min(level, 6) for level, rank in enumerate(ranks, start=1)}


def _depths(entries: Sequence[Chunk | Grid], body: Type) -> dict[int, int]:
    """The depth of each list item, by how far in its column its marker stands."""
    depths: dict[int, int] = {}
    for is_item, run in groupby(entries, _is_item):
        items = [entry for entry in run if is_item and isinstance(entry, Chunk)]
        indents = [item.lines[0].x0 - body.left[item.lines[0].column] for item in items]
        depths.update(zip(map(id, items), list_depths(indents, INDENT / 2), strict=True))
    return depths


def _is_item(entry: Chunk | Grid) -> bool:
    return isinstance(entry, Chunk) and entry.kind is BlockKind.LIST_ITEM


def _stacked(entries: Sequence[Chunk | Grid], body: Type) -> set[int]:
    """Chunks right under another, as in an address or among facts; single ones become lines."""
    found: set[int] = set()
    for before, chunk in pairwise(entries):
        if isinstance(before, Chunk) and isinstance(chunk, Chunk):
            if not _is_stacked(before, chunk, body):
                continue
            found.add(id(chunk))
            for entry in (before, chunk):
                entry.kind = BlockKind.LINE if len(entry.lines) == 1 else entry.kind
    return found


def _is_stacked(before: Chunk, chunk: Chunk, body: Type) -> bool:
    kinds = {before.kind, chunk.kind}
    last, line = before.lines[-1], chunk.lines[0]
    return (
        kinds <= {BlockKind.LINE, BlockKind.PARAGRAPH}
        and (BlockKind.LINE in kinds or len(before.lines) == len(chunk.lines) == 1)
        and _is_near(last, line, NEXT_LINE * body.pitch + 1)
        and abs(line.x0 - last.x0) < INDENT
    )


def _rows(grid: Grid, before: Chunk | Grid | None) -> Iterator[Part]:
    """A part a row; a table that goes on does not repeat its header row."""
    again = isinstance(before, Grid) and before.rows[0] == grid.rows[0]
    for at, cells in enumerate(grid.rows[again:]):
        yield Part(BlockKind.TABLE_ROW, row(cells), None, grid.page, tight=again or at > 0)
