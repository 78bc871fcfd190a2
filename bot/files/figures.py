"""A report's figures, each with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.files.wording import figure_label
from bot.services.reports.report import Line, Report, Table
from bot.services.reports.selection import Figure
from knowledge.model import Value
from knowledge.texts.catalogue import say


class Placed(Value):
    """A figure and where it stands: ``table`` and ``column`` are "" for a figure on its own."""

    part: str
    table: str
    row: str
    column: str
    figure: Figure

    @property
    def heading(self) -> str:
        """The part and the table where it stands."""
        return " – ".join(filter(None, (self.part, self.table)))

    @property
    def name(self) -> str:
        """What it is called there."""
        return ": ".join(filter(None, (self.row, self.column)))


def placed_figures(report: Report) -> Iterator[Placed]:
    """The figures in the order in which they are read; those of charts stand in tables too."""
    main = say("file-main-figures", report.language)
    yield from lines_figures(main, report.figures, report.language)
    for part in report.parts:
        yield from lines_figures(part.heading, part.figures, report.language)
        for table in part.tables:
            yield from table_figures(part.heading, table)


def lines_figures(part: str, lines: Iterable[Line], language: str) -> Iterator[Placed]:
    """The figures of lines, each on a line of its own."""
    for line in lines:
        for figure in line.figures:
            label = figure_label(line, figure, language)
            yield Placed(part=part, table="", row=label, column="", figure=figure)


def table_figures(part: str, table: Table) -> Iterator[Placed]:
    """The figures of a table, line by line, its total last."""
    for line in table_lines(table):
        for column, figure in zip(table.columns, line.figures, strict=True):
            yield Placed(part=part, table=table.title, row=line.label, column=column, figure=figure)


def table_lines(table: Table) -> tuple[Line, ...]:
    """The lines with the total, where there is one."""
    return table.lines if table.total is None else (*table.lines, table.total)


def every_figure(report: Report) -> Iterator[Figure]:
    """All of them, with those of charts."""
    yield from (each.figure for each in placed_figures(report))
    for part in report.parts:
        for chart in part.charts:
            yield from (figure for bar in chart.bars for figure in bar.figures)
