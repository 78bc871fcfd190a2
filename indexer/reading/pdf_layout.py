"""From words on a page to its lines in reading order: rows, columns, tables.

Lengths are PDF points (1/72 inch); y grows downwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

GUTTER = 8.0
"""Narrowest space between columns; spaces between words are about 3."""

GUTTER_RANGE = (0.25, 0.75)
"""Where between the margins a gutter may lie."""

COLUMN_LINES = 3
COLUMN_WORDS = 3
"""Fewest lines of a column, and words a line: fewer are labels and values, not columns."""

CELL_GAP = 2.0
"""Space between two texts of a line that parts them, in type sizes."""

NO_GAP = 0.1
"""Space below which a change of font divides one word, in type sizes."""


@dataclass(frozen=True)
class Word:
    """A word and where it stands."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool

    @property
    def middle(self) -> float:
        """Half its height on the page."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Grid:
    """A ruled table: where it stands and its rows of cell texts."""

    page: int
    top: float
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Line:
    """The words of one line of one column; ``column`` is 0 for full width, else 1 or 2."""

    words: tuple[Word, ...]
    page: int
    column: int
    region: int

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.words[-1].x1

    @property
    def bottom(self) -> float:
        """Its lowest point, near the baseline."""
        return max(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        """The type size that most of its characters have."""
        return max(self._weights(), key=lambda item: item[1])[0]

    @property
    def bold(self) -> bool:
        """Whether all of its letters are bold."""
        lettered = [word for word in self.words if any(map(str.isalnum, word.text))]
        return bool(lettered) and all(word.bold for word in lettered)

    @property
    def text(self) -> str:
        """The words; a tab where a wide space parts two texts."""
        pieces = [self.words[0].text]
        for left, right in pairwise(self.words):
            gap = (right.x0 - left.x1) / max(right.size, left.size, 1)
            pieces += ["\t" if gap > CELL_GAP else "" if gap < NO_GAP else " ", right.text]
        return "".join(pieces)

    def _weights(self) -> list[tuple[float, int]]:
        sizes = {round(word.size * 2) / 2 for word in self.words}
        return [
            (size, sum(len(w.text) for w in self.words if round(w.size * 2) / 2 == size))
            for size in sorted(sizes)
        ]


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words grouped by the line they stand on, from top to bottom and left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.middle, word.x0)):
        if rows and _beside(rows[-1], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: word.x0) for row in rows]


def _beside(row: Sequence[Word], word: Word) -> bool:
    tallest = max(row, key=lambda other: other.bottom - other.top)
    shared = min(tallest.bottom, word.bottom) - max(tallest.top, word.top)
    return shared > 0.5 * min(tallest.bottom - tallest.top, word.bottom - word.top)


def reading_order(words: Sequence[Word], grids: Sequence[Grid], page: int) -> list[Line | Grid]:
    """The page's lines and tables as they are read: left column before right."""
    items: list[Line | Grid] = []
    rest = list(words)
    for grid in sorted(grids, key=lambda grid: grid.top):
        above = [word for word in rest if word.middle < grid.top]
        rest = [word for word in rest if word.middle >= grid.top]
        items += _lines(above, page, len(items))
        items.append(grid)
    return items + _lines(rest, page, len(items))


def _lines(words: Sequence[Word], page: int, region: int) -> list[Line]:
    lines: list[Line] = []
    for column, part in _regions(words):
        region += 1
        lines += [Line(tuple(row), page, column, region) for row in rows_of(part)]
    return lines


def _regions(words: Sequence[Word]) -> list[tuple[int, list[Word]]]:
    """(column, words) in reading order; one region of column 0 where there is no gutter."""
    gutter = _gutter(words)
    if gutter is None:
        return [(0, list(words))] if words else []
    regions: list[tuple[int, list[Word]]] = []
    for crossed, rows in groupby(rows_of(words), lambda row: any(_crosses(w, gutter) for w in row)):
        band = [word for row in rows for word in row]
        left = [word for word in band if word.x1 <= gutter]
        right = [word for word in band if word.x1 > gutter]
        parts = [(0, band)] if crossed or not (left and right) else [(1, left), (2, right)]
        regions += parts
    return regions


def _crosses(word: Word, x: float) -> bool:
    return word.x0 < x + GUTTER / 2 and word.x1 > x - GUTTER / 2


def _gutter(words: Sequence[Word]) -> float | None:
    """The x of the empty strip between two columns of prose, or None for one column."""
    if not words:
        return None
    left, right = min(w.x0 for w in words), max(w.x1 for w in words)
    low, high = (left + share * (right - left) for share in GUTTER_RANGE)
    steps = [low + step for step in range(0, int(high - low), 2)]
    if not steps:
        return None
    crossings = [sum(_crosses(word, x) for word in words) for x in steps]
    fewest = [x for x, count in zip(steps, crossings, strict=True) if count == min(crossings)]
    x = fewest[len(fewest) // 2]
    return x if _has_columns(words, x) else None


def _has_columns(words: Sequence[Word], x: float) -> bool:
    """Whether somewhere on the page prose stands on both sides of ``x``, line beside line."""
    for crossed, rows in groupby(rows_of(words), lambda row: any(_crosses(w, x) for w in row)):
        band = [word for row in rows for word in row]
        sides = [[w for w in band if w.x1 <= x], [w for w in band if w.x1 > x]]
        if not crossed and all(map(_is_column, sides)):
            return True
    return False


def _is_column(words: Sequence[Word]) -> bool:
    rows = rows_of(words)
    return len(rows) >= COLUMN_LINES and median(map(len, rows)) >= COLUMN_WORDS
