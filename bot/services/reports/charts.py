"""Charts, with the words for those who do not see them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.services.reports.material import Material
from bot.services.reports.naming import number
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
        kinds = names.kinds(material.selection.kinds)
        heading = names.say("report-chart-of", title=heading, kinds=kinds)
    if len(drawn) > MOST_BARS:
        cut = {"shown": MOST_BARS, "all": len(drawn)}
        heading = names.say("report-chart-cut", title=heading, **cut)
    bars = tuple(drawn[:MOST_BARS])
    told = names.say("report-chart-told", title=heading, values=_told(bars, names.language))
    return [Chart(title=heading, alt_text=told, unit=label, bars=bars)]


def _told(drawn: Sequence[Line], language: str) -> str:
    return "; ".join(f"{line.label} {number(_length(line), language)}" for line in drawn)


def _length(line: Line) -> Decimal:
    return line.figures[0].number or Decimal(0)
