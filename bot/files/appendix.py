"""The tables at the end of a document: what each figure is made of, and what the numbers mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.files.columns import rows_by_period
from bot.files.figures import Placed, placed_figures
from bot.files.word_elements import Grid, TableRow
from bot.files.wording import before_key, id_runs, told
from bot.services.reports.report import ActivityRow, Report
from knowledge.texts.catalogue import say


def figures_grid(report: Report) -> Grid:
    """A row for the figures of a line that the same activities are behind, this year and the year
    before, under the part and table where they stand. Their numbers are not told once more.
    """
    figure, numbers = _columns(report.language, "figure", "numbers")
    before = before_key("file-column-before-of", report)
    return Grid(
        title=say("file-appendix-figures", report.language),
        header=(figure, numbers, told(before, report.language, column=numbers)),
        rows=tuple(_evidence(report)),
        widths=(7, 5, 4),
    )


def activities_grid(report: Report) -> Grid:
    """A row for each activity of the period and of the year before."""
    language = report.language
    return Grid(
        title=say("file-appendix-activities", language),
        header=_columns(language, "id", "title", "kind", "unit", "dates"),
        rows=tuple(_activities(report)),
        widths=(1.3, 5.7, 3, 3.5, 2.5),
    )


def _evidence(report: Report) -> Iterator[TableRow]:
    made_of = (
        each
        for each in placed_figures(report)
        if each.figure.activities or each.figure.before_activities
    )
    for heading, figures in groupby(made_of, key=lambda each: each.heading):
        yield TableRow(cells=(heading,))
        for _, alike in groupby(figures, key=_evidence_of):
            yield _row_of(list(alike))


def _evidence_of(placed: Placed) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """What figures of one row have in common; those without columns are rows of their own."""
    figure = placed.figure
    row = placed.row if placed.column else ""
    return row, figure.activities, figure.before_activities


def _row_of(alike: Sequence[Placed]) -> TableRow:
    first, *rest = alike
    names = (first.name, *(each.column or each.row for each in rest))
    figure = first.figure
    behind = (figure.activities, figure.before_activities)
    return TableRow(cells=(", ".join(names), *(", ".join(id_runs(each)) for each in behind)))


def _activities(report: Report) -> Iterator[TableRow]:
    for period, rows in groupby(rows_by_period(report), key=lambda each: each[0]):
        yield TableRow(cells=(period,))
        yield from (_activity(row) for _, row in rows)


def _activity(row: ActivityRow) -> TableRow:
    content = row.activity.content
    return TableRow(cells=(str(row.activity.id), content.title, row.kind, row.unit, row.dates))


def _columns(language: str, *keys: str) -> tuple[str, ...]:
    return tuple(say(f"file-column-{key}", language) for key in keys)
