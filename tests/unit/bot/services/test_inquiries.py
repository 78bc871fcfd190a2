"""Questions: understood in their place, answered once, logged.

One module, for the office that every test asks in.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from bot.domain.people import EVERYWHERE, Preferences
from bot.domain.questions import ChannelSettings, LoggedQuestion, Venue
from bot.services.errors import EmptyQuestion, QuestionGone
from bot.services.inquiries import (
    LONGEST_FOLLOW_UP,
    ONE_CONVERSATION,
    Inquiries,
    recalled_place,
)
from knowledge.model import AnswerStatus
from tests.fakes.storage import FakeDatabase, FakeQuestionLog
from tests.unit.bot.services.asked import START, Clock, TickingClock, inquiry, logged, venue
from tests.unit.bot.services.opened import always, open_five

WHO = "Vem beslutar om vänortsavtal?"
PURPOSE = "Vad är syftet med det internationella arbetet?"


def make_inquiries(
    database: FakeDatabase,
    home: str | None = None,
    *,
    log_questions: bool = False,
    clock: Callable[[], datetime] | None = None,
) -> Inquiries:
    return Inquiries(
        always(open_five(home)),
        database.questions,
        database.settings,
        clock or TickingClock(),
        log_questions=log_questions,
    )


@pytest.fixture
def database() -> FakeDatabase:
    return FakeDatabase()


@pytest.fixture
def inquiries(database: FakeDatabase) -> Inquiries:
    return make_inquiries(database)


def cited(question: LoggedQuestion) -> set[str]:
    found = question.answer.citations or question.answer.nearest
    return {each.municipality for each in found}


def choose(database: FakeDatabase, channel: str | None = None, person: str | None = None) -> None:
    settings = ChannelSettings(municipality=channel)
    database.settings.set_channel("C1", settings, "U9", START)
    database.settings.prefer("U1", Preferences(municipality=person))


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


@pytest.mark.parametrize(
    ("channel", "person", "home", "scope"),
    [
        ("Skövde", "Örebro", "Skara", "Skövde"),
        (None, "Örebro", "Skara", "Örebro"),
        (None, None, "Skara", "Skara"),
        (None, None, None, None),
        ("Skövde", None, None, "Skövde"),
        ("Kiruna", "Örebro", "Skara", "Örebro"),
        ("Kiruna", "Kiruna", "Skara", "Skara"),
        ("skovde", None, None, "Skövde"),
        (None, EVERYWHERE, "Skara", None),
        ("Skövde", EVERYWHERE, "Skara", "Skövde"),
    ],
)
def test_the_channel_s_municipality_goes_before_the_person_s_and_that_before_the_home_s(
    database: FakeDatabase,
    channel: str | None,
    person: str | None,
    home: str | None,
    scope: str | None,
) -> None:
    choose(database, channel, person)
    inquiries = make_inquiries(database, home)
    assert inquiries.scope(venue(), "U1") == scope
    if scope:
        assert cited(inquiries.answer(inquiry(PURPOSE, venue("1.0")))) == {scope}


def test_outside_channels_a_person_s_choice_holds_and_else_the_home_s(
    database: FakeDatabase,
) -> None:
    choose(database, "Skövde", "Örebro")
    inquiries = make_inquiries(database, "Skara")
    assert (inquiries.own_scope("U1"), inquiries.own_scope("U2")) == ("Örebro", "Skara")


def test_a_question_about_all_municipalities_is_not_kept_to_one(database: FakeDatabase) -> None:
    choose(database, "Skövde", "Skara")
    inquiries = make_inquiries(database, "Enköping")
    inquiries.answer(inquiry("Vem beslutar om vänortsavtal i Skövde?", venue("1.0")))
    asked = inquiries.answer(inquiry("och i de andra kommunerna?", venue("1.0")))
    assert asked.question == WHO
    assert cited(asked) == {"Örebro"}


def test_choices_hold_for_the_channel_and_the_person_who_made_them_only(
    database: FakeDatabase, inquiries: Inquiries
) -> None:
    choose(database, "Skövde", "Örebro")
    assert inquiries.scope(venue(channel="C2"), "U2") is None
    assert inquiries.scope(venue(channel="C2"), "U1") == "Örebro"
    assert inquiries.scope(venue(channel="C1"), "U2") == "Skövde"


def test_the_municipality_that_a_question_names_goes_before_all_choices(
    database: FakeDatabase,
) -> None:
    choose(database, "Skövde", "Skara")
    inquiries = make_inquiries(database, "Enköping")
    asked = inquiries.answer(inquiry("Vem beslutar om vänortsavtal i Örebro?", venue("1.0")))
    assert cited(asked) == {"Örebro"}


def test_outside_threads_a_question_asked_long_ago_is_no_context(database: FakeDatabase) -> None:
    choose(database, "Örebro")
    clock, alone = Clock(), venue(None, is_private=True)
    inquiries = make_inquiries(database, clock=clock)
    inquiries.answer(inquiry("Vad är syftet med policyn i Skövde?", alone))
    clock.time += ONE_CONVERSATION
    soon = inquiries.answer(inquiry("Hur ofta revideras policyn?", alone, "Ev2"))
    clock.time += ONE_CONVERSATION + timedelta(seconds=1)
    later = inquiries.answer(inquiry("Hur ofta revideras policyn?", alone, "Ev3"))
    assert (soon.place, later.place) == ("Skövde", "Örebro")


def test_in_a_thread_a_question_is_context_however_long_ago_it_was_asked(
    database: FakeDatabase,
) -> None:
    choose(database, "Örebro")
    clock = Clock()
    inquiries = make_inquiries(database, clock=clock)
    inquiries.answer(inquiry("Vad är syftet med policyn i Skövde?", venue("1.0")))
    clock.go_on(days=30)
    assert inquiries.answer(inquiry("Hur ofta revideras policyn?", venue("1.0"))).place == "Skövde"


def test_a_municipality_is_recalled_only_by_a_question_that_names_none(
    database: FakeDatabase,
) -> None:
    choose(database, "Skara")
    inquiries = make_inquiries(database)
    texts = (
        WHO,
        "Vad är syftet med skovdes policy?",
        "Hur ofta revideras policyn?",
        "och i Örebro?",
        "Hur ofta revideras policyn i alla kommuner?",
    )
    asked = [inquiries.answer(inquiry(text, venue("1.0"))) for text in texts]
    assert [recalled_place(each) for each in asked] == [None, None, "Skövde", None, None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (WHO, "Skara"),
        ("Vem beslutar om vänortsavtal i Örebro?", "Örebro"),
        ("Vem beslutar om vänortsavtal i Skövde och Örebro?", "Skövde, Örebro"),
        ("Vem beslutar om vänortsavtal i Kiruna?", "Kiruna"),
        ("Vem beslutar om vänortsavtal i Kiruna och Örebro?", "Örebro"),
        ("Vem beslutar om vänortsavtal i alla kommuner?", None),
    ],
)
def test_the_place_that_was_asked_about_is_logged_whoever_chose_it(
    database: FakeDatabase, text: str, place: str | None
) -> None:
    choose(database, "Skara")
    asked = make_inquiries(database, "Enköping").answer(inquiry(text, venue("1.0")))
    assert asked.place == place


def test_a_follow_up_goes_on_from_its_own_thread(inquiries: Inquiries) -> None:
    inquiries.answer(inquiry("Vad är syftet med policyn i Skövde?", venue("1.0")))
    inquiries.answer(inquiry("Vem ansvarar för uppföljning i Skara?", venue("2.0")))
    asked = inquiries.answer(inquiry("och i Örebro?", venue("1.0")))
    assert asked.question == "Vad är syftet med policyn i Örebro?"
    assert (asked.text, asked.municipality) == ("och i Örebro?", "Örebro")


def test_anybody_may_follow_up_in_an_open_thread(inquiries: Inquiries) -> None:
    inquiries.answer(inquiry("Vad är syftet med policyn i Skövde?", venue("1.0"), asker="U1"))
    asked = inquiries.answer(inquiry("och i Örebro?", venue("1.0"), asker="U2"))
    assert asked.question == "Vad är syftet med policyn i Örebro?"


def test_a_follow_up_keeps_the_municipality_of_the_question_before(
    database: FakeDatabase,
) -> None:
    inquiries = make_inquiries(database, "Skara")
    inquiries.answer(inquiry("Vem beslutar om vänortsavtal i Örebro?", venue("1.0")))
    asked = inquiries.answer(inquiry("Hur följs det upp?", venue("1.0")))
    assert (asked.municipality, cited(asked)) == ("Örebro", {"Örebro"})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (venue("1.0"), venue("2.0")),
        (venue("1.0"), venue("1.0", "C2")),
        (venue("1.0"), venue(None)),
        (venue(None, is_private=True), venue(None)),
        (venue("1.0", is_private=True), venue("1.0")),
        (venue("1.0"), venue("1.0", is_private=True)),
    ],
    ids=[
        "another thread",
        "another channel",
        "outside the thread",
        "private, then open outside threads",
        "private, then open in the thread",
        "open, then private in the thread",
    ],
)
def test_a_question_is_no_context_elsewhere_nor_a_private_one_of_an_open_one(
    inquiries: Inquiries, before: Venue, after: Venue
) -> None:
    inquiries.answer(inquiry("Vad är syftet med policyn i Skövde?", before))
    asked = inquiries.answer(inquiry("och i Örebro?", after))
    assert asked.question == "och i Örebro?"


def test_nobody_goes_on_from_what_another_asked_privately(inquiries: Inquiries) -> None:
    private = venue(None, is_private=True)
    inquiries.answer(inquiry("Vad är syftet med policyn i Skövde?", private, asker="U1"))
    theirs = inquiries.answer(inquiry("och i Örebro?", private, "Ev2", asker="U2"))
    own = inquiries.answer(inquiry("och i Örebro?", private, "Ev3", asker="U1"))
    assert theirs.question == "och i Örebro?"
    assert own.question == "Vad är syftet med policyn i Örebro?"


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


def test_below_a_shared_answer_the_thread_goes_on_from_it(inquiries: Inquiries) -> None:
    text = "Vad är syftet med policyn i Skövde?"
    asked = inquiries.answer(inquiry(text, venue(None, is_private=True)))
    assert not inquiries.takes_part(venue("7.0"), "U2")
    inquiries.shared(asked, "press 1", "7.0")
    assert inquiries.takes_part(venue("7.0"), "U2")
    follow_up = inquiries.answer(inquiry("och i Örebro?", venue("7.0"), asker="U2"))
    assert follow_up.question == "Vad är syftet med policyn i Örebro?"


def test_an_answer_shared_in_its_own_thread_is_followed_up_there(inquiries: Inquiries) -> None:
    asked = inquiries.answer(inquiry(WHO, venue("3.0", is_private=True)))
    inquiries.shared(asked, "press 1", "3.5")
    assert inquiries.takes_part(venue("3.0"), "U2")
    assert not inquiries.takes_part(venue("3.5"), "U2")


def test_sharing_that_is_told_twice_is_logged_once(
    database: FakeDatabase, inquiries: Inquiries
) -> None:
    asked = inquiries.answer(inquiry(WHO, venue(None, is_private=True)))
    inquiries.shared(asked, "press 1", "7.0")
    inquiries.shared(asked, "press 1", "7.0")
    assert len(database.questions.since(START)) == 2


def test_the_assistant_takes_part_in_threads_where_it_has_answered_openly(
    inquiries: Inquiries,
) -> None:
    inquiries.answer(inquiry(WHO, venue("1.0"), asker="U1"))
    inquiries.answer(inquiry(PURPOSE, venue("2.0", is_private=True), asker="U1"))
    assert inquiries.takes_part(venue("1.0"), "U2")
    assert not inquiries.takes_part(venue("2.0"), "U1")
    assert not inquiries.takes_part(venue("1.0", "C2"), "U1")
    assert not inquiries.takes_part(venue(None), "U1")


def test_questions_in_a_thread_concern_the_assistant_but_no_thanks_and_no_long_remarks(
    inquiries: Inquiries,
) -> None:
    assert inquiries.concerns_us("och i Skara?")
    assert not inquiries.concerns_us("Tack, det var bra att veta")
    assert inquiries.concerns_us("x" * (LONGEST_FOLLOW_UP - 1) + "?")
    assert not inquiries.concerns_us("x" * LONGEST_FOLLOW_UP + "?")


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
