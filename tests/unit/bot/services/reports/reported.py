"""What the tests of reports share: demands, the activities of a year, and readers of a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import pytest

from bot.domain.activities.activity import Activity, FundingSource, Participants, Status
from bot.domain.activities.dates import Dates
from bot.services.reports.demands import Occasion, OccasionKind, Want
from bot.services.reports.making import make_report
from bot.services.reports.report import Part, Report, Table
from bot.services.reports.selection import Figure
from tests.unit.bot.services.reports.made import (
    GOALS,
    MADE_AT,
    NETWORK,
    PROJECT,
    activity,
    demand,
    euros,
    funded,
    kronor,
    material,
    wanted,
)

YEARLY = "Internationellt arbete ska redovisas varje år i bokslutet."
HOW = "Det kan göras i form av finansieringsandel och antal deltagande i nätverkarbete."
EFFECTS = "Redovisningen ska också beskriva vad utbyten har haft för effekter."
OREBRO = demand(
    YEARLY,
    wanted(Want.FUNDING_SHARE, HOW),
    wanted(Want.NETWORK_PARTICIPANTS, HOW, NETWORK),
    wanted(Want.EFFECTS, EFFECTS),
    recipient="i bokslutet",
)
THIRD = frozenset({Occasion(kind=OccasionKind.TERTIAL, number=3)})
SKOVDE = (
    demand(
        "Uppföljning av projekt och nätverk rapporteras till beredningen.",
        kinds=(PROJECT, NETWORK),
        occasions=THIRD,
        recipient="till beredningen",
    ),
    demand("Internationellt arbete i sin helhet rapporteras i årsredovisning."),
)

ACTIVITIES = (
    activity(
        1,
        title="Studiebesök från Radviliškis",
        done="Tolv elever besökte kulturskolan.",
        partners=("Radviliškio muzikos mokykla",),
        countries=("LT",),
        participants=Participants(total=14, young=12),
        cost=kronor(60_000),
        funding=(
            funded(FundingSource.EU, kronor(45_000)),
            funded(FundingSource.OWN, kronor(15_000)),
        ),
        effects="De spelar tillsammans varje vecka.",
        goals=(GOALS[0],),
    ),
    activity(
        2,
        kind=PROJECT,
        title="Yrkesvägar",
        unit="skola",
        dates=Dates(first=date(2025, 2, 1), last=None),
        countries=("FI", "DE"),
        cost=euros(1_000),
        funding=(funded(FundingSource.EU, euros(1_000)),),
    ),
    activity(
        3,
        kind=NETWORK,
        title="Årsmöte",
        agreement="Eurocities",
        participants=Participants(total=2),
        countries=("DE",),
    ),
    activity(4, kind=NETWORK, agreement="EUROCITIES", participants=Participants(total=3)),
    activity(5, status=Status.WITHDRAWN, participants=Participants(total=100)),
    activity(6, status=Status.DRAFT),
)
EARLIER = (
    activity(7, participants=Participants(total=10)),
    activity(8, status=Status.WITHDRAWN),
)


def steps(_: int, __: int) -> None:
    """Nobody watches."""


def made(*activities: Activity, **told: object) -> Report:
    return make_report(material(*activities, **told), MADE_AT, steps)  # type: ignore[arg-type]


def headed(report: Report, heading: str) -> Part:
    (found,) = [each for each in report.parts if each.heading == heading]
    return found


def headings(report: Report) -> list[str]:
    return [each.heading for each in report.parts]


def told(figures: Iterable[Figure]) -> list[str]:
    return ["-" if each.number is None else f"{each.number.normalize():f}" for each in figures]


def cells(table: Table) -> dict[str, list[str]]:
    return {line.label: told(line.figures) for line in table.lines}


def ids(part: Part) -> dict[str, tuple[int, ...]]:
    return {each.label: each.figures[0].activities for each in part.figures}


def lines(report_or_part: Report | Part) -> dict[str, str]:
    return {each.label: told(each.figures)[0] for each in report_or_part.figures}


def every_figure(report: Report) -> Iterator[Figure]:
    lines = [*report.figures]
    for part in report.parts:
        lines += part.figures
        for table in part.tables:
            lines += [*table.lines, *([table.total] if table.total else [])]
        for chart in part.charts:
            lines += chart.bars
    for line in lines:
        yield from line.figures


@pytest.fixture(scope="module")
def orebro() -> Report:
    return made(*ACTIVITIES, earlier=EARLIER, demands=(OREBRO,), goals=GOALS)
