"""Broadcasts and occurrences that are forgotten, and that their numbers never come back."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.reminders.broadcast import BroadcastStatus
from bot.domain.reminders.dispatch import DispatchKind
from bot.domain.reminders.occurrence import RecipientState
from tests.contracts.reminders import (
    HOME,
    a_plan,
    active,
    answer,
    drafted,
    event,
    first,
    planned,
    set_status,
    standing,
)
from tests.contracts.storages import NOON, Storage, later

ACTIVE, PAUSED = BroadcastStatus.ACTIVE, BroadcastStatus.PAUSED
DRAFT, CANCELLED = BroadcastStatus.DRAFT, BroadcastStatus.CANCELLED
ENDED = BroadcastStatus.ENDED


def test_old_occurrences_are_forgotten_with_all_that_belongs_to_them(storage: Storage) -> None:
    broadcast = active(storage)
    old = storage.broadcasts.plan(a_plan(broadcast, key="old", due_at=later(1)), event())
    new = storage.broadcasts.plan(a_plan(broadcast, key="new", due_at=later(2)), event())
    assert old is not None
    assert new is not None
    assert answer(storage, old, "U1")
    for minutes in (1, 2):
        digest = first("U9", later(minutes), kind=DispatchKind.DIGEST)
        storage.outbox.add([digest.model_copy(update={"person": f"U{minutes}"})])

    assert storage.broadcasts.count_before(later(2)) == 1
    assert storage.broadcasts.forget(later(2)) == 1

    assert storage.broadcasts.count_before(later(2)) == 0
    assert storage.broadcasts.forget(later(2)) == 0
    assert storage.occurrences.of_broadcast(broadcast.id) == [new]
    assert storage.occurrences.recipients(old.id) == []
    assert storage.outbox.of_occurrence(old.id) == []
    assert [each.person for each in storage.outbox.every()] == ["U1", "U2", "U2"]
    assert old.id not in {each.occurrence for each in storage.broadcasts.record(broadcast.id)}
    assert storage.broadcasts.find(broadcast.id) is not None
    assert storage.broadcasts.recipients_since(HOME, NOON) == 2
    assert not storage.outbox.add([first("U1", kind=DispatchKind.REMINDER, occurrence=old.id)])


def test_broadcasts_that_are_over_are_forgotten_with_their_last_occurrence(
    storage: Storage,
) -> None:
    made = {}
    for key, status in (
        ("a", CANCELLED),
        ("b", ACTIVE),
        ("c", PAUSED),
        ("d", DRAFT),
    ):
        occurrence = planned(storage, key=key, due_at=later(1))
        set_status(storage, occurrence, status)
        made[key] = occurrence.broadcast
    over = planned(storage, key="over", due_at=later(5))
    set_status(storage, over, ENDED)

    assert storage.broadcasts.forget(later(2)) == 4

    left = {each.id for each in storage.broadcasts.search(None)}
    assert left == {*made.values(), over.broadcast} - {made["a"]}
    assert storage.broadcasts.record(made["a"]) == []
    assert storage.broadcasts.forget(later(6)) == 1
    assert storage.broadcasts.find(over.broadcast) is None


def test_a_broadcast_that_ended_lately_is_kept(storage: Storage) -> None:
    made = drafted(storage)
    changed = storage.broadcasts.save(
        1, made.model_copy(update={"status": CANCELLED}), event(at=later(5))
    )
    assert storage.broadcasts.forget(later(5)) == 0
    assert storage.broadcasts.find(made.id) == changed
    storage.broadcasts.forget(later(5) + timedelta(seconds=1))
    assert storage.broadcasts.find(made.id) is None


def test_ids_are_never_given_again(storage: Storage) -> None:
    occurrence = planned(storage, due_at=later(1))
    [dispatch, *_] = storage.outbox.of_occurrence(occurrence.id)
    set_status(storage, occurrence, CANCELLED)
    assert storage.broadcasts.forget(later(2)) == 1

    again = planned(storage, due_at=later(1))

    assert again.broadcast > occurrence.broadcast
    assert again.id > occurrence.id
    assert storage.outbox.of_occurrence(again.id)[0].id > dispatch.id
    assert standing(storage, again, "U1").state is RecipientState.WAITING
