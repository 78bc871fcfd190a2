"""Charts, with the words for those who do not see them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.services.reports.material import Material
from bot.services.reports.report import Chart, Line
from bot.services.reports.tables import Column, Group, lines

MOST_BARS = 15
"""Bars of one chart: more are not read at the width of a message."""


def charts(material: Material, what: str, groups: Sequence[Group], column: Column) -> list[Chart]:
    """The chart of a column, longest bar first; none where there is nothing to draw. ``what`` as
    in ``tables.tables``.
    """
    drawn = sorted(filter(_length, lines(groups, [column])), key=_length, reverse=True)
    if not drawn:
        return []
    names = material.names
    label, title = column.label(names), names.say(f"report-by-{what}")
    heading = names.say("report-chart", what=label, title=title)
    if material.selection.kinds:
        kinds = names.listed([names.kind(each) for each in material.selection.kinds])
        heading = names.say("report-chart-of", title=heading, kinds=kinds)
    told = names.say("report-chart-told", title=heading, values=_told(material, drawn[:MOST_BARS]))
    cut = names.say("report-chart-cut", shown=MOST_BARS, all=len(drawn))
    return [
        Chart(
            title=heading,
            alt_text=f"{told} {cut}" if len(drawn) > MOST_BARS else told,
            unit=label,
            bars=tuple(drawn[:MOST_BARS]),
        )
    ]


def _told(material: Material, drawn: Sequence[Line]) -> str:
    number = material.names.number
    return "; ".join(f"{line.label} {number(_length(line))}" for line in drawn)


def _length(line: Line) -> Decimal:
    return line.figures[0].number or Decimal(0)
