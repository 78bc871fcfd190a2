"""What broadcasts keep of people, and what of those who were erased."""

from __future__ import annotations

import pytest

from bot.domain.reminders.audience import Audience, Contacts
from bot.domain.reminders.broadcast import BroadcastStatus, Content, EventKind
from bot.domain.reminders.dispatch import DispatchKind, DispatchState
from bot.domain.reminders.occurrence import Occurrence, OccurrenceStatus
from bot.services.ports import PersonRecords
from tests.contracts.reminders import (
    CONTENT,
    a_plan,
    active,
    answer,
    answered,
    claim,
    content,
    drafted,
    event,
    first,
    planned,
    recipient,
    saved,
    standing,
    states,
    take_over,
)
from tests.contracts.storages import NOON, Storage, later

PERSON, GONE = "U1", "raderad-1"
DROPPED = DispatchState.DROPPED


def erase(storage: Storage) -> int:
    return storage.broadcasts.rename(PERSON, GONE, "U9", later(5))


def people_of(storage: Storage, identity: int) -> tuple[Content, BroadcastStatus, int]:
    found = storage.broadcasts.find(identity)
    assert found is not None
    return found.content, found.status, found.version


def escalation(storage: Storage, made: Occurrence, person: str, about: str) -> None:
    told = first(person, kind=DispatchKind.ESCALATION, about=about, occurrence=made.id)
    assert storage.outbox.add([told]) == 1


def test_what_broadcasts_keep_of_a_person_is_found(storage: Storage) -> None:
    made = planned(storage, ["U1", "U2"])
    other = active(storage, "b", content(["U3"]))
    decided = drafted(storage, "c", content(["U3"]))
    saved(storage, decided, approved_by=PERSON)
    escalation(storage, made, "U2", about=PERSON)
    before = standing(storage, made, "U2")
    pointed = before.model_copy(update={"instead": PERSON})
    told = event(EventKind.POINTED_ELSEWHERE, by="U2", person="U2", reason="Inte jag.")
    assert storage.occurrences.change(before, pointed, told)
    assert answer(storage, made, PERSON)

    kept = storage.people.of(PERSON)

    assert [each.id for each in kept.broadcasts] == [made.broadcast, decided.id]
    assert [each.kind for each in kept.broadcast_events] == [EventKind.ANSWERED]
    assert [each.person for each in kept.recipients] == ["U1", "U2"]
    assert kept.recipients[0].answer == answered(recipient(PERSON)).answer
    assert [(each.person, each.about) for each in kept.dispatches] == [("U1", None), ("U2", "U1")]
    assert PersonRecords.model_validate_json(kept.model_dump_json()) == kept
    coordinator = storage.people.of("U9")
    assert {each.id for each in coordinator.broadcasts} == {made.broadcast, other.id, decided.id}
    assert coordinator.recipients == ()


def test_a_title_like_a_persons_id_names_nobody(storage: Storage) -> None:
    drafted(storage, stated=content(["U2"], title=PERSON))
    assert storage.people.of(PERSON) == PersonRecords()
    assert erase(storage) == 0


def test_an_erased_recipient_bears_the_pseudonym_and_their_words_are_gone(
    storage: Storage,
) -> None:
    made = planned(storage, ["U1", "U2"])
    assert answer(storage, made, PERSON)
    before = standing(storage, made, "U2")
    by_them = answered(before.model_copy(update={"instead": PERSON}), by=PERSON)
    assert storage.occurrences.change(before, by_them, event(by=PERSON, person="U2", reason="Så."))

    assert erase(storage) == 1

    assert storage.occurrences.recipient(made.id, PERSON) is None
    gone = standing(storage, made, GONE)
    assert gone.answer is not None
    assert (gone.name, gone.unit, gone.answer.by, gone.answer.text) == (GONE, "skolan", GONE, "")
    other = standing(storage, made, "U2")
    assert other.answer is not None
    assert (other.instead, other.answer.by, other.answer.text) == (GONE, GONE, "Klart. 😀")
    record = [(e.by, e.person, e.reason) for e in storage.broadcasts.record(made.broadcast)]
    assert (GONE, GONE, None) in record
    assert (GONE, "U2", "Så.") in record
    left = storage.people.of(PERSON)
    assert left == PersonRecords()
    assert erase(storage) == 0


def test_nothing_more_is_sent_to_who_was_erased_or_told_about_them(storage: Storage) -> None:
    made = planned(storage, ["U1", "U2", "U3"])
    escalation(storage, made, "U3", about=PERSON)
    one, two, three = claim(storage)
    assert storage.outbox.begin(one.id, "t", NOON)
    assert storage.outbox.sent(three.id, "t", NOON, "D3", "3") is False
    assert storage.outbox.begin(three.id, "t", NOON)

    assert erase(storage) == 1

    dispatches = storage.outbox.of_occurrence(made.id)
    assert [(each.person, each.about, each.state) for each in dispatches] == [
        (GONE, None, DROPPED),
        ("U2", None, DispatchState.WAITING),
        ("U3", None, DispatchState.SENDING),
        ("U3", GONE, DROPPED),
    ]
    assert [each.key for each in dispatches][::3] == [
        f"{made.id}:first:0:{GONE}",
        f"{made.id}:escalation:0:U3:{GONE}",
    ]
    assert not storage.outbox.sent(one.id, "t", NOON, "D1", "1")
    assert storage.outbox.begin(two.id, "t", NOON)
    assert {each.id for each in take_over(storage, later(9))} == {two.id, three.id}
    assert storage.occurrences.to_remind(later(999), 9) == []


