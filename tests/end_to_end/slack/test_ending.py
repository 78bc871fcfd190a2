"""The process is told to end while it loads, and while something hangs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest

from tests.end_to_end.command import Run
from tests.end_to_end.slack.loading_bot import LOADING
from tests.end_to_end.slack.process import eventually
from tests.end_to_end.slack.town import QUESTION, SENTENCE, Town
from tests.fakes.slack import SlackServer, rate_limited

HANGS = "still hangs"


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
    assert bot.stop() == 0
    # Nobody had to end it.
    assert not any(HANGS in each for each in bot.told())


def test_what_hangs_does_not_keep_the_process_and_is_taken_up_at_the_next_start(
    slack: SlackServer, indexed: Run, home: Path, tmp_path: Path
) -> None:
    there = town(slack, home, tmp_path, "curt_bot")
    with there.bot as bot:
        slack.fault("chat.postMessage", rate_limited(45))
        eva = there.person()
        asked = eva.dm(QUESTION)
        there.wait(lambda: slack.called("chat.postMessage"))
        assert bot.stop() == 0
        # It did not stay to send again, which Slack had forbidden for a while.
        assert len(slack.called("chat.postMessage")) == 1
        assert bot.waiting() == 1
        assert any(HANGS in each for each in bot.told())
        bot.start()
        assert SENTENCE in there.reply(asked).shown
        there.quiet()
        assert len(there.replies(asked)) == 1
        assert bot.stop() == 0
