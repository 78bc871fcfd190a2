"""What coordinators are told once a day of their broadcasts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from pydantic import AwareDatetime

from bot.domain.reminders.broadcast import Event
from bot.domain.reminders.working_time import WorkingTime
from bot.services.reminders.ports import BroadcastBook, OccurrenceBook, Outbox
from bot.services.reminders.status import OccurrenceState
from knowledge.model import Value


class DigestEntry(Value):
    """What is new of a broadcast: how many answered since the last digest, what the coordinator
    has to know of or decide (``events``), and how far its latest occurrence has come.
    """

    state: OccurrenceState
    answered: int
    failed: int
    events: tuple[Event, ...]


class Digest(Value):
    """One coordinator's, for the time from ``since`` on. No entries where nothing is new."""

    person: str
    since: AwareDatetime
    entries: tuple[DigestEntry, ...]


class Digests:
    """One a coordinator and working day, when work begins, where anything is new."""

    def __init__(
        self,
        broadcasts: BroadcastBook,
        occurrences: OccurrenceBook,
        outbox: Outbox,
        working_time: WorkingTime,
        now: Callable[[], datetime],
    ) -> None:
        self._broadcasts = broadcasts
        self._occurrences = occurrences
        self._outbox = outbox
        self._working_time = working_time
        self._now = now

    def plan_due(self) -> int:
        """Plan today's digests, once; how many are new."""
        raise NotImplementedError

    def digest(self, person: str, due_at: datetime) -> Digest:
        """What to tell somebody in the digest that was due at that moment, as it is now."""
        raise NotImplementedError
