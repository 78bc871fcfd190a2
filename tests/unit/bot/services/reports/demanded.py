"""What the tests of demands share: documents of one section, and periods."""

from __future__ import annotations

from bot.domain.activities.dates import Period, PeriodKind, part_of_year
from bot.services.activities.kinds import load_kinds
from bot.services.reports.demands import Demand, Occasion, OccasionKind, Want, demands_of, due
from knowledge.model import Document
from tests.unit.indexer.made import FIVE, section

KINDS = tuple(load_kinds(None).values())
ENKOPING, OREBRO, SKARA, SKOVDE, UPPLANDS_BRO = FIVE
YEAR = part_of_year(2026, PeriodKind.YEAR)
EVERY_YEAR = Occasion(kind=OccasionKind.YEAR)


def tertial(number: int) -> Period:
    return part_of_year(2026, PeriodKind.TERTIAL, number)


def whole(year: int) -> Period:
    return part_of_year(year, PeriodKind.YEAR)


def half(number: int) -> Period:
    return part_of_year(2026, PeriodKind.HALF_YEAR, number)


def demanded(document: Document, period: Period = YEAR) -> list[Demand]:
    return list(due(demands_of([document], KINDS), period))


def one(body: str, heading: str = "Uppföljning") -> Demand:
    (demand,) = demands_of([section(body, heading)], KINDS)
    return demand


def wants(demand: Demand) -> list[tuple[Want, tuple[str, ...]]]:
    return [(each.want, each.kinds) for each in demand.wanted]


def occasions(demand: Demand) -> set[tuple[str, int | None]]:
    return {(each.kind.value, each.number) for each in demand.occasions}
