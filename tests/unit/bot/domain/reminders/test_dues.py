from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, takewhile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.reminders.dues import Due, due_after, dues, released
from bot.domain.reminders.schedule import (
    BeforeDeadline,
    LastWorkingDay,
    Monthly,
    Now,
    Once,
    Schedule,
    Yearly,
    days,
)
from bot.domain.reminders.working_time import WorkingTime, in_sweden
from bot.services.reminders.closed_days import swedish_working_time
from tests.unit.bot.domain.reminders.schedules import schedules

WORKING_TIME = swedish_working_time()
NINE = time(9)
START, END = datetime(2020, 1, 1, tzinfo=UTC), datetime(2041, 1, 1, tzinfo=UTC)
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 12, 31), timezones=st.just(UTC))


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _between(schedule: Schedule, start: datetime, end: datetime) -> list[Due]:
    """All that are due at ``start`` or later and before ``end``."""
    return list(takewhile(lambda due: due.at < end, dues(schedule, WORKING_TIME, start)))


def _all(schedule: Schedule, start: str, end: str) -> list[tuple[str, str]]:
    found = _between(schedule, _at(start), _at(end))
    return [(due.key, due.at.strftime("%Y-%m-%dT%H:%M")) for due in found]


def test_a_time_on_a_working_day_is_due_as_it_was_told() -> None:
    once = Once(on=date(2026, 12, 1), at=NINE)
    assert _all(once, "2026-11-01", "2027-01-01") == [("2026-12-01T09:00:00", "2026-12-01T08:00")]


def test_the_key_stays_that_of_the_day_it_was_moved_from() -> None:
    yearly = Yearly(month=12, day=24, at=NINE)
    assert _all(yearly, "2026-01-01", "2027-01-01") == [("2026-12-24T09:00:00", "2026-12-28T08:00")]


def test_two_that_are_moved_to_the_same_moment_both_remain() -> None:
    weekend = BeforeDeadline(deadline=date(2026, 11, 30), days_before=(2, 1, 0), at=NINE)
    friday = "2026-11-27T08:00"
    assert _all(weekend, "2026-11-01", "2027-01-01") == [
        ("2026-11-28T09:00:00", friday),
        ("2026-11-29T09:00:00", friday),
        ("2026-11-30T09:00:00", "2026-11-30T08:00"),
    ]


def test_what_is_to_come_before_a_deadline_is_never_moved_past_it() -> None:
    sunday = BeforeDeadline(deadline=date(2027, 1, 31), days_before=(1, 0), at=time(18))
    friday = "2027-01-29T16:00"
    assert _all(sunday, "2027-01-01", "2027-03-01") == [
        ("2027-01-30T18:00:00", friday),
        ("2027-01-31T18:00:00", friday),
    ]


def test_what_was_moved_over_the_start_is_found_from_there() -> None:
    once = Once(on=date(2026, 4, 2), at=time(20))
    expected = [("2026-04-02T20:00:00", "2026-04-07T06:00")]
    assert _all(once, "2026-04-07T06:00", "2026-04-08") == expected
    assert _all(once, "2026-04-07T06:01", "2026-04-08") == []
    assert _all(once, "2026-04-01", "2026-04-07T06:00") == []


def test_the_last_working_day_is_moved_only_by_the_time_of_day() -> None:
    assert _all(LastWorkingDay(at=time(18)), "2026-05-01", "2026-06-05") == [
        ("2026-04-30T18:00:00", "2026-05-04T06:00"),
        ("2026-05-29T18:00:00", "2026-06-01T06:00"),
    ]


def test_the_same_local_time_all_year_is_an_hour_earlier_in_summer() -> None:
    found = _all(Monthly(day=2, at=NINE), "2026-03-01", "2026-05-01")
    assert [moment[-5:] for _, moment in found] == ["08:00", "07:00"]


def test_now_is_due_when_it_was_released() -> None:
    monday = _at("2026-11-23T10:10:11.5")
    now = released(Now(), monday)
    due = Due(nominal=datetime(2026, 11, 23, 11, 10, 11, 500_000), at=monday)
    assert _between(now, monday, monday + timedelta(hours=1)) == [due]
    assert due.key == "2026-11-23T11:10:11"
    assert due_after(now, WORKING_TIME, monday) is None
    assert released(now, monday + timedelta(days=1)) == now


