"""Which of the policy's goals the activities serve."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from bot.services.reports.charts import charts
from bot.services.reports.material import Material
from bot.services.reports.naming import capitalised
from bot.services.reports.report import Part
from bot.services.reports.selection import Measure
from bot.services.reports.tables import PEOPLE, Column, Group, table, whole
from knowledge.model import Citation
from knowledge.wording import on_one_line

_EMPHASIS = re.compile(r"(?<!\w)(\*{1,2}|_{1,2})(?=\S)(.+?)(?<=\S)\1(?!\w)")
"""Emphasis of Markdown (https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis)."""


def all_goals(material: Material) -> list[Citation]:
    """The goals of the documents, and those of earlier editions that the period's activities
    name.
    """
    named = (goal for each in material.activities for goal in each.content.goals)
    by_quote: dict[str, Citation] = {}
    for goal in (*material.goals, *named):
        by_quote.setdefault(goal.quote, goal)
    return list(by_quote.values())


def goals_part(
    material: Material, goals: Sequence[Citation], numbers: Mapping[Citation, int]
) -> Part:
    """The activities for each goal, the goals without any, and those that are set for other
    years. ``numbers`` are those of the goals among the sources.
    """
    by_goal = {each: _group(material, each, numbers[each]) for each in goals}
    groups = list(by_goal.values())
    return Part(
        heading=material.names.say("report-part-goals"),
        sources=(),
        text=tuple(_said(material, by_goal)),
        figures=whole(material, (Column(Measure.ACTIVITIES), Column(Measure.WITH_GOALS))),
        tables=(table(material, "goal", groups, PEOPLE),),
        charts=tuple(charts(material, "goal", groups, Column(Measure.ACTIVITIES))),
    )


def _said(material: Material, groups: Mapping[Citation, Group]) -> Iterator[str]:
    """Which goals are set for other years, and which of the rest nothing serves."""
    say, years = material.names.say, material.goal_years
    others = [goal for goal in groups if goal in years and not years[goal].meet(material.period)]
    for these, same in groupby(others, key=lambda goal: years[goal]):
        told = "; ".join(groups[goal].label for goal in same)
        yield say("report-goals-of-years", years=str(these), goals=told)
    unserved = [
        group.label for goal, group in groups.items() if not group.activities and goal not in others
    ]
    if unserved:
        yield say("report-goals-unserved", goals="; ".join(unserved))


def _group(material: Material, goal: Citation, number: int) -> Group:
    selection = material.selection.model_copy(update={"goal": goal.quote})
    return Group(
        f"{capitalised(_plain(goal.quote)).rstrip('.')} [{number}]",
        selection,
        [each for each in material.activities if selection.holds(each)],
        [each for each in material.earlier if selection.holds(each)],
    )


def _plain(quote: str) -> str:
    """The words on one line, without the marks of emphasis that a document's text may have."""
    return _EMPHASIS.sub(r"\2", on_one_line(quote))
