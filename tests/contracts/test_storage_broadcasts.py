"""Broadcasts and their record, on every database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest

from bot.domain.reminders.broadcast import Broadcast, BroadcastStatus, EventKind
from bot.domain.reminders.dispatch import DispatchKind, DispatchState, NewDispatch
from bot.domain.reminders.occurrence import OccurrenceStatus, Recipient, RecipientState
from tests.contracts.reminders import (
    CONTENT,
    COORDINATOR,
    HOME,
    a_plan,
    active,
    answer,
    begun,
    claim,
    content,
    drafted,
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

ACTIVE, PAUSED = BroadcastStatus.ACTIVE, BroadcastStatus.PAUSED
DRAFT, CANCELLED, ENDED = BroadcastStatus.DRAFT, BroadcastStatus.CANCELLED, BroadcastStatus.ENDED
WAITING, HELD = DispatchState.WAITING, DispatchState.HELD
SENDING, DROPPED = DispatchState.SENDING, DispatchState.DROPPED


def test_a_draft_is_kept_as_it_was_with_its_first_event(storage: Storage) -> None:
    made = storage.broadcasts.add("a", CONTENT, event(EventKind.DRAFTED, later(1)))

    assert made == Broadcast(
        id=made.id,
        content=CONTENT,
        status=BroadcastStatus.DRAFT,
        version=1,
        made_by=COORDINATOR,
        made_at=later(1),
        changed_by=COORDINATOR,
        changed_at=later(1),
    )
    assert storage.broadcasts.find(made.id) == made
    [entry] = storage.broadcasts.record(made.id)
    assert entry == event(EventKind.DRAFTED, later(1), broadcast=made.id)


def test_a_draft_of_a_known_key_is_the_one_stored_before(storage: Storage) -> None:
    made = drafted(storage)

    again = storage.broadcasts.add("a", content(title="Annat"), event(EventKind.DRAFTED, later(5)))

    assert again == made
    assert len(storage.broadcasts.record(made.id)) == 1
    assert storage.broadcasts.search(None) == [made]


def test_what_is_not_there_is_not_found(storage: Storage) -> None:
    for identity in (0, -1, 1, 2**31, 2**63):
        assert storage.broadcasts.find(identity) is None
        assert storage.broadcasts.record(identity) == []


def test_broadcasts_of_a_municipality_are_found_latest_first(storage: Storage) -> None:
    here = [drafted(storage, key) for key in "abc"]
    other = drafted(storage, "d", content(municipality="Skara"))
    running = saved(storage, here[0], status=ACTIVE)

    assert storage.broadcasts.search(HOME) == [here[2], here[1], running]
    assert storage.broadcasts.search(None) == [other, here[2], here[1], running]
    assert storage.broadcasts.search(HOME, frozenset({ACTIVE, PAUSED})) == [running]
    assert storage.broadcasts.search(HOME, frozenset()) == []


def test_a_change_is_the_next_version_and_who_made_it_is_told_by_the_event(
    storage: Storage,
) -> None:
    made = drafted(storage)
    now = {
        "content": content(title="Nytt"),
        "status": BroadcastStatus.AWAITING_YES,
        "asked_by": "U7",
        "approved_by": "U8",
        "planned_to": later(1),
        "next_at": later(2),
    }
    told = event(EventKind.CHANGED, later(3), by="U7", before=CONTENT, reason="Fel dag.")

    changed = storage.broadcasts.save(1, made.model_copy(update=now), told)

    by = {"version": 2, "changed_by": "U7", "changed_at": later(3)}
    assert changed == made.model_copy(update=now | by)
    assert storage.broadcasts.find(made.id) == changed
    assert storage.broadcasts.record(made.id)[1] == told.model_copy(update={"broadcast": made.id})


def test_what_the_assistant_changes_keeps_who_changed_it_last(storage: Storage) -> None:
    made = drafted(storage)
    changed = storage.broadcasts.save(1, made, event(EventKind.RESCHEDULED, later(1), by=None))
    assert changed is not None
    assert (changed.changed_by, changed.changed_at) == (COORDINATOR, later(1))


def test_a_change_of_an_earlier_version_changes_nothing(storage: Storage) -> None:
    made = drafted(storage)
    changed = saved(storage, made, content=content(title="Nytt"))

    assert storage.broadcasts.save(1, made, event()) is None
    assert storage.broadcasts.save(3, made, event()) is None
    assert storage.broadcasts.save(1, made.model_copy(update={"id": 999}), event()) is None
    assert storage.broadcasts.find(made.id) == changed
    assert len(storage.broadcasts.record(made.id)) == 2


def test_of_many_who_change_the_same_version_one_does(open_storage: OpenStorage) -> None:
    storages = [open_storage(), open_storage()]
    made = drafted(storages[0])
    save = [
        partial(storages[each % 2].broadcasts.save, 1, made, event(at=later(each)))
        for each in range(8)
    ]

    assert sum(each is not None for each in at_once(save)) == 1
    assert len(storages[0].broadcasts.record(made.id)) == 2


def test_active_broadcasts_are_due_from_their_time_on_the_earliest_first(storage: Storage) -> None:
    for number, minutes in enumerate((3, 1, 2, 4)):
        made = drafted(storage, str(number))
        saved(storage, made, status=ACTIVE, next_at=later(minutes))
    paused = drafted(storage, "paused")
    saved(storage, paused, status=PAUSED, next_at=later(1))
    saved(storage, drafted(storage, "none left"), status=ACTIVE)

    assert [each.next_at for each in storage.broadcasts.due(later(3))] == [
        later(1),
        later(2),
        later(3),
    ]
    assert storage.broadcasts.due(later(0.9)) == []


def test_broadcasts_of_which_nothing_is_to_come_are_finished(storage: Storage) -> None:
    cases: dict[str, tuple[Recipient, ...]] = {
        "done": (recipient("U1"), recipient("U2", state=RecipientState.ANSWERED, remind_at=NOON)),
        "reminds": (recipient("U1", remind_at=NOON),),
        "escalates": (recipient("U1", escalate_at=NOON),),
        "undecided": (recipient("U1", state=RecipientState.ELSEWHERE),),
    }
    made = {
        name: planned(storage, [], key=name, recipients=people, next_at=None)
        for name, people in cases.items()
    }
    recurring = planned(storage, [], key="recurring")
    missed = (recipient("U1", remind_at=NOON),)
    planned(storage, [], key="m", recipients=missed, next_at=None, status=OccurrenceStatus.MISSED)
    due = active(storage, "due")
    paused = planned(storage, [], key="paused", next_at=None)
    set_status(storage, paused, BroadcastStatus.PAUSED)
    finished = [each.id for each in storage.broadcasts.finished()]
    assert finished == [made["done"].broadcast, made["done"].broadcast + 5]
    assert not {recurring.broadcast, due.id, paused.broadcast} & set(finished)


def test_what_waits_or_is_being_sent_is_not_finished_what_arrived_or_failed_is(
    storage: Storage,
) -> None:
    made = planned(storage, ["U1", "U2"], next_at=None)
    assert storage.broadcasts.finished() == []
    one, two = begun(storage)
    assert storage.broadcasts.finished() == []
    assert storage.outbox.sent(one.id, "t", NOON, "D1", "1.0")
    assert storage.outbox.failed(two.id, "t", NOON, "user_not_found")
    assert [each.id for each in storage.broadcasts.finished()] == [made.broadcast]
    before = standing(storage, made, "U1")
    new = NewDispatch(
        kind=DispatchKind.REMINDER, person="U1", due_at=NOON, occurrence=made.id, number=1
    )
    assert storage.occurrences.change(before, before, event(), [new])
    assert storage.broadcasts.finished() == []


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


def test_a_broadcast_is_ended_with_its_last_occurrence(storage: Storage) -> None:
    broadcast = active(storage)

    made = storage.broadcasts.plan(a_plan(broadcast, ends=True, next_at=None), event())

    assert made is not None
    now = storage.broadcasts.find(broadcast.id)
    assert now is not None
    assert (now.status, now.next_at, now.version) == (ENDED, None, broadcast.version)
    assert len(claim(storage)) == 2


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


def test_ten_thousand_recipients_are_planned_in_one_transaction(storage: Storage) -> None:
    people = [f"U{number:05}" for number in range(10_000)]

    made = planned(storage, people)

    assert len(storage.occurrences.recipients(made.id)) == 10_000
    assert sum(1 for _ in storage.outbox.every()) == 10_000
    assert len(claim(storage)) == 100
    assert storage.broadcasts.recipients_since(HOME, NOON) == 10_000


def test_a_record_is_kept_in_the_order_in_which_it_was_written(storage: Storage) -> None:
    made = drafted(storage)
    other = drafted(storage, "b")
    for minutes in (2, 1):
        noted = event(EventKind.TRIED_OUT, later(minutes), broadcast=made.id, person="U1")
        storage.broadcasts.note(noted)
    storage.broadcasts.note(event(broadcast=other.id))
    storage.broadcasts.note(event(broadcast=999))

    told = storage.broadcasts.record(made.id)
    assert [each.at for each in told] == [NOON, later(2), later(1)]
    assert told[1] == event(EventKind.TRIED_OUT, later(2), broadcast=made.id, person="U1")
    assert len(storage.broadcasts.record(other.id)) == 2
    assert storage.broadcasts.record(999) == []


def test_recipients_are_counted_from_when_they_were_planned(storage: Storage) -> None:
    planned(storage, ["U1", "U2"], planned_at=later(1))
    planned(storage, ["U1"], key="b", planned_at=later(2))
    elsewhere = active(storage, "c", content(municipality="Skara"))
    assert storage.broadcasts.plan(a_plan(elsewhere, ["U1"], planned_at=later(3)), event())

    assert storage.broadcasts.recipients_since(HOME, NOON) == 3
    assert storage.broadcasts.recipients_since(HOME, later(2)) == 1
    assert storage.broadcasts.recipients_since(HOME, later(3)) == 0
    assert storage.broadcasts.recipients_since("Skara", NOON) == 1


def test_pausing_holds_what_waits_and_resuming_lets_it_go(storage: Storage) -> None:
    made = planned(storage, ["U1", "U2"])
    other = planned(storage, ["U3"], key="b")
    assert len(claim(storage, most=1)) == 1

    set_status(storage, made, PAUSED)
    assert states(storage, made) == {"U1": HELD, "U2": HELD}
    assert [each.person for each in claim(storage)] == ["U3"]
    assert states(storage, other) == {"U3": WAITING}

    set_status(storage, made, ACTIVE)
    assert states(storage, made) == {"U1": WAITING, "U2": WAITING}
    assert [each.person for each in claim(storage)] == ["U1", "U2"]


def test_who_had_claimed_what_is_paused_does_not_begin_it_even_when_it_goes_on(
    storage: Storage,
) -> None:
    made = planned(storage, ["U1"])
    [claimed] = claim(storage, worker="before")
    set_status(storage, made, PAUSED)

    assert not storage.outbox.begin(claimed.id, "before", later(1))
    set_status(storage, made, ACTIVE)
    assert not storage.outbox.begin(claimed.id, "before", later(1))

    [again] = claim(storage, worker="after")
    assert storage.outbox.begin(again.id, "after", later(1))


def test_what_is_under_way_while_its_broadcast_is_paused_is_held_if_it_did_not_arrive(
    storage: Storage,
) -> None:
    made = planned(storage, ["U1", "U2", "U3"])
    one, two, three = begun(storage)
    set_status(storage, made, PAUSED)
    assert set(states(storage, made).values()) == {SENDING}

    assert storage.outbox.sent(one.id, "t", NOON, "D1", "1")
    assert storage.outbox.not_sent(two.id, "t", later(1))
    set_status(storage, made, ACTIVE)
    assert storage.outbox.not_sent(three.id, "t", later(1))

    assert states(storage, made) == {"U1": DispatchState.SENT, "U2": WAITING, "U3": WAITING}


def test_cancelling_drops_what_is_not_sent_and_closes_its_occurrences(storage: Storage) -> None:
    broadcast = active(storage)
    open_one = storage.broadcasts.plan(a_plan(broadcast, ["U1", "U2", "U3"]), event())
    missed = storage.broadcasts.plan(
        a_plan(broadcast, [], key="missed", status=OccurrenceStatus.MISSED, due_at=later(-1)),
        event(),
    )
    assert open_one is not None
    assert missed is not None
    one, two, _ = claim(storage)
    for each in (one, two):
        assert storage.outbox.begin(each.id, "t", NOON)
    assert storage.outbox.sent(one.id, "t", NOON, "D1", "1")

    set_status(storage, open_one, CANCELLED)

    assert states(storage, open_one) == {"U1": DispatchState.SENT, "U2": SENDING, "U3": DROPPED}
    assert storage.outbox.not_sent(two.id, "t", later(1))
    assert states(storage, open_one)["U2"] is DROPPED
    assert [each.status for each in storage.occurrences.of_broadcast(broadcast.id)] == [
        OccurrenceStatus.CANCELLED,
        OccurrenceStatus.MISSED,
    ]
    assert storage.occurrences.open_of("U1") == []


def test_cancelling_drops_what_is_held(storage: Storage) -> None:
    made = planned(storage, ["U1"])
    set_status(storage, made, PAUSED)
    set_status(storage, made, CANCELLED)
    assert states(storage, made) == {"U1": DROPPED}


def test_a_change_that_keeps_the_status_lets_waiting_messages_wait(storage: Storage) -> None:
    made = planned(storage, ["U1"])
    [claimed] = claim(storage)
    set_status(storage, made, ACTIVE)
    assert storage.outbox.begin(claimed.id, "t", NOON)


def test_pausing_while_others_claim_and_begin_leaves_nothing_waiting(
    open_storage: OpenStorage,
) -> None:
    storages = [open_storage(), open_storage()]
    made = planned(storages[0], [f"U{number:02}" for number in range(40)])

    def pause() -> list[int]:
        set_status(storages[0], made, PAUSED)
        return []

    def begin(number: int) -> list[int]:
        mine, worker = storages[number % 2], str(number)
        began = []
        for _ in range(5):
            for each in claim(mine, worker=worker, most=2):
                if mine.outbox.begin(each.id, worker, NOON):
                    began.append(each.id)
        return began

    actions: list[Callable[[], list[int]]] = [
        pause,
        *(partial(begin, number) for number in range(4)),
    ]
    began = [identity for each in at_once(actions) for identity in each]

    assert len(began) == len(set(began))
    sending = {d.id for d in storages[0].outbox.every() if d.state is SENDING}
    assert sending == set(began)
    assert set(states(storages[0], made).values()) <= {SENDING, HELD}
    assert claim(storages[0]) == []


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
    ended = active(storage, "ended")
    assert storage.broadcasts.plan(a_plan(ended, ends=True, next_at=None, due_at=later(5)), event())

    assert storage.broadcasts.forget(later(2)) == 4

    left = {each.id for each in storage.broadcasts.search(None)}
    assert left == {*made.values(), ended.id} - {made["a"]}
    assert storage.broadcasts.record(made["a"]) == []
    assert storage.broadcasts.forget(later(6)) == 1
    assert storage.broadcasts.find(ended.id) is None


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
