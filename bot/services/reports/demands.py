"""What a municipality's documents demand that its reports hold, and when.

A demand is a duty, or a measure of an action plan, about reporting, following up or evaluating the
international work itself.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum

from bot.domain.activities.dates import Dates, Period
from bot.domain.activities.kinds import Kind
from knowledge.model import Citation, Document, Value


class OccasionKind(StrEnum):
    """What part of time a report is given for."""

    YEAR = "year"
    HALF_YEAR = "half_year"
    TERTIAL = "tertial"
    QUARTER = "quarter"
    MONTH = "month"
    TERM_OF_OFFICE = "term_of_office"
    REGULARLY = "regularly"


_PARTS = {
    OccasionKind.HALF_YEAR: 2,
    OccasionKind.TERTIAL: 3,
    OccasionKind.QUARTER: 4,
    OccasionKind.MONTH: 12,
}


class Occasion(Value):
    """When a report is given. ``number`` counts the parts of the year from 1 (of MONTH, 12 is
    December); None stands for each of them, and for kinds that are not parts of a year.
    """

    kind: OccasionKind
    number: int | None = None


class Want(StrEnum):
    """What a report is to hold. NETWORK_PARTICIPANTS are those who took part in network work."""

    FUNDING_SHARE = "funding_share"
    PARTICIPANTS = "participants"
    NETWORK_PARTICIPANTS = "network_participants"
    EFFECTS = "effects"
    EVALUATION = "evaluation"
    COMPILATION = "compilation"
    BY_UNIT = "by_unit"


class Wanted(Value):
    """One thing that a report is to hold, of the activities of ``kinds`` (of all, if ()), and the
    sentence that says so.
    """

    want: Want
    kinds: tuple[str, ...]
    citation: Citation


class Demand(Value):
    """A sentence that demands a report.

    ``actors`` are ids of the lexicon's actors who are to report, () where the sentence names none;
    ``recipient`` its own words for whom it is given to or which report it stands in; ``kinds`` are
    ids of the kinds that it names, () for all activities; ``each_unit`` tells that nämnder or
    förvaltningar report each for itself.
    """

    citation: Citation
    actors: tuple[str, ...]
    recipient: str | None
    occasions: frozenset[Occasion]
    kinds: tuple[str, ...]
    wanted: tuple[Wanted, ...]
    each_unit: bool


def demands_of(documents: Sequence[Document], kinds: Sequence[Kind]) -> tuple[Demand, ...]:
    """The demands of a municipality's documents, in the order of their places."""
    raise NotImplementedError


def due(demands: Iterable[Demand], period: Period) -> tuple[Demand, ...]:
    """The demands whose occasion falls in the period.

    A year holds every occasion. What is given for a year, for a term of office or without a word
    of when belongs to whole years only; what is given regularly, to every period.
    """
    return tuple(each for each in demands if _is_due(each, period))


def _is_due(demand: Demand, period: Period) -> bool:
    return _holds_a_year(period) or any(
        occasion.kind is OccasionKind.REGULARLY
        or any(_holds(period, stretch) for stretch in _stretches(occasion, period))
        for occasion in demand.occasions
    )


def _holds_a_year(period: Period) -> bool:
    years = range(period.first.year, period.last.year + 1)
    return any(_holds(period, _part(year, 1, 1)) for year in years)


def _stretches(occasion: Occasion, period: Period) -> Iterator[Dates]:
    """The parts of the period's years that an occasion is about; none of what is yearly."""
    parts = _PARTS.get(occasion.kind, 0)
    numbers = range(1, parts + 1) if occasion.number is None else (occasion.number,)
    for year in range(period.first.year, period.last.year + 1):
        yield from (_part(year, parts, number) for number in numbers if number <= parts)


def _part(year: int, parts: int, number: int) -> Dates:
    months = 12 // parts
    last = number * months
    return Dates(
        first=date(year, last - months + 1, 1), last=date(year, last, monthrange(year, last)[1])
    )


def _holds(period: Period, stretch: Dates) -> bool:
    return (
        period.first <= stretch.first and stretch.last is not None and stretch.last <= period.last
    )
