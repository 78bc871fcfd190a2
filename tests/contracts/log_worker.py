"""A process that logs and changes activities until it is killed. It tells the id and version of
each that it has stored.

Usage: python -m tests.contracts.log_worker ADDRESS RUN
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from itertools import count

from bot.domain.activities.activity import Activity, Content, Status
from bot.services.activities.ports import ActivityBook
from bot.storage.database import open_database
from tests.contracts.activities import HOME, doing, meeting

TOGETHER = 5
"""Activities that are added at once."""

LAST = 3
"""The version up to which some of them are changed."""


def stated(batch: str, version: int) -> Content:
    """What a version states: its number is the title, what it was added with the partner."""
    return meeting(str(version), partners=(batch, f"version {version}"), countries=("LT",))


def work(book: ActivityBook, run: str) -> Iterator[Activity]:
    for number in count():
        batch = f"{run} {number}"
        keys = [f"{batch} {each}" for each in range(TOGETHER)]
        added = book.add_all(keys, HOME, [stated(batch, 1)] * TOGETHER, doing())
        added.append(book.add(batch, HOME, stated("alone", 1), Status.LOGGED, doing()))
        yield from added
        for each in added[TOGETHER - 2 :]:
            for version in range(1, LAST):
                batch = each.content.partners[0]
                then, now = stated(batch, version), stated(batch, version + 1)
                changed = each.model_copy(update={"content": now})
                saved = book.save(version, changed, doing("U2", version), then)
                assert saved is not None
                yield saved


if __name__ == "__main__":
    address, run = sys.argv[1:]
    with closing(open_database(address)) as database:
        for each in work(database.activities, run):
            sys.stdout.write(f"{each.id} {each.version}\n")
            sys.stdout.flush()
