"""The messenger against the server that speaks Slack: private replies, modals, the Home tab, files,
status and suggestions; and whom the directory knows.
"""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import JsonValue
from slack_sdk import WebClient

from bot.channels.slack.blocks.fitting import View
from bot.channels.slack.directory import SlackDirectory
from bot.channels.slack.errors import ChannelRefused, ChannelUnavailable
from bot.channels.slack.messenger import Messenger
from bot.domain.people import Standing
from tests.chroma_server import free_port
from tests.fakes.slack import (
    OTHER_TEAM,
    TEAM,
    Channel,
    Fault,
    Person,
    SlackServer,
    api_error,
    dropped,
    rate_limited,
    server_error,
)
from tests.integration.slack_messenger import SAID, channel, eva, messenger, slack

__all__ = ["channel", "eva", "messenger", "slack"]

TEXT: dict[str, JsonValue] = {"type": "plain_text", "text": "Avsnitt"}
MODAL = View({"type": "modal", "title": TEXT, "blocks": [{"type": "section", "text": TEXT}]})
HOME = View({"type": "home", "blocks": [{"type": "section", "text": TEXT}]})


@pytest.fixture
def ordered(eva: Person, channel: Channel) -> dict[str, Any]:
    """A command that Eva gave in the channel; nobody has taken it in yet."""
    return eva.commands("/lots", "hjälp", channel, wait=False).payload


def test_a_private_message_is_seen_by_its_person_only(
    slack: SlackServer, messenger: Messenger, eva: Person, channel: Channel
) -> None:
    asked = eva.says(channel, "Vem?")
    messenger.whisper(channel.id, eva.id, SAID, asked.ts)
    (whispered,) = eva.ephemerals
    assert (whispered.text, whispered.thread_ts) == (SAID.text, asked.ts)
    assert slack.messages(channel) == [asked]


def test_a_command_is_replied_to_privately_unless_openly(
    slack: SlackServer,
    messenger: Messenger,
    eva: Person,
    channel: Channel,
    ordered: dict[str, Any],
) -> None:
    messenger.respond(ordered["response_url"], SAID)
    assert [each.text for each in eva.ephemerals] == [SAID.text]
    assert slack.messages(channel) == []
    messenger.respond(ordered["response_url"], SAID, openly=True)
    assert [each.text for each in slack.messages(channel)] == [SAID.text]
    assert slack.unfurling == []


def test_a_reply_that_is_refused_or_breaks_is_told_as_for_other_messages(
    slack: SlackServer, messenger: Messenger, eva: Person, ordered: dict[str, Any]
) -> None:
    url = ordered["response_url"]
    slack.fault("response_url", server_error(503))
    with pytest.raises(ChannelUnavailable):
        messenger.respond(url, SAID)
    slack.fault("response_url", rate_limited(1))
    messenger.respond(url, SAID)
    for _ in range(4):
        messenger.respond(url, SAID)
    slack.workspace.violations.clear()
    with pytest.raises(ChannelRefused):
        messenger.respond(url, SAID)
    slack.workspace.violations.clear()
    assert len(eva.ephemerals) == 5


def test_an_address_for_replies_that_nobody_answers_is_unavailable(messenger: Messenger) -> None:
    with pytest.raises(ChannelUnavailable):
        messenger.respond(f"http://127.0.0.1:{free_port()}/reply", SAID)


def test_a_modal_opens_and_an_expired_trigger_is_told(
    slack: SlackServer, messenger: Messenger, eva: Person, ordered: dict[str, Any]
) -> None:
    messenger.open(ordered["trigger_id"], MODAL)
    assert eva.view
    assert eva.view.title == "Avsnitt"
    with pytest.raises(ChannelRefused) as refusal:
        messenger.open(ordered["trigger_id"], MODAL)
    assert refusal.value.code == "exchanged_trigger_id"
    slack.workspace.violations.clear()


def test_a_modal_shows_something_else(
    messenger: Messenger, eva: Person, ordered: dict[str, Any]
) -> None:
    messenger.open(ordered["trigger_id"], MODAL)
    assert eva.view
    title: dict[str, JsonValue] = {"type": "plain_text", "text": "Nästa"}
    messenger.turn(eva.view.id, View({**MODAL.payload, "title": title}))
    assert eva.view.title == "Nästa"
    assert len(eva.views) == 1


def test_the_home_tab_is_set(messenger: Messenger, eva: Person) -> None:
    messenger.publish(eva.id, HOME)
    assert eva.home
    assert eva.home.shown == "Avsnitt"


def test_a_file_arrives_whole_in_the_conversation_with_a_person(
    slack: SlackServer, messenger: Messenger, eva: Person
) -> None:
    content = "fråga;antal\r\nå;1\r\n".encode("utf-8-sig")
    direct = messenger.direct(eva.id)
    messenger.upload(direct, "luckor.csv", content, "Luckor")
    (file,) = slack.files
    assert (file.name, file.content, file.shared_in) == ("luckor.csv", content, [direct])


SOFT = [
    api_error("unknown_method"),
    server_error(500),
    rate_limited(30),
    dropped(carried_out=False),
]


@pytest.mark.parametrize("fault", SOFT)
def test_status_and_suggestions_may_fail_and_keep_nobody_waiting(
    slack: SlackServer, messenger: Messenger, eva: Person, fault: Fault
) -> None:
    direct = messenger.direct(eva.id)
    for method in ("assistant.threads.setStatus", "assistant.threads.setSuggestedPrompts"):
        slack.fault(method, fault)
    messenger.status(direct, "1.0", "söker", ["läser"])
    messenger.suggest(direct, "Fråga", ["Vem beslutar?"])
    assert len(slack.called("assistant.threads.setStatus")) == 1
    assert len(slack.called("assistant.threads.setSuggestedPrompts")) == 1


def test_suggestions_are_questions_to_be_sent_as_they_stand(
    slack: SlackServer, messenger: Messenger, eva: Person
) -> None:
    messenger.suggest(messenger.direct(eva.id), "Fråga", ["Vem beslutar?", "Hur följs det upp?"])
    assert eva.suggested_prompts
    assert eva.suggested_prompts.title == "Fråga"
    assert [each["message"] for each in eva.suggested_prompts.prompts] == [
        "Vem beslutar?",
        "Hur följs det upp?",
    ]


def test_people_are_who_slack_says_they_are(slack: SlackServer) -> None:
    client = WebClient(slack.bot_token, base_url=slack.api_url)
    people = {
        slack.add_person("Eva Ek", locale="en-GB").id: (Standing.MEMBER, "en"),
        slack.add_person("Gun Gäst", guest=True).id: (Standing.GUEST, "sv"),
        slack.add_person("Sam S", guest="single-channel").id: (Standing.GUEST, "sv"),
        slack.add_person("Kim K", team=OTHER_TEAM).id: (Standing.STRANGER, "sv"),
        slack.add_person("Per P", deleted=True).id: (Standing.STRANGER, "sv"),
        "U0NOBODY": (Standing.STRANGER, "sv"),
    }
    bo = slack.add_person("Bo Bo")
    directory = SlackDirectory(client, TEAM, slack.add_group("samordnare", [bo]), frozenset())
    found = {identity: directory.person(identity) for identity in people}
    assert {key: (each.standing, each.language) for key, each in found.items()} == people
    assert directory.is_coordinator(bo.id)
    assert not directory.is_coordinator(next(iter(people)))
