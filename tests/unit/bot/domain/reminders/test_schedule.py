from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.domain.reminders.schedule import (
    SCHEDULE,
    BeforeDeadline,
    EachPart,
    LastWorkingDay,
    Monthly,
    Now,
    Once,
    Recurring,
    Schedule,
    Yearly,
    days,
)
from bot.services.reminders.closed_days import swedish_working_time
from tests.unit.bot.domain.reminders.schedules import DAYS, has_no_end, schedules

WORKING_TIME = swedish_working_time()
NINE = time(9)
FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)


def _days(schedule: Schedule, first: date = FIRST, last: date = LAST) -> list[str]:
    return [day.isoformat() for day in days(schedule, WORKING_TIME, first, last)]


def test_once_is_one_day() -> None:
    assert _days(Once(on=date(2026, 12, 1), at=NINE)) == ["2026-12-01"]
    assert _days(Once(on=date(2028, 12, 1), at=NINE)) == []


def test_now_has_the_day_of_its_release() -> None:
    assert _days(Now()) == []
    late = datetime(2026, 6, 30, 23, tzinfo=UTC)
    assert _days(Now(released_at=late)) == ["2026-07-01"]


def test_yearly_is_the_same_day_of_each_year() -> None:
    assert _days(Yearly(month=3, day=15, at=NINE)) == ["2026-03-15", "2027-03-15"]


def test_the_29th_of_february_is_the_28th_in_other_years() -> None:
    yearly = Yearly(month=2, day=29, at=NINE)
    assert _days(yearly, last=date(2028, 12, 31)) == ["2026-02-28", "2027-02-28", "2028-02-29"]


def test_a_day_that_no_calendar_has_is_refused() -> None:
    with pytest.raises(ValidationError):
        Yearly(month=2, day=30, at=NINE)
    with pytest.raises(ValidationError):
        Yearly(month=4, day=31, at=NINE)


def test_each_tertial_is_counted_from_its_end() -> None:
    after = EachPart(parts=3, days=10, at=NINE)
    assert _days(after)[:4] == ["2026-01-10", "2026-05-10", "2026-09-10", "2027-01-10"]
    before = EachPart(parts=3, days=-14, at=NINE)
    assert _days(before)[:3] == ["2026-04-16", "2026-08-17", "2026-12-17"]


@pytest.mark.parametrize(
    ("parts", "ends"),
    [
        (2, ["2026-06-30", "2026-12-31"]),
        (3, ["2026-04-30", "2026-08-31", "2026-12-31"]),
        (4, ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"]),
    ],
)
def test_no_days_after_a_part_of_the_year_is_its_last_day(parts: int, ends: list[str]) -> None:
    schedule = SCHEDULE.validate_python(
        {"kind": "each_part", "parts": parts, "days": 0, "at": NINE}
    )
    assert _days(schedule, last=date(2026, 12, 31)) == ends


def test_the_31st_is_the_last_day_of_shorter_months() -> None:
    found = _days(Monthly(day=31, at=NINE), date(2028, 1, 1), date(2028, 4, 30))
    assert found == ["2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"]


def test_last_working_days_of_some_months() -> None:
    schedule = LastWorkingDay(months=(5, 12), at=NINE)
    assert _days(schedule) == ["2026-05-29", "2026-12-30", "2027-05-31", "2027-12-30"]
    assert len(_days(LastWorkingDay(at=NINE))) == 24


def test_days_before_a_deadline() -> None:
    once = BeforeDeadline(deadline=date(2027, 1, 31), days_before=(30, 10, 0), at=NINE)
    assert _days(once) == ["2027-01-01", "2027-01-21", "2027-01-31"]


def test_a_yearly_deadline_comes_again_from_its_first_year() -> None:
    yearly = BeforeDeadline(deadline=date(2026, 1, 10), yearly=True, days_before=(14, 1), at=NINE)
    assert _days(yearly, date(2024, 1, 1)) == [
        "2025-12-27", "2026-01-09", "2026-12-27", "2027-01-09", "2027-12-27",
    ]  # fmt: skip


def test_days_before_a_yearly_deadline_of_two_years_keep_the_calendars_order() -> None:
    yearly = BeforeDeadline(deadline=date(2026, 2, 1), yearly=True, days_before=(360, 5), at=NINE)
    found = _days(yearly, date(2020, 1, 1), date(2028, 1, 1))
    assert found == ["2025-02-06", "2026-01-27", "2026-02-06", "2027-01-27", "2027-02-06"]


def test_a_recurrence_keeps_within_its_bounds() -> None:
    bounded = Monthly(day=5, at=NINE, first=date(2026, 3, 5), until=date(2026, 5, 5))
    assert _days(bounded) == ["2026-03-05", "2026-04-05", "2026-05-05"]


def test_a_recurrence_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValidationError):
        Monthly(day=5, at=NINE, first=date(2026, 3, 5), until=date(2026, 3, 4))


@pytest.mark.parametrize("at", ["09:00:30", "09:00+01:00", "09:00:00.5"])
def test_times_are_local_and_in_whole_minutes(at: str) -> None:
    with pytest.raises(ValidationError):
        SCHEDULE.validate_python({"kind": "monthly", "day": 5, "at": at})


@pytest.mark.parametrize("before", [(), (1, 10), (10, 10), (-1,)])
def test_days_before_a_deadline_go_down_to_it(before: tuple[int, ...]) -> None:
    with pytest.raises(ValidationError):
        BeforeDeadline(deadline=date(2027, 1, 31), days_before=before, at=NINE)


@pytest.mark.parametrize("months", [(), (12, 5), (5, 5), (13,)])
def test_months_stand_in_the_years_order(months: tuple[int, ...]) -> None:
    with pytest.raises(ValidationError):
        LastWorkingDay(months=months, at=NINE)


@given(schedules())
def test_a_schedule_comes_back_from_json(schedule: Schedule) -> None:
    assert SCHEDULE.validate_json(SCHEDULE.dump_json(schedule)) == schedule


def test_now_comes_back_from_json() -> None:
    for now in (Now(), Now(released_at=datetime(2026, 6, 30, 23, 1, 2, 3, tzinfo=UTC))):
        assert SCHEDULE.validate_json(SCHEDULE.dump_json(now)) == now


@given(schedules(), DAYS, DAYS)
def test_days_go_up_each_once_and_stay_between_those_asked_for(
    schedule: Schedule, one: date, other: date
) -> None:
    first, last = min(one, other), max(one, other)
    found = list(days(schedule, WORKING_TIME, first, last))
    assert found == sorted(set(found))
    assert all(first <= day <= last for day in found)
    if isinstance(schedule, Recurring):
        assert all((schedule.first or day) <= day <= (schedule.until or day) for day in found)


@given(schedules(), DAYS, st.integers(0, 400))
def test_the_days_of_two_stretches_are_those_of_both(
    schedule: Schedule, first: date, length: int
) -> None:
    middle = first + timedelta(days=length)
    last = middle + timedelta(days=200)
    halves = [
        *days(schedule, WORKING_TIME, first, middle),
        *days(schedule, WORKING_TIME, middle + timedelta(days=1), last),
    ]
    assert halves == list(days(schedule, WORKING_TIME, first, last))


@given(schedules().filter(has_no_end))
def test_what_has_no_end_goes_on(schedule: Schedule) -> None:
    assert len(list(islice(days(schedule, WORKING_TIME, date(2040, 1, 1)), 30))) == 30
