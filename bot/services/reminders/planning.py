"""Planning what is due: occurrences with their recipients, reminders and escalations."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.domain.reminders.working_time import WorkingTime
from bot.services.contacts.ports import ContactBook
from bot.services.reminders.audiences import Audiences
from bot.services.reminders.limits import Limits
from bot.services.reminders.ports import BroadcastBook, OccurrenceBook, Outbox


class Planner:
    """Each step may be repeated and done by several processes at once: what is planned stays."""

    def __init__(
        self,
        broadcasts: BroadcastBook,
        occurrences: OccurrenceBook,
        outbox: Outbox,
        contacts: ContactBook,
        audiences: Audiences,
        working_time: WorkingTime,
        limits: Limits,
        now: Callable[[], datetime],
    ) -> None:
        self._broadcasts = broadcasts
        self._occurrences = occurrences
        self._outbox = outbox
        self._contacts = contacts
        self._audiences = audiences
        self._working_time = working_time
        self._limits = limits
        self._now = now

    def plan_due(self) -> int:
        """Plan the occurrences that are due; how many messages are new. Raises NotSent where the
        channel cannot tell who an audience is.
        """
        raise NotImplementedError

    def remind_due(self) -> int:
        """Plan the reminders and escalations that are due; how many."""
        raise NotImplementedError

    def end_finished(self) -> int:
        """End the active broadcasts of which nothing will come any more; how many."""
        raise NotImplementedError
