"""Figures in cells: a live formula with its value, and the activities behind it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from bot.files.figures import Placed
from bot.files.safe_text import one_line
from bot.files.wording import id_runs, short_ids
from bot.files.xlsx_formats import (
    COLUMN,
    IDS,
    IDS_COLUMN,
    LINK,
    NUMBER_COLUMN,
    PLAIN,
    Formats,
    Style,
    page_set_up,
)
from bot.files.xlsx_formulas import Formulas
from bot.services.reports.selection import Figure, Measure
from knowledge.texts.catalogue import say

LONGEST_TEXT = 1_000
"""Characters of a label or heading in a cell."""

_LONGEST_IDS = 30_000
"""Characters; a cell holds 32,767
(https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3).
"""
_SHORT_RUNS = 5
_POINTS = 100


class FigureCells:
    """Writes figures into the sheets of one workbook, and at the end what each is made of."""

    def __init__(self, formulas: Formulas, formats: Formats, language: str) -> None:
        self._formulas = formulas
        self._formats = formats
        self._language = language
        self._missing = say("file-missing", language)
        self._evidence: list[tuple[Placed, str]] = []

    def value(
        self, sheet: Worksheet, row: int, column: int, figure: Figure, *styles: Style
    ) -> None:
        """The number by its formula."""
        cell_format = self._formats.figure(figure, *styles)
        formula = self._formulas.of(figure)
        value = self._missing if figure.number is None else float(figure.number)
        if formula:
            sheet.write_formula(row, column, formula, cell_format, value)
        else:
            self.plain(sheet, row, column, figure, figure.number, *styles)

    def plain(
        self,
        sheet: Worksheet,
        row: int,
        column: int,
        figure: Figure,
        number: Decimal | None,
        *styles: Style,
    ) -> None:
        """A number that the workbook has no rows for, such as that of the year before."""
        cell_format = self._formats.figure(figure, *styles)
        if number is None:
            sheet.write_string(row, column, self._missing, cell_format)
        else:
            sheet.write_number(row, column, float(number), cell_format)

    def change(self, sheet: Worksheet, row: int, column: int, figure: Figure) -> None:
        """The difference between the two cells to the left."""
        now, before = (xl_rowcol_to_cell(row, column - back) for back in (2, 1))
        difference = f"{now}-{before}"
        is_share = figure.measure is Measure.EXTERNAL_SHARE
        if is_share:
            difference = f"({difference})*{_POINTS}"
        value: float | str = "–"
        if figure.number is not None and figure.before is not None:
            value = float((figure.number - figure.before) * (_POINTS if is_share else 1))
        sheet.write_formula(
            row,
            column,
            f'=IF(AND(ISNUMBER({now}),ISNUMBER({before})),{difference},"–")',
            self._formats.change(figure),
            value,
        )

    def activities(
        self, sheet: Worksheet, row: int, column: int, placed: Placed, cell: str
    ) -> None:
        """The ids behind a figure, whose number stands in ``cell`` of the same sheet; where there
        are many, a link to all.
        """
        self._evidence.append((placed, f"='{sheet.get_name()}'!{cell}"))
        ids = placed.figure.activities
        shown = short_ids(ids, self._language, _SHORT_RUNS)
        if len(id_runs(ids)) <= _SHORT_RUNS:
            sheet.write_string(row, column, shown, self._formats.of(IDS))
            return
        place = f"internal:'{self._evidence_name}'!A{len(self._evidence) + 1}"
        sheet.write_url(row, column, place, self._formats.of(LINK), shown)

    def write_evidence(self, sheet: Worksheet) -> None:
        """Each figure with all its ids: a row of the sheet for each."""
        keys = ("part", "table", "row", "figure", "value", "count", "numbers")
        styles = {"value": NUMBER_COLUMN, "count": NUMBER_COLUMN, "numbers": IDS_COLUMN}
        for column, key in enumerate(keys):
            title = say(f"file-column-{key}", self._language)
            sheet.write_string(0, column, title, self._formats.of(styles.get(key, COLUMN)))
        for row, (placed, formula) in enumerate(self._evidence, 1):
            self._write_evidence_of(sheet, row, placed, formula)
        page_set_up(sheet)
        sheet.repeat_rows(0)
        sheet.set_column(0, 1, 40)
        sheet.set_column(2, 2, 40)
        sheet.set_column(3, 3, 26)
        sheet.set_column(4, 5, 16)
        sheet.set_column(6, 6, 60)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(self._evidence), 1), len(keys) - 1)

    def _write_evidence_of(self, sheet: Worksheet, row: int, placed: Placed, formula: str) -> None:
        texts = (placed.part, placed.table, placed.row, placed.column)
        for column, text in enumerate(texts):
            shown = one_line(text, LONGEST_TEXT)
            sheet.write_string(row, column, shown, self._formats.of(PLAIN))
        figure = placed.figure
        value = self._missing if figure.number is None else float(figure.number)
        sheet.write_formula(row, 4, formula, self._formats.figure(figure), value)
        sheet.write_number(row, 5, len(figure.activities), self._formats.of(PLAIN))
        for column, ids in enumerate(_pieces(id_runs(figure.activities)), 6):
            sheet.write_string(row, column, ids, self._formats.of(IDS))

    @property
    def _evidence_name(self) -> str:
        return say("file-sheet-evidence", self._language)


def sheet_of(workbook: Workbook, key: str, language: str) -> Worksheet:
    """A new sheet with the name that the catalogue has for it."""
    return workbook.add_worksheet(say(f"file-sheet-{key}", language))


def _pieces(runs: tuple[str, ...]) -> Iterator[str]:
    """The runs in as few texts as cells have room for."""
    piece = ""
    for run in runs:
        if len(piece) + len(run) + 2 > _LONGEST_IDS:
            yield piece
            piece = ""
        piece = f"{piece}, {run}" if piece else run
    yield piece
