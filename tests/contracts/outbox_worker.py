"""One process among several at the same outbox. It tells what it did, one thing a line: the ids of
the dispatches that it sent, or of the occurrence that it planned.

Usage: python -m tests.contracts.outbox_worker ADDRESS plan|send
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta

from bot.storage.database import Database, open_database
from tests.contracts.inbox_worker import together
from tests.contracts.reminders import LEASE, a_plan, event
from tests.contracts.storages import NOON

PEOPLE = [f"U{number:03}" for number in range(120)]
HASTE = 20


def plan(database: Database) -> Iterator[int]:
    """Plan what everybody plans."""
    [broadcast] = database.broadcasts.search(None)
    made = database.broadcasts.plan(a_plan(broadcast, PEOPLE), event())
    if made:
        yield made.id


def send(database: Database) -> Iterator[int]:
    """Send as long as there is anything."""
    token = str(os.getpid())
    while database.outbox.next_at():
        for each in database.outbox.claim(now(), now() + LEASE, token, 4):
            if database.outbox.begin(each.id, token, now()):
                time.sleep(0.001)
                assert database.outbox.sent(each.id, token, now(), "D1", str(each.id))
                yield each.id


def now() -> datetime:
    """By a clock that all processes have, and that does not let them wait long for each other."""
    return NOON + HASTE * timedelta(seconds=time.monotonic())


if __name__ == "__main__":
    address, way = sys.argv[1:]
    with closing(open_database(address)) as database:
        together()
        told = list({"plan": plan, "send": send}[way](database))
    sys.stdout.write("".join(f"{each}\n" for each in told))
