from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.activities.money import Amount
from bot.services.activities.free_text.money import read_money


def plain(amount: Amount) -> str:
    return f"{amount.decimal} {amount.currency.value}"


def cost(text: str) -> str | None:
    found = read_money(text).cost
    return plain(found.value) if found else None


def funding(text: str) -> list[str]:
    found = read_money(text).funding
    return [
        " ".join(filter(None, (each.source.value, plain(each.amount), each.name)))
        for each in (found.value if found else ())
    ]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("45 tkr", "45000.00 SEK"),
        ("45 000 kr", "45000.00 SEK"),
        ("45000 kronor", "45000.00 SEK"),
        ("45.000:-", "45000.00 SEK"),
        ("SEK 45 000", "45000.00 SEK"),
        ("1,2 mnkr", "1200000.00 SEK"),
        ("1,2 miljoner kronor", "1200000.00 SEK"),
        ("640 500,50 kr", "640500.50 SEK"),
        ("2 000 euro", "2000.00 EUR"),
        ("3 500 EUR", "3500.00 EUR"),
        ("€3,500", "3500.00 EUR"),
        ("5.400€", "5400.00 EUR"),
        ("250 k€", "250000.00 EUR"),
        ("ca 45 tkr", "45000.00 SEK"),
        ("45' kr", "45000.00 SEK"),
        ("40k", "40000.00 SEK"),
        ("€ 3 000", "3000.00 EUR"),
        ("en halv miljon kronor", "500000.00 SEK"),
        ("tolv tusen kronor", "12000.00 SEK"),
        ("0,500 tkr", "500.00 SEK"),
        ("0.500 tkr", "500.00 SEK"),
        ("0,05 kr", "0.05 SEK"),
        ("0 kr", "0.00 SEK"),
        ("tjugofem tusen euro", "25000.00 EUR"),
    ],
)
def test_an_amount_alone_is_the_cost(text: str, amount: str) -> None:
    assert cost(f"Resa, {text}, med elever") == amount


@pytest.mark.parametrize(
    "text",
    [
        "kostnad 45000",
        "5 500 DKK",
        "300 kr/elev",
        "2 500 EUR per person",
        "1 200 kr x 3 pers",
        "40-45 tkr",
        "40 tkr-45 tkr",
        "mellan 10 000 och 15 000 kr",
        "mellan 10 tkr och 15 tkr",
        "40k följare",
        "3 miljoner",
        "",
    ],
)
def test_without_a_currency_for_each_person_or_from_to_it_is_no_cost(text: str) -> None:
    assert cost(text) is None


@pytest.mark.parametrize("text", ["0,005 kr", "045 000 kr", "0 045,000 kr", "1000 000 kr"])
def test_digits_that_are_no_whole_ore_or_oddly_grouped_are_no_cost(text: str) -> None:
    assert cost(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("45 000 kr Erasmus+", "eu 45000.00 SEK Erasmus+"),
        ("€3,500 from Erasmus+", "eu 3500.00 EUR Erasmus+"),
        ("Erasmus+ 96 000 kr", "eu 96000.00 SEK Erasmus+"),
        ("20 000 kr från EU", "eu 20000.00 SEK"),
        ("20 000 kr i EU-medel", "eu 20000.00 SEK"),
        ("Horisont Europa betalar 25 000 kr", "eu 25000.00 SEK Horisont Europa"),
        ("ansökt om medel ur Kreativa Europa, 80 000 euro", "eu 80000.00 EUR Kreativa Europa"),
        ("egen insats 10 000 kr", "own 10000.00 SEK"),
        ("medfinansiering 15 tkr", "own 15000.00 SEK"),
        ("15 000 kr egna medel", "own 15000.00 SEK"),
        ("own contribution 50 000 SEK", "own 50000.00 SEK"),
        ("bidrag från UHR 60 000 kr", "other 60000.00 SEK UHR"),
        ("64 tkr från Den globala skolan", "other 64000.00 SEK Den globala skolan"),
        ("25 000 kr i stipendium av Letterstedtska", "other 25000.00 SEK Letterstedtska"),
        ("62 500 kr (egen budget)", "own 62500.00 SEK"),
        ("Rotary Skara bidrog med 3 000 kr", "other 3000.00 SEK Rotary Skara"),
        ("i bidrag fick vi 40 tkr", "other 40000.00 SEK"),
    ],
)
def test_an_amount_beside_a_giver_is_funding(text: str, expected: str) -> None:
    assert funding(text) == [expected]
    assert cost(text) is None


