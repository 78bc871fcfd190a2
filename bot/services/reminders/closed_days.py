"""Sweden's public holidays, out of the library ``holidays``."""

from __future__ import annotations

from collections.abc import Container
from datetime import date, time
from functools import lru_cache

from holidays import country_holidays

from bot.domain.reminders.working_time import WorkingTime


class PublicHolidays(Container[date]):
    """The holidays of lag (1989:253) om allmänna helgdagar, of every year.

    The library's own container takes a year for known before it has found its holidays, so that of
    two threads one may miss them. Here a year is known when it is whole.
    """

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and day in _of_year(day.year)


def swedish_working_time(opens: time = time(8), closes: time = time(17)) -> WorkingTime:
    """The working time of Swedish municipalities.

    The library counts midsommarafton, julafton and nyårsafton among the days of banks only;
    ``WorkingTime`` knows them itself. Raises ValueError where it does not open before it closes.
    """
    return WorkingTime(holidays=PublicHolidays(), opens=opens, closes=closes)


@lru_cache(maxsize=128)
def _of_year(year: int) -> frozenset[date]:
    return frozenset(country_holidays("SE", years=year, expand=False))
