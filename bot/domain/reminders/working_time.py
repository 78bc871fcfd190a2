"""When messages may be sent: on working days, outside the quiet hours, in Swedish local time.

Sundays and the public holidays of lag (1989:253) om allmänna helgdagar are no working days, nor
are Saturdays. Of the same worth are midsommarafton, julafton and nyårsafton
(7 § semesterlagen, 1977:480), on which Swedish municipalities are closed.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Container
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count

from bot.domain.days import SWEDISH_TIME

_DAY = timedelta(days=1)
_SATURDAY = 5
_EVES = frozenset({(12, 24), (12, 31)})
"""Julafton and nyårsafton: month and day."""


@dataclass(frozen=True)
class WorkingTime:
    """Messages are sent from ``opens`` to ``closes``, both included, on days that are neither
    weekend nor eve nor among ``holidays``, the country's public holidays of every year.

    Times are local. Raises ValueError where it does not open before it closes.
    """

    holidays: Container[date]
    opens: time = time(8)
    closes: time = time(17)

    def __post_init__(self) -> None:
        if self.opens >= self.closes:
            raise ValueError(f"opens at {self.opens}, closes at {self.closes}")

    def is_working_day(self, day: date) -> bool:
        """Whether the municipality is open on that day."""
        return not (day.weekday() >= _SATURDAY or _is_eve(day) or day in self.holidays)

    def next_working_day(self, day: date) -> date:
        """The first working day after that day."""
        following = (day + number * _DAY for number in count(1))
        return next(filter(self.is_working_day, following))

    def working_day_before(self, day: date) -> date:
        """The last working day before that day."""
        preceding = (day - number * _DAY for number in count(1))
        return next(filter(self.is_working_day, preceding))

    def last_working_day(self, year: int, month: int) -> date:
        """The last working day of a month."""
        last = date(year, month, monthrange(year, month)[1])
        return last if self.is_working_day(last) else self.working_day_before(last)

    def moved(self, local: datetime) -> datetime:
        """The same local time, or the next at which a message may be sent.

        A day without work becomes the next working day at the same time; a time before the opening
        becomes the opening, one after the closing that of the next working day.
        """
        day, is_late = local.date(), local.time() > self.closes
        if is_late or not self.is_working_day(day):
            day = self.next_working_day(day)
        return datetime.combine(day, self.opens if is_late else max(local.time(), self.opens))

    def moved_back(self, local: datetime) -> datetime:
        """The same for what has to come before something: a day without work becomes the working
        day before, a time outside the working time the nearest of that day within.
        """
        day = local.date()
        if not self.is_working_day(day):
            day = self.working_day_before(day)
        return datetime.combine(day, min(max(local.time(), self.opens), self.closes))


def in_utc(local: datetime) -> datetime:
    """A Swedish local time without zone as an aware moment in UTC.

    A time that summer time skips is an hour later, one that comes twice is the first of both
    (PEP 495, ``fold=0``); the days are those of förordning (2001:127) om sommartid.

    >>> in_utc(datetime(2026, 3, 29, 2, 30)).astimezone(SWEDISH_TIME).hour
    3
    """
    return local.replace(tzinfo=SWEDISH_TIME, fold=0).astimezone(UTC)


def in_sweden(moment: datetime) -> datetime:
    """An aware moment as Swedish local time without zone."""
    return moment.astimezone(SWEDISH_TIME).replace(tzinfo=None, fold=0)


def _is_eve(day: date) -> bool:
    return (day.month, day.day) in _EVES or _is_midsummer_eve(day)


def _is_midsummer_eve(day: date) -> bool:
    """The Friday before midsommardagen, which is the Saturday between 20 and 26 June
    (1 § lag 1989:253).
    """
    friday = _SATURDAY - 1
    return day.month == 6 and 19 <= day.day <= 25 and day.weekday() == friday
