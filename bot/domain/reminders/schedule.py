"""When a broadcast is due, as people decide it: a day, or a recurrence of days, at a local time.

A schedule tells *nominal* days of the calendar; ``dues`` moves them to times at which messages may
be sent. 29 February is the 28th in other years; the 31st is the last day of shorter months.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, time, timedelta
from heapq import merge
from itertools import count, dropwhile, groupby, takewhile
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, AwareDatetime, Field, TypeAdapter, model_validator

from bot.domain.reminders.working_time import WorkingTime, in_sweden
from knowledge.model import Value

MONTHS = 12
MOST_DAYS = 366
"""Days before or after something, at most."""

_LAST = date(9990, 1, 1)
"""No schedule is reckoned beyond this day, near the end of what dates can tell."""


def _minutes(at: time) -> time:
    if at.tzinfo is not None or at.second or at.microsecond:
        raise ValueError("a local time in hours and minutes")
    return at


LocalTime = Annotated[time, AfterValidator(_minutes)]
"""A time of day in Sweden, in whole minutes, without zone."""

DayOfMonth = Annotated[int, Field(ge=1, le=31)]
Month = Annotated[int, Field(ge=1, le=MONTHS)]


class Now(Value):
    """Once, when it is released, or when working time begins after that. What is not released yet
    is never due.
    """

    kind: Literal["now"] = "now"
    released_at: AwareDatetime | None = None


class Once(Value):
    """On one day."""

    kind: Literal["once"] = "once"
    on: date
    at: LocalTime


class Recurring(Value):
    """What comes again. Its nominal days lie from ``first`` to ``until``, both included; None is
    no bound.
    """

    at: LocalTime
    first: date | None = None
    until: date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.first and self.until and self.until < self.first:
            raise ValueError("ends before it begins")
        return self


class Yearly(Recurring):
    """On one day of each year."""

    kind: Literal["yearly"] = "yearly"
    month: Month
    day: DayOfMonth

    @model_validator(mode="after")
    def _is_in_the_calendar(self) -> Self:
        if self.day > _LEAP_YEAR[self.month - 1]:
            raise ValueError(f"no month {self.month} has a day {self.day}")
        return self


class EachPart(Recurring):
    """So many ``days`` after the last day of each part of the year; less than 0 is before it.

    ``parts`` is how many the year has: 2 half-years, 3 tertials or 4 quarters.
    """

    kind: Literal["each_part"] = "each_part"
    parts: Literal[2, 3, 4]
    days: int = Field(ge=-MOST_DAYS, le=MOST_DAYS)


class Monthly(Recurring):
    """On one day of each month."""

    kind: Literal["monthly"] = "monthly"
    day: DayOfMonth


class LastWorkingDay(Recurring):
    """On the last working day of each month, or only of the given ``months``."""

    kind: Literal["last_working_day"] = "last_working_day"
    months: tuple[Month, ...] = tuple(range(1, MONTHS + 1))

    @model_validator(mode="after")
    def _in_the_years_order(self) -> Self:
        if not self.months or list(self.months) != sorted(set(self.months)):
            raise ValueError("months in their order, each once")
        return self


class BeforeDeadline(Recurring):
    """So many days before a deadline, the most first. Where it is ``yearly``, ``deadline`` is the
    first of them.
    """

    kind: Literal["before_deadline"] = "before_deadline"
    deadline: date
    yearly: bool = False
    days_before: tuple[Annotated[int, Field(ge=0, le=MOST_DAYS)], ...]

    @model_validator(mode="after")
    def _most_first(self) -> Self:
        days = list(self.days_before)
        if not days or days != sorted(set(days), reverse=True):
            raise ValueError("days before the deadline, the most first, each once")
        return self


Schedule = Annotated[
    Now | Once | Yearly | EachPart | Monthly | LastWorkingDay | BeforeDeadline,
    Field(discriminator="kind"),
]

SCHEDULE: TypeAdapter[Schedule] = TypeAdapter(Schedule)
"""To and from JSON: ``SCHEDULE.dump_json(schedule)``, ``SCHEDULE.validate_json(text)``."""

_LEAP_YEAR = tuple(monthrange(2000, month)[1] for month in range(1, MONTHS + 1))


def days(
    schedule: Schedule, working_time: WorkingTime, first: date, last: date = _LAST
) -> Iterator[date]:
    """Its nominal days from ``first`` to ``last``, both included, in their order, each once, made
    one by one.

    ``working_time`` says which days are the last working days of months.
    """
    if isinstance(schedule, Recurring):
        first = max(first, schedule.first or first)
        last = min(last, schedule.until or last)
    ascending = _all_days(schedule, working_time, first.year - 2)
    from_first = dropwhile(lambda day: day < first, ascending)
    return (day for day, _ in groupby(takewhile(lambda day: day <= last, from_first)))


def _all_days(schedule: Schedule, working_time: WorkingTime, year: int) -> Iterator[date]:
    """Its nominal days in their order, without bounds. Of recurrences, those that are reckoned from
    something in ``year`` or later.
    """
    match schedule:
        case Now():
            return iter([in_sweden(schedule.released_at).date()] if schedule.released_at else [])
        case Once():
            return iter([schedule.on])
        case Yearly():
            return (_day(each, schedule.month, schedule.day) for each in count(year))
        case EachPart():
            return _after_parts(schedule, year)
        case Monthly():
            return (_day(each, month, schedule.day) for each, month in _months(year))
        case LastWorkingDay():
            months = ((each, month) for each, month in _months(year) if month in schedule.months)
            return (working_time.last_working_day(each, month) for each, month in months)
        case BeforeDeadline():
            return _before_deadlines(schedule, year)


def _after_parts(schedule: EachPart, year: int) -> Iterator[date]:
    length = MONTHS // schedule.parts
    ends = ((each, month) for each, month in _months(year) if month % length == 0)
    return (_day(each, month, 31) + timedelta(days=schedule.days) for each, month in ends)


def _before_deadlines(schedule: BeforeDeadline, year: int) -> Iterator[date]:
    deadline = schedule.deadline
    if not schedule.yearly:
        return (deadline - timedelta(days=before) for before in schedule.days_before)
    first = max(year, deadline.year)
    return merge(*(_days_before(deadline, before, first) for before in schedule.days_before))


def _days_before(deadline: date, before: int, year: int) -> Iterator[date]:
    each_year = (_day(each, deadline.month, deadline.day) for each in count(year))
    return (each - timedelta(days=before) for each in each_year)


def _months(year: int) -> Iterator[tuple[int, int]]:
    return ((each, month) for each in count(year) for month in range(1, MONTHS + 1))


def _day(year: int, month: int, day: int) -> date:
    """That day, or the last of a shorter month."""
    return date(year, month, min(day, monthrange(year, month)[1]))
