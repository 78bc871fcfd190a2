from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.days import SWEDISH_TIME
from bot.domain.reminders.working_time import WorkingTime, in_sweden, in_utc
from bot.services.reminders.closed_days import swedish_working_time

WORKING_TIME = swedish_working_time()
LOCAL = st.datetimes(datetime(2020, 1, 1), datetime(2040, 12, 31))

PUBLIC_HOLIDAYS = {
    "nyårsdagen": "2026-01-01",
    "trettondedag jul": "2026-01-06",
    "långfredagen": "2026-04-03",
    "annandag påsk": "2026-04-06",
    "första maj": "2026-05-01",
    "Kristi himmelsfärdsdag": "2026-05-14",
    "nationaldagen": "2025-06-06",
    "juldagen": "2026-12-25",
    "annandag jul": "2025-12-26",
}
"""Those of lag (1989:253) that can fall on a weekday, in a year in which they do."""


@pytest.mark.parametrize("day", PUBLIC_HOLIDAYS.values(), ids=PUBLIC_HOLIDAYS)
def test_public_holidays_are_no_working_days(day: str) -> None:
    assert not WORKING_TIME.is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2026-06-19", "2027-06-25", "2026-12-24", "2026-12-31"])
def test_midsummer_eve_christmas_eve_and_new_years_eve_are_no_working_days(day: str) -> None:
    assert not WORKING_TIME.is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2026-11-21", "2026-11-22", "2026-10-31"])
def test_weekends_are_no_working_days(day: str) -> None:
    assert not WORKING_TIME.is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize(
    "day", ["2026-01-05", "2026-04-02", "2026-04-30", "2026-05-15", "2026-06-18", "2026-12-23"]
)
def test_days_on_which_only_some_leave_early_are_working_days(day: str) -> None:
    assert WORKING_TIME.is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2026, 5, 29), (2026, 12, 30), (2027, 12, 30), (2028, 2, 29), (2026, 10, 30), (2027, 4, 30)],
)
def test_the_last_working_day_of_a_month(year: int, month: int, day: int) -> None:
    assert WORKING_TIME.last_working_day(year, month) == date(year, month, day)


@pytest.mark.parametrize(
    ("local", "moved"),
    [
        ("2026-11-23T09:00", "2026-11-23T09:00"),
        ("2026-11-23T08:00", "2026-11-23T08:00"),
        ("2026-11-23T17:00", "2026-11-23T17:00"),
        ("2026-11-23T07:59", "2026-11-23T08:00"),
        ("2026-11-23T17:01", "2026-11-24T08:00"),
        ("2026-11-27T18:00", "2026-11-30T08:00"),
        ("2026-11-28T14:00", "2026-11-30T14:00"),
        ("2026-11-29T22:00", "2026-11-30T08:00"),
        ("2026-11-29T03:00", "2026-11-30T08:00"),
        ("2026-04-03T09:00", "2026-04-07T09:00"),
        ("2026-12-24T09:00", "2026-12-28T09:00"),
        ("2026-12-30T23:00", "2027-01-04T08:00"),
    ],
)
def test_times_are_moved_out_of_days_off_and_quiet_hours(local: str, moved: str) -> None:
    assert WORKING_TIME.moved(datetime.fromisoformat(local)) == datetime.fromisoformat(moved)


@given(LOCAL)
def test_nothing_is_moved_to_a_day_off_or_into_quiet_hours(local: datetime) -> None:
    moved = WORKING_TIME.moved(local)
    assert WORKING_TIME.is_working_day(moved.date())
    assert WORKING_TIME.opens <= moved.time() <= WORKING_TIME.closes


@given(LOCAL)
def test_nothing_is_moved_to_before_it_was_told_nor_twice(local: datetime) -> None:
    moved = WORKING_TIME.moved(local)
    assert local <= moved
    assert WORKING_TIME.moved(moved) == moved


@given(LOCAL)
def test_nothing_waits_over_a_working_day_that_it_could_be_sent_on(local: datetime) -> None:
    passed = local.date() + timedelta(days=1)
    while passed < WORKING_TIME.moved(local).date():
        assert not WORKING_TIME.is_working_day(passed)
        passed += timedelta(days=1)


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_next_and_previous_working_days_are_each_others_opposite(day: date) -> None:
    following = WORKING_TIME.next_working_day(day)
    assert WORKING_TIME.is_working_day(following)
    assert WORKING_TIME.working_day_before(following) <= day < following


def test_a_year_has_its_working_days() -> None:
    """2026 has 261 days from Monday to Friday, of which seven are red and three are eves."""
    days = (date(2026, 1, 1) + timedelta(days=number) for number in range(365))
    assert sum(map(WORKING_TIME.is_working_day, days)) == 251


def test_a_municipality_that_closes_before_it_opens_is_refused() -> None:
    with pytest.raises(ValueError, match="opens at"):
        WorkingTime(holidays=(), opens=time(17), closes=time(8))


@pytest.mark.parametrize(
    ("local", "moment"),
    [
        ("2026-01-15T09:00", "2026-01-15T08:00"),
        ("2026-07-15T09:00", "2026-07-15T07:00"),
        ("2026-03-29T01:59", "2026-03-29T00:59"),
        ("2026-03-29T02:00", "2026-03-29T01:00"),
        ("2026-03-29T02:30", "2026-03-29T01:30"),
        ("2026-03-29T03:00", "2026-03-29T01:00"),
        ("2026-10-25T02:30", "2026-10-25T00:30"),
        ("2026-10-25T03:00", "2026-10-25T02:00"),
    ],
)
def test_local_times_in_utc_on_days_of_change(local: str, moment: str) -> None:
    expected = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    assert in_utc(datetime.fromisoformat(local)) == expected


@given(LOCAL)
@example(datetime(2026, 3, 29, 2, 30))
@example(datetime(2026, 10, 25, 2, 30))
def test_a_local_time_comes_back_from_utc_or_is_the_hour_later_that_was_skipped(
    local: datetime,
) -> None:
    back = in_sweden(in_utc(local))
    assert back - local in (timedelta(0), timedelta(hours=1))
    if back != local:
        assert local.replace(tzinfo=SWEDISH_TIME).dst() != back.replace(tzinfo=SWEDISH_TIME).dst()


@given(LOCAL)
def test_what_is_sent_in_working_time_never_meets_the_change_of_summer_time(
    local: datetime,
) -> None:
    moved = WORKING_TIME.moved(local)
    assert in_sweden(in_utc(moved)) == moved


def test_threads_that_ask_of_the_same_year_all_know_its_holidays() -> None:
    christmases = [date(year, 12, 25) for year in range(1960, 2020)] * 4
    with ThreadPoolExecutor(8) as threads:
        assert not any(threads.map(WORKING_TIME.is_working_day, christmases))
