"""The sheets of a workbook that hold what its figures are made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bot.domain.activities.money import Currency
from bot.files.columns import COLUMNS, Cell, goal_place, word
from bot.files.safe_text import clean
from bot.files.xlsx_computed import (
    LOOKED_UP,
    Computed,
    activity_formulas,
    activity_values,
    funding_formulas,
)
from bot.files.xlsx_formats import COLUMN, COMPUTED, NAME, NUMBER, Formats, Style, page_set_up
from bot.files.xlsx_labels import Labels
from bot.files.xlsx_tables import (
    ACTIVITIES,
    COUNTRIES,
    FUNDING,
    GOALS,
    IN_PERIOD,
    SOURCES,
    column_title,
    table_name,
)
from bot.services.reports.report import ActivityRow, Report
from knowledge.wording import on_one_line

_LONGEST_CELL = 16_000
"""Characters; a cell holds 32,767, and some characters count as two
(https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3).
"""

_WIDTHS = {
    "id": 9, "title": 40, "kind": 24, "unit": 30, "done": 40, "partners": 28, "effects": 40,
    "goal-quote": 70, "quote": 80, "document": 40, "belongs": 28, "source": 22, "giver": 26,
    "section": 30, "link": 28,
}  # fmt: skip
_USUAL_WIDTH = 15
_STYLE = "Table Style Light 9"

_ELSEWHERE = frozenset({"id", "title", "country-codes", "givers", "funding-items", "goals"})
"""Columns of activities that stand first here, or whose matter has a sheet of its own."""

_ACTIVITY_KEYS = (
    "id",
    "title",
    *IN_PERIOD.values(),
    *(each.key for each in COLUMNS if each.key not in _ELSEWHERE),
    "goal-codes",
)

Row = Mapping[str, Cell | Computed]
"""The cells of a row by the keys of their columns."""


class _Table(NamedTuple):
    """A table to write: the keys of its columns, its rows, and the formulas of those columns that
    are computed.
    """

    key: str
    columns: Sequence[str]
    rows: Sequence[Row]
    formulas: Mapping[str, str]


class _TableSheet(Worksheet):  # type: ignore[misc]
    """Looks through each formula once, not in each row: that took most of the time."""

    def __init__(self) -> None:
        super().__init__()
        self._prepare_formula = cache(super()._prepare_formula)


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
        self._now = {each.activity.id for each in report.rows}
        self._before = {each.activity.id for each in report.earlier_rows}
        # What goes on over both periods stands once.
        earlier = (each for each in report.earlier_rows if each.activity.id not in self._now)
        self._rows = (*report.rows, *earlier)

    def write(self) -> None:
        """All of them, in their order."""
        formulas = activity_formulas(self._language)
        columns = list(dict.fromkeys((*_ACTIVITY_KEYS, *formulas)))
        rows = list(self._activities())
        self._write(_Table(ACTIVITIES, columns, rows, formulas))
        columns = ["id", *LOOKED_UP, "source", "giver", "amount", "currency"]
        rows = [each for row in self._rows for each in self._funding(row)]
        self._write(_Table(FUNDING, columns, rows, funding_formulas(self._language)))
        self._write(_Table(COUNTRIES, ["country-code", "country"], list(self._countries()), {}))
        columns = ["goal-code", "goal-quote", "document"]
        self._write(_Table(GOALS, columns, list(self._goals()), {}))
        columns = ["id", "municipality", "document", "decided", "section", "page", "quote"]
        self._write(_Table(SOURCES, columns, list(self._sources()), {}))

    def _write(self, table: _Table) -> None:
        """A sheet with the table; with one blank row where it has none, as Excel demands."""
        name = table_name(table.key, self._language)
        sheet = self._workbook.add_worksheet(name, _TableSheet)
        rows = table.rows or [_blank(table)]
        columns = [
            {
                "header": column_title(key, self._language),
                "header_format": self._formats.of(COLUMN),
                "formula": table.formulas.get(key),
            }
            for key in table.columns
        ]
        size = (0, 0, len(rows), len(table.columns) - 1)
        sheet.add_table(*size, {"name": name, "style": _STYLE, "columns": columns})
        for column, key in enumerate(table.columns):
            sheet.set_column(column, column, _WIDTHS.get(key, _USUAL_WIDTH))
            for at, row in enumerate(rows, 1):
                cell = row.get(key)
                if isinstance(cell, Computed):
                    self._computed(sheet, at, column, key, table.formulas[key], cell)
                else:
                    self._cell(sheet, at, column, key, cell)
        sheet.freeze_panes(1, 2)
        sheet.repeat_rows(0)
        page_set_up(sheet)

    def _cell(self, sheet: Worksheet, row: int, column: int, key: str, cell: Cell) -> None:
        match cell:
            case None | "":
                pass
            case str():
                # Never ``write``, which would take "=1+1" for a formula.
                sheet.write_string(row, column, _shown(cell), self._formats.text(cell))
            case Decimal():
                sheet.write_number(row, column, cell, self._money(key))
            case date():
                sheet.write_datetime(row, column, cell, self._formats.date)
            case int():
                style = NAME if key == "id" else NUMBER
                sheet.write_number(row, column, cell, self._formats.of(style))

    def _computed(
        self, sheet: Worksheet, row: int, column: int, key: str, formula: str, cell: Computed
    ) -> None:
        value = (
            cell.value if isinstance(cell.value, int | Decimal) else _shown(str(cell.value or ""))
        )
        style = (
            self._money(key, COMPUTED) if isinstance(value, Decimal) else self._formats.of(COMPUTED)
        )
        sheet.write_formula(row, column, formula, style, value)

    def _money(self, key: str, *styles: Style) -> Format:
        """In a column of its currency, or in one whose neighbour names it."""
        told = (each for each in Currency if key.endswith(f"-{each.value.lower()}"))
        return self._formats.money(next(told, None), *styles)

    def _activities(self) -> Iterator[Row]:
        """Those with where their rows of funding are, which stand in the same order."""
        before = 0
        for row in self._rows:
            count = len(row.activity.content.funding)
            yield {
                **self._activity(row),
                "first-entry": Computed(before + 1 if count else None),
                "entries": Computed(count),
                "last-entry": Computed(before + count if count else None),
            }
            before += count

    def _activity(self, row: ActivityRow) -> Row:
        return {
            **{each.key: each.cell(row, self._language) for each in COLUMNS},
            **activity_values(row, self._labels, self._language),
            **self._looked_up(row),
            "goal-codes": self._goal_codes(row),
        }

    def _looked_up(self, row: ActivityRow) -> dict[str, Cell]:
        """What the sheet of funding tells of an activity too."""
        identity, content = row.activity.id, row.activity.content
        mark = word("in-period", self._language)
        cells = (
            content.title,
            mark if identity in self._now else None,
            mark if identity in self._before else None,
            self._labels.kinds[content.kind],
            self._labels.units[content.unit],
        )
        return dict(zip(LOOKED_UP, cells, strict=True))

    def _funding(self, row: ActivityRow) -> Iterator[Row]:
        looked_up = {key: Computed(cell) for key, cell in self._looked_up(row).items()}
        for each in row.activity.content.funding:
            yield {
                **looked_up,
                "id": row.activity.id,
                "source": word(f"source-{each.source.value}", self._language),
                "giver": each.name,
                "amount": each.amount.decimal,
                "currency": each.amount.currency.value,
            }

    def _countries(self) -> Iterator[Row]:
        for code, name in sorted(self._labels.countries.items()):
            yield {"country-code": code, "country": name}

    def _goals(self) -> Iterator[Row]:
        cited = {each.citation.quote: each.citation for each in self._report.sources}
        cited |= {goal.quote: goal for row in self._rows for goal in row.activity.content.goals}
        for quote, code in self._labels.goals.items():
            place = goal_place(cited[quote], self._language) if quote in cited else None
            yield {"goal-code": code, "goal-quote": on_one_line(quote), "document": place}

    def _sources(self) -> Iterator[Row]:
        for source in self._report.sources:
            cited = source.citation
            yield {
                "id": source.number,
                "municipality": cited.municipality,
                "document": cited.document,
                "decided": cited.decided,
                "section": f"{cited.section_number or ''} {cited.section}".strip(),
                "page": cited.page,
                "quote": on_one_line(cited.quote),
            }

    def _goal_codes(self, row: ActivityRow) -> str:
        return ", ".join(
            dict.fromkeys(self._labels.goals[each.quote] for each in row.activity.content.goals)
        )


def _blank(table: _Table) -> Row:
    cells = dict.fromkeys(table.formulas, Computed(None))
    return {**cells, "entries": Computed(0)}


def _shown(text: str) -> str:
    return clean(text)[:_LONGEST_CELL]
