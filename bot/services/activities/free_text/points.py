"""Points in time as people name them, before it is settled which year they lie in."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from bot.domain.activities.dates import Dates

AHEAD = timedelta(days=60)
"""How far ahead a day without a year may lie, where the text speaks of what is to come."""

_OLDEST = 1990
_YEARS_BACK = 4
"""So far back the last 29 February can lie."""


class Day(NamedTuple):
    """A day of a month, of a year that may be left out. Day 0 stands for the month's last."""

    year: int | None
    month: int
    day: int


class Point(NamedTuple):
    """The characters ``start`` to ``end`` name these days; ``open`` where no last one is meant."""

    start: int
    end: int
    first: Day
    last: Day
    open: bool = False


class Today(NamedTuple):
    """What "today" is, and whether the text speaks of what is to come."""

    on: date
    ahead: bool

    @property
    def latest(self) -> date:
        """The last day on which something without a year can begin."""
        return self.on + AHEAD if self.ahead else self.on


def known(on: date) -> Day:
    """A day of a known year."""
    return Day(on.year, on.month, on.day)


def whole(year: int | None, month: int, last_month: int | None = None) -> tuple[Day, Day]:
    """The first and last day of a month, or of several."""
    return Day(year, month, 1), Day(year, last_month or month, 0)


def settled(point: Point, today: Today) -> Dates | None:
    """The days, with their years: those that are told, else such that it began most recently.

    None for days that no calendar has, and for years that no activity is logged of.
    """
    first = _first(point, today)
    if first is None or not _OLDEST <= first.year <= today.on.year + 10:
        return None
    if point.open:
        return Dates(first=first, last=None)
    last = _last(point.last, first)
    return Dates(first=first, last=last) if last and last >= first else None


def _first(point: Point, today: Today) -> date | None:
    first, last = point.first, point.last
    if first.year is not None:
        return _made(first, first.year)
    if last.year is not None and not point.open:
        crosses = (first.month, first.day) > (last.month, last.day or 32)
        return _made(first, last.year - crosses)
    years = range(today.latest.year, today.latest.year - _YEARS_BACK - 1, -1)
    possible = (_made(first, year) for year in years)
    return next((each for each in possible if each and each <= today.latest), None)


def _last(last: Day, first: date) -> date | None:
    if last.year is not None:
        return _made(last, last.year)
    same = _made(last, first.year)
    return same if same and same >= first else _made(last, first.year + 1)


def _made(day: Day, year: int) -> date | None:
    try:
        return date(year, day.month, day.day or monthrange(year, day.month)[1])
    except ValueError:
        return None
