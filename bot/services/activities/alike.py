"""Which activities may be the same one: they have a partner or town in common, and a day."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from bot.domain.activities.activity import Content
from bot.services.activities.countries import folded

MOST_ALIKE = 5
"""Rows that are named beside one: of more, nobody looks at each."""


def compared(names: Iterable[str]) -> frozenset[str]:
    """The names of partners and towns in the form in which they are compared: "Radviliškis" is
    typed as "radviliskis" too.
    """
    return frozenset(map(folded, names))


def alike_rows(rows: Sequence[tuple[int, Content]]) -> Mapping[int, Sequence[int]]:
    """For rows of one sheet, as (line, content): at most MOST_ALIKE lines above each that may be
    the same; nothing for lines that are like none.
    """
    pairs = {pair for named in _by_name(rows).values() for pair in _overlapping(named)}
    found: dict[int, list[int]] = defaultdict(list)
    for above, below in sorted(pairs):
        if len(found[below]) < MOST_ALIKE:
            found[below].append(above)
    return found


def _by_name(rows: Sequence[tuple[int, Content]]) -> Mapping[str, list[tuple[date, date, int]]]:
    """(first day, last day, line) of the rows that have each name."""
    named: dict[str, list[tuple[date, date, int]]] = defaultdict(list)
    for line, content in rows:
        days = content.dates
        for name in compared([*content.partners, *content.cities]):
            named[name].append((days.first, days.last or date.max, line))
    return named


def _overlapping(spans: list[tuple[date, date, int]]) -> Iterable[tuple[int, int]]:
    """Pairs of lines, the upper one first; quick also where thousands have the same name."""
    running: list[tuple[date, int]] = []
    for first, last, line in sorted(spans):
        while running and running[0][0] < first:
            heapq.heappop(running)
        for _, other in running[:MOST_ALIKE]:
            yield min(line, other), max(line, other)
        heapq.heappush(running, (last, line))
