"""Days, months and weeks that are written out: "3–5 maj", "3/5", "2026-05-03", "v. 12"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache

from bot.services.activities.free_text.calendar_words import (
    month,
    month_pattern,
    weekday,
    weekday_pattern,
)
from bot.services.activities.free_text.numbers import alternatives, ordinals
from bot.services.activities.free_text.points import Day, Point, Today, known, whole

UNTIL = (
    r"(?:\s*(?:-{1,2}|–|—|−)\s*"
    r"|\s+(?:till(?:\s+och\s+med)?|t\.?\s?o\.?\s?m\.?|to|until|through)\s+)"
)
"""What stands between the first and the last of several days."""

_NO_MONEY = r"(?!\s*(?:tkr|kr|sek|mkr|mnkr|msek|euro?|€|:-|kronor|tusen|\d{3}\b))"
_DIGITS = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = rf"20\d\d(?!\d){_NO_MONEY}"
_SHORT_YEAR = r"[-'’][1-4]\d(?![\d:/]|[.,]\d|\s*(?:[-–]|st\b))"

_NO_OTHER_WEEK = "".join(
    rf"(?<!\b{each}\s)"
    for each in ("förra", "denna", "nästa", "samma", "varje", "last", "this", "next", "every")
)

Rule = tuple[re.Pattern[str], Callable[[re.Match[str], Today], Point | None]]


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Forms of dates with what they mean, the longer forms first."""
    sources = (*_in_digits(), *_with_months(), *_by_week(), *_of_months())
    return tuple((re.compile(source, re.IGNORECASE), make) for source, make in sources)


@lru_cache(maxsize=1)
def unsure_rules() -> tuple[Rule, ...]:
    """Forms that may be times of day as well ("12.10-14.10"): dates where a text has no others."""
    month = r"(?:1[0-2]|0?[1-9])"
    first = rf"(?<![\w.,/:-])(?<!kl\s)(?<!kl\.\s)(?P<d1>{_DIGITS})\.(?P<n1>{month})"
    last = rf"(?P<d2>{_DIGITS})\.(?P<n2>{month})(?![\d:]|[.,]\d|\s?%)"
    return ((re.compile(rf"{first}\.?{UNTIL}{last}\.?", re.IGNORECASE), _days),)


_Source = tuple[str, Callable[[re.Match[str], Today], Point | None]]


def _in_digits() -> Iterator[_Source]:
    """2026-05-03--05, 20260503, 260503, 3-5/5, 27/4-1/5, 3/5 2026, 3.–5.5., 3.5.2026."""
    begin = r"(?<!\w)(?<!\d-)"
    iso = rf"{begin}(?P<y1>20\d\d)-?(?P<m1>\d\d)-?(?P<d1>\d\d)"
    yield rf"{iso}\s*(?:-{{1,2}}|–|/)\s*(?P<d2>\d\d)(?![\d-])", _iso
    yield rf"{iso}(?!\d|-\d){_NO_MONEY}", _iso
    six = r"(?<![\w:.,-])(?P<y1>\d\d)(?P<m1>[01]\d)(?P<d1>[0-3]\d)"
    yield (
        rf"{six}(?:\s?[-–]\s?(?P<d2>\d\d))?(?![\d:.,]|\s?[-–+]\s?\d{{3,4}}\b){_NO_MONEY}",
        _six_digits,
    )
    first, number = rf"{_led()}(?P<d1>{_DIGITS})", r"(?P<n1>1[0-2]|0?[1-9])"
    second = rf"(?P<d2>{_DIGITS}){{}}(?P<n2>1[0-2]|0?[1-9])"
    year = rf"(?:[\s-]+(?P<year>{_YEAR})|(?P<short>{_SHORT_YEAR}))?"
    yield rf"{first}/{number}{UNTIL}{second.format('/')}(?![\d/:%]){year}", _days
    points = rf"{first}\.{number}\.?{UNTIL}{second.format(chr(92) + '.')}"
    yield rf"{points}\.(?P<year>20\d\d)(?!\d)", _days
    yield rf"{first}{UNTIL}(?P<d2>{_DIGITS})\s?/\s?{number}(?![\d/:]){year}", _days
    yield (
        rf"{first}/{number}(?:/(?P<y1>20\d\d|\d\d)(?!\d)|{year})"
        r"(?![\d/:%]|\s*(?:tjänst|deltid|av\b))",
        _days,
    )
    month = r"(?P<n1>[1-9](?![\d.])|(?:1[0-2]|[1-9])(?=\.(?!\d)))"
    yield rf"{first}\.?{UNTIL}(?P<d2>{_DIGITS})\.{month}(?!:|\s?%)", _days
    yield rf"{first}\.(?:{UNTIL}(?P<d2>{_DIGITS})\.)?{number}\.(?P<year>20\d\d)(?!\d)", _days
    yield rf"(?<!\w)den\s+(?P<d1>{_DIGITS})\.{number}\.?(?![\d:]|[.,]\d)", _days


