"""What formulas call the tables of a workbook and their columns."""

from __future__ import annotations

from functools import lru_cache

from knowledge.texts.catalogue import say

ACTIVITIES, FUNDING, COUNTRIES, GOALS, SOURCES = (
    "activities",
    "funding",
    "countries",
    "goals",
    "sources",
)
"""The keys of the sheets with a table, which bears the sheet's name."""

IN_PERIOD = {False: "in-period", True: "in-period-before"}
"""The keys of the columns that say whether an activity is of the period, or (True) of the one
before; it may be of both.
"""


@lru_cache(maxsize=32)
def table_name(table: str, language: str) -> str:
    """The name of a table and its sheet."""
    return say(f"file-sheet-{table}", language)


@lru_cache(maxsize=256)
def column_title(key: str, language: str) -> str:
    """The name of a column, in letters and blanks only where formulas name it."""
    return say(f"file-column-{key}", language)


def column(table: str, key: str, language: str) -> str:
    """A whole column."""
    return f"{table_name(table, language)}[{column_title(key, language)}]"


def same_row(table: str, key: str, language: str) -> str:
    """A column's cell in the row where the formula stands, which is one of the table
    (https://support.microsoft.com/office/using-structured-references-with-excel-tables-f5ed2452-2337-4f71-bed3-c8ae6d2b276e).
    """
    return f"{table_name(table, language)}[[#This Row],[{column_title(key, language)}]]"
