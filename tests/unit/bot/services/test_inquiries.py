"""Questions: answered once, logged, shared and found again."""

from __future__ import annotations

import logging

import pytest

from bot.domain.questions import LoggedQuestion
from bot.services.errors import EmptyQuestion, QuestionGone
from bot.services.inquiries import Inquiries
from knowledge.model import AnswerStatus
from tests.fakes.storage import FakeDatabase, FakeQuestionLog
from tests.unit.bot.services.asked import START, TickingClock, inquiry, logged, venue
from tests.unit.bot.services.inquired import WHO, database, inquiries, make_inquiries

__all__ = ["database", "inquiries"]


def test_a_question_is_answered_and_logged_with_all_that_belongs_to_it(
    database: FakeDatabase, inquiries: Inquiries
) -> None:
    asked = inquiries.answer(inquiry(WHO, venue("1.0"), "Ev1"))
    assert asked.answer.status is AnswerStatus.ANSWERED
    assert asked.answer.sentence == "Örebro: Kommunfullmäktige."
    assert (asked.key, asked.asker, asked.text, asked.question) == ("Ev1", "U1", WHO, WHO)
    assert asked.venue == venue("1.0")
    assert (asked.message, asked.shared) == (None, None)
    assert database.questions.since(START) == [asked]


def test_the_same_delivery_is_answered_once(database: FakeDatabase, inquiries: Inquiries) -> None:
    first = inquiries.answer(inquiry(WHO, venue("1.0"), "Ev1"))
    assert inquiries.answer(inquiry(WHO, venue("1.0"), "Ev1")) == first
    assert inquiries.answer(inquiry(WHO, venue("1.0"), "Ev2")).id != first.id
    assert len(database.questions.since(START)) == 2


def test_of_two_workers_at_one_delivery_both_go_on_with_the_one_that_is_logged(
    database: FakeDatabase,
) -> None:
    class Slow(FakeQuestionLog):
        """Another worker logs the delivery while this one answers."""

        def add(self, question: LoggedQuestion) -> bool:
            super().add(question.model_copy(update={"id": "the other's"}))
            return super().add(question)

    database.questions = Slow()
    asked = make_inquiries(database).answer(inquiry(WHO, venue("1.0")))
    assert asked.id == "the other's"


@pytest.mark.parametrize("text", ["", "  ", "\n\t"])
def test_an_empty_question_is_not_logged(
    database: FakeDatabase, inquiries: Inquiries, text: str
) -> None:
    with pytest.raises(EmptyQuestion):
        inquiries.answer(inquiry(text, venue("1.0"), "Ev1"))
    assert database.questions.since(START) == []


def test_the_language_given_is_that_of_an_answer_whose_question_tells_none(
    inquiries: Inquiries,
) -> None:
    told = inquiries.answer(inquiry("Skara?", venue("1.0"), language="en"))
    asked = inquiries.answer(inquiry(WHO, venue("2.0"), language="en"))
    assert (told.answer.language, asked.answer.language) == ("en", "sv")


def test_the_message_that_told_an_answer_is_kept(inquiries: Inquiries) -> None:
    asked = inquiries.answer(inquiry(WHO, venue("1.0")))
    inquiries.told(asked, "1.5")
    assert inquiries.find(asked.id).message == "1.5"


def test_a_question_that_is_not_kept_is_gone(inquiries: Inquiries) -> None:
    with pytest.raises(QuestionGone):
        inquiries.find("no such id")


def test_recent_questions_are_those_of_one_person_latest_first_without_doubles(
    database: FakeDatabase, inquiries: Inquiries
) -> None:
    clock = TickingClock()
    for number, text in enumerate(("A", "B", "A", "C", "B")):
        database.questions.add(logged(text, key=str(number), at=clock()))
    database.questions.add(logged("D", asker="U2", at=clock()))
    recent = inquiries.recent("U1", 8)
    assert [(each.question, each.key) for each in recent] == [("B", "4"), ("C", "3"), ("A", "2")]
    assert [each.question for each in inquiries.recent("U1", 2)] == ["B", "C"]


def test_doubles_take_no_place_from_other_recent_questions(
    database: FakeDatabase, inquiries: Inquiries
) -> None:
    clock = TickingClock()
    for number, text in enumerate(("A", "B", "B", "B")):
        database.questions.add(logged(text, key=str(number), at=clock()))
    assert [each.question for each in inquiries.recent("U1", 2)] == ["B", "A"]


def test_a_private_answer_is_shared_by_one_only_and_again_by_nobody_but_the_same(
    inquiries: Inquiries,
) -> None:
    asked = inquiries.answer(inquiry(WHO, venue(None, is_private=True)))
    assert inquiries.begin_sharing(asked, "press 1")
    assert not inquiries.begin_sharing(asked, "press 2")
    assert inquiries.begin_sharing(asked, "press 1")


def test_an_answer_that_could_not_be_shared_may_be_shared_by_another(
    inquiries: Inquiries,
) -> None:
    asked = inquiries.answer(inquiry(WHO, venue(None, is_private=True)))
    inquiries.begin_sharing(asked, "press 1")
    inquiries.give_up_sharing(asked.id, "press 2")
    assert not inquiries.begin_sharing(asked, "press 2")
    inquiries.give_up_sharing(asked.id, "press 1")
    assert inquiries.begin_sharing(asked, "press 2")


def test_sharing_that_is_told_twice_is_logged_once(
    database: FakeDatabase, inquiries: Inquiries
) -> None:
    asked = inquiries.answer(inquiry(WHO, venue(None, is_private=True)))
    inquiries.shared(asked, "press 1", "7.0")
    inquiries.shared(asked, "press 1", "7.0")
    assert len(database.questions.since(START)) == 2


def test_a_comparison_puts_the_question_to_every_municipality(inquiries: Inquiries) -> None:
    asked = inquiries.answer(inquiry("Vem beslutar om vänortsavtal i Skövde?", venue("1.0")))
    comparison = inquiries.compare(asked)
    assert comparison.question == WHO
    names = [name for name, _ in comparison.answers]
    assert sorted(names) == ["Enköping", "Skara", "Skövde", "Upplands-Bro", "Örebro"]
    assert comparison.language == "sv"


def test_validity_is_told_of_the_documents_cited_and_still_there(
    database: FakeDatabase, inquiries: Inquiries
) -> None:
    asked = inquiries.answer(inquiry("Vem beslutar om vänortsavtal i Örebro?", venue("1.0")))
    (citation, *others) = asked.answer.citations
    gone = citation.model_copy(update={"document_id": "gone"})
    answer = asked.answer.model_copy(update={"citations": (citation, gone, *others)})
    assert set(inquiries.validity(answer)) == {"orebro-internationell-policy"}
    assert inquiries.validity() == {}


def test_question_texts_are_in_the_log_only_if_the_setting_says_so(
    database: FakeDatabase, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    make_inquiries(database).answer(inquiry(WHO, venue("1.0"), "Ev1"))
    assert "vänortsavtal" not in str([record.__dict__ for record in caplog.records])
    make_inquiries(database, log_questions=True).answer(inquiry(WHO, venue("2.0"), "Ev2"))
    assert caplog.records[-1].__dict__["text"] == WHO


def test_a_question_answered_again_is_not_reported_again(
    inquiries: Inquiries, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    for _ in range(2):
        inquiries.answer(inquiry(WHO, venue("1.0"), "Ev1"))
    told = [each for each in caplog.records if each.getMessage() == "a question was answered"]
    assert len(told) == 1
