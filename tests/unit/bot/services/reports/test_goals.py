"""Which goals a report tells of, and how it names them."""

from __future__ import annotations

import pytest

from bot.services.reports.goals import all_goals, goals_part
from bot.services.reports.material import Material
from bot.services.reports.report import Part
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
