"""Broadcasts: drafted, looked at, sent, held back and ended, by coordinators."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from bot.domain.reminders.broadcast import Broadcast, BroadcastStatus, Content, Event
from bot.domain.reminders.dues import Due
from bot.domain.reminders.working_time import WorkingTime
from bot.services.reminders.audiences import Audiences
from bot.services.reminders.limits import Limits
from bot.services.reminders.ports import BroadcastBook, Outgoing
from bot.services.reminders.resolved import Resolved
from bot.services.rights import Rights
from knowledge.model import Value


class Caution(StrEnum):
    """What a coordinator should know before sending."""

    NOBODY = "nobody"
    NEVER_DUE = "never_due"
    SECOND_YES = "second_yes"
    OVER_DAY_LIMIT = "over_day_limit"
    REMINDS_WITHOUT_WISH = "reminds_without_wish"
    NOBODY_TO_ESCALATE_TO = "nobody_to_escalate_to"
    PERSONAL_NUMBER = "personal_number"


class Preview(Value):
    """What would come of a content. ``resolved`` is of the day on which it is due first; ``dues``
    are the next times, at most NEXT_DUES; ``moved`` those of them that the quiet hours, a weekend
    or a holiday moved.
    """

    content: Content
    resolved: Resolved
    dues: tuple[Due, ...]
    moved: tuple[Due, ...]
    cautions: tuple[Caution, ...]
    unled_units: tuple[str, ...]


class Broadcasts:
    """The coordinators' broadcasts. All raise OnlyCoordinators."""

    def __init__(
        self,
        book: BroadcastBook,
        audiences: Audiences,
        working_time: WorkingTime,
        limits: Limits,
        rights: Rights,
        now: Callable[[], datetime],
    ) -> None:
        self._book = book
        self._audiences = audiences
        self._working_time = working_time
        self._limits = limits
        self._rights = rights
        self._now = now

    def draft(self, key: str, content: Content, by: str) -> Broadcast:
        """Keep a draft; the one stored before if ``key`` is known."""
        raise NotImplementedError

    def find(self, identity: int, by: str) -> Broadcast:
        """One by id. Raises BroadcastGone."""
        raise NotImplementedError

    def listed(
        self, municipality: str | None, by: str, statuses: frozenset[BroadcastStatus] | None = None
    ) -> list[Broadcast]:
        """Those of a municipality, or of all, the latest first."""
        raise NotImplementedError

    def preview(self, content: Content, by: str) -> Preview:
        """Who would get it, when, and what to know first; nothing is stored."""
        raise NotImplementedError

    def try_out(self, identity: int, by: str) -> Outgoing:
        """The message as a recipient would get it, for the channel to send to ``by`` alone. Its
        occurrence has the id TRIED_OUT: nothing can be answered to it. Raises BroadcastGone.
        """
        raise NotImplementedError

    def change(self, identity: int, version: int, content: Content, by: str) -> Broadcast:
        """Change what version ``version`` says; what is planned already stays as it was. What
        waited for a second yes is a draft again; what is active and needs a second yes is paused
        until another coordinator resumes it.

        Raises BroadcastGone, UnfitStatus and BroadcastChanged with what it says by now.
        """
        raise NotImplementedError

    def start(self, identity: int, version: int, by: str) -> Broadcast:
        """Send a draft, or have it sent when it is due: it is active then, or awaits the yes of
        another coordinator where it reaches so many.

        Raises as ``change``, and NobodyReached, NeverDue and DayLimitReached.
        """
        raise NotImplementedError

    def approve(self, identity: int, version: int, by: str) -> Broadcast:
        """A second coordinator's yes. Raises as ``start``, and OwnYes for who asked for it."""
        raise NotImplementedError

    def decline(self, identity: int, version: int, reason: str, by: str) -> Broadcast:
        """No: it is a draft again. Raises as ``change``, and ReasonMissing, ReasonTooLong."""
        raise NotImplementedError

    def pause(self, identity: int, version: int, by: str) -> Broadcast:
        """Send nothing more until it is resumed. Raises as ``change``."""
        raise NotImplementedError

    def resume(self, identity: int, version: int, by: str) -> Broadcast:
        """Go on. What came due meanwhile is late. Raises as ``change`` and as ``approve``."""
        raise NotImplementedError

    def cancel(self, identity: int, version: int, by: str) -> Broadcast:
        """Send nothing more at all. Raises as ``change``."""
        raise NotImplementedError

    def duplicate(self, identity: int, key: str, by: str) -> Broadcast:
        """A new draft that says the same. Raises BroadcastGone."""
        raise NotImplementedError

    def record(self, identity: int, by: str) -> list[Event]:
        """Who did what with it, and why, oldest first. Raises BroadcastGone."""
        raise NotImplementedError
