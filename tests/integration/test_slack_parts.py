"""The parts of the Slack channel that speak HTTP: the messenger against the server that speaks
Slack, and the health server against its probes.

One module, for the server that all of them speak to.
"""

from __future__ import annotations

import socket
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from prometheus_client import CollectorRegistry
from pydantic import JsonValue
from slack_sdk import WebClient

from bot.channels.slack import messenger as module
from bot.channels.slack.blocks.fitting import View
from bot.channels.slack.blocks.notices import plain_notice
from bot.channels.slack.directory import SlackDirectory
from bot.channels.slack.errors import ChannelRefused, ChannelUnavailable
from bot.channels.slack.health import Checks, HealthServer
from bot.channels.slack.messenger import Messenger
from bot.channels.slack.metrics import Metrics
from bot.domain.people import Standing
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
    timeout,
)

SAID = plain_notice("Svaret står här.", "sv")
TEXT: dict[str, JsonValue] = {"type": "plain_text", "text": "Avsnitt"}
MODAL = View({"type": "modal", "title": TEXT, "blocks": [{"type": "section", "text": TEXT}]})
HOME = View({"type": "home", "blocks": [{"type": "section", "text": TEXT}]})

BROKEN = [
    pytest.param(server_error(503), id="503"),
    pytest.param(server_error(500), id="500"),
    pytest.param(api_error("internal_error"), id="internal_error"),
    pytest.param(dropped(carried_out=False), id="dropped"),
]


@pytest.fixture
def slack() -> Iterator[SlackServer]:
    with SlackServer() as server:
        yield server
        assert server.violations == []


@pytest.fixture
def eva(slack: SlackServer) -> Person:
    return slack.add_person("Eva Ek")


@pytest.fixture
def channel(slack: SlackServer, eva: Person) -> Channel:
    return slack.add_channel("internationellt", members=[eva])


@pytest.fixture
def messenger(slack: SlackServer) -> Messenger:
    return Messenger(slack.bot_token, slack.api_url)


@pytest.fixture
def ordered(eva: Person, channel: Channel) -> dict[str, Any]:
    """A command that Eva gave in the channel; nobody has taken it in yet."""
    return eva.commands("/lots", "hjälp", channel, wait=False).payload


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


def test_a_message_is_changed_and_has_an_address(
    slack: SlackServer, messenger: Messenger, channel: Channel
) -> None:
    told = messenger.post(channel.id, SAID, None, "Ev1")
    messenger.change(channel.id, told, plain_notice("Besvarad", "sv"))
    assert [each.text for each in slack.messages(channel)] == ["Besvarad"]
    [changed] = [call for call in slack.calls if call.method == "chat.update"]
    assert changed.arguments["parse"] == "none"
    assert told.replace(".", "") in messenger.link(channel.id, told)


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


def test_while_slack_is_down_everything_is_unavailable(
    slack: SlackServer, messenger: Messenger, channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    slack.stop()
    with pytest.raises(ChannelUnavailable):
        messenger.post(channel.id, SAID, None, "Ev1")
    slack.start()
    messenger.post(channel.id, SAID, None, "Ev1")


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


# Health


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def get(server: HealthServer, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{server.port}{path}", timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


@pytest.fixture
def serve() -> Iterator[Callable[..., HealthServer]]:
    servers: list[HealthServer] = []

    def serve(
        alive: Checks | None = None,
        ready: Checks | None = None,
        registry: CollectorRegistry | None = None,
    ) -> HealthServer:
        server = HealthServer(
            "127.0.0.1", 0, alive or {}, ready or {}, registry or CollectorRegistry()
        )
        server.start()
        servers.append(server)
        return server

    yield serve
    for server in servers:
        server.stop()


def broken() -> bool:
    raise RuntimeError("postgresql://lots:secret@db is gone")


def test_each_check_has_its_line_and_all_must_hold(serve: Callable[..., HealthServer]) -> None:
    held = {"slack": True}
    ready: Checks = {"database": lambda: True, "slack": lambda: held["slack"]}
    server = serve(alive={"deliveries": lambda: True}, ready=ready)
    assert get(server, "/healthz") == (200, "deliveries: ok\n")
    assert get(server, "/readyz") == (200, "database: ok\nslack: ok\n")
    held["slack"] = False
    assert get(server, "/readyz") == (503, "database: ok\nslack: failed\n")
    assert get(server, "/healthz")[0] == 200
    held["slack"] = True
    assert get(server, "/readyz")[0] == 200


def test_a_check_that_breaks_does_not_hold_and_tells_no_secret(
    serve: Callable[..., HealthServer], caplog: pytest.LogCaptureFixture
) -> None:
    server = serve(alive={"database": broken, "other": lambda: True})
    assert get(server, "/healthz") == (503, "database: failed\nother: ok\n")
    assert "RuntimeError" in caplog.text
    assert "secret" not in caplog.text


def test_metrics_are_told_in_prometheus_own_form(serve: Callable[..., HealthServer]) -> None:
    metrics = Metrics()
    metrics.delivered("mention", "done")
    metrics.asked("answered", "sv")
    metrics.watch_waiting(lambda: 3)
    status, page = get(serve(registry=metrics.registry), "/metrics")
    assert status == 200
    assert 'policylots_deliveries_total{listener="mention",outcome="done"} 1.0' in page
    assert 'policylots_questions_total{language="sv",status="answered"} 1.0' in page
    assert "policylots_inbox_waiting 3.0" in page


@pytest.mark.parametrize("path", ["/", "/healthz/", "/metricsx", "/slack/events", "/%00"])
def test_there_is_nothing_else(serve: Callable[..., HealthServer], path: str) -> None:
    assert get(serve(), path) == (404, "not found\n")


def test_a_port_that_is_taken_is_an_error_at_once(serve: Callable[..., HealthServer]) -> None:
    taken = serve().port
    with pytest.raises(OSError, match="in use"):
        HealthServer("127.0.0.1", taken, {}, {}, CollectorRegistry())


def test_a_stopped_server_lets_go_of_its_port() -> None:
    server = HealthServer("127.0.0.1", 0, {}, {}, CollectorRegistry())
    server.start()
    server.stop()
    again = HealthServer("127.0.0.1", server.port, {}, {}, CollectorRegistry())
    again.start()
    assert get(again, "/healthz")[0] == 200
    again.stop()


def test_probes_say_nothing(
    serve: Callable[..., HealthServer], capfd: pytest.CaptureFixture[str]
) -> None:
    get(serve(), "/healthz")
    assert capfd.readouterr().err == ""
