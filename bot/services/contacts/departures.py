"""Noticing, once a day, which contacts have left the workspace."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date, datetime

from bot.domain.days import swedish_day
from bot.domain.people import Person, Standing
from bot.services.contacts.ports import ContactBook

_log = logging.getLogger(__name__)


class Departures:
    """Looks everybody up who is a contact; whom the workspace does not know is a stranger.

    ``tell`` has the coordinators told of somebody who has left, by the day on which it was noticed;
    of the same two it does so once.
    """

    def __init__(
        self,
        book: ContactBook,
        look_up: Callable[[str], Person],
        tell: Callable[[str, date], None],
        now: Callable[[], datetime],
    ) -> None:
        self._book = book
        self._look_up = look_up
        self._tell = tell
        self._now = now
        self._done_on: date | None = None

    def notice(self) -> None:
        """Flag the contacts of those whom the workspace does not know any more, have those told
        that still hold, and take the flag from those who are back.

        Done once a day, however often it is called. Raises StorageUnavailable, and
        ChannelUnavailable, after which the next call goes on.
        """
        today = swedish_day(self._now())
        if self._done_on == today:
            return
        for person in self._book.people():
            self._notice(person, today)
        self._done_on = today

    def _notice(self, person: str, today: date) -> None:
        if self._look_up(person).standing is not Standing.STRANGER:
            self._book.mark_left(person, None)
            return
        contacts = self._book.of_person(person)
        # First: who is flagged is not news any more, and would be told to nobody after a crash.
        if any(each.left_at is None and each.holds_on(today) for each in contacts):
            self._tell(person, today)
        if self._book.mark_left(person, self._now()):
            _log.info("a contact has left the workspace", extra={"person": person})
