"""The messenger against the server that speaks Slack: messages, found again and sent once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pydantic import JsonValue

from bot.channels.slack import messenger as module
from bot.channels.slack.blocks.fitting import View
from bot.channels.slack.blocks.notices import plain_notice
from bot.channels.slack.errors import ChannelRefused, ChannelUnavailable
from bot.channels.slack.messenger import Messenger
from tests.fakes.slack import (
    Channel,
    Fault,
    Person,
    SlackServer,
    api_error,
    dropped,
    rate_limited,
    server_error,
    timeout,
)
from tests.integration.slack_messenger import SAID, channel, eva, messenger, slack

__all__ = ["channel", "eva", "messenger", "slack"]

TEXT: dict[str, JsonValue] = {"type": "plain_text", "text": "Avsnitt"}
HOME = View({"type": "home", "blocks": [{"type": "section", "text": TEXT}]})

BROKEN = [
    pytest.param(server_error(503), id="503"),
    pytest.param(server_error(500), id="500"),
    pytest.param(api_error("internal_error"), id="internal_error"),
    pytest.param(dropped(carried_out=False), id="dropped"),
]


def test_a_message_stands_in_its_thread_with_its_key_and_nothing_unfurled(
    slack: SlackServer, messenger: Messenger, eva: Person, channel: Channel
) -> None:
    asked = eva.says(channel, "Vem?")
    told = messenger.post(channel.id, SAID, asked.ts, "Ev1")
    (_, answer) = slack.thread(channel, asked.ts)
    assert (answer.ts, answer.text) == (told, SAID.text)
    assert "Svaret står här." in answer.shown
    assert answer.metadata == {"event_type": module.METADATA, "event_payload": {"key": "Ev1"}}
    assert slack.unfurling == []


def test_a_message_is_found_again_by_its_key_in_its_thread_or_channel(
    messenger: Messenger, eva: Person, channel: Channel
) -> None:
    asked, other = eva.says(channel, "Vem?"), eva.says(channel, "När?")
    told = messenger.post(channel.id, SAID, asked.ts, "Ev1")
    card = messenger.post(channel.id, SAID, None, "h-1")
    assert messenger.posted(channel.id, asked.ts, "Ev1") == told
    assert messenger.posted(channel.id, None, "h-1") == card
    assert messenger.posted(channel.id, asked.ts, "Ev2") is None
    assert messenger.posted(channel.id, other.ts, "Ev1") is None
    assert messenger.posted(channel.id, None, "Ev2") is None


def test_a_message_is_found_beyond_the_first_page_of_a_thread(
    messenger: Messenger, eva: Person, channel: Channel
) -> None:
    asked = eva.says(channel, "Vem?")
    for number in range(205):
        eva.says(channel, f"Svar {number}", asked.ts)
    told = messenger.post(channel.id, SAID, asked.ts, "Ev1")
    assert messenger.posted(channel.id, asked.ts, "Ev1") == told


def test_a_thread_is_known_to_have_files_once_they_are_shared_there(
    messenger: Messenger, eva: Person
) -> None:
    direct = messenger.direct(eva.id)
    below, other = (messenger.post(direct, SAID, None, key) for key in ("Ev1", "Ev2"))
    assert not messenger.has_files(direct, below)
    file = module.SharedFile(name="rapport.csv", title="Rapport", content=b"nr;titel")
    messenger.share(direct, below, [file], "Rapporten")
    assert messenger.has_files(direct, below)
    assert not messenger.has_files(direct, other)


@pytest.mark.parametrize("fault", BROKEN)
def test_a_message_is_sent_once_whatever_breaks(
    slack: SlackServer, messenger: Messenger, channel: Channel, fault: Fault
) -> None:
    slack.fault("chat.postMessage", fault)
    with pytest.raises(ChannelUnavailable):
        messenger.post(channel.id, SAID, None, "Ev1")
    assert len(slack.called("chat.postMessage")) == 1
    assert slack.messages(channel) == []


def test_a_message_that_arrived_although_the_connection_broke_is_found(
    slack: SlackServer, messenger: Messenger, channel: Channel
) -> None:
    slack.fault("chat.postMessage", dropped(carried_out=True))
    with pytest.raises(ChannelUnavailable):
        messenger.post(channel.id, SAID, None, "Ev1")
    (arrived,) = slack.messages(channel)
    assert messenger.posted(channel.id, None, "Ev1") == arrived.ts


def test_a_message_that_takes_too_long_is_given_up(
    slack: SlackServer,
    messenger: Messenger,
    channel: Channel,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "SECONDS", 1)
    slack.fault("chat.postMessage", timeout(3))
    with pytest.raises(ChannelUnavailable):
        Messenger(slack.bot_token, slack.api_url).post(channel.id, SAID, None, "Ev1")


@pytest.mark.parametrize("body", [True, False])
def test_who_is_told_to_wait_waits_and_sends_once(
    slack: SlackServer, messenger: Messenger, channel: Channel, body: bool
) -> None:
    slack.fault("chat.postMessage", rate_limited(1, body=body), times=2)
    messenger.post(channel.id, SAID, None, "Ev1")
    assert len(slack.messages(channel)) == 1
    first, _, last = slack.called("chat.postMessage")
    assert last.at - first.at >= 2


@pytest.mark.parametrize("fault", [server_error(503), dropped(carried_out=False)])
def test_what_only_reads_or_may_be_repeated_is_tried_again(
    slack: SlackServer, messenger: Messenger, eva: Person, channel: Channel, fault: Fault
) -> None:
    told = messenger.post(channel.id, SAID, None, "Ev1")
    calls: dict[str, Callable[[], object]] = {
        "conversations.history": lambda: messenger.posted(channel.id, None, "Ev1"),
        "chat.update": lambda: messenger.change(channel.id, told, SAID),
        "chat.getPermalink": lambda: messenger.link(channel.id, told),
        "conversations.open": lambda: messenger.direct(eva.id),
        "views.publish": lambda: messenger.publish(eva.id, HOME),
    }
    for method, call in calls.items():
        slack.fault(method, fault)
        call()
        assert [each.ok for each in slack.called(method)][-1]


def test_what_slack_refuses_is_told_with_its_word_for_why(
    slack: SlackServer, messenger: Messenger, channel: Channel
) -> None:
    slack.fault("chat.postMessage", api_error("not_in_channel"))
    with pytest.raises(ChannelRefused) as refusal:
        messenger.post(channel.id, SAID, None, "Ev1")
    assert refusal.value.code == "not_in_channel"
    slack.fault("chat.postMessage", api_error("missing_scope", needed="chat:write"))
    with pytest.raises(ChannelRefused, match="missing_scope chat:write"):
        messenger.post(channel.id, SAID, None, "Ev1")


@pytest.mark.parametrize("code", ["invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"])
def test_where_blocks_are_refused_the_text_is_sent_and_it_is_an_error_in_the_log(
    slack: SlackServer,
    messenger: Messenger,
    channel: Channel,
    caplog: pytest.LogCaptureFixture,
    code: str,
) -> None:
    slack.fault("chat.postMessage", api_error(code))
    messenger.post(channel.id, SAID, None, "Ev1")
    (message,) = slack.messages(channel)
    assert (message.text, message.blocks) == (SAID.text, [])
    assert message.metadata
    assert code in caplog.text
    assert SAID.text not in caplog.text


def test_no_error_has_the_message_s_words(
    slack: SlackServer, messenger: Messenger, channel: Channel, caplog: pytest.LogCaptureFixture
) -> None:
    secret = plain_notice("Hemlig fråga", "sv")
    for fault in (server_error(500), api_error("fatal_error"), api_error("no_text")):
        slack.fault("chat.postMessage", fault)
        with pytest.raises((ChannelUnavailable, ChannelRefused)) as raised:
            messenger.post(channel.id, secret, None, "Ev1")
        assert "Hemlig" not in str(raised.value)
    assert "Hemlig" not in caplog.text


def test_a_message_is_changed_and_has_an_address(
    slack: SlackServer, messenger: Messenger, channel: Channel
) -> None:
    told = messenger.post(channel.id, SAID, None, "Ev1")
    messenger.change(channel.id, told, plain_notice("Besvarad", "sv"))
    assert [each.text for each in slack.messages(channel)] == ["Besvarad"]
    [changed] = [call for call in slack.calls if call.method == "chat.update"]
    assert changed.arguments["parse"] == "none"
    assert told.replace(".", "") in messenger.link(channel.id, told)


def test_while_slack_is_down_everything_is_unavailable(
    slack: SlackServer, messenger: Messenger, channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    slack.stop()
    with pytest.raises(ChannelUnavailable):
        messenger.post(channel.id, SAID, None, "Ev1")
    slack.start()
    messenger.post(channel.id, SAID, None, "Ev1")
