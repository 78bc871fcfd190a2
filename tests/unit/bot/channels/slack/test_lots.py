from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.slack.commands.lots import carry_out, opens_form
from bot.channels.slack.errors import ChannelRefused
from bot.domain.people import Preferences
from bot.domain.questions import ChannelSettings
from bot.services.errors import NotAdmitted, OnlyCoordinators
from knowledge.texts.catalogue import say
from tests.unit.bot.channels.slack.delivered import command
from tests.unit.bot.channels.slack.desks import Office, occasion
from tests.unit.bot.services.asked import START


@pytest.fixture
def office() -> Office:
    return Office()


def order(office: Office, text: str, **more: str) -> str:
    """The first line of what is said to a command."""
    carry_out(office.desk, occasion(command(text, **more)))
    assert office.ways == ["respond"]
    return office.texts[0].splitlines()[0]


def asked(office: Office) -> list[str]:
    return [question.text for question in office.database.questions.since(START)]


@pytest.mark.parametrize(
    "text", ["", "  ", "hjälp", "hjalp", "Hjälp", "help", "HELP", "*hjälp*", "<@U1>"]
)
def test_help_is_shown_for_nothing_and_for_help(office: Office, text: str) -> None:
    assert say("slack-help-title", "sv") in order(office, text)
    assert asked(office) == []


@pytest.mark.parametrize("text", ["dokument", "Dokument", "documents"])
def test_the_documents_are_listed(office: Office, text: str) -> None:
    assert say("slack-documents-title", "sv") in order(office, text)
    assert asked(office) == []


@pytest.mark.parametrize("text", ["ordlista vänort", "glossary twin town", "ORDLISTA vänort"])
def test_a_word_is_explained(office: Office, text: str) -> None:
    term = text.split(maxsplit=1)[1]
    assert order(office, text) == say("slack-glossary-title", "sv", term=term)
    assert asked(office) == []


@pytest.mark.parametrize("text", ["vem vänortsavtal", "who twin towns", "Vem uppföljning"])
def test_who_does_what_about_a_topic_is_shown(office: Office, text: str) -> None:
    topic = text.split(maxsplit=1)[1]
    assert order(office, text) == say("slack-who-title", "sv", topic=topic)
    assert asked(office) == []


@pytest.mark.parametrize(
    "text",
    [
        "vem beslutar om vänortsavtal?",
        "vem ansvarar för uppföljning",
        "Who decides on travel",
        "dokument Kiruna",
        "hjälp till med resor",
        "dokument om resor",
        "Vem beslutar om vänortsavtal?",
        "kanalernas syfte",
        "luckorna",
    ],
)
def test_all_else_is_a_question(office: Office, text: str) -> None:
    order(office, text)
    assert asked(office) == [text]


@pytest.mark.parametrize(
    ("text", "usage"),
    [
        ("ordlista", "slack-usage-glossary"),
        ("Glossary ", "slack-usage-glossary"),
        ("vem", "slack-usage-who"),
        ("WHO", "slack-usage-who"),
    ],
)
def test_without_its_word_a_command_tells_how_it_is_used(
    office: Office, text: str, usage: str
) -> None:
    assert order(office, text) == say(usage, "sv")
    assert asked(office) == []


@pytest.mark.parametrize("text", ["dokument Örebro", "documents orebro", "Dokument Örebro kommun"])
def test_the_documents_of_one_municipality_are_listed(office: Office, text: str) -> None:
    assert say("slack-documents-title", "sv") in order(office, text)
    assert "Örebro" in office.texts[0]
    assert "Skara" not in office.texts[0]
    assert asked(office) == []


def test_an_answer_is_for_its_person_and_can_be_shared(office: Office) -> None:
    order(office, "Vem beslutar om vänortsavtal?")
    (question,) = office.database.questions.since(START)
    assert question.venue.is_private
    assert (question.venue.channel, question.venue.thread) == ("C1", None)
    (_, said) = office.said[0]
    assert said["url"] == command()["response_url"]
    assert not said.get("openly")
    assert '"share"' in str(said["message"].blocks).replace("'", '"')


