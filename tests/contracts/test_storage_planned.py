"""Occurrences of a broadcast, planned once whoever plans them, on every database."""

from __future__ import annotations

from functools import partial

import pytest

from bot.domain.reminders.broadcast import BroadcastStatus, EventKind
from bot.domain.reminders.dispatch import DispatchState
from bot.domain.reminders.occurrence import RecipientState
from tests.contracts.reminders import (
    CONTENT,
    HOME,
    a_plan,
    active,
    claim,
    content,
    event,
    first,
    planned,
    recipient,
    saved,
)
from tests.contracts.storages import NOON, OpenStorage, Storage, at_once, later

ACTIVE = BroadcastStatus.ACTIVE
WAITING = DispatchState.WAITING


def test_an_occurrence_is_stored_with_all_that_belongs_to_it(storage: Storage) -> None:
    broadcast = active(storage)
    told = {"remind_at": later(9), "escalate_at": later(8), "also": ("a", "b")}
    first_one = recipient("U1", **told)
    told_one = recipient("U2", state=RecipientState.TOLD, unit=None, also=())
    plan = a_plan(
        broadcast,
        recipients=(first_one, told_one),
        dispatches=(first("U1", later(1), drop_at=later(5)), first("U2")),
    )

    made = storage.broadcasts.plan(plan, event(EventKind.PLANNED, by=None))

    assert made is not None
    told = plan.model_dump(include=set(type(made).model_fields))
    assert made.model_dump(exclude={"id", "content"}) == told
    assert made.content == CONTENT
    assert storage.occurrences.find(made.id) == made
    filled = {"occurrence": made.id}
    assert storage.occurrences.recipients(made.id) == [
        first_one.model_copy(update=filled),
        told_one.model_copy(update=filled),
    ]
    one, two = storage.outbox.of_occurrence(made.id)
    assert (one.person, one.key, one.state) == ("U1", f"{made.id}:first:0:U1", WAITING)
    assert (one.due_at, one.not_before, one.drop_at) == (later(1), later(1), later(5))
    assert (one.attempts, one.begun_at, one.sent_at, one.channel) == (0, None, None, None)
    assert (two.person, two.due_at, two.drop_at) == ("U2", NOON, None)
    entry = storage.broadcasts.record(broadcast.id)[-1]
    assert (entry.kind, entry.by, entry.occurrence) == (EventKind.PLANNED, None, made.id)


def test_planning_moves_the_broadcast_on_but_keeps_its_version(storage: Storage) -> None:
    broadcast = active(storage)
    plan = a_plan(broadcast, planned_to=later(1), next_at=later(2))

    assert storage.broadcasts.plan(plan, event())

    moved = {"planned_to": later(1), "next_at": later(2)}
    assert storage.broadcasts.find(broadcast.id) == broadcast.model_copy(update=moved)


@pytest.mark.parametrize("status", [each for each in BroadcastStatus if each is not ACTIVE])
def test_what_is_not_active_is_not_planned(storage: Storage, status: BroadcastStatus) -> None:
    broadcast = saved(storage, active(storage), status=status)

    assert storage.broadcasts.plan(a_plan(broadcast), event()) is None

    assert storage.broadcasts.find(broadcast.id) == broadcast
    assert storage.occurrences.of_broadcast(broadcast.id) == []
    assert list(storage.outbox.every()) == []


def test_what_was_made_of_an_earlier_version_is_not_planned(storage: Storage) -> None:
    before = active(storage)
    now = saved(storage, before, content=content(title="Nytt"))

    assert storage.broadcasts.plan(a_plan(before), event()) is None
    assert storage.broadcasts.plan(a_plan(before.model_copy(update={"id": 999})), event()) is None

    assert storage.broadcasts.find(before.id) == now
    assert storage.occurrences.of_broadcast(before.id) == []
    assert len(storage.broadcasts.record(before.id)) == 3


def test_planning_a_key_again_only_moves_the_broadcast_on(storage: Storage) -> None:
    broadcast = active(storage)
    made = storage.broadcasts.plan(a_plan(broadcast), event())
    assert made is not None
    record = storage.broadcasts.record(broadcast.id)
    # Somebody who had read it before that has stored it again.
    stale = saved(storage, broadcast)
    assert (stale.planned_to, stale.next_at) == (None, NOON)

    again = a_plan(stale, ["U3"], planned_to=later(1), next_at=later(2))
    assert storage.broadcasts.plan(again, event()) is None

    now = storage.broadcasts.find(broadcast.id)
    assert now is not None
    assert (now.planned_to, now.next_at) == (later(1), later(2))
    assert storage.occurrences.of_broadcast(broadcast.id) == [made]
    assert {each.person for each in storage.occurrences.recipients(made.id)} == {"U1", "U2"}
    assert len(list(storage.outbox.every())) == 2
    assert len(storage.broadcasts.record(broadcast.id)) == len(record) + 1


def test_who_is_behind_does_not_move_a_broadcast_back(storage: Storage) -> None:
    broadcast = active(storage)
    assert storage.broadcasts.plan(a_plan(broadcast, key="1", planned_to=later(1)), event())
    further = a_plan(broadcast, key="2", planned_to=later(2), next_at=later(3))
    assert storage.broadcasts.plan(further, event())

    behind = a_plan(broadcast, key="1", planned_to=later(1), next_at=later(2))
    assert storage.broadcasts.plan(behind, event()) is None

    now = storage.broadcasts.find(broadcast.id)
    assert now is not None
    assert (now.planned_to, now.next_at) == (later(2), later(3))


def test_a_person_who_is_planned_twice_gets_it_once(storage: Storage) -> None:
    made = planned(storage, ["U1", "U1"])

    [only] = storage.occurrences.recipients(made.id)
    assert only.person == "U1"
    assert len(storage.outbox.of_occurrence(made.id)) == 1


def test_many_who_plan_the_same_at_once_plan_it_once(open_storage: OpenStorage) -> None:
    storages = [open_storage(), open_storage()]
    plan = a_plan(active(storages[0]))
    plan_it = [partial(storages[each % 2].broadcasts.plan, plan, event()) for each in range(8)]

    assert sum(made is not None for made in at_once(plan_it)) == 1
    [made] = storages[0].occurrences.of_broadcast(plan.broadcast)
    assert len(storages[0].occurrences.recipients(made.id)) == 2
    assert len(list(storages[0].outbox.every())) == 2


def test_thousands_of_recipients_are_planned_in_one_transaction(storage: Storage) -> None:
    # How long ten thousand take is measured by tests.benchmarks.reminders.
    people = [f"U{number:05}" for number in range(3_000)]

    made = planned(storage, people)

    assert len(storage.occurrences.recipients(made.id)) == 3_000
    assert sum(1 for _ in storage.outbox.every()) == 3_000
    assert len(claim(storage)) == 100
    assert storage.broadcasts.recipients_since(HOME, NOON) == 3_000
