"""A section's passages as rich text: quoted words bold, lists as lists, a table's cells apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.channels.slack.blocks.elements import Block, bullets, paragraph, rich, words
from bot.channels.slack.blocks.text import clean, is_visible, size, spans
from bot.services.sections import Part, Run
from knowledge.model import PassageKind

BLOCK_ROOM = 2800
BLOCK_LINES = 40
"""Lines of one block; with BLOCK_ROOM it bounds a block's JSON to some 10,000 characters."""

_MARKER = re.compile(r"\s*[-–—•*·]\s+")
_CELLS = re.compile(r"\s*\t\s*")


@dataclass(frozen=True, slots=True)
class Shown:
    """A block of a section's text."""

    block: Block
    has_quote: bool


@dataclass(frozen=True, slots=True)
class _Line:
    """A unit, or a piece of one that is too long for a block."""

    runs: tuple[Run, ...]
    is_item: bool

    @property
    def size(self) -> int:
        return sum(size(run.text) for run in self.runs)


def passage_blocks(part: Part) -> Iterator[Shown]:
    """A passage as blocks that Slack takes, all of its words in order."""
    for lines in _grouped(_lines(part)):
        yield Shown(
            block=rich(*_elements(lines, " " if part.kind is PassageKind.PARAGRAPH else "\n")),
            has_quote=any(run.is_quote for line in lines for run in line.runs),
        )


def _lines(part: Part) -> Iterator[_Line]:
    units = [_flat(unit, part.kind) for unit in part.units]
    if part.kind is PassageKind.TABLE_ROW:
        units = [_joined(units)]
    for place, runs in enumerate(units):
        text = "".join(run.text for run in runs)
        marker = _MARKER.match(text)
        is_item = part.kind is PassageKind.LIST and (bool(marker) or place > 0)
        start = marker.end() if marker and is_item else 0
        for begin, end in spans(text[start:], BLOCK_ROOM):
            yield _Line(tuple(_cut(runs, start + begin, start + end)), is_item)


def _flat(unit: Iterable[Run], kind: PassageKind) -> list[Run]:
    """The runs with white space folded, which documents use to lay out their pages."""
    flat = []
    for run in unit:
        text = clean(run.text)
        if kind is PassageKind.TABLE_ROW:
            text = _CELLS.sub(" — ", text)
        flat.append(Run(text=re.sub(r"\s+", " ", text), is_quote=run.is_quote))
    return flat


def _joined(cells: Sequence[Sequence[Run]]) -> list[Run]:
    """A table row's cells on one line."""
    runs: list[Run] = []
    for cell in cells:
        runs += [Run(text=" — ", is_quote=False)] if runs else []
        runs += cell
    return runs


def _cut(runs: Iterable[Run], start: int, end: int) -> Iterator[Run]:
    """What of the runs lies between two places of their text."""
    place = 0
    for run in runs:
        text = run.text[max(start - place, 0) : max(end - place, 0)]
        if text:
            yield Run(text=text, is_quote=run.is_quote)
        place += len(run.text)


def _grouped(lines: Iterable[_Line]) -> Iterator[list[_Line]]:
    """Lines that have room in one block together."""
    group: list[_Line] = []
    taken = 0
    for line in lines:
        if not is_visible("".join(run.text for run in line.runs)):
            continue
        if group and (taken + line.size > BLOCK_ROOM or len(group) == BLOCK_LINES):
            yield group
            group, taken = [], 0
        group.append(line)
        taken += line.size + 1
    if group:
        yield group


def _elements(lines: Sequence[_Line], between: str) -> Iterator[Block]:
    for is_item, group in groupby(lines, lambda line: line.is_item):
        inlines = [[words(run.text, bold=run.is_quote) for run in line.runs] for line in group]
        if is_item:
            yield bullets(inlines)
        else:
            first, *rest = inlines
            yield paragraph(
                *first, *(inline for line in rest for inline in (words(between), *line))
            )
