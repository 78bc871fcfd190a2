from __future__ import annotations

import pytest

from knowledge.language.analysis import Analyser
from knowledge.language.lexicon import load_lexicon
from knowledge.language.spelling import Spelling
from knowledge.language.words import tokenise

ANALYSER = Analyser(load_lexicon())


def righted(text: str, language: str, *written: str) -> str:
    spelling = Spelling(ANALYSER, set(written).__contains__)
    return " ".join(token.text for token in spelling.right(tokenise(text), language))


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("sv", "komunfullmäktige", "kommunfullmaktige"),
        ("sv", "internatinellt samarbete", "internationellt samarbete"),
        ("sv", "handlingplan", "handlingsplan"),
        ("en", "suposed", "supposed"),
        ("en", "coperation", "cooperation"),
    ],
)
def test_a_word_that_nobody_knows_is_read_as_the_one_it_nearly_is(
    language: str, typed: str, meant: str
) -> None:
    assert righted(typed, language) == meant


@pytest.mark.parametrize("word", ["vänort", "vanort", "avtal", "Pernilla", "EU-projekt", "2017"])
def test_known_words_names_and_numbers_are_left_alone(word: str) -> None:
    assert righted(word, "sv") == word


def test_a_word_that_the_documents_write_is_right() -> None:
    assert righted("policyt", "sv", ANALYSER.lexicon.term("policyt")) == "policyt"


def test_a_word_that_is_like_two_others_is_left_alone() -> None:
    assert righted("medes", "sv") == "medes"


def test_places_of_words_stay() -> None:
    spelling = Spelling(ANALYSER, lambda _: False)
    (token,) = spelling.right(tokenise("komunfullmäktige"), "sv")
    assert (token.start, token.end) == (0, 16)
