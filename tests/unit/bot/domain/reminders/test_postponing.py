from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.reminders.postponing import Snooze, next_reminder, snoozed
from bot.domain.reminders.working_time import in_sweden
from bot.services.reminders.closed_days import swedish_working_time

WORKING_TIME = swedish_working_time()
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 12, 31), timezones=st.just(UTC))
CHOICES = st.one_of(st.sampled_from(Snooze), st.integers(1, 400))


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("choice", "now", "then"),
    [
        (Snooze.TOMORROW, "2026-11-23T10:00", "2026-11-24T07:00"),
        (Snooze.TOMORROW, "2026-11-27T10:00", "2026-11-30T07:00"),
        (Snooze.TOMORROW, "2026-06-18T10:00", "2026-06-22T06:00"),
        (Snooze.TOMORROW, "2026-11-23T23:30", "2026-11-25T07:00"),
        (Snooze.NEXT_WEEK, "2026-11-23T10:00", "2026-11-30T07:00"),
        (Snooze.NEXT_WEEK, "2026-11-29T10:00", "2026-11-30T07:00"),
        (Snooze.NEXT_WEEK, "2026-04-01T10:00", "2026-04-07T06:00"),
        (date(2026, 12, 24), "2026-11-23T10:00", "2026-12-28T07:00"),
        (date(2026, 12, 1), "2026-11-23T10:00", "2026-12-01T07:00"),
    ],
)
def test_the_time_until_which_a_reminder_waits(choice: Snooze | date, now: str, then: str) -> None:
    assert snoozed(choice, _at(now), WORKING_TIME) == _at(then)


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2026, 11, 22)])
def test_a_reminder_cannot_wait_until_today_or_a_day_past(day: date) -> None:
    with pytest.raises(ValueError, match="not to come"):
        snoozed(day, _at("2026-11-23T10:00"), WORKING_TIME)


@pytest.mark.parametrize(
    ("after", "every", "then"),
    [
        ("2026-11-23T08:15", 3, "2026-11-26T08:15"),
        ("2026-11-23T08:15", 5, "2026-11-30T08:15"),
        ("2026-03-26T08:15", 5, "2026-03-31T07:15"),
        ("2026-10-23T07:15", 3, "2026-10-26T08:15"),
        ("2026-11-22T22:00", 1, "2026-11-24T07:00"),
    ],
)
def test_the_time_of_the_next_reminder(after: str, every: int, then: str) -> None:
    assert next_reminder(_at(after), every, WORKING_TIME) == _at(then)


def test_reminders_keep_days_between_them() -> None:
    with pytest.raises(ValueError, match="every 0 days"):
        next_reminder(_at("2026-11-23T08:15"), 0, WORKING_TIME)


@given(MOMENTS, st.integers(1, 60))
def test_reminders_come_in_working_time_and_not_sooner(after: datetime, every: int) -> None:
    then = next_reminder(after, every, WORKING_TIME)
    assert in_sweden(then).date() >= in_sweden(after).date() + timedelta(days=every)
    assert in_sweden(then) == WORKING_TIME.moved(in_sweden(then))


@given(CHOICES, MOMENTS)
def test_what_is_put_off_comes_when_work_begins_on_a_later_day(
    choice: Snooze | int, now: datetime
) -> None:
    today = in_sweden(now).date()
    day = today + timedelta(days=choice) if isinstance(choice, int) else choice
    local = in_sweden(snoozed(day, now, WORKING_TIME))
    assert local.date() > today
    assert local.time() == WORKING_TIME.opens
    assert WORKING_TIME.is_working_day(local.date())
