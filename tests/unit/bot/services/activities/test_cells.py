"""Cells of a sheet: days, sums, names and numbers as people and spreadsheets write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.activities.money import Currency
from bot.services.activities.cells import count_in, date_in, money_in, names_in
from bot.services.activities.sheets import BadCell


@pytest.mark.parametrize(
    "text",
    ["2026-05-03", "20260503", "3/5 2026", "3/5/2026", "3.5.2026", "3 maj 2026", "den 3 maj 2026"],
)
def test_a_day_is_read_as_it_is_written(text: str) -> None:
    assert date_in(text).isoformat() == "2026-05-03"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Drammen, Kolding", ("Drammen", "Kolding")),
        ("Skola nr 2, Kaunas; Kolding", ("Skola nr 2, Kaunas", "Kolding")),
        ("Skola nr 2, Kaunas;", ("Skola nr 2, Kaunas",)),
        ("a|b\nc |", ("a", "b", "c")),
        ("a; a;", ("a",)),
    ],
)
def test_names_are_divided_by_commas_unless_there_are_semicolons(
    text: str, names: tuple[str, ...]
) -> None:
    assert names_in(text) == names


@given(on=st.dates(min_value=date_in("1000-01-01")))
def test_every_day_is_read_back_from_what_spreadsheets_write(on: object) -> None:
    assert date_in(f"{on}") == on


@given(minor=st.integers(min_value=0, max_value=10**13), mark=st.sampled_from(",."))
def test_every_sum_is_read_back_without_loss(minor: int, mark: str) -> None:
    text = f"{minor // 100:,}".replace(",", "\xa0") + f"{mark}{minor % 100:02}"
    assert money_in(text, Currency.SEK).minor == minor


@given(text=st.text())
def test_a_cell_is_read_or_refused(text: str) -> None:
    for reader in (date_in, count_in, lambda each: money_in(each, Currency.EUR)):
        try:
            reader(text)
        except BadCell:
            continue
