from __future__ import annotations

from pathlib import Path

from bot.services.asking import Asking
from bot.services.comparing import MOST_COMPARED, compare
from knowledge.language.municipalities import swedish_municipalities
from knowledge.model import AnswerStatus
from tests.fakes.documents import make_document
from tests.unit.bot.services.opened import make_answerer, open_five

SWEDISH = "Vem beslutar om vänortsavtal?"


def test_every_municipality_answers_for_itself_those_with_an_answer_first() -> None:
    comparison = compare(open_five().asking, SWEDISH, "sv")
    assert len(comparison.answers) == 5
    assert comparison.answers[0][0] == "Örebro"
    statuses = [answer.status for _, answer in comparison.answers]
    assert statuses == sorted(statuses)
    assert AnswerStatus.NOT_FOUND in statuses
    for name, answer in comparison.answers:
        assert {each.municipality for each in (*answer.citations, *answer.nearest)} <= {name}


def test_a_comparison_is_in_the_language_of_its_question() -> None:
    asking = open_five().asking
    assert compare(asking, SWEDISH, "en").language == "sv"
    assert compare(asking, "Who decides twin-town agreements?", "sv").language == "en"
    assert compare(asking, "EU?", "en").language == "en"


def test_of_many_municipalities_those_that_answer_are_kept(tmp_path: Path) -> None:
    names = sorted(swedish_municipalities())[: MOST_COMPARED + 3]
    silent, speaking = "Policyn finns.", "Kommunfullmäktige beslutar om vänortsavtal."
    documents = [
        make_document(name, name, paragraphs=(speaking if name in names[-2:] else silent,))
        for name in names
    ]
    comparison = compare(Asking(make_answerer(tmp_path, *documents), None), SWEDISH, "sv")
    assert (len(comparison.answers), comparison.left_out) == (MOST_COMPARED, 3)
    answered = [n for n, a in comparison.answers if a.status is AnswerStatus.ANSWERED]
    assert answered == [name for name, _ in comparison.answers[:2]] == names[-2:]


def test_the_home_municipality_takes_no_question_from_the_others() -> None:
    at_home = compare(open_five("Skövde").asking, SWEDISH, "sv")
    assert at_home == compare(open_five().asking, SWEDISH, "sv")
