"""What the tests of times share: a Monday, and times read on it."""

from __future__ import annotations

from datetime import UTC, datetime, time

from bot.domain.reminders.schedule import Schedule
from bot.services.reminders.closed_days import swedish_working_time
from bot.services.reminders.reading_times import read_schedule

WORKING_TIME = swedish_working_time()
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
"""A Monday, half past ten in Sweden."""

NINE, HALF_PAST_TWO = time(9), time(14, 30)


def schedule_of(text: str, now: datetime = NOW) -> Schedule:
    return read_schedule(text, now, WORKING_TIME)
