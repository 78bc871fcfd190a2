"""Occurrences, who gets them, and what they answer, on every database."""

from __future__ import annotations

from functools import partial

import pytest

from bot.domain.reminders.broadcast import BroadcastStatus, EventKind
from bot.domain.reminders.dispatch import DispatchKind, DispatchState, NewDispatch
from bot.domain.reminders.occurrence import Occurrence, OccurrenceStatus, Recipient, RecipientState
from bot.services.reminders.ports import Turn
from tests.contracts.reminders import (
    a_plan,
    active,
    answer,
    answered,
    begun,
    claim,
    event,
    first,
    planned,
    recipient,
    saved,
    set_status,
    standing,
    states,
)
from tests.contracts.storages import NOON, OpenStorage, Storage, at_once, later

WAITING, HELD = DispatchState.WAITING, DispatchState.HELD
SENDING, SENT, DROPPED = DispatchState.SENDING, DispatchState.SENT, DispatchState.DROPPED

RESTING = [
    RecipientState.ANSWERED,
    RecipientState.SNOOZED,
    RecipientState.ELSEWHERE,
    RecipientState.REPLACED,
]


def reminder(made: Occurrence, person: str, number: int = 1) -> NewDispatch:
    return first(person, kind=DispatchKind.REMINDER, number=number, occurrence=made.id)


def escalation(made: Occurrence, person: str, about: str) -> NewDispatch:
    return first(person, kind=DispatchKind.ESCALATION, about=about, occurrence=made.id)


def changed(each: Recipient, state: RecipientState = RecipientState.WAITING) -> Recipient:
    return each.model_copy(update={"state": state, "reminders": each.reminders + 1})


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


@pytest.mark.parametrize("state", RESTING)
def test_what_is_not_under_way_is_dropped_when_no_answer_is_waited_for(
    storage: Storage, state: RecipientState
) -> None:
    made = planned(storage, ["U1", "U2"])
    others = [reminder(made, "U1"), escalation(made, "U2", "U1"), escalation(made, "U1", "U2")]
    assert storage.outbox.add(others) == 3
    elsewhere = planned(storage, ["U1"], "b")
    [claimed, *_] = claim(storage)
    before = standing(storage, made, "U1")

    assert storage.occurrences.change(before, changed(before, state), event())

    told = [(each.person, each.about, each.state) for each in storage.outbox.of_occurrence(made.id)]
    assert told == [
        ("U1", None, DROPPED),
        ("U2", None, WAITING),
        ("U1", None, DROPPED),
        ("U2", "U1", DROPPED),
        ("U1", "U2", WAITING),
    ]
    assert states(storage, elsewhere) == {"U1": WAITING}
    assert not storage.outbox.begin(claimed.id, "t", NOON)


@pytest.mark.parametrize("state", [RecipientState.WAITING, RecipientState.TOLD])
def test_what_waits_goes_on_waiting_while_somebody_is_still_to_be_sent_to(
    storage: Storage, state: RecipientState
) -> None:
    made = planned(storage, ["U1"])
    before = standing(storage, made, "U1")
    assert storage.occurrences.change(before, changed(before, state), event())
    assert states(storage, made) == {"U1": WAITING}


def test_what_is_under_way_is_dropped_only_if_it_did_not_arrive(storage: Storage) -> None:
    made = planned(storage, ["U1", "U2"])
    one, two = begun(storage)
    assert answer(storage, made, "U1")
    assert answer(storage, made, "U2")
    assert states(storage, made) == {"U1": SENDING, "U2": SENDING}

    assert storage.outbox.sent(one.id, "t", NOON, "D1", "1")
    assert storage.outbox.not_sent(two.id, "t", later(1))

    assert states(storage, made) == {"U1": SENT, "U2": DROPPED}


