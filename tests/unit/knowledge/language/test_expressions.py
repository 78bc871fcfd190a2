"""Times, sums and numbers in Swedish and English text."""

from __future__ import annotations

import pytest

from knowledge.language.expressions import amounts, date_span, iso_date, quantities, times


@pytest.mark.parametrize(
    "written",
    [
        "årligen",
        "varje år",
        "1 gång per mandatperiod",
        "regelbundet",
        "fortlöpande",
        "kontinuerligt",
        "december 2017",
        "januari-februari 2017",
        "Våren-Hösten 2017",
        "Hela 2017 och fortlöpande",
        "20 juni 2016",
        "den 12 februari 2020",
        "Till dess att nytt beslut tas",
        "i samband med årsbokslutet",
        "var tredje månad",
        "senast den 1 mars",
        "inom tre månader",
        "vid årets slut",
        "minst en gång per år",
        "vartannat år",
        "2017",
        "every four years",
        "twice a year",
        "by 1 March 2021",
        "annually",
    ],
)
def test_a_time_is_found_whole(written: str) -> None:
    assert [span.of(written) for span in times(written)] == [written]


@pytest.mark.parametrize(
    "written",
    [
        "i årsbokslut",
        "tertiärrapport 3",
        "i Skara Vision 2025.",
        "KS2013/520",
        "lagen (1960:729)",
        "åk 1-9",
        "den årliga rapporten",
        "in the annual report",
    ],
)
def test_reports_names_and_numbers_are_no_times(written: str) -> None:
    assert times(written) == []


def test_in_connection_with_ends_before_the_verb() -> None:
    sentence = "I samband med rapporten (tertiärrapport 3) ska uppföljning ske."
    assert [span.of(sentence) for span in times(sentence)] == [
        "I samband med rapporten (tertiärrapport 3)"
    ]


def test_money_is_found_with_its_currency() -> None:
    text = "500 000 kr, 250 000 kronor, 45 tkr och 2 mnkr; SEK 500,000 in all"
    assert [span.of(text) for span in amounts(text)] == [
        "500 000 kr",
        "250 000 kronor",
        "45 tkr",
        "2 mnkr",
        "SEK 500,000",
    ]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Det finns mer än 300 EU-fonder och program", "mer än 300 EU-fonder"),
        ("förutom de fyra nordiska vänorterna ska", "fyra nordiska vänorterna"),
        ("på fyra områden där Skara", "fyra områden"),
        ("har tre övergripande prioriteringar:", "tre övergripande prioriteringar"),
        ("minst 25 procent av resorna", "minst 25 procent"),
    ],
)
def test_a_number_is_found_with_what_it_counts(text: str, written: str) -> None:
    assert [span.of(text) for span in quantities(text)] == [written]


def test_times_and_money_are_no_quantities() -> None:
    assert quantities("inom tre månader avsätts 500 000 kr den 1 mars 2017") == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Beslutad 20 juni 2016, § 96", "2016-06-20"),
        ("den 12 februari 2020", "2020-02-12"),
        ("Fastställd 2019-03-04", "2019-03-04"),
        ("adopted on 15 May 2013", "2013-05-15"),
        ("May 15, 2013", "2013-05-15"),
        ("31 februari 2020", None),
        ("februari 2020", None),
        ("i våras", None),
    ],
)
def test_a_full_date_becomes_iso(text: str, day: str | None) -> None:
    assert iso_date(text) == day


def test_the_date_stands_without_its_article() -> None:
    text = "den 12 februari 2020"
    span = date_span(text)
    assert span
    assert span.of(text) == "12 februari 2020"