def _with_months() -> Iterator[_Source]:
    """3–5 maj, den tredje maj, 3:e maj 2026, May 3rd to 5th."""
    words = alternatives(filter(None, ordinals()))
    ending = r"(?:\s?:?(?:[ea]|dje|de)\b|st\b|nd\b|rd\b|th\b|\.)?"
    day = rf"(?:den\s+|the\s+)?(?:{_DIGITS}{ending}|(?:{words})\b)"
    listed = rf"(?:\s*,\s*{day}){{0,5}}"
    until = (
        rf"(?:{UNTIL}|(?P<and>{listed}\s*(?:,|&|\+|\boch\b|\bo\b|\band\b)\s*))"
        rf"(?:{weekday_pattern()},?\s+)?"
    )
    name, of = month_pattern(), r"\s*(?:of\s+)?"
    yield rf"{_led()}(?P<d1>{day}){until}(?P<d2>{day}){of}(?P<m1>{name}){_year_after()}", _days
    yield rf"{_led()}(?P<d1>{day}){of}(?P<m1>{name}){_year_after()}", _days
    yield (
        rf"{_led()}(?P<m1>{name})\s+(?P<d1>{day})(?:{until}(?P<d2>{day}))?(?!\w)"
        rf"{_year_after()}{_NO_MONEY}",
        _days,
    )


def _by_week() -> Iterator[_Source]:
    """Vecka 12, v. 12, vecka 12-13, tisdagen v. 12, week 12 2026."""
    # "Förra veckan 12 elever" and "denna vecka. 3 politiker" name a week without its number.
    word = rf"(?:(?:v|wk)\b\.?|{_NO_OTHER_WEEK}(?:vecka|veckorna|weeks?)\b)[^\S\n]*"
    first = rf"(?:{word}(?P<w1>\d{{1,2}})(?!\d|[:.,]\d|-tal)|v(?P<w1b>\d{{1,2}})(?!\d))"
    last = rf"(?:{UNTIL}(?:v|vecka|week)?\.?\s*(?P<w2>\d{{1,2}})(?!\d))?"
    name = weekday_pattern()
    days = rf"(?:i\s+|på\s+|on\s+)?(?P<wd1>{name})(?:{UNTIL}(?P<wd2>{name}))?"
    of_it = r"\s+(?:i\s+|in\s+|of\s+)?"
    year = rf"(?:\s*[,/]?\s*(?P<year>{_YEAR}))?"
    yield rf"(?<!\w)(?:{days}{of_it})?(?<!\w){first}{last}{year}", _weeks


def _of_months() -> Iterator[_Source]:
    """Februari–mars, maj 2026, i maj, sedan januari."""
    name = month_pattern()
    yield rf"(?<!\w)(?P<m1>{name}){UNTIL}(?P<m2>{name}){_year_after()}", _months
    yield rf"(?<!\w)(?P<m1>{name})\s*,?\s*(?P<year>{_YEAR})", _months
    leading = r"i|under|hela|in|during|sedan|since|fr\.?\s?o\.?\s?m\.?|från|from|sen"
    part = r"(?:(?:början|slutet|mitten)\s+av\s+|(?:early|late)\s+)?"
    yield rf"(?<!\w)(?:{leading})\s+{part}(?P<m1>{name})(?!\w){_year_after()}", _months


def _led() -> str:
    """What may stand before a day: "mellan", its weekday or the weekdays of the span."""
    between = r"(?P<led>(?:mellan|between)\s+)?"
    name = weekday_pattern()
    return rf"(?<![\w.,/:])(?<!\d-){between}(?:(?:{name}{UNTIL})?(?:{name}),?\s+)?"


