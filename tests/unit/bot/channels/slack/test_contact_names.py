"""How somebody is named in lists of contacts: once where name and mention say the same."""

from __future__ import annotations

from datetime import date

import pytest

from bot.channels.slack.blocks.contacts import Reader, who
from bot.channels.slack.blocks.elements import mention, words
from bot.channels.slack.contact_forms import MOST_LOOKED_UP, reader_of
from bot.domain.activities.dates import Dates
from bot.domain.contacts import Entry
from bot.domain.people import Person, Standing
from bot.services.errors import NotLookedUp
from tests.unit.bot.channels.slack.desks import Office

EVA = Person(id="U1", name="Eva Ek", standing=Standing.MEMBER, language="sv")


def entry(name: str, person: str | None = "U1") -> Entry:
    return Entry(
        unit="ks", name=name, person=person, valid=Dates(first=date(2026, 1, 1), last=None)
    )


def reader(called: str) -> Reader:
    return Reader("sv", lambda _: False, may_add=False, called=lambda _: called)


def test_somebody_is_named_once_where_slack_calls_them_the_same() -> None:
    assert who(entry("Eva Ek"), reader("eva ek")) == [mention("U1")]


@pytest.mark.parametrize("called", ["Eva", "ee", ""])
def test_name_and_mention_stand_together_where_they_differ(called: str) -> None:
    assert who(entry("Eva Ek"), reader(called)) == [words("Eva Ek"), words(" "), mention("U1")]


def test_who_is_not_in_slack_is_named() -> None:
    assert who(entry("Eva Ek", None), reader("Eva Ek")) == [words("Eva Ek")]


def test_slack_is_asked_for_so_many_names_of_a_message_and_may_fail() -> None:
    office = Office(home="Skara")
    called = reader_of(office.desk, EVA, "sv").called
    names = [called(f"U{number}") for number in range(MOST_LOOKED_UP + 2)]
    assert names[:2] + names[-2:] == ["U0", "U1", "", ""]

    def fails(identity: str) -> Person:
        raise NotLookedUp(f"no answer about {identity}")

    office.directory.person = fails  # type: ignore[method-assign]
    assert reader_of(office.desk, EVA, "sv").called("U1") == ""
