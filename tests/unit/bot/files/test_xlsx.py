from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from bot.domain.activities.activity import Participants
from bot.domain.activities.dates import span
from bot.files.xlsx import write_xlsx
from bot.files.xlsx_computed import activity_formulas
from bot.files.xlsx_formulas import Formulas
from bot.files.xlsx_labels import labels_of
from bot.files.xlsx_tables import column_title
from bot.services.reports.measuring import figure
from bot.services.reports.report import Report
from bot.services.reports.selection import Figure, Measure, Selection
from tests.unit.bot.files.made import activity, few_activities, made_report, many_activities

SHEETS = [
    "Rapport",
    "Diagram",
    "Underlag",
    "Aktiviteter",
    "Finansiering",
    "Länder",
    "Mål",
    "Källor",
]


def opened(report: Report, *, values: bool = False) -> Workbook:
    return openpyxl.load_workbook(BytesIO(write_xlsx(report)), data_only=values)


@pytest.fixture(scope="module")
def formulas() -> Workbook:
    return opened(made_report())


@pytest.fixture(scope="module")
def values() -> Workbook:
    return opened(made_report(), values=True)


def table(workbook: Workbook, sheet: str) -> list[dict[str, Any]]:
    """The rows of a sheet's main table by the names of its columns."""
    [main] = [each for each in workbook[sheet].tables.values() if each.ref.startswith("A1:")]
    header, *rows = [[cell.value for cell in row] for row in workbook[sheet][main.ref]]
    return [dict(zip(header, row, strict=True)) for row in rows]


def row_of(workbook: Workbook, label: str, sheet: str = "Rapport") -> list[Any]:
    """The cells of the first row with the label."""
    return next(
        [cell.value for cell in row] for row in workbook[sheet].rows if row[0].value == label
    )


def test_figures_are_formulas_over_the_rows_with_their_values(
    formulas: Workbook, values: Workbook
) -> None:
    period = 'Aktiviteter[I perioden],"ja"'
    assert row_of(formulas, "Aktiviteter")[1] == f"=COUNTIFS({period})"
    assert row_of(values, "Aktiviteter")[1:6] == [6, 2, 4, "", "1–5, 7"]
    assert row_of(formulas, "EU-projekt och nätverk")[1] == (
        f'=COUNTIFS(Aktiviteter[Slag],"EU-projekt",{period})'
        f'+COUNTIFS(Aktiviteter[Slag],"internationellt nätverk",{period})'
    )
    assert row_of(values, "Kostnad: kronor")[1:3] == [84_300, "uppgift saknas"]
    assert row_of(values, "Deltagare")[1:6] == [76, 80, -4, "4 av 6", "1–4"]
    networks = f'Aktiviteter[Slag],"internationellt nätverk",{period}'
    told = f'COUNTIFS({networks},Aktiviteter[Deltagare],">=0")'
    assert row_of(formulas, "Deltagare i nätverksarbete")[1] == (
        f'=IF({told}=0,IF(COUNTIFS({networks})>0,"uppgift saknas","–"),'
        f"SUMIFS(Aktiviteter[Deltagare],{networks}))"
    )


def test_the_year_before_is_a_formula_over_its_own_rows(
    formulas: Workbook, values: Workbook
) -> None:
    assert row_of(formulas, "Aktiviteter")[2] == '=COUNTIFS(Aktiviteter[I jämförelsen],"ja")'
    before = [row for row in table(values, "Aktiviteter") if row["I jämförelsen"] == "ja"]
    assert [row["Nr"] for row in before] == [90, 91]
    evidence = [[cell.value for cell in row][2:8] for row in values["Underlag"].rows]
    assert ["Aktiviteter", "", "Året före", 2, 2, "90, 91"] in evidence


def test_the_parts_of_the_share_are_formulas_over_each_row(
    formulas: Workbook, values: Workbook
) -> None:
    first, second, third, *_ = table(values, "Aktiviteter")
    assert first["Extern finansiering SEK"] == 45_000
    assert first["Andelens nämnare SEK"] == 60_000.5
    assert second["Andelens nämnare EUR"] == 125_000.25
    assert (third["Extern finansiering SEK"], third["Andelens nämnare SEK"]) == (0, 24_300)
    assert third["Andelens nämnare EUR"] is None
    written = [
        value
        for row in table(formulas, "Aktiviteter")
        for name, value in row.items()
        if name.startswith(("Extern finansiering", "Andelens nämnare"))
    ]
    assert all(_is_formula(each) for each in written)


