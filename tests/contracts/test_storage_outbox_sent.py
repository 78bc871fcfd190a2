"""What becomes of a dispatch once it is begun, on every database: sent, failed, put off, or taken
over from who did not say.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from bot.domain.reminders.dispatch import DispatchState
from tests.contracts.dispatches import digest, only, people, sent
from tests.contracts.reminders import LEASE, answer, begun, claim, planned, states, take_over
from tests.contracts.storages import NOON, OpenStorage, Storage, at_once, later

WAITING = DispatchState.WAITING
SENDING, SENT = DispatchState.SENDING, DispatchState.SENT
FAILED, DROPPED = DispatchState.FAILED, DispatchState.DROPPED


def test_what_is_begun_counts_an_attempt(storage: Storage) -> None:
    storage.outbox.add([digest("U1")])
    [each] = claim(storage)

    assert storage.outbox.begin(each.id, "t", later(1))
    assert not storage.outbox.begin(each.id, "t", later(2))

    now = {"state": SENDING, "attempts": 1, "begun_at": later(1)}
    assert only(storage) == each.model_copy(update=now)
    assert storage.outbox.not_sent(each.id, "t", later(3))
    [again] = claim(storage, later(3))
    assert storage.outbox.begin(again.id, "t", later(3))
    assert only(storage).attempts == 2


def test_what_arrived_tells_where_it_stands(storage: Storage) -> None:
    storage.outbox.add([digest("U1")])
    [each] = begun(storage)

    assert storage.outbox.sent(each.id, "t", later(2), "D1", "1700000000.000100")

    now = only(storage)
    assert (now.state, now.sent_at) == (SENT, later(2))
    assert (now.channel, now.message) == ("D1", "1700000000.000100")


def test_what_failed_tells_why(storage: Storage) -> None:
    storage.outbox.add([digest("U1")])
    [each] = begun(storage)

    assert storage.outbox.failed(each.id, "t", later(2), "user_not_found")

    now = only(storage)
    assert (now.state, now.failed_at, now.failure) == (FAILED, later(2), "user_not_found")
    assert storage.outbox.next_at() is None


def test_what_was_not_begun_neither_arrived_nor_failed_nor_is_in_doubt(storage: Storage) -> None:
    storage.outbox.add([digest("U1")])
    [each] = claim(storage)

    assert not sent(storage, each)
    assert not storage.outbox.failed(each.id, "t", NOON, "no")
    assert not storage.outbox.in_doubt(each.id, "t")

    assert only(storage) == each
    assert storage.outbox.begin(each.id, "t", NOON)


def test_what_did_not_arrive_waits_until_its_time(storage: Storage) -> None:
    storage.outbox.add([digest("U1")])
    [each] = begun(storage)

    assert storage.outbox.not_sent(each.id, "t", later(2))

    now = only(storage)
    assert (now.state, now.not_before, now.due_at) == (WAITING, later(2), NOON)
    assert not storage.outbox.begin(each.id, "t", later(2))
    assert claim(storage, later(1.9)) == []
    assert len(claim(storage, later(2))) == 1


def test_what_was_claimed_can_be_given_back_without_an_attempt(storage: Storage) -> None:
    storage.outbox.add([digest("U1")])
    [each] = claim(storage)
    assert storage.outbox.not_sent(each.id, "t", NOON)
    assert claim(storage, worker="u") == [each]


@pytest.mark.parametrize("outcome", ["sent", "failed", "not_sent", "in_doubt"])
def test_who_has_told_what_became_of_it_can_say_nothing_more(
    storage: Storage, outcome: str
) -> None:
    storage.outbox.add([digest("U1")])
    [each] = begun(storage)
    outcomes: dict[str, Callable[[], bool]] = {
        "sent": lambda: sent(storage, each),
        "failed": lambda: storage.outbox.failed(each.id, "t", NOON, "no"),
        "not_sent": lambda: storage.outbox.not_sent(each.id, "t", NOON),
        "in_doubt": lambda: storage.outbox.in_doubt(each.id, "t"),
    }
    assert outcomes[outcome]()
    now = only(storage)

    assert not any(tell() for tell in outcomes.values())
    assert not storage.outbox.begin(each.id, "t", NOON)
    assert only(storage) == now


def test_nobody_changes_what_is_not_there(storage: Storage) -> None:
    for identity in (0, 1, -1):
        assert not storage.outbox.begin(identity, "t", NOON)
        assert not storage.outbox.not_sent(identity, "t", NOON)
        assert not storage.outbox.sent(identity, "t", NOON, "D1", "1")


def test_what_is_being_sent_is_taken_over_when_its_lease_has_run_out_oldest_first(
    storage: Storage,
) -> None:
    storage.outbox.add([digest("U1"), digest("U2"), digest("U3"), digest("U4")])
    one, two, three, _ = claim(storage)
    for each, minutes in ((one, 0.3), (two, 0.1), (three, 0.2)):
        assert storage.outbox.begin(each.id, "t", later(minutes))

    assert take_over(storage, NOON + LEASE * 0.99, "u") == []
    taken = take_over(storage, NOON + LEASE, "u", most=2)
    assert people(taken) == ["U2", "U3"]
    assert [each.state for each in taken] == [SENDING, SENDING]
    assert taken[0].begun_at == later(0.1)
    assert take_over(storage, NOON + LEASE, "v", most=0) == []
    assert people(take_over(storage, NOON + LEASE, "v")) == ["U1"]
    assert claim(storage, NOON + LEASE * 0.99, "w") == []


def test_from_the_taking_over_on_nobody_else_can_say_anything(storage: Storage) -> None:
    storage.outbox.add([digest("U1")])
    [each] = begun(storage)
    [taken] = take_over(storage, NOON + LEASE, "u")
    assert taken == only(storage)

    assert not sent(storage, each)
    assert not storage.outbox.not_sent(each.id, "t", NOON)
    assert not storage.outbox.failed(each.id, "t", NOON, "no")
    assert not storage.outbox.in_doubt(each.id, "t")

    assert only(storage) == taken
    assert storage.outbox.not_sent(each.id, "u", later(5))


def test_what_is_in_doubt_can_be_taken_over_at_once_by_any_clock(storage: Storage) -> None:
    storage.outbox.add([digest("U1")])
    [each] = begun(storage)
    assert storage.outbox.in_doubt(each.id, "t")
    assert claim(storage, later(9)) == []

    assert len(take_over(storage, later(-600), "u")) == 1
    assert take_over(storage, later(-600), "v") == []


def test_what_waits_or_is_settled_is_not_taken_over(storage: Storage) -> None:
    storage.outbox.add([digest(f"U{number}") for number in range(4)])
    one, two, three, _ = claim(storage)
    for each in (one, two):
        assert storage.outbox.begin(each.id, "t", NOON)
    assert sent(storage, one)
    assert storage.outbox.failed(two.id, "t", NOON, "no")
    assert storage.outbox.not_sent(three.id, "t", NOON)
    assert take_over(storage, later(9)) == []


def test_what_is_answered_is_not_begun(storage: Storage) -> None:
    made = planned(storage, ["U1"])
    [each] = claim(storage)
    assert answer(storage, made, "U1")
    assert not storage.outbox.begin(each.id, "t", NOON)
    assert claim(storage, later(9)) == []


def test_of_many_who_take_over_no_two_get_the_same(open_storage: OpenStorage) -> None:
    storages = [open_storage(), open_storage()]
    planned(storages[0], [f"U{number:02}" for number in range(30)])
    begun(storages[0])
    takes = [partial(take_over, storages[n % 2], later(9), str(n), 5) for n in range(8)]

    taken = [each.id for found in at_once(takes) for each in found]

    assert len(taken) == len(set(taken)) == 30


def test_who_answers_while_it_is_begun_is_either_sent_to_or_not(open_storage: OpenStorage) -> None:
    storages = [open_storage(), open_storage()]
    named = [f"U{number:02}" for number in range(12)]
    made = planned(storages[0], named)
    claimed = claim(storages[1])

    answers = [partial(answer, storages[0], made, person) for person in named]
    begins = [partial(storages[1].outbox.begin, each.id, "t", NOON) for each in claimed]
    began = at_once([*answers, *begins])[len(named) :]

    for each, has_begun in zip(claimed, began, strict=True):
        if has_begun:
            assert storages[1].outbox.not_sent(each.id, "t", NOON)
    assert set(states(storages[0], made).values()) == {DROPPED}


def test_who_answers_while_it_comes_back_gets_no_more(open_storage: OpenStorage) -> None:
    storages = [open_storage(), open_storage()]
    named = [f"U{number:02}" for number in range(12)]
    made = planned(storages[0], named)
    claimed = begun(storages[1])

    actions = [partial(answer, storages[0], made, person) for person in named]
    actions += [partial(storages[1].outbox.not_sent, each.id, "t", NOON) for each in claimed]
    assert all(at_once(actions))

    assert set(states(storages[0], made).values()) == {DROPPED}
