"""The calendar of a year: each proposal with what was decided, and the days of it all."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import takewhile

from bot.domain.reminders.dues import Due, dues
from bot.domain.reminders.proposals import Decision, Drift, Proposal
from bot.domain.reminders.schedule import (
    BeforeDeadline,
    Now,
    Once,
    Recurring,
    Schedule,
)
from bot.domain.reminders.working_time import WorkingTime, in_sweden, in_utc
from bot.services.calendar.intervals import next_time, times_in
from knowledge.model import Value


class Entry(Value):
    """A proposal with the decision that holds and, where its document has changed since in a way
    that nobody has acknowledged, the drift. ``is_over`` tells that the broadcast made of it sends
    nothing more, so that it can be decided on again.
    """

    proposal: Proposal
    decision: Decision | None = None
    drift: Drift | None = None
    is_over: bool = False

    @property
    def seen(self) -> int:
        """How many decisions there are, for who decides after having read it."""
        return self.decision.number if self.decision else 0

    @property
    def is_accepted(self) -> bool:
        """Whether something is to be sent."""
        return self.decision is not None and self.decision.is_accepted

    @property
    def is_rejected(self) -> bool:
        """Whether a coordinator said no."""
        return self.decision is not None and not self.decision.is_accepted

    def is_open(self, today: date) -> bool:
        """Whether it can be decided on: nothing is sent of it, and it may still come."""
        passed = self.proposal.agreement is not None and self.proposal.is_past(today)
        return (self.is_over or not self.is_accepted) and not passed

    @property
    def schedule(self) -> Schedule | None:
        """The schedule chosen, or the one that is proposed."""
        if self.decision and self.decision.schedule:
            return self.decision.schedule
        return self.proposal.schedule


class WhyMoved(StrEnum):
    """On the day itself nobody works, or not so late."""

    CLOSED = "closed"
    LATE = "late"


class Moved(Value):
    """From which day of the schedule something was moved, and why."""

    since: date
    why: WhyMoved


class DutyDay(Value):
    """A working day on which something is due, or would be if it was accepted; of an agreement, its
    own day. ``moved`` where the schedule has another.
    """

    on: date
    entry: Entry
    moved: Moved | None = None


class Month(Value):
    """What a month holds, in the order of its days."""

    number: int
    duties: tuple[DutyDay, ...]


class CalendarYear(Value):
    """A year of twelve ``months``. ``undated`` are proposals without a date, ``past`` those stated
    for time before today, ``rejected`` those that a coordinator said no to; ``drifts`` what nobody
    has acknowledged yet.
    """

    municipality: str
    year: int
    months: tuple[Month, ...]
    undated: tuple[Entry, ...]
    past: tuple[Entry, ...]
    rejected: tuple[Entry, ...]
    drifts: tuple[Drift, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the documents propose nothing, and nothing was decided."""
        rest = (self.undated, self.past, self.rejected, self.drifts)
        return not any(rest) and not any(each.duties for each in self.months)


