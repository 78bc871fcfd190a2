"""Which goals a report tells of, and how it names them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.services.reports.goals import all_goals, goals_part
from bot.services.reports.material import Material
from bot.services.reports.report import Part
from bot.services.reports.stated_years import Years
from tests.unit.bot.services.reports.made import GOALS, activity, citation, material

OLD = citation("Ett mål som inte längre gäller.")


def told(goals_of: Material) -> Part:
    goals = all_goals(goals_of)
    return goals_part(goals_of, goals, {each: n for n, each in enumerate(goals, start=1)})


def test_goals_that_only_the_year_before_served_are_not_called_unserved() -> None:
    report = material(activity(2), earlier=(activity(1, goals=(OLD,)),), goals=GOALS)
    assert all_goals(report) == list(GOALS)


def test_goals_of_an_earlier_edition_that_are_served_are_told() -> None:
    report = material(activity(2, goals=(OLD,)), goals=GOALS)
    assert all_goals(report) == [*GOALS, OLD]
    assert all("inte längre" not in each for each in told(report).text)


@pytest.mark.parametrize(
    ("quote", "label"),
    [
        (
            "Att **förankra** det internationella arbetet",
            "Att förankra det internationella arbetet",
        ),
        ("*fler* _vänskolor_ och __språk__", "Fler vänskolor och språk"),
        ("2 * 3 * 4 av snake_case_ord", "2 * 3 * 4 av snake_case_ord"),
        ("nå\n målen.", "Nå målen"),
    ],
)
def test_a_goal_is_named_without_marks_of_emphasis(quote: str, label: str) -> None:
    (line,) = told(material(goals=(citation(quote),))).tables[0].lines
    assert line.label == f"{label} [1]"


def test_goals_of_another_year_are_told_apart_and_not_called_unserved() -> None:
    of_2017 = {GOALS[0]: Years(first=2017, last=2017)}
    part = told(replace(material(goals=GOALS), goal_years=of_2017))
    assert part.text == (
        "Dessa mål anger dokumentet för 2017: Fler skolor ska ha vänskolor [1].",
        "Mål utan någon aktivitet under perioden: Språken ska stärkas [2].",
    )


def test_goals_of_the_year_of_the_report_are_told_as_the_others() -> None:
    of_2026 = {GOALS[0]: Years(first=2026, last=2026)}
    part = told(replace(material(goals=GOALS), goal_years=of_2026))
    assert part.text == told(material(goals=GOALS)).text


def test_how_many_activities_tell_a_goal_can_be_followed_to_them() -> None:
    part = told(material(activity(1), activity(2, goals=GOALS), goals=GOALS))
    assert [line.figures[0].activities for line in part.figures] == [(1, 2), (2,)]
