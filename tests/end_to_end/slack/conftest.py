"""One process a mode for all scenarios, and what must hold after each of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.command import Run
from tests.end_to_end.slack.process import Bot
from tests.end_to_end.slack.reminded_town import RemindedTown
from tests.end_to_end.slack.town import Town
from tests.fakes.slack import SlackServer

HASTY = "tests.end_to_end.slack.hasty_bot"


@pytest.fixture(scope="session", params=["socket", "http"])
def running(
    request: pytest.FixtureRequest,
    indexed: Run,
    home: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Town]:
    folder = tmp_path_factory.mktemp("slack")
    with SlackServer(mode=request.param) as slack:
        town = Town(slack, home, folder)
        with town.bot as bot:
            yield town
            assert bot.stop() == 0
        keeps_secrets(bot, slack)


@pytest.fixture
def town(running: Town) -> Iterator[Town]:
    """The workspace of all scenarios; each must leave it as Slack wants it."""
    with behaving(running):
        yield running


@pytest.fixture(scope="session", params=["socket", "http"])
def impatient(
    request: pytest.FixtureRequest,
    indexed: Run,
    home: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Town]:
    folder = tmp_path_factory.mktemp("hasty")
    # Slack asks again and again until the process is back.
    with SlackServer(mode=request.param, retry_pauses=[0.3] * 100) as slack:
        town = Town(slack, home, folder, module=HASTY)
        with town.bot as bot:
            yield town
            assert bot.stop() == 0
        keeps_secrets(bot, slack)


@pytest.fixture
def hasty(impatient: Town) -> Iterator[Town]:
    """A workspace whose bot loses its patience soon, and may be ended and started."""
    with behaving(impatient):
        # What was on its way to a process when it ended was not acknowledged in time.
        impatient.allowed.add("late_ack")
        yield impatient


@pytest.fixture(scope="session", params=["socket", "http"])
def reminding(
    request: pytest.FixtureRequest,
    indexed: Run,
    home: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[RemindedTown]:
    folder = tmp_path_factory.mktemp("reminding")
    with SlackServer(mode=request.param) as slack:
        town = RemindedTown(slack, home, folder)
        with town.bot as bot:
            town.units()
            yield town
            assert bot.stop() == 0
        keeps_secrets(bot, slack)


@pytest.fixture
def reminded(reminding: RemindedTown) -> Iterator[RemindedTown]:
    """A town at a time that tests set; each finds it on the same day and without contacts."""
    with behaving(reminding):
        yield reminding
        reminding.restore()


class behaving:  # noqa: N801 - a context manager, used as a verb
    """Raises AssertionError for what Slack would refuse and for whom we must not ping."""

    def __init__(self, town: Town) -> None:
        self._town = town
        slack = town.slack
        self._before = len(slack.violations), len(slack.pings), len(slack.unfurling)

    def __enter__(self) -> None:
        self._town.allowed.clear()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        slack, (violations, pings, unfurling) = self._town.slack, self._before
        slack.clear_faults()
        slack.limit_posting(None)
        slack.set_trigger_lifetime(3)
        if kind is not None:
            return
        told = [
            each for each in slack.violations[violations:] if each.kind not in self._town.allowed
        ]
        assert told == []
        assert slack.unfurling[unfurling:] == []
        for ping in slack.pings[pings:]:
            assert ping.kind in {"user", "subteam"}, ping
            assert ping.kind == "user" or ping.target == self._town.group


def keeps_secrets(bot: Bot, slack: SlackServer) -> None:
    """What must never stand in a log: tokens, addresses to answer to, what people wrote."""
    written = bot.written()
    for line in written.splitlines():
        assert isinstance(json.loads(line), dict)
    for secret in (slack.bot_token, slack.app_token, slack.signing_secret, f"{slack.url}/actions/"):
        assert secret not in written
    for text in texts_of_people(slack):
        assert text not in written


def texts_of_people(slack: SlackServer) -> set[str]:
    """What people typed in messages, commands and forms, long enough to be told from our words."""
    said = {
        message.text
        for channel in list(slack.workspace.channels.values())
        for message in slack.messages(channel)
        if not message.bot_id
    }
    for delivery in slack.deliveries:
        said.add(str(delivery.payload.get("text") or ""))
    plain = {text.replace(f"<@{slack.bot_user_id}>", "").strip() for text in said}
    return {text for text in plain if len(text) > 12}
