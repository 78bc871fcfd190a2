"""What the fake Slack sends over a bare socket, frame by frame."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Literal

import pytest
from slack_sdk import WebClient
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from tests.fakes.slack import SlackServer
from tests.integration.slack_delivering import Payload, bare_socket, next_envelope


@pytest.fixture
def bare() -> Iterator[SlackServer]:
    with SlackServer(ack_limit=0.15) as server:
        yield server


def test_a_connection_is_greeted_and_counted(bare: SlackServer) -> None:
    hellos: list[Payload] = []
    with bare_socket(bare, hellos), bare_socket(bare, hellos):
        assert [hello["num_connections"] for hello in hellos] == [1, 2]
        assert hellos[0]["connection_info"]["app_id"]
        bare.wait_until(lambda: bare.connections == 2)
    bare.wait_until(lambda: bare.connections == 0)


def test_an_address_opens_one_connection(bare: SlackServer) -> None:
    opened = WebClient(base_url=bare.api_url).apps_connections_open(app_token=bare.app_token)
    with connect(str(opened["url"])), pytest.raises(InvalidStatus, match="403"):
        connect(str(opened["url"]))
    bare.refuse_connections(True)
    opened = WebClient(base_url=bare.api_url).apps_connections_open(app_token=bare.app_token)
    with pytest.raises(InvalidStatus, match="503"):
        connect(str(opened["url"]))


def test_envelopes_say_what_they_hold(bare: SlackServer) -> None:
    eva = bare.add_person("Eva Ek")
    with bare_socket(bare) as socket:
        eva.dm("Hej")
        event = next_envelope(socket)
        assert (event["type"], event["accepts_response_payload"]) == ("events_api", False)
        assert (event["retry_attempt"], event["retry_reason"]) == (0, "")
        command = eva.commands("/lots", "x", wait=False)
        envelope = next_envelope(socket, ack={"text": "ja"})
        assert (envelope["type"], envelope["accepts_response_payload"]) == ("slash_commands", True)
        command.delivery.settled.wait(5)
        assert [message.shown for message in command.ephemerals] == ["ja"]
        eva.shortcut("note", wait=False)
        assert next_envelope(socket)["type"] == "interactive"


def test_an_envelope_goes_to_one_connection_in_turn(bare: SlackServer) -> None:
    eva = bare.add_person("Eva Ek")
    with bare_socket(bare) as first, bare_socket(bare) as second:
        bare.wait_until(lambda: bare.connections == 2)
        for socket in (first, second, first):
            eva.dm("Hej")
            next_envelope(socket)
        for socket in (first, second):
            with pytest.raises(TimeoutError):
                socket.recv(0.02)


def test_an_unacknowledged_event_goes_to_another_connection(bare: SlackServer) -> None:
    eva = bare.add_person("Eva Ek")
    with bare_socket(bare) as first, bare_socket(bare) as second:
        bare.wait_until(lambda: bare.connections == 2)
        eva.dm("Hej")
        envelope = json.loads(first.recv(5))
        again = next_envelope(second)
        assert again["payload"] == envelope["payload"]
        assert (again["retry_attempt"], again["retry_reason"]) == (1, "timeout")
        (delivery,) = bare.delivered("message")
        bare.wait_until(delivery.settled.is_set)
        assert delivery.acked
        assert [violation.kind for violation in bare.violations] == ["late_ack"]


def test_an_event_survives_a_dropped_connection(bare: SlackServer) -> None:
    eva = bare.add_person("Eva Ek")
    with bare_socket(bare) as socket:
        eva.dm("Hej")
        socket.recv(5)
        bare.drop_connections()
        with pytest.raises(ConnectionClosed):
            socket.recv(5)
    eva.dm("Är du där?")
    with bare_socket(bare) as socket:
        texts = {next_envelope(socket)["payload"]["event"]["text"] for _ in range(2)}
    assert texts == {"Hej", "Är du där?"}
    assert bare.violations == []


def test_a_person_does_not_wait_for_a_connection(bare: SlackServer) -> None:
    assert bare.add_person("Eva Ek").commands("/lots").failed == "no_connection"


@pytest.mark.parametrize(("reason", "left"), [("warning", 1), ("refresh_requested", 0)])
def test_the_app_is_asked_to_reconnect(
    bare: SlackServer, reason: Literal["warning", "refresh_requested"], left: int
) -> None:
    with bare_socket(bare) as socket:
        bare.disconnect(reason)
        asked = json.loads(socket.recv(5))
        assert (asked["type"], asked["reason"]) == ("disconnect", reason)
        assert bare.connections == left


def test_socket_mode_can_be_turned_off(bare: SlackServer) -> None:
    with bare_socket(bare) as socket:
        bare.disconnect("link_disabled")
        assert json.loads(socket.recv(5))["reason"] == "link_disabled"
        with pytest.raises(ConnectionClosed):
            socket.recv(5)
    opened = WebClient(base_url=bare.api_url).apps_connections_open(app_token=bare.app_token)
    with pytest.raises(InvalidStatus, match="503"):
        connect(str(opened["url"]))


def test_acknowledgements_that_mean_nothing_are_violations(bare: SlackServer) -> None:
    with bare_socket(bare) as socket:
        socket.send(json.dumps({"envelope_id": "none"}))
        bare.wait_until(lambda: bare.violations)
        bare.add_person("Eva Ek").dm("Hej")
        next_envelope(socket, ack={"text": "hej"})
        bare.wait_until(lambda: len(bare.violations) == 2)
    kinds = [violation.kind for violation in bare.violations]
    assert kinds == ["unknown_envelope", "unexpected_payload"]


def test_pings_are_answered(bare: SlackServer) -> None:
    with bare_socket(bare) as socket:
        assert socket.ping("hej").wait(5)
