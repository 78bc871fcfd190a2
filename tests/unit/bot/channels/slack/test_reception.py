"""Deliveries: stored, acknowledged and dealt with."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from bot.channels.slack.blocks.fitting import View
from bot.channels.slack.metrics import Metrics
from bot.channels.slack.reception import Reception
from bot.services.errors import StorageUnavailable
from tests.unit.bot.channels.slack.delivered import Body, mention
from tests.unit.bot.channels.slack.received import (
    Ack,
    Desk,
    RecordingInbox,
    ack,
    clock,
    count,
    desk,
    inbox,
    make,
    metrics,
    quick_rounds,
    receive,
    reception,
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


def test_a_delivery_is_stored_before_it_is_acknowledged_and_then_dealt_with(
    receive: Callable[[Body], None], inbox: RecordingInbox, desk: Desk, ack: Ack, metrics: Metrics
) -> None:
    desk.gate.clear()
    receive(mention())
    assert inbox.steps == ["accept", "ack"]
    assert ack.given == [{}]
    desk.gate.set()
    until(lambda: count(metrics, "done") == 1)
    assert inbox.steps == ["accept", "ack", "done"]
    (occasion,) = desk.worked
    assert (occasion.key, occasion.attempts) == ("Ev1", 1)
    assert occasion.text == "<@U0BOT> Vem?"
    assert inbox.waiting() == 0


def test_the_acknowledgement_does_not_wait_for_the_work(
    receive: Callable[[Body], None], desk: Desk, ack: Ack
) -> None:
    desk.gate.clear()
    for number in range(40):
        receive(mention() | {"event_id": f"Ev{number}"})
    assert len(ack.given) == 40


def test_no_verification_token_is_stored(
    receive: Callable[[Body], None], inbox: RecordingInbox
) -> None:
    receive(mention())
    assert "token" not in inbox.accepted[0].body
    assert inbox.accepted[0].body["event_id"] == "Ev1"


def test_what_is_delivered_again_is_acknowledged_and_not_begun(
    receive: Callable[[Body], None], desk: Desk, ack: Ack, metrics: Metrics
) -> None:
    desk.gate.clear()
    receive(mention())
    receive(mention())
    desk.gate.set()
    until(lambda: count(metrics, "done") == 1)
    receive(mention())
    assert len(ack.given) == 3
    assert len(desk.worked) == 1
    assert count(metrics, "repeated") == 2


def test_what_cannot_be_stored_is_neither_acknowledged_nor_begun(
    receive: Callable[[Body], None], inbox: RecordingInbox, desk: Desk, ack: Ack
) -> None:
    inbox.faults = 1
    with pytest.raises(StorageUnavailable):
        receive(mention())
    assert (ack.given, desk.worked) == ([], [])
    receive(mention())
    until(lambda: desk.worked)


def test_an_objection_sends_the_form_back_and_stores_nothing(
    reception: Reception, inbox: RecordingInbox, desk: Desk, ack: Ack
) -> None:
    wrong = {"answer_text": "Svaret är tomt."}
    listener = reception.listener("form", desk.work, objection=lambda _: wrong)
    listener(body=mention(), ack=ack)
    assert ack.given == [{"response_action": "errors", "errors": wrong}]
    assert inbox.steps == ["ack"]


@pytest.mark.parametrize("right", [None, {}])
def test_a_form_without_objection_is_dealt_with(
    reception: Reception, desk: Desk, ack: Ack, right: dict[str, str] | None
) -> None:
    reception.listener("form", desk.work, objection=lambda _: right)(body=mention(), ack=ack)
    until(lambda: desk.worked)
    assert ack.given == [{}]


def test_a_form_shows_something_else_while_it_is_dealt_with(
    reception: Reception, desk: Desk, ack: Ack
) -> None:
    waiting = View({"type": "modal", "external_id": "e1"})
    listener = reception.listener("form", desk.work, meanwhile=lambda _: waiting)
    listener(body=mention(), ack=ack)
    until(lambda: desk.worked)
    assert ack.given == [{"response_action": "update", "view": waiting.payload}]


def test_what_does_not_concern_us_is_acknowledged_and_not_stored(
    reception: Reception, inbox: RecordingInbox, desk: Desk, ack: Ack
) -> None:
    listener = reception.listener("m", desk.work, concerns=lambda each: "du" in each.text)
    listener(body=mention("vad tycker vi?"), ack=ack)
    assert inbox.steps == ["ack"]
    listener(body=mention("vad tycker du?"), ack=ack)
    until(lambda: desk.worked)


def test_what_is_in_a_hurry_does_not_queue_behind_what_is_not(
    reception: Reception, desk: Desk, ack: Ack
) -> None:
    opened = threading.Event()
    slow = reception.listener("slow", desk.work)
    quick = reception.listener("quick", lambda _: opened.set(), hurried=True)
    desk.gate.clear()
    for number in range(50):
        slow(body=mention() | {"event_id": f"Ev{number}"}, ack=ack)
    quick(body=mention() | {"event_id": "press"}, ack=ack)
    assert opened.wait(5)


def test_the_time_from_its_receipt_until_it_is_dealt_with_is_measured(
    receive: Callable[[Body], None], desk: Desk, clock: Clock, metrics: Metrics
) -> None:
    desk.gate.clear()
    receive(mention())
    clock.go_on(seconds=40)
    desk.gate.set()
    until(lambda: count(metrics, "done") == 1)
    sample, labels = "policylots_delivery_seconds", {"listener": "mention"}
    until(lambda: metrics.registry.get_sample_value(f"{sample}_count", labels) == 1)
    assert metrics.registry.get_sample_value(f"{sample}_sum", labels) == 40
