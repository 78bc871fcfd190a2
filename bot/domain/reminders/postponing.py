"""Until when a person's reminder waits: as long as was decided, or as the person asks."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.reminders.working_time import WorkingTime, in_sweden, in_utc


class Snooze(StrEnum):
    """The choices beside a day."""

    TOMORROW = "tomorrow"
    NEXT_WEEK = "next_week"


def snoozed(choice: Snooze | date, now: datetime, working_time: WorkingTime) -> datetime:
    """When to remind somebody who does not want to be reminded now, in UTC: when work begins on
    the chosen day, or on the next working day. Next week is its Monday.

    Raises ValueError for a day that is not to come.
    """
    today = in_sweden(now).date()
    day = _chosen(choice, today)
    if day <= today:
        raise ValueError(f"{day} is not to come")
    return in_utc(working_time.moved(datetime.combine(day, working_time.opens)))


def next_reminder(after: datetime, every_days: int, working_time: WorkingTime) -> datetime:
    """When to remind again, in UTC: so many days of the calendar after the message before, at its
    local time, moved to working time. Raises ValueError for less than a day.
    """
    if every_days < 1:
        raise ValueError(f"every {every_days} days")
    return in_utc(working_time.moved(in_sweden(after) + timedelta(days=every_days)))


def _chosen(choice: Snooze | date, today: date) -> date:
    match choice:
        case Snooze.TOMORROW:
            return today + timedelta(days=1)
        case Snooze.NEXT_WEEK:
            return today + timedelta(days=7 - today.weekday())
        case date():
            return choice