def test_in_the_conversation_with_the_assistant_nothing_is_to_be_shared(office: Office) -> None:
    order(office, "Vem beslutar om vänortsavtal?", channel_id="D1")
    assert "'share'" not in str(office.said[0][1]["message"].blocks)


def test_who_does_what_is_told_of_the_channel_s_municipality(office: Office) -> None:
    settings = ChannelSettings(municipality="Skara")
    office.database.settings.set_channel("C1", settings, "U1", START)
    order(office, "vem uppföljning")
    assert "Skara" in office.texts[0]
    assert "Enköping" not in office.texts[0]


def test_the_documents_of_one_s_own_municipality_come_first(office: Office) -> None:
    office.database.settings.prefer("U1", Preferences(municipality="Örebro"))
    order(office, "dokument")
    text = office.texts[0]
    assert text.index("Örebro") < min(text.index(name) for name in ("Enköping", "Skara", "Skövde"))


def test_menus_are_in_the_person_s_language(office: Office) -> None:
    assert say("slack-help-title", "en") in order(office, "hjälp", user_id="U0ENG")


@pytest.mark.parametrize("text", ["", "hjälp", "dokument", "Vem beslutar?", "luckor", "kanal"])
def test_guests_are_refused_whatever_they_order(office: Office, text: str) -> None:
    office.guest("U1")
    with pytest.raises(NotAdmitted):
        carry_out(office.desk, occasion(command(text)))
    assert office.said == []
    assert asked(office) == []


@pytest.mark.parametrize("text", ["kanal", "channel", " Kanal "])
def test_a_channel_s_settings_are_opened(office: Office, text: str) -> None:
    carry_out(office.desk, occasion(command(text)))
    (way, said) = office.said[0]
    assert (way, said["trigger"]) == ("open", "11.22.command")
    assert said["view"]["private_metadata"] == "C1"


def test_a_conversation_with_the_assistant_has_no_channel_settings(office: Office) -> None:
    assert order(office, "kanal", channel_id="D1") == say("slack-no-channel-here", "sv")


def test_the_gap_list_is_opened_for_coordinators(office: Office) -> None:
    office.directory.coordinators.add("U1")
    carry_out(office.desk, occasion(command("luckor")))
    assert office.ways == ["open"]


def test_the_gap_list_is_closed_to_others_and_the_attempt_is_on_record(office: Office) -> None:
    with pytest.raises(OnlyCoordinators):
        carry_out(office.desk, occasion(command("luckor")))
    assert office.said == []
    assert [denial.person for denial in office.database.denials.since(START)] == ["U1"]


@pytest.mark.parametrize("text", ["kanal", "channel", "luckor", "gaps", " LUCKOR ", "*kanal*"])
def test_what_opens_a_form_is_known_beforehand(text: str) -> None:
    assert opens_form({"text": text})


@given(st.text(max_size=20) | st.sampled_from(["kanal nu", "gaps", "Kanal", "luckor?", "kanál"]))
def test_only_what_opens_a_form_hurries(text: str) -> None:
    office = Office()
    office.directory.coordinators.add("U1")
    hurries = opens_form({"text": text})
    carry_out(office.desk, occasion(command(text)))
    assert (office.ways == ["open"]) == hurries


def test_a_command_without_text_opens_no_form() -> None:
    assert not opens_form({})


@pytest.mark.parametrize("code", ["expired_url", "used_url"])
def test_an_answer_that_comes_too_late_for_the_command_goes_to_the_persons_own_conversation(
    office: Office, code: str
) -> None:
    office.messenger.faults = [ChannelRefused(code, code)]
    carry_out(office.desk, occasion(command("Vem beslutar om vänortsavtal?")))
    [(how, told)] = office.said
    assert (how, told["channel"]) == ("post", "U1")
