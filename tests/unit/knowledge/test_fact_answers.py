from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.fact_answers import FactFinding, find_facts, is_of_no_document
from knowledge.language.analysis import Analyser
from knowledge.language.lexicon import load_lexicon
from knowledge.language.needs import NeedFinder
from knowledge.model import Document, Fact, FactName, Place, Span
from knowledge.questions import QuestionReader
from tests.fakes.documents import make_document
from tests.fakes.library import make_library

READER = QuestionReader(NeedFinder(Analyser(load_lexicon())), ("Skara", "Skövde"))


def with_fact(document: Document, name: FactName, value: str | None) -> Document:
    place = Place(document=document.id, section=0, span=Span(start=0, end=6))
    return document.model_copy(update={"facts": (Fact(name=name, value=value, place=place),)})


def found(folder: Path, question: str, *documents: Document) -> list[FactFinding]:
    return find_facts(READER.read(question), make_library(folder, *documents), "Skövde")


def test_a_stated_fact_is_found_with_its_document(tmp_path: Path) -> None:
    document = with_fact(make_document("a"), FactName.DIARY_NUMBER, "KS 2016/1")
    (finding,) = found(tmp_path, "Vilket diarienummer har policyn?", document)
    assert finding.is_stated
    assert finding.fact
    assert (finding.document.id, finding.fact.value) == ("a", "KS 2016/1")


def test_a_blank_field_is_found_and_states_nothing(tmp_path: Path) -> None:
    document = with_fact(make_document("a"), FactName.OWNER, None)
    (finding,) = found(tmp_path, "Vem är dokumentansvarig?", document)
    assert finding.fact is not None
    assert not finding.is_stated


def test_a_missing_field_is_told_from_a_blank_one(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "Vem är dokumentansvarig?", make_document("a"))
    assert finding.fact is None


def test_stated_facts_go_before_silent_ones(tmp_path: Path) -> None:
    silent = make_document("a")
    stated = with_fact(make_document("b"), FactName.REPLACES, "Policy 2009")
    findings = found(tmp_path, "Vad ersätter policyn?", silent, stated)
    assert [finding.document.id for finding in findings] == ["b"]


def test_what_running_text_can_tell_as_well_is_left_to_it(tmp_path: Path) -> None:
    assert found(tmp_path, "Vem antog policyn?", make_document("a")) == []


def test_another_municipalitys_fact_is_never_taken(tmp_path: Path) -> None:
    other = with_fact(make_document("b", "Skara"), FactName.DIARY_NUMBER, "KS 2017/9")
    findings = found(tmp_path, "Vilket diarienummer har den?", make_document("a"), other)
    assert [finding.document.municipality for finding in findings] == ["Skövde"]
    assert not findings[0].is_stated


def test_a_question_about_the_work_asks_for_no_fact(tmp_path: Path) -> None:
    assert found(tmp_path, "Vem beslutar om vänortsavtal?", make_document("a")) == []


def test_a_fact_that_only_the_manifest_states_cannot_be_cited(tmp_path: Path) -> None:
    fact = Fact(name=FactName.OWNER, value="Kommunchefen", place=None)
    document = make_document("a").model_copy(update={"facts": (fact,)})
    (finding,) = found(tmp_path, "Vem är dokumentansvarig?", document)
    assert not finding.is_stated


@pytest.mark.parametrize(
    "question",
    [
        "Vilket diarienummer har handlingsplanen?",
        "What is the case number of the strategy?",
        "Vad har riktlinjerna för diarienummer?",
    ],
)
def test_a_policy_s_field_is_none_of_another_kind_of_document(
    tmp_path: Path, question: str
) -> None:
    policy = with_fact(make_document("a"), FactName.DIARY_NUMBER, "KS 2016/1")
    library = make_library(tmp_path, policy)
    asked = READER.read(question)
    assert find_facts(asked, library, "Skövde") == []
    assert is_of_no_document(asked, library, "Skövde")


@pytest.mark.parametrize(
    "question",
    [
        "Vilket diarienummer har policyn?",
        "What is the case number of the document?",
        "Vilket diarienummer har den?",
        "Vilket diarienummer har planen?",
    ],
)
def test_a_document_is_meant_by_its_kind_or_by_none(tmp_path: Path, question: str) -> None:
    policy = with_fact(make_document("a"), FactName.DIARY_NUMBER, "KS 2016/1")
    library = make_library(tmp_path, policy)
    asked = READER.read(question)
    assert [found.document.id for found in find_facts(asked, library, "Skövde")] == ["a"]
    assert not is_of_no_document(asked, library, "Skövde")
