"""Finding out who an audience is."""

from __future__ import annotations

from datetime import date

from bot.domain.reminders.broadcast import Content
from bot.services.activities.ports import ActivityBook, UnitRegister
from bot.services.contacts.ports import ContactBook
from bot.services.reminders.ports import BroadcastBook, Members, OccurrenceBook
from bot.services.reminders.resolved import Resolved


class Audiences:
    """The people behind contacts, channels, user groups and ids."""

    def __init__(
        self,
        contacts: ContactBook,
        activities: ActivityBook,
        units: UnitRegister,
        broadcasts: BroadcastBook,
        occurrences: OccurrenceBook,
        members: Members,
    ) -> None:
        self._contacts = contacts
        self._activities = activities
        self._units = units
        self._broadcasts = broadcasts
        self._occurrences = occurrences
        self._members = members

    def resolve(self, content: Content, on: date, *, with_away: bool = False) -> Resolved:
        """Who gets it on a day. Who is away is only asked ``with_away``. Raises NotSent where the
        channel cannot tell now.
        """
        raise NotImplementedError
