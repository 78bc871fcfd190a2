"""The periods that reports are about, in people's words."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain

from babel.dates import format_date, format_interval, get_month_names

from bot.domain.activities.dates import Period, PeriodKind, part_of_year, span
from bot.services.errors import UnreadablePeriod
from knowledge.language.words import fold
from knowledge.texts.catalogue import say

LOCALES = {"sv": "sv", "en": "en_GB"}
"""How days are written in each language (CLDR)."""

_QUARTERS = 4
_DAYS = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:\s*(?:-+|/|\.\.+|till|to|tom|t\.o\.m\.)\s*(\d{4}-\d\d-\d\d))?"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_FILLING = re.compile(
    r"a|ar|aret|av|bokslut|e|for|from|fran|hela|helar|helaret|in|nd|of|rapport|rd|report|st|th|the"
    r"|till|to|under|whole|year"
)
_THIS_YEAR = frozenset({"i ar", "innevarande ar", "this year"})
_LAST_YEAR = frozenset({"forra aret", "foregaende ar", "fjolaret", "i fjol", "last year"})
_TERTIAL = re.compile(r"t|tertial(?:et)?|terti(?:al|ar)rapport(?:en)?")
_HALF_YEAR = re.compile(r"h|half(?:year)?|halvar(?:et)?")
_QUARTER = re.compile(r"k|kvartal(?:et)?|q|quarter")
_ORDINALS = {
    word: number
    for number, words in enumerate(
        ("forsta first", "andra second", "tredje third", "fjarde fourth"), start=1
    )
    for word in words.split()
}


def read_period(text: str, today: date) -> Period:
    """The period that people mean, in Swedish or English; "" is the year of ``today``.

    A year ("2026"), a tertial ("T3 2026"), a half-year ("första halvåret 2026"), a quarter, months
    ("januari-mars 2026") or days ("2026-01-01--2026-06-30"). A part without its year is the
    latest that has begun. Raises UnreadablePeriod.
    """
    try:
        found = _period(fold(text).replace("–", "-").strip(" ."), today)
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
        first, last = (date.fromisoformat(each or days[1]) for each in days.groups())
        return span(first, last)
    if text in _THIS_YEAR | {""}:
        return part_of_year(today.year, PeriodKind.YEAR)
    if text in _LAST_YEAR:
        return part_of_year(today.year - 1, PeriodKind.YEAR)
    words = [word for word in re.findall(r"[^\W\d_]+|\d+", text) if not _FILLING.fullmatch(word)]
    years = [int(word) for word in words if _YEAR.fullmatch(word)]
    rest = [word for word in words if not _YEAR.fullmatch(word)]
    return _named(rest, years, today) if words else None


def _named(words: Sequence[str], years: Sequence[int], today: date) -> Period | None:
    if not words:
        return _whole_years(years)
    if all(word in _months() for word in words):
        return _from_month_to_month([_months()[word] for word in words], years, today)
    return _part(words, years, today)


def _whole_years(years: Sequence[int]) -> Period | None:
    match years:
        case [year]:
            return part_of_year(year, PeriodKind.YEAR)
        case [first, last]:
            return span(date(first, 1, 1), date(last, 12, 31))
    return None


def _part(words: Sequence[str], years: Sequence[int], today: date) -> Period | None:
    """A numbered part of a year, "tertial 3" or "tredje tertialet"."""
    numbers = [
        _ORDINALS.get(word) or int(word) for word in words if word in _ORDINALS or word.isdecimal()
    ]
    names = [word for word in words if word not in _ORDINALS and not word.isdecimal()]
    if len(numbers) != 1 or len(names) != 1 or len(years) > 1:
        return None
    return next(
        (
            part
            for year in _possible(years, today)
            if (part := _numbered(names[0], numbers[0], year)) and (years or part.first <= today)
        ),
        None,
    )


def _numbered(name: str, number: int, year: int) -> Period | None:
    """Raises ValueError for a number that the year does not have."""
    if _TERTIAL.fullmatch(name):
        return part_of_year(year, PeriodKind.TERTIAL, number)
    if _HALF_YEAR.fullmatch(name):
        return part_of_year(year, PeriodKind.HALF_YEAR, number)
    if _QUARTER.fullmatch(name) and 1 <= number <= _QUARTERS:
        return _whole_months(date(year, 3 * number - 2, 1), date(year, 3 * number, 1))
    return None


def _from_month_to_month(months: Sequence[int], years: Sequence[int], today: date) -> Period | None:
    """One or two months. With one year, it is that of the last."""
    first, last = months[0], months[-1]
    if len(months) > 2 or len(years) > len(months):
        return None
    if len(years) == 2:
        return _whole_months(date(years[0], first, 1), date(years[1], last, 1))
    stretches = (
        _whole_months(date(year - (first > last), first, 1), date(year, last, 1))
        for year in _possible(years, today)
    )
    return next((each for each in stretches if years or each.first <= today), None)


def _whole_months(first: date, last: date) -> Period:
    """From the first day to the end of the month of ``last``."""
    return span(first, last.replace(day=monthrange(last.year, last.month)[1]))


def _is_whole_months(period: Period) -> bool:
    return period == _whole_months(period.first.replace(day=1), period.last)


def _possible(years: Sequence[int], today: date) -> Iterator[int]:
    """The year told, else this and the last."""
    return iter(years or (today.year, today.year - 1))


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """The numbers of the months by their folded names, whole and shortened."""
    named = (
        get_month_names(width, locale=locale).items()
        for locale in LOCALES.values()
        for width in ("wide", "abbreviated")
    )
    return {fold(name).strip("."): number for number, name in chain.from_iterable(named)}
