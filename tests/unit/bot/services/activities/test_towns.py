from __future__ import annotations

import pytest

from bot.services.activities.towns import find_town, is_also_a_word


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Radviliskis", "LT"),
        ("radviliškis", "LT"),
        ("Köpenhamn", "DK"),
        ("Copenhagen", "DK"),
        ("København", "DK"),
        ("Århus", "DK"),
        ("Esbo", "FI"),
        ("Vara", "SE"),
        ("Upplands-Bro", "SE"),
        ("Valencia", "ES"),
        ("Birmingham", "GB"),
        ("Nairobi", "KE"),
    ],
)
def test_a_town_is_known_by_its_names_in_several_languages(name: str, country: str) -> None:
    found = find_town(name)
    assert found is not None
    assert found.country == country


def test_a_word_is_no_town() -> None:
    assert find_town("studiebesök") is None


def test_towns_named_like_words_are_known_to_be() -> None:
    assert is_also_a_word("Vara")
    assert is_also_a_word("Nice")
    assert not is_also_a_word("Radviliskis")
