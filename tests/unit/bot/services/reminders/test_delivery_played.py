"""Whatever happens in whatever order, each message arrives once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.reminders.dispatch import DispatchKind, DispatchState, NewDispatch
from tests.fakes.reminders import FakeOutbox
from tests.fakes.reminders_kept import Reminders
from tests.unit.bot.services.reminders.played_delivery import (
    START,
    Answer,
    Machine,
    Turn,
    World,
)

MESSAGES = 2
SENDERS, MACHINES = 2, 4

Event = Callable[[World, list[Machine]], None]

machine = st.integers(0, MACHINES - 1)
sender = st.integers(0, SENDERS - 1)
answers: st.SearchStrategy[Answer] = st.sampled_from(
    ["refused", "too fast", "unanswered", "unanswered", "unreachable", "broken"]
)
turns: st.SearchStrategy[Turn] = st.sampled_from(["go on", "go on", "go on", "away"])


def stepping(number: int, turn: Turn, times: int) -> Event:
    def step(_: World, machines: list[Machine]) -> None:
        for _time in range(times - 1):
            machines[number].step()
        machines[number].step(turn)

    return step


def answering(number: int, answer: Answer) -> Event:
    def next_answer(_: World, machines: list[Machine]) -> None:
        machines[number].answer = answer

    return next_answer


def killing(number: int) -> Event:
    return lambda _, machines: machines[number].kill()


def jumping(number: int, seconds: int) -> Event:
    def jump(_: World, machines: list[Machine]) -> None:
        machines[number].ahead += seconds

    return jump


def waiting(seconds: int, lands: bool) -> Event:
    return lambda world, _: world.wait(seconds, lands=lands)


def landing(number: int) -> Event:
    def land(world: World, _: list[Machine]) -> None:
        if world.under_way:
            world.land(world.under_way[number % len(world.under_way)])

    return land


steps = st.builds(stepping, machine, turns, st.integers(1, 16))
events = st.one_of(
    steps,
    steps,
    st.builds(answering, sender, answers),
    st.builds(killing, machine),
    st.builds(waiting, st.sampled_from([1, 30, 59, 61, 121, 200]), st.booleans()),
    st.builds(jumping, machine, st.sampled_from([-90_000, -3600, -61, 61, 3600, 90_000])),
    st.builds(landing, st.integers(0, 5)),
)


def planned() -> list[NewDispatch]:
    return [
        NewDispatch(kind=DispatchKind.DIGEST, person=f"U{number}", due_at=START)
        for number in range(MESSAGES)
    ]


def play_to_the_end(world: World, machines: list[Machine], *, lands: bool) -> None:
    """Nobody is killed any more, and all clocks are right. What was put off by a clock that was
    ahead waits until the others get there.
    """
    for each in machines:
        each.ahead, each.answer = 0, "arrived"
    for pause in [61] * 20 + [90_000] * 60:
        if all(each.state in ENDS for each in world.outbox.every()):
            return
        world.wait(pause, lands=lands)
        for each in machines:
            for _step in range(20):
                each.step()
    raise AssertionError("still not sent")


ENDS = {DispatchState.SENT, DispatchState.FAILED}


@settings(max_examples=40)
@given(st.lists(events, min_size=30, max_size=60), st.booleans())
def test_each_message_arrives_once_whatever_happens_in_whatever_order(
    happening: list[Event], lands: bool
) -> None:
    world = World(FakeOutbox(Reminders()))
    world.outbox.add(planned())
    machines = [
        Machine(world, "sender" if number < SENDERS else "settler") for number in range(MACHINES)
    ]
    with ExitStack() as ending:
        for each in machines:
            ending.callback(each.end)
        for event in happening:
            event(world, machines)
            assert max(world.arrived.values(), default=0) <= 1
        play_to_the_end(world, machines, lands=lands)
    for dispatch in world.outbox.every():
        assert world.arrived[dispatch.key] == (dispatch.state is DispatchState.SENT)
