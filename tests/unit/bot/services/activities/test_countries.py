from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.activities.countries import (
    LANGUAGES,
    country_adjectives,
    country_code,
    country_name,
    country_names,
)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Litauen", "LT"),
        ("Lithuania", "LT"),
        ("LT", "LT"),
        ("lt", "LT"),
        ("osterrike", "AT"),
        (" Österrike ", "AT"),
        ("Holland", "NL"),
        ("England", "GB"),
        ("USA", "US"),
        ("Tjeckien", "CZ"),
        ("Turkey", "TR"),
        ("Kosovo", "XK"),
    ],
)
def test_a_country_is_known_by_any_of_its_names(name: str, code: str) -> None:
    assert country_code(name) == code


@pytest.mark.parametrize("name", ["", "EU", "Europa", "Bryssel", "ZZ", "001", "Atlantis"])
def test_what_is_no_country_has_no_code(name: str) -> None:
    assert country_code(name) is None


@given(st.sampled_from(sorted(set(country_names().values()))), st.sampled_from(LANGUAGES))
def test_every_name_leads_back_to_its_country(code: str, language: str) -> None:
    assert country_code(country_name(code, language)) == code


def test_a_country_that_does_not_exist_has_no_name() -> None:
    with pytest.raises(KeyError):
        country_name("ZZ", "sv")


def test_every_adjective_is_of_a_country() -> None:
    assert {country_name(code, "sv") for code in country_adjectives().values()}
