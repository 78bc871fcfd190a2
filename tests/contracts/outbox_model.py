"""The outbox's state machine beside a simple model of it: workers that claim, begin, crash and take
over, while people answer, coordinators pause, and clocks jump.

What a worker sends is counted apart from what it says of it; who takes over looks there, as it is
read back from the channel.

One module: a rule is a few lines, and all of them act on the one model.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.domain.reminders.broadcast import BroadcastStatus
from bot.domain.reminders.dispatch import Dispatch, DispatchKind, DispatchState
from bot.domain.reminders.occurrence import RecipientState
from bot.services.reminders.ports import PACE
from tests.contracts.reminders import (
    LEASE,
    answered,
    event,
    first,
    planned,
    set_status,
    standing,
)
from tests.contracts.storages import NOON, Storage

WAITING, HELD = DispatchState.WAITING, DispatchState.HELD
SENDING, SENT = DispatchState.SENDING, DispatchState.SENT
FAILED, DROPPED = DispatchState.FAILED, DispatchState.DROPPED

PEOPLE = ("U1", "U2")
WORKERS = st.sampled_from(["a", "b"])


@dataclass
class _Entry:
    """What the model knows of a dispatch; ``unsent`` is what it comes to if it does not arrive."""

    person: str
    not_before: datetime
    state: DispatchState = WAITING
    unsent: DispatchState = WAITING
    token: str | None = None
    until: datetime = NOON
    sent_at: datetime | None = None


@dataclass
class _Worker:
    """What somebody believes to have: tokens of what they claimed, and of what they are sending."""

    claimed: dict[int, str] = field(default_factory=dict)
    sending: dict[int, str] = field(default_factory=dict)


class OutboxMachine(RuleBasedStateMachine):
    """Each rule does one thing in the storage and in the model; what both say must be the same."""

    def __init__(self, storage: Storage) -> None:
        super().__init__()
        self.storage = storage
        self.outbox = storage.outbox
        self.now = NOON
        self.made = planned(storage, PEOPLE)
        self.status = BroadcastStatus.ACTIVE
        self.done: set[str] = set()
        self.entries: dict[int, _Entry] = {}
        self.arrived: Counter[int] = Counter()
        self.workers = {"a": _Worker(), "b": _Worker()}
        self.old: list[tuple[int, str]] = []
        self.tokens = 0
        self._learn()

    # Workers.

    @rule(name=WORKERS)
    def claim(self, name: str) -> None:
        token, expected = self._token(), self._claimable()
        found = self.outbox.claim(self.now, self.now + LEASE, token, 9)
        assert {each.id for each in found} == expected
        self._lease(found, token)
        self.workers[name].claimed |= {each.id: token for each in found}

    @rule(name=WORKERS)
    def begin(self, name: str) -> None:
        worker = self.workers[name]
        for identity, token in list(worker.claimed.items()):
            entry, at = self.entries[identity], self.now
            may = (entry.state, entry.token) == (WAITING, token)
            assert self.outbox.begin(identity, token, at) == may
            del worker.claimed[identity]
            if may:
                assert entry.person not in self.done
                assert self.status is BroadcastStatus.ACTIVE
                assert not any(each.state is SENDING for each in self._others(identity))
                entry.state = SENDING
                worker.sending[identity] = token

    @rule(name=WORKERS)
    def give_back(self, name: str) -> None:
        worker = self.workers[name]
        for identity, token in worker.claimed.items():
            self._not_sent(identity, token, self.now)
        worker.claimed = {}

    @rule(name=WORKERS, says=st.booleans())
    def send(self, name: str, *, says: bool) -> None:
        """It arrives; who sent it may crash before they say so."""
        worker = self.workers[name]
        for identity, token in worker.sending.items():
            entry = self.entries[identity]
            is_theirs = (entry.state, entry.token) == (SENDING, token)
            # Who took it over waits as long as a request can take: later ones never arrive.
            self.arrived[identity] += is_theirs
            if says:
                assert self.outbox.sent(identity, token, self.now, "D1", "1") == is_theirs
                self._settle(entry, SENT, is_told=is_theirs)
            self.old.append((identity, token))
        worker.sending = {}

    @rule(name=WORKERS, pause=st.integers(0, 90))
    def be_refused(self, name: str, pause: int) -> None:
        worker = self.workers[name]
        for identity, token in worker.sending.items():
            self._not_sent(identity, token, self.now + timedelta(seconds=pause))
        worker.sending = {}

    @rule(name=WORKERS)
    def fail(self, name: str) -> None:
        worker = self.workers[name]
        for identity, token in worker.sending.items():
            entry = self.entries[identity]
            is_theirs = (entry.state, entry.token) == (SENDING, token)
            assert self.outbox.failed(identity, token, self.now, "is_archived") == is_theirs
            self._settle(entry, FAILED, is_told=is_theirs)
            self.old.append((identity, token))
        worker.sending = {}

    @rule(name=WORKERS, has_arrived=st.booleans())
    def lose_the_answer(self, name: str, *, has_arrived: bool) -> None:
        worker = self.workers[name]
        for identity, token in worker.sending.items():
            entry = self.entries[identity]
            is_theirs = (entry.state, entry.token) == (SENDING, token)
            self.arrived[identity] += has_arrived and is_theirs
            assert self.outbox.in_doubt(identity, token) == is_theirs
            if is_theirs:
                entry.token = None
            self.old.append((identity, token))
        worker.sending = {}

    @rule(name=WORKERS)
    def crash(self, name: str) -> None:
        worker = self.workers[name]
        self.old += [*worker.claimed.items(), *worker.sending.items()]
        self.workers[name] = _Worker()

    @rule(reads=st.booleans())
    def take_over(self, *, reads: bool) -> None:
        """Who takes over reads whether it arrived, or crashes before."""
        token, expected = self._token(), self._to_take_over()
        found = self.outbox.take_over(self.now, self.now + LEASE, token, 9)
        assert {each.id for each in found} == expected
        self._lease(found, token)
        for each in found:
            if reads:
                self._read(each.id, token)
            else:
                self.old.append((each.id, token))

    @rule()
    def try_with_old_tokens(self) -> None:
        for identity, token in self.old:
            if self.entries[identity].token != token:
                assert not self.outbox.begin(identity, token, self.now)
                assert not self.outbox.sent(identity, token, self.now, "D9", "9")
                assert not self.outbox.not_sent(identity, token, self.now)
                assert not self.outbox.failed(identity, token, self.now, "old")
                assert not self.outbox.in_doubt(identity, token)

    # Everybody else.

    @rule(seconds=st.sampled_from([0.5, 1, 5, 59, 61, 3600, -0.5, -5, -61, -3600]))
    def jump(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    @rule(seconds=st.sampled_from([61, -3600]), has_begun=st.booleans())
    def jump_after_claiming(self, seconds: float, *, has_begun: bool) -> None:
        """Whoever claims and takes over then is another one."""
        self.claim("a")
        if has_begun:
            self.begin("a")
        self.now += timedelta(seconds=seconds)
        self.take_over(reads=False)
        self.claim("b")

    @rule(person=st.sampled_from(PEOPLE))
    def answer(self, person: str) -> None:
        before = standing(self.storage, self.made, person)
        assert self.storage.occurrences.change(before, answered(before), event())
        self.done.add(person)
        theirs = [each for each in self.entries.values() if each.person == person]
        self._turn(theirs, (WAITING, HELD), DROPPED)

    @precondition(lambda self: len(self.entries) < 6)
    @rule(person=st.sampled_from(PEOPLE))
    def remind(self, person: str) -> None:
        before = standing(self.storage, self.made, person)
        if before.state is not RecipientState.WAITING:
            return
        number = before.reminders + 1
        told = {"kind": DispatchKind.REMINDER, "number": number, "occurrence": self.made.id}
        new = first(person, self.now).model_copy(update=told)
        after = before.model_copy(update={"reminders": number})
        assert self.storage.occurrences.change(before, after, event(), [new])
        self._learn()

    @precondition(lambda self: self.status is BroadcastStatus.ACTIVE)
    @rule()
    def pause(self) -> None:
        self._set_status(BroadcastStatus.PAUSED)
        self._turn(self.entries.values(), (WAITING,), HELD)

    @precondition(lambda self: self.status is BroadcastStatus.PAUSED)
    @rule()
    def resume(self) -> None:
        self._set_status(BroadcastStatus.ACTIVE)
        self._turn(self.entries.values(), (HELD,), WAITING)

    @precondition(lambda self: self.status is BroadcastStatus.ACTIVE)
    @rule(name=WORKERS)
    def pause_for_a_moment(self, name: str) -> None:
        """Who claimed it does not see that, and begins."""
        self.claim(name)
        self.pause()
        self.resume()
        self.begin(name)

    @precondition(lambda self: len(self.entries) > 4)
    @rule()
    def cancel(self) -> None:
        self._set_status(BroadcastStatus.CANCELLED)
        self._turn(self.entries.values(), (WAITING, HELD), DROPPED)

    # What always holds.

    @invariant()
    def both_tell_the_same(self) -> None:
        found = {each.id: each.state for each in self.outbox.every()}
        assert found == {identity: each.state for identity, each in self.entries.items()}

    @invariant()
    def nothing_arrives_twice(self) -> None:
        assert not self.arrived or max(self.arrived.values()) <= 1

    def teardown(self) -> None:
        """Nothing is lost: when all goes on, each comes to its end, and what was sent arrived."""
        if self.status is BroadcastStatus.PAUSED:
            self.resume()
        for name in self.workers:
            self.crash(name)
        # Past all leases and pauses, so many times as there are messages to a person.
        for _ in self.entries:
            self.now += timedelta(hours=100)
            self.take_over(reads=True)
            self.claim("a")
            self.begin("a")
            self.send("a", says=True)
        for identity, each in self.entries.items():
            assert each.state in (SENT, FAILED, DROPPED)
            assert self.arrived[identity] == (each.state is SENT)
        self.both_tell_the_same()

    # The model.

    def _learn(self) -> None:
        for each in self.outbox.every():
            if each.id not in self.entries:
                new = _Entry(each.person, each.not_before, each.state, each.state)
                self.entries[each.id] = new
                expected = {BroadcastStatus.PAUSED: HELD, BroadcastStatus.CANCELLED: DROPPED}
                assert each.state is expected.get(self.status, WAITING)

    def _token(self) -> str:
        self.tokens += 1
        return str(self.tokens)

    def _others(self, identity: int) -> list[_Entry]:
        person = self.entries[identity].person
        others = [each for number, each in self.entries.items() if number != identity]
        return [each for each in others if each.person == person]

    def _is_leased(self, each: _Entry) -> bool:
        return each.token is not None and self.now < each.until <= self.now + 2 * LEASE

    def _claimable(self) -> set[int]:
        chosen: dict[str, int] = {}
        for identity, each in sorted(
            self.entries.items(), key=lambda item: (item[1].not_before, item[0])
        ):
            if each.state is WAITING and each.not_before <= self.now:
                chosen.setdefault(each.person, identity)
        return {number for person, number in chosen.items() if not self._is_busy(person)}

    def _is_busy(self, person: str) -> bool:
        return any(
            each.state is SENDING
            or (each.state is WAITING and self._is_leased(each))
            or (each.sent_at is not None and abs(self.now - each.sent_at) < PACE)
            for each in self.entries.values()
            if each.person == person
        )

    def _to_take_over(self) -> set[int]:
        sending = {number: e for number, e in self.entries.items() if e.state is SENDING}
        return {number for number, each in sending.items() if not self._is_leased(each)}

    def _lease(self, found: list[Dispatch], token: str) -> None:
        for each in self.entries.values():
            if each.state is WAITING and not self._is_leased(each):
                each.token = None
        for dispatch in found:
            entry = self.entries[dispatch.id]
            entry.token, entry.until = token, self.now + LEASE

    def _read(self, identity: int, token: str) -> None:
        entry = self.entries[identity]
        if self.arrived[identity]:
            assert self.outbox.sent(identity, token, self.now, "D1", "1")
            self._settle(entry, SENT, is_told=True)
        else:
            self._not_sent(identity, token, self.now)

    def _settle(self, entry: _Entry, state: DispatchState, *, is_told: bool) -> None:
        if is_told:
            entry.state, entry.token = state, None
            entry.sent_at = self.now if state is SENT else None

    def _not_sent(self, identity: int, token: str, until: datetime) -> None:
        entry = self.entries[identity]
        is_theirs = entry.token == token and entry.state in (WAITING, SENDING)
        assert self.outbox.not_sent(identity, token, until) == is_theirs
        if is_theirs:
            entry.state, entry.not_before, entry.token = entry.unsent, until, None
        self.old.append((identity, token))

    def _turn(
        self, entries: Iterable[_Entry], before: tuple[DispatchState, ...], after: DispatchState
    ) -> None:
        for each in entries:
            if each.state in before:
                each.state, each.unsent, each.token = after, after, None
            elif each.state is SENDING and each.unsent in before:
                each.unsent = after

    def _set_status(self, status: BroadcastStatus) -> None:
        set_status(self.storage, self.made, status)
        self.status = status
