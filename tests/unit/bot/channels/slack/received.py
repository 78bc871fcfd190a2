"""What the tests of the reception share: an inbox that records, a desk that may fail, and haste."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from time import monotonic, sleep
from typing import Any

import pytest

from bot.channels.slack import reception as module
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.metrics import Metrics
from bot.channels.slack.reception import LEASE, Reception
from bot.services.errors import StorageUnavailable
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
def quick_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
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