def test_every_figure_of_the_report_is_a_formula(formulas: Workbook) -> None:
    evidence = [[cell.value for cell in row] for row in formulas["Underlag"].rows][1:]
    for *_, value, _count, _ids in (row[:8] for row in evidence):
        sheet, cell = value.removeprefix("='").split("'!")
        assert formulas[sheet][cell].data_type == "f"


def test_the_sheets_hold_what_the_figures_are_made_of(values: Workbook) -> None:
    assert values.sheetnames == SHEETS
    activities = table(values, "Aktiviteter")
    assert [each["Nr"] for each in activities] == [1, 2, 3, 4, 5, 7, 90, 91]
    assert activities[0]["Första dag"].date().isoformat() == "2026-05-03"
    assert activities[1]["Sista dag"] == "pågår"
    assert activities[0]["Finansiering egen SEK"] == 15_000.5
    assert activities[0]["Målkoder"] == "M1, M3"
    funding = table(values, "Finansiering")
    assert [(each["Nr"], each["Källa"], each["Belopp"], each["Valuta"]) for each in funding] == [
        (1, "EU-medel", 45_000, "SEK"),
        (1, "Egna medel", 15_000.5, "SEK"),
        (2, "EU-medel", 100_000.25, "EUR"),
        (2, "Egna medel", 20_000, "EUR"),
        (2, "Andra bidrag", 5_000, "EUR"),
        (3, "Egna medel", 24_300, "SEK"),
    ]
    assert {each["Landskod"]: each["Land"] for each in table(values, "Länder")}["LT"] == "Litauen"
    assert [each["Målkod"] for each in table(values, "Mål")] == ["M1", "M2", "M3"]
    assert [each["Nr"] for each in table(values, "Källor")] == [1, 2, 3]


def test_the_sheet_that_people_read_first_says_where_accounts_stand(values: Workbook) -> None:
    told = [row[0].value for row in values["Rapport"].rows]
    assert "Vad enheterna själva har skrivit står i bladet Aktiviteter, nr 1, 2, 5." in told


def test_people_find_their_way_in_the_sheets(values: Workbook) -> None:
    for name in SHEETS[2:]:
        assert values[name].freeze_panes
    for name in SHEETS[3:]:
        assert all(each.autoFilter for each in values[name].tables.values())
    assert values["Rapport"].column_dimensions["A"].width > 40


def test_what_people_write_is_never_a_formula_or_a_link() -> None:
    report = made_report(
        [activity(1, title="=1+1", effects="@SUM(A1)", partners=("+x", "https://example.org"))]
    )
    workbook = opened(report)
    [row, *_] = table(workbook, "Aktiviteter")
    assert row["Titel"] == "=1+1"
    computed = {column_title(key, "sv") for key in activity_formulas("sv")}
    assert not [
        name
        for name, cell in row.items()
        if _is_formula(cell) and name not in computed and name != "Titel"
    ]
    cells = [cell for line in workbook["Aktiviteter"].rows for cell in line]
    assert not any(cell.hyperlink for cell in cells)
    assert [cell.data_type for cell in cells if cell.value == "=1+1"] == ["s"]
    like_formulas = [cell for cell in cells if cell.value in {"=1+1", "@SUM(A1)"}]
    assert [cell.quotePrefix for cell in like_formulas] == [True, True]


def test_the_period_before_is_the_year_before_only_of_periods_up_to_a_year() -> None:
    years = span(date(2025, 1, 1), date(2026, 12, 31))
    two_years = made_report().model_copy(update={"period": years})
    assert row_of(opened(two_years), "Uppgift")[2] == "Perioden före"
    assert row_of(opened(made_report()), "Uppgift")[2] == "Året före"


