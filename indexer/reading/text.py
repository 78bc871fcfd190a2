"""Plain text: every line is a block, except where prose is hard-wrapped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from indexer.reading.block import Block, BlockKind, SourceText
from indexer.reading.decoding import decode
from indexer.reading.furniture import EdgeLine, furniture, repeating_key
from indexer.reading.limits import check_text
from indexer.reading.marks import (
    NUMBERED,
    SECTION_NUMBER,
    contents_lines,
    is_label,
    is_list_item,
    is_page_number,
    is_row,
    list_depths,
)
from indexer.reading.wrapping import runs_on, wrap_width
from knowledge.model import Span

LINE = re.compile(r"(?P<line>[^\n\f]*)(?P<end>[\n\f]|\Z)")
TAB_WIDTH = 4


@dataclass
class Line:
    """A line with words: where it stands, how far in, and what it seems to be."""

    text: str
    start: int
    indent: int
    page: int
    before: bool
    after: bool = True
    kind: BlockKind = BlockKind.LINE

    @property
    def end(self) -> int:
        """The position after its last word."""
        return self.start + len(self.text)

    @property
    def is_prose(self) -> bool:
        """Whether it may be one of several lines of a paragraph."""
        return self.kind is BlockKind.LINE and not is_label(self.text) and "\t" not in self.text


def read_text(data: bytes) -> SourceText:
    """Reads a plain text file. Raises unreadable-binary, -empty and -too-large."""
    text = decode(data)
    check_text(text)
    lines = _without_furniture(_lines(text), paged="\f" in text)
    _name_kinds(lines)
    groups = _paragraphs(lines)
    depths = _depths(groups)
    return SourceText(
        text=text,
        blocks=tuple(_block(group, "\f" in text, depths.get(group[0].start)) for group in groups),
    )


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    page, blank = 1, True
    for found in LINE.finditer(text):
        words = found["line"].strip()
        if words:
            lead = found["line"][: found["line"].index(words[0])]
            indent = len(lead.expandtabs(TAB_WIDTH))
            if lines:
                lines[-1].after = blank
            lines.append(Line(words, found.start() + len(lead), indent, page, before=blank))
        blank = not words or found["end"] == "\f"
        page += found["end"] == "\f"
    return lines


def _without_furniture(lines: list[Line], paged: bool) -> list[Line]:
    """Drops what repeats at page edges, but keeps the first page's words that stand nowhere else.

    Without type sizes, the title and a running header that repeats it look the same.
    """
    if not paged:
        return lines
    pages = [list(group) for _, group in groupby(lines, key=lambda line: line.page)]
    dropped = furniture([[EdgeLine(line.text) for line in page] for page in pages])
    kept = [
        line
        for at, page in enumerate(pages)
        for index, line in enumerate(page)
        if (at, index) not in dropped
    ]
    body = {repeating_key(EdgeLine(line.text)) for line in kept}
    first = [
        line
        for index, line in enumerate(pages[0])
        if (0, index) in dropped
        and not is_page_number(line.text)
        and index < len(pages[0]) / 2
        and repeating_key(EdgeLine(line.text)) not in body
    ]
    return sorted([*first, *kept], key=lambda line: line.start)


def _name_kinds(lines: list[Line]) -> None:
    """Sets each line's kind from its own look and its neighbours'."""
    for run in _runs(lines):
        for line, in_contents in zip(run, contents_lines([x.text for x in run]), strict=True):
            line.kind = BlockKind.CONTENTS if in_contents else _kind(line)


def _kind(line: Line) -> BlockKind:
    stands_apart = line.before and line.after
    if is_list_item(line.text):
        may_be_heading = stands_apart and NUMBERED.match(line.text)
        return BlockKind.LINE if may_be_heading else BlockKind.LIST_ITEM
    if not is_row(line.text):
        return BlockKind.LINE
    number = SECTION_NUMBER.match(line.text)
    is_heading = stands_apart and number and not is_row(line.text[number.end() :])
    return BlockKind.LINE if is_heading else BlockKind.TABLE_ROW


def _runs(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines without blank space between them."""
    runs: list[list[Line]] = []
    for line in lines:
        if line.before or not runs:
            runs.append([])
        runs[-1].append(line)
    return runs


def _paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines grouped into blocks: singly, or as paragraphs and items where prose is wrapped."""
    prose = [line for line in lines if line.is_prose]
    pairs = [(one, two) for one, two in pairwise(lines) if one.is_prose and _below(one, two)]
    width = wrap_width([x.text for x in prose], [(one.text, two.text) for one, two in pairs])
    groups: list[list[Line]] = []
    for line in lines:
        if groups and width and _goes_on(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _below(one: Line, two: Line) -> bool:
    return two.is_prose and not two.before and one.page == two.page


def _goes_on(group: Sequence[Line], line: Line, width: int) -> bool:
    last = group[-1]
    wide = runs_on(" " * (last.indent - group[0].indent) + last.text, line.text, width)
    if group[0].kind is BlockKind.LIST_ITEM:
        wide = wide or line.indent > group[0].indent
        return _below(last, line) and wide
    return group[0].is_prose and _below(last, line) and wide


def _depths(groups: Sequence[Sequence[Line]]) -> dict[int, int]:
    """The depth of each list item, by the position where it starts."""
    depths: dict[int, int] = {}
    for is_item, run in groupby(groups, key=lambda group: group[0].kind is BlockKind.LIST_ITEM):
        if is_item:
            items = [group[0] for group in run]
            found = list_depths([item.indent for item in items])
            depths.update(zip((item.start for item in items), found, strict=True))
    return depths


def _block(group: Sequence[Line], paged: bool, level: int | None) -> Block:
    first, last = group[0], group[-1]
    merged = len(group) > 1 and first.kind is BlockKind.LINE
    return Block(
        kind=BlockKind.PARAGRAPH if merged else first.kind,
        span=Span(start=first.start, end=last.end),
        level=level,
        page=first.page if paged else None,
        apart=(first.before, last.after),
    )
