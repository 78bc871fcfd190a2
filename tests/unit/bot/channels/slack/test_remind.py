"""What `/paminn` shows of the broadcasts there are, without Slack."""

from __future__ import annotations

import json

import pytest

from bot.channels.slack.actions import broadcasts
from bot.channels.slack.blocks import names
from bot.channels.slack.commands import remind
from tests.unit.bot.channels.slack.delivered import command, press_in_view
from tests.unit.bot.channels.slack.desks import Office, occasion
from tests.unit.bot.channels.slack.reminded import CONTENT

KIM = "U0KIM"


@pytest.fixture
def office() -> Office:
    office = Office(home="Skara")
    office.directory.coordinators = {KIM}
    for place in ("Skara", "Enköping"):
        said = CONTENT.model_copy(update={"municipality": place, "title": f"Hej {place}"})
        office.desk.reminders.broadcasts.draft(place, said, KIM)
    return office


def asked(office: Office, text: str) -> tuple[str, str]:
    """How the command is answered, and all that the answer holds."""
    body = command(text, command="/paminn", user_id=KIM)
    remind.carry_out(office.desk, occasion(body))
    how, said = office.said[-1]
    return how, json.dumps(said, ensure_ascii=False, default=lambda each: each.blocks)


@pytest.mark.parametrize("word", ["status", "utkast"])
@pytest.mark.parametrize(
    ("more", "places"),
    [
        ("", {"Skara"}),
        (" Enköping", {"Enköping"}),
        (" alla", {"Skara", "Enköping"}),
    ],
)
def test_lists_are_of_the_own_municipality_the_named_one_or_all(
    office: Office, word: str, more: str, places: set[str]
) -> None:
    how, shown = asked(office, word + more)
    assert how == "open"
    assert {place for place in ("Skara", "Enköping") if f"Hej {place}" in shown} == places
    assert ("/paminn status alla visar utskicken för alla" in shown) == (len(places) == 1)


def test_the_button_lists_those_of_the_own_municipality(office: Office) -> None:
    body = press_in_view({"action_id": names.SHOW_BROADCASTS}) | {"user": {"id": KIM}}
    broadcasts.show_list(office.desk, occasion(body))
    shown = json.dumps(office.said[-1][1], ensure_ascii=False)
    assert ("Hej Skara" in shown, "Hej Enköping" in shown) == (True, False)


def test_a_list_of_all_names_each_municipality(office: Office) -> None:
    assert "Utkast · Enköping" in asked(office, "status alla")[1]


def test_a_number_shows_that_broadcast(office: Office) -> None:
    for text in ("status 2", "status #2"):
        how, shown = asked(office, text)
        assert (how, "Hej Enköping" in shown) == ("open", True)


@pytest.mark.parametrize("text", ["status x", "status Skara x", "utkast 5 x", "status Atlantis"])
def test_what_is_neither_number_nor_municipality_is_told_with_the_help(
    office: Office, text: str
) -> None:
    how, shown = asked(office, text)
    assert how != "open"
    assert f"förstod inte ”{text.partition(' ')[2]}”" in shown
    assert "/paminn status visar utskicken" in shown


def test_all_else_begins_a_broadcast(office: Office) -> None:
    how, shown = asked(office, "Statusen ska in på fredag")
    assert (how, "Statusen ska in på fredag" in shown) == ("open", True)
