from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.words import english_stem, fold, swedish_stem, tokenise


def words(text: str) -> list[str]:
    return [token.text for token in tokenise(text)]


def test_letters_are_folded_to_what_a_foreign_keyboard_has() -> None:
    assert fold("VÄNORTSAVTAL på Åland, idé, Örebro") == "vanortsavtal pa aland, ide, orebro"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EU:s mål och KS' beslut", ["EU", "mål", "och", "KS", "beslut"]),
        ("Kalle's plan", ["Kalle", "plan"]),
        ("EU-projekt, vänorts-avtal", ["EU-projekt", "vänorts-avtal"]),
        ("12,5 procent av § 12/3", ["12,5", "procent", "av", "12/3"]),
        ("snake_case", ["snake", "case"]),
        (" .,;!? ", []),
    ],
)
def test_a_text_is_divided_into_words_and_numbers(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text())
def test_a_token_stands_where_it_says(text: str) -> None:
    tokens = tokenise(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert tokens == sorted(tokens, key=lambda token: token.start)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_both_spellings_have_one_stem() -> None:
    assert swedish_stem("Nämnderna") == swedish_stem("namnderna")


def test_english_words_are_stemmed_in_any_case() -> None:
    assert english_stem("Agreements") == english_stem("agreement")
