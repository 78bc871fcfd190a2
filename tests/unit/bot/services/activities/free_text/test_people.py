from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.activities.free_text.people import read_people


def counted(text: str) -> tuple[int, int | None] | None:
    found = read_people(text)
    return (found.value.total, found.value.young) if found else None


@pytest.mark.parametrize(
    ("text", "total", "young"),
    [
        ("12 elever", 12, 12),
        ("12 st elever", 12, 12),
        ("6 gymnasieelever", 6, 6),
        ("en elev", 1, 1),
        ("tjugo ungdomar", 20, 20),
        ("ca 30 deltagare", 30, None),
        ("ett 40-tal deltagare", 40, None),
        ("ett tjugotal lärare", 20, None),
        ("1 200 besökare", 1200, None),
        ("3 lärare", 3, None),
        ("5 rumänska socialarbetare", 5, None),
        ("12 elever och 3 lärare", 15, 12),
        ("24 elever 4 lärare", 28, 24),
        ("16 elever/4 lärare", 20, 16),
        ("two teachers and 14 pupils", 16, 14),
        ("30 personer varav 12 barn", 30, 12),
        ("30 personer varav 12 barn och 3 ledare", 30, 12),
        ("30 deltagare (12 elever)", 30, 12),
        ("30 deltagare, 12 elever och 18 vuxna", 30, 12),
        ("30 deltagare och 5 ledare", 35, None),
        ("12 elever, 3 lärare, totalt 15 personer", 15, 12),
        ("30 elever varav 5 gymnasieelever", 30, 30),
        ("20 people of whom 12 children", 20, 12),
        ("Antal deltagare: 14", 14, None),
        ("vi var 5 på plats", 5, None),
        ("vi var 12 elever, 3 lärare och 2 föräldrar", 17, 12),
        ("en grupp om 15 ungdomar", 15, 15),
        ("delegation på 8", 8, None),
        ("Elever (12 st) och lärare (2 st)", 14, 12),
        ("30+ deltagare", 30, None),
        ("6 barn- och ungdomsledare", 6, None),
        ("ca 30 pers", 30, None),
        ("12 elever + 2 lärare", 14, 12),
        ("franskelever, 16 st", 16, 16),
        ("lärare, 3 st", 3, None),
        ("jag och en kollega", 2, None),
        ("över 100 besökare", 100, None),
        ("fler än 100 personer", 100, None),
        ("möte, 4 från tekniska, 2 från BUN", 6, None),
        ("möte. Två från IT, en från BUN", 3, None),
        ("30 deltagare (10 från Danmark)", 30, None),
        ("3 200 kr per person, 4 personer", 4, None),
        ("2 veckor, 5 elever", 5, 5),
        ("five planners", 5, None),
    ],
)
def test_people_are_counted_and_the_young_among_them(
    text: str, total: int, young: int | None
) -> None:
    assert counted(text) == (total, young)


@pytest.mark.parametrize(
    "text",
    [
        "25-30 elever",
        "åk 9 elever",
        "3 dagar",
        "12 träd",
        "åk 8 och 9 från Ängskolan",
        "upp till 50 personer",
        "max 20 deltagare",
        "12 elever vardera",
        "elever",
        "0 elever",
        "",
    ],
)
def test_what_is_no_number_of_people_or_from_to_is_left(text: str) -> None:
    assert counted(text) is None


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_groups_add_up(young: int, grown: int) -> None:
    assert counted(f"{young} elever och {grown} lärare") == (young + grown, young)
