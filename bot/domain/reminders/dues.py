"""The moments at which a schedule is due, each with the nominal time that it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import dropwhile

from pydantic import AwareDatetime, NaiveDatetime

from bot.domain.reminders.schedule import BeforeDeadline, Now, Schedule, days
from bot.domain.reminders.working_time import WorkingTime, in_sweden, in_utc
from knowledge.model import Value


class Due(Value):
    """An occurrence. ``nominal`` is the Swedish local day and time that was decided, ``at`` the
    moment in UTC to which it was moved: often the same, and on a day before it only where it is to
    come before a deadline.
    """

    nominal: NaiveDatetime
    at: AwareDatetime

    @property
    def key(self) -> str:
        """What it is known by, wherever it was moved: the nominal time in ISO 8601, to the second,
        such as ``2026-12-01T09:00:00``.
        """
        return self.nominal.isoformat(timespec="seconds")


def released(schedule: Schedule, at: datetime) -> Schedule:
    """The schedule as it is from the moment ``at``, when the broadcast was released: only what is
    to be sent now has to know it.
    """
    if isinstance(schedule, Now) and schedule.released_at is None:
        return Now(released_at=at)
    return schedule


def dues(schedule: Schedule, working_time: WorkingTime, start: datetime) -> Iterator[Due]:
    """All that are due at ``start`` or later, in their order. Made one by one: most schedules have
    no end. Several may be due at the same moment.
    """
    nominal = _nominal(schedule, working_time, start)
    before = isinstance(schedule, BeforeDeadline)
    moved = working_time.moved_back if before else working_time.moved
    each = (Due(nominal=local, at=in_utc(moved(local))) for local in nominal)
    return dropwhile(lambda due: due.at < start, each)


def due_after(schedule: Schedule, working_time: WorkingTime, after: datetime) -> Due | None:
    """The first that is due later than ``after``; None where there is none."""
    later = (due for due in dues(schedule, working_time, after) if due.at > after)
    return next(later, None)


def _nominal(schedule: Schedule, working_time: WorkingTime, start: datetime) -> Iterator[datetime]:
    """The local times that can be moved to ``start`` or later, and some before them."""
    if isinstance(schedule, Now):
        return iter([in_sweden(schedule.released_at)] if schedule.released_at else [])
    # What is moved to the start at the earliest stood after the working day before it.
    first = working_time.working_day_before(in_sweden(start).date())
    return (datetime.combine(day, schedule.at) for day in days(schedule, working_time, first))
