"""Which municipality a question is about: the one it names, a choice, or that of the one before."""

from __future__ import annotations

import pytest

from bot.domain.people import EVERYWHERE
from bot.services.inquiries import Inquiries, recalled_place
from tests.fakes.storage import FakeDatabase
from tests.unit.bot.services.asked import inquiry, venue
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
