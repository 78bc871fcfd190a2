"""Dispatches on every database: added, counted and read."""

from __future__ import annotations

import pytest

from bot.domain.reminders.broadcast import BroadcastStatus
from bot.domain.reminders.dispatch import DispatchKind, DispatchState, NewDispatch
from bot.domain.reminders.occurrence import RecipientState
from bot.services.reminders.ports import DispatchCount
from tests.contracts.dispatches import digest, sent
from tests.contracts.reminders import (
    LEASE,
    answer,
    begun,
    claim,
    first,
    planned,
    recipient,
    set_status,
    states,
    take_over,
)
from tests.contracts.storages import Storage, later

WAITING, HELD = DispatchState.WAITING, DispatchState.HELD
SENDING, SENT = DispatchState.SENDING, DispatchState.SENT
DROPPED = DispatchState.DROPPED


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
    assert storage.outbox.last_digest(None, later(1440 * 99)) == later(1440 * 9)
    assert storage.outbox.last_digest(None, later(1440 * 9)) == later(1440 * 3)


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
