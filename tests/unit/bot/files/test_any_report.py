"""Whatever people write, and however much, the files can be opened again."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import Any

import docx
import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.domain.activities.activity import LONGEST_TITLE, Activity, Participants
from bot.files.csv import write_csv
from bot.files.docx import write_docx
from bot.files.safe_text import clean, one_line
from bot.files.xlsx import write_xlsx
from bot.files.xlsx_computed import activity_formulas
from bot.files.xlsx_tables import column_title
from bot.services.reports.report import Report
from tests.unit.bot.files.made import activity, made_report

pytestmark = pytest.mark.filterwarnings("ignore:Glyph")
# Without shrinking: each file takes a second, and what fails is told as it was found.
FEW = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)

nasty = st.sampled_from(
    [
        "=1+1",
        "@x",
        "\x00\x07",
        "</w:t>",
        "]]>",
        "🙂" * 40,
        "å" * 5_000,
        "_x0041_",
        "$x$",
        '"',
        "{0}",
    ]
)
texts = st.one_of(nasty, st.text(max_size=60))
titles = st.one_of(nasty, st.text(min_size=1)).map(lambda each: each[:LONGEST_TITLE])
stated = st.fixed_dictionaries(
    {
        "title": titles.filter(str.strip),
        "done": texts.map(lambda each: each[:3_000]),
        "effects": texts.map(lambda each: each[:3_000]),
        "unit": st.sampled_from(["kultur", "gymnasie"]),
        "kind": texts,
        "participants": st.one_of(
            st.none(), st.integers(0, 10**9).map(lambda each: Participants(total=each))
        ),
    }
)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    told: list[dict[str, Any]] = draw(st.lists(stated, max_size=3))
    made: list[Activity] = [activity(at, **each) for at, each in enumerate(told, 1)]
    units = {"kultur": draw(texts), "gymnasie": draw(texts), "vuxen": "Vuxen"}
    report = made_report(made, draw(st.sampled_from(["sv", "en"])), units=units)
    said = {"title": draw(texts), "notes": (draw(texts),), "period_name": draw(texts)}
    return report.model_copy(update=said)


@FEW
@given(reports())
def test_word_opens_any_report(report: Report) -> None:
    document = docx.Document(BytesIO(write_docx(report)))
    expected = [
        one_line(each.activity.content.title) for each in (*report.rows, *report.earlier_rows)
    ]
    rows = [row.cells for row in document.tables[-1].rows][1:]
    # The rows that name the period are one cell.
    assert [row[1].text for row in rows if row[0].text != row[1].text] == expected


@FEW
@given(reports())
def test_excel_opens_any_report_without_formulas_of_others(report: Report) -> None:
    workbook = openpyxl.load_workbook(BytesIO(write_xlsx(report)))
    sheet = workbook.worksheets[3]
    titles = [row[1].value or "" for row in sheet.iter_rows(min_row=2)]
    rows = (*report.rows, *report.earlier_rows)
    assert titles == [clean(each.activity.content.title) for each in rows]
    computed = {column_title(key, report.language) for key in activity_formulas(report.language)}
    cells = (cell for column in sheet.columns if column[0].value not in computed for cell in column)
    assert not any(cell.data_type == "f" for cell in cells)


@FEW
@given(reports())
def test_csv_has_a_row_for_each_activity_of_any_report(report: Report) -> None:
    text = write_csv(report).decode("utf-8-sig")
    rows = list(csv.reader(StringIO(text, newline=""), delimiter=";"))
    assert len(rows) == 1 + len(report.rows) + len(report.earlier_rows)
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not any(
        cell.lstrip(" ")[:1] in tuple("=+-@\t\r") for row in rows for cell in row if cell
    )
