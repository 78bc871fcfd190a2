"""Why a message was not sent at the time that was decided."""

from __future__ import annotations

from datetime import date, datetime

from holidays import country_holidays

from bot.domain.reminders.working_time import WorkingTime

_WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")


def why_moved(nominal: datetime, working_time: WorkingTime) -> str:
    """What the local time lay in, in Swedish: the day's name if nobody works on it."""
    day = nominal.date()
    if not working_time.is_working_day(day):
        return _holiday(day) or _WEEKDAYS[day.weekday()]
    return "utanför arbetstid"


def _holiday(day: date) -> str | None:
    """The name of a public holiday or eve, which the library counts among the days of banks."""
    known = country_holidays("SE", years=day.year, categories=("public", "bank"), language="sv")
    names = [each for each in known.get_list(day) if each.lower() != "söndag"]
    return names[0].lower() if names else None
