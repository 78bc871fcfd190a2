"""The sheet that people read first: the report's figures and tables, with what demands them."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from bot.files.figures import Placed, lines_figures, table_lines
from bot.files.safe_text import one_line
from bot.files.wording import before_key, made_line, period_line, short_ids, silent_lines, told
from bot.files.xlsx_figures import LONGEST_TEXT, FigureCells
from bot.files.xlsx_formats import (
    COLUMN,
    HEADING,
    IDS_COLUMN,
    LABEL,
    NUMBER_COLUMN,
    QUOTATION,
    SUBHEADING,
    TEXT,
    TITLE,
    TOTAL,
    Formats,
    Style,
    height_of,
    page_set_up,
)
from bot.files.xlsx_tables import ACTIVITIES, FUNDING, table_name
from bot.services.reports.report import Line, Part, Report, Table
from knowledge.texts.catalogue import say
from knowledge.wording import citation_line, quoted

_LABEL_WIDTH, _NUMBER_WIDTH, _COLUMNS_OF_TEXT = 46, 17, 6
_CHARACTERS_OF_A_LINE = 120


class ReportSheet:
    """Writes a report downwards into a sheet."""

    def __init__(
        self, sheet: Worksheet, report: Report, cells: FigureCells, formats: Formats
    ) -> None:
        self._sheet = sheet
        self._report = report
        self._language = report.language
        self._cells = cells
        self._formats = formats
        self._row = 0
        tables = (table for part in report.parts for table in part.tables)
        self._widest = max((len(table.columns) for table in tables), default=2)

    def write(self) -> None:
        """All of it."""
        report = self._report
        self._set_up()
        self._line(report.title, TITLE)
        self._text(period_line(report))
        self._text(made_line(report))
        for note in report.notes:
            self._text(note)
        self._text(self._on_formulas())
        heading = say("file-main-figures", self._language)
        self._heading(heading)
        self._lines(heading, report.figures)
        for part in report.parts:
            self._part(part)
        # On paper without the ids of tables: those who follow them do so in the file.
        self._sheet.print_area(0, 0, self._row, max(2 * self._widest, _COLUMNS_OF_TEXT - 1))

    def _on_formulas(self) -> str:
        names = {each: table_name(each, self._language) for each in (ACTIVITIES, FUNDING)}
        return say("file-formulas", self._language, **names)

    def _set_up(self) -> None:
        sheet = self._sheet
        sheet.set_column(0, 0, _LABEL_WIDTH)
        sheet.set_column(1, 3 * self._widest, _NUMBER_WIDTH)
        page_set_up(sheet)
        sheet.hide_gridlines(2)

    def _part(self, part: Part) -> None:
        self._heading(part.heading)
        quotes = {each.number: each.citation for each in self._report.sources}
        for number in part.sources:
            cited = quotes[number]
            line = citation_line(cited, self._language)
            self._text(f"{quoted(cited)} [{number}] {line}", QUOTATION)
        for text in part.text:
            self._text(text)
        if part.figures:
            self._lines(part.heading, part.figures)
        for table in part.tables:
            self._table(part.heading, table)
        if part.accounts:
            self._text(self._accounts(part))
        for line in silent_lines(part, self._language):
            self._text(line)

    def _accounts(self, part: Part) -> str:
        """Where what activities tell in words stands: cells have no room for it here."""
        sheet = table_name(ACTIVITIES, self._language)
        ids = short_ids([each.activity for each in part.accounts], self._language)
        return say("file-accounts-elsewhere", self._language, sheet=sheet, ids=ids)

    def _lines(self, part: str, lines: tuple[Line, ...]) -> None:
        """Figures below each other, each with the year before and what has changed."""
        before = before_key("before", self._report)
        keys = ("figure", "value", before, "change", "coverage", "activities")
        titles = [say(f"file-column-{key}", self._language) for key in keys]
        titles[1] = self._report.period_name
        self._titles(titles, numbers=4)
        for placed in lines_figures(part, lines, self._language):
            figure, row = placed.figure, self._row
            self._label(placed.row)
            self._cells.value(self._sheet, row, 1, figure)
            self._cells.value(self._sheet, row, 2, figure, before=True)
            self._cells.change(self._sheet, row, 3, figure)
            self._cells.coverage(self._sheet, row, 4, figure)
            now, before = (xl_rowcol_to_cell(row, column) for column in (1, 2))
            self._cells.activities(self._sheet, row, 5, placed, now, before)
            self._row += 1
        self._row += 1

    def _table(self, part: str, table: Table) -> None:
        """First all numbers, then those of the year before, then the activities."""
        self._line(table.title, SUBHEADING)
        language = self._language
        key = before_key("file-column-before-of", self._report)
        before = [told(key, language, column=each) for each in table.columns]
        behind = [
            told("file-column-activities-of", language, column=each) for each in table.columns
        ]
        titles = [table.first_column, *table.columns, *before, *behind]
        self._titles(titles, numbers=2 * len(table.columns))
        for line in table_lines(table):
            styles = (TOTAL,) if line is table.total else ()
            self._table_line(part, table, line, styles)
        self._row += 1

    def _table_line(self, part: str, table: Table, line: Line, styles: tuple[Style, ...]) -> None:
        width = len(table.columns)
        self._label(line.label, *styles)
        pairs = zip(table.columns, line.figures, strict=True)
        for at, (column, figure) in enumerate(pairs, 1):
            self._cells.value(self._sheet, self._row, at, figure, *styles)
            self._cells.value(self._sheet, self._row, at + width, figure, *styles, before=True)
            placed = Placed(
                part=part, table=table.title, row=line.label, column=column, figure=figure
            )
            now, before = (xl_rowcol_to_cell(self._row, place) for place in (at, at + width))
            self._cells.activities(self._sheet, self._row, at + 2 * width, placed, now, before)
        self._row += 1

    def _titles(self, titles: list[str], numbers: int) -> None:
        """The titles of a column of labels, of so many of numbers, and of those with ids."""
        shown = [one_line(each, LONGEST_TEXT) for each in titles]
        height = max(height_of(each, _NUMBER_WIDTH - 2, most=5) for each in shown[1:])
        self._sheet.set_row(self._row, height)
        styles = [COLUMN, *[NUMBER_COLUMN] * numbers]
        styles += [IDS_COLUMN] * (len(titles) - len(styles))
        for column, (title, style) in enumerate(zip(shown, styles, strict=True)):
            self._sheet.write_string(self._row, column, title, self._formats.text(title, style))
        self._row += 1

    def _label(self, label: str, *styles: Style) -> None:
        shown = one_line(label, LONGEST_TEXT)
        self._sheet.set_row(self._row, height_of(shown, _LABEL_WIDTH - 4))
        self._sheet.write_string(self._row, 0, shown, self._formats.text(shown, LABEL, *styles))

    def _heading(self, heading: str) -> None:
        self._row += 1
        self._line(heading, HEADING)

    def _line(self, text: str, style: Style) -> None:
        shown = one_line(text, LONGEST_TEXT)
        self._sheet.write_string(self._row, 0, shown, self._formats.text(shown, style))
        self._row += 1

    def _text(self, text: str, style: Style = TEXT) -> None:
        """A paragraph over several columns, in a row as high as it needs."""
        shown = one_line(text, LONGEST_TEXT)
        self._sheet.set_row(self._row, height_of(shown, _CHARACTERS_OF_A_LINE))
        self._sheet.merge_range(
            self._row, 0, self._row, _COLUMNS_OF_TEXT - 1, "", self._formats.of(style)
        )
        self._sheet.write_string(self._row, 0, shown, self._formats.text(shown, style))
        self._row += 1