def test_now_waits_for_working_time() -> None:
    sunday = _at("2026-11-22T22:10:11")
    found = _between(released(Now(), sunday), sunday, END)
    assert [(due.key, due.at) for due in found] == [
        ("2026-11-22T23:10:11", _at("2026-11-23T07:00"))
    ]


@given(MOMENTS)
def test_now_is_due_once_and_not_before_its_release(moment: datetime) -> None:
    (due,) = dues(released(Now(), moment), WORKING_TIME, moment)
    local = in_sweden(due.at)
    assert moment <= due.at
    assert WORKING_TIME.moved(local) == local


def test_now_is_never_due_before_it_is_released() -> None:
    assert _between(Now(), START, END) == []


def test_only_now_changes_by_its_release() -> None:
    monthly = Monthly(day=2, at=NINE)
    assert released(monthly, START) == monthly


def test_nothing_is_due_after_the_last_one() -> None:
    once = Once(on=date(2026, 12, 1), at=NINE)
    due = due_after(once, WORKING_TIME, _at("2026-12-01T07:59"))
    assert due is not None
    assert due_after(once, WORKING_TIME, due.at) is None


@given(schedules())
@settings(max_examples=60)
def test_every_nominal_day_of_twenty_years_is_due_once(schedule: Schedule) -> None:
    found = _between(schedule, START, END)
    keys = Counter(due.key for due in found)
    assert set(keys.values()) <= {1}
    for day in days(schedule, WORKING_TIME, date(2020, 1, 8), date(2040, 12, 20)):
        assert f"{day}T{schedule.at}" in keys  # type: ignore[union-attr]


@given(schedules())
@settings(max_examples=60)
def test_every_due_lies_in_working_time_on_its_own_side_of_its_nominal_time(
    schedule: Schedule,
) -> None:
    for due in _between(schedule, START, END):
        local = in_sweden(due.at)
        assert WORKING_TIME.is_working_day(local.date())
        assert WORKING_TIME.opens <= local.time() <= WORKING_TIME.closes
        if isinstance(schedule, BeforeDeadline):
            assert local.date() <= due.nominal.date()
        else:
            assert due.nominal <= local
        assert due.at.tzinfo is UTC


@given(schedules(), MOMENTS)
def test_dues_go_up_in_time_and_by_their_nominal_times(schedule: Schedule, start: datetime) -> None:
    found = list(islice(dues(schedule, WORKING_TIME, start), 20))
    assert found == sorted(found, key=lambda due: (due.at, due.nominal))
    assert all(due.at >= start for due in found)


@given(schedules(), MOMENTS, st.lists(st.integers(0, 60 * 24 * 200), min_size=1, max_size=5))
def test_windows_that_follow_each_other_have_each_due_once(
    schedule: Schedule, start: datetime, minutes: list[int]
) -> None:
    found, begin = [], start
    for length in minutes:
        end = begin + timedelta(minutes=length)
        found += _between(schedule, begin, end)
        begin = end
    assert found == _between(schedule, start, begin)


@given(schedules(), MOMENTS)
def test_asking_for_the_next_again_and_again_tells_every_moment(
    schedule: Schedule, start: datetime
) -> None:
    end = start + timedelta(days=500)
    moments, after = [], start
    while (due := due_after(schedule, WORKING_TIME, after)) and due.at < end:
        moments.append(due.at)
        after = due.at
    expected = _between(schedule, start + timedelta(microseconds=1), end)
    assert moments == sorted({due.at for due in expected})


@pytest.mark.parametrize("opens", [time(0), time(6, 30)])
def test_other_working_hours_are_kept(opens: time) -> None:
    early = WorkingTime(holidays=(), opens=opens, closes=time(23, 59))
    monthly = Monthly(day=1, at=time(4))
    for due in islice(dues(monthly, early, START), 24):
        assert in_sweden(due.at).time() == max(opens, time(4))
