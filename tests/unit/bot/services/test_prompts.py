from __future__ import annotations

import threading
from pathlib import Path

import pytest

from bot.domain.people import EVERYWHERE
from bot.services import prompts as module
from bot.services.index_in_use import IndexInUse, OpenIndex
from bot.services.prompts import MOST_PROMPTS, Prompts, suggested_questions
from knowledge.language.municipalities import find_municipalities
from knowledge.model import AnswerStatus
from tests.fakes.documents import make_document
from tests.unit.bot.services.opened import always, make_answerer, open_five, opened

FIVE = ("Enköping", "Skara", "Skövde", "Upplands-Bro", "Örebro")


class Publisher:
    """Publishes indexes, and counts how often suggestions are looked for."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.current = open_five("Skara", generation="one")
        self.searches: list[tuple[str, str | None, str]] = []
        monkeypatch.setattr(module, "suggested_questions", self._found)

    def prompts(self) -> Prompts:
        return Prompts(
            IndexInUse(
                lambda: self.current.generation, lambda: self.current, begin=lambda work: work()
            )
        )

    def _found(self, index: OpenIndex, place: str | None, language: str) -> tuple[str, ...]:
        self.searches.append((index.generation, place, language))
        return suggested_questions(index, place, language)


@pytest.fixture
def publisher(monkeypatch: pytest.MonkeyPatch) -> Publisher:
    return Publisher(monkeypatch)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("place", [*FIVE, None])
def test_every_suggestion_is_answered_about_the_municipality_it_names(
    place: str | None, language: str
) -> None:
    index = open_five()
    questions = suggested_questions(index, place, language)
    assert 2 <= len(questions) <= MOST_PROMPTS
    assert len(set(questions)) == len(questions)
    for question in questions:
        answer = index.asking.ask(question)
        (named,) = {each.name for each in find_municipalities(question, FIVE)}
        assert named == (place or named)
        assert (answer.status, answer.language) == (AnswerStatus.ANSWERED, language), question
        assert {each.municipality for each in answer.citations} == {named}, question


@pytest.mark.parametrize("language", ["sv", "en"])
def test_without_a_municipality_each_suggestion_is_about_another_and_asks_another_thing(
    language: str,
) -> None:
    questions = suggested_questions(open_five(), None, language)
    named = [find_municipalities(question, FIVE)[0].name for question in questions]
    assert len(set(named)) == len(named) == MOST_PROMPTS
    bare = {question.replace(name, "") for question, name in zip(questions, named, strict=True)}
    assert len(bare) == MOST_PROMPTS


def test_documents_that_answer_nothing_give_no_suggestions(tmp_path: Path) -> None:
    index = opened(make_answerer(tmp_path, make_document("kiruna", "Kiruna", paragraphs=("Nej.",))))
    assert suggested_questions(index, "Kiruna", "sv") == ()


def test_the_municipality_chosen_goes_before_the_home_s() -> None:
    prompts = Prompts(always(open_five("Skara")))
    assert all("Örebro" in question for question in prompts.questions("Örebro", "sv"))
    assert all("Skara" in question for question in prompts.questions(None, "sv"))
    assert all("Skara" in question for question in prompts.questions("Kiruna", "sv"))


def test_who_chose_all_municipalities_is_not_kept_to_the_home_s() -> None:
    everywhere = Prompts(always(open_five("Skara"))).questions(EVERYWHERE, "sv")
    assert everywhere == Prompts(always(open_five())).questions(None, "sv")


def test_suggestions_are_looked_for_once_a_generation_municipality_and_language(
    publisher: Publisher,
) -> None:
    prompts = publisher.prompts()
    first = prompts.questions("Skövde", "sv")
    assert prompts.questions("skövde", "sv") == first
    prompts.questions("Skövde", "en")
    prompts.questions(None, "sv")
    assert publisher.searches == [
        ("one", "Skövde", "sv"), ("one", "Skövde", "en"), ("one", "Skara", "sv"),
    ]  # fmt: skip


def test_a_new_generation_has_suggestions_of_its_own(publisher: Publisher, tmp_path: Path) -> None:
    prompts = publisher.prompts()
    assert prompts.questions("Skövde", "sv")
    bare = make_document("skara", "Skara", paragraphs=("Nej.",))
    publisher.current = opened(make_answerer(tmp_path, bare), generation="two")
    assert prompts.questions("Skövde", "sv") == ()
    assert [generation for generation, *_ in publisher.searches] == ["one", "two"]


def test_nothing_to_suggest_is_remembered_too(publisher: Publisher, tmp_path: Path) -> None:
    bare = make_document("skara", "Skara", paragraphs=("Nej.",))
    publisher.current = opened(make_answerer(tmp_path, bare))
    prompts = publisher.prompts()
    assert prompts.questions(None, "sv") == prompts.questions(None, "sv") == ()
    assert len(publisher.searches) == 1


def test_threads_may_look_for_suggestions_at_the_same_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    together = threading.Barrier(len(FIVE), timeout=20)

    def slow(_index: OpenIndex, place: str | None, _language: str) -> tuple[str, ...]:
        together.wait()
        return (str(place),)

    monkeypatch.setattr(module, "suggested_questions", slow)
    prompts = Prompts(always(open_five()))
    found: dict[str, tuple[str, ...]] = {}

    def look(place: str) -> None:
        found[place] = prompts.questions(place, "sv")

    threads = [threading.Thread(target=look, args=(place,)) for place in FIVE]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {place: (place,) for place in FIVE}
