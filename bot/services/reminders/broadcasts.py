"""Broadcasts: drafted, looked at, sent, held back and ended, by coordinators."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.domain.activities.activity import LONGEST_REASON
from bot.domain.activities.rights import Deed
from bot.domain.reminders.broadcast import (
    NEXT,
    OVER,
    Broadcast,
    BroadcastStatus,
    Content,
    Event,
    EventKind,
)
from bot.domain.reminders.dues import dues, released
from bot.domain.reminders.schedule import Now
from bot.domain.reminders.working_time import WorkingTime
from bot.services.activities.permission import require
from bot.services.errors import (
    BroadcastChanged,
    BroadcastGone,
    NeverDue,
    NoYesAsked,
    OwnYes,
    ReasonMissing,
    ReasonTooLong,
    UnfitStatus,
)
from bot.services.reminders.ports import BroadcastBook, Outgoing
from bot.services.reminders.previews import Caution, Preview, Previews
from bot.services.reminders.second_yes import SECOND_YES_MISSING, asked_by
from bot.services.reminders.trying_out import tried_out
from bot.services.rights import Rights

__all__ = ["Broadcasts", "Caution", "Preview"]

_CHANGEABLE = frozenset(BroadcastStatus) - OVER
_CANCELLABLE = frozenset(each for each in NEXT if BroadcastStatus.CANCELLED in NEXT[each])
_RUNNING = frozenset({BroadcastStatus.ACTIVE, BroadcastStatus.PAUSED})
_MAY_WAIT = frozenset({BroadcastStatus.AWAITING_YES, BroadcastStatus.PAUSED})


class Broadcasts:
    """The coordinators' broadcasts. All raise OnlyCoordinators, and what needs to know the audience
    raises NotLookedUp where the channel cannot tell it now.
    """

    def __init__(
        self,
        book: BroadcastBook,
        previews: Previews,
        working_time: WorkingTime,
        rights: Rights,
        now: Callable[[], datetime],
    ) -> None:
        self._book = book
        self._previews = previews
        self._working_time = working_time
        self._rights = rights
        self._now = now

    def draft(self, key: str, content: Content, by: str) -> Broadcast:
        """Keep a draft; the one stored before if ``key`` is known."""
        require(self._rights, by, Deed.BROADCAST)
        event = Event(broadcast=0, kind=EventKind.DRAFTED, at=self._now(), by=by)
        return self._book.add(key, content, event)

    def find(self, identity: int, by: str) -> Broadcast:
        """One by id. Raises BroadcastGone."""
        require(self._rights, by, Deed.BROADCAST)
        return self._found(identity)

    def owner(self, identity: int) -> str | None:
        """Who is told what becomes of it, for the channel; None where it is gone."""
        found = self._book.find(identity)
        return found.owner if found else None

    def listed(
        self, municipality: str | None, by: str, statuses: frozenset[BroadcastStatus] | None = None
    ) -> list[Broadcast]:
        """Those of a municipality, or of all, the latest first."""
        require(self._rights, by, Deed.BROADCAST)
        return self._book.search(municipality, statuses)

    def preview(self, content: Content, by: str, identity: int | None = None) -> Preview:
        """Who would get it, when, and what to know first, if the broadcast ``identity`` says it,
        None for a new one; nothing is stored.
        """
        require(self._rights, by, Deed.BROADCAST)
        return self._previews.of(content, self._now(), identity)

    def try_out(self, identity: int, by: str) -> Outgoing:
        """The message as a recipient would get it, for the channel to send to ``by`` alone. Its
        occurrence has the id TRIED_OUT: nothing can be answered to it. Raises BroadcastGone.
        """
        broadcast = self.find(identity, by)
        event = self._event(broadcast, EventKind.TRIED_OUT, by).model_copy(update={"person": by})
        self._book.note(event)
        return tried_out(broadcast, self._rights.look_up(by), self._now())

    def change(self, identity: int, version: int, content: Content, by: str) -> Broadcast:
        """Change what version ``version`` says; what is planned already stays as it was. What
        waited for a second yes is a draft again; what is under way and reaches so many that it
        needs one is paused until another coordinator resumes it. The same content changes nothing.

        Raises BroadcastGone, UnfitStatus, NeverDue where what is under way would never be due
        again by its new times, and BroadcastChanged with what it says by now.
        """
        before = self._at(identity, version, by, _CHANGEABLE)
        if content == before.content:
            return before
        changed, reason = before.model_copy(update={"content": content}), None
        if before.status is BroadcastStatus.AWAITING_YES:
            changed = changed.model_copy(update={"status": BroadcastStatus.DRAFT, "asked_by": None})
        elif before.status in _RUNNING:
            changed = self._under_way(before, content, by)
            if self._previews.needs_second_yes(changed.content, self._now()):
                held = {"status": BroadcastStatus.PAUSED, "next_at": None}
                changed, reason = changed.model_copy(update=held), SECOND_YES_MISSING
        event = self._event(before, EventKind.CHANGED, by)
        said = event.model_copy(update={"before": before.content, "reason": reason})
        return self._save(before, changed, said)

    def start(self, identity: int, version: int, by: str) -> Broadcast:
        """Send a draft, or have it sent when it is due: it is active then, or awaits the yes of
        another coordinator where it reaches so many.

        Raises as ``change``, and NobodyReached, NeverDue and DayLimitReached: it stays a draft.
        """
        before = self._at(identity, version, by, frozenset({BroadcastStatus.DRAFT}))
        preview = self._previews.of(before.content, self._now())
        self._previews.require_sendable(preview)
        asked = before.model_copy(update={"asked_by": by, "approved_by": None})
        if Caution.SECOND_YES in preview.cautions:
            changed = asked.model_copy(update={"status": BroadcastStatus.AWAITING_YES})
            return self._save(before, changed, self._event(before, EventKind.ASKED_FOR_YES, by))
        return self._save(before, self._active(asked), self._event(before, EventKind.STARTED, by))

    def approve(self, identity: int, version: int, by: str) -> Broadcast:
        """A second coordinator's yes; to what was paused for it, which goes on by that. Raises as
        ``start`` and ``asked``, and OwnYes for who asked for it.
        """
        before = self.asked(identity, version, by)
        if before.status is BroadcastStatus.PAUSED:
            return self.resume(identity, version, by)
        _require_another(before, by)
        preview = self._previews.of(before.content, self._now())
        self._previews.require_sendable(preview)
        approved = self._active(before.model_copy(update={"approved_by": by}))
        return self._save(before, approved, self._event(before, EventKind.APPROVED, by))

    def decline(self, identity: int, version: int, reason: str, by: str) -> Broadcast:
        """No: it is a draft again, or stays paused. Raises as ``asked``, and ReasonMissing,
        ReasonTooLong.
        """
        before = self.asked(identity, version, by)
        said, changed = _usable(reason), before
        if before.status is BroadcastStatus.AWAITING_YES:
            changed = before.model_copy(update={"status": BroadcastStatus.DRAFT, "asked_by": None})
        event = self._event(before, EventKind.DECLINED, by)
        return self._save(before, changed, event.model_copy(update={"reason": said}))

    def asked(self, identity: int, version: int, by: str) -> Broadcast:
        """It in that version, if it waits for a second yes. Raises as ``change``, and NoYesAsked
        for what a coordinator has paused.
        """
        found = self._at(identity, version, by, _MAY_WAIT)
        if not self.awaits_yes(found):
            raise NoYesAsked(f"broadcast {identity} is paused")
        return found

    def awaits_yes(self, broadcast: Broadcast) -> bool:
        """Whether another coordinator than who wants it sent, or has changed it, has to say yes."""
        return asked_by(broadcast, self._book.record(broadcast.id)) is not None

    def pause(self, identity: int, version: int, by: str) -> Broadcast:
        """Send nothing more until it is resumed. Raises as ``change``."""
        before = self._at(identity, version, by, frozenset({BroadcastStatus.ACTIVE}))
        changed = before.model_copy(update={"status": BroadcastStatus.PAUSED, "next_at": None})
        return self._save(before, changed, self._event(before, EventKind.PAUSED, by))

    def resume(self, identity: int, version: int, by: str) -> Broadcast:
        """Go on. What came due meanwhile is late. By that, another coordinator than who asked for
        it says the second yes where one is needed. Raises as ``change``, and OwnYes.
        """
        before = self._at(identity, version, by, frozenset({BroadcastStatus.PAUSED}))
        changed = before.model_copy(
            update={"status": BroadcastStatus.ACTIVE, "next_at": self._next_at(before)}
        )
        kind = EventKind.RESUMED
        if not before.approved_by and self._previews.needs_second_yes(before.content, self._now()):
            _require_another(before, by)
            changed, kind = changed.model_copy(update={"approved_by": by}), EventKind.APPROVED
        return self._save(before, changed, self._event(before, kind, by))

    def cancel(self, identity: int, version: int, by: str) -> Broadcast:
        """Send nothing more at all, and ask for no more answers to what was sent. Raises as
        ``change``.
        """
        before = self._at(identity, version, by, _CANCELLABLE)
        changed = before.model_copy(update={"status": BroadcastStatus.CANCELLED, "next_at": None})
        return self._save(before, changed, self._event(before, EventKind.CANCELLED, by))

    def duplicate(self, identity: int, key: str, by: str) -> Broadcast:
        """A new draft that says the same. Raises BroadcastGone."""
        content = self.find(identity, by).content
        schedule = Now() if isinstance(content.schedule, Now) else content.schedule
        # The calendar's entry has one broadcast: the one that was made of it.
        alike = content.model_copy(update={"schedule": schedule, "proposal": None})
        return self.draft(key, alike, by)

    def record(self, identity: int, by: str) -> list[Event]:
        """Who did what with it, and why, oldest first. Raises BroadcastGone."""
        return self._book.record(self.find(identity, by).id)

    def _found(self, identity: int) -> Broadcast:
        found = self._book.find(identity)
        if found is None:
            raise BroadcastGone(f"no broadcast {identity}", id=str(identity))
        return found

    def _at(
        self, identity: int, version: int, by: str, statuses: frozenset[BroadcastStatus]
    ) -> Broadcast:
        """It in that version, if it has one of these statuses."""
        found = self.find(identity, by)
        if found.version != version:
            raise BroadcastChanged(f"broadcast {identity} is at {found.version}", found)
        if found.status not in statuses:
            raise UnfitStatus(f"broadcast {identity} is {found.status}", found.status)
        return found

    def _active(self, broadcast: Broadcast) -> Broadcast:
        """It from now on: due by the clock, what is to be sent now at once."""
        now = self._now()
        schedule = released(broadcast.content.schedule, now)
        content = broadcast.content.model_copy(update={"schedule": schedule})
        started = broadcast.model_copy(
            update={"content": content, "status": BroadcastStatus.ACTIVE, "planned_to": now}
        )
        return started.model_copy(update={"next_at": self._next_at(started)})

    def _under_way(self, before: Broadcast, content: Content, by: str) -> Broadcast:
        """A broadcast that is under way with its new content."""
        now, was = self._now(), before.content.schedule
        unreleased = Now() if isinstance(was, Now) else was
        same = content.schedule in (was, unreleased)
        schedule = was if same else released(content.schedule, now)
        changed = before.model_copy(
            update={
                "content": content.model_copy(update={"schedule": schedule}),
                "planned_to": before.planned_to if same else now,
                # A yes was for what was read; whoever wrote this cannot be the second to say it.
                "asked_by": by,
                "approved_by": None,
            }
        )
        coming = self._next_at(changed)
        if coming is None and not same:
            raise NeverDue("no time to come")
        is_active = before.status is BroadcastStatus.ACTIVE
        return changed.model_copy(update={"next_at": coming if is_active else None})

    def _next_at(self, broadcast: Broadcast) -> datetime | None:
        """The first time that is not planned yet, which may have passed."""
        start = broadcast.planned_to or self._now()
        coming = next(dues(broadcast.content.schedule, self._working_time, start), None)
        return coming.at if coming else None

    def _event(self, broadcast: Broadcast, kind: EventKind, by: str) -> Event:
        reason = broadcast.content.reason if kind in _TOLD_WHY else None
        return Event(broadcast=broadcast.id, kind=kind, at=self._now(), by=by, reason=reason)

    def _save(self, before: Broadcast, changed: Broadcast, event: Event) -> Broadcast:
        saved = self._book.save(before.version, changed, event)
        if saved is None:
            raise BroadcastChanged(f"broadcast {before.id} changed", self._found(before.id))
        return saved


_TOLD_WHY = frozenset({EventKind.STARTED, EventKind.ASKED_FOR_YES, EventKind.APPROVED})
"""What is done for the broadcast's own reason."""


def _require_another(broadcast: Broadcast, by: str) -> None:
    if by == broadcast.asked_by:
        raise OwnYes(f"{by} asked for broadcast {broadcast.id}")


def _usable(reason: str) -> str:
    said = reason.strip()
    if not said:
        raise ReasonMissing("no reason")
    if len(said) > LONGEST_REASON:
        raise ReasonTooLong(f"{len(said)} characters", longest=str(LONGEST_REASON))
    return said
