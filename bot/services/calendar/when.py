"""Words of when as schedules: what a document tells, and what can be suggested where it tells less.

A suggestion is never the document's: it is a nominal day that a coordinator has to choose.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, time
from functools import lru_cache
from typing import Literal, NamedTuple, TypedDict

from bot.domain.reminders.proposals import Basis, Interval, StatedYears
from bot.domain.reminders.schedule import (
    BeforeDeadline,
    EachPart,
    Monthly,
    Once,
    Schedule,
    Yearly,
)
from bot.services.activities.free_text.calendar_words import month, month_pattern
from bot.services.calendar.when_words import (
    ACCOUNTS,
    BEFORE,
    BUDGET,
    DEADLINE,
    GOES_ON,
    SEASON,
)
from bot.services.reports.demand import Occasion, OccasionKind
from bot.services.reports.occasion_words import occasions_in

MORNING = time(9)
"""The time of day of everything proposed."""

NOTICE = 30
"""Days before a deadline at which it is called to mind."""

FOR_THE_ACCOUNTS = 12, 1
"""Month and day suggested for what stands in the year-end accounts, and for what is yearly without
another word: the accounts are made from January on.
"""

_FOR_THE_BUDGET = 3, 1
"""Suggested for what belongs to the budget: work on it begins in spring."""

_PARTS: dict[OccasionKind, Literal[2, 3, 4]] = {
    OccasionKind.HALF_YEAR: 2,
    OccasionKind.TERTIAL: 3,
    OccasionKind.QUARTER: 4,
}
_INTERIM = frozenset(
    {
        Occasion(kind=OccasionKind.HALF_YEAR, number=1),
        Occasion(kind=OccasionKind.TERTIAL, number=2),
    }
)
"""What ``occasions_in`` reads of an interim report."""

_LEAP_YEAR = 2000
"""A year that has all days of the calendar, for deadlines of every year."""


class _Bounds(TypedDict, total=False):
    first: date
    until: date


class Told(NamedTuple):
    """A time that a text tells; with an ``interval``, the first of several."""

    basis: Basis
    schedule: Schedule | None
    interval: Interval | None = None


class _Day(NamedTuple):
    """A day of the calendar, of every year if ``year`` is None."""

    year: int | None
    month: int
    day: int


def told_in(text: str, years: StatedYears | None) -> list[Told]:
    """The times that the words of when tell, the most precise kind only: several of them where they
    name several days, months or parts of a year. At least one.

    Without ``years``, or where they go on, a day or month is one of every year.
    """
    occasions = occasions_in(text)
    return (
        _days(text, years)
        or _months(text, occasions, years)
        or _seasons(text, years)
        or _parts(occasions, years)
        or [_vague(text, occasions, years)]
    )


def _days(text: str, years: StatedYears | None) -> list[Told]:
    """Days with their month: "senast den 31 mars", "2027-03-31"."""
    return [
        Told(Basis.TOLD, _by(each, years) if DEADLINE.search(text) else _at(each, years))
        for each in _calendar_days(text)
    ]


def _calendar_days(text: str) -> Iterator[_Day]:
    for match in _day_pattern().finditer(text):
        number = int(match["number"]) if match["number"] else month(match["month"] or match["led"])
        year, on = match["y1"] or match["y2"], int(match["d1"] or match["d2"] or match["d3"])
        if 1 <= on <= monthrange(int(year or _LEAP_YEAR), number)[1]:
            yield _Day(int(year) if year else None, number, on)


@lru_cache(maxsize=1)
def _day_pattern() -> re.Pattern[str]:
    name, year = month_pattern(), r"(?:19|20)\d\d"
    return re.compile(
        rf"\b(?P<y1>{year})-(?P<number>0[1-9]|1[0-2])-(?P<d1>\d\d)\b"
        rf"|\b(?:(?P<d2>\d{{1,2}})(?::?[ea]|st|nd|rd|th|\.)?\s+(?:of\s+)?(?P<month>{name})"
        rf"|(?P<led>{name})\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))(?:,?\s+(?P<y2>{year})\b)?",
        re.I,
    )


def _months(text: str, occasions: frozenset[Occasion], years: StatedYears | None) -> list[Told]:
    """Months: the first day of each, or the deadline that it is; of a stretch, its first month."""
    named = {
        each.number for each in occasions if each.kind is OccasionKind.MONTH and each.number
    } - {month(match["last"]) for match in _stretch_pattern().finditer(text)}
    return [Told(Basis.MONTH, _in_month(each, text, years)) for each in sorted(named)]


@lru_cache(maxsize=1)
def _stretch_pattern() -> re.Pattern[str]:
    name = month_pattern()
    return re.compile(rf"\b{name}\s*(?:[-–]|till|to)\s*(?P<last>{name})", re.I)


def _in_month(number: int, text: str, years: StatedYears | None) -> Schedule:
    told = (m["year"] for m in _month_pattern().finditer(text) if month(m["month"]) == number)
    year = next(map(int, told), None)
    if BEFORE.search(text):
        return _by(_Day(year, number, 1), years)
    if DEADLINE.search(text):
        return _by(_Day(year, number, monthrange(_LEAP_YEAR, number)[1]), years)
    return _at(_Day(year, number, 1), years)


@lru_cache(maxsize=1)
def _month_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<month>{month_pattern()})\s+(?P<year>(?:19|20)\d\d)\b", re.I)


def _seasons(text: str, years: StatedYears | None) -> list[Told]:
    """The first season or term that is named; none where something begins then and goes on."""
    if GOES_ON.search(text):
        return []
    found = [(match.start(), first) for season, first in SEASON if (match := season.search(text))]
    return [Told(Basis.SEASON, _at(_Day(None, min(found)[1], 1), years))] if found else []


def _parts(occasions: frozenset[Occasion], years: StatedYears | None) -> list[Told]:
    """Half-years, tertials and quarters: the day after each, or after the one of that number."""
    told = [each for each in occasions if each.kind in _PARTS]
    if occasions >= _INTERIM:
        # "Delårsrapport" may be either: the later one covers both.
        told.remove(Occasion(kind=OccasionKind.HALF_YEAR, number=1))
    numbered = sorted({(_PARTS[each.kind], each.number) for each in told if each.number})
    if numbered:
        return [Told(Basis.PART_OF_YEAR, _after(*each, years)) for each in numbered]
    parts = sorted({_PARTS[each.kind] for each in told})
    return [
        Told(Basis.PART_OF_YEAR, EachPart(at=MORNING, parts=each, days=1, **_bounds(years)))
        for each in parts
    ]


def _after(parts: int, number: int, years: StatedYears | None) -> Schedule:
    """The day after a part of the year; after the last one, of the year that follows."""
    if number < parts:
        return _at(_Day(None, number * 12 // parts + 1, 1), years)
    fixed = _only_year(years)
    return _at(_Day(fixed + 1 if fixed else None, 1, 1), years)


def _vague(text: str, occasions: frozenset[Occasion], years: StatedYears | None) -> Told:
    """What tells neither day, month, season nor part of the year."""
    kinds = {each.kind for each in occasions}
    yearly = any(each.kind is OccasionKind.YEAR and each.every == 1 for each in occasions)
    if BUDGET.search(text):
        return Told(Basis.BUDGET, _at(_Day(None, *_FOR_THE_BUDGET), years))
    if ACCOUNTS.search(text):
        return Told(Basis.ACCOUNTS, _at(_Day(None, *FOR_THE_ACCOUNTS), years))
    if OccasionKind.MONTH in kinds:
        return Told(Basis.MONTHLY, Monthly(at=MORNING, day=1, **_bounds(years)))
    if yearly:
        return Told(Basis.YEARLY, _at(_Day(None, *FOR_THE_ACCOUNTS), years))
    if OccasionKind.YEAR in kinds:
        return Told(Basis.SELDOM, None)
    if OccasionKind.TERM_OF_OFFICE in kinds:
        return Told(Basis.TERM_OF_OFFICE, None)
    if OccasionKind.REGULARLY in kinds or GOES_ON.search(text):
        return Told(Basis.REGULARLY, None)
    return Told(Basis.WHOLE_YEAR if years else Basis.EVENT, None)


def _at(on: _Day, years: StatedYears | None) -> Schedule:
    """On a day: once where its year is told, else each year."""
    year = on.year or _only_year(years)
    if year:
        return Once(at=MORNING, on=_in(year, on))
    return Yearly(at=MORNING, month=on.month, day=on.day, **_bounds(years))


def _by(on: _Day, years: StatedYears | None) -> Schedule:
    """So many days before a deadline that it calls it to mind."""
    year = on.year or _only_year(years)
    return BeforeDeadline(
        at=MORNING,
        deadline=_in(year or (years and years.first) or _LEAP_YEAR, on),
        yearly=year is None,
        days_before=(NOTICE,),
        until=None if year else _bounds(years).get("until"),
    )


def in_year(year: int, month: int, day: int) -> date:
    """A day of the calendar in a year; 29 February is the 28th where there is none."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def _in(year: int, on: _Day) -> date:
    return in_year(year, on.month, on.day)


def _only_year(years: StatedYears | None) -> int | None:
    return years.first if years and years.first == years.last else None


def _bounds(years: StatedYears | None) -> _Bounds:
    """The days between which something recurs."""
    if years is None:
        return {}
    bounds: _Bounds = {}
    if years.first is not None:
        bounds["first"] = date(years.first, 1, 1)
    if years.last is not None:
        bounds["until"] = date(years.last, 12, 31)
    return bounds
