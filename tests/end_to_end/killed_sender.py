"""Killing processes that send, at random moments, while Slack fails; and comparing what people got
with what the database says.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.channels.slack.reminder_post import METADATA
from bot.domain.reminders.dispatch import Dispatch, DispatchState
from bot.storage.database import Database, open_database
from tests.contracts import reminders
from tests.end_to_end.sending_worker import LONGEST, Mark
from tests.fakes.slack import (
    Fault,
    Message,
    SlackServer,
    dropped,
    late,
    rate_limited,
    server_error,
)

POST = "chat.postMessage"

PER_PERSON = 2
"""Messages that each gets, of as many occurrences."""

FAULTS: Sequence[Fault] = (
    rate_limited(1),
    server_error(),
    server_error(carried_out=True),
    dropped(carried_out=False),
    dropped(carried_out=True),
    *[late(share * LONGEST.total_seconds()) for share in (0.1, 0.2, 0.4)] * 2,
)
FLAWLESS = 10
"""Times as often nothing goes wrong as each of these does."""

READING_FAULTS: Sequence[Fault] = (rate_limited(1), server_error())

LONG_LIFE = (2.0, 4.0)
"""Seconds between some kills: long enough to settle what others left, or nearly so."""

LONG_LIVES = 0.05
"""Their share."""

LIKELY_RATE = 50
"""Messages a second, until it is known better."""

PATIENCE = 1800.0
"""Seconds for what is left after the last kill."""


@dataclass
class Figures:
    """What happened in a run."""

    kills: int = 0
    kills_amid: int = 0
    """Kills of workers that were sending a message, between its beginning and its end."""
    found: int = 0
    not_found: int = 0
    lost: int = 0
    doubled: int = 0
    differing: int = 0
    """Messages that stand elsewhere than the database says."""
    deliveries: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    """Of the requests: 0 for those whose connection was broken."""
    seconds: float = 0.0

    def __str__(self) -> str:
        errors = sum(times for status, times in self.statuses.items() if status >= 500)
        return (
            f"{self.deliveries:,} deliveries, {self.kills:,} kills, {self.kills_amid:,} of them"
            f" while a message was being sent; settled: {self.found:,} found,"
            f" {self.not_found:,} not there; 429: {self.statuses[429]:,}, 5xx: {errors:,},"
            f" broken connections: {self.statuses[0]:,}; {self.lost} lost, {self.doubled} doubled,"
            f" {self.differing} differing; {self.seconds / 60:.1f} minutes"
        )


class Workers:
    """The process that forks workers, and the workers."""

    def __init__(self, process: subprocess.Popen[str], folder: Path) -> None:
        self._process = process
        self._folder = folder
        self.alive: list[int] = []

    def start(self) -> None:
        self.alive.append(int(self._told("start")))

    def kill(self, pid: int) -> bool:
        """Whether it was sending a message."""
        assert self._told(f"kill {pid}") == "dead 9"
        self.alive.remove(pid)
        path = self._folder / str(pid)
        marks = path.read_text("ascii") if path.exists() else ""
        return marks.count(Mark.BEGUN) > marks.count(Mark.ENDED)

    def marks(self) -> Counter[str]:
        """What all of them have noted."""
        return sum((Counter(each.read_text("ascii")) for each in self._folder.iterdir()), Counter())

    def _told(self, order: str) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{order}\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()


class Mailboxes:
    """What people got, counted as it comes."""

    def __init__(self, slack: SlackServer) -> None:
        self.got: dict[str, list[Message]] = {}
        # Nothing listens for events here.
        slack.workspace.on_message = self._note
        self.count = 0

    def _note(self, _news: str, message: Message, _before: Any) -> None:
        metadata = message.metadata or {}
        assert metadata["event_type"] == METADATA
        self.got.setdefault(metadata["event_payload"]["key"], []).append(message)
        self.count += 1


def kill_senders(
    address: str,
    folder: Path,
    *,
    kills: int,
    deliveries: int,
    workers: int,
    flawless: int = FLAWLESS,
) -> Figures:
    """Kill a worker so many times, each at a random moment, while so many messages are sent."""
    chance = random.Random(20261123)  # noqa: S311 - moments, not secrets
    figures = Figures(kills=kills, deliveries=deliveries)
    began = time.monotonic()
    with (
        closing(open_database(address)) as database,
        SlackServer() as slack,
        _workers(address, slack, folder) as crew,
    ):
        mailboxes = Mailboxes(slack)
        _plan(database, slack, deliveries)
        slack.faults_at_random(POST, chance, [*FAULTS, *[None] * flawless * len(FAULTS)])
        for method in ("conversations.history", "conversations.open"):
            slack.faults_at_random(method, chance, [*READING_FAULTS, *[None] * 10 * FLAWLESS])
        for _ in range(workers):
            crew.start()
        first = time.monotonic()
        for done in range(kills):
            time.sleep(_moment(chance, mailboxes.count, deliveries, kills - done, first))
            figures.kills_amid += crew.kill(chance.choice(crew.alive))
            crew.start()
        slack.clear_faults()
        _wait(database)
        for pid in list(crew.alive):
            crew.kill(pid)
        marks = crew.marks()
        figures.found, figures.not_found = marks[Mark.FOUND], marks[Mark.NOT_FOUND]
        figures.statuses.update(call.status or 0 for call in slack.calls)
        _compare(list(database.outbox.every()), mailboxes, figures)
    figures.seconds = time.monotonic() - began
    return figures


def _moment(
    chance: random.Random, sent: int, deliveries: int, kills_left: int, first: float
) -> float:
    """Seconds until the next kill: at random, so that the kills last as long as the messages."""
    rate = (sent + LIKELY_RATE) / (time.monotonic() - first + 1)
    share = max(deliveries - sent, 0) / rate / kills_left
    if chance.random() < LONG_LIVES:
        return chance.uniform(*LONG_LIFE)
    return chance.uniform(0, 2 * share)


@contextmanager
def _workers(address: str, slack: SlackServer, folder: Path) -> Iterator[Workers]:
    folder.mkdir()
    command = [sys.executable, "-m", "tests.end_to_end.sending_worker"]
    command += [address, slack.api_url, slack.bot_token, str(folder)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        crew = Workers(process, folder)
        try:
            yield crew
        finally:
            for pid in list(crew.alive):
                crew.kill(pid)


def _plan(database: Database, slack: SlackServer, deliveries: int) -> None:
    """Occurrences of a broadcast each, due by now."""
    people = [
        slack.add_person(f"Person Nr{number}").id for number in range(deliveries // PER_PERSON)
    ]
    due = datetime.now(UTC) - timedelta(minutes=1)
    for number in range(PER_PERSON):
        broadcast = reminders.active(database, str(number), reminders.content(["U1"]))
        plan = reminders.a_plan(
            broadcast,
            people,
            dispatches=tuple(reminders.first(each, due) for each in people),
        )
        assert database.broadcasts.plan(plan, reminders.event())


def _wait(database: Database) -> None:
    until = time.monotonic() + PATIENCE
    while database.outbox.next_at() is not None:
        assert time.monotonic() < until, "messages are left"
        time.sleep(0.2)


def _compare(dispatches: Sequence[Dispatch], mailboxes: Mailboxes, figures: Figures) -> None:
    assert len(dispatches) == figures.deliveries
    assert {each.key for each in dispatches} >= mailboxes.got.keys()
    for each in dispatches:
        got = mailboxes.got.get(each.key, [])
        figures.lost += not got
        figures.doubled += len(got) > 1
        standing = [(message.channel.id, message.ts) for message in got]
        is_told = each.state is DispatchState.SENT and (each.channel, each.message) in standing
        figures.differing += not is_told
