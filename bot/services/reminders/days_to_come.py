"""Days to come, as people name them: "1 december", "på fredag", "om två veckor".

The forms are those in which people tell of days past (``free_text``); only the year that is left
out is another.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import chain

from bot.services.activities.free_text import told_dates, written_dates
from bot.services.activities.free_text.calendar_words import month, month_pattern
from bot.services.activities.free_text.numbers import alternatives, cardinals
from bot.services.activities.free_text.points import Day, Point, Today

_ONE = ("a", "an")
_WEEK, _MONTHS = 7, 12
_LEAP_YEAR = 2000
"""A year that has every day."""

_YEARS_AHEAD = 8
"""So far ahead the next 29 February can lie (1896 to 1904, 2096 to 2104)."""

_LEAD = re.compile(r"(?:på|den|on|the)\s+")
_IN = r"(?:om|in)\s+"


def number_pattern() -> str:
    """A regular expression for a number of days, in digits or words."""
    return rf"(?:\d{{1,3}}|{alternatives((*cardinals(), *_ONE))})"


def number(word: str) -> int:
    """The value of what ``number_pattern`` matched."""
    if word.isdecimal():
        return int(word)
    return 1 if word in _ONE else cardinals()[word]


def day_to_come(words: str, at: time, now: datetime) -> date | None:
    """The day that is named, in small letters; one without a year is the next of which the time
    ``at`` is later than ``now`` (local, without zone). None for what is not one day.
    """
    if ahead := _distance().fullmatch(words):
        days = number(ahead["n"]) * (_WEEK if ahead["week"] else 1)
        return now.date() + timedelta(days=days)
    day = named_day(words, now.date())
    if day is None:
        return None
    years = range(now.year, now.year + _YEARS_AHEAD + 1) if day.year is None else [day.year]
    possible = (made for year in years if (made := _made(day, year)))
    return next((made for made in possible if day.year or datetime.combine(made, at) > now), None)


def named_day(words: str, today: date) -> Day | None:
    """One day that is named, with its year where that is told; None for any other words."""
    plain = _LEAD.sub("", words, count=1) if _LEAD.match(words) else words
    points = chain.from_iterable(
        _points(each, today) for each in (words, plain, f"på {plain}", f"den {plain}")
    )
    return next((point.first for point in points if _is_one_day(point)), None)


def names_no_such_day(words: str) -> bool:
    """Whether words in small letters name a day that no calendar has: 31 April, or 29 February of
    a year that is no leap year.
    """
    return any(_is_missing(match) for form in _forms() for match in form.finditer(words))


def _is_missing(match: re.Match[str]) -> bool:
    told = match["month"]
    number = int(told) if told.isdecimal() else month(told)
    year = int(match["year"] or _LEAP_YEAR)
    return not 1 <= number <= _MONTHS or not 1 <= int(match["day"]) <= monthrange(year, number)[1]


@lru_cache(maxsize=1)
def _forms() -> tuple[re.Pattern[str], ...]:
    """31 april 2027, April 31st, 2027, 2027-04-31, 31/4 2027."""
    day, year = r"(?P<day>\d{1,2})", r"(?P<year>20\d\d)"
    named = rf"(?P<month>{month_pattern()})"
    return (
        re.compile(rf"\b{day}(?:st|nd|rd|th|:?[ae])?\s+(?:of\s+)?{named}\b(?:\s+{year})?"),
        re.compile(rf"\b{named}\s+{day}(?:st|nd|rd|th)?\b(?:,?\s+{year})?"),
        re.compile(rf"\b{year}-(?P<month>\d\d)-(?P<day>\d\d)\b"),
        re.compile(rf"\b{day}/(?P<month>\d{{1,2}})\b(?:\s+{year})?"),
    )


def _points(words: str, today: date) -> Iterator[Point]:
    for pattern, make in chain(written_dates.rules(), told_dates.rules()):
        if (match := pattern.fullmatch(words)) and (point := make(match, Today(today, ahead=True))):
            yield point


def _is_one_day(point: Point) -> bool:
    return not point.open and point.first == point.last


def _made(day: Day, year: int) -> date | None:
    try:
        return date(year, day.month, day.day)
    except ValueError:
        return None


@lru_cache(maxsize=1)
def _distance() -> re.Pattern[str]:
    week = r"(?P<week>veckor|vecka|weeks?)"
    return re.compile(rf"{_IN}(?P<n>{number_pattern()})\s+(?:dagar|dag|days?|{week})")
