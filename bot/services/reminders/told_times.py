"""Schedules in words, as ``reading_times`` reads them back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from babel.dates import format_date, format_time, get_month_names
from babel.lists import format_list

from bot.domain.days import SWEDISH_TIME
from bot.domain.reminders.broadcast import Broadcast
from bot.domain.reminders.schedule import (
    BeforeDeadline,
    EachPart,
    LastWorkingDay,
    Monthly,
    Now,
    Once,
    Recurring,
    Schedule,
    Yearly,
)
from bot.services.reports.periods import LOCALES, days_in_words
from knowledge.texts.catalogue import say

_LEAP_YEAR = 2000
"""A year that has every day."""

_LONGEST_MONTH = 31


def told(schedule: Schedule, language: str) -> str:
    """A schedule in "sv" or "en", without a capital or a full stop.

    >>> told(Yearly(month=12, day=1, at=time(9)), "sv")
    'varje år den 1 december kl. 09:00'
    """
    if isinstance(schedule, Now):
        return say("schedule-now", language)
    time = str(format_time(schedule.at, "HH:mm", locale=LOCALES[language]))
    words = say("schedule-at", language, days=_days(schedule, language), time=time)
    return _bounded(words, schedule, language) if isinstance(schedule, Recurring) else words


def _days(schedule: Once | Recurring, language: str) -> str:
    """Which days, without their time and bounds."""
    match schedule:
        case Once():
            return str(format_date(schedule.on, "EEEE d MMMM y", locale=LOCALES[language]))
        case Yearly():
            day = _day_of_year(date(_LEAP_YEAR, schedule.month, schedule.day), language)
            return say("schedule-yearly", language, day=day)
        case EachPart():
            return _part(schedule, language)
        case Monthly(day=day) if day == _LONGEST_MONTH:
            return say("schedule-month-end", language)
        case Monthly():
            return say("schedule-monthly", language, day=schedule.day)
        case LastWorkingDay():
            return _last_working_day(schedule, language)
        case BeforeDeadline():
            return _before_deadline(schedule, language)
    raise TypeError(f"no words for {type(schedule).__name__}")


def _part(schedule: EachPart, language: str) -> str:
    count, parts = abs(schedule.days), schedule.parts
    if not count:
        return say("schedule-part-end", language, parts=parts)
    key = "schedule-after-part" if schedule.days > 0 else "schedule-before-part"
    return say(key, language, count=count, parts=parts)


def _last_working_day(schedule: LastWorkingDay, language: str) -> str:
    names = get_month_names("wide", locale=LOCALES[language])
    if len(schedule.months) == len(names):
        return say("schedule-last-working-day", language)
    months = _listed((str(names[month]) for month in schedule.months), language)
    return say("schedule-last-working-day-of", language, months=months)


def _before_deadline(schedule: BeforeDeadline, language: str) -> str:
    deadline = schedule.deadline
    before = [days for days in schedule.days_before if days] or [0]
    name = (
        _day_of_year(deadline, language)
        if schedule.yearly
        else days_in_words(deadline, deadline, language)
    )
    listed = _listed(map(str, before), language)
    words = say("schedule-before-deadline", language, days=listed, last=before[-1], deadline=name)
    if schedule.yearly:
        words = say("schedule-every-year", language, days=words)
    if 0 in schedule.days_before and before != [0]:
        words = say("schedule-and-the-day", language, days=words)
    if schedule.yearly:
        words = say("schedule-first-time", language, days=words, year=str(deadline.year))
    return words


def _bounded(words: str, schedule: Recurring, language: str) -> str:
    if first := schedule.first:
        first_day = days_in_words(first, first, language)
        words = say("schedule-from", language, days=words, first=first_day)
    if until := schedule.until:
        last_day = days_in_words(until, until, language)
        words = say("schedule-until", language, days=words, last=last_day)
    return words


def _day_of_year(day: date, language: str) -> str:
    return str(format_date(day, "d MMMM", locale=LOCALES[language]))


def _listed(words: Iterable[str], language: str) -> str:
    return str(format_list(list(words), locale=LOCALES[language]))


def when_in_words(broadcast: Broadcast, language: str) -> str:
    """When a broadcast is sent: what is sent at once by its moment, as soon as that is known, since
    it waits for working time.
    """
    schedule = broadcast.content.schedule
    at = broadcast.next_at or schedule.released_at if isinstance(schedule, Now) else None
    return moment_in_words(at, language) if at else told(schedule, language)


def moment_in_words(at: datetime, language: str) -> str:
    """A moment as Swedish clocks show it, such as "1 december 2026 kl. 09:00"."""
    local = at.astimezone(SWEDISH_TIME)
    day = days_in_words(local.date(), local.date(), language)
    return say("reminder-moment", language, day=day, clock=f"{local:%H:%M}")
