"""Noticing, once a day, which contacts have left the workspace."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date, datetime

from bot.domain.contacts import Contact
from bot.domain.days import swedish_day
from bot.domain.people import Person, Standing
from bot.services.contacts.ports import ContactBook

_log = logging.getLogger(__name__)


class Departures:
    """Looks everybody up who is a contact; whom the workspace does not know is a stranger."""

    def __init__(
        self, book: ContactBook, look_up: Callable[[str], Person], now: Callable[[], datetime]
    ) -> None:
        self._book = book
        self._look_up = look_up
        self._now = now
        self._done_on: date | None = None

    def notice(self) -> list[Contact]:
        """Flag the contacts of those whom the workspace does not know any more, and take the flag
        from those who are back; the contacts newly flagged that still hold.

        Done once a day, however often it is called; of several processes, the one that flags
        somebody is told so. Raises StorageUnavailable, and ChannelUnavailable, after which the next
        call goes on.
        """
        today = swedish_day(self._now())
        if self._done_on == today:
            return []
        gone = [each for person in self._book.people() for each in self._noticed(person)]
        self._done_on = today
        return [each for each in gone if each.holds_on(today)]

    def _noticed(self, person: str) -> list[Contact]:
        is_there = self._look_up(person).standing is not Standing.STRANGER
        marked = self._book.mark_left(person, None if is_there else self._now())
        if is_there or not marked:
            return []
        _log.info("a contact has left the workspace", extra={"person": person})
        return self._book.of_person(person)
