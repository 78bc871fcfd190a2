"""Questions that follow others: in their thread, from whom they are, and after how long."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.questions import Venue
from bot.services.inquiries import LONGEST_FOLLOW_UP, ONE_CONVERSATION, Inquiries
from tests.fakes.storage import FakeDatabase
from tests.unit.bot.services.asked import Clock, inquiry, venue
from tests.unit.bot.services.inquired import (
    PURPOSE,
    WHO,
    choose,
    cited,
    database,
    inquiries,
    make_inquiries,
)

__all__ = ["database", "inquiries"]


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
