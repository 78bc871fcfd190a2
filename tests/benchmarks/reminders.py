"""A broadcast to 10,000 recipients: finding them, planning it, and sending it.

Usage: python -m tests.benchmarks.reminders [--quick]
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path
from uuid import uuid4

from bot.domain.reminders.audience import Audience
from bot.domain.reminders.dispatch import Dispatch, DispatchState
from bot.services.reminders.closed_days import swedish_working_time
from bot.services.reminders.limits import Limits
from bot.services.reminders.ports import Arrived, Outgoing
from bot.services.reminders.sending import LEASE, TOGETHER, Sender, loading
from bot.services.reminders.sending_loop import SENDERS
from bot.storage.database import Database, open_database
from tests.benchmarks.databases import Row, compared, median, once
from tests.benchmarks.measures import megabytes, peak_memory
from tests.unit.bot.services.reminders.reminded import Desk, content

RECIPIENTS = 10_000
CHANNEL = "C1"


class InstantPost:
    """``ports.Post`` to people who have everything at once."""

    longest = timedelta(minutes=1)

    def send(self, outgoing: Outgoing, _: float) -> Arrived:
        return Arrived(channel="D1", message=outgoing.dispatch.key)

    def find(self, _: Dispatch) -> Arrived | None:
        return None


def desk_of(database: Database, recipients: int) -> Desk:
    """The use cases over the database, at a working time, and a channel of so many members."""
    enough = Limits(second_yes_from=recipients + 1, a_day=recipients + 1)
    desk = Desk(limits=enough, database=database)
    desk.members.channels[CHANNEL] = [f"U{number:06}" for number in range(recipients)]
    desk.at("2026-11-02 09:00")
    return desk


def measure(recipients: int, address: str, _: Path) -> list[Row]:
    """Each thing that was timed, and what it took, in one database."""
    with closing(open_database(address)) as database:
        return list(_measured(database, recipients))


def _measured(database: Database, recipients: int) -> Iterator[Row]:
    desk = desk_of(database, recipients)
    before = peak_memory()
    broadcast = desk.start(content(audience=Audience(channels=frozenset({CHANNEL}))))
    yield "planning it", once(desk.plan)
    yield "most memory until then", f"{megabytes(peak_memory())} ({megabytes(before)} before)"
    yield "another round, with nothing due", once(desk.plan)
    [occurrence] = desk.occurrences(broadcast)
    yield "its status", median(lambda _: database.outbox.counts(occurrence.id))
    yield f"claiming {TOGETHER}", median(lambda _: _claimed(desk))
    # What was claimed is free again then.
    desk.clock.time += 2 * LEASE
    sender = Sender(
        database.outbox,
        loading(database.occurrences),
        InstantPost(),
        swedish_working_time(),
        desk.clock,
    )
    yield f"sending all, {SENDERS} threads", _sent(sender, recipients)
    [counted] = database.outbox.counts(occurrence.id)
    assert (counted.state, counted.count) == (DispatchState.SENT, recipients)


def _claimed(desk: Desk) -> None:
    now = desk.clock()
    assert desk.database.outbox.claim(now, now + LEASE, uuid4().hex, TOGETHER)


def _sent(sender: Sender, recipients: int) -> str:
    def send(_: int) -> None:
        while sender.send_some():
            pass

    started = time.perf_counter()
    with ThreadPoolExecutor(SENDERS) as threads:
        list(threads.map(send, range(SENDERS)))
    taken = time.perf_counter() - started
    return f"{taken:,.0f} s ({recipients / taken:,.0f} a second)"


def run(*, quick: bool) -> str:
    """Measure both databases; the table."""
    recipients = 300 if quick else RECIPIENTS
    return compared(f"{recipients:,} recipients", partial(measure, recipients))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    sys.stdout.write(run(quick=parser.parse_args().quick))


if __name__ == "__main__":
    main()
