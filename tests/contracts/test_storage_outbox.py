"""Dispatches on every database: claimed, begun, settled and taken over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest

from bot.domain.reminders.broadcast import BroadcastStatus
from bot.domain.reminders.dispatch import Dispatch, DispatchKind, DispatchState, NewDispatch
from bot.domain.reminders.occurrence import RecipientState
from bot.services.reminders.ports import PACE, DispatchCount
from tests.contracts.reminders import (
    LEASE,
    answer,
    begun,
    claim,
    event,
    first,
    planned,
    recipient,
    set_status,
    standing,
    states,
    take_over,
)
from tests.contracts.storages import NOON, OpenStorage, Storage, at_once, later

WAITING, HELD = DispatchState.WAITING, DispatchState.HELD
SENDING, SENT = DispatchState.SENDING, DispatchState.SENT
FAILED, DROPPED = DispatchState.FAILED, DispatchState.DROPPED

AFTER_PACE = NOON + PACE


def digest(person: str, minutes: float = 0, **stated: object) -> NewDispatch:
    return first(person, later(minutes), **{"kind": DispatchKind.DIGEST, **stated})


def people(dispatches: list[Dispatch]) -> list[str]:
    return [each.person for each in dispatches]


def only(storage: Storage) -> Dispatch:
    [found] = storage.outbox.every()
    return found


def sent(storage: Storage, each: Dispatch, worker: str = "t") -> bool:
    return storage.outbox.sent(each.id, worker, NOON, "D1", "1700000000.1")


def test_dispatches_are_planned_unless_their_keys_are_there(storage: Storage) -> None:
    made = planned(storage, ["U1"])
    new = first("U1", kind=DispatchKind.REMINDER, number=1, occurrence=made.id)

    assert storage.outbox.add([new, digest("U9"), new]) == 2
    assert storage.outbox.add([new, digest("U9"), digest("U8")]) == 1
    assert storage.outbox.add([]) == 0

    told = {each.key: each for each in storage.outbox.every()}
    assert told.keys() == {f"{made.id}:first:0:U1", new.key, digest("U9").key, digest("U8").key}
    assert told[new.key].model_dump(include=set(NewDispatch.model_fields)) == new.model_dump()
    assert {each.state for each in told.values()} == {WAITING}


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (BroadcastStatus.ACTIVE, WAITING),
        (BroadcastStatus.ENDED, WAITING),
        (BroadcastStatus.PAUSED, HELD),
        (BroadcastStatus.CANCELLED, DROPPED),
    ],
)
def test_what_is_added_follows_its_broadcast(
    storage: Storage, status: BroadcastStatus, state: DispatchState
) -> None:
    made = planned(storage, [])
    other = planned(storage, [], key="other")
    set_status(storage, made, status)

    new = [first("U1", occurrence=made.id), first("U1", occurrence=other.id), digest("U1")]
    assert storage.outbox.add(new) == 3

    told = {each.occurrence: each.state for each in storage.outbox.every()}
    assert told == {made.id: state, other.id: WAITING, None: WAITING}


@pytest.mark.parametrize("state", RecipientState)
def test_what_is_added_for_who_is_left_alone_is_dropped(
    storage: Storage, state: RecipientState
) -> None:
    made = planned(storage, [], recipients=(recipient("U1", state=state), recipient("U2")))
    about = first("U2", kind=DispatchKind.ESCALATION, about="U1", occurrence=made.id)
    of_another = first("U1", kind=DispatchKind.ESCALATION, about="U2", occurrence=made.id)

    new = [first("U1", occurrence=made.id), about, of_another, first("U7", occurrence=made.id)]
    assert storage.outbox.add(new) == 4

    told = {(each.person, each.about): each.state for each in storage.outbox.every()}
    expected = DROPPED if state.is_left_alone else WAITING
    assert told.pop(("U1", None)) is told.pop(("U2", "U1")) is expected
    assert set(told.values()) == {WAITING}


def test_what_belongs_to_no_occurrence_that_is_there_is_not_added(storage: Storage) -> None:
    assert storage.outbox.add([first("U1", occurrence=999)]) == 0
    assert list(storage.outbox.every()) == []


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


def test_the_next_turn_is_the_earliest_of_what_waits_and_what_is_leased(storage: Storage) -> None:
    assert storage.outbox.next_at() is None
    storage.outbox.add([digest("U1", 1), digest("U2", 30)])
    assert storage.outbox.next_at() == later(1)
    [each] = claim(storage, later(1))
    assert storage.outbox.next_at() == later(1) + LEASE
    assert storage.outbox.begin(each.id, "t", later(1.5))
    assert storage.outbox.next_at() == later(1) + LEASE
    assert storage.outbox.in_doubt(each.id, "t")
    assert storage.outbox.next_at() == later(1.5)
    take_over(storage, later(1.5))
    assert storage.outbox.sent(each.id, "t", later(2), "D1", "1")
    assert storage.outbox.next_at() == later(30)


def test_what_is_held_or_dropped_has_no_turn(storage: Storage) -> None:
    made = planned(storage, ["U1", "U2"])
    assert answer(storage, made, "U1")
    set_status(storage, made, BroadcastStatus.PAUSED)
    assert states(storage, made) == {"U1": DROPPED, "U2": HELD}
    assert storage.outbox.next_at() is None


def test_dispatches_are_counted_by_state(storage: Storage) -> None:
    made = planned(storage, ["U1", "U2", "U3", "U4"])
    planned(storage, ["U1"], key="other")
    one, *_ = begun(storage)
    assert sent(storage, one)

    assert storage.outbox.counts(made.id) == [
        DispatchCount(state=SENDING, count=3),
        DispatchCount(state=SENT, count=1),
    ]
    assert storage.outbox.counts(999) == []


def test_the_last_digest_of_a_person_before_a_moment_is_found(storage: Storage) -> None:
    days = [digest("U1", 1440 * day) for day in (1, 3, 2)]
    storage.outbox.add([*days, digest("U2", 1440 * 9), first("U1", later(1440 * 8))])

    assert storage.outbox.last_digest("U1", later(1440 * 9)) == later(1440 * 3)
    assert storage.outbox.last_digest("U1", later(1440 * 3)) == later(1440 * 2)
    assert storage.outbox.last_digest("U1", later(1440)) is None
    assert storage.outbox.last_digest("U9", later(1440 * 99)) is None


def test_a_digest_that_never_arrived_is_not_the_last(storage: Storage) -> None:
    days = [later(1440 * day) for day in range(6)]
    dropped = digest("U1", 1440 * 3, drop_at=days[4])
    storage.outbox.add([digest("U1", 1440), digest("U1", 1440 * 2), dropped])

    (one,) = begun(storage, days[1])
    assert storage.outbox.sent(one.id, "t", days[1], "D1", "1.1")
    (two,) = begun(storage, days[2])
    assert storage.outbox.last_digest("U1", days[5]) == days[3]
    assert storage.outbox.failed(two.id, "t", days[2], "user_disabled")
    assert claim(storage, days[4]) == []

    assert storage.outbox.last_digest("U1", days[5]) == days[1]


def test_all_dispatches_are_read_by_id(storage: Storage) -> None:
    made = planned(storage, [f"U{number:04}" for number in range(1_200)])
    found = list(storage.outbox.every())
    assert found == storage.outbox.of_occurrence(made.id)
    assert [each.id for each in found] == sorted(each.id for each in found)
    assert len(found) == 1_200


def test_what_is_answered_is_not_begun(storage: Storage) -> None:
    made = planned(storage, ["U1"])
    [each] = claim(storage)
    assert answer(storage, made, "U1")
    assert not storage.outbox.begin(each.id, "t", NOON)
    assert claim(storage, later(9)) == []


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
