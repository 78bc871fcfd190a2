from __future__ import annotations

import io

from openpyxl import load_workbook

from bot.files.templates import write_excel_template

ODD = ["mailto:a@b.se", "https://b.se", "internal:Namn!A1", "external:c.xlsx", "=1+1", "Skolan"]


def test_names_that_look_like_links_or_formulas_are_offered_as_they_are() -> None:
    book = load_workbook(io.BytesIO(write_excel_template("sv", ["Utbyte"], ODD)))
    names = [cell for (cell,) in book.worksheets[2].iter_rows(min_col=2, max_col=2)]
    assert [cell.value for cell in names] == ODD
    assert [cell.data_type for cell in names] == ["s"] * len(ODD)
    assert [cell.hyperlink for cell in names] == [None] * len(ODD)
