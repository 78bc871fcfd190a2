"""The sheets of a workbook that hold what its figures are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bot.domain.activities.money import Currency
from bot.files.columns import COLUMNS, Cell, goal_place, rows_by_period, word
from bot.files.safe_text import clean
from bot.files.xlsx_formats import COLUMN, NAME, NUMBER, Formats, page_set_up
from bot.files.xlsx_labels import Labels
from bot.files.xlsx_shares import SHARE_KEYS, Computed, share_cells
from bot.services.reports.report import ActivityRow, Report
from bot.services.reports.selection import undertaking_of
from knowledge.texts.catalogue import say
from knowledge.wording import on_one_line

_LONGEST_CELL = 16_000
"""Characters; a cell holds 32,767, and some characters count as two
(https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3).
"""

_WIDTHS = {
    "id": 9, "title": 40, "kind": 24, "unit": 30, "done": 40, "partners": 28, "effects": 40,
    "goals": 40, "goal-quote": 70, "quote": 80, "document": 40, "belongs": 28, "source": 22,
    "giver": 26, "givers": 26, "section": 30, "link": 28,
}  # fmt: skip
_USUAL_WIDTH = 15
_STYLE = "Table Style Light 9"
_ACTIVITY_KEYS = (
    "period",
    *(column.key for column in COLUMNS),
    "goal-codes",
    "belongs",
    *SHARE_KEYS,
)

Rows = Iterable[Sequence[Cell | Computed]]


class DataSheets:
    """Writes the sheets of a report into a workbook."""

    def __init__(
        self, workbook: Workbook, formats: Formats, report: Report, labels: Labels
    ) -> None:
        self._workbook = workbook
        self._formats = formats
        self._report = report
        self._language = report.language
        self._labels = labels

    def write(self) -> None:
        """All of them, in their order."""
        head = ["period", "id", "title", "kind", "unit"]
        rows = (self._activity(period, row) for period, row in rows_by_period(self._report))
        self._add("activities", _ACTIVITY_KEYS, rows)
        keys = [*head, "country-codes", "goal-codes", "belongs"]
        keys += ["source", "giver", "amount", "currency"]
        self._add("funding", keys, self._for_each(self._funding))
        keys = [*head, "country-code", "country", "participants", "young"]
        sheet = self._add("countries", keys, self._for_each(self._countries))
        self._table(
            sheet,
            say("file-table-country-list", self._language),
            ["country-code", "country"],
            self._country_list(),
            len(keys) + 1,
        )
        keys = [*head, "goal-codes", "goal-quote", "document"]
        self._add("goals", keys, self._for_each(self._goals))
        keys = ["id", "municipality", "document", "decided", "section", "page", "quote"]
        self._add("sources", keys, self._sources())

    def _add(self, sheet_key: str, keys: Sequence[str], rows: Rows) -> Worksheet:
        name = say(f"file-sheet-{sheet_key}", self._language)
        sheet = self._workbook.add_worksheet(name)
        self._table(sheet, name, keys, rows, 0)
        sheet.freeze_panes(1, 3)
        sheet.repeat_rows(0)
        page_set_up(sheet)
        return sheet

    def _table(
        self, sheet: Worksheet, name: str, keys: Sequence[str], rows: Rows, left: int
    ) -> None:
        """A table named for formulas; one blank row where there are none, as Excel demands."""
        last = 0
        for last, row in enumerate(rows, 1):
            for column, (key, cell) in enumerate(zip(keys, row, strict=True), left):
                self._cell(sheet, last, column, key, cell)
        titles = [say(f"file-column-{key}", self._language) for key in keys]
        bold = self._formats.of(COLUMN)
        sheet.add_table(
            0,
            left,
            max(last, 1),
            left + len(keys) - 1,
            {
                "name": name,
                "style": _STYLE,
                "columns": [{"header": each, "header_format": bold} for each in titles],
            },
        )
        for column, key in enumerate(keys, left):
            sheet.set_column(column, column, _WIDTHS.get(key, _USUAL_WIDTH))

    def _cell(
        self, sheet: Worksheet, row: int, column: int, key: str, cell: Cell | Computed
    ) -> None:
        match cell:
            case Computed():
                formula = cell.formula.format(row=row + 1)
                sheet.write_formula(row, column, formula, self._money(key), cell.value)
            case None | "":
                pass
            case str():
                # Never ``write``, which would take "=1+1" for a formula.
                sheet.write_string(row, column, clean(cell)[:_LONGEST_CELL])
            case Decimal():
                sheet.write_number(row, column, cell, self._money(key))
            case date():
                sheet.write_datetime(row, column, cell, self._formats.date)
            case int():
                style = NAME if key == "id" else NUMBER
                sheet.write_number(row, column, cell, self._formats.of(style))

    def _money(self, key: str) -> Format:
        """In a column of its currency, or in one whose neighbour names it."""
        told = (each for each in Currency if key.endswith(f"-{each.value.lower()}"))
        return self._formats.money(next(told, None))

    def _for_each(self, parts: Callable[[ActivityRow], Iterator[Sequence[Cell]]]) -> Rows:
        return (
            [period, *each] for period, row in rows_by_period(self._report) for each in parts(row)
        )

    def _activity(self, period: str, row: ActivityRow) -> Sequence[Cell | Computed]:
        named = {"kind": self._kind(row), "unit": self._unit(row)}
        cells = [named.get(each.key) or each.cell(row, self._language) for each in COLUMNS]
        shares = share_cells(row.activity.content, _ACTIVITY_KEYS)
        return [period, *cells, self._goal_codes(row), self._belongs(row), *shares]

    def _funding(self, row: ActivityRow) -> Iterator[Sequence[Cell]]:
        codes = ", ".join(row.activity.content.countries)
        for each in row.activity.content.funding:
            yield [
                *self._head(row),
                codes,
                self._goal_codes(row),
                self._belongs(row),
                word(f"source-{each.source.value}", self._language),
                each.name,
                each.amount.decimal,
                each.amount.currency.value,
            ]

    def _countries(self, row: ActivityRow) -> Iterator[Sequence[Cell]]:
        content = row.activity.content
        people = content.participants
        for code, name in zip(content.countries, row.countries, strict=True):
            total, young = (people.total, people.young) if people else (None, None)
            yield [*self._head(row), code, name, total, young]

    def _country_list(self) -> Rows:
        names = {
            code: name
            for row in (*self._report.rows, *self._report.earlier_rows)
            for code, name in zip(row.activity.content.countries, row.countries, strict=True)
        }
        return sorted(names.items())

    def _goals(self, row: ActivityRow) -> Iterator[Sequence[Cell]]:
        for goal in row.activity.content.goals:
            code, quote = self._labels.goals[goal.quote], on_one_line(goal.quote)
            yield [*self._head(row), code, quote, goal_place(goal, self._language)]

    def _sources(self) -> Iterator[Sequence[Cell]]:
        for source in self._report.sources:
            cited = source.citation
            section = f"{cited.section_number or ''} {cited.section}".strip()
            yield [
                source.number,
                cited.municipality,
                cited.document,
                cited.decided,
                section,
                cited.page,
                on_one_line(cited.quote),
            ]

    def _head(self, row: ActivityRow) -> Sequence[Cell]:
        return [row.activity.id, row.activity.content.title, self._kind(row), self._unit(row)]

    def _kind(self, row: ActivityRow) -> str:
        return self._labels.kinds[row.activity.content.kind]

    def _unit(self, row: ActivityRow) -> str:
        return self._labels.units[row.activity.content.unit]

    def _goal_codes(self, row: ActivityRow) -> str:
        return ", ".join(
            dict.fromkeys(self._labels.goals[each.quote] for each in row.activity.content.goals)
        )

    def _belongs(self, row: ActivityRow) -> str:
        return self._labels.undertaking(undertaking_of(row.activity.content))
