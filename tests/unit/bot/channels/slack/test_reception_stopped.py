"""The end of the reception: what is under way is finished, the rest stays for the next start."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.channels.slack import reception as module
from bot.channels.slack.reception import LEASE, Reception
from tests.unit.bot.channels.slack.delivered import Body, mention
from tests.unit.bot.channels.slack.received import (
    PATIENCE,
    Desk,
    RecordingInbox,
    ack,
    clock,
    desk,
    inbox,
    left,
    make,
    metrics,
    quick_rounds,
    receive,
    reception,
    renewed,
    until,
)
from tests.unit.bot.services.asked import Clock

__all__ = [
    "ack",
    "clock",
    "desk",
    "inbox",
    "make",
    "metrics",
    "quick_rounds",
    "receive",
    "reception",
]


def test_stopping_waits_for_what_is_under_way(
    receive: Callable[[Body], None], reception: Reception, inbox: RecordingInbox, desk: Desk
) -> None:
    desk.gate.clear()
    reception.start()
    for number in range(20):
        receive(mention() | {"event_id": f"Ev{number}"})
    threading.Timer(0.1, desk.gate.set).start()
    reception.stop(PATIENCE)
    assert inbox.waiting() == 0
    assert len(desk.worked) == 20
    until(lambda: not reception.is_keeping())


def test_leases_are_kept_while_stopping_and_nothing_new_is_taken_on(
    receive: Callable[[Body], None],
    reception: Reception,
    make: Callable[[], Reception],
    inbox: RecordingInbox,
    desk: Desk,
    clock: Clock,
) -> None:
    desk.gate.clear()
    reception.start()
    receive(mention())
    until(lambda: desk.worked)
    stopping = threading.Thread(target=reception.stop, args=(PATIENCE,))
    stopping.start()
    renewed(inbox)
    left(inbox, clock, "Ev2")
    for _ in range(3):
        clock.go_on(seconds=LEASE.total_seconds() * 0.9)
        renewed(inbox)
    assert [each.key for each in desk.worked] == ["Ev1"]
    other = make()
    other.listener("mention", desk.work)
    other.start()
    until(lambda: len(desk.worked) == 2)
    desk.gate.set()
    stopping.join()
    until(lambda: inbox.waiting() == 0)
    assert [(each.key, each.attempts) for each in desk.worked] == [("Ev1", 1), ("Ev2", 2)]


def test_what_is_not_done_in_time_stays_for_the_next_start(
    receive: Callable[[Body], None],
    reception: Reception,
    make: Callable[[], Reception],
    inbox: RecordingInbox,
    desk: Desk,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    desk.gate.clear()
    reception.start()
    for number in range(12):
        receive(mention() | {"event_id": f"Ev{number}"})
    until(lambda: len(desk.worked) == module.WORKERS)
    caplog.set_level(logging.WARNING)
    reception.stop(timedelta(milliseconds=20))
    assert "12 deliveries are left for the next start" in caplog.text
    desk.gate.set()
    until(lambda: inbox.waiting() == 12 - module.WORKERS)
    clock.go_on(seconds=LEASE.total_seconds())
    following = make()
    following.listener("mention", desk.work)
    following.start()
    until(lambda: inbox.waiting() == 0)
    assert len({each.key for each in desk.worked}) == len(desk.worked) == 12


def test_what_is_not_done_in_time_is_taken_on_by_nobody_else_while_a_thread_is_at_it(
    receive: Callable[[Body], None],
    reception: Reception,
    make: Callable[[], Reception],
    inbox: RecordingInbox,
    desk: Desk,
    clock: Clock,
) -> None:
    desk.gate.clear()
    reception.start()
    receive(mention())
    until(lambda: desk.worked)
    reception.stop(timedelta(milliseconds=20))
    other = make()
    other.listener("mention", desk.work)
    other.start()
    for _ in range(3):
        renewed(inbox)
        clock.go_on(seconds=LEASE.total_seconds() * 0.9)
    renewed(inbox)
    desk.gate.set()
    until(lambda: inbox.waiting() == 0)
    assert desk.attempts == [1]
    until(lambda: not reception.is_keeping())


def test_a_reception_that_was_not_started_keeps_nothing(reception: Reception) -> None:
    assert not reception.is_keeping()
    reception.start()
    assert reception.is_keeping()
