"""A messenger, and a server that speaks Slack."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.channels.slack.blocks.notices import plain_notice
from bot.channels.slack.messenger import Messenger
from tests.fakes.slack import Channel, Person, SlackServer

SAID = plain_notice("Svaret står här.", "sv")


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
