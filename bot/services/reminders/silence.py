"""Which units have been silent in a period."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.domain.activities.activity import Status
from bot.domain.activities.dates import Period, PeriodKind, part_of_year
from bot.domain.days import swedish_day
from bot.domain.reminders.audience import Silence, SilentIn
from bot.domain.reminders.occurrence import Answer, AnswerKind, Occurrence
from bot.domain.reminders.working_time import in_utc
from bot.services.activities.ports import ActivityBook, Query
from bot.services.reminders.ports import BroadcastBook, OccurrenceBook

_MONTHS = {PeriodKind.YEAR: 12, PeriodKind.HALF_YEAR: 6, PeriodKind.TERTIAL: 4}
_LOGGED = frozenset(each for each in Status if each.counts)


def period_of(silent: SilentIn, on: date) -> Period:
    """The part of the year that the day lies in or, if it is to have ended, the one before it.

    >>> tertial = SilentIn(silence=Silence.NOT_LOGGED, period=PeriodKind.TERTIAL, ended=True)
    >>> str(period_of(tertial, date(2027, 1, 15)).last)
    '2026-12-31'
    """
    now = _part(silent.period, on)
    return _part(silent.period, now.first - timedelta(days=1)) if silent.ended else now


def _part(kind: PeriodKind, on: date) -> Period:
    return part_of_year(on.year, kind, (on.month - 1) // _MONTHS[kind] + 1)


class Heard:
    """Which units of a municipality have logged or answered something in a period."""

    def __init__(
        self, activities: ActivityBook, broadcasts: BroadcastBook, occurrences: OccurrenceBook
    ) -> None:
        self._activities = activities
        self._broadcasts = broadcasts
        self._occurrences = occurrences

    def units(self, municipality: str, silent: SilentIn, on: date) -> frozenset[str]:
        """The ids of the units that were not silent. An activity counts for its own unit."""
        logged = self._logged(municipality, period_of(silent, on))
        if silent.silence is Silence.NOT_LOGGED:
            return logged
        return logged | self._without_anything(municipality, silent, on)

    def _logged(self, municipality: str, period: Period) -> frozenset[str]:
        query = Query(municipality=municipality, statuses=_LOGGED, overlapping=period.dates)
        return frozenset(each.content.unit for each in self._activities.every(query))

    def _without_anything(self, municipality: str, silent: SilentIn, on: date) -> frozenset[str]:
        """The units that answered that there is nothing to report of the period."""
        start = in_utc(datetime.combine(period_of(silent, on).first, time()))
        return frozenset(
            unit
            for broadcast in self._broadcasts.search(municipality)
            if self._occurrences.answered_since(broadcast.id, start)
            for occurrence in self._occurrences.of_broadcast(broadcast.id)
            for recipient in self._occurrences.recipients(occurrence.id)
            if recipient.answer and _is_about(occurrence, recipient.answer, silent, on)
            for unit in (recipient.unit, *recipient.also)
            if unit is not None
        )


def _is_about(occurrence: Occurrence, answer: Answer, silent: SilentIn, on: date) -> bool:
    """Whether an answer says that there is nothing to report of the period. Who was asked about a
    period answered about that; others about the time until they answered: of a period that has
    ended, only what was answered after its end is about the whole of it.
    """
    if answer.kind is not AnswerKind.NOTHING_TO_REPORT:
        return False
    period, asked = period_of(silent, on), occurrence.content.audience.silent
    if asked:
        about = period_of(asked, swedish_day(occurrence.due_at))
        return about.first <= period.first and period.last <= about.last
    answered = swedish_day(answer.at)
    return answered > period.last if silent.ended else answered >= period.first
