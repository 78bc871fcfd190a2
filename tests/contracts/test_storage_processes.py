"""Several processes with one database."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing

from bot.storage.database import open_database
from tests.contracts.inbox_worker import DELIVERIES
from tests.contracts.storages import NOON, make_delivery

EVERY_KEY = sorted(str(number) for number in range(DELIVERIES))


def test_processes_that_start_at_once_make_the_tables_once_and_take_in_each_delivery_once(
    address: str,
) -> None:
    taken = _run(address, "accept", 4)

    assert sorted(key for keys in taken for key in keys) == EVERY_KEY


def test_two_processes_deal_with_each_delivery_once(address: str) -> None:
    with closing(open_database(address)) as database:
        for number in range(DELIVERIES):
            database.inbox.accept(make_delivery(str(number)), NOON)

        dealt_with = _run(address, "claim", 2)

        assert sorted(key for keys in dealt_with for key in keys) == EVERY_KEY
        assert all(dealt_with), "one process had nothing to do"
        assert database.inbox.waiting() == 0


def _run(address: str, way: str, processes: int) -> list[list[str]]:
    """The keys that each of several processes got."""
    command = [sys.executable, "-m", "tests.contracts.inbox_worker", address, way]
    workers = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(processes)
    ]
    try:
        for worker in workers:
            assert worker.stdout is not None
            assert worker.stdout.readline() == "ready\n"
        for worker in workers:
            assert worker.stdin is not None
            worker.stdin.write("\n")
            worker.stdin.flush()
        told = [worker.communicate(timeout=120)[0].split() for worker in workers]
    finally:
        for worker in workers:
            worker.kill()
            worker.wait()
    assert [worker.returncode for worker in workers] == [0] * processes
    return told
