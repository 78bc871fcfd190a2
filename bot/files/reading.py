"""CSV and Excel files that people hand in, as rows of text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

from bot.files.safe_text import meant
from bot.services.activities.sheets import Sheet, SheetRow
from bot.services.errors import UnreadableSheet

DIVIDERS = ";,\t|"
"""Swedish Excel writes semicolons; of dividers equally frequent in the header, the first wins."""

MOST_ROWS = 50_000
MOST_BYTES = 200_000_000
"""Of an Excel file unpacked: what is larger is no list that a person keeps."""


def read_sheet(path: Path) -> Sheet:
    """The first sheet of an .xlsx file, or the rows of a CSV file in UTF-8 or Windows-1252.

    Numbers have a decimal point, days are ISO 8601. Raises UnreadableSheet.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, "missing", error) from error
    is_excel = content.startswith(b"PK\x03\x04")
    rows = _excel_rows(content, path) if is_excel else _csv_rows(content, path)
    return Sheet(rows=tuple(_filled(rows, path)))


def _filled(rows: Iterable[tuple[int, Iterable[str]]], path: Path) -> Iterator[SheetRow]:
    """The rows that are not blank."""
    filled = 0
    for line, cells in rows:
        tidy = tuple(meant(cell).strip() for cell in cells)
        if any(tidy):
            yield SheetRow(line=line, cells=tidy)
            filled += 1
        if filled > MOST_ROWS:
            raise _unreadable(path, "long", None)


def _csv_rows(content: bytes, path: Path) -> Iterator[tuple[int, list[str]]]:
    if b"\x00" in content:
        raise _unreadable(path, "format", None)
    text = _decoded(content)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_divider(text), strict=True)
    line = 1
    try:
        for row in reader:
            yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        raise _unreadable(path, "csv", error) from error


def _decoded(content: bytes) -> str:
    """UTF-8 where it is valid; else what Excel on Windows writes, with what that lacks replaced."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _divider(text: str) -> str:
    """What divides the header; where it has none, there is one column."""
    header = next((line for line in text.splitlines() if line.strip()), "")
    return max(DIVIDERS, key=header.count)


def _excel_rows(content: bytes, path: Path) -> list[tuple[int, list[str]]]:
    try:
        return _unpacked(content)
    except Exception as error:  # openpyxl does not tell what it raises for broken files
        raise _unreadable(path, "format", error) from error


def _unpacked(content: bytes) -> list[tuple[int, list[str]]]:
    from openpyxl import load_workbook

    with ZipFile(io.BytesIO(content)) as packed:
        if sum(each.file_size for each in packed.infolist()) > MOST_BYTES:
            raise ValueError(f"more than {MOST_BYTES} bytes unpacked")
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    rows = book.worksheets[0].iter_rows(values_only=True)
    return [(line, [_written(cell) for cell in cells]) for line, cells in enumerate(rows, 1)]


def _written(cell: object) -> str:
    """A cell's value as text, as a person would write it."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        at_midnight = (cell.hour, cell.minute, cell.second) == (0, 0, 0)
        return (cell.date() if at_midnight else cell).isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        # Excel keeps fifteen digits; what binary fractions add behind them is nobody's.
        return f"{cell:.9f}".rstrip("0").rstrip(".")
    return str(cell)


def _unreadable(path: Path, why: str, error: Exception | None) -> UnreadableSheet:
    return UnreadableSheet(f"{path}: {error}", path=str(path), reason=f"reason-sheet-{why}")
