"""Several processes with one database."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing

from bot.domain.reminders.dispatch import DispatchState
from bot.storage.database import open_database
from tests.contracts.inbox_worker import DELIVERIES
from tests.contracts.outbox_worker import PEOPLE
from tests.contracts.reminders import active, planned
from tests.contracts.storages import NOON, make_delivery

EVERY_KEY = sorted(str(number) for number in range(DELIVERIES))


def test_processes_that_start_at_once_make_the_tables_once_and_take_in_each_delivery_once(
    address: str,
) -> None:
    taken = _run(address, "accept", 4)

    assert sorted(key for keys in taken for key in keys) == EVERY_KEY


def test_two_processes_deal_with_each_delivery_once(made_address: str) -> None:
    with closing(open_database(made_address)) as database:
        for number in range(DELIVERIES):
            database.inbox.accept(make_delivery(str(number)), NOON)

        dealt_with = _run(made_address, "claim", 2)

        assert sorted(key for keys in dealt_with for key in keys) == EVERY_KEY
        assert all(dealt_with), "one process had nothing to do"
        assert database.inbox.waiting() == 0


def test_processes_that_plan_at_once_plan_one_occurrence(made_address: str) -> None:
    with closing(open_database(made_address)) as database:
        broadcast = active(database)

        told = _run(made_address, "plan", 4, "outbox_worker")

        [made] = database.occurrences.of_broadcast(broadcast.id)
        assert [identity for each in told for identity in each] == [str(made.id)]
        assert len(database.occurrences.recipients(made.id)) == len(PEOPLE)
        assert sum(1 for _ in database.outbox.every()) == len(PEOPLE)


def test_processes_that_send_at_once_send_each_message_once(made_address: str) -> None:
    with closing(open_database(made_address)) as database:
        for key in "abc":
            planned(database, PEOPLE, key)

        told = _run(made_address, "send", 3, "outbox_worker")

        sent = sorted(int(identity) for each in told for identity in each)
        assert sent == [each.id for each in database.outbox.every()]
        assert {each.state for each in database.outbox.every()} == {DispatchState.SENT}
        assert {each.attempts for each in database.outbox.every()} == {1}


def _run(address: str, way: str, processes: int, program: str = "inbox_worker") -> list[list[str]]:
    """What each of several processes told."""
    command = [sys.executable, "-m", f"tests.contracts.{program}", address, way]
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
