"""Deliveries that a process left: taken on once by another, when its lease has run out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.channels.slack.reception import LEASE, MOST_ATTEMPTS, Reception, TooOften
from tests.unit.bot.channels.slack.delivered import mention
from tests.unit.bot.channels.slack.received import (
    Ack,
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
    reception,
    renewed,
    rounds,
    until,
)
from tests.unit.bot.services.asked import Clock

__all__ = ["ack", "clock", "desk", "inbox", "make", "metrics", "quick_rounds", "reception"]


def test_what_a_dead_process_left_is_taken_on_when_its_lease_has_run_out(
    reception: Reception, inbox: RecordingInbox, desk: Desk, clock: Clock
) -> None:
    left(inbox, clock)
    reception.listener("mention", desk.work)
    reception.start()
    clock.go_on(seconds=LEASE.total_seconds() - 0.001)
    rounds()
    assert desk.worked == []
    clock.go_on(seconds=0.001)
    until(lambda: inbox.waiting() == 0)
    assert desk.attempts == [2]


def test_what_has_ended_every_process_that_dealt_with_it_is_given_up(
    reception: Reception, inbox: RecordingInbox, desk: Desk, clock: Clock
) -> None:
    left(inbox, clock)
    for _ in range(MOST_ATTEMPTS - 1):
        clock.go_on(seconds=LEASE.total_seconds())
        inbox.claim(clock(), clock() + LEASE, 1)
    clock.go_on(seconds=LEASE.total_seconds())
    reception.listener("mention", desk.work)
    reception.start()
    until(lambda: inbox.waiting() == 0)
    [(key, error)] = desk.complaints
    assert (key, type(error), desk.worked) == ("Ev1", TooOften, [])


def test_who_only_waits_behind_what_ends_the_process_is_not_given_up_with_it(
    reception: Reception, inbox: RecordingInbox, desk: Desk, clock: Clock
) -> None:
    for key in ("Ev1", "Ev2", "Ev3"):
        left(inbox, clock, key)
    inbox.claim(clock() + LEASE, clock() + LEASE, 3)
    reception.listener("mention", desk.work)
    desk.gate.clear()
    clock.go_on(seconds=LEASE.total_seconds())
    reception.start()
    until(lambda: desk.worked)
    rounds(3)
    assert [each.key for each in desk.worked] == ["Ev1"]
    desk.gate.set()
    until(lambda: inbox.waiting() == 0)
    assert [(each.key, each.attempts) for each in desk.worked] == [
        ("Ev1", 3),
        ("Ev2", 3),
        ("Ev3", 3),
    ]


def test_what_a_living_process_deals_with_is_not_taken_on_by_another(
    make: Callable[[], Reception], inbox: RecordingInbox, desk: Desk, clock: Clock, ack: Ack
) -> None:
    here, there = make(), make()
    receive = here.listener("mention", desk.work)
    there.listener("mention", desk.work)
    desk.gate.clear()
    here.start()
    receive(body=mention(), ack=ack)
    for _ in range(5):
        renewed(inbox)
        clock.go_on(seconds=LEASE.total_seconds() * 0.9)
    renewed(inbox)
    there.start()
    rounds()
    desk.gate.set()
    until(lambda: inbox.waiting() == 0)
    assert desk.attempts == [1]


def test_of_many_that_were_left_each_is_dealt_with_once_by_two_processes(
    make: Callable[[], Reception], inbox: RecordingInbox, desk: Desk, clock: Clock
) -> None:
    for number in range(60):
        left(inbox, clock, f"Ev{number}")
    clock.go_on(seconds=LEASE.total_seconds())
    for process in (make(), make()):
        process.listener("mention", desk.work)
        process.start()
    until(lambda: inbox.waiting() == 0)
    assert sorted(each.key for each in desk.worked) == sorted(f"Ev{n}" for n in range(60))


def test_a_delivery_that_nobody_deals_with_any_more_is_dropped_and_logged(
    reception: Reception,
    inbox: RecordingInbox,
    desk: Desk,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    left(inbox, clock, listener="an old one")
    clock.go_on(seconds=LEASE.total_seconds())
    reception.listener("mention", desk.work)
    reception.start()
    until(lambda: inbox.waiting() == 0)
    assert desk.worked == []
    assert "nobody deals with an old one any more" in caplog.text
