"""What holds for every report, whatever is demanded and was done."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.activities.activity import Activity
from bot.domain.activities.units import Unit
from bot.services.reports.demands import Demand, Want
from bot.services.reports.making import make_report
from bot.services.reports.material import Material
from bot.services.reports.measuring import figure
from bot.services.reports.report import Report, Table
from bot.services.reports.selection import Measure
from tests.unit.bot.services.reports.made import (
    EXAMPLES,
    EXCHANGE,
    GOALS,
    KINDS,
    MADE_AT,
    NETWORK,
    PROJECT,
    any_activities,
    demand,
    material,
    unit,
    wanted,
)
from tests.unit.bot.services.reports.reported import EFFECTS, HOW, YEARLY, every_figure, steps


def tables(report: Report) -> Iterator[Table]:
    for part in report.parts:
        yield from part.tables


DEMANDS = st.lists(
    st.builds(
        lambda quote, wants, kinds, each_unit: demand(
            quote,
            *[wanted(each, quote, *kinds) for each in wants],
            kinds=kinds,
            each_unit=each_unit,
        ),
        st.sampled_from((YEARLY, HOW, EFFECTS)),
        st.lists(st.sampled_from(Want), max_size=3),
        st.lists(st.sampled_from((PROJECT, NETWORK, EXCHANGE)), max_size=2, unique=True).map(tuple),
        st.booleans(),
    ),
    max_size=3,
).map(tuple)
UNITS = st.lists(
    st.sampled_from((unit("kultur"), unit("skola"), unit("closed", closed=True))), unique=True
).map(tuple)


@settings(max_examples=EXAMPLES)
@given(any_activities(), any_activities(), DEMANDS, UNITS, st.sampled_from(("sv", "en")))
def test_every_figure_of_any_report_comes_of_exactly_the_activities_it_names(
    activities: tuple[Activity, ...],
    earlier: tuple[Activity, ...],
    demands: tuple[Demand, ...],
    units: tuple[Unit, ...],
    language: str,
) -> None:
    given_: Material = material(
        *activities, earlier=earlier, demands=demands, goals=GOALS, units=units, language=language
    )
    report = make_report(given_, MADE_AT, steps)
    counting = [each for each in activities if each.status.counts]
    before = [each for each in earlier if each.status.counts]
    for each in every_figure(report):
        assert figure(each.measure, each.selection, counting, before, each.currency) == each
        behind = [row for row in counting if row.id in each.activities]
        behind_before = [row for row in before if row.id in each.before_activities]
        again = figure(each.measure, each.selection, behind, behind_before, each.currency)
        assert (again.number, again.before) == (each.number, each.before)


@settings(max_examples=EXAMPLES)
@given(any_activities(), DEMANDS)
def test_any_report_is_whole(activities: tuple[Activity, ...], demands: tuple[Demand, ...]) -> None:
    report = make_report(material(*activities, demands=demands, goals=GOALS), MADE_AT, steps)
    assert Report.model_validate_json(report.model_dump_json()) == report
    assert [each.number for each in report.sources] == [*range(1, len(report.sources) + 1)]
    known = {each.number for each in report.sources}
    for part in report.parts:
        assert known.issuperset(part.sources)
    for table in tables(report):
        widths = {len(each.figures) for each in (*table.lines, *filter(None, [table.total]))}
        assert widths == {len(table.columns)}
    labels = [(part.heading, part.sources) for part in report.parts]
    assert len(set(labels)) == len(labels)


@settings(max_examples=EXAMPLES)
@given(any_activities(), DEMANDS)
def test_all_effects_of_any_report_stand_once(
    activities: tuple[Activity, ...], demands: tuple[Demand, ...]
) -> None:
    told = [
        each.model_copy(
            update={"content": each.content.model_copy(update={"effects": f"<{each.id}>"})}
        )
        for each in activities
    ]
    report = make_report(material(*told, demands=demands), MADE_AT, steps)
    texts = "".join(each.text for part in report.parts for each in part.accounts)
    counts = {each.id: texts.count(f"<{each.id}>") for each in told}
    assert counts == {each.id: int(each.status.counts) for each in told}


def test_the_kinds_that_are_shipped_are_those_that_the_tests_name() -> None:
    assert list(KINDS)[:3] == [EXCHANGE, PROJECT, NETWORK]
    assert Measure.ACTIVITIES.value == "activities"
