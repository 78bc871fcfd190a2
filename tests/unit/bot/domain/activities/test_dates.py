from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.activities.dates import Dates, Period, PeriodKind, day, part_of_year, span

FAR = date(2031, 1, 1)
"""After every last day of these tests: a day that what still runs has, and others do not."""
DAYS = st.dates(date(2020, 1, 1), date(2026, 12, 31))
PARTS = st.sampled_from((PeriodKind.YEAR, PeriodKind.HALF_YEAR, PeriodKind.TERTIAL))


@st.composite
def any_dates(draw: st.DrawFn) -> Dates:
    first = draw(DAYS)
    length = draw(st.none() | st.integers(0, 800))
    return Dates(first=first, last=None if length is None else first + timedelta(days=length))


def days(dates: Dates) -> set[date]:
    """All its days up to FAR."""
    count = ((dates.last or FAR) - dates.first).days
    return {dates.first + timedelta(days=number) for number in range(count + 1)}


@given(any_dates(), any_dates())
def test_dates_overlap_where_they_have_a_day_in_common(one: Dates, other: Dates) -> None:
    assert one.overlaps(other) == bool(days(one) & days(other))


@given(any_dates(), any_dates())
def test_overlapping_is_mutual(one: Dates, other: Dates) -> None:
    assert one.overlaps(other) == other.overlaps(one)


@given(any_dates())
def test_dates_overlap_themselves(dates: Dates) -> None:
    assert dates.overlaps(dates)


@given(DAYS, DAYS)
def test_the_last_day_is_not_before_the_first(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert Dates(first=first, last=last)
    assert span(first, last).dates == Dates(first=first, last=last)
    if first < last:
        with pytest.raises(ValueError, match="before the first"):
            Dates(first=last, last=first)
        with pytest.raises(ValueError, match="before the first"):
            span(last, first)


def test_a_day_is_its_own_first_and_last() -> None:
    assert day(date(2026, 5, 3)) == Dates(first=date(2026, 5, 3), last=date(2026, 5, 3))


@given(st.integers(1900, 2200), PARTS)
def test_the_parts_of_a_year_are_all_its_days_once(year: int, kind: PeriodKind) -> None:
    number = {PeriodKind.YEAR: 1, PeriodKind.HALF_YEAR: 2, PeriodKind.TERTIAL: 3}[kind]
    parts = [part_of_year(year, kind, each) for each in range(1, number + 1)]
    assert (parts[0].first, parts[-1].last) == (date(year, 1, 1), date(year, 12, 31))
    for before, after in pairwise(parts):
        assert before.last + timedelta(days=1) == after.first
    for wrong in (0, number + 1, -1):
        with pytest.raises(ValueError, match="a year has"):
            part_of_year(year, kind, wrong)


@pytest.mark.parametrize(
    ("kind", "number", "first", "last"),
    [
        (PeriodKind.TERTIAL, 1, date(2024, 1, 1), date(2024, 4, 30)),
        (PeriodKind.TERTIAL, 2, date(2024, 5, 1), date(2024, 8, 31)),
        (PeriodKind.TERTIAL, 3, date(2024, 9, 1), date(2024, 12, 31)),
        (PeriodKind.HALF_YEAR, 1, date(2024, 1, 1), date(2024, 6, 30)),
        (PeriodKind.HALF_YEAR, 2, date(2024, 7, 1), date(2024, 12, 31)),
    ],
)
def test_tertials_are_four_months_and_half_years_six(
    kind: PeriodKind, number: int, first: date, last: date
) -> None:
    part = part_of_year(2024, kind, number)
    assert (part.first, part.last) == (first, last)


@given(st.integers(1900, 2200), PARTS)
def test_before_a_part_of_the_year_is_the_same_part_of_the_last(
    year: int, kind: PeriodKind
) -> None:
    assert part_of_year(year, kind).before == part_of_year(year - 1, kind)


@given(DAYS, st.integers(0, 2000))
def test_before_a_span_are_the_same_days_in_earlier_years_and_none_of_its_own(
    first: date, length: int
) -> None:
    period = span(first, first + timedelta(days=length))
    before = period.before
    assert before.last < period.first
    years = period.first.year - before.first.year
    assert years == period.last.year - before.last.year
    for earlier, later in ((before.first, period.first), (before.last, period.last)):
        assert earlier.month == later.month
        assert earlier.day == later.day or later.month == 2


@pytest.mark.parametrize(
    ("first", "last", "first_before", "last_before"),
    [
        (date(2024, 1, 1), date(2026, 12, 31), date(2021, 1, 1), date(2023, 12, 31)),
        (date(2022, 10, 15), date(2026, 10, 14), date(2018, 10, 15), date(2022, 10, 14)),
        (date(2025, 7, 1), date(2026, 12, 31), date(2023, 7, 1), date(2024, 12, 31)),
        (date(2025, 7, 1), date(2026, 6, 30), date(2024, 7, 1), date(2025, 6, 30)),
    ],
)
def test_a_span_of_years_is_compared_with_as_many_years(
    first: date, last: date, first_before: date, last_before: date
) -> None:
    assert span(first, last).before == span(first_before, last_before)


def test_before_the_29th_of_february_is_the_28th() -> None:
    assert span(date(2024, 2, 29), date(2024, 2, 29)).before == span(
        date(2023, 2, 28), date(2023, 2, 28)
    )
    assert span(date(2025, 2, 22), date(2025, 2, 28)).before.last == date(2024, 2, 28)


def test_whole_months_are_compared_with_whole_months() -> None:
    assert span(date(2025, 2, 1), date(2025, 2, 28)).before.last == date(2024, 2, 29)
    assert span(date(2025, 12, 1), date(2026, 2, 28)).before.last == date(2025, 2, 28)
    assert span(date(2024, 1, 1), date(2024, 2, 29)).before.last == date(2023, 2, 28)


@given(st.integers(1900, 2200), PARTS)
def test_a_period_survives_being_written_down(year: int, kind: PeriodKind) -> None:
    period = part_of_year(year, kind)
    assert Period.model_validate_json(period.model_dump_json()) == period