def _year_after() -> str:
    short = rf"{_SHORT_YEAR}(?!\s*(?:{month_pattern()}))"
    this, before = r"i\s+år|this\s+year", r"förra\s+året|i\s+fjol|last\s+year"
    named = rf"(?P<thisyear>{this})|(?P<yearbefore>{before})"
    of_it = r"(?:\s+månad)?"
    figures = rf"\s*,?\s*(?:år\s+)?(?P<year>{_YEAR})|\s?(?P<short>{short})"
    return rf"{of_it}(?:{figures}|\s+(?:{named})\b)?"


def _iso(match: re.Match[str], _: Today) -> Point | None:
    parts = match.groupdict()
    year, month_number, first = (int(parts[name]) for name in ("y1", "m1", "d1"))
    return _within(match, year, month_number, first, int(parts.get("d2") or first))


def _six_digits(match: re.Match[str], today: Today) -> Point | None:
    """260503: only of the years around, since other numbers have six digits too."""
    parts = match.groupdict()
    year, month_number, first = (int(parts[name]) for name in ("y1", "m1", "d1"))
    if abs(2000 + year - today.on.year) > 2:
        return None
    return _within(match, 2000 + year, month_number, first, int(parts["d2"] or first))


def _within(
    match: re.Match[str], year: int | None, month_number: int, first: int, last: int
) -> Point | None:
    if not (1 <= month_number <= 12 and 1 <= first <= last <= 31):
        return None
    days = Day(year, month_number, first), Day(year, month_number, last)
    return Point(match.start(), match.end(), *days)


def _days(match: re.Match[str], today: Today) -> Point | None:
    parts = match.groupdict()
    number = month(parts["m1"]) if parts.get("m1") else int(parts["n1"])
    first = _day(parts["d1"])
    last = _day(parts["d2"]) if parts.get("d2") else first
    year = _year(parts, today)
    if parts.get("n2"):
        return _two_months(match, Day(year, number, first), Day(year, int(parts["n2"]), last))
    if parts.get("and") and not parts.get("led") and not _follow(parts["and"], first, last):
        return None
    return _within(match, year, number, first, last)


def _follow(between: str, first: int, last: int) -> bool:
    """Whether the days named between two, and the last, follow each other."""
    days = [first, *map(int, re.findall(r"\d+", between)), last]
    return days == list(range(first, last + 1))


def _two_months(match: re.Match[str], first: Day, last: Day) -> Point:
    """From a day of one month to one of another; a year told after them is that of the last."""
    crosses = first.month > last.month
    if crosses and first.year is not None:
        first = first._replace(year=first.year - 1)
    return Point(match.start(), match.end(), first, last)


def _months(match: re.Match[str], today: Today) -> Point:
    parts = match.groupdict()
    year = _year(parts, today)
    first, _last = whole(year, month(parts["m1"]))
    last = whole(year, month(parts.get("m2") or parts["m1"]))[1]
    crosses = year is not None and first.month > last.month
    if crosses and year is not None:
        first = first._replace(year=year - 1)
    return Point(match.start(), match.end(), first, last)


def _weeks(match: re.Match[str], today: Today) -> Point | None:
    parts = match.groupdict()
    first_week = int(parts["w1"] or parts["w1b"])
    last_week = int(parts["w2"] or first_week)
    year = int(parts["year"]) if parts["year"] else _year_of_week(first_week, today)
    try:
        monday = date.fromisocalendar(year, first_week, 1)
        last = date.fromisocalendar(year + (last_week < first_week), last_week, 7)
    except ValueError:
        return None
    if not parts["wd1"]:
        return Point(match.start(), match.end(), known(monday), known(last))
    days = [monday + timedelta(days=each) for each in _weekdays(parts)]
    return Point(match.start(), match.end(), known(days[0]), known(days[-1]))


def _year_of_week(week: int, today: Today) -> int:
    """The year whose week of that number has begun most recently, or soon begins."""
    this = today.latest.isocalendar()
    return this.year if week <= this.week else this.year - 1


def _weekdays(parts: dict[str, str | None]) -> Iterator[int]:
    for name in ("wd1", "wd2"):
        if word := parts[name]:
            yield weekday(word)


def _day(written: str) -> int:
    digits = re.sub(r"\D", "", written)
    return int(digits) if digits else ordinals()[written.split()[-1].casefold()]


def _year(parts: dict[str, str | None], today: Today) -> int | None:
    if parts.get("thisyear") or parts.get("yearbefore"):
        return today.on.year - bool(parts["yearbefore"])
    told = parts.get("year") or parts.get("y1") or parts.get("short")
    if not told:
        return None
    digits = int(re.sub(r"\D", "", told))
    return digits + 2000 if digits < 100 else digits
