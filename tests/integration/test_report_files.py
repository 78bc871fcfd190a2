"""The files of reports in another program than the one that wrote them: LibreOffice opens them,
computes every formula anew, and comes to our numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from pypdf import PdfReader

from bot.domain.activities.activity import Activity, FundingSource, Participants
from bot.domain.activities.money import Currency, amount
from bot.files.docx import write_docx
from bot.files.xlsx import write_xlsx
from bot.services.reports.measuring import figure
from bot.services.reports.report import Line, Report
from bot.services.reports.selection import Measure, Selection
from tests.office import Office
from tests.unit.bot.files.made import (
    GOALS,
    activity,
    citation,
    euros,
    few_activities,
    kronor,
    made_report,
    many_activities,
)

POISON = -99
_FORMULA = re.compile(rb'( t="str")?><f>(.*?)</f><v>.*?</v>')


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))


class Cell(NamedTuple):
    place: str
    formula: str
    ours: object
    theirs: object

    @property
    def agrees(self) -> bool:
        if isinstance(self.ours, int | float) and isinstance(self.theirs, int | float):
            return abs(self.ours - self.theirs) < 1e-9
        return self.ours == self.theirs


def computed(report: Report, office: Office, folder: Path) -> list[Cell]:
    """Every formula of the report's workbook, with our value and the one computed anew."""
    written = write_xlsx(report)
    poisoned = folder / "poisoned.xlsx"
    poisoned.write_bytes(_without_values(written))
    again = openpyxl.load_workbook(office.convert(poisoned, "xlsx"), data_only=True)
    ours = openpyxl.load_workbook(BytesIO(written), data_only=True)
    return [
        Cell(f"{sheet.title}!{at}", text, ours[sheet.title][at].value, again[sheet.title][at].value)
        for sheet in openpyxl.load_workbook(BytesIO(written))
        for row in sheet.iter_rows()
        for at, text in ((cell.coordinate, cell.value) for cell in row if cell.data_type == "f")
    ]


def _without_values(written: bytes) -> bytes:
    """The workbook with a wrong value for every formula, so that reading ours proves nothing."""
    file = BytesIO()
    with ZipFile(BytesIO(written)) as archive, ZipFile(file, "w", ZIP_DEFLATED) as poisoned:
        for name in archive.namelist():
            content = archive.read(name)
            if name.startswith("xl/worksheets/sheet"):
                content = _FORMULA.sub(rb"><f>\2</f><v>%d</v>" % POISON, content)
            poisoned.writestr(name, content)
    return file.getvalue()


def with_all_figures(
    activities: Sequence[Activity], earlier: Sequence[Activity], language: str
) -> Report:
    lines = all_figures(activities, earlier)
    return made_report(activities, language, earlier).model_copy(update={"figures": lines})


def all_choices(activities: Sequence[Activity]) -> Iterator[Selection]:
    """Selections by each thing that can be selected, alone and together."""
    contents = [each.content for each in activities]
    yield Selection()
    yield Selection(kinds=())
    yield Selection(kinds=tuple({each.kind for each in contents}))
    yield from (Selection(unit=each) for each in {each.unit for each in contents})
    yield from (Selection(country=each) for each in ("LT", "DE", "SE", "NE", "XX"))
    yield from (Selection(goal=each) for each in (*GOALS, "nobody's goal"))
    yield from (Selection(source=each) for each in FundingSource)
    yield Selection(undertaking=contents[0].title.upper())
    yield Selection(
        kinds=("eu_project", "transnational_exchange"), unit="kultur", country="LT", goal=GOALS[0]
    )
    yield Selection(source=FundingSource.EU, unit="kultur", country="LT")


def all_figures(activities: Sequence[Activity], earlier: Sequence[Activity]) -> tuple[Line, ...]:
    return tuple(
        Line(
            label=f"{measure.value} {number}",
            figures=tuple(
                figure(measure, selection, activities, earlier, currency) for currency in Currency
            ),
        )
        for measure in Measure
        for number, selection in enumerate(all_choices(activities))
    )


def odd_funding() -> list[Activity]:
    """Of which parts of the external share are missing, or cannot be added."""
    grant, own = kronor(FundingSource.EU, "300"), kronor(FundingSource.OWN, "0")
    return [
        activity(21, funding=(grant,)),
        activity(22, funding=(grant,), cost=amount(Decimal("1000.10"), Currency.SEK)),
        activity(23, funding=(grant, own), cost=amount(20, Currency.SEK)),
        activity(24, funding=(grant,), cost=amount(900, Currency.EUR)),
        activity(25, funding=(own, euros(FundingSource.EU, "40")), cost=amount(9, Currency.SEK)),
        activity(26, cost=amount(70, Currency.SEK)),
    ]


