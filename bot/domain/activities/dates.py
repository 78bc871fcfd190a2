"""The days on which something took place, and the periods that reports are about."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from enum import StrEnum
from itertools import count
from typing import Self

from pydantic import model_validator

from knowledge.model import Value


class Dates(Value):
    """A day, a span of days, or something that still runs: then ``last`` is None."""

    first: date
    last: date | None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last is not None and self.last < self.first:
            raise ValueError("the last day is before the first")
        return self

    def overlaps(self, other: Dates) -> bool:
        """Whether they have a day in common."""
        return (other.last is None or self.first <= other.last) and (
            self.last is None or other.first <= self.last
        )


def day(on: date) -> Dates:
    """One day."""
    return Dates(first=on, last=on)


class PeriodKind(StrEnum):
    """What part of a year a period is."""

    YEAR = "year"
    HALF_YEAR = "half_year"
    TERTIAL = "tertial"
    SPAN = "span"


_PARTS = {PeriodKind.YEAR: 1, PeriodKind.HALF_YEAR: 2, PeriodKind.TERTIAL: 3}


class Period(Value):
    """What a report is about. ``number`` counts the tertials or half-years of the year from 1."""

    kind: PeriodKind
    number: int
    first: date
    last: date

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise ValueError("the last day is before the first")
        return self

    @property
    def dates(self) -> Dates:
        """Its days."""
        return Dates(first=self.first, last=self.last)

    @property
    def before(self) -> Period:
        """The same part of the year before; of any other span, the same days a year earlier, or
        as many years as keep the two apart. Whole months are compared with whole months.
        """
        if self.kind is not PeriodKind.SPAN:
            return part_of_year(self.first.year - 1, self.kind, self.number)
        years = next(n for n in count(1) if _earlier(self.last, n) < self.first)
        last = _earlier(self.last, years)
        is_whole = self.first.day == 1 and self.last == _end_of_month(self.last)
        return span(_earlier(self.first, years), _end_of_month(last) if is_whole else last)


def part_of_year(year: int, kind: PeriodKind, number: int = 1) -> Period:
    """A year, tertial or half-year. Raises ValueError for a number that the year does not have.

    >>> str(part_of_year(2026, PeriodKind.TERTIAL, 3).first)
    '2026-09-01'
    """
    parts = _PARTS.get(kind, 0)
    if not 1 <= number <= parts:
        raise ValueError(f"a year has {parts} of {kind.value}, not {number}")
    months = 12 // parts
    last_month = number * months
    return Period(
        kind=kind,
        number=number,
        first=date(year, last_month - months + 1, 1),
        last=_end_of_month(date(year, last_month, 1)),
    )


def span(first: date, last: date) -> Period:
    """Any days. Raises ValueError where the last is before the first."""
    return Period(kind=PeriodKind.SPAN, number=1, first=first, last=last)


def _earlier(on: date, years: int) -> date:
    """The same day so many years earlier; of 29 February, the 28th where there is none."""
    last = monthrange(on.year - years, on.month)[1]
    return on.replace(year=on.year - years, day=min(on.day, last))


def _end_of_month(on: date) -> date:
    return on.replace(day=monthrange(on.year, on.month)[1])
