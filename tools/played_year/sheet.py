"""The table as CSV, as Swedish Excel reads it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import datetime
from io import StringIO

from bot.files.safe_text import neutral, one_line
from tools.played_year.rows import Row

_COLUMNS = (
    "Tid",
    "Bestämd tid",
    "Flyttat för",
    "Till",
    "Enhet",
    "Roll",
    "Slag",
    "Utskick",
    "Rubrik",
    "Varför",
    "Dokument",
    "Avsnitt",
    "Citat",
    "Svar",
    "Svarade",
)


def sheet(rows: Iterable[Row]) -> bytes:
    """A line for each row: UTF-8 with a byte order mark, semicolons and CRLF between, local times
    to the minute.
    """
    written = StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    writer.writerows([neutral(one_line(cell)) for cell in _cells(each)] for each in rows)
    return written.getvalue().encode("utf-8-sig")


def _cells(row: Row) -> Iterator[str]:
    cited = row.citation
    yield from (_minute(row.at), _minute(row.decided), row.why_moved)
    yield from (row.name, row.unit, row.why_them, row.kind)
    yield from (str(row.broadcast or ""), row.title, row.reason)
    yield from (cited.document, section(row), cited.quote) if cited else ("", "", "")
    yield from (row.answer, _minute(row.answered_at))


def section(row: Row) -> str:
    """The number and heading of the section that is cited; "" where none is."""
    cited = row.citation
    return " ".join(filter(None, (cited.section_number, cited.section))) if cited else ""


def _minute(moment: datetime | None) -> str:
    return moment.isoformat(" ", "minutes") if moment else ""
