"""Sweden's public holidays, out of the library ``holidays``."""

from __future__ import annotations

from datetime import time

from holidays import country_holidays

from bot.domain.reminders.working_time import WorkingTime


def swedish_working_time(opens: time = time(8), closes: time = time(17)) -> WorkingTime:
    """The working time of Swedish municipalities: the holidays of lag (1989:253) om allmänna
    helgdagar, as the library ``holidays`` knows them, of every year that is asked for.

    The library counts midsommarafton, julafton and nyårsafton among the days of banks only;
    ``WorkingTime`` knows them itself. Raises ValueError where it does not open before it closes.
    """
    return WorkingTime(holidays=country_holidays("SE"), opens=opens, closes=closes)
