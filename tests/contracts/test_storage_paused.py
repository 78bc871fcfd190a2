"""What pausing, resuming and cancelling a broadcast does to its messages, on every database."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from bot.domain.reminders.broadcast import BroadcastStatus
from bot.domain.reminders.dispatch import DispatchState
from bot.domain.reminders.occurrence import OccurrenceStatus
from tests.contracts.reminders import (
    a_plan,
    active,
    begun,
    claim,
    event,
    planned,
    set_status,
    states,
)
from tests.contracts.storages import NOON, OpenStorage, Storage, at_once, later

ACTIVE, PAUSED = BroadcastStatus.ACTIVE, BroadcastStatus.PAUSED
CANCELLED = BroadcastStatus.CANCELLED
WAITING, HELD = DispatchState.WAITING, DispatchState.HELD
SENDING, DROPPED = DispatchState.SENDING, DispatchState.DROPPED


def test_pausing_holds_what_waits_and_resuming_lets_it_go(storage: Storage) -> None:
    made = planned(storage, ["U1", "U2"])
    other = planned(storage, ["U3"], key="b")
    assert len(claim(storage, most=1)) == 1

    set_status(storage, made, PAUSED)
    assert states(storage, made) == {"U1": HELD, "U2": HELD}
    assert [each.person for each in claim(storage)] == ["U3"]
    assert states(storage, other) == {"U3": WAITING}

    set_status(storage, made, ACTIVE)
    assert states(storage, made) == {"U1": WAITING, "U2": WAITING}
    assert [each.person for each in claim(storage)] == ["U1", "U2"]


def test_who_had_claimed_what_is_paused_does_not_begin_it_even_when_it_goes_on(
    storage: Storage,
) -> None:
    made = planned(storage, ["U1"])
    [claimed] = claim(storage, worker="before")
    set_status(storage, made, PAUSED)

    assert not storage.outbox.begin(claimed.id, "before", later(1))
    set_status(storage, made, ACTIVE)
    assert not storage.outbox.begin(claimed.id, "before", later(1))

    [again] = claim(storage, worker="after")
    assert storage.outbox.begin(again.id, "after", later(1))


def test_what_is_under_way_while_its_broadcast_is_paused_is_held_if_it_did_not_arrive(
    storage: Storage,
) -> None:
    made = planned(storage, ["U1", "U2", "U3"])
    one, two, three = begun(storage)
    set_status(storage, made, PAUSED)
    assert set(states(storage, made).values()) == {SENDING}

    assert storage.outbox.sent(one.id, "t", NOON, "D1", "1")
    assert storage.outbox.not_sent(two.id, "t", later(1))
    set_status(storage, made, ACTIVE)
    assert storage.outbox.not_sent(three.id, "t", later(1))

    assert states(storage, made) == {"U1": DispatchState.SENT, "U2": WAITING, "U3": WAITING}


def test_cancelling_drops_what_is_not_sent_and_closes_its_occurrences(storage: Storage) -> None:
    broadcast = active(storage)
    open_one = storage.broadcasts.plan(a_plan(broadcast, ["U1", "U2", "U3"]), event())
    missed = storage.broadcasts.plan(
        a_plan(broadcast, [], key="missed", status=OccurrenceStatus.MISSED, due_at=later(-1)),
        event(),
    )
    assert open_one is not None
    assert missed is not None
    one, two, _ = claim(storage)
    for each in (one, two):
        assert storage.outbox.begin(each.id, "t", NOON)
    assert storage.outbox.sent(one.id, "t", NOON, "D1", "1")

    set_status(storage, open_one, CANCELLED)

    assert states(storage, open_one) == {"U1": DispatchState.SENT, "U2": SENDING, "U3": DROPPED}
    assert storage.outbox.not_sent(two.id, "t", later(1))
    assert states(storage, open_one)["U2"] is DROPPED
    assert [each.status for each in storage.occurrences.of_broadcast(broadcast.id)] == [
        OccurrenceStatus.CANCELLED,
        OccurrenceStatus.MISSED,
    ]
    assert storage.occurrences.open_of("U1") == []


def test_cancelling_drops_what_is_held(storage: Storage) -> None:
    made = planned(storage, ["U1"])
    set_status(storage, made, PAUSED)
    set_status(storage, made, CANCELLED)
    assert states(storage, made) == {"U1": DROPPED}


def test_a_change_that_keeps_the_status_lets_waiting_messages_wait(storage: Storage) -> None:
    made = planned(storage, ["U1"])
    [claimed] = claim(storage)
    set_status(storage, made, ACTIVE)
    assert storage.outbox.begin(claimed.id, "t", NOON)


def test_pausing_while_others_claim_and_begin_leaves_nothing_waiting(
    open_storage: OpenStorage,
) -> None:
    storages = [open_storage(), open_storage()]
    made = planned(storages[0], [f"U{number:02}" for number in range(40)])

    def pause() -> list[int]:
        set_status(storages[0], made, PAUSED)
        return []

    def begin(number: int) -> list[int]:
        mine, worker = storages[number % 2], str(number)
        began = []
        for _ in range(5):
            for each in claim(mine, worker=worker, most=2):
                if mine.outbox.begin(each.id, worker, NOON):
                    began.append(each.id)
        return began

    actions: list[Callable[[], list[int]]] = [
        pause,
        *(partial(begin, number) for number in range(4)),
    ]
    began = [identity for each in at_once(actions) for identity in each]

    assert len(began) == len(set(began))
    sending = {d.id for d in storages[0].outbox.every() if d.state is SENDING}
    assert sending == set(began)
    assert set(states(storages[0], made).values()) <= {SENDING, HELD}
    assert claim(storages[0]) == []
