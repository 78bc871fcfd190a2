"""Occurrences, who gets them, and what they answer, on every database."""

from __future__ import annotations

from functools import partial

import pytest

from bot.domain.reminders.broadcast import BroadcastStatus, EventKind
from bot.domain.reminders.occurrence import OccurrenceStatus, RecipientState
from bot.services.reminders.ports import Turn
from tests.contracts.recipients import changed, reminder
from tests.contracts.reminders import (
    a_plan,
    active,
    answer,
    answered,
    event,
    planned,
    recipient,
    set_status,
    standing,
)
from tests.contracts.storages import NOON, OpenStorage, Storage, at_once, later


def test_what_is_not_there_is_not_found(storage: Storage) -> None:
    for identity in (0, -1, 1, 2**31, 2**63):
        assert storage.occurrences.find(identity) is None
    assert storage.occurrences.of_broadcast(1) == []
    assert storage.occurrences.recipients(1) == []
    assert storage.occurrences.recipient(1, "U1") is None


def test_the_occurrences_of_a_broadcast_are_told_latest_first(storage: Storage) -> None:
    broadcast = active(storage)
    planned(storage, key="other")
    for key, minutes in (("a", 1), ("b", 3), ("c", 2)):
        plan = a_plan(broadcast, key=key, due_at=later(minutes))
        assert storage.broadcasts.plan(plan, event())

    found = storage.occurrences.of_broadcast(broadcast.id)

    assert [each.key for each in found] == ["b", "c", "a"]


def test_recipients_are_told_by_name_as_swedes_sort(storage: Storage) -> None:
    names = {"U1": "Östen", "U2": "Åsa", "U3": "Zara", "U4": "ärla"}
    people = tuple(recipient(person, name=name) for person, name in names.items())
    made = planned(storage, [], recipients=people)

    found = storage.occurrences.recipients(made.id)

    assert [each.name for each in found] == ["Zara", "Åsa", "ärla", "Östen"]
    assert standing(storage, made, "U4") == found[2]
    assert storage.occurrences.recipient(made.id, "U9") is None


def test_what_waits_for_a_person_is_told_oldest_first(storage: Storage) -> None:
    late = planned(storage, ["U1"], "late", due_at=later(2))
    early = planned(storage, ["U1", "U2"], "early", due_at=later(1))
    told = recipient("U1", state=RecipientState.TOLD)
    planned(storage, [], "told", recipients=(told,))
    cancelled = planned(storage, ["U1"], "cancelled")
    set_status(storage, cancelled, BroadcastStatus.CANCELLED)
    paused = planned(storage, ["U1"], "paused", due_at=later(3))
    set_status(storage, paused, BroadcastStatus.PAUSED)
    done = planned(storage, ["U1"], "done")
    assert answer(storage, done, "U1")

    waiting = storage.occurrences.open_of("U1")

    assert [occurrence for occurrence, _ in waiting] == [early, late, paused]
    assert [each for _, each in waiting] == [
        standing(storage, occurrence, "U1") for occurrence, _ in waiting
    ]
    assert storage.occurrences.open_of("U9") == []


@pytest.mark.parametrize("state", RecipientState)
def test_an_answer_is_waited_for_in_open_states_alone(
    storage: Storage, state: RecipientState
) -> None:
    made = planned(storage, [], recipients=(recipient("U1", state=state, remind_at=NOON),))

    assert len(storage.occurrences.open_of("U1")) == state.is_open
    assert len(storage.occurrences.to_remind(NOON, 5)) == state.is_open
    assert standing(storage, made, "U1").state is state


def test_an_answer_is_kept_as_it_was_given_with_its_event(storage: Storage) -> None:
    made = planned(storage)
    before = standing(storage, made, "U1")
    after = answered(before, later(3), by="U9").model_copy(
        update={"also": ("x",), "unit": None, "instead": "U7", "escalate_at": later(9)}
    )
    told = event(EventKind.ANSWERED, later(3), by="U9", person="U1")

    assert storage.occurrences.change(before, after, told)

    assert standing(storage, made, "U1") == after
    entry = storage.broadcasts.record(made.broadcast)[-1]
    filled = {"broadcast": made.broadcast, "occurrence": made.id}
    assert entry == told.model_copy(update=filled)


def test_a_recipient_who_is_not_as_before_any_more_is_not_changed(storage: Storage) -> None:
    made = planned(storage)
    before = standing(storage, made, "U1")
    assert answer(storage, made, "U1")
    now, record = standing(storage, made, "U1"), storage.broadcasts.record(made.broadcast)
    new = reminder(made, "U1")

    assert not storage.occurrences.change(before, changed(before), event(), [new])
    assert not storage.occurrences.replace(
        before, changed(before), None, recipient("U3", occurrence=made.id), event(), [new]
    )
    nobody = before.model_copy(update={"person": "U8"})
    assert not storage.occurrences.change(nobody, changed(nobody), event(), [new])
    nowhere = before.model_copy(update={"occurrence": 999})
    assert not storage.occurrences.change(nowhere, changed(nowhere), event(), [new])

    assert standing(storage, made, "U1") == now
    assert storage.broadcasts.record(made.broadcast) == record
    assert len(storage.outbox.of_occurrence(made.id)) == 2
    assert storage.occurrences.recipient(made.id, "U3") is None