def test_what_was_answered_while_it_was_held_does_not_come_back(storage: Storage) -> None:
    made = planned(storage, ["U1", "U2"])
    one, _ = begun(storage, worker="t")
    set_status(storage, made, BroadcastStatus.PAUSED)
    assert answer(storage, made, "U1")
    assert storage.outbox.not_sent(one.id, "t", later(1))
    set_status(storage, made, BroadcastStatus.ACTIVE)
    assert states(storage, made) == {"U1": DROPPED, "U2": SENDING}


def test_new_dispatches_come_with_a_change(storage: Storage) -> None:
    made = planned(storage, ["U1"])
    begun(storage)
    before = standing(storage, made, "U1")
    new = reminder(made, "U1")

    assert storage.occurrences.change(before, changed(before), event(), [new, new])
    now = standing(storage, made, "U1")
    assert storage.occurrences.change(now, changed(now), event(), [new])

    _, only = storage.outbox.of_occurrence(made.id)
    assert (only.key, only.state, only.number) == (new.key, WAITING, 1)


def test_dispatches_that_come_with_an_answer_are_not_dropped_by_it(storage: Storage) -> None:
    made = planned(storage, ["U1"])
    before = standing(storage, made, "U1")
    assert storage.occurrences.change(before, answered(before), event(), [reminder(made, "U1")])
    states_now = [each.state for each in storage.outbox.of_occurrence(made.id)]
    assert states_now == [DROPPED, WAITING]


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (BroadcastStatus.PAUSED, HELD),
        (BroadcastStatus.CANCELLED, DROPPED),
        (BroadcastStatus.ENDED, WAITING),
    ],
)
def test_new_dispatches_follow_their_broadcast(
    storage: Storage, status: BroadcastStatus, state: DispatchState
) -> None:
    made = planned(storage, ["U1"])
    set_status(storage, made, status)
    before = standing(storage, made, "U1")
    instead = recipient("U2", occurrence=made.id)
    new = first("U2", occurrence=made.id)

    assert storage.occurrences.change(before, changed(before), event(), [reminder(made, "U1")])
    now = standing(storage, made, "U1")
    assert storage.occurrences.replace(now, changed(now), None, instead, event(), [new])

    assert [each.state for each in storage.outbox.of_occurrence(made.id)][1:] == [state, state]


def test_somebody_else_takes_a_recipients_place(storage: Storage) -> None:
    made = planned(storage, ["U1"])
    before = standing(storage, made, "U1")
    after = changed(before, RecipientState.REPLACED)
    instead = recipient("U2", occurrence=made.id, state=RecipientState.WAITING)
    told = event(EventKind.REPLACED, person="U1")

    assert storage.occurrences.replace(
        before, after, None, instead, told, [first("U2", occurrence=made.id)]
    )

    assert standing(storage, made, "U1") == after
    assert standing(storage, made, "U2") == instead
    assert states(storage, made) == {"U1": DROPPED, "U2": WAITING}
    assert storage.broadcasts.record(made.broadcast)[-1].kind is EventKind.REPLACED


def test_who_is_a_recipient_already_is_changed_and_gets_what_asks_for_all(
    storage: Storage,
) -> None:
    made = planned(storage, ["U1", "U2"])
    before, there = standing(storage, made, "U1"), standing(storage, made, "U2")
    after = changed(before, RecipientState.REPLACED)
    instead = there.model_copy(update={"also": ("un", "kultur")})
    anew = first("U2", occurrence=made.id, number=1)

    assert storage.occurrences.replace(before, after, there, instead, event(), [anew])

    assert standing(storage, made, "U1") == after
    assert standing(storage, made, "U2") == instead
    told = [(each.person, each.state) for each in storage.outbox.of_occurrence(made.id)]
    assert told == [("U1", DROPPED), ("U2", DROPPED), ("U2", WAITING)]


def test_who_is_a_recipient_already_and_stays_so_keeps_their_messages(storage: Storage) -> None:
    made = planned(storage, ["U1", "U2"])
    before, there = standing(storage, made, "U1"), standing(storage, made, "U2")
    after = changed(before, RecipientState.REPLACED)

    assert storage.occurrences.replace(before, after, there, there, event())

    assert standing(storage, made, "U2") == there
    assert states(storage, made) == {"U1": DROPPED, "U2": WAITING}


