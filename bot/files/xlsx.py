"""A report as an Excel workbook: figures as live formulas over the rows behind them."""

from __future__ import annotations

from io import BytesIO

from xlsxwriter import Workbook

from bot.files.safe_text import one_line
from bot.files.xlsx_charts import ChartSheet
from bot.files.xlsx_data import DataSheets
from bot.files.xlsx_figures import FigureCells, sheet_of
from bot.files.xlsx_formats import Formats
from bot.files.xlsx_formulas import Formulas
from bot.files.xlsx_labels import labels_of
from bot.files.xlsx_report import ReportSheet
from bot.services.reports.report import Report

_LONGEST_PROPERTY = 255


def write_xlsx(report: Report) -> bytes:
    """The workbook: the report, its charts and what each figure is made of, then the activities,
    their funding, countries and goals, and the sources.

    Formulas carry their values, so that viewers that do not compute show them too. Text never
    becomes a formula or a link.
    """
    file = BytesIO()
    # Nothing is kept in temporary files: activities name people.
    workbook = Workbook(file, {"in_memory": True, "strings_to_urls": False})
    _describe(workbook, report)
    formats, labels = Formats(workbook, report.language), labels_of(report)
    cells = FigureCells(Formulas(labels, report.language), formats, report)
    sheet = sheet_of(workbook, "report", report.language)
    ReportSheet(sheet, report, cells, formats).write()
    if any(part.charts for part in report.parts):
        sheet = sheet_of(workbook, "charts", report.language)
        ChartSheet(workbook, sheet, cells, formats).write(report)
    cells.write_evidence(sheet_of(workbook, "evidence", report.language))
    DataSheets(workbook, formats, report, labels).write()
    workbook.close()
    return file.getvalue()


def _describe(workbook: Workbook, report: Report) -> None:
    workbook.set_properties(
        {
            "title": one_line(report.title, _LONGEST_PROPERTY),
            "subject": one_line(report.period_name, _LONGEST_PROPERTY),
            "author": "Policylotsen",
            "created": report.made_at,
        }
    )
