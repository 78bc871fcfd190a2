"""Activities as CSV, as Swedish Excel reads it."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from io import StringIO

from bot.files.columns import COLUMNS, Cell
from bot.files.safe_text import neutral
from bot.services.reports.report import Report


def write_csv(report: Report) -> bytes:
    """A row for each activity under the columns' names: UTF-8 with a byte order mark, semicolons
    and CRLF between, decimal commas and ISO dates.

    Text that a spreadsheet would take for a formula gets an apostrophe
    (https://owasp.org/www-community/attacks/CSV_Injection).
    """
    language = report.language
    lines = StringIO()
    writer = csv.writer(lines, delimiter=";", lineterminator="\r\n")
    writer.writerow(column.title(language) for column in COLUMNS)
    for row in report.rows:
        writer.writerow(_written(column.cell(row, language)) for column in COLUMNS)
    return lines.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return neutral(cell)
        case Decimal():
            return f"{cell:.2f}".replace(".", ",")
        case date():
            return cell.isoformat()
        case int():
            return str(cell)
