"""The sheet of charts: Excel's own, over the numbers that stand beside them."""

from __future__ import annotations

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from bot.files.charts import BAR_COLOUR
from bot.files.figures import Placed
from bot.files.safe_text import one_line
from bot.files.xlsx_figures import LONGEST_TEXT, FigureCells
from bot.files.xlsx_formats import (
    COLUMN,
    HEADING,
    IDS_COLUMN,
    LABEL,
    NUMBER_COLUMN,
    Formats,
    height_of,
    page_set_up,
)
from bot.services.reports.report import Chart, Part, Report
from knowledge.texts.catalogue import say

_LABEL_WIDTH, _NUMBER_WIDTH, _IDS_WIDTH = 46, 17, 34
_CHART_COLUMN = 4
_CHART_WIDTH, _BAR_HEIGHT, _AROUND_BARS, _ROW_HEIGHT = 760, 34, 90, 20
"""Pixels."""
_LONGEST_TITLE, _LONGEST_ALT_TEXT = 200, 2_000


class ChartSheet:
    """Writes the charts of a report below each other."""

    def __init__(
        self, workbook: Workbook, sheet: Worksheet, cells: FigureCells, formats: Formats
    ) -> None:
        self._workbook = workbook
        self._sheet = sheet
        self._cells = cells
        self._formats = formats
        self._row = 0

    def write(self, report: Report) -> None:
        """All of them."""
        page_set_up(self._sheet)
        self._sheet.set_column(0, 0, _LABEL_WIDTH)
        self._sheet.set_column(1, 1, _NUMBER_WIDTH)
        self._sheet.set_column(2, 2, _IDS_WIDTH)
        for part in report.parts:
            for chart in part.charts:
                self._write(part, chart, report.language)

    def _write(self, part: Part, chart: Chart, language: str) -> None:
        title = one_line(chart.title, LONGEST_TEXT)
        self._sheet.write_string(self._row, 0, title, self._formats.text(title, HEADING))
        top = self._row + 1
        behind = say("file-column-numbers", language)
        unit = one_line(chart.unit, LONGEST_TEXT)
        titles = (("", COLUMN), (unit, NUMBER_COLUMN), (behind, IDS_COLUMN))
        for column, (text, style) in enumerate(titles):
            self._sheet.write_string(top, column, text, self._formats.text(text, style))
        bars = [bar for bar in chart.bars if bar.figures]
        for row, bar in enumerate(bars, top + 1):
            label = one_line(bar.label, LONGEST_TEXT)
            self._sheet.set_row(row, height_of(label, _LABEL_WIDTH))
            self._sheet.write_string(row, 0, label, self._formats.text(label, LABEL))
            self._cells.value(self._sheet, row, 1, bar.figures[0])
            placed = Placed(
                part=part.heading,
                table=chart.title,
                row=bar.label,
                column=chart.unit,
                figure=bar.figures[0],
            )
            self._cells.activities(self._sheet, row, 2, placed, xl_rowcol_to_cell(row, 1))
        if not bars:
            self._row = top + 2
            return
        height = _AROUND_BARS + _BAR_HEIGHT * len(bars)
        self._insert(chart, top + 1, top + len(bars), height)
        self._row = max(top + len(bars), self._row + height // _ROW_HEIGHT) + 3

    def _insert(self, chart: Chart, first: int, last: int, height: int) -> None:
        name = self._sheet.get_name()
        drawn = self._workbook.add_chart({"type": "bar"})
        drawn.add_series(
            {
                "categories": [name, first, 0, last, 0],
                "values": [name, first, 1, last, 1],
                "fill": {"color": BAR_COLOUR},
                "data_labels": {"value": True},
                "gap": 60,
            }
        )
        title = one_line(chart.title, _LONGEST_TITLE)
        drawn.set_title({"name": title, "overlay": False, "name_font": {"size": 13}})
        drawn.set_legend({"none": True})
        drawn.set_y_axis({"reverse": True, "line": {"none": True}, "major_tick_mark": "none"})
        drawn.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
        drawn.set_size({"width": _CHART_WIDTH, "height": height})
        alt_text = one_line(chart.alt_text, _LONGEST_ALT_TEXT)
        self._sheet.insert_chart(
            first - 2, _CHART_COLUMN, drawn, {"description": alt_text, "object_position": 2}
        )
