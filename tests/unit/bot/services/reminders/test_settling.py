from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.reminders.dispatch import DispatchState
from bot.services.errors import InDoubt, NotSent, Unreachable
from bot.services.reminders.sending import LEASE
from tests.unit.bot.services.reminders.sent import MONDAY, Clocks, Scene


@pytest.fixture
def scene() -> Scene:
    """A message that got no answer."""
    scene = Scene("U1")
    scene.post.errors.append(InDoubt("no answer"))
    scene.sender.send_some()
    return scene


def arrive(scene: Scene) -> None:
    """The request comes through."""
    scene.post.send(scene.post.tried[0], scene.post.until)


def test_a_request_may_come_through_until_the_doubt_is_over(scene: Scene) -> None:
    assert scene.settler.settle_some() == 0
    scene.clocks.pass_(minutes=2)
    assert scene.settler.settle_some() == 0
    arrive(scene)
    scene.clocks.pass_(seconds=1)
    assert scene.settler.settle_some() == 1
    assert scene.state == DispatchState.SENT
    assert scene.only.message == "0.1"


def test_what_is_not_there_is_sent_again(scene: Scene) -> None:
    assert scene.settle() == 1
    assert scene.state == DispatchState.WAITING
    assert scene.sender.send_some() == 1
    assert scene.state == DispatchState.SENT


@pytest.mark.parametrize("jump", [timedelta(days=400), -timedelta(days=400)])
def test_no_jump_of_the_wall_clock_ends_the_doubt(scene: Scene, jump: timedelta) -> None:
    scene.settler.settle_some()
    scene.clocks.at += jump
    assert scene.settler.settle_some() == 0
    scene.clocks.pass_(minutes=2, seconds=1)
    arrive(scene)
    scene.settler.settle_some()
    scene.clocks.at = MONDAY + timedelta(days=1)
    scene.settle()
    assert scene.state == DispatchState.SENT
    assert len(scene.post.arrived) == 1


def test_who_is_being_sent_to_is_left_alone_as_long_as_the_lease_lasts() -> None:
    scene = Scene("U1")
    scene.outbox.claim(MONDAY, MONDAY + LEASE, "t", 1)
    scene.outbox.begin(1, "t", MONDAY)
    scene.settler.settle_some()
    scene.clocks.pass_(seconds=59)
    assert scene.outbox.in_doubt(1, "t")


def test_the_one_before_can_say_nothing_more_once_it_is_taken_over() -> None:
    scene = Scene("U1")
    scene.outbox.claim(MONDAY, MONDAY + LEASE, "t", 1)
    scene.outbox.begin(1, "t", MONDAY)
    scene.clocks.pass_(seconds=61)
    scene.settler.settle_some()
    assert not scene.outbox.sent(1, "t", MONDAY, "D1", "1.1")
    assert not scene.outbox.not_sent(1, "t", MONDAY)


@pytest.mark.parametrize("error", [NotSent("not read", timedelta(seconds=9)), OSError("line")])
def test_what_cannot_be_read_now_stays_in_doubt(scene: Scene, error: Exception) -> None:
    scene.post.errors.append(error)
    assert scene.settle() == 1
    assert scene.state == DispatchState.SENDING
    scene.clocks.pass_(seconds=10)
    assert scene.settle() == 1
    assert scene.state == DispatchState.WAITING


def test_others_wait_while_the_channel_cannot_be_read() -> None:
    scene = Scene("U1", "U2")
    for _ in range(2):
        scene.post.errors.append(InDoubt("no answer"))
        scene.sender.send_some()
        scene.clocks.pass_(seconds=10)
    scene.post.errors.append(NotSent("too fast", timedelta(seconds=30)))
    assert scene.settle() == 1
    assert scene.settler.settle_some() == 0
    scene.clocks.pass_(seconds=31)
    assert scene.settler.settle_some() == 1


def test_who_left_meanwhile_is_told_as_failed(scene: Scene) -> None:
    scene.post.errors.append(Unreachable("user_disabled"))
    scene.settle()
    assert (scene.only.state, scene.only.failure) == (DispatchState.FAILED, "user_disabled")


def test_a_settler_that_dies_is_followed_by_another_that_waits_as_long(scene: Scene) -> None:
    scene.settler.settle_some()
    scene.clocks.pass_(minutes=4)
    second = scene.another_settler(scene.clocks)
    assert second.settle_some() == 0
    scene.clocks.pass_(minutes=2, seconds=1)
    assert second.settle_some() == 1
    assert scene.settler.settle_some() == 1
    assert scene.state == DispatchState.WAITING


@pytest.mark.parametrize("ahead", [-timedelta(days=1), timedelta(minutes=4), timedelta(days=1)])
def test_two_settlers_with_different_clocks_do_not_keep_each_other_from_settling(
    scene: Scene, ahead: timedelta
) -> None:
    other = Clocks(MONDAY + ahead)
    second = scene.another_settler(other)
    arrive(scene)
    for _ in range(50):
        scene.settler.settle_some()
        second.settle_some()
        scene.clocks.pass_(seconds=2.5)
        other.pass_(seconds=2.5)
    assert scene.state == DispatchState.SENT


def test_another_attempt_is_in_doubt_as_long_as_the_first_was(scene: Scene) -> None:
    scene.settler.settle_some()
    other = Clocks(MONDAY + timedelta(days=1))
    second = scene.another_settler(other)
    second.settle_some()
    for each in (other, scene.clocks):
        each.pass_(minutes=2, seconds=1)
    assert second.settle_some() == 1
    other.pass_(seconds=1)
    scene.post.errors.append(InDoubt("no answer"))
    assert scene.another_sender(other).send_some() == 1
    assert scene.only.attempts == 2
    assert scene.settler.settle_some() == 0
    scene.clocks.pass_(minutes=2, seconds=1)
    assert scene.settler.settle_some() == 1


def test_what_is_stopped_looks_for_nothing_more(scene: Scene) -> None:
    scene.settler.settle_some()
    scene.clocks.pass_(minutes=3)
    assert scene.settler.settle_some(lambda: False) == 0
    assert not scene.post.looked_for
