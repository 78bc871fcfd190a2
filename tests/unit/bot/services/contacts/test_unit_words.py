from __future__ import annotations

import pytest

from bot.services.activities.sheets import BadCell
from bot.services.contacts.unit_words import unit_meant
from tests.unit.bot.services.contacts.made import HOME, make_desk

UNITS = make_desk().database.units.units(HOME)


@pytest.mark.parametrize(
    ("text", "unit"),
    [("KS", "ks"), ("Kulturnämnden", "kn"), ("fritid", "kf"), ("the library", "bib")],
)
def test_a_unit_is_meant_by_its_name_or_by_what_it_alone_is_about(text: str, unit: str) -> None:
    assert unit_meant(text, UNITS) == unit


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("kultur", "reason-cell-units-alike"),
        ("rymdfart", "reason-cell-unit"),
        ("fritid och rymdfart", "reason-cell-unit"),
        ("", "reason-cell-unit"),
    ],
)
def test_nothing_is_guessed_where_several_units_or_none_are_meant(text: str, reason: str) -> None:
    with pytest.raises(BadCell) as refused:
        unit_meant(text, UNITS)
    assert refused.value.reason == reason
