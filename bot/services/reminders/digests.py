"""What coordinators are told once a day of their broadcasts."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from pydantic import AwareDatetime

from bot.domain.days import swedish_day
from bot.domain.reminders.broadcast import Broadcast, BroadcastStatus, Event, EventKind
from bot.domain.reminders.dispatch import DispatchKind, DispatchState, NewDispatch
from bot.domain.reminders.occurrence import Occurrence
from bot.domain.reminders.working_time import WorkingTime, in_sweden, in_utc
from bot.services.errors import StorageUnavailable
from bot.services.reminders.status import OccurrenceState, Sent, States
from bot.services.rights import Rights
from knowledge.model import Value

_log = logging.getLogger(__name__)

_SENT = frozenset(
    {
        BroadcastStatus.ACTIVE,
        BroadcastStatus.PAUSED,
        BroadcastStatus.CANCELLED,
        BroadcastStatus.ENDED,
    }
)
_TOLD = frozenset(
    {
        EventKind.MISSED,
        EventKind.POINTED_ELSEWHERE,
        EventKind.NOBODY_TO_TELL,
        EventKind.NOT_REACHED,
        EventKind.PUT_OFF,
        EventKind.UNREADABLE,
        EventKind.NOBODY_REACHED,
        EventKind.UNITS_WITHOUT,
    }
)
"""What coordinators are told of the record, beside what the assistant has paused."""


class DigestEntry(Value):
    """What is new of a broadcast: how many answered and how many messages failed since the last
    digest, what the coordinator has to know of or decide (``events``), and how far its latest
    occurrence has come (None where none was sent).
    """

    broadcast: Broadcast
    state: OccurrenceState | None
    answered: int
    failed: int
    events: tuple[Event, ...]

    @property
    def is_news(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.answered or self.failed or self.events)


class Digest(Value):
    """One coordinator's, for what happened from ``since`` until before ``until``. No entries where
    nothing is new.
    """

    person: str
    since: AwareDatetime
    until: AwareDatetime
    entries: tuple[DigestEntry, ...]


class _Span(NamedTuple):
    """What a digest tells of: each moment is one digest's."""

    since: datetime
    until: datetime

    def has(self, moment: datetime | None) -> bool:
        return moment is not None and self.since <= moment < self.until


class Digests:
    """One a coordinator and working day, due when work begins, where anything is new since the last
    one. It tells of the broadcasts that they have asked for, and of those of nobody who is a
    coordinator here: somebody at a terminal, or who is none any more.
    """

    def __init__(
        self, sent: Sent, working_time: WorkingTime, rights: Rights, now: Callable[[], datetime]
    ) -> None:
        self._broadcasts = sent.broadcasts
        self._occurrences = sent.occurrences
        self._outbox = sent.outbox
        self._states = States(sent)
        self._working_time = working_time
        self._rights = rights
        self._now = now
        self._planned: date | None = None

    def plan_due(self) -> int:
        """Plan today's digests, once; how many are new. A day on which nobody was there to plan
        them in working time has none: the next tells of it.
        """
        now = self._now()
        today = swedish_day(now)
        # What a digest tells of has happened before it is due: it is reckoned once.
        if self._planned == today or self._working_time.moved(in_sweden(now)) != in_sweden(now):
            return 0
        due_at = in_utc(datetime.combine(today, self._working_time.opens))
        everyone = sorted(self._rights.every_coordinator())
        told = [each for each in everyone if self._has_news(each, due_at)]
        planned = self._outbox.add(
            [NewDispatch(kind=DispatchKind.DIGEST, person=each, due_at=due_at) for each in told]
        )
        self._planned = today
        return planned

    def _has_news(self, person: str, due_at: datetime) -> bool:
        try:
            return bool(self.digest(person, due_at).entries)
        except StorageUnavailable:
            raise
        except Exception:  # noqa: BLE001 - one that cannot be made must not keep the others
            _log.exception("a digest is left for the next day")
            return False

    def digest(self, person: str, due_at: datetime) -> Digest:
        """What to tell somebody in the digest that was due at that moment. What is told of how far
        it has come is as of now.
        """
        others = self._rights.every_coordinator() - {person}
        followed = [each for each in self._sent() if each.owner not in others]
        last = self._outbox.last_digest(person, due_at)
        anybodys = self._outbox.last_digest(None, due_at)
        spans = (_Span(last or _first(each, person, anybodys), due_at) for each in followed)
        told = [(s, self._entry(e, s)) for e, s in zip(followed, spans, strict=True)]
        news = [(span, entry) for span, entry in told if entry.is_news]
        return Digest(
            person=person,
            since=last or min((span.since for span, _ in news), default=due_at),
            until=due_at,
            entries=tuple(entry for _, entry in news),
        )

    def _sent(self) -> list[Broadcast]:
        return self._broadcasts.search(None, _SENT)

    def _entry(self, broadcast: Broadcast, span: _Span) -> DigestEntry:
        occurrences = self._occurrences.of_broadcast(broadcast.id)
        record = self._broadcasts.record(broadcast.id)
        entry = DigestEntry(
            broadcast=broadcast,
            state=None,
            answered=self._answered(broadcast, occurrences, span),
            failed=sum(self._failed(each, span) for each in occurrences),
            events=tuple(each for each in record if span.has(each.at) and _is_told(each)),
        )
        if not entry.is_news:
            # How far it has come is read of thousands of recipients: only where it is told.
            return entry
        return entry.model_copy(update={"state": self._states.latest(broadcast)})

    def _answered(
        self, broadcast: Broadcast, occurrences: Sequence[Occurrence], span: _Span
    ) -> int:
        if not self._occurrences.answered_since(broadcast.id, span.since):
            return 0
        recipients = (r for each in occurrences for r in self._occurrences.recipients(each.id))
        return sum(each.answer is not None and span.has(each.answer.at) for each in recipients)

    def _failed(self, occurrence: Occurrence, span: _Span) -> int:
        states = {each.state for each in self._outbox.counts(occurrence.id)}
        if DispatchState.FAILED not in states:
            return 0
        return sum(span.has(each.failed_at) for each in self._outbox.of_occurrence(occurrence.id))


def _first(broadcast: Broadcast, person: str, anybodys: datetime | None) -> datetime:
    """Since when to tell somebody of a broadcast who has had no digest yet: of their own all of it;
    of what is nobody's, what was left to tell since the last digest that anybody had.
    """
    is_own = broadcast.owner == person
    return broadcast.made_at if is_own or anybodys is None else anybodys


def _is_told(event: Event) -> bool:
    """Whether it is for a coordinator to know: also that the assistant has paused something."""
    return event.kind in _TOLD or (event.kind is EventKind.PAUSED and event.by is None)
