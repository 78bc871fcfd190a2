"""Deliveries: stored, acknowledged, dealt with once, whatever fails.

One module, for the recording inbox, the clock and the desk that every test needs.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from time import monotonic, sleep
from typing import Any

import pytest

from bot.channels.slack import reception as module
from bot.channels.slack.blocks.fitting import View
from bot.channels.slack.errors import ChannelRefused, ChannelUnavailable
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.metrics import Metrics
from bot.channels.slack.reception import (
    LEASE,
    LONGEST_PAUSE,
    MOST_ATTEMPTS,
    SHORTEST_PAUSE,
    TRIED_FOR,
    Reception,
    TooOften,
)
from bot.services.errors import QuestionGone, StorageUnavailable
from bot.services.ports import Delivery
from tests.fakes.storage import FakeInbox
from tests.unit.bot.channels.slack.delivered import Body, mention
from tests.unit.bot.services.asked import Clock

PATIENCE = timedelta(seconds=10)
ROUND = 0.01


class RecordingInbox(FakeInbox):
    """Tells the order in which things are done with it; fails as often as it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.steps: list[str] = []
        self.faults = 0
        self.accepted: list[Delivery] = []
        self.renewals = 0

    def accept(self, delivery: Delivery, leased_until: Any) -> bool:
        if self.faults:
            self.faults -= 1
            raise StorageUnavailable("locked", location="here")
        self.steps.append("accept")
        self.accepted.append(delivery)
        return super().accept(delivery, leased_until)

    def claim(
        self, now: Any, leased_until: Any, most: int, *, suspect: bool | None = None
    ) -> list[Delivery]:
        if self.faults:
            self.faults -= 1
            raise StorageUnavailable("locked", location="here")
        return super().claim(now, leased_until, most, suspect=suspect)

    def renew(self, keys: Any, leased_until: Any) -> None:
        super().renew(keys, leased_until)
        self.renewals += 1

    def release(self, key: str, until: Any) -> None:
        super().release(key, until)
        self.steps.append("release")

    def done(self, key: str, now: Any) -> None:
        self.steps.append("done")
        super().done(key, now)


class Desk:
    """Deals with deliveries, and complains."""

    def __init__(self) -> None:
        self.faults: list[Exception] = []
        self.worked: list[Occasion] = []
        self.complaints: list[tuple[str, Exception]] = []
        self.gate = threading.Event()
        self.gate.set()

    def work(self, occasion: Occasion) -> None:
        self.worked.append(occasion)
        assert self.gate.wait(10)
        if self.faults:
            raise self.faults.pop(0)

    def complain(self, occasion: Occasion, error: Exception) -> None:
        self.complaints.append((occasion.key, error))

    @property
    def attempts(self) -> list[int]:
        return [occasion.attempts for occasion in self.worked]


class Ack:
    """Bolt's ``ack``."""

    def __init__(self, inbox: RecordingInbox) -> None:
        self._inbox = inbox
        self.given: list[dict[str, Any]] = []

    def __call__(self, **response: Any) -> None:
        self._inbox.steps.append("ack")
        self.given.append(response)


@pytest.fixture(autouse=True)
def _quick_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "RENEWAL_SECONDS", ROUND)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def inbox() -> RecordingInbox:
    return RecordingInbox()


@pytest.fixture
def ack(inbox: RecordingInbox) -> Ack:
    return Ack(inbox)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


@pytest.fixture
def make(
    inbox: RecordingInbox, desk: Desk, metrics: Metrics, clock: Clock
) -> Iterator[Callable[[], Reception]]:
    made: list[Reception] = []

    def make() -> Reception:
        made.append(Reception(inbox, desk.complain, metrics, clock))
        return made[-1]

    yield make
    desk.gate.set()
    for reception in made:
        reception.stop(timedelta(seconds=0.2))


@pytest.fixture
def reception(make: Callable[[], Reception]) -> Reception:
    return make()


@pytest.fixture
def receive(reception: Reception, desk: Desk, ack: Ack) -> Callable[[Body], None]:
    """Delivers to a listener of the reception."""
    listener = reception.listener("mention", desk.work)
    return lambda body: listener(body=body, ack=ack)


def until(condition: Callable[[], object]) -> None:
    end = monotonic() + 10
    while not condition():
        assert monotonic() < end, "it never came about"
        sleep(0.002)


def rounds(number: int = 5) -> None:
    sleep(number * ROUND)


def renewed(inbox: RecordingInbox) -> None:
    """Wait until leases have been renewed, in a round that began after now."""
    before = inbox.renewals
    until(lambda: inbox.renewals >= before + 2)


def count(metrics: Metrics, outcome: str) -> float:
    labels = {"listener": "mention", "outcome": outcome}
    return metrics.registry.get_sample_value("policylots_deliveries_total", labels) or 0


def left(inbox: FakeInbox, clock: Clock, key: str = "Ev1", listener: str = "mention") -> None:
    """What a process that died has taken in."""
    body = mention()
    inbox.accept(
        Delivery(key=key, listener=listener, body=body, received_at=clock(), attempts=1),
        clock() + LEASE,
    )


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
    for reception in (make(), make()):
        reception.listener("mention", desk.work)
        reception.start()
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