def test_long_lists_of_ids_are_cut_and_lead_to_the_whole() -> None:
    odd = [each for each in many_activities(301) if each.id % 2]
    workbook = opened(made_report(odd))
    assert row_of(workbook, "Aktiviteter")[5] == "1, 3, 5, 7, 9 … (151 st)"
    [cell] = [each[5] for each in workbook["Rapport"].rows if each[0].value == "Aktiviteter"]
    place = cell.hyperlink.location
    row = workbook["Underlag"][place.partition("!")[2]].row
    ids = workbook["Underlag"].cell(row, 8).value
    assert [int(each) for each in ids.split(", ")] == [each.id for each in odd]


def test_ids_beyond_the_room_of_a_cell_go_on_in_the_next() -> None:
    ids = tuple(range(100_001, 120_001, 2))
    report = made_report()
    line = report.figures[0]
    many = line.model_copy(
        update={"figures": (line.figures[0].model_copy(update={"activities": ids}),)}
    )
    workbook = opened(report.model_copy(update={"figures": (many,)}))
    cells = [cell.value for cell in workbook["Underlag"][2][7:] if cell.value]
    assert len(cells) == 3
    assert [int(each) for text in cells for each in text.split(", ")] == list(ids)


def test_charts_are_excels_own_with_words_for_those_who_do_not_see_them() -> None:
    report = made_report()
    charts = [each for part in report.parts for each in part.charts]
    with ZipFile(BytesIO(write_xlsx(report))) as archive:
        drawn = [name for name in archive.namelist() if name.startswith("xl/charts/chart")]
        drawing = archive.read("xl/drawings/drawing1.xml").decode("utf-8")
    assert len(drawn) == len(charts)
    assert all(f'descr="{each.alt_text}"' in drawing for each in charts)


def test_an_english_report_has_english_sheets_and_formulas() -> None:
    workbook = opened(made_report(language="en"))
    assert workbook.sheetnames[0] == "Report"
    assert row_of(workbook, "Aktiviteter", "Report")[1] == (
        '=COUNTIFS(Activities[In the period],"yes")'
    )


@pytest.mark.parametrize("language", ["sv", "en"])
def test_columns_that_formulas_name_need_no_brackets_of_their_own(language: str) -> None:
    """Excel calls a file damaged where a name has other characters
    (https://support.microsoft.com/office/using-structured-references-with-excel-tables-f5ed2452-2337-4f71-bed3-c8ae6d2b276e).
    """
    workbook = opened(made_report(language=language))
    tables = [each for sheet in workbook for each in sheet.tables.values()]
    formulas = [cell.value for row in workbook.worksheets[0].rows for cell in row]
    named = re.findall(
        r"(\w+)\[([^]]*)\]", " ".join(each for each in formulas if _is_formula(each))
    )
    columns = {(each.name, column.name) for each in tables for column in each.tableColumns}
    assert named
    assert set(named) <= columns
    assert all(column.replace(" ", "").isalpha() for _, column in named)


def _is_formula(value: object) -> bool:
    return isinstance(value, str) and value.startswith("=")


def test_a_report_without_activities_opens_and_counts_none() -> None:
    values = opened(made_report([]), values=True)
    assert row_of(values, "Aktiviteter")[1] == 0
    assert row_of(values, "Deltagare")[1:3] == ["–", 80]


def of(measure: Measure, **selected: Any) -> Figure:
    return figure(measure, Selection.model_validate(selected), few_activities(), [], None)


def test_a_figure_that_no_formula_can_tell_has_none() -> None:
    report = made_report()
    formulas = Formulas(labels_of(report), "sv")
    assert formulas.of(of(Measure.COST)) is None
    kinds = tuple(f"kind {number}" for number in range(500))
    line = report.figures[0].model_copy(update={"figures": (of(Measure.ACTIVITIES, kinds=kinds),)})
    wide = report.model_copy(update={"figures": (line,)})
    assert Formulas(labels_of(wide), "sv").of(line.figures[0]) is None
    assert row_of(opened(wide), "Aktiviteter")[1] == 0


def test_participants_of_nought_are_told() -> None:
    report = made_report([activity(1, participants=Participants(total=0))])
    assert row_of(opened(report, values=True), "Deltagare")[1] == 0
