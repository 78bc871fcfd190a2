from __future__ import annotations

import csv
from io import StringIO

from bot.files.csv import write_csv
from bot.services.reports.report import Report
from tests.unit.bot.files.made import activity, made_report


def rows_of(report: Report) -> list[dict[str, str]]:
    text = write_csv(report).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=";"))


def test_swedish_excel_can_read_it() -> None:
    written = write_csv(made_report())
    assert written.startswith(b"\xef\xbb\xbfPeriod;Nr;Titel;Slag;Enhet;")
    assert b"\r\n" in written


def test_each_activity_has_a_row_with_all_that_is_told() -> None:
    rows = rows_of(made_report())
    assert [(row["Period"], row["Nr"]) for row in rows] == [
        *(("Perioden", number) for number in "123457"),
        ("Året före", "90"),
        ("Året före", "91"),
    ]
    first, second, *_ = rows
    assert first["Första dag"] == "2026-05-03"
    assert first["Deltagare"] == "14"
    assert first["Varav unga"] == "12"
    assert first["Kostnad SEK"] == "60000,00"
    assert first["Finansiering egen SEK"] == "15000,50"
    assert first["Finansieringskällor"] == "Egna medel, EU-medel"
    assert first["Effekter"].splitlines()[1] == "Två nya lärarutbyten."
    assert "beslutad 2013-05-15" in first["Mål"]
    assert second["Sista dag"] == "pågår"
    assert second["Kostnad EUR"] == "125000,25"
    assert second["Kostnad SEK"] == ""
    assert second["Länder"] == "Finland; Tyskland"


def test_no_cell_begins_like_a_formula() -> None:
    report = made_report([activity(1, title="=HYPERLINK(1)", effects="-1", partners=("@x",))])
    [row, *_] = rows_of(report)
    assert row["Titel"] == "'=HYPERLINK(1)"
    assert row["Effekter"] == "'-1"
    assert row["Partner"] == "'@x"


def test_without_activities_there_are_only_the_names_of_columns() -> None:
    empty = made_report([]).model_copy(update={"earlier_rows": ()})
    assert rows_of(empty) == []


def test_columns_are_in_the_language_of_the_report() -> None:
    assert (
        write_csv(made_report(language="en"))
        .decode("utf-8-sig")
        .startswith("Period;Number;Title;Kind")
    )
