from __future__ import annotations

from functools import partial

from tests.contracts.storages import (
    NOON,
    OpenStorage,
    Storage,
    at_once,
    later,
    make_delivery,
)


def test_a_delivery_comes_back_as_it_was_with_its_attempt_counted(storage: Storage) -> None:
    storage.inbox.accept(make_delivery("a"), later(1))

    [claimed] = storage.inbox.claim(later(1), later(2), 5)

    assert claimed == make_delivery("a").model_copy(update={"attempts": 2})


def test_a_known_key_is_not_taken_in_again(storage: Storage) -> None:
    assert storage.inbox.accept(make_delivery("a"), later(1))
    assert not storage.inbox.accept(make_delivery("a", later(1)), later(9))
    assert storage.inbox.waiting() == 1


def test_a_key_stays_known_when_its_delivery_is_done(storage: Storage) -> None:
    storage.inbox.accept(make_delivery("a"), later(1))
    storage.inbox.done("a", later(1))

    assert not storage.inbox.accept(make_delivery("a"), later(9))
    assert storage.inbox.waiting() == 0
    assert storage.inbox.claim(later(99), later(100), 5) == []


def test_what_is_leased_is_not_claimed_until_the_lease_runs_out(storage: Storage) -> None:
    storage.inbox.accept(make_delivery("a"), later(1))

    assert storage.inbox.claim(later(0.9), later(2), 5) == []
    assert [each.attempts for each in storage.inbox.claim(later(1), later(2), 5)] == [2]
    assert storage.inbox.claim(later(1.9), later(3), 5) == []
    assert [each.attempts for each in storage.inbox.claim(later(2), later(3), 5)] == [3]


def test_the_oldest_are_claimed_first_and_no_more_than_asked_for(storage: Storage) -> None:
    for key, minutes in [("c", 3), ("a", 1), ("d", 4), ("b", 2)]:
        storage.inbox.accept(make_delivery(key, later(minutes)), later(minutes))

    assert storage.inbox.claim(later(9), later(10), 0) == []
    assert [each.key for each in storage.inbox.claim(later(9), later(10), 3)] == ["a", "b", "c"]
    assert [each.key for each in storage.inbox.claim(later(9), later(10), 3)] == ["d"]


def test_what_was_begun_often_without_an_end_can_be_claimed_apart(storage: Storage) -> None:
    storage.inbox.accept(make_delivery("a"), later(1))
    storage.inbox.claim(later(1), later(2), 5)
    storage.inbox.accept(make_delivery("b"), later(2))

    def claimed(*, suspect: bool) -> list[tuple[str, int]]:
        found = storage.inbox.claim(later(2), later(3), 5, suspect=suspect)
        return [(each.key, each.attempts) for each in found]

    assert claimed(suspect=False) == [("b", 2)]
    assert claimed(suspect=True) == [("a", 3)]
    assert claimed(suspect=True) == []


def test_of_suspects_the_one_with_the_fewest_attempts_is_claimed_first(storage: Storage) -> None:
    for key, minutes in (("a", 1), ("b", 2)):
        storage.inbox.accept(make_delivery(key, later(minutes)), later(minutes))
    for minute in (1, 2, 3):
        storage.inbox.claim(later(minute), later(minute + 1), 5)

    assert [each.key for each in storage.inbox.claim(later(4), later(5), 1, suspect=True)] == ["b"]
    assert [each.key for each in storage.inbox.claim(later(4), later(5), 1, suspect=True)] == ["a"]


def test_a_renewed_lease_holds_longer(storage: Storage) -> None:
    storage.inbox.accept(make_delivery("a"), later(1))
    storage.inbox.accept(make_delivery("b"), later(1))

    storage.inbox.renew(["a", "unknown"], later(5))
    storage.inbox.renew([], later(5))

    assert [each.key for each in storage.inbox.claim(later(2), later(3), 5)] == ["b"]
    assert [each.key for each in storage.inbox.claim(later(5), later(6), 5)] == ["a", "b"]


def test_what_is_released_waits_until_its_time(storage: Storage) -> None:
    storage.inbox.accept(make_delivery("a"), later(60))

    storage.inbox.release("a", later(2))

    assert storage.inbox.claim(later(1.9), later(3), 5) == []
    assert len(storage.inbox.claim(later(2), later(3), 5)) == 1


def test_what_is_released_is_tried_for_the_second_time_however_often_before(
    storage: Storage,
) -> None:
    storage.inbox.accept(make_delivery("a"), later(1))
    for minute in (1, 2, 3):
        [claimed] = storage.inbox.claim(later(minute), later(minute + 1), 5)
    assert claimed.attempts == 4

    storage.inbox.release("a", later(5))

    [claimed] = storage.inbox.claim(later(5), later(6), 5)
    assert claimed.attempts == 2
    [claimed] = storage.inbox.claim(later(6), later(7), 5)
    assert claimed.attempts == 3


def test_what_is_done_can_be_neither_renewed_nor_released(storage: Storage) -> None:
    storage.inbox.accept(make_delivery("a"), later(1))
    storage.inbox.done("a", later(1))

    storage.inbox.renew(["a"], later(2))
    storage.inbox.release("a", later(2))
    storage.inbox.done("a", later(9))

    assert storage.inbox.claim(later(99), later(100), 5) == []
    assert storage.inbox.forget(later(2)) == 1


def test_only_keys_done_before_the_time_are_forgotten(storage: Storage) -> None:
    for key in "abc":
        storage.inbox.accept(make_delivery(key), later(1))
    storage.inbox.done("a", later(1))
    storage.inbox.done("b", later(2))

    assert storage.inbox.forget(later(2)) == 1
    assert storage.inbox.accept(make_delivery("a"), later(1))
    assert not storage.inbox.accept(make_delivery("b"), later(1))
    assert storage.inbox.waiting() == 2


def test_of_many_who_take_in_the_same_delivery_one_does(open_storage: OpenStorage) -> None:
    storages = [open_storage(), open_storage()]
    accept = [
        partial(storages[each % 2].inbox.accept, make_delivery("a"), later(1)) for each in range(8)
    ]

    assert sorted(at_once(accept)) == [False] * 7 + [True]
    assert storages[0].inbox.waiting() == 1


def test_of_many_who_claim_no_two_get_the_same(open_storage: OpenStorage) -> None:
    storages = [open_storage(), open_storage()]
    for number in range(60):
        storages[0].inbox.accept(make_delivery(f"{number:02}"), NOON)

    def claim_at_once() -> list[str]:
        claims = [
            partial(storages[each % 2].inbox.claim, later(1), later(9), 3) for each in range(8)
        ]
        return [delivery.key for found in at_once(claims) for delivery in found]

    claimed: list[str] = []
    while found := claim_at_once():
        claimed += found

    assert sorted(claimed) == [f"{number:02}" for number in range(60)]
