"""What the tests of broadcasts share: contents, recipients, and broadcasts that are under way."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from bot.domain.reminders.audience import Audience
from bot.domain.reminders.broadcast import (
    Broadcast,
    BroadcastStatus,
    Content,
    Event,
    EventKind,
    Nagging,
    Wish,
)
from bot.domain.reminders.dispatch import Dispatch, DispatchKind, DispatchState, NewDispatch
from bot.domain.reminders.occurrence import (
    Answer,
    AnswerKind,
    Occurrence,
    OccurrenceStatus,
    Recipient,
    RecipientState,
    Why,
)
from bot.domain.reminders.schedule import Monthly
from bot.services.reminders.ports import Plan
from tests.contracts.storages import ANSWER, NOON, Storage

HOME = "Skövde"
COORDINATOR = "U9"
LEASE = timedelta(minutes=1)

CONTENT = Content(
    municipality=HOME,
    title="Rapportera tertial 3 😀",
    text="Vi behöver er rapport senast på fredag.",
    reason="Kommunstyrelsen följer upp arbetet varje tertial.",
    citation=ANSWER.citations[0],
    audience=Audience(people=frozenset({"U1", "U2"}), channels=frozenset({"C1"})),
    schedule=Monthly(at=time(9), day=1),
    wishes=frozenset({Wish.NOTHING_TO_REPORT, Wish.LOG_ACTIVITY}),
    nagging=Nagging(every_days=3, at_most=2),
)


def content(people: Iterable[str] = ("U1", "U2"), **stated: object) -> Content:
    """A content for these people alone."""
    audience = Audience(people=frozenset(people))
    return CONTENT.model_copy(update={"audience": audience, **stated})


def event(kind: EventKind = EventKind.CHANGED, at: datetime = NOON, **told: object) -> Event:
    """An entry of a record by the coordinator, whose ids are filled in."""
    return Event.model_validate({"broadcast": 0, "kind": kind, "at": at, "by": COORDINATOR, **told})


def drafted(storage: Storage, key: str = "a", stated: Content = CONTENT) -> Broadcast:
    return storage.broadcasts.add(key, stated, event(EventKind.DRAFTED))


def saved(storage: Storage, broadcast: Broadcast, **now: object) -> Broadcast:
    """A change of a broadcast that nobody else has changed."""
    changed = broadcast.model_copy(update=now)
    stored = storage.broadcasts.save(broadcast.version, changed, event())
    assert stored is not None
    return stored


def active(storage: Storage, key: str = "a", stated: Content = CONTENT) -> Broadcast:
    """A broadcast that is due."""
    draft = drafted(storage, key, stated)
    return saved(storage, draft, status=BroadcastStatus.ACTIVE, next_at=NOON)


def recipient(person: str, **stated: object) -> Recipient:
    """Somebody who is asked; the occurrence is filled in when it is planned."""
    told = {
        "occurrence": 0,
        "person": person,
        "name": f"Namn {person}",
        "unit": "skolan",
        "also": ("un",),
        "why": Why.NAMED,
        "state": RecipientState.WAITING,
    }
    return Recipient.model_validate({**told, **stated})


def first(person: str, due_at: datetime = NOON, **stated: object) -> NewDispatch:
    """The first message to somebody; the occurrence is filled in when it is planned."""
    told = {"kind": DispatchKind.FIRST, "person": person, "due_at": due_at}
    return NewDispatch.model_validate({**told, **stated})


def a_plan(broadcast: Broadcast, people: Iterable[str] = ("U1", "U2"), **stated: object) -> Plan:
    """An occurrence of a broadcast, for these people."""
    named = list(people)
    told = {
        "broadcast": broadcast.id,
        "version": broadcast.version,
        "key": "2026-11-22T13:00:00",
        "due_at": NOON,
        "planned_at": NOON,
        "status": OccurrenceStatus.OPEN,
        "recipients": tuple(map(recipient, named)),
        "dispatches": tuple(map(first, named)),
        "planned_to": NOON,
        "next_at": NOON + timedelta(days=30),
    }
    return Plan.model_validate({**told, **stated})


def planned(
    storage: Storage, people: Iterable[str] = ("U1", "U2"), key: str = "a", **stated: object
) -> Occurrence:
    """An occurrence of a new broadcast."""
    plan = a_plan(active(storage, key), people, **stated)
    made = storage.broadcasts.plan(plan, event(EventKind.PLANNED, by=None))
    assert made is not None
    return made


def set_status(storage: Storage, occurrence: Occurrence, status: BroadcastStatus) -> None:
    """Pause, resume or cancel an occurrence's broadcast."""
    found = storage.broadcasts.find(occurrence.broadcast)
    assert found is not None
    saved(storage, found, status=status)


def standing(storage: Storage, occurrence: Occurrence, person: str) -> Recipient:
    found = storage.occurrences.recipient(occurrence.id, person)
    assert found is not None
    return found


def answered(each: Recipient, at: datetime = NOON, by: str | None = None) -> Recipient:
    answer = Answer(kind=AnswerKind.TEXT, at=at, by=by or each.person, text="Klart. 😀")
    now = {"state": RecipientState.ANSWERED, "answer": answer, "remind_at": None}
    return each.model_copy(update=now)


def answer(storage: Storage, occurrence: Occurrence, person: str, at: datetime = NOON) -> bool:
    """What somebody answers."""
    before = standing(storage, occurrence, person)
    told = event(EventKind.ANSWERED, by=person, person=person)
    return storage.occurrences.change(before, answered(before, at), told)


def claim(
    storage: Storage, now: datetime = NOON, worker: str = "t", most: int = 100
) -> list[Dispatch]:
    return storage.outbox.claim(now, now + LEASE, worker, most)


def take_over(
    storage: Storage, now: datetime, worker: str = "t", most: int = 100
) -> list[Dispatch]:
    return storage.outbox.take_over(now, now + LEASE, worker, most)


def begun(storage: Storage, now: datetime = NOON, worker: str = "t") -> list[Dispatch]:
    """Claim what can be claimed, and begin all of it."""
    claimed = claim(storage, now, worker)
    assert all(storage.outbox.begin(each.id, worker, now) for each in claimed)
    return claimed


def states(storage: Storage, occurrence: Occurrence) -> dict[str, DispatchState]:
    """How far the messages of an occurrence have come, by person."""
    return {each.person: each.state for each in storage.outbox.of_occurrence(occurrence.id)}
