"""When recipients are reminded, when others are told of them, and when a message is too late."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from bot.domain.reminders.broadcast import Content, Lateness
from bot.domain.reminders.dispatch import DispatchKind
from bot.domain.reminders.postponing import next_reminder
from bot.domain.reminders.working_time import WorkingTime, in_sweden, in_utc

ASKING = frozenset({DispatchKind.FIRST, DispatchKind.REMINDER})
"""Messages to recipients themselves."""

LATE = timedelta(hours=1)
"""From then on what was due is late: it is sent in working time only, or dropped."""


class Times(NamedTuple):
    """A recipient's; None for never."""

    remind_at: datetime | None
    escalate_at: datetime | None


def times_after(content: Content, first: datetime, working_time: WorkingTime) -> Times:
    """When to remind and to escalate after a first message of that moment."""
    if not content.wishes:
        return Times(None, None)
    nagging, escalation = content.nagging, content.escalation
    return Times(
        next_reminder(first, nagging.every_days, working_time) if nagging else None,
        next_reminder(first, escalation.after_days, working_time) if escalation else None,
    )


def remind_again_at(
    content: Content, reminders: int, last: datetime, working_time: WorkingTime
) -> datetime | None:
    """When to remind after ``reminders`` of them, the last of that moment; None for never."""
    nagging = content.nagging
    if nagging is None or reminders >= nagging.at_most:
        return None
    return next_reminder(last, nagging.every_days, working_time)


def drop_at(content: Content, due_at: datetime, working_time: WorkingTime) -> datetime | None:
    """When a message is too late: where it is not to be sent late, when the working day ends, but
    not within the first hour.
    """
    if content.lateness is Lateness.SEND:
        return None
    closing = datetime.combine(in_sweden(due_at).date(), working_time.closes)
    return max(due_at + LATE, in_utc(closing))


def is_too_late(now: datetime, due_at: datetime) -> bool:
    """Whether it is late."""
    return now - due_at > LATE


def may_send(now: datetime, due_at: datetime, working_time: WorkingTime) -> bool:
    """Whether what was due may be sent now: in time, or else in working time."""
    return not is_too_late(now, due_at) or soon(now, working_time) == now


def soon(now: datetime, working_time: WorkingTime) -> datetime:
    """Now, or when work begins again, in UTC."""
    local = in_sweden(now)
    moved = working_time.moved(local)
    # Not by way of local time, which in autumn tells an hour twice.
    return now if moved == local else in_utc(moved)
