"""Fifty people ask in Slack at the same moment: how long they wait, and that nobody waits in vain.

The bot runs in a process of its own; the server that speaks Slack, and those who ask, share the
machine with it. Beside it, in the same run, the same questions are put to the index one after the
other, without Slack.

Usage: python -m tests.benchmarks.slack_load [--quick]
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, get_args

from bot.app import Application
from bot.services.asking import Asking
from bot.services.indexing import untold
from bot.settings import BotSettings
from tests.benchmarks.measures import markdown_table, megabytes, percentile, questions
from tests.end_to_end.slack.process import eventually
from tests.end_to_end.slack.town import Mode, Town
from tests.fakes.slack import Message, Person, SlackServer

PEOPLE, ROUNDS = 50, 5


class Load(NamedTuple):
    """Seconds from each question to its answer and to its acknowledgement; of each round from the
    first question to the last answer; and the bot's peak memory in bytes.
    """

    answers: list[float]
    acks: list[float]
    rounds: list[float]
    lost: int
    memory: int

    def with_round(self, other: Load) -> Load:
        """Both together."""
        return Load(
            self.answers + other.answers,
            self.acks + other.acks,
            self.rounds + other.rounds,
            self.lost + other.lost,
            max(self.memory, other.memory),
        )


def measure(mode: Mode, home: Path, texts: Sequence[str], rounds: int) -> Load:
    """As many people as there are ``texts`` ask them at once, in so many rounds after a first."""
    with tempfile.TemporaryDirectory() as folder, SlackServer(mode=mode) as slack:
        town = Town(slack, home, Path(folder))
        people = [town.person(f"Person {number}") for number in range(len(texts))]
        with town.bot as bot:
            load = Load([], [], [], 0, 0)
            for number in range(rounds + 1):
                done = _round(town, people, texts)
                if number:
                    load = load.with_round(done)
            return load._replace(memory=_peak_memory(bot.pid))


def _round(town: Town, people: Sequence[Person], texts: Sequence[str]) -> Load:
    """All ask in the same moment, each in the conversation with the assistant."""
    slack = town.slack
    begun, calls = len(slack.deliveries), len(slack.calls)
    asked: list[Message] = []
    threads = [
        threading.Thread(target=lambda p=person, t=text: asked.append(p.dm(t)))
        for person, text in zip(people, texts, strict=True)
    ]
    started = time.time()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    eventually(lambda: len(_told(slack, calls)) >= len(texts), 120, slack.account)
    told = _told(slack, calls)
    waited = [told[each.ts] - float(each.ts) for each in asked if each.ts in told]
    acks = [(each.ack_ms or 0) / 1000 for each in slack.deliveries[begun:]]
    ended = max(told.values()) - started
    return Load(waited, acks, [ended], len(asked) - len(waited), 0)


def _told(slack: SlackServer, since: int) -> dict[str, float]:
    """When each question's answer was posted, by the question."""
    return {
        str(call.arguments.get("thread_ts")): call.at
        for call in slack.calls[since:]
        if call.method == "chat.postMessage" and call.ok
    }


def _peak_memory(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    return 1024 * int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0])


def bare(asking: Asking, texts: Sequence[str]) -> float:
    """Seconds for the questions one after the other, without Slack."""
    started = time.perf_counter()
    for text in texts:
        asking.ask(text)
    return time.perf_counter() - started


def run(*, quick: bool) -> str:
    """The table."""
    people, rounds = (8, 1) if quick else (PEOPLE, ROUNDS)
    texts = [each.text for each in questions(people)]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        asking = Application(BotSettings(policylots_home=home), untold).asking()
        asking.warm_up()
        bare(asking, texts)
        rows = []
        for mode in get_args(Mode):
            alone = bare(asking, texts)
            load = measure(mode, home, texts, rounds)
            alone = (alone + bare(asking, texts)) / 2
            rows.append(_row(mode, load, alone))
    header = ("way in", "p50", "p95", "longest", "last answer / bare", "ack p95", "ack longest")
    return markdown_table((*header, "lost", "memory"), rows)


def _row(mode: str, load: Load, alone: float) -> tuple[str, ...]:
    mean = sum(load.rounds) / len(load.rounds)
    return (
        {"socket": "Socket Mode", "http": "HTTP"}[mode],
        *(f"{percentile(load.answers, share):.2f} s" for share in (0.5, 0.95, 1)),
        f"{mean:.2f} s / {alone:.2f} s = {mean / alone:.2f}",
        *(f"{1000 * percentile(load.acks, share):.0f} ms" for share in (0.95, 1)),
        f"{load.lost} of {len(load.answers) + load.lost}",
        megabytes(load.memory),
    )


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    sys.stdout.write(run(quick=parser.parse_args().quick))


if __name__ == "__main__":
    main()
