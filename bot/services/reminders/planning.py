"""Planning what is due: occurrences with their recipients.

Each step may be repeated, and done by several processes at once: what is planned has a key of its
own, and the database refuses what was made of a version that no longer holds.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import takewhile

from bot.domain.days import swedish_day
from bot.domain.reminders.broadcast import (
    Broadcast,
    BroadcastStatus,
    Content,
    Event,
    EventKind,
    Lateness,
)
from bot.domain.reminders.dispatch import DispatchKind, NewDispatch
from bot.domain.reminders.dues import Due, due_after, dues
from bot.domain.reminders.occurrence import (
    Occurrence,
    OccurrenceStatus,
    Recipient,
    RecipientState,
)
from bot.domain.reminders.working_time import WorkingTime, in_utc
from bot.services.errors import StorageUnavailable
from bot.services.reminders.audiences import Audiences
from bot.services.reminders.limits import Limits
from bot.services.reminders.nagging import Nagging
from bot.services.reminders.ports import BroadcastBook, OccurrenceBook, Outbox, Plan
from bot.services.reminders.previews import planned_today
from bot.services.reminders.reminding import drop_at, is_too_late, may_send, times_after
from bot.services.reminders.resolved import Reached, Resolved
from bot.services.reminders.second_yes import SECOND_YES_MISSING
from knowledge.errors import PolicylotsenError

_log = logging.getLogger(__name__)

_INSTANT = timedelta(microseconds=1)

OVER_DAY_LIMIT = "reason-over-day-limit"
"""Why the assistant itself has paused a broadcast: a key of the catalogue."""


class Planner:
    """Plans what the active broadcasts are due for."""

    def __init__(
        self,
        broadcasts: BroadcastBook,
        occurrences: OccurrenceBook,
        outbox: Outbox,
        audiences: Audiences,
        nagging: Nagging,
        working_time: WorkingTime,
        limits: Limits,
        now: Callable[[], datetime],
    ) -> None:
        self._broadcasts = broadcasts
        self._occurrences = occurrences
        self._outbox = outbox
        self._audiences = audiences
        self._nagging = nagging
        self._working_time = working_time
        self._limits = limits
        self._now = now

    def plan_due(self) -> int:
        """Plan the occurrences that are due; how many messages are new. A broadcast that cannot be
        planned now waits for another time. Raises StorageUnavailable.
        """
        planned = 0
        for broadcast in self._broadcasts.due(self._now()):
            try:
                planned += self._plan(broadcast)
            except StorageUnavailable:
                raise
            except PolicylotsenError as error:
                _log.warning("broadcast %d waits: %s", broadcast.id, error)
            except Exception:  # noqa: BLE001 - one that cannot be planned must not keep the others
                _log.exception("broadcast %d waits", broadcast.id)
        return planned

    def remind_due(self) -> int:
        """As ``Nagging.remind_due``."""
        return self._nagging.remind_due()

    def end_finished(self) -> int:
        """End the active broadcasts that are never due again and of which nothing is under way,
        to be reminded of or to be decided; how many. Their recipients may still answer.
        """
        return sum(map(self._end, self._broadcasts.finished()))

    def _plan(self, broadcast: Broadcast) -> int:
        now, come = self._now(), self._come(broadcast)
        if not come:
            return self._move_on(broadcast)
        *earlier, latest = come
        turn = _turn(broadcast, latest)
        is_dropped = broadcast.content.lateness is Lateness.DROP and is_too_late(now, turn)
        if not is_dropped and not may_send(now, turn, self._working_time):
            return 0
        resolved = None if is_dropped else self._resolved(broadcast, latest)
        if not is_dropped and resolved is None:
            return 0
        for each in earlier:
            self._store(broadcast, each, each.at, latest.at)
        coming = due_after(broadcast.content.schedule, self._working_time, now)
        next_at = coming.at if coming else None
        return self._store(broadcast, latest, latest.at + _INSTANT, next_at, resolved)

    def _come(self, broadcast: Broadcast) -> list[Due]:
        """What is due by now and not planned: of what was moved to one moment only the last, which
        is sent for all of it.
        """
        known = {each.key for each in self._occurrences.of_broadcast(broadcast.id)}
        start, now = broadcast.planned_to or broadcast.changed_at, self._now()
        all_dues = dues(broadcast.content.schedule, self._working_time, start)
        come = takewhile(lambda due: due.at <= now, all_dues)
        last = {due.at: due for due in come if due.key not in known}
        return list(last.values())

    def _resolved(self, broadcast: Broadcast, due: Due) -> Resolved | None:
        """Who gets it; None where it must not be sent now."""
        content, now = broadcast.content, self._now()
        resolved = self._audiences.resolve(content, swedish_day(due.at), today=swedish_day(now))
        count = len(resolved.recipients)
        if count >= self._limits.second_yes_from and not broadcast.approved_by:
            self._pause(broadcast, SECOND_YES_MISSING)
        elif count > self._limits.a_day:
            self._pause(broadcast, OVER_DAY_LIMIT)
        elif (
            planned_today(self._broadcasts, content.municipality, now) + count > self._limits.a_day
        ):
            self._put_off(broadcast)
        else:
            return resolved
        return None

    def _store(
        self,
        broadcast: Broadcast,
        due: Due,
        planned_to: datetime,
        next_at: datetime | None,
        resolved: Resolved | None = None,
    ) -> int:
        """Store an occurrence, missed if nobody gets it any more; how many messages it has."""
        is_missed = resolved is None
        reached = resolved.recipients if resolved else ()
        plan = Plan(
            broadcast=broadcast.id,
            version=broadcast.version,
            key=due.key,
            due_at=due.at,
            planned_at=self._now(),
            status=OccurrenceStatus.MISSED if is_missed else OccurrenceStatus.OPEN,
            recipients=self._recipients(broadcast.content, due, reached),
            dispatches=self._firsts(broadcast, due, reached),
            planned_to=planned_to,
            next_at=next_at,
        )
        event = self._event(broadcast, EventKind.MISSED if is_missed else EventKind.PLANNED)
        planned = self._broadcasts.plan(plan, event)
        if planned and resolved:
            self._note(planned, resolved)
        return len(plan.dispatches) if planned else 0

    def _recipients(
        self, content: Content, due: Due, reached: Sequence[Reached]
    ) -> tuple[Recipient, ...]:
        now = self._now()
        first = now if is_too_late(now, due.at) else due.at
        times = times_after(content, first, self._working_time)
        state = RecipientState.WAITING if content.wishes else RecipientState.TOLD
        return tuple(
            Recipient(
                occurrence=0,
                person=each.person,
                name=each.name,
                unit=each.unit,
                also=each.also,
                why=each.why,
                state=state,
                remind_at=times.remind_at,
                escalate_at=times.escalate_at,
            )
            for each in reached
        )

    def _firsts(
        self, broadcast: Broadcast, due: Due, reached: Sequence[Reached]
    ) -> tuple[NewDispatch, ...]:
        too_late = drop_at(broadcast.content, _turn(broadcast, due), self._working_time)
        return tuple(
            NewDispatch(
                kind=DispatchKind.FIRST,
                person=each.person,
                due_at=due.at,
                occurrence=0,
                drop_at=too_late,
            )
            for each in reached
        )

    def _move_on(self, broadcast: Broadcast) -> int:
        """Reckon the next time anew: working time has been set otherwise since it was reckoned."""
        coming = due_after(broadcast.content.schedule, self._working_time, self._now())
        changed = broadcast.model_copy(update={"next_at": coming.at if coming else None})
        event = self._event(broadcast, EventKind.RESCHEDULED)
        self._broadcasts.save(broadcast.version, changed, event)
        return 0

    def _put_off(self, broadcast: Broadcast) -> None:
        """Have it wait for the next working day, before what is due there, and have the coordinator
        told.
        """
        day = self._working_time.next_working_day(swedish_day(self._now()))
        changed = broadcast.model_copy(
            update={
                "next_at": in_utc(datetime.combine(day, self._working_time.opens)),
                # A change begins anew from when it was made; this one leaves what is due.
                "planned_to": broadcast.planned_to or broadcast.changed_at,
            }
        )
        self._broadcasts.save(broadcast.version, changed, self._event(broadcast, EventKind.PUT_OFF))

    def _pause(self, broadcast: Broadcast, reason: str) -> None:
        """Hold it until a coordinator resumes it, and have them told why."""
        changed = broadcast.model_copy(update={"status": BroadcastStatus.PAUSED, "next_at": None})
        event = self._event(broadcast, EventKind.PAUSED, reason)
        self._broadcasts.save(broadcast.version, changed, event)

    def _end(self, broadcast: Broadcast) -> bool:
        ended = broadcast.model_copy(update={"status": BroadcastStatus.ENDED})
        event = self._event(broadcast, EventKind.ENDED)
        return self._broadcasts.save(broadcast.version, ended, event) is not None

    def _note(self, occurrence: Occurrence, resolved: Resolved) -> None:
        """Have the coordinator told whom it does not reach."""
        for kind, names in _unreached(resolved):
            event = Event(
                broadcast=occurrence.broadcast,
                kind=kind,
                at=self._now(),
                occurrence=occurrence.id,
                reason=", ".join(names) or None,
            )
            self._broadcasts.note(event)

    def _event(self, broadcast: Broadcast, kind: EventKind, reason: str | None = None) -> Event:
        return Event(broadcast=broadcast.id, kind=kind, at=self._now(), reason=reason)


def _turn(broadcast: Broadcast, due: Due) -> datetime:
    """From when on it could be sent: when it was due, or the day that it was put off to."""
    return max(due.at, broadcast.next_at or due.at)


def _unreached(resolved: Resolved) -> Iterator[tuple[EventKind, Sequence[str]]]:
    if resolved.unreadable:
        yield EventKind.UNREADABLE, resolved.unreadable
    if resolved.units_without:
        yield EventKind.UNITS_WITHOUT, [each.name for each in resolved.units_without]
    if not resolved.recipients:
        yield EventKind.NOBODY_REACHED, ()
