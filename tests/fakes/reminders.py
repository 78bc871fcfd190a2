"""Broadcasts, occurrences and dispatches in memory.

One module: three classes of some hundred lines, for one port each.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from operator import attrgetter

from bot.domain.reminders.broadcast import (
    OVER,
    Broadcast,
    BroadcastStatus,
    Content,
    Event,
)
from bot.domain.reminders.dispatch import (
    UNDER_WAY,
    Dispatch,
    DispatchKind,
    DispatchState,
    NewDispatch,
)
from bot.domain.reminders.occurrence import Occurrence, OccurrenceStatus, Recipient, RecipientState
from bot.services.reminders.ports import PACE, DispatchCount, Plan, Turn
from knowledge.language.alphabet import swedish_order
from tests.fakes.reminder_people import Renaming
from tests.fakes.reminders_kept import UNFINISHED, Lease, Reminders

_UNDER_WAY = (DispatchState.WAITING, DispatchState.SENDING)


class FakeBroadcastBook:
    def __init__(self, kept: Reminders) -> None:
        self._kept = kept

    def add(self, key: str, content: Content, event: Event) -> Broadcast:
        with self._kept.lock:
            if key not in self._kept.keys:
                self._kept.keys[key] = next(self._kept.ids["broadcast"])
                self._make(self._kept.keys[key], content, event)
            return self._kept.broadcasts[self._kept.keys[key]]

    def find(self, identity: int) -> Broadcast | None:
        return self._kept.broadcasts.get(identity)

    def search(
        self, municipality: str | None, statuses: frozenset[BroadcastStatus] | None = None
    ) -> list[Broadcast]:
        found = [
            each
            for each in list(self._kept.broadcasts.values())
            if municipality in (None, each.content.municipality)
            and (statuses is None or each.status in statuses)
        ]
        return sorted(found, key=attrgetter("id"), reverse=True)

    def save(self, version: int, changed: Broadcast, event: Event) -> Broadcast | None:
        with self._kept.lock:
            now = self._kept.broadcasts.get(changed.id)
            if now is None or now.version != version:
                return None
            made = {"made_by": now.made_by, "made_at": now.made_at, "version": version + 1}
            doing = {"changed_by": event.by or now.changed_by, "changed_at": event.at}
            self._kept.broadcasts[now.id] = changed.model_copy(update=made | doing)
            self.note(event.model_copy(update={"broadcast": now.id}))
            self._kept.follow(now.id, changed.status)
            return self._kept.broadcasts[now.id]

    def due(self, now: datetime) -> list[Broadcast]:
        come = [
            each
            for each in self.search(None, frozenset({BroadcastStatus.ACTIVE}))
            if each.next_at and each.next_at <= now
        ]
        return sorted(come, key=attrgetter("next_at", "id"))

    def finished(self) -> list[Broadcast]:
        with self._kept.lock:
            active = self.search(None, frozenset({BroadcastStatus.ACTIVE}))
            done = [each for each in active if each.next_at is None and not self._goes_on(each)]
            return sorted(done, key=attrgetter("id"))

    def _goes_on(self, broadcast: Broadcast) -> bool:
        kept = self._kept
        own = {
            each.id
            for each in kept.occurrences.values()
            if each.broadcast == broadcast.id and each.status is OccurrenceStatus.OPEN
        }
        states = [each.state for each in kept.dispatches.values() if each.occurrence in own]
        people = [each for each in kept.recipients.values() if each.occurrence in own]
        return any(state in UNDER_WAY for state in states) or any(
            each.turn_at or each.state is RecipientState.ELSEWHERE for each in people
        )

    def plan(self, plan: Plan, event: Event) -> Occurrence | None:
        with self._kept.lock:
            now = self._kept.broadcasts.get(plan.broadcast)
            if now is None or (now.version, now.status) != (plan.version, BroadcastStatus.ACTIVE):
                return None
            occurrences = self._kept.occurrences.values()
            is_new = (now.id, plan.key) not in {(each.broadcast, each.key) for each in occurrences}
            if is_new or now.planned_to is None or now.planned_to < plan.planned_to:
                self._move_on(now, plan)
            return self._add_occurrence(now, plan, event) if is_new else None

    def note(self, event: Event) -> None:
        with self._kept.lock:
            if event.broadcast in self._kept.broadcasts:
                self._kept.events.append(event)

    def record(self, identity: int) -> list[Event]:
        return [each for each in list(self._kept.events) if each.broadcast == identity]

    def recipients_since(self, municipality: str, start: datetime) -> int:
        with self._kept.lock:
            planned = {
                each.id
                for each in self._kept.occurrences.values()
                if self._kept.broadcasts[each.broadcast].content.municipality == municipality
                and each.planned_at >= start
            }
            return sum(occurrence in planned for occurrence, _ in self._kept.recipients)

    def rename(self, person: str, pseudonym: str, by: str, at: datetime) -> int:
        with self._kept.lock:
            return Renaming(self._kept, person, pseudonym, by, at).rename()

    def count_before(self, before: datetime) -> int:
        return len(self._old(before))

    def forget(self, before: datetime) -> int:
        with self._kept.lock:
            kept, old = self._kept, self._old(before)
            kept.events = [each for each in kept.events if each.occurrence not in old]
            kept.remove_dispatches(
                lambda each: (
                    each.occurrence in old or (each.occurrence is None and each.due_at < before)
                )
            )
            left = {key: each for key, each in kept.recipients.items() if key[0] not in old}
            kept.recipients = left
            for identity in old:
                del kept.occurrences[identity]
            self._forget_broadcasts(before)
            return len(old)

    def _old(self, before: datetime) -> set[int]:
        return {each.id for each in list(self._kept.occurrences.values()) if each.due_at < before}

    def _forget_broadcasts(self, before: datetime) -> None:
        kept = self._kept
        used = {each.broadcast for each in kept.occurrences.values()}
        gone = {
            each.id
            for each in kept.broadcasts.values()
            if each.status in OVER and each.changed_at < before and each.id not in used
        }
        kept.events = [each for each in kept.events if each.broadcast not in gone]
        kept.keys = {key: identity for key, identity in kept.keys.items() if identity not in gone}
        for identity in gone:
            del kept.broadcasts[identity]

    def _make(self, identity: int, content: Content, event: Event) -> None:
        assert event.by is not None
        self._kept.broadcasts[identity] = Broadcast(
            id=identity,
            content=content,
            status=BroadcastStatus.DRAFT,
            version=1,
            made_by=event.by,
            made_at=event.at,
            changed_by=event.by,
            changed_at=event.at,
        )
        self.note(event.model_copy(update={"broadcast": identity}))

    def _move_on(self, now: Broadcast, plan: Plan) -> None:
        moved = {"planned_to": plan.planned_to, "next_at": plan.next_at}
        self._kept.broadcasts[now.id] = now.model_copy(update=moved)

    def _add_occurrence(self, now: Broadcast, plan: Plan, event: Event) -> Occurrence:
        identity = next(self._kept.ids["occurrence"])
        told = plan.model_dump(include=set(Occurrence.model_fields))
        made = Occurrence.model_validate({**told, "id": identity, "content": now.content})
        self._kept.occurrences[identity] = made
        filled = {"occurrence": identity}
        for each in plan.recipients:
            own = each.model_copy(update=filled)
            self._kept.recipients.setdefault((identity, each.person), own)
        new = [each.model_copy(update=filled) for each in plan.dispatches]
        self._kept.add_dispatches(new, DispatchState.WAITING)
        self.note(event.model_copy(update={"broadcast": now.id, **filled}))
        return made


class FakeOccurrenceBook:
    def __init__(self, kept: Reminders) -> None:
        self._kept = kept

    def find(self, identity: int) -> Occurrence | None:
        return self._kept.occurrences.get(identity)

    def of_broadcast(self, broadcast: int) -> list[Occurrence]:
        own = [e for e in list(self._kept.occurrences.values()) if e.broadcast == broadcast]
        return sorted(own, key=attrgetter("due_at", "id"), reverse=True)

    def recipients(self, occurrence: int) -> list[Recipient]:
        own = [e for e in list(self._kept.recipients.values()) if e.occurrence == occurrence]
        return sorted(own, key=lambda each: (swedish_order(each.name), each.person))

    def recipient(self, occurrence: int, person: str) -> Recipient | None:
        return self._kept.recipients.get((occurrence, person))

    def open_of(self, person: str) -> list[tuple[Occurrence, Recipient]]:
        found = [pair for pair in self._open() if pair[1].person == person]
        return sorted(found, key=lambda pair: (pair[0].due_at, pair[0].id))

    def change(
        self,
        before: Recipient,
        after: Recipient,
        event: Event,
        dispatches: Sequence[NewDispatch] = (),
    ) -> bool:
        with self._kept.lock:
            if not self._change(before, after, event):
                return False
            self._kept.add_dispatches(dispatches, self._kept.beginning(before.occurrence))
            return True

    def replace(
        self,
        before: Recipient,
        after: Recipient,
        there: Recipient | None,
        instead: Recipient,
        event: Event,
        dispatches: Sequence[NewDispatch] = (),
    ) -> bool:
        kept, key = self._kept, (instead.occurrence, instead.person)
        with kept.lock:
            if kept.recipients.get(key) != there or not self._change(before, after, event):
                return False
            if there and there != instead:
                self._drop(key)
            kept.recipients[key] = instead
            kept.add_dispatches(dispatches, kept.beginning(before.occurrence))
            return True

    def to_remind(
        self, now: datetime, most: int, after: Turn | None = None
    ) -> list[tuple[Occurrence, Recipient]]:
        sending = (BroadcastStatus.ACTIVE, BroadcastStatus.ENDED)
        with self._kept.lock:
            come = sorted(
                (turn, recipient.occurrence, recipient.person)
                for occurrence, recipient in self._open()
                if (turn := recipient.turn_at)
                and turn <= now
                and (after is None or (turn, recipient.occurrence, recipient.person) > after)
                and self._kept.status(occurrence.id) in sending
            )
            return [
                (self._kept.occurrences[occurrence], self._kept.recipients[occurrence, person])
                for _, occurrence, person in come[: max(most, 0)]
            ]

    def answered_since(self, broadcast: int, start: datetime) -> int:
        own = {each.id for each in self.of_broadcast(broadcast)}
        return sum(
            each.occurrence in own and each.answer is not None and each.answer.at >= start
            for each in list(self._kept.recipients.values())
        )

    def _open(self) -> list[tuple[Occurrence, Recipient]]:
        with self._kept.lock:
            pairs = [
                (self._kept.occurrences[each.occurrence], each)
                for each in self._kept.recipients.values()
            ]
        return [(o, r) for o, r in pairs if r.state.is_open and o.status is OccurrenceStatus.OPEN]

    def _change(self, before: Recipient, after: Recipient, event: Event) -> bool:
        kept, key = self._kept, (before.occurrence, before.person)
        if kept.recipients.get(key) != before:
            return False
        kept.recipients[key] = after
        broadcast = kept.occurrences[before.occurrence].broadcast
        filled = {"broadcast": broadcast, "occurrence": before.occurrence}
        kept.events.append(event.model_copy(update=filled))
        if after.state.is_left_alone:
            self._drop(key)
        return True

    def _drop(self, key: tuple[int, str]) -> None:
        dispatches = list(self._kept.dispatches.values())
        theirs = [each for each in dispatches if (each.occurrence, each.subject) == key]
        self._kept.turn(theirs, UNFINISHED, DispatchState.DROPPED)


class FakeOutbox:
    def __init__(self, kept: Reminders) -> None:
        self._kept = kept

    def add(self, dispatches: Sequence[NewDispatch]) -> int:
        with self._kept.lock:
            return sum(
                self._kept.add_dispatches([each], state)
                for each in dispatches
                if (state := self._beginning(each)) is not None
            )

    def claim(self, now: datetime, leased_until: datetime, token: str, most: int) -> list[Dispatch]:
        with self._kept.lock:
            kept = self._kept
            self._let_go(now, leased_until)
            for each in self._in(DispatchState.WAITING):
                if each.drop_at and each.drop_at <= now and each.id not in kept.leases:
                    kept.if_unsent[each.id] = DispatchState.DROPPED
                    kept.put(each, state=DispatchState.DROPPED)
            busy, free = self._busy(now), dict[str, Dispatch]()
            for each in sorted(self._in(DispatchState.WAITING), key=attrgetter("not_before", "id")):
                if each.not_before <= now and each.person not in busy:
                    free.setdefault(each.person, each)
            return self._lease(list(free.values())[: max(most, 0)], leased_until, token)

    def begin(self, identity: int, token: str, at: datetime) -> bool:
        with self._own(identity, token, [DispatchState.WAITING]) as own:
            if own:
                began = {"begun_at": at, "attempts": own.attempts + 1}
                self._kept.put(own, state=DispatchState.SENDING, **began)
            return own is not None

    def sent(self, identity: int, token: str, at: datetime, channel: str, message: str) -> bool:
        where = {"sent_at": at, "channel": channel, "message": message}
        return self._settle(identity, token, state=DispatchState.SENT, **where)

    def not_sent(self, identity: int, token: str, until: datetime) -> bool:
        with self._own(identity, token, _UNDER_WAY) as own:
            if own:
                self._kept.put(own, state=self._kept.if_unsent[identity], not_before=until)
                del self._kept.leases[identity]
            return own is not None

    def failed(self, identity: int, token: str, at: datetime, failure: str) -> bool:
        why = {"failed_at": at, "failure": failure}
        return self._settle(identity, token, state=DispatchState.FAILED, **why)

    def in_doubt(self, identity: int, token: str) -> bool:
        return self._settle(identity, token)

    def take_over(
        self, now: datetime, leased_until: datetime, token: str, most: int
    ) -> list[Dispatch]:
        with self._kept.lock:
            free = [
                each
                for each in self._in(DispatchState.SENDING)
                if each.id not in self._kept.leases or self._has_run_out(each, now, leased_until)
            ]
            oldest = sorted(free, key=attrgetter("begun_at", "id"))
            return self._lease(oldest[: max(most, 0)], leased_until, token)

    def of_occurrence(self, occurrence: int) -> list[Dispatch]:
        return [each for each in self.every() if each.occurrence == occurrence]

    def counts(self, occurrence: int) -> list[DispatchCount]:
        states = [each.state for each in self.of_occurrence(occurrence)]
        return [
            DispatchCount(state=state, count=states.count(state))
            for state in DispatchState
            if state in states
        ]

    def last_digest(self, person: str | None, before: datetime) -> datetime | None:
        lost = (DispatchState.FAILED, DispatchState.DROPPED)
        digests = [
            each
            for each in self.every()
            if each.kind is DispatchKind.DIGEST and each.state not in lost
        ]
        theirs = [each.due_at for each in digests if person in (None, each.person)]
        due = [each for each in theirs if each < before]
        return max(due, default=None)

    def next_at(self) -> datetime | None:
        with self._kept.lock:
            return min(map(self._turn_of, self._in(*_UNDER_WAY)), default=None)

    def every(self) -> Iterator[Dispatch]:
        with self._kept.lock:
            return iter(sorted(self._kept.dispatches.values(), key=attrgetter("id")))

    def _in(self, *states: DispatchState) -> list[Dispatch]:
        return [each for each in self._kept.dispatches.values() if each.state in states]

    def _beginning(self, new: NewDispatch) -> DispatchState | None:
        """None for one of an occurrence that is gone."""
        if new.occurrence is None:
            return DispatchState.WAITING
        if new.occurrence not in self._kept.occurrences:
            return None
        recipient = self._kept.recipients.get((new.occurrence, new.subject))
        if recipient and recipient.state.is_left_alone:
            return DispatchState.DROPPED
        return self._kept.beginning(new.occurrence)

    def _has_run_out(self, each: Dispatch, now: datetime, leased_until: datetime) -> bool:
        until = self._kept.leases[each.id].until
        return until <= now or until > leased_until + (leased_until - now)

    def _let_go(self, now: datetime, leased_until: datetime) -> None:
        for each in self._in(DispatchState.WAITING):
            if each.id in self._kept.leases and self._has_run_out(each, now, leased_until):
                del self._kept.leases[each.id]

    def _busy(self, now: datetime) -> set[str]:
        """Those whom something is with, or was sent to just now."""
        return {
            each.person
            for each in self._kept.dispatches.values()
            if each.id in self._kept.leases
            or each.state is DispatchState.SENDING
            or (each.sent_at is not None and abs(now - each.sent_at) < PACE)
        }

    def _lease(
        self, found: Sequence[Dispatch], leased_until: datetime, token: str
    ) -> list[Dispatch]:
        lease = Lease(token=token, until=leased_until)
        self._kept.leases |= {each.id: lease for each in found}
        return list(found)

    def _settle(self, identity: int, token: str, **outcome: object) -> bool:
        with self._own(identity, token, [DispatchState.SENDING]) as own:
            if own:
                self._kept.put(own, **outcome)
                del self._kept.leases[identity]
            return own is not None

    @contextmanager
    def _own(
        self, identity: int, token: str, states: Collection[DispatchState]
    ) -> Iterator[Dispatch | None]:
        """A dispatch in one of these states, if that is the token it is leased with."""
        with self._kept.lock:
            lease = self._kept.leases.get(identity)
            own = self._kept.dispatches[identity] if lease and lease.token == token else None
            yield own if own and own.state in states else None

    def _turn_of(self, each: Dispatch) -> datetime:
        lease = self._kept.leases.get(each.id)
        if lease:
            return lease.until
        is_sending = each.state is DispatchState.SENDING
        return each.begun_at if is_sending and each.begun_at else each.not_before
