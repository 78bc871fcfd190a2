"""What is done every so many years: from which year on, as far as the document tells one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from bot.domain.reminders.proposals import Basis, Interval, Proposal, Since, StatedYears
from bot.domain.reminders.schedule import BeforeDeadline, Once, Schedule, Yearly
from bot.services.calendar.when import FOR_THE_ACCOUNTS, MORNING, Told, in_year
from bot.services.reports.demand import Occasion, OccasionKind
from bot.services.reports.occasion_words import occasions_in
from knowledge.model import Document, FactName

_FACTS = ((FactName.VALID_FROM, Since.VALID), (FactName.DECIDED_ON, Since.DECIDED))


class _Start(NamedTuple):
    """From when the years are counted, and the first in which it is due; ``day`` is None where only
    a year is told.
    """

    since: Since
    of: int
    first: int
    day: date | None


def spacing_in(text: str) -> Occasion | None:
    """Every how many years, as a text says; None where it does not, or says every year."""
    found = (e for e in occasions_in(text) if e.kind is OccasionKind.YEAR and e.every > 1)
    return min(found, key=lambda each: each.every, default=None)


def spaced(
    told: Told, occasion: Occasion | None, document: Document, years: StatedYears | None
) -> Told:
    """A time that a document tells, where ``occasion`` is every so many years: once, in the first
    of them. Without a date where no year is told to count from: none is guessed.
    """
    if occasion is None or not isinstance(told.schedule, Yearly | BeforeDeadline | None):
        return told
    if told.basis is Basis.YEARLY or _has_its_year(told.schedule):
        return told
    start = _start(occasion, document, years)
    if start is None or (years and years.last is not None and start.first > years.last):
        return Told(Basis.SELDOM, None)
    interval = Interval(years=occasion.every, since=start.since, of=start.of)
    return Told(Basis.NTH_YEAR, _first(told.schedule, start), interval)


def next_time(proposal: Proposal, today: date) -> Schedule | None:
    """The first time of what has an interval that is not over on a day."""
    if proposal.schedule is None or proposal.interval is None:
        return None
    schedule, years = proposal.schedule, proposal.interval.years
    while _day(schedule) < today:
        schedule = _in(schedule, _day(schedule).year + years)
    return schedule


def times_in(proposal: Proposal, year: int) -> Iterator[Schedule]:
    """The times of what has an interval that may be due in a year: its own, and what is called to
    mind before the year after.
    """
    schedule, interval = proposal.schedule, proposal.interval
    if schedule is None or interval is None:
        return
    first = _day(schedule).year
    for each in (year, year + 1):
        if each >= first and (each - first) % interval.years == 0:
            yield _in(schedule, each)


def _has_its_year(schedule: Schedule | None) -> bool:
    return isinstance(schedule, BeforeDeadline) and not schedule.yearly


def _start(occasion: Occasion, document: Document, years: StatedYears | None) -> _Start | None:
    """A year that the words themselves name, else when the document began to hold or was decided,
    else the first of the years that it is stated for.
    """
    every = occasion.every
    if occasion.start is not None:
        return _Start(Since.NAMED, occasion.start, occasion.start, None)
    for name, since in _FACTS:
        fact = document.fact(name)
        if day := _as_date(fact.value if fact else None):
            return _Start(since, day.year, day.year + every, day)
    if years and years.first is not None:
        return _Start(Since.VALID, years.first, years.first + every, None)
    return None


def _as_date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _first(schedule: Schedule | None, start: _Start) -> Schedule:
    """The first time: on the day that the words tell, else on that from which it is counted."""
    if isinstance(schedule, BeforeDeadline):
        deadline = in_year(start.first, schedule.deadline.month, schedule.deadline.day)
        return schedule.model_copy(update={"deadline": deadline, "yearly": False})
    if isinstance(schedule, Yearly):
        month, day = schedule.month, schedule.day
    else:
        month, day = (start.day.month, start.day.day) if start.day else FOR_THE_ACCOUNTS
    return Once(at=MORNING, on=in_year(start.first, month, day))


def _day(schedule: Schedule) -> date:
    """The day on which it is to be done. Raises TypeError for what no interval has."""
    match schedule:
        case Once(on=on):
            return on
        case BeforeDeadline(deadline=deadline):
            return deadline
    raise TypeError(f"every so many years: {type(schedule).__name__}")


def _in(schedule: Schedule, year: int) -> Schedule:
    day = _day(schedule)
    field = "on" if isinstance(schedule, Once) else "deadline"
    return schedule.model_copy(update={field: in_year(year, day.month, day.day)})
