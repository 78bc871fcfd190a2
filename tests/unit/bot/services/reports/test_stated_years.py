"""The years that texts are about."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.activities.dates import PeriodKind, part_of_year, span
from bot.services.reports.stated_years import Years, years_in


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Utvärdering av 2017 års internationella arbete", 2017, 2017),
        ("Målen för 2017 års internationella arbete är:", 2017, 2017),
        ("december 2017", 2017, 2017),
        ("Våren 2017", 2017, 2017),
        ("Hela 2017 och fortlöpande", 2017, None),
        ("Mål 2024–2027", 2024, 2027),
        ("Handlingsplan 2024-27", 2024, 2027),
        ("från 2024 till 2027", 2024, 2027),
        ("Handlingsplan 2017", 2017, 2017),
        ("senast 2030", None, 2030),
        ("till och med år 2030", None, 2030),
        ("från och med 2024", 2024, None),
        ("årligen med start 2024", 2024, None),
        ("under 2024 och under 2026", 2024, 2026),
        ("2017", 2017, 2017),
        ("in 2024", 2024, 2024),
        ("by the end of 2030", None, 2030),
        ("Goals 2024 to 2027", 2024, 2027),
    ],
)
def test_years_are_those_that_a_text_speaks_of(
    text: str, first: int | None, last: int | None
) -> None:
    assert years_in(text) == Years(first=first, last=last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Skara Vision 2025",
        "Agenda 2030 och EU-strategin Europa 2020",
        "lag (2018:597) om kommunal bokföring",
        "Dnr KS2013/520",
        "ISO 2015-4",
        "500 000 kr till 2000 elever",
    ],
)
def test_names_and_numbers_are_no_years(text: str) -> None:
    assert years_in(text) is None


def test_what_recurs_has_a_first_year_only() -> None:
    assert years_in("i bokslutet 2024 och framåt") == Years(first=2024, last=None)
    assert years_in("Under 2024", recurs=True) == Years(first=2024, last=None)


@pytest.mark.parametrize(
    ("years", "met"),
    [
        (Years(first=2017, last=2017), False),
        (Years(first=2024, last=2026), True),
        (Years(first=2027, last=None), False),
        (Years(first=2017, last=None), True),
        (Years(first=None, last=2025), False),
        (Years(first=None, last=2026), True),
    ],
)
def test_years_meet_a_period_that_has_a_day_of_them(years: Years, met: bool) -> None:
    assert years.meet(part_of_year(2026, PeriodKind.TERTIAL, 3)) is met


def test_a_span_over_the_turn_of_the_year_meets_both_years() -> None:
    winter = span(date(2026, 11, 1), date(2027, 2, 28))
    assert Years(first=2027, last=2027).meet(winter)
    assert Years(first=2026, last=2026).meet(winter)


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        (2017, 2017, "2017"),
        (2024, 2027, "2024–2027"),
        (2024, None, "2024–"),
        (None, 2027, "–2027"),
    ],
)
def test_years_are_written_with_what_is_open(
    first: int | None, last: int | None, written: str
) -> None:
    assert str(Years(first=first, last=last)) == written


@given(st.text(alphabet="0123456789-–:/. iårunderl", max_size=60))
def test_any_text_is_read(text: str) -> None:
    years = years_in(text)
    assert years is None or str(years)
