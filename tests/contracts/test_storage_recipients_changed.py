"""What a change of a recipient does to the messages about them, on every database."""

from __future__ import annotations

from functools import partial

import pytest

from bot.domain.reminders.broadcast import BroadcastStatus
from bot.domain.reminders.dispatch import DispatchKind, DispatchState, NewDispatch
from bot.domain.reminders.occurrence import Occurrence, RecipientState
from tests.contracts.recipients import changed, reminder
from tests.contracts.reminders import (
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


def escalation(made: Occurrence, person: str, about: str) -> NewDispatch:
    return first(person, kind=DispatchKind.ESCALATION, about=about, occurrence=made.id)


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
