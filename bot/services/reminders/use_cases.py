"""The use cases of reminders, put together over one database and one channel's workspace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.reminders.working_time import WorkingTime
from bot.services.ports import Storage
from bot.services.reminders.answering import Answers
from bot.services.reminders.audiences import Audiences
from bot.services.reminders.broadcasts import Broadcasts
from bot.services.reminders.closed_days import swedish_working_time
from bot.services.reminders.digests import Digests
from bot.services.reminders.leaders import Leaders
from bot.services.reminders.limits import Limits
from bot.services.reminders.nagging import Nagging
from bot.services.reminders.planning import Planner
from bot.services.reminders.ports import Members
from bot.services.reminders.previews import Previews
from bot.services.reminders.second_yes import SecondYes
from bot.services.reminders.status import Sent, Status
from bot.services.rights import Rights


@dataclass(frozen=True)
class Reminders:
    """What coordinators and recipients do, and the steps of a round: ``planner.plan_due``,
    ``planner.remind_due`` and ``digests.plan_due``, in this order; ``planner.end_finished`` now and
    then.
    """

    broadcasts: Broadcasts
    second_yes: SecondYes
    answers: Answers
    status: Status
    planner: Planner
    digests: Digests
    audiences: Audiences
    working_time: WorkingTime


def reminders_over(
    storage: Storage,
    rights: Rights,
    members: Members,
    limits: Limits,
    now: Callable[[], datetime],
) -> Reminders:
    """All of them."""
    working_time = swedish_working_time(limits.opens, limits.closes)
    book, occurrences, outbox = storage.broadcasts, storage.occurrences, storage.outbox
    units = storage.units
    sent = Sent(book, occurrences, outbox, units)
    leaders = Leaders(storage.contacts, members)
    audiences = Audiences(storage.contacts, storage.activities, units, book, occurrences, members)
    previews = Previews(book, units, audiences, leaders, working_time, limits)
    nagging = Nagging(occurrences, outbox, leaders, working_time, now)
    return Reminders(
        broadcasts=Broadcasts(book, previews, working_time, rights, now),
        second_yes=SecondYes(book, previews, now),
        answers=Answers(occurrences, outbox, members, working_time, rights, now),
        status=Status(sent, working_time, rights, now),
        planner=Planner(book, occurrences, outbox, audiences, nagging, working_time, limits, now),
        digests=Digests(sent, working_time, rights, now),
        audiences=audiences,
        working_time=working_time,
    )
