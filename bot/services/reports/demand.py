"""A demand: a sentence of a municipality's document that demands a report."""

from __future__ import annotations

from enum import StrEnum

from bot.services.reports.stated_years import Years
from knowledge.model import Citation, Value


class OccasionKind(StrEnum):
    """What part of time a report is given for."""

    YEAR = "year"
    HALF_YEAR = "half_year"
    TERTIAL = "tertial"
    QUARTER = "quarter"
    MONTH = "month"
    TERM_OF_OFFICE = "term_of_office"
    REGULARLY = "regularly"


PARTS_OF_A_YEAR = {
    OccasionKind.HALF_YEAR: 2,
    OccasionKind.TERTIAL: 3,
    OccasionKind.QUARTER: 4,
    OccasionKind.MONTH: 12,
}


class Occasion(Value):
    """When a report is given. ``number`` counts the parts of the year from 1 (of MONTH, 12 is
    December); None stands for each of them, and for kinds that are not parts of a year. Of YEAR,
    it is given each ``every`` years, ``start`` being one of them, None where none is told.
    """

    kind: OccasionKind
    number: int | None = None
    every: int = 1
    start: int | None = None


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

    ``actor`` are the document's words for who is to report, "" where it names nobody, ``actors``
    ids of the lexicon's actors among them; ``recipient`` its words for whom it is given to or
    which report it stands in; ``kinds`` are ids of the kinds that it names, () for all activities;
    ``each_unit`` tells that nämnder or förvaltningar report each for itself; ``years`` are those
    that it is stated for, None where the document ties it to none.
    """

    citation: Citation
    actor: str
    actors: tuple[str, ...]
    recipient: str | None
    occasions: frozenset[Occasion]
    kinds: tuple[str, ...]
    wanted: tuple[Wanted, ...]
    each_unit: bool
    years: Years | None = None
