"""Broadcasts and their record, on every database."""

from __future__ import annotations

from functools import partial

from bot.domain.reminders.broadcast import Broadcast, BroadcastStatus, EventKind
from bot.domain.reminders.dispatch import DispatchKind, NewDispatch
from bot.domain.reminders.occurrence import OccurrenceStatus, Recipient, RecipientState
from tests.contracts.reminders import (
    CONTENT,
    COORDINATOR,
    HOME,
    a_plan,
    active,
    begun,
    content,
    drafted,
    event,
    planned,
    recipient,
    saved,
    set_status,
    standing,
)
from tests.contracts.storages import NOON, OpenStorage, Storage, at_once, later

ACTIVE, PAUSED = BroadcastStatus.ACTIVE, BroadcastStatus.PAUSED


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
