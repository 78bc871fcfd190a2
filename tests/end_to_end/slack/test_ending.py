"""The process is told to end while it loads, and while something hangs."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest

from tests.end_to_end.command import Run
from tests.end_to_end.slack.loading_bot import LOADING
from tests.end_to_end.slack.process import eventually
from tests.end_to_end.slack.town import QUESTION, SENTENCE, Town
from tests.fakes.slack import SlackServer, rate_limited


@pytest.fixture(params=["socket", "http"])
def mode(request: pytest.FixtureRequest) -> Literal["socket", "http"]:
    found: Literal["socket", "http"] = request.param
    return found


@pytest.fixture
def slack(mode: Literal["socket", "http"]) -> Iterator[SlackServer]:
    with SlackServer(mode=mode) as slack:
        yield slack


def town(slack: SlackServer, home: Path, folder: Path, module: str) -> Town:
    return Town(slack, home, folder, module=f"tests.end_to_end.slack.{module}")


def test_a_process_that_is_still_loading_ends_at_once(
    slack: SlackServer, indexed: Run, home: Path, tmp_path: Path
) -> None:
    bot = town(slack, home, tmp_path, "loading_bot").bot
    bot.launch()
    eventually(lambda: LOADING in bot.told(), 60, bot.account)
    began = time.monotonic()
    assert bot.stop() == 0
    assert time.monotonic() - began < 10


def test_what_hangs_does_not_keep_the_process_and_is_taken_up_at_the_next_start(
    slack: SlackServer, indexed: Run, home: Path, tmp_path: Path
) -> None:
    there = town(slack, home, tmp_path, "curt_bot")
    with there.bot as bot:
        slack.fault("chat.postMessage", rate_limited(45))
        eva = there.person()
        asked = eva.dm(QUESTION)
        there.wait(lambda: [call for call in slack.calls if call.method == "chat.postMessage"])
        began = time.monotonic()
        assert bot.stop() == 0
        assert time.monotonic() - began < 10
        assert bot.waiting() == 1
        assert any("still hangs" in each for each in bot.told())
        bot.start()
        assert SENTENCE in there.reply(asked).shown
        there.quiet()
        assert len(there.replies(asked)) == 1
        assert bot.stop() == 0