def test_of_many_who_change_a_recipient_one_does(open_storage: OpenStorage) -> None:
    storages = [open_storage(), open_storage()]
    made = planned(storages[0])
    before = standing(storages[0], made, "U1")
    change = [
        partial(
            storages[each % 2].occurrences.change,
            before,
            answered(before, later(each)),
            event(EventKind.ANSWERED, later(each)),
        )
        for each in range(8)
    ]

    assert sorted(at_once(change)) == [False] * 7 + [True]
    record = storages[0].broadcasts.record(made.broadcast)
    assert sum(each.kind is EventKind.ANSWERED for each in record) == 1


def test_of_several_whose_turn_is_at_one_moment_those_after_one_are_found(storage: Storage) -> None:
    turns = [recipient(person, remind_at=later(1)) for person in ("U2", "U1", "U3")]
    made, other = (planned(storage, [], key=key, recipients=tuple(turns)) for key in "ab")

    def after(occurrence: int, person: str) -> list[tuple[int, str]]:
        turn = Turn(later(1), occurrence, person)
        found = storage.occurrences.to_remind(later(2), 9, turn)
        return [(each.occurrence, each.person) for _, each in found]

    of_other = [(other.id, person) for person in ("U1", "U2", "U3")]
    assert after(made.id, "U2") == [(made.id, "U3"), *of_other]
    assert after(other.id, "U1") == of_other[1:]
    assert after(other.id, "U3") == []


def test_who_is_to_be_reminded_or_told_of_is_found_earliest_first(storage: Storage) -> None:
    turns = (
        recipient("U1", remind_at=later(3), escalate_at=later(9)),
        recipient("U2", remind_at=later(9), escalate_at=later(1)),
        recipient("U3", remind_at=later(2)),
        recipient("U4", escalate_at=later(4)),
        recipient("U5"),
    )
    made = planned(storage, [], recipients=turns)

    def found(minutes: float, most: int = 9) -> list[str]:
        told = storage.occurrences.to_remind(later(minutes), most)
        assert [each for _, each in told] == [standing(storage, made, r.person) for _, r in told]
        return [each.person for _, each in told]

    assert found(3) == ["U2", "U3", "U1"]
    assert found(99) == ["U2", "U3", "U1", "U4"]
    assert found(99, 2) == ["U2", "U3"]
    assert found(0.9) == []
    assert found(99, 0) == []
    after = Turn(later(1), made.id, "U2")
    assert [e.person for _, e in storage.occurrences.to_remind(later(99), 2, after)] == ["U3", "U1"]
    before = standing(storage, made, "U2")
    moved = before.model_copy(update={"escalate_at": None})
    assert storage.occurrences.change(before, moved, event())
    assert found(8) == ["U3", "U1", "U4"]
    assert answer(storage, made, "U3")
    assert found(8) == ["U1", "U4"]


@pytest.mark.parametrize("status", BroadcastStatus)
def test_nobody_is_reminded_of_what_is_paused_or_cancelled(
    storage: Storage, status: BroadcastStatus
) -> None:
    made = planned(storage, [], recipients=(recipient("U1", remind_at=NOON),))
    set_status(storage, made, status)

    sends_on = status in (BroadcastStatus.ACTIVE, BroadcastStatus.ENDED)
    assert len(storage.occurrences.to_remind(NOON, 5)) == sends_on


def test_nobody_is_reminded_of_what_was_missed(storage: Storage) -> None:
    turn = (recipient("U1", remind_at=NOON),)
    planned(storage, [], recipients=turn, status=OccurrenceStatus.MISSED)
    assert storage.occurrences.to_remind(NOON, 5) == []
    assert storage.occurrences.open_of("U1") == []


def test_answers_of_a_broadcast_are_counted_from_a_moment_on(storage: Storage) -> None:
    broadcast = active(storage)
    one = storage.broadcasts.plan(a_plan(broadcast, key="1"), event())
    two = storage.broadcasts.plan(a_plan(broadcast, key="2"), event())
    assert one is not None
    assert two is not None
    for made, person, minutes in ((one, "U1", 1), (one, "U2", 2), (two, "U1", 3)):
        assert answer(storage, made, person, later(minutes))
    other = planned(storage, key="other")
    assert answer(storage, other, "U1", later(9))

    assert storage.occurrences.answered_since(broadcast.id, NOON) == 3
    assert storage.occurrences.answered_since(broadcast.id, later(2)) == 2
    assert storage.occurrences.answered_since(broadcast.id, later(4)) == 0
