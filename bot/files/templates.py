"""Empty sheets to fill in with activities, with how to write each column."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from bot.services.activities.rows import ACTIVITY_COLUMNS, NAMES
from bot.services.reports.naming import capitalised
from knowledge.texts.catalogue import say

ROWS = 1_000
"""Rows in which Excel offers the kinds and units to choose from."""


def write_csv_template(language: str) -> bytes:
    """The header alone, in UTF-8 with its mark and with semicolons, as Swedish Excel expects."""
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=";").writerow(_header(language))
    return written.getvalue().encode("utf-8-sig")


def write_excel_template(language: str, kinds: Sequence[str], units: Sequence[str]) -> bytes:
    """A sheet with the header, one that tells how to write each column, and one with the names of
    ``kinds`` and ``units``, which the first offers to choose from.
    """
    packed = io.BytesIO()
    # Names of units and kinds stay as they are: they are neither formulas nor links.
    as_text = {"strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(packed, {"in_memory": True, **as_text})
    sheet, guide, names = (
        book.add_worksheet(say(f"template-{each}", language))
        for each in ("sheet", "guide", "names")
    )
    strong = book.add_format({"bold": True, "bg_color": "#DDEBF7", "bottom": 1})
    header = _header(language)
    sheet.write_row(0, 0, header, strong)
    sheet.set_column(0, len(header) - 1, 18)
    sheet.freeze_panes(1, 0)
    _offer(sheet, names, {"kind": kinds, "unit": units})
    titles = [say(f"template-{each}", language) for each in ("column", "needed", "how")]
    guide.write_row(0, 0, titles, strong)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for line, row in enumerate(_guide(language), 1):
        guide.write_row(line, 0, row, wrapped)
    for each in (sheet, guide):
        each.set_landscape()
        each.fit_to_pages(1, 0)
    for place, width in enumerate((24, 12, 90)):
        guide.set_column(place, place, width)
    book.close()
    return packed.getvalue()


def _header(language: str) -> list[str]:
    """The columns' names in the language, with a capital first letter."""
    position = 0 if language == "sv" else 1
    return [capitalised(names[position]) for names in NAMES.values()]


def _guide(language: str) -> list[tuple[str, str, str]]:
    """Each column, whether it must be filled in, and how it is written."""
    yes = say("template-yes", language)
    return [
        (
            name,
            yes if column in ACTIVITY_COLUMNS.needed else "",
            say(f"template-how-{column}", language),
        )
        for column, name in zip(NAMES, _header(language), strict=True)
    ]


def _offer(sheet: Worksheet, names: Worksheet, choices: Mapping[str, Sequence[str]]) -> None:
    """Let cells of these columns be chosen; others can be written all the same."""
    names.set_column(0, len(choices) - 1, 40)
    for place, (column, offered) in enumerate(choices.items()):
        if not offered:
            continue
        names.write_column(0, place, offered)
        at, letter = list(NAMES).index(column), "AB"[place]
        source = f"='{names.get_name()}'!${letter}$1:${letter}${len(offered)}"
        rule = {"validate": "list", "source": source, "error_type": "information"}
        sheet.data_validation(1, at, ROWS, at, rule)
