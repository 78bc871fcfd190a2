"""The periods that reports are about, in people's words."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache, partial
from itertools import chain
from typing import NamedTuple

from babel.dates import format_date, format_interval, get_month_names

from bot.domain.activities.dates import Period, PeriodKind, part_of_year, span
from bot.services.activities.free_text.dates import read_dates
from bot.services.activities.free_text.found import TAKEN, without
from bot.services.errors import UnreadablePeriod
from knowledge.language.words import fold
from knowledge.texts.catalogue import say

LOCALES = {"sv": "sv", "en": "en_GB"}
"""How days are written in each language (CLDR)."""

_DASHES = str.maketrans(dict.fromkeys("–—−", "-"))
_ISO = r"((?:19|20)\d\d)-(\d\d?)(?:-(\d\d?))?"
_DAYS = re.compile(rf"{_ISO}(?:\s*(?:-+|/|\.\.+|till|to|tom|t\.o\.m\.)\s*{_ISO})?")
"""Days or months of ISO 8601, one or from one to another."""

_YEAR = re.compile(r"(?:19|20)\d\d|(?:1[3-9]|[2-9]\d)")
"""Years, also with two figures where they are no month or part of a year."""

_FILLING = re.compile(
    r"a|och|and|ar|aret|av|(?:ars)?(?:bokslut(?:et)?|rapport(?:en)?)|arsredovisning(?:en)?|den|e"
    r"|for|from|fran|hela|(?:hel|kalender|verksamhets|budget)ar(?:et)?|in|med|nd|of"
    r"|period(?:en)?|rd|report|st|th|the|till|to|under|whole|year"
)
_THIS_YEAR = frozenset({"i ar", "innevarande ar", "this year"})
_LAST_YEAR = frozenset({"forra aret", "foregaende ar", "fjolaret", "i fjol", "last year"})
_DAY = re.compile(r"\b\d{1,2}\b")
_SCHOOL_YEAR = re.compile(r"lasar(?:et)?|school")
_SEASONS = (
    (re.compile(r"var(?:en)?|vt|vartermin(?:en)?|spring"), 1),
    (re.compile(r"host(?:en)?|ht|hosttermin(?:en)?|autumn"), 2),
)


class _Named(NamedTuple):
    """Parts of a year by their name: ``parts`` is how many the year has, ``reported`` how many of
    them the name is used of; ``kind`` is None for those that are a span of months.
    """

    name: re.Pattern[str]
    kind: PeriodKind | None
    parts: int
    reported: int

    def part(self, year: int, first: int, last: int) -> Period:
        """One or several. Raises ValueError for numbers that are not reported."""
        if not 1 <= first <= last <= self.reported:
            raise ValueError(f"there are {self.reported} of them")
        if self.kind and first == last:
            return part_of_year(year, self.kind, first)
        months = 12 // self.parts
        return _whole_months(date(year, months * (first - 1) + 1, 1), date(year, months * last, 1))

    def before(self, day: date) -> Period:
        """The one that ended last before a day."""
        ended = day.year * self.parts + (day.month - 1) * self.parts // 12 - 1
        year, place = divmod(ended, self.parts)
        number = min(place + 1, self.reported)
        return self.part(year, number, number)


_NAMED_PARTS = (
    _Named(re.compile(r"t|tertial(?:et)?|terti(?:al|ar)rapport(?:en)?"), PeriodKind.TERTIAL, 3, 3),
    # As documents number them (``occasion_words``): the third tertial has the year's report.
    _Named(
        re.compile(r"delar(?:et)?|interim|delars(?:bokslut(?:et)?|rapport(?:en)?)"),
        PeriodKind.TERTIAL,
        3,
        2,
    ),
    _Named(re.compile(r"h|half(?:year)?|halvar(?:et)?"), PeriodKind.HALF_YEAR, 2, 2),
    _Named(re.compile(r"k|kvartal(?:et)?|q|quarter"), None, 4, 4),
)

_PREVIOUS = frozenset({"forra", "foregaende", "previous"})
_LAST = -1
_ORDINALS = {
    word: number
    for number, words in enumerate(
        ("sista last", "", "forsta first", "andra second", "tredje third", "fjarde fourth"), _LAST
    )
    for word in words.split()
}


def read_period(text: str, today: date) -> Period:
    """The period that people mean, in Swedish or English; "" is the year of ``today``.

    A year ("2026"), one or two parts of it ("T3 2026", "första halvåret 2026", "kvartal 1-2"),
    months ("januari-mars 2026", "2026-05") or days ("1 januari - 15 juni 2026"). Spring and autumn
    are the halves of the year, so that every day belongs to one; a school year is both. A part
    without its year is the latest that has begun, the previous one ("förra tertialet") the latest
    that has ended. Raises UnreadablePeriod.
    """
    written = text.translate(_DASHES)
    try:
        found = _period(fold(written).strip(" ."), today) or _in_days(written, today)
    except ValueError:
        found = None
    if found is None:
        raise UnreadablePeriod(f"no period: {text!r}", period=text.strip())
    return found


def period_name(period: Period, language: str) -> str:
    """A period in words, such as "tertial 3 2026".

    >>> period_name(part_of_year(2026, PeriodKind.YEAR), "sv")
    '2026'
    """
    year, number = str(period.first.year), period.number
    match period.kind:
        case PeriodKind.YEAR:
            return year
        case PeriodKind.TERTIAL:
            return say("report-tertial", language, number=number, year=year)
        case PeriodKind.HALF_YEAR:
            return say("report-half-year", language, number=number, year=year)
        case PeriodKind.SPAN if _is_whole_months(period):
            return str(
                format_interval(period.first, period.last, "yMMMM", locale=LOCALES[language])
            )
        case PeriodKind.SPAN:
            return days_in_words(period.first, period.last, language)


@lru_cache(maxsize=10_000)
def days_in_words(first: date, last: date, language: str) -> str:
    """Days from one to another, such as "3–5 maj 2026"."""
    locale = LOCALES[language]
    if first == last:
        return str(format_date(first, "d MMMM y", locale=locale))
    return str(format_interval(first, last, "yMMMMd", locale=locale))


def _period(text: str, today: date) -> Period | None:
    """None, or a ValueError, for what is no period."""
    if days := _DAYS.fullmatch(text):
        first, last = _iso(*days.groups()[:3]), _iso(*days.groups()[3:])
        return span(first.first, last.last) if first and last else first
    if text in _THIS_YEAR | {""}:
        return part_of_year(today.year, PeriodKind.YEAR)
    if text in _LAST_YEAR:
        return part_of_year(today.year - 1, PeriodKind.YEAR)
    words = [word for word in re.findall(r"[^\W\d_]+|\d+", text) if not _FILLING.fullmatch(word)]
    years = [_year(word) for word in words if _YEAR.fullmatch(word)]
    rest = [word for word in words if not _YEAR.fullmatch(word)]
    return _named(rest, years, today) if words else None


def _iso(year: str | None, month: str, day: str | None) -> Period | None:
    """A day or a month as ISO 8601 writes it."""
    if year is None:
        return None
    first = date(int(year), int(month), int(day or 1))
    return span(first, first) if day else _whole_months(first, first)


def _year(word: str) -> int:
    return int(word) if len(word) > 2 else 2000 + int(word)


def _in_days(text: str, today: date) -> Period | None:
    """Days with the names of their months, if nothing else is told."""
    found = read_dates(text, today)
    if found is None or found.value.last is None or not _DAY.search(text):
        return None
    rest = re.findall(r"\w+", fold(without(text, found.spans).replace(TAKEN, " ")))
    is_all = all(map(_FILLING.fullmatch, rest))
    return span(found.value.first, found.value.last) if is_all else None


def _named(words: Sequence[str], years: Sequence[int], today: date) -> Period | None:
    if not words:
        return _whole_years(years)
    if all(word in _months() for word in words):
        return _from_month_to_month([_months()[word] for word in words], years, today)
    if len(words) == 1 and _SCHOOL_YEAR.fullmatch(words[0]):
        return _school_year(years, today)
    return _part(words, years, today)


def _whole_years(years: Sequence[int]) -> Period | None:
    match years:
        case [year]:
            return part_of_year(year, PeriodKind.YEAR)
        case [first, last]:
            return span(date(first, 1, 1), date(last, 12, 31))
    return None


def _school_year(years: Sequence[int], today: date) -> Period | None:
    """From July to June, which holds every autumn term and spring term."""
    match years:
        case [first, last] if last == first + 1:
            begins: Sequence[int] = [first]
        case []:
            begins = []
        case _:
            return None
    return _latest(lambda year: span(date(year, 7, 1), date(year + 1, 6, 30)), begins, today)


def _part(words: Sequence[str], years: Sequence[int], today: date) -> Period | None:
    """One or two parts of a year: "tertial 3", "tredje tertialet", "T1-T2", "hösten", "förra
    kvartalet".
    """
    if words[0] in _PREVIOUS:
        return _previous(words[1:], today) if not years else None
    numbers = [_number(word) for word in words if word in _ORDINALS or word.isdecimal()]
    names = {word for word in words if word not in _ORDINALS and not word.isdecimal()}
    if len(names) != 1 or len(numbers) > 2 or len(years) > 1:
        return None
    return _latest(partial(_numbered, names.pop(), numbers), years, today)


def _previous(words: Sequence[str], today: date) -> Period | None:
    named = _named_parts(words[0]) if len(words) == 1 else None
    return named.before(today) if named else None


def _number(word: str) -> int:
    return _ORDINALS[word] if word in _ORDINALS else int(word)


def _numbered(name: str, numbers: Sequence[int], year: int) -> Period | None:
    """Raises ValueError for a number that the year does not have."""
    for pattern, number in _SEASONS:
        if pattern.fullmatch(name) and not numbers:
            return part_of_year(year, PeriodKind.HALF_YEAR, number)
    named = _named_parts(name)
    if named is None or not numbers:
        return None
    first, last = (named.reported if each == _LAST else each for each in (numbers[0], numbers[-1]))
    return named.part(year, first, last)


def _named_parts(name: str) -> _Named | None:
    return next((each for each in _NAMED_PARTS if each.name.fullmatch(name)), None)


def _from_month_to_month(months: Sequence[int], years: Sequence[int], today: date) -> Period | None:
    """One or two months. With one year, it is that of the last."""
    first, last = months[0], months[-1]
    if len(months) > 2 or len(years) > len(months):
        return None
    if len(years) == 2:
        return _whole_months(date(years[0], first, 1), date(years[1], last, 1))
    return _latest(
        lambda year: _whole_months(date(year - (first > last), first, 1), date(year, last, 1)),
        years,
        today,
    )


def _whole_months(first: date, last: date) -> Period:
    """From the first day to the end of the month of ``last``."""
    return span(first, last.replace(day=monthrange(last.year, last.month)[1]))


def _is_whole_months(period: Period) -> bool:
    return period == _whole_months(period.first.replace(day=1), period.last)


def _latest(
    made: Callable[[int], Period | None], years: Sequence[int], today: date
) -> Period | None:
    """What is made of the year that is told; without one, the latest that has begun."""
    if years:
        return made(years[0])
    parts = (made(year) for year in (today.year, today.year - 1))
    return next((each for each in parts if each and each.first <= today), None)


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """The numbers of the months by their folded names, whole and shortened."""
    named = (
        get_month_names(width, locale=locale).items()
        for locale in LOCALES.values()
        for width in ("wide", "abbreviated")
    )
    return {fold(name).strip("."): number for number, name in chain.from_iterable(named)}