def test_where_their_messages_stand_is_forgotten_but_not_that_they_were_sent(
    storage: Storage,
) -> None:
    made = planned(storage, ["U1", "U2"])
    for each in claim(storage):
        assert storage.outbox.begin(each.id, "t", NOON)
        assert storage.outbox.sent(each.id, "t", later(1), f"D{each.person}", "1.5")

    erase(storage)

    theirs, other = storage.outbox.of_occurrence(made.id)
    assert (theirs.channel, theirs.message, theirs.sent_at) == (None, None, later(1))
    assert (other.channel, other.message) == ("DU2", "1.5")


def test_they_are_reminded_no_more(storage: Storage) -> None:
    turns = {"remind_at": later(1), "escalate_at": later(2)}
    made = planned(storage, [], recipients=(recipient("U1", **turns), recipient("U2", **turns)))

    erase(storage)

    assert [each.person for _, each in storage.occurrences.to_remind(later(9), 9)] == ["U2"]
    gone = standing(storage, made, GONE)
    assert (gone.remind_at, gone.escalate_at) == (None, None)


def test_a_broadcast_that_names_them_goes_on_without_them_as_a_new_version(
    storage: Storage,
) -> None:
    made = planned(storage, ["U1", "U2"])
    before = storage.broadcasts.find(made.broadcast)
    assert before is not None
    assert before.content == CONTENT

    erase(storage)

    now, status, version = people_of(storage, made.broadcast)
    assert now.audience == CONTENT.audience.model_copy(update={"people": frozenset({"U2"})})
    assert (status, version) == (BroadcastStatus.ACTIVE, before.version + 1)
    entry = storage.broadcasts.record(made.broadcast)[-1]
    assert (entry.kind, entry.by, entry.at) == (EventKind.CHANGED, "U9", later(5))
    assert entry.person == GONE
    assert entry.before is not None
    assert entry.before.audience.people == {GONE, "U2"}
    occurrence = storage.occurrences.find(made.id)
    assert occurrence is not None
    assert occurrence.content.audience.people == {GONE, "U2"}
    assert storage.broadcasts.save(before.version, before, event()) is None
    assert storage.broadcasts.plan(a_plan(before, key="next"), event()) is None


@pytest.mark.parametrize("status", [BroadcastStatus.DRAFT, BroadcastStatus.PAUSED])
def test_a_broadcast_for_nobody_else_is_cancelled(
    storage: Storage, status: BroadcastStatus
) -> None:
    alone = content([PERSON])
    broadcast = active(storage, stated=alone)
    made = storage.broadcasts.plan(a_plan(broadcast, ["U1", "U2"]), event())
    assert made is not None
    saved(storage, broadcast, status=status)

    erase(storage)

    now, status, _ = people_of(storage, broadcast.id)
    assert now.audience.people == {GONE}
    assert status is BroadcastStatus.CANCELLED
    assert storage.broadcasts.record(broadcast.id)[-1].kind is EventKind.CANCELLED
    occurrence = storage.occurrences.find(made.id)
    assert occurrence is not None
    assert occurrence.status is OccurrenceStatus.CANCELLED
    assert states(storage, made) == {GONE: DROPPED, "U2": DROPPED}


def test_one_for_contacts_too_goes_on(storage: Storage) -> None:
    audience = Audience(people=frozenset({PERSON}), contacts=Contacts())
    made = drafted(storage, stated=content(audience=audience))

    erase(storage)

    now, status, _ = people_of(storage, made.id)
    assert (now.audience, status) == (Audience(contacts=Contacts()), BroadcastStatus.DRAFT)


@pytest.mark.parametrize("status", [BroadcastStatus.ENDED, BroadcastStatus.CANCELLED])
def test_what_is_over_keeps_its_version_and_bears_the_pseudonym(
    storage: Storage, status: BroadcastStatus
) -> None:
    made = saved(storage, active(storage), status=status)

    erase(storage)

    now, after, version = people_of(storage, made.id)
    assert now.audience.people == {GONE, "U2"}
    assert (after, version) == (status, made.version)


def test_contents_as_they_were_bear_the_pseudonym(storage: Storage) -> None:
    made = drafted(storage, stated=content(["U2"]))
    now = made.model_copy(update={"content": content(["U3"])})
    told = event(EventKind.CHANGED, before=content([PERSON, "U2"]))
    assert storage.broadcasts.save(1, now, told)

    erase(storage)

    entry = storage.broadcasts.record(made.id)[-1]
    assert entry.before is not None
    assert entry.before.audience.people == {GONE, "U2"}


def test_who_decided_bears_the_pseudonym(storage: Storage) -> None:
    made = drafted(storage)
    by = {"asked_by": "U9", "approved_by": "U9"}
    saved(storage, made, **by)

    assert storage.broadcasts.rename("U9", GONE, "U8", later(5)) == 1

    now = storage.broadcasts.find(made.id)
    assert now is not None
    assert {now.made_by, now.changed_by, now.asked_by, now.approved_by} == {GONE}
    assert now.version == 2
    assert {each.by for each in storage.broadcasts.record(made.id)} == {GONE}


def test_nothing_is_planned_of_an_audience_that_was_found_out_before(storage: Storage) -> None:
    made = active(storage, "a", content(["U2"]))
    plan = a_plan(made, [PERSON, "U2"])

    assert erase(storage) == 0

    assert storage.broadcasts.plan(plan, event()) is None
    now = storage.broadcasts.find(made.id)
    assert now == made.model_copy(update={"version": made.version + 1})
    assert storage.broadcasts.plan(a_plan(now, ["U2"]), event())
