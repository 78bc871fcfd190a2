from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from random import Random
from threading import Event

import pytest

from bot.domain.reminders.dispatch import DispatchState
from bot.services.errors import StorageUnavailable
from bot.services.reminders.pauses import Brake, back_off, steady_seconds
from bot.services.reminders.sending_loop import SendingLoop
from tests.unit.bot.services.reminders.sent import Scene


def eventually(found: Callable[[], object]) -> None:
    until = time.monotonic() + 10
    while not found():
        assert time.monotonic() < until
        time.sleep(0.01)


@contextmanager
def going(scene: Scene) -> Iterator[SendingLoop]:
    loop = SendingLoop(
        scene.sender, scene.settler, scene.outbox, scene.clocks.now, senders=2, longest_pause=0.02
    )
    loop.start()
    try:
        yield loop
    finally:
        loop.stop(timedelta(seconds=10))


def test_it_sends_what_is_there_and_what_comes_later() -> None:
    scene = Scene("U1", "U2")
    with going(scene) as loop:
        eventually(lambda: len(scene.post.arrived) == 2)
        scene.add("U3")
        eventually(lambda: len(scene.post.arrived) == 3)
        assert loop.is_going()
    assert not loop.is_going()


def test_a_database_that_is_away_is_waited_for() -> None:
    scene = Scene("U1")
    claim, failed = scene.outbox.claim, Event()

    def away(*_: object) -> list[object]:
        failed.set()
        raise StorageUnavailable("away", location="here")

    scene.outbox.claim = away  # type: ignore[assignment,method-assign]
    with going(scene) as loop:
        assert failed.wait(10)
        scene.outbox.claim = claim  # type: ignore[method-assign]
        eventually(lambda: scene.post.arrived)
        assert loop.is_going()


def test_a_bad_round_does_not_end_the_others() -> None:
    scene = Scene("U1")
    claim, failed = scene.outbox.claim, Event()

    def broken(*_: object) -> list[object]:
        failed.set()
        raise KeyError("broken")

    scene.outbox.claim = broken  # type: ignore[assignment,method-assign]
    with going(scene):
        assert failed.wait(10)
        scene.outbox.claim = claim  # type: ignore[method-assign]
        eventually(lambda: scene.post.arrived)


def test_what_is_under_way_is_finished_before_the_end() -> None:
    scene = Scene("U1")
    begun = Event()

    def slowly() -> None:
        begun.set()
        time.sleep(0.2)

    scene.post.before = slowly
    with going(scene):
        assert begun.wait(10)
    assert scene.state == DispatchState.SENT


def test_the_end_does_not_wait_longer_than_it_is_told_to() -> None:
    scene = Scene("U1")
    begun, going_on = Event(), Event()

    def endlessly() -> None:
        begun.set()
        assert going_on.wait(60)

    scene.post.before = endlessly
    with going(scene) as loop:
        assert begun.wait(10)
        loop.stop(timedelta(seconds=0.1))
        assert scene.state == DispatchState.SENDING
        going_on.set()
    assert scene.state == DispatchState.SENT


def test_what_is_in_doubt_is_settled_beside_the_sending() -> None:
    scene = Scene("U1")
    scene.post.errors.append(RuntimeError("broken"))
    with going(scene):
        eventually(lambda: scene.post.tried)
        eventually(lambda: scene.state == DispatchState.SENDING)

        def time_passes() -> bool:
            scene.clocks.pass_(seconds=30)
            return scene.state == DispatchState.SENT

        eventually(time_passes)
    assert scene.post.looked_for


def test_pauses_double_up_to_the_longest_with_something_by_chance() -> None:
    chance = Random(1)  # noqa: S311
    told = [back_off(failures, chance).total_seconds() for failures in range(50)]
    assert 1 <= told[0] <= 2
    assert 450 <= min(told[12:]) <= max(told) <= 900
    assert len(set(told)) == 50


def test_a_brake_is_on_as_long_as_the_channel_asks_for() -> None:
    seconds = [0.0]
    brake = Brake(lambda: seconds[0], Random(1))  # noqa: S311
    assert not brake.is_on
    brake.press(timedelta(seconds=30))
    brake.press(timedelta(seconds=5))
    seconds[0] = 29
    assert brake.is_on
    seconds[0] = 30
    assert not brake.is_on


def test_steady_seconds_only_grow(monkeypatch: pytest.MonkeyPatch) -> None:
    assert steady_seconds() <= steady_seconds()
    monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)
    assert steady_seconds() <= steady_seconds()
