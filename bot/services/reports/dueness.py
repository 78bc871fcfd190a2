"""Which demands are due in a period, and of which their document does not say whether they are."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date

from bot.domain.activities.dates import Dates, Period
from bot.services.reports.demand import PARTS_OF_A_YEAR, Demand, Occasion, OccasionKind

_FIRST_TERM = 2022
_YEARS_OF_A_TERM = 4


def due(demands: Iterable[Demand], period: Period) -> tuple[Demand, ...]:
    """The demands whose occasion falls in the period, or may do so.

    A year holds every occasion. What is given for a year, for a term of office or without a word
    of when belongs to whole years only; what is given regularly, to every period. What is given
    every fourth year is due every fourth year from the one that the document tells; where it tells
    none, it may be any (``seldom``). What is stated for years to come is not due yet; what is
    stated for years past may still be meant.
    """
    return tuple(each for each in demands if _is_due(each, period))


def seldom(demand: Demand) -> Occasion | None:
    """What a demand waits for, if the document does not tell in which year that is."""
    occasions = _in_years(demand)
    if not occasions or not all(map(_is_seldom, occasions)):
        return None
    return min(occasions, key=lambda each: (each.kind, each.every))


def _in_years(demand: Demand) -> list[Occasion]:
    """The occasions; of what is not each year's, a month does not tell the year."""
    if all(each.every == 1 and not _is_seldom(each) for each in demand.occasions):
        return list(demand.occasions)
    return [each for each in demand.occasions if each.kind is not OccasionKind.MONTH]


def _is_seldom(occasion: Occasion) -> bool:
    return occasion.kind is OccasionKind.TERM_OF_OFFICE or (
        occasion.every > 1 and occasion.start is None
    )


def terms_of_office(period: Period) -> list[Dates]:
    """The terms of office of the municipal council that the period falls in: four years from 15
    October of the year of election (5 kap. 9 § kommunallagen (2017:725)).
    """
    first = _term_begun(period.first.year - _YEARS_OF_A_TERM)
    terms = [_term(year) for year in range(first, period.last.year + 1, _YEARS_OF_A_TERM)]
    return [each for each in terms if each.overlaps(period.dates)]


def _term_begun(year: int) -> int:
    """The latest year of election, not after ``year``."""
    return year - (year - _FIRST_TERM) % _YEARS_OF_A_TERM


def _term(year: int) -> Dates:
    return Dates(first=date(year, 10, 15), last=date(year + _YEARS_OF_A_TERM, 10, 14))


def _is_due(demand: Demand, period: Period) -> bool:
    years = demand.years
    if years and years.first is not None and years.first > period.last.year:
        return False
    if not demand.occasions:
        return bool(_whole_years(period))
    return any(_falls(each, period) for each in _in_years(demand))


def _falls(occasion: Occasion, period: Period) -> bool:
    years = _whole_years(period)
    if occasion.start is not None:
        return any(
            year >= occasion.start and (year - occasion.start) % occasion.every == 0
            for year in years
        )
    return (
        bool(years)
        or occasion.kind is OccasionKind.REGULARLY
        or any(_holds(period, stretch) for stretch in _stretches(occasion, period))
    )


def _whole_years(period: Period) -> list[int]:
    years = range(period.first.year, period.last.year + 1)
    return [year for year in years if _holds(period, _part(year, 1, 1))]


def _stretches(occasion: Occasion, period: Period) -> Iterator[Dates]:
    """The parts of the period's years that an occasion is about; none of what is yearly."""
    parts = PARTS_OF_A_YEAR.get(occasion.kind, 0)
    numbers = range(1, parts + 1) if occasion.number is None else (occasion.number,)
    for year in range(period.first.year, period.last.year + 1):
        yield from (_part(year, parts, number) for number in numbers if number <= parts)


def _part(year: int, parts: int, number: int) -> Dates:
    months = 12 // parts
    last = number * months
    return Dates(
        first=date(year, last - months + 1, 1), last=date(year, last, monthrange(year, last)[1])
    )


def _holds(period: Period, stretch: Dates) -> bool:
    return (
        period.first <= stretch.first and stretch.last is not None and stretch.last <= period.last
    )
