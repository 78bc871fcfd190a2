"""Activities as CSV, as Swedish Excel reads it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from io import StringIO

from bot.files.columns import COLUMNS, Cell
from bot.files.safe_text import neutral
from bot.services.reports.report import ActivityRow, Report


def write_csv(report: Report) -> bytes:
    """A row for each activity under the columns' names: UTF-8 with a byte order mark, semicolons
    and CRLF between, decimal commas and ISO dates.

    Text that a spreadsheet would take for a formula gets an apostrophe
    (https://owasp.org/www-community/attacks/CSV_Injection).
    """
    return b"".join(csv_lines(report.rows, report.language))


def csv_lines(rows: Iterable[ActivityRow], language: str) -> Iterator[bytes]:
    """The same line by line, so that many take little memory."""
    header = [column.title(language) for column in COLUMNS]
    yield _line(header).encode("utf-8-sig")
    for row in rows:
        cells = [_written(column.cell(row, language)) for column in COLUMNS]
        yield _line(cells).encode("utf-8")


def _line(cells: Sequence[str]) -> str:
    line = StringIO()
    csv.writer(line, delimiter=";", lineterminator="\r\n").writerow(cells)
    return line.getvalue()


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
