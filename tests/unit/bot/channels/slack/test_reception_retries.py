"""Deliveries that fail: tried again for hours, or complained of once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.channels.slack.errors import ChannelRefused, ChannelUnavailable
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.metrics import Metrics
from bot.channels.slack.reception import LEASE, LONGEST_PAUSE, SHORTEST_PAUSE, TRIED_FOR, Reception
from bot.services.errors import QuestionGone, StorageUnavailable
from bot.services.ports import Delivery
from tests.unit.bot.channels.slack.delivered import Body, mention
from tests.unit.bot.channels.slack.received import (
    PATIENCE,
    Ack,
    Desk,
    RecordingInbox,
    ack,
    clock,
    count,
    desk,
    inbox,
    left,
    make,
    metrics,
    quick_rounds,
    receive,
    reception,
    rounds,
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


def test_what_cannot_be_reached_now_is_tried_again_for_hours_with_growing_pauses(
    receive: Callable[[Body], None],
    reception: Reception,
    inbox: RecordingInbox,
    desk: Desk,
    clock: Clock,
    metrics: Metrics,
) -> None:
    desk.faults = [ChannelUnavailable("503") for _ in range(99)]
    reception.start()
    receive(mention())
    age, attempt = timedelta(), 0
    while age < TRIED_FOR:
        attempt += 1
        until(lambda number=attempt: inbox.steps.count("release") == number)  # type: ignore[misc]
        assert desk.complaints == []
        pause = min(max(age, SHORTEST_PAUSE), LONGEST_PAUSE)
        clock.go_on(seconds=pause.total_seconds() - 0.001)
        rounds(3)
        assert len(desk.worked) == attempt
        clock.go_on(seconds=0.001)
        until(lambda number=attempt: len(desk.worked) == number + 1)  # type: ignore[misc]
        age += pause
    until(lambda: inbox.waiting() == 0)
    assert desk.attempts == [1, *[2] * attempt]
    assert [key for key, _ in desk.complaints] == ["Ev1"]
    assert (count(metrics, "failed"), count(metrics, "put_off")) == (1, attempt)


def test_pauses_grow_while_they_may() -> None:
    assert timedelta() < SHORTEST_PAUSE <= timedelta(seconds=5)
    assert SHORTEST_PAUSE < LONGEST_PAUSE < TRIED_FOR


def test_what_works_at_the_second_attempt_is_not_complained_of(
    receive: Callable[[Body], None],
    reception: Reception,
    inbox: RecordingInbox,
    desk: Desk,
    clock: Clock,
) -> None:
    desk.faults = [StorageUnavailable("locked", location="here")]
    reception.start()
    receive(mention())
    until(lambda: "release" in inbox.steps)
    clock.go_on(seconds=SHORTEST_PAUSE.total_seconds())
    until(lambda: inbox.waiting() == 0)
    assert (desk.attempts, desk.complaints) == ([1, 2], [])


@pytest.mark.parametrize(
    "error", [ZeroDivisionError("a bug"), QuestionGone("gone"), ChannelRefused("no", "no")]
)
def test_what_fails_otherwise_is_complained_of_once(
    receive: Callable[[Body], None],
    reception: Reception,
    inbox: RecordingInbox,
    desk: Desk,
    clock: Clock,
    metrics: Metrics,
    error: Exception,
) -> None:
    desk.faults = [error]
    reception.start()
    receive(mention())
    until(lambda: inbox.waiting() == 0)
    clock.go_on(hours=1)
    rounds()
    receive(mention())
    assert desk.complaints == [("Ev1", error)]
    assert (len(desk.worked), count(metrics, "failed"), count(metrics, "done")) == (1, 1, 0)


def test_a_complaint_that_fails_does_not_bring_the_delivery_back(
    inbox: RecordingInbox, metrics: Metrics, clock: Clock, desk: Desk, ack: Ack
) -> None:
    def fail(occasion: Occasion, error: Exception) -> None:
        raise KeyError("a bug in the complaint")

    reception = Reception(inbox, fail, metrics, clock)
    reception.start()
    desk.faults = [ZeroDivisionError("a bug")]
    reception.listener("mention", desk.work)(body=mention(), ack=ack)
    until(lambda: inbox.waiting() == 0)
    clock.go_on(hours=1)
    rounds()
    reception.stop(PATIENCE)
    assert len(desk.worked) == 1


def test_a_database_that_fails_for_a_while_ends_nothing(
    reception: Reception, inbox: RecordingInbox, desk: Desk, clock: Clock
) -> None:
    left(inbox, clock)
    clock.go_on(seconds=LEASE.total_seconds())
    inbox.faults = 3
    reception.listener("mention", desk.work)
    reception.start()
    until(lambda: desk.worked)
    assert reception.is_keeping()


def test_a_round_that_fails_for_an_unknown_reason_ends_nothing(
    reception: Reception,
    inbox: RecordingInbox,
    desk: Desk,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    claim = inbox.claim
    errors = [RuntimeError("a bug"), ValueError("another")]

    def claim_or_fail(now: Any, leased_until: Any, most: int, **which: Any) -> list[Delivery]:
        if errors:
            raise errors.pop()
        return claim(now, leased_until, most, **which)

    monkeypatch.setattr(inbox, "claim", claim_or_fail)
    left(inbox, clock)
    clock.go_on(seconds=LEASE.total_seconds())
    reception.listener("mention", desk.work)
    reception.start()
    until(lambda: desk.worked)
    assert reception.is_keeping()


def test_what_was_done_but_could_not_be_marked_so_comes_again_as_another_attempt(
    receive: Callable[[Body], None],
    reception: Reception,
    inbox: RecordingInbox,
    desk: Desk,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    done = inbox.done
    failures = [StorageUnavailable("locked", location="here")]

    def done_or_fail(key: str, now: Any) -> None:
        if failures:
            raise failures.pop()
        done(key, now)

    monkeypatch.setattr(inbox, "done", done_or_fail)
    reception.start()
    receive(mention())
    until(lambda: "left for later" in caplog.text)
    until(lambda: not failures)
    rounds()
    clock.go_on(seconds=LEASE.total_seconds())
    until(lambda: inbox.waiting() == 0)
    assert (desk.attempts, desk.complaints) == ([1, 2], [])
