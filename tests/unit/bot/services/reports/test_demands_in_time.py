"""When a demand is due: parts of the year, years between, and years that a text names."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.activities.dates import Dates, Period, span
from bot.services.reports.demands import Occasion, OccasionKind
from bot.services.reports.dueness import seldom, terms_of_office
from tests.unit.bot.services.reports.demanded import (
    YEAR,
    demanded,
    half,
    occasions,
    one,
    tertial,
    whole,
)
from tests.unit.indexer.made import section


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("årligen", {("year", None)}),
        ("vid årets slut", {("year", None)}),
        ("i årsbokslutet", {("year", None)}),
        ("i tertialrapport 2", {("tertial", 2)}),
        ("efter varje tertial", {("tertial", None)}),
        ("efter andra tertialet", {("tertial", 2)}),
        ("i delårsrapporten", {("half_year", 1), ("tertial", 2)}),
        ("i delårsrapporten per 31 augusti", {("month", 8)}),
        ("i delårsrapport per 30 april", {("month", 4)}),
        ("i delårsbokslut till och med juli", {("month", 7)}),
        ("i tertialrapporten per april", {("month", 4)}),
        ("i delårsrapporten per nämnd", {("half_year", 1), ("tertial", 2)}),
        (
            "i delårsbokslutet per den 31 augusti samt i årsbokslutet",
            {("month", 8), ("year", None)},
        ),
        ("i delårsrapporten senast i oktober", {("half_year", 1), ("tertial", 2), ("month", 10)}),
        ("i delårsrapport 1", {("tertial", 1)}),
        ("efter sista tertialet", {("tertial", 3)}),
        ("efter sista kvartalet", {("quarter", 4)}),
        ("under sista halvåret", {("half_year", 2)}),
        ("i delårsrapport 1 och 2", {("tertial", 1), ("tertial", 2)}),
        ("i delårs- och årsbokslut", {("half_year", 1), ("tertial", 2), ("year", None)}),
        ("för föregående år senast i mars varje år", {("year", None)}),
        ("varje halvår", {("half_year", None)}),
        ("efter första halvåret", {("half_year", 1)}),
        ("två gånger per år", {("half_year", None)}),
        ("kvartalsvis", {("quarter", None)}),
        ("i december varje år", {("month", 12), ("year", None)}),
        ("varje månad", {("month", None)}),
        ("en gång per mandatperiod", {("term_of_office", None)}),
        ("regelbundet", {("regularly", None)}),
        ("till kommunstyrelsen", set()),
    ],
)
def test_the_words_say_when(when: str, found: set[tuple[str, int | None]]) -> None:
    assert occasions(one(f"Internationellt arbete ska redovisas {when}.")) == found


@pytest.mark.parametrize(
    ("when", "period", "is_due"),
    [
        ("i tertialrapport 2", tertial(2), True),
        ("i tertialrapport 2", tertial(3), False),
        ("efter varje tertial", tertial(1), True),
        ("årligen", tertial(3), False),
        ("en gång per mandatperiod", tertial(3), False),
        ("till kommunstyrelsen", tertial(3), False),
        ("regelbundet", tertial(1), True),
        ("i delårsrapporten", half(1), True),
        ("i delårsrapporten", tertial(2), True),
        ("i delårsrapporten", half(2), False),
        ("kvartalsvis", tertial(1), True),
        ("i oktober", half(2), True),
        ("i oktober", half(1), False),
        ("årligen", span(date(2025, 7, 1), date(2026, 6, 30)), False),
        ("årligen", span(date(2025, 1, 1), date(2026, 6, 30)), True),
        ("i tertialrapport 2", span(date(2026, 5, 1), date(2026, 9, 3)), True),
    ],
)
def test_a_demand_is_due_where_its_occasion_falls(when: str, period: Period, is_due: bool) -> None:
    document = section(f"Internationellt arbete ska redovisas {when}.")
    assert bool(demanded(document, period)) is is_due
    assert demanded(document, YEAR)


@pytest.mark.parametrize(
    ("when", "every", "start"),
    [
        ("vartannat år", 2, None),
        ("vart annat år", 2, None),
        ("vart fjärde år", 4, None),
        ("vart 4:e år", 4, None),
        ("en gång vart femte år", 5, None),
        ("vart fjärde år med början 2024", 4, 2024),
        ("vartannat år, nästa gång 2027", 2, 2027),
    ],
)
def test_what_is_not_each_year_tells_how_many_years_lie_between(
    when: str, every: int, start: int | None
) -> None:
    found = one(f"Internationellt arbete ska redovisas {when}.").occasions
    assert found == {Occasion(kind=OccasionKind.YEAR, every=every, start=start)}


@pytest.mark.parametrize(
    ("when", "due_in"),
    [
        ("vart fjärde år med början 2024", [2024, 2028]),
        ("vartannat år från och med 2025", [2025, 2027, 2029]),
        ("vart fjärde år i december från 2024", [2024, 2028]),
        ("vart fjärde år", list(range(2024, 2030))),
        ("varje år från 2026", list(range(2026, 2030))),
        ("i december 2026", list(range(2026, 2030))),
    ],
)
def test_a_year_that_is_told_says_in_which_years_a_demand_is_due(
    when: str, due_in: list[int]
) -> None:
    document = section(f"Internationellt arbete ska redovisas {when}.")
    years = [year for year in range(2024, 2030) if demanded(document, whole(year))]
    assert years == due_in


@pytest.mark.parametrize(
    ("when", "waits_for"),
    [
        ("vart fjärde år", Occasion(kind=OccasionKind.YEAR, every=4)),
        ("vart fjärde år i december", Occasion(kind=OccasionKind.YEAR, every=4)),
        ("en gång per mandatperiod", Occasion(kind=OccasionKind.TERM_OF_OFFICE)),
        ("vart fjärde år och i årsredovisningen", None),
        ("vart fjärde år med början 2024", None),
        ("årligen", None),
        ("till kommunstyrelsen", None),
    ],
)
def test_what_waits_for_a_year_that_is_not_told_is_told_apart(
    when: str, waits_for: Occasion | None
) -> None:
    assert seldom(one(f"Internationellt arbete ska redovisas {when}.")) == waits_for


def test_a_month_of_some_year_is_due_in_no_part_of_every_year() -> None:
    document = section("Internationellt arbete ska redovisas vart fjärde år i december.")
    assert not demanded(document, tertial(3))
    assert demanded(document, YEAR)


def test_terms_of_office_begin_on_the_15th_of_october_of_an_election() -> None:
    assert terms_of_office(tertial(1)) == [Dates(first=date(2022, 10, 15), last=date(2026, 10, 14))]
    assert [each.first.year for each in terms_of_office(YEAR)] == [2022, 2026]
    assert [each.first.year for each in terms_of_office(whole(2014))] == [2010, 2014]
    assert [each.first.year for each in terms_of_office(whole(2021))] == [2018]


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("Arbetet ska utvärderas 2027.", None),
        ("Arbetet ska utvärderas under 2027.", "2027"),
        ("Arbetet 2024–2026 ska utvärderas.", "2024–2026"),
        ("2026 års arbete ska redovisas.", "2026"),
        ("Hösten 2026 ska arbetet utvärderas.", "2026"),
        ("Arbetet ska redovisas årligen.", None),
    ],
)
def test_a_demand_is_stated_for_the_years_that_its_sentence_names(
    sentence: str, years: str | None
) -> None:
    told = one(sentence).years
    assert (told and str(told)) == years


def test_the_heading_tells_the_year_where_the_sentence_does_not() -> None:
    demand = one("Arbetet ska redovisas till kommunstyrelsen.", "Aktiviteter 2027")
    assert str(demand.years) == "2027"
    document = section("Arbetet ska redovisas till kommunstyrelsen.", "Aktiviteter 2027")
    assert not demanded(document, YEAR)
    assert demanded(document, whole(2027))
