"""Running headers, footers and page numbers: what repeats at the edges of pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from indexer.reading.marks import is_page_number

EDGE_LINES = 4
"""How many lines from the edge a running header or footer may reach."""

NAMES_PAGE = re.compile(r"\b(?:sida|sid|page)\b\W*\d|\d\s*(?:\(|/|av\b|of\b)\s*\d", re.I)
DIGITS = re.compile(r"\d+")


class EdgeLine(NamedTuple):
    """A line that may be furniture; ``size`` is its type size where the format knows it."""

    text: str
    size: int = 0


def repeating_key(line: EdgeLine) -> tuple[str, int]:
    """The line with its numbers made equal, to compare one page's edge with another's."""
    return " ".join(DIGITS.sub("#", line.text.casefold()).split()), line.size


def furniture(pages: Sequence[Sequence[EdgeLine]]) -> set[tuple[int, int]]:
    """(page, line) of every running header, footer and page number.

    ``pages`` hold their lines from top to bottom. Furniture forms an unbroken run from the edge
    of the page, each line of it a page number or repeated at that edge of most pages.
    """
    found: set[tuple[int, int]] = set()
    for step in (1, -1):
        edges = [_edge(len(lines), step) for lines in pages]
        common = _common([[pages[at][index] for index in edge] for at, edge in enumerate(edges)])
        for at, edge in enumerate(edges):
            for index in edge:
                line = pages[at][index]
                if not is_page_number(line.text) and repeating_key(line) not in common:
                    break
                found.add((at, index))
    return found


def _edge(count: int, step: int) -> range:
    """Indexes of lines from the edge inwards."""
    return range(count)[::step][:EDGE_LINES]


def _common(edges: Sequence[Sequence[EdgeLine]]) -> set[tuple[str, int]]:
    """Keys that stand at this edge of more than half of the pages, and of two at least.

    Lines that differ in a number must name the page or stand on three pages: "Bilaga 1" and
    "Bilaga 2" on two pages are headings.
    """
    pages = sum(1 for edge in edges if edge)
    counts = Counter(key for edge in edges for key in {repeating_key(line) for line in edge})
    texts: dict[tuple[str, int], set[str]] = {}
    for line in (line for edge in edges for line in edge):
        texts.setdefault(repeating_key(line), set()).add(line.text)
    return {
        key
        for key, count in counts.items()
        if 2 * count > pages
        and (count > 2 or (count == 2 and (len(texts[key]) == 1 or _names_page(texts[key]))))
    }


def _names_page(texts: set[str]) -> bool:
    return all(NAMES_PAGE.search(text) for text in texts)
