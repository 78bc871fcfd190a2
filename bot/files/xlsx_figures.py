"""Figures in cells: a live formula with its value, and the activities behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from bot.files.figures import Placed
from bot.files.safe_text import one_line
from bot.files.wording import (
    NOTHING,
    before_key,
    before_words,
    coverage_words,
    figure_words,
    id_runs,
    short_ids,
)
from bot.files.xlsx_formats import (
    COLUMN,
    IDS,
    IDS_COLUMN,
    LINK,
    NUMBER,
    NUMBER_COLUMN,
    PLAIN,
    Formats,
    Style,
    page_set_up,
)
from bot.files.xlsx_formulas import Formulas
from bot.services.reports.report import Report
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


class _Evidence(NamedTuple):
    """A figure, of the year before if ``before``, with the formula that shows its number."""

    placed: Placed
    formula: str
    before: bool


class FigureCells:
    """Writes figures into the sheets of one workbook, and at the end what each is made of."""

    def __init__(self, formulas: Formulas, formats: Formats, report: Report) -> None:
        self._formulas = formulas
        self._formats = formats
        self._language = report.language
        self._before = before_key("before", report)
        self._evidence: list[_Evidence] = []

    def value(
        self,
        sheet: Worksheet,
        row: int,
        column: int,
        figure: Figure,
        *styles: Style,
        before: bool = False,
    ) -> None:
        """The number by its formula, of the year before if ``before``."""
        cell_format = self._formats.figure(figure, *styles)
        formula = self._formulas.of(figure, before=before)
        value = self._number(figure, before)
        if formula:
            sheet.write_formula(row, column, formula, cell_format, value)
        elif isinstance(value, str):
            sheet.write_string(row, column, value, cell_format)
        else:
            sheet.write_number(row, column, value, cell_format)

    def coverage(self, sheet: Worksheet, row: int, column: int, figure: Figure) -> None:
        """How many of how many activities tell it."""
        words = coverage_words(figure, self._language)
        formula = self._formulas.coverage(figure) if words else None
        if formula:
            sheet.write_formula(row, column, formula, self._formats.of(NUMBER), words)
        else:
            sheet.write_string(row, column, words, self._formats.of(NUMBER))

    def _number(self, figure: Figure, before: bool) -> float | str:
        """The number, or the words of one that is not known."""
        number = figure.before if before else figure.number
        if number is not None:
            return float(number)
        return (before_words if before else figure_words)(figure, self._language)

    def change(self, sheet: Worksheet, row: int, column: int, figure: Figure) -> None:
        """The difference between the two cells to the left."""
        now, before = (xl_rowcol_to_cell(row, column - back) for back in (2, 1))
        difference = f"{now}-{before}"
        is_share = figure.measure is Measure.EXTERNAL_SHARE
        if is_share:
            difference = f"({difference})*{_POINTS}"
        value: float | str = NOTHING
        if figure.number is not None and figure.before is not None:
            value = float((figure.number - figure.before) * (_POINTS if is_share else 1))
        sheet.write_formula(
            row,
            column,
            f'=IF(AND(ISNUMBER({now}),ISNUMBER({before})),{difference},"{NOTHING}")',
            self._formats.change(figure),
            value,
        )

    def activities(
        self,
        sheet: Worksheet,
        row: int,
        column: int,
        placed: Placed,
        cell: str,
        cell_before: str | None = None,
    ) -> None:
        """The ids behind a figure, whose number stands in ``cell`` of the same sheet, that of the
        year before in ``cell_before``, if anywhere; where there are many, a link to all.
        """
        name = f"'{sheet.get_name()}'"
        self._evidence.append(_Evidence(placed, f"={name}!{cell}", before=False))
        place = f"internal:'{self._evidence_name}'!A{len(self._evidence) + 1}"
        if cell_before and placed.figure.before_activities:
            self._evidence.append(_Evidence(placed, f"={name}!{cell_before}", before=True))
        ids = placed.figure.activities
        shown = short_ids(ids, self._language, _SHORT_RUNS)
        if len(id_runs(ids)) <= _SHORT_RUNS:
            sheet.write_string(row, column, shown, self._formats.of(IDS))
            return
        sheet.write_url(row, column, place, self._formats.of(LINK), shown)

    def write_evidence(self, sheet: Worksheet) -> None:
        """Each figure with all its ids: a row of the sheet for each, and for the year before."""
        keys = ("part", "table", "row", "figure", "period", "value", "count", "numbers")
        styles = {"value": NUMBER_COLUMN, "count": NUMBER_COLUMN, "numbers": IDS_COLUMN}
        for column, key in enumerate(keys):
            title = say(f"file-column-{key}", self._language)
            sheet.write_string(0, column, title, self._formats.of(styles.get(key, COLUMN)))
        for row, evidence in enumerate(self._evidence, 1):
            self._write_evidence_of(sheet, row, evidence)
        page_set_up(sheet)
        sheet.repeat_rows(0)
        sheet.set_column(0, 1, 40)
        sheet.set_column(2, 2, 40)
        sheet.set_column(3, 3, 26)
        sheet.set_column(4, 6, 16)
        sheet.set_column(7, 7, 60)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(self._evidence), 1), len(keys) - 1)

    def _write_evidence_of(self, sheet: Worksheet, row: int, evidence: _Evidence) -> None:
        placed, formula, before = evidence
        period = say(f"file-period-{self._before if before else 'now'}", self._language)
        texts = (placed.part, placed.table, placed.row, placed.column, period)
        for column, text in enumerate(texts):
            shown = one_line(text, LONGEST_TEXT)
            sheet.write_string(row, column, shown, self._formats.text(shown, PLAIN))
        figure = placed.figure
        value = self._number(figure, before)
        sheet.write_formula(row, 5, formula, self._formats.figure(figure), value)
        behind = figure.before_activities if before else figure.activities
        count = self._formulas.behind(figure, before=before)
        if count:
            sheet.write_formula(row, 6, count, self._formats.of(PLAIN), len(behind))
        else:
            sheet.write_number(row, 6, len(behind), self._formats.of(PLAIN))
        for column, ids in enumerate(_pieces(id_runs(behind)), 7):
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
