from __future__ import annotations

from pathlib import Path

from knowledge.language.analysis import Analyser
from knowledge.language.lexicon import load_lexicon
from knowledge.language.needs import NeedFinder
from knowledge.questions import QuestionReader
from knowledge.retrieval import weighted_terms
from tests.benchmarks.measures import QUESTIONS
from tests.evaluation.ablation import ablation, own_stems


def test_every_way_to_search_is_scored_in_both_languages(tmp_path: Path) -> None:
    lines = QUESTIONS.read_text("utf-8").splitlines()
    few = [line for line in lines if '"gold": []' not in line][::60]

    page = ablation(few, tmp_path)

    rows = [line.split(" | ") for line in page.splitlines() if line.startswith("| ")]
    assert [len(row) for row in rows] == [5] * 10
    assert rows[-1][0] == "| plain recipe, no filter"
    assert all(cell.strip(" |").endswith("%") for row in rows[2:] for cell in row[1:])


def test_without_the_lexicon_a_question_is_its_own_stems() -> None:
    reader = QuestionReader(NeedFinder(Analyser(load_lexicon())), [])

    question = own_stems(reader.read("Vilka vänorter har kommunen?"))

    assert weighted_terms(question) == dict.fromkeys(["vilk", "vanort", "har", "kommun"], 1.0)