def strange_activities() -> list[Activity]:
    """Names that spreadsheets like to take for something else."""
    units = ["01", "1", "=cmd", ">5", "A*", "AXB", "a?~", "ab~", 'citat "x"', "SANT", "sant", " "]
    return [
        activity(
            at,
            unit=unit,
            kind=unit,
            agreement=unit.strip() or None,
            countries=("LT",) if at % 2 else ("SE", "DE"),
            participants=Participants(total=10 ** (at % 6)),
            funding=(kronor(FundingSource.OWN, f"{at}.01"), kronor(FundingSource.EU, "0")),
            goals=(citation(f"{unit} {at}"),),
        )
        for at, unit in enumerate(units, 1)
    ]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_formula_computes_to_our_number(
    language: str, office: Office, tmp_path: Path
) -> None:
    report = with_all_figures([*few_activities(), *odd_funding()], few_activities()[::2], language)
    cells = computed(report, office, tmp_path)
    assert len(cells) > 1_200
    assert [each for each in cells if not each.agrees] == []


def test_formulas_find_the_rows_of_whatever_names(office: Office, tmp_path: Path) -> None:
    report = with_all_figures(strange_activities(), strange_activities()[1:], "sv")
    cells = computed(report, office, tmp_path)
    assert [each for each in cells if not each.agrees] == []
    assert not any(each.theirs == POISON for each in cells)


def test_formulas_of_a_report_without_activities_compute(office: Office, tmp_path: Path) -> None:
    assert all(each.agrees for each in computed(made_report([]), office, tmp_path))


def test_many_rows_are_counted_too(office: Office, tmp_path: Path) -> None:
    report = made_report(many_activities(500), earlier=many_activities(50))
    assert [each for each in computed(report, office, tmp_path) if not each.agrees] == []


def changed(report: Report, office: Office, folder: Path, change: Change) -> list[Cell]:
    """The formulas of the report of changed activities, with the values that the report's workbook
    comes to where its cells are changed alike.
    """
    file = folder / "changed.xlsx"
    workbook = openpyxl.load_workbook(BytesIO(write_xlsx(report)))
    for sheet, number, column, value in change.cells:
        rows = [[cell.value for cell in row] for row in workbook[sheet].rows]
        at = next(at for at, row in enumerate(rows, 1) if row[0] == number)
        workbook[sheet].cell(at, rows[0].index(column) + 1).value = value
    workbook.save(file)
    again = openpyxl.load_workbook(office.convert(file, "xlsx"), data_only=True)
    ours = openpyxl.load_workbook(BytesIO(write_xlsx(change.report)), data_only=True)
    return [
        Cell(f"{sheet.title}!{cell.coordinate}", cell.value, theirs.value, again_cell)
        for sheet in map(
            workbook.__getitem__, ("Rapport", "Diagram", "Aktiviteter", "Finansiering")
        )
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
        for theirs in [ours[sheet.title][cell.coordinate]]
        for again_cell in [again[sheet.title][cell.coordinate].value]
    ]


class Change(NamedTuple):
    """Cells (sheet, number of the activity, column, value), and the report that has them."""

    cells: Sequence[tuple[str, int, str, object]]
    report: Report


def test_a_changed_row_changes_all_figures_alike(office: Office, tmp_path: Path) -> None:
    first, *others = few_activities()
    eu, own = first.content.funding
    cells = [
        ("Aktiviteter", 1, "Slag", "EU-projekt"),
        ("Aktiviteter", 1, "Länder", "Finland; Tyskland"),
        ("Aktiviteter", 1, "Målkoder", "M2"),
        ("Finansiering", 1, "Belopp", 12_000),
    ]
    content = first.content.model_copy(
        update={
            "kind": "eu_project",
            "countries": ("FI", "DE"),
            "goals": (citation(GOALS[1]),),
            "funding": (kronor(FundingSource.EU, "12000", eu.name), own),
        }
    )
    earlier = [first, *few_activities()[1::2]]
    mended = first.model_copy(update={"content": content})
    cells_then = changed(
        made_report([first, *others], earlier=earlier),
        office,
        tmp_path,
        Change(cells, made_report([mended, *others], earlier=[mended, *earlier[1:]])),
    )
    assert [each for each in cells_then if not each.agrees] == []


def text_of(pdf: Path) -> str:
    words = " ".join(page.extract_text() for page in PdfReader(pdf).pages)
    return " ".join(words.split())


def test_word_files_become_pages(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(write_docx(made_report()))
    text = text_of(office.convert(file, "pdf"))
    assert "Örebro kommuns internationella arbete 2026" in text
    assert "[1] Örebro · Internationell policy · beslutad 2013-05-15 · Redovisning · s. 3" in text
    assert "Sida 2 av" in text


def test_excel_files_become_pages(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "report.xlsx"
    file.write_bytes(write_xlsx(made_report()))
    text = text_of(office.convert(file, "pdf"))
    assert "Huvudsiffror" in text
    assert "Finansiering efter enhet" in text
    assert "#NAME?" not in text
    assert "Err:" not in text
