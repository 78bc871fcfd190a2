"""One process among several at the same inbox. It tells the keys it got, one a line.

Usage: python -m tests.contracts.inbox_worker ADDRESS accept|claim
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import closing

from bot.services.ports import Inbox
from bot.storage.database import open_database
from tests.contracts.storages import NOON, later, make_delivery

DELIVERIES = 300


def accept(inbox: Inbox) -> Iterator[str]:
    """Take in what everybody takes in."""
    for number in range(DELIVERIES):
        if inbox.accept(make_delivery(str(number)), NOON):
            yield str(number)


def claim(inbox: Inbox) -> Iterator[str]:
    """Deal with deliveries as long as there are any."""
    while found := inbox.claim(later(1), later(60), 4):
        for delivery in found:
            # Dealing with it takes time, in which SQLite gives others their turn.
            time.sleep(0.005)
            inbox.done(delivery.key, later(2))
            yield delivery.key


def together() -> None:
    """Imports take longer than the work; all begin when all are ready."""
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()


if __name__ == "__main__":
    address, way = sys.argv[1:]
    if way == "accept":
        together()
    with closing(open_database(address)) as database:
        if way == "claim":
            together()
        keys = list({"accept": accept, "claim": claim}[way](database.inbox))
    sys.stdout.write("".join(f"{key}\n" for key in keys))