def test_a_part_is_funding_and_the_whole_is_the_cost() -> None:
    text = "Kostnad 45 000 kr (30 000 kr Erasmus+, 15 000 kr egna medel)"
    assert cost(text) == "45000.00 SEK"
    assert funding(text) == ["eu 30000.00 SEK Erasmus+", "own 15000.00 SEK"]


def test_an_eu_project_before_a_comma_makes_no_eu_money() -> None:
    text = "EU-projekt, 45 000 kr"
    assert (cost(text), funding(text)) == ("45000.00 SEK", [])


def test_of_several_costs_the_total_is_the_cost() -> None:
    assert cost("Resor 12 000 kr, hotell 9 000 kr, totalt 21 000 kr") == "21000.00 SEK"


def test_what_we_paid_is_a_cost() -> None:
    assert cost("Vi betalade 3 000 kr") == "3000.00 SEK"


def test_what_one_thing_cost_is_not_the_whole() -> None:
    assert cost("Resekostnad 4 200 kr, deltagaravgift 1 800 kr") is None
    assert cost("Resekostnad 4 200 kr, mat 1 800 kr, summa 6 000 kr") == "6000.00 SEK"
    assert cost("Resekostnad 4 200 kr") == "4200.00 SEK"


def test_several_costs_without_a_total_are_none() -> None:
    assert cost("Resor 12 000 kr och hotell 9 000 kr") is None


@given(st.integers(0, 99_999_999))
def test_kronor_are_read_as_they_are_written(kronor: int) -> None:
    assert cost(f"{kronor} kr") == f"{kronor}.00 SEK"
    assert cost(f"{kronor:,} kr".replace(",", " ")) == f"{kronor}.00 SEK"
    assert cost(f"{kronor:,} kr".replace(",", "\u00a0")) == f"{kronor}.00 SEK"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EU-medel 60 % av 1 200 000 kr", ["eu 720000.00 SEK"]),
        ("EU-finansiering 60 procent av 1,2 mkr", ["eu 720000.00 SEK"]),
        ("1,2 mnkr, hälften från EU", ["eu 600000.00 SEK"]),
        ("1,2 mnkr, 60 % finansierat av Interreg", ["eu 720000.00 SEK Interreg"]),
        ("1,2 mnkr: 70% EU, resten egna medel", ["eu 840000.00 SEK", "own 360000.00 SEK"]),
        ("1,2 mnkr varav 900 tkr från EU (75 % EU)", ["eu 900000.00 SEK"]),
        ("1,2 mnkr, 70 % EU, 60 % egna medel", []),
        ("1,2 mnkr, projektledare 50 % Interreg", []),
        ("1,2 mnkr, 40 deltagare, hälften från kommunen", []),
        ("1 200 000 kr, 33,33333 % EU", []),
    ],
)
def test_a_share_of_the_cost_is_funding(text: str, expected: list[str]) -> None:
    assert funding(text) == expected
    assert cost(text) == "1200000.00 SEK"


def test_a_share_of_a_cost_that_is_not_told_is_nothing() -> None:
    assert funding("Projekt, hälften från EU") == []


@pytest.mark.parametrize("text", ["utan kostnad", "gratis", "kostnadsfritt", "free of charge"])
def test_what_cost_nothing_has_a_cost_of_nothing(text: str) -> None:
    assert cost(f"Webbinarium, {text}") == "0.00 SEK"
    assert cost(f"Webbinarium, {text} för kommunens medlemmar") is None
    assert cost(f"Webbinarium, {text}, resa 300 kr") == "300.00 SEK"


@pytest.mark.parametrize("text", ["ESC-bidrag på 12 000 euro", "12 000 euro i ESC-stöd"])
def test_money_in_a_compound_with_its_giver_is_from_there(text: str) -> None:
    assert funding(text) == ["eu 12000.00 EUR Europeiska solidaritetskåren"]