@dataclass(frozen=True)
class YearMaker:
    """Puts the entries of a municipality into a year, as seen on the day ``today``."""

    municipality: str
    working_time: WorkingTime
    today: date

    def year(self, year: int, entries: Sequence[Entry]) -> CalendarYear:
        """The year with its months; of what is over, only the years in which it was."""
        dated = list(self._dated(year, entries))
        waiting = [each for each in entries if each.decision is None]
        return CalendarYear(
            municipality=self.municipality,
            year=year,
            months=tuple(_month(number, dated) for number in range(1, 13)),
            undated=tuple(e for e in waiting if e.schedule is None and not self._is_past(e)),
            past=tuple(filter(self._is_past, waiting)),
            rejected=tuple(each for each in entries if each.is_rejected),
            drifts=tuple(each.drift for each in entries if each.drift),
        )

    def _is_past(self, entry: Entry) -> bool:
        """Of an agreement, what has passed stands on its day only: it does not come again."""
        return entry.proposal.agreement is None and entry.proposal.is_past(self.today)

    def _dated(self, year: int, entries: Iterable[Entry]) -> Iterator[DutyDay]:
        for entry in entries:
            if entry.is_rejected:
                continue
            if agreement := entry.proposal.agreement:
                if agreement.on.year == year:
                    yield DutyDay(on=agreement.on, entry=entry)
                continue
            for schedule in _schedules(entry, year):
                for due in self._dues(schedule, year, entry):
                    on = in_sweden(due.at).date()
                    yield DutyDay(on=on, entry=entry, moved=self._moved(due, on))

    def _dues(self, schedule: Schedule, year: int, entry: Entry) -> Iterator[Due]:
        """What is sent in a year; of what was decided, nothing from before that."""
        first, after = (in_utc(datetime(each, 1, 1)) for each in (year, year + 1))
        start = max(first, entry.decision.at) if entry.decision else first
        following = dues(schedule, self.working_time, start)
        return takewhile(lambda due: due.at < after, following)

    def _moved(self, due: Due, on: date) -> Moved | None:
        day = due.nominal.date()
        if day == on:
            return None
        is_open = self.working_time.is_working_day(day)
        return Moved(since=day, why=WhyMoved.LATE if is_open else WhyMoved.CLOSED)


def _schedules(entry: Entry, year: int) -> Iterable[Schedule]:
    """By what something is due in a year: what has an interval, by each of its times, until one of
    them is decided.
    """
    if entry.decision is None and entry.proposal.interval:
        return times_in(entry.proposal, year)
    return [entry.schedule] if entry.schedule else []


def _month(number: int, dated: Sequence[DutyDay]) -> Month:
    own = [each for each in dated if each.on.month == number]
    return Month(number=number, duties=tuple(sorted(own, key=_place)))


def _place(each: DutyDay) -> tuple[date, str, int]:
    """By day, and of the same day as the documents have them, those of agreements first."""
    proposal = each.entry.proposal
    citation = None if proposal.agreement else proposal.citation
    return (each.on, citation.document_id, citation.start) if citation else (each.on, "", 0)


def suggestion(proposal: Proposal, today: date) -> Schedule | None:
    """The schedule to accept a proposal with on the day ``today``; None where none is proposed. Of
    an agreement, what is left of the days before its day, or that day.
    """
    schedule = proposal.schedule
    if schedule is None:
        return None
    if proposal.interval:
        return next_time(proposal, today)
    if proposal.agreement and isinstance(schedule, BeforeDeadline):
        left = (proposal.agreement.on - today).days
        before = tuple(each for each in schedule.days_before if each < left) or (0,)
        return schedule.model_copy(update={"days_before": before}) if left >= 0 else None
    return to_come(schedule, today)


def to_come(schedule: Schedule, today: date) -> Schedule:
    """The schedule as it can be accepted on the day ``today``: what is over is put to the same day
    of the year to come, and what recurs begins anew.
    """
    if isinstance(schedule, Now):
        return schedule
    if isinstance(schedule, Once):
        return schedule.model_copy(update={"on": _next(schedule.on, today)})
    if schedule.until and schedule.until < today:
        schedule = schedule.model_copy(update={"until": None})
    if schedule.first and schedule.first < today:
        schedule = schedule.model_copy(update={"first": None})
    return _deadline_to_come(schedule, today)


def _deadline_to_come(schedule: Recurring, today: date) -> Schedule:
    if isinstance(schedule, BeforeDeadline):
        notice = timedelta(days=min(schedule.days_before))
        later = _next(schedule.deadline, today + notice)
        return schedule.model_copy(update={"deadline": later})
    return schedule  # type: ignore[return-value]


def _next(day: date, today: date) -> date:
    """The day itself, or the same of the first year in which it is not over."""
    if day >= today:
        return day
    this = _in(day, today.year)
    return this if this >= today else _in(day, today.year + 1)


def _in(day: date, year: int) -> date:
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))
