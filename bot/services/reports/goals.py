"""Which of the policy's goals the activities serve."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

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
    """The activities for each goal, and the goals without any. ``numbers`` are those of the
    goals among the sources.
    """
    names = material.names
    groups = [_group(material, each, numbers[each]) for each in goals]
    unserved = [group.label for group in groups if not group.activities]
    text = names.say("report-goals-unserved", goals="; ".join(unserved))
    return Part(
        heading=names.say("report-part-goals"),
        sources=(),
        text=(text,) if unserved else (),
        figures=whole(material, (Column(Measure.ACTIVITIES), Column(Measure.WITH_GOALS))),
        tables=(table(material, "goal", groups, PEOPLE),),
        charts=tuple(charts(material, "goal", groups, Column(Measure.ACTIVITIES))),
    )


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
