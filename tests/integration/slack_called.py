"""The fake Slack, called by Slack's own library."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from tests.fakes.slack import Channel, Person, SlackServer

Payload = dict[str, Any]

QUIET: Payload = {"unfurl_links": False, "unfurl_media": False}


@pytest.fixture
def slack() -> Iterator[SlackServer]:
    with SlackServer(ack_limit=0.2) as server:
        yield server


@pytest.fixture
def eva(slack: SlackServer) -> Person:
    return slack.add_person("Eva Ek")


@pytest.fixture
def channel(slack: SlackServer, eva: Person) -> Channel:
    return slack.add_channel("internationellt", members=[eva])


@pytest.fixture
def client(slack: SlackServer) -> WebClient:
    return WebClient(slack.bot_token, base_url=slack.api_url, timeout=2, retry_handlers=[])


def refused(client: WebClient, method: str, **arguments: Any) -> str:
    with pytest.raises(SlackApiError) as error:
        client.api_call(method, json=arguments)
    return str(error.value.response["error"])


def plain(text: str) -> Payload:
    return {"type": "plain_text", "text": text}


def section(text: str) -> Payload:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def button(action_id: str, **more: Any) -> Payload:
    return {"type": "button", "action_id": action_id, "text": plain("Öppna"), **more}


def actions(*elements: Payload) -> Payload:
    return {"type": "actions", "block_id": "row", "elements": list(elements)}
