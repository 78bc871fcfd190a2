"""A long proof: the process is killed again and again while people ask and Slack fails.

Each question is answered exactly once, in its thread. ``make slack-kill-test`` runs it.
"""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.end_to_end.command import Run
from tests.end_to_end.slack.conftest import behaving, keeps_secrets
from tests.end_to_end.slack.process import eventually
from tests.end_to_end.slack.town import QUESTION, SENTENCE, Mode, Town
from tests.fakes.slack import (
    Channel,
    Fault,
    Message,
    Person,
    SlackServer,
    dropped,
    rate_limited,
    server_error,
)

KILLS = 50
"""In each mode."""

PEOPLE, LATE = 6, 2
"""Who ask before each kill, and those of them who ask again while nobody is there."""

LONGEST_LIFE = 1.2
"""Seconds from the questions to the kill: answering them all takes about half of it."""

HASTY = "tests.end_to_end.slack.hasty_bot"


def faults(chance: random.Random) -> Sequence[Fault]:
    """What Slack does to the next messages: known and unknown outcomes."""
    kinds = [
        rate_limited(1),
        server_error(503),
        dropped(carried_out=False),
        dropped(carried_out=True),
    ]
    return chance.sample(kinds, chance.randint(0, 2))


def ask(town: Town, people: Sequence[Person], channel: Channel) -> list[Message]:
    """Half of them openly, half in the own conversation."""
    return [
        each.dm(QUESTION) if place % 2 else each.says(channel, f"{town.me} {QUESTION}")
        for place, each in enumerate(people)
    ]


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("mode", ["socket", "http"])
def test_whatever_moment_it_is_killed_at_each_question_is_answered_once(
    mode: Mode, indexed: Run, home: Path, tmp_path: Path
) -> None:
    chance = random.Random(20261122)  # noqa: S311 - moments, not secrets
    asked: list[Message] = []
    with SlackServer(mode=mode, retry_pauses=[0.5] * 200) as slack:
        town = Town(slack, home, tmp_path, module=HASTY)
        people = [town.person(f"Person Nr{number}") for number in range(PEOPLE)]
        channel = town.channel(*people)
        with behaving(town), town.bot:
            town.allowed.add("late_ack")
            for _ in range(KILLS):
                for fault in faults(chance):
                    slack.fault("chat.postMessage", fault, times=1)
                asked += ask(town, people, channel)
                time.sleep(chance.uniform(0, LONGEST_LIFE))
                town.bot.kill()
                asked += ask(town, people[:LATE], channel)
                town.bot.start()
            slack.clear_faults()
            eventually(lambda: all(town.replies(each) for each in asked), 300, slack.account)
            town.quiet()
            told = [town.replies(each) for each in asked]
            assert [len(replies) for replies in told] == [1] * KILLS * (PEOPLE + LATE)
            assert all(SENTENCE in replies[0].shown for replies in told)
        keeps_secrets(town.bot, slack)
