"""Killing a process that logs activities, and looking at what is left."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing

from sqlalchemy import func, select

from bot.services.activities.ports import Query
from bot.storage import tables
from bot.storage.connections import Connections, read_address
from bot.storage.database import Database, open_database
from tests.contracts.log_worker import LAST, TOGETHER, stated

LONGEST_RUN = 0.6
"""Seconds; some twenty activities are stored in it."""


def kill_and_look(address: str, kills: int) -> None:
    """Kill so many writers, each at a random moment: nothing may be lost or half stored.

    After each, what that writer stored is looked at, and all of it at the end.
    """
    moments = random.Random(20261122)  # noqa: S311
    open_database(address).close()
    told: dict[int, int] = {}
    looked_at = 0
    for run in range(kills):
        told |= _told_until_killed(address, str(run), moments.uniform(0, LONGEST_RUN))
        with closing(open_database(address)) as database:
            looked_at = _look(database, told, looked_at)
    with closing(open_database(address)) as database:
        _look(database, told, 0)
    _look_for_leftovers(address)


def _told_until_killed(address: str, run: str, after: float) -> dict[int, int]:
    """The latest version of each activity that the process said it had stored. So many seconds are
    counted from when it had done each thing once.
    """
    command = [sys.executable, "-m", "tests.contracts.log_worker", address, run]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = []
        for line in process.stdout:
            lines.append(line)
            if line.endswith(f" {LAST}\n"):
                break
        time.sleep(after)
        process.kill()
        lines += process.stdout.read().splitlines(keepends=True)
    assert process.returncode == -signal.SIGKILL
    pairs = (line.split() for line in lines if line.endswith("\n"))
    return {int(identity): int(version) for identity, version in pairs}


def _look(database: Database, told: dict[int, int], looked_at: int) -> int:
    """Look at the activities after the one of that id; the last id."""
    activities = list(database.activities.every(Query()))
    stored = {each.id: each.version for each in activities}
    assert {identity for identity in told if stored.get(identity, 0) < told[identity]} == set()
    for each in (each for each in activities if each.id > looked_at):
        batch = each.content.partners[0]
        history = database.activities.history(each.id)
        assert [entry.version for entry in history] == list(range(1, each.version + 1))
        assert each.content == stated(batch, each.version)
        befores = [stated(batch, version) for version in range(1, each.version)]
        assert [entry.before for entry in history] == [None, *befores]
        assert history[-1].at == each.changed_at
    together = Counter(each.content.partners[0] for each in activities)
    del together["alone"]
    assert set(together.values()) == {TOGETHER}
    return activities[-1].id


def _look_for_leftovers(address: str) -> None:
    """Each activity has the names and countries that it states, and no others are there."""
    connections = Connections(read_address(address))
    found = (tables.activity, tables.activity_country, tables.activity_name)
    with closing(connections), connections.reading() as connection:
        activities, countries, names = (
            connection.execute(select(func.count()).select_from(each)).scalar_one()
            for each in found
        )
    assert (countries, names) == (activities, 2 * activities)
