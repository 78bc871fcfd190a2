"""What recipients answer, and what coordinators decide about who is to answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from bot.domain.reminders.occurrence import Answer, Occurrence, Recipient
from bot.domain.reminders.postponing import Snooze
from bot.domain.reminders.working_time import WorkingTime
from bot.services.reminders.ports import BroadcastBook, Members, OccurrenceBook
from bot.services.rights import Rights
from knowledge.model import Value


class Asked(Value):
    """Somebody's part in an occurrence, as it is now."""

    occurrence: Occurrence
    recipient: Recipient


class Answered(Asked):
    """The same after an answer; ``before`` is the one that held until then, if there was one."""

    before: Answer | None = None


class Answers:
    """Recipients' answers. The latest holds, the record keeps all; the same once more changes
    nothing.

    ``by`` is the recipient (None) or a coordinator in their place. All raise OccurrenceGone,
    OnlyTriedOut, NotRecipient, OccurrenceOver, NoAnswerWanted, TakenOver, and OnlyCoordinators
    for another ``by``.
    """

    def __init__(
        self,
        occurrences: OccurrenceBook,
        broadcasts: BroadcastBook,
        members: Members,
        working_time: WorkingTime,
        rights: Rights,
        now: Callable[[], datetime],
    ) -> None:
        self._occurrences = occurrences
        self._broadcasts = broadcasts
        self._members = members
        self._working_time = working_time
        self._rights = rights
        self._now = now

    def asked(self, occurrence: int, person: str) -> Asked:
        """What somebody was asked, for a form or a message."""
        raise NotImplementedError

    def done(self, occurrence: int, person: str, by: str | None = None) -> Answered:
        """Done."""
        raise NotImplementedError

    def nothing_to_report(self, occurrence: int, person: str, by: str | None = None) -> Answered:
        """There is nothing to report."""
        raise NotImplementedError

    def text(self, occurrence: int, person: str, text: str, by: str | None = None) -> Answered:
        """A short text. Raises EmptyAnswer and AnswerTooLong."""
        raise NotImplementedError

    def logged(
        self, occurrence: int, person: str, activity: int, by: str | None = None
    ) -> Answered:
        """They logged that activity because of it."""
        raise NotImplementedError

    def snooze(self, occurrence: int, person: str, until: Snooze | date) -> Asked:
        """Remind them then. Raises UnusableDay."""
        raise NotImplementedError

    def not_me(self, occurrence: int, person: str, instead: str | None = None) -> Asked:
        """It is somebody else's, as they say: a coordinator decides. Raises UnusablePerson for
        somebody who cannot get it.
        """
        raise NotImplementedError

    def replace(self, occurrence: int, person: str, by: str, instead: str | None = None) -> Asked:
        """Ask ``instead``, or whom they named, in their place; what the new one is asked. Raises
        UnusablePerson and OnlyCoordinators.
        """
        raise NotImplementedError

    def keep(self, occurrence: int, person: str, by: str) -> Asked:
        """It is theirs after all: they are reminded again. Raises OnlyCoordinators."""
        raise NotImplementedError

    def mine(self, person: str) -> list[Asked]:
        """What waits for somebody's answer, oldest first."""
        raise NotImplementedError