@pytest.mark.parametrize("is_there", [True, False])
def test_nobody_takes_a_place_who_has_changed_meanwhile(storage: Storage, is_there: bool) -> None:
    made = planned(storage, ["U1", "U2"] if is_there else ["U1"])
    before = standing(storage, made, "U1")
    there = standing(storage, made, "U2") if is_there else recipient("U2", occurrence=made.id)
    if is_there:
        assert answer(storage, made, "U2")
    now, record = storage.occurrences.recipients(made.id), storage.broadcasts.record(made.broadcast)
    new = first("U2", occurrence=made.id, number=1)

    assert not storage.occurrences.replace(
        before, changed(before, RecipientState.REPLACED), there, there, event(), [new]
    )
    if is_there:
        assert not storage.occurrences.replace(
            before, changed(before, RecipientState.REPLACED), None, there, event(), [new]
        )

    assert storage.occurrences.recipients(made.id) == now
    assert storage.broadcasts.record(made.broadcast) == record
    assert all(each.number == 0 for each in storage.outbox.of_occurrence(made.id))


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


def test_who_answers_while_a_reminder_is_planned_gets_it_only_if_it_came_before(
    open_storage: OpenStorage,
) -> None:
    storages = [open_storage(), open_storage()]
    people = [f"U{number:02}" for number in range(12)]
    made = planned(storages[0], people)
    begun(storages[0])

    def remind(person: str) -> bool:
        before = standing(storages[1], made, person)
        if not before.state.is_open:
            return False
        new = reminder(made, person)
        return storages[1].occurrences.change(before, changed(before), event(), [new])

    def answer_until_it_is_there(person: str) -> bool:
        # Who was just reminded looks again, as the service does.
        return answer(storages[0], made, person) or answer(storages[0], made, person)

    actions = [partial(remind, person) for person in people]
    actions += [partial(answer_until_it_is_there, person) for person in people]
    assert all(at_once(actions)[len(people) :])

    dispatches = storages[0].outbox.of_occurrence(made.id)
    reminders = [each for each in dispatches if each.kind is DispatchKind.REMINDER]
    assert {each.state for each in reminders} <= {DROPPED}
    assert claim(storages[0], later(5)) == []


def test_who_answers_while_a_failed_message_is_sent_again_gets_none(
    open_storage: OpenStorage,
) -> None:
    storages = [open_storage(), open_storage()]
    people = [f"U{number:02}" for number in range(12)]
    made = planned(storages[0], people)
    for each in begun(storages[0]):
        assert storages[0].outbox.failed(each.id, "t", NOON, "no_reply")

    def send_again(person: str) -> bool:
        return storages[1].outbox.add([first(person, number=1, occurrence=made.id)]) == 1

    actions = [partial(send_again, person) for person in people]
    actions += [partial(answer, storages[0], made, person) for person in people]
    assert all(at_once(actions))

    again = [each for each in storages[0].outbox.of_occurrence(made.id) if each.number]
    assert {each.state for each in again} == {DROPPED}


def test_a_reminder_planned_while_its_broadcast_is_paused_is_held(
    open_storage: OpenStorage,
) -> None:
    storages = [open_storage(), open_storage()]
    people = [f"U{number:02}" for number in range(12)]
    made = planned(storages[0], people)
    begun(storages[0])
    broadcast = storages[0].broadcasts.find(made.broadcast)
    assert broadcast is not None

    def pause() -> bool:
        return bool(saved(storages[0], broadcast, status=BroadcastStatus.PAUSED))

    def remind(person: str) -> bool:
        before = standing(storages[1], made, person)
        new = reminder(made, person)
        return storages[1].occurrences.change(before, changed(before), event(), [new])

    assert all(at_once([pause, *(partial(remind, person) for person in people)]))

    dispatches = storages[0].outbox.of_occurrence(made.id)
    assert {each.state for each in dispatches if each.number} == {HELD}
