"""The tables at the end of a document: what each figure is made of, and what the numbers mean."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from bot.files.columns import rows_by_period
from bot.files.figures import Placed, placed_figures
from bot.files.word_elements import Grid, TableRow
from bot.files.wording import before_words, figure_words, id_runs, told
from bot.services.reports.report import ActivityRow, Report
from knowledge.texts.catalogue import say


def figures_grid(report: Report) -> Grid:
    """A row for each figure that has activities, with that of the year before, under the part and
    table where it stands.
    """
    figure, numbers, before = _columns(report.language, "figure", "numbers", "before")
    numbers_before = told("file-column-before-of", report.language, column=numbers)
    return Grid(
        title=say("file-appendix-figures", report.language),
        header=(figure, report.period_name, numbers, before, numbers_before),
        rows=tuple(_evidence(report)),
        widths=(4.7, 2.6, 3.4, 2.4, 2.9),
        numbers=frozenset({1, 3}),
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
        yield from (_row_of(placed, report.language) for placed in figures)


def _row_of(placed: Placed, language: str) -> TableRow:
    figure = placed.figure
    return TableRow(
        cells=(
            placed.name,
            figure_words(figure, language),
            ", ".join(id_runs(figure.activities)),
            before_words(figure, language),
            ", ".join(id_runs(figure.before_activities)),
        )
    )


def _activities(report: Report) -> Iterator[TableRow]:
    for period, rows in groupby(rows_by_period(report), key=lambda each: each[0]):
        yield TableRow(cells=(period,))
        yield from (_activity(row) for _, row in rows)


def _activity(row: ActivityRow) -> TableRow:
    content = row.activity.content
    return TableRow(cells=(str(row.activity.id), content.title, row.kind, row.unit, row.dates))


def _columns(language: str, *keys: str) -> tuple[str, ...]:
    return tuple(say(f"file-column-{key}", language) for key in keys)
