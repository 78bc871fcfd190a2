from __future__ import annotations

import pytest

from knowledge.language.analysis import LONGEST_COMPOUND, Analyser
from knowledge.language.lexicon import load_lexicon


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser(load_lexicon())


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("vänortsavtal", ("vanort", "avtal")),
        ("vanortsavtalen", ("vanort", "avtal")),
        ("vänortssamarbetet", ("vanort", "samarbete")),
        ("skolutbyte", ("skola", "utbyte")),
        ("EU-projekt", ("eu", "projekt")),
        ("demokratifrågor", ("demokrati", "fraga")),
        ("utbytesprojekt", ("utbyte", "projekt")),
        ("kulturnämnden", ("kultur", "namnd")),
    ],
)
def test_a_compound_is_divided_into_the_lemmas_of_its_parts(
    analyser: Analyser, word: str, parts: tuple[str, ...]
) -> None:
    assert analyser.parts(word) == parts


@pytest.mark.parametrize("word", ["budget", "banan", "projekt", "flurp"])
def test_a_simple_word_is_not_divided(analyser: Analyser, word: str) -> None:
    assert analyser.parts(word) == ()


@pytest.mark.parametrize("word", ["x" * 55, "kommunstyrelse" * 4, "kommun" * 1000])
def test_a_word_that_is_no_compound_takes_no_time(analyser: Analyser, word: str) -> None:
    assert analyser.terms(word)[0]
    assert len(word) <= LONGEST_COMPOUND or not analyser.parts(word)


def test_a_text_has_whole_words_before_their_parts(analyser: Analyser) -> None:
    assert analyser.terms("Nämndernas vänortsavtal") == [
        "namnd", "vanortsavtal", "vanort", "avtal"
    ]  # fmt: skip


def test_a_text_without_diacritics_has_the_same_terms(analyser: Analyser) -> None:
    with_them = analyser.terms("Nämnderna följer upp vänortsavtal årligen")
    assert analyser.terms("namnderna foljer upp vanortsavtal arligen") == with_them


def test_nothing_has_no_terms(analyser: Analyser) -> None:
    assert analyser.terms("") == analyser.terms(" … ") == []
