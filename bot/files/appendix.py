"""The tables at the end of a document: what each figure is made of, and what the numbers mean."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from bot.files.columns import rows_by_period
from bot.files.figures import Placed, placed_figures
from bot.files.word_elements import Grid, TableRow
from bot.files.wording import before_words, figure_words, id_runs
from bot.services.reports.report import ActivityRow, Report
from knowledge.texts.catalogue import say


def figures_grid(report: Report) -> Grid:
    """A row for each figure that has activities, and for that of the year before, under the part
    and table where it stands.
    """
    language = report.language
    return Grid(
        title=say("file-appendix-figures", language),
        header=_columns(language, "figure", "period", "value", "numbers"),
        rows=tuple(_evidence(report)),
        widths=(5.6, 2.2, 2.8, 5.4),
        numbers=frozenset({2}),
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
    told = (
        each
        for each in placed_figures(report)
        if each.figure.activities or each.figure.before_activities
    )
    for heading, figures in groupby(told, key=lambda each: each.heading):
        yield TableRow(cells=(heading,))
        for placed in figures:
            yield from _rows_of(placed, report)


def _rows_of(placed: Placed, report: Report) -> Iterator[TableRow]:
    figure, language = placed.figure, report.language
    for period, words, behind in (
        (report.period_name, figure_words(figure, language), figure.activities),
        (
            say("file-period-before", language),
            before_words(figure, language),
            figure.before_activities,
        ),
    ):
        if behind:
            yield TableRow(cells=(placed.name, period, words, ", ".join(id_runs(behind))))


def _activities(report: Report) -> Iterator[TableRow]:
    for period, rows in groupby(rows_by_period(report), key=lambda each: each[0]):
        yield TableRow(cells=(period,))
        yield from (_activity(row) for _, row in rows)


def _activity(row: ActivityRow) -> TableRow:
    content = row.activity.content
    return TableRow(cells=(str(row.activity.id), content.title, row.kind, row.unit, row.dates))


def _columns(language: str, *keys: str) -> tuple[str, ...]:
    return tuple(say(f"file-column-{key}", language) for key in keys)
