"""Activities as CSV, as Swedish Excel reads it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from io import StringIO

from bot.files.columns import COLUMNS, Cell, rows_by_period
from bot.files.safe_text import neutral
from bot.services.reports.report import ActivityRow, Report
from knowledge.texts.catalogue import say


def write_csv(report: Report) -> bytes:
    """A row for each activity of the period and of the year before, under the columns' names, as
    ``csv_lines`` with a first column that tells which of them.
    """
    language = report.language
    header = [say("file-column-period", language), *(each.title(language) for each in COLUMNS)]
    lines = (_row([period], row, language) for period, row in rows_by_period(report))
    return b"".join([_line(header, "utf-8-sig"), *lines])


def csv_lines(rows: Iterable[ActivityRow], language: str) -> Iterator[bytes]:
    """A row for each activity line by line, so that many take little memory: UTF-8 with a byte
    order mark, semicolons and CRLF between, decimal commas and ISO dates.

    Text that a spreadsheet would take for a formula gets an apostrophe
    (https://owasp.org/www-community/attacks/CSV_Injection).
    """
    yield _line([column.title(language) for column in COLUMNS], "utf-8-sig")
    yield from (_row([], row, language) for row in rows)


def _row(first: list[str], row: ActivityRow, language: str) -> bytes:
    return _line([*first, *(_written(column.cell(row, language)) for column in COLUMNS)])


def _line(cells: Sequence[str], encoding: str = "utf-8") -> bytes:
    line = StringIO()
    csv.writer(line, delimiter=";", lineterminator="\r\n").writerow(cells)
    return line.getvalue().encode(encoding)


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
