"""Which dispatches are claimed, by whom, and for how long, on every database."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from bot.domain.reminders.dispatch import Dispatch, DispatchKind, DispatchState
from bot.domain.reminders.occurrence import RecipientState
from bot.services.reminders.ports import PACE
from tests.contracts.dispatches import digest, only, people, sent
from tests.contracts.reminders import (
    LEASE,
    begun,
    claim,
    event,
    first,
    planned,
    standing,
    take_over,
)
from tests.contracts.storages import NOON, OpenStorage, Storage, at_once, later

WAITING = DispatchState.WAITING
SENDING = DispatchState.SENDING
DROPPED = DispatchState.DROPPED


def test_what_is_claimed_comes_back_as_it_was(storage: Storage) -> None:
    storage.outbox.add([digest("U1", drop_at=later(5))])
    before = only(storage)

    assert claim(storage) == [before]

    assert only(storage) == before
    assert (before.state, before.attempts, before.not_before) == (WAITING, 0, NOON)


def test_the_earliest_that_may_be_tried_are_claimed_first_and_no_more_than_asked_for(
    storage: Storage,
) -> None:
    storage.outbox.add([digest(f"U{minutes}", minutes) for minutes in (3, 1, 4, 2, 5)])

    assert claim(storage, later(4), most=0) == []
    assert claim(storage, later(0.9)) == []
    assert people(claim(storage, later(4), most=2)) == ["U1", "U2"]
    assert people(claim(storage, later(4), most=9)) == ["U3", "U4"]
    assert claim(storage, later(4)) == []


def test_what_is_leased_is_not_claimed_until_the_lease_runs_out(storage: Storage) -> None:
    storage.outbox.add([digest("U1")])
    assert len(claim(storage)) == 1

    assert claim(storage, NOON + LEASE * 0.99, "u") == []
    assert len(claim(storage, NOON + LEASE, "u")) == 1


def test_who_lost_a_lease_that_another_has_now_can_change_nothing(storage: Storage) -> None:
    storage.outbox.add([digest("U1")])
    [each] = claim(storage, worker="old")
    claim(storage, NOON + LEASE, "new")

    assert not storage.outbox.begin(each.id, "old", NOON)
    assert not storage.outbox.not_sent(each.id, "old", NOON)
    assert not storage.outbox.begin(each.id, "other", NOON)
    assert storage.outbox.begin(each.id, "new", NOON)
    for settled in (
        sent(storage, each, "old"),
        storage.outbox.failed(each.id, "old", NOON, "no"),
        storage.outbox.not_sent(each.id, "old", NOON),
        storage.outbox.in_doubt(each.id, "old"),
    ):
        assert not settled
    assert only(storage).state is SENDING
    assert sent(storage, each, "new")


def test_a_lease_that_ran_out_still_counts_until_another_has_it(storage: Storage) -> None:
    storage.outbox.add([digest("U1")])
    [each] = claim(storage)
    assert storage.outbox.begin(each.id, "t", later(9))
    assert sent(storage, each)


def test_a_lease_of_a_clock_that_was_put_back_does_not_hold(storage: Storage) -> None:
    storage.outbox.add([digest("U1"), digest("U2")])
    one, two = claim(storage, later(600))
    assert storage.outbox.begin(two.id, "t", later(600))

    assert claim(storage, later(599.1), "u") == []
    assert claim(storage, later(600) - LEASE, "u") == []
    assert take_over(storage, later(600) - LEASE, "u") == []
    assert claim(storage, later(590), "u") == [one]
    assert [each.id for each in take_over(storage, later(590), "u")] == [two.id]


def test_of_one_person_one_is_claimed_at_a_time(storage: Storage) -> None:
    storage.outbox.add([digest("U1", -2000), digest("U1", -4000), digest("U2"), digest("U1")])

    [one, other] = claim(storage)

    assert (one.due_at, one.person, other.person) == (later(-4000), "U1", "U2")
    assert claim(storage, worker="u") == []
    assert storage.outbox.begin(one.id, "t", NOON)
    assert claim(storage, later(9), "u") == [other]  # whose lease has run out
    assert sent(storage, one)
    assert people(claim(storage, later(9), "v")) == ["U1"]


def test_a_person_whose_lease_ran_out_is_sent_to_by_one_alone(storage: Storage) -> None:
    storage.outbox.add([digest("U1", -4000), digest("U1")])
    [before] = claim(storage, worker="old")

    [now] = claim(storage, NOON + LEASE, "new")

    assert now == before
    assert not storage.outbox.begin(before.id, "old", NOON)


def test_somebody_is_sent_to_again_only_after_a_pause(storage: Storage) -> None:
    storage.outbox.add([digest("U1", -4000), digest("U1")])
    [each] = begun(storage)
    assert storage.outbox.sent(each.id, "t", later(1), "D1", "1")

    for apart in (timedelta(), PACE * 0.9, -PACE * 0.9):
        assert claim(storage, later(1) + apart) == []
    assert len(claim(storage, later(1) + PACE)) == 1


def test_a_clock_that_was_put_back_makes_nobody_wait_for_what_was_sent(storage: Storage) -> None:
    storage.outbox.add([digest("U1", -4000), digest("U1", -2000)])
    [each] = begun(storage, later(600))
    assert storage.outbox.sent(each.id, "t", later(600), "D1", "1")

    assert len(claim(storage, NOON)) == 1


def test_what_failed_or_was_not_sent_makes_nobody_wait(storage: Storage) -> None:
    storage.outbox.add([digest("U1", -4000), digest("U1", -2000), digest("U1")])
    [one] = begun(storage)
    assert storage.outbox.failed(one.id, "t", NOON, "is_archived")
    [two] = begun(storage)
    assert storage.outbox.not_sent(two.id, "t", later(9))
    assert len(claim(storage)) == 1


def test_what_it_is_too_late_for_is_dropped(storage: Storage) -> None:
    storage.outbox.add([digest("U1", drop_at=later(1)), digest("U2", drop_at=later(2))])

    assert people(claim(storage, later(1))) == ["U2"]

    assert [each.state for each in storage.outbox.every()] == [DROPPED, WAITING]


def test_what_is_leased_is_not_dropped_by_another(storage: Storage) -> None:
    storage.outbox.add([digest("U1", drop_at=NOON + LEASE / 2)])
    [each] = claim(storage)

    assert claim(storage, NOON + LEASE / 2, "u") == []
    assert storage.outbox.begin(each.id, "t", NOON)
    assert storage.outbox.not_sent(each.id, "t", NOON)
    assert claim(storage, NOON + LEASE / 2, "u") == []
    assert only(storage).state is DROPPED


def test_of_many_who_claim_no_two_get_the_same_nor_the_same_person(
    open_storage: OpenStorage,
) -> None:
    storages = [open_storage(), open_storage()]
    for number in range(3):
        planned(storages[0], [f"U{person:02}" for person in range(12)], key=str(number))

    def claim_at_once(minutes: float) -> list[Dispatch]:
        claims = [
            partial(claim, storages[each % 2], later(minutes), f"{minutes} {each}", 3)
            for each in range(8)
        ]
        return [dispatch for found in at_once(claims) for dispatch in found]

    seen: list[int] = []
    for minutes in (0, 0.1, 0.2):
        claimed = claim_at_once(minutes)
        assert len(set(people(claimed))) == len(claimed) == 12
        assert claim_at_once(minutes) == []
        for each in claimed:
            workers = [f"{minutes} {number}" for number in range(8)]
            assert sum(storages[0].outbox.begin(each.id, worker, NOON) for worker in workers) == 1
            assert any(sent(storages[0], each, worker) for worker in workers)
            seen.append(each.id)
    assert len(set(seen)) == 36


def test_a_snoozed_recipient_is_reminded_again_when_they_are_waited_for(storage: Storage) -> None:
    made = planned(storage, ["U1"])
    before = standing(storage, made, "U1")
    snoozed = before.model_copy(
        update={"state": RecipientState.SNOOZED, "remind_at": later(5), "reminders": 1}
    )
    assert storage.occurrences.change(before, snoozed, event())
    [(_, turn)] = storage.occurrences.to_remind(later(5), 1)
    awake = turn.model_copy(update={"state": RecipientState.WAITING, "remind_at": None})
    new = first("U1", later(5), kind=DispatchKind.REMINDER, number=1, occurrence=made.id)

    assert storage.occurrences.change(turn, awake, event(), [new])

    assert [each.number for each in claim(storage, later(5))] == [1]
