from __future__ import annotations

import pytest

from knowledge.language.analysis import Analyser
from knowledge.language.gloss import Glosser, best_sense
from knowledge.language.lexicon import load_lexicon
from knowledge.language.needs import NeedFinder


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser(load_lexicon())


@pytest.fixture(scope="module")
def glosser(analyser: Analyser) -> Glosser:
    return Glosser(analyser)


@pytest.mark.parametrize(
    ("swedish", "english"),
    [
        ("Kommunfullmäktige", "municipal council"),
        ("vänortsavtalen", "twin-town agreement"),
        ("följa upp", "follow up"),
        ("vänortskommitté", "twin-town committee"),
        ("Zlatan 2017, Örebro!", "Zlatan 2017, Örebro!"),
        ("", ""),
    ],
)
def test_words_phrases_and_parts_are_glossed_and_the_rest_stays(
    glosser: Glosser, swedish: str, english: str
) -> None:
    assert glosser.gloss(swedish) == english


def test_marks_between_words_stay_where_they_are(glosser: Glosser) -> None:
    assert glosser.gloss("(vänort; vänort)") == "(twin town; twin town)"


def test_the_terms_of_an_answer_are_those_the_question_is_about(
    analyser: Analyser, glosser: Glosser
) -> None:
    needs = NeedFinder(analyser).needs("who decides twin-town agreements?", "en")
    terms = dict(glosser.terms("Rektorer reser. Fullmäktige beslutar om vänortsavtal.", needs))
    assert terms["vänortsavtal"] == "twin-town agreement"
    assert "rektor" not in terms


def test_the_word_itself_goes_before_its_homographs(analyser: Analyser) -> None:
    entries = analyser.lexicon.of_swedish(analyser.lexicon.term("för"))
    assert best_sense("för", entries).lemma == "för"
