"""Sheets for tests, written as tables."""

from __future__ import annotations

from bot.services.activities.sheets import Sheet, SheetRow


def sheet(*rows: str) -> Sheet:
    """Rows with bars between their cells; the first is in line 1."""
    return Sheet(
        rows=tuple(
            SheetRow(line=line, cells=tuple(cell.strip() for cell in row.split("|")))
            for line, row in enumerate(rows, 1)
        )
    )
