"""Activities and units that are imported in the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.unit.bot.channels.terminals import (
    Run,
    Terminal,
    catalog,
    logged,
    nothing_is_stored,
    only,
    run,
    terminal,
)

__all__ = ["catalog", "run", "terminal"]

ROWS = """slag;titel;första dag;enhet;länder;finansiering EU
EU-projekt;Besök;2026-05-03;gym;Litauen;1000
EU-projekt;Kurs;i våras;gym;Litauen;1000
"""


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "rader.csv"
    path.write_text(ROWS, "utf-8")
    return path


def test_an_import_with_a_bad_row_stores_nothing_and_tells_which(
    run: Run, terminal: Terminal, sheet: Path
) -> None:
    assert run("import", str(sheet), "-m", "skövde", "--yes") == 1
    assert "Rad 3, första dag: ”i våras” är inget datum" in terminal.shown.getvalue()
    assert nothing_is_stored(terminal)


def test_good_rows_are_imported_beside_bad_ones_when_told_so_and_once_only(
    run: Run, terminal: Terminal, sheet: Path
) -> None:
    assert run("import", str(sheet), "-m", "skövde", "--skip-bad", "--yes") == 0
    assert only(terminal).content.title == "Besök"
    assert run("import", str(sheet), "-m", "skövde", "--skip-bad", "--yes") == 1
    assert "0 rader kan läsas in, en är redan inläst." in terminal.shown.getvalue()
    sheet.write_text(ROWS.partition("EU-projekt;Kurs")[0], "utf-8")
    assert run("import", str(sheet), "-m", "skövde", "--yes") == 0
    assert "en är redan inläst." in terminal.shown.getvalue()


def test_an_import_is_tried_before_it_is_done(run: Run, terminal: Terminal, sheet: Path) -> None:
    sheet.write_text(ROWS.replace("i våras", "2026-05-04"), "utf-8")
    arguments = ("import", str(sheet), "-m", "skövde")
    assert run(*arguments) == 0
    assert "--yes" in terminal.told.getvalue()
    assert run(*arguments, answers=["nej"]) == 1
    assert nothing_is_stored(terminal)
    assert run(*arguments, answers=["ja"]) == 0
    assert "2 aktiviteter har lästs in" in terminal.shown.getvalue()


def test_a_warning_about_rows_is_told_once_with_its_sentence(
    run: Run, terminal: Terminal, sheet: Path
) -> None:
    rows = "transnationellt utbyte;Besök;2026-05-03;gym;Sverige\n"
    sheet.write_text(ROWS.splitlines()[0] + "\n" + rows + rows.replace("Besök", "Möte"), "utf-8")
    assert run("import", str(sheet), "-m", "skövde", "--yes") == 1
    shown = terminal.shown.getvalue()
    assert "Raderna 2, 3 behöver ett skäl" in shown
    assert shown.count("5 Definitioner") == 1
    assert run("import", str(sheet), "-m", "skövde", "--yes", "--reason", "På distans") == 0
    assert only(terminal).content.overrides[0].reason == "På distans"


def test_a_file_that_is_no_table_is_told(run: Run, terminal: Terminal, tmp_path: Path) -> None:
    assert run("import", str(tmp_path / "ingen.csv"), "-m", "skövde") == 1
    assert "kontrollera sökvägen" in terminal.told.getvalue()


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_template_can_be_filled_in_and_imported(
    run: Run, terminal: Terminal, tmp_path: Path, language: str, ending: str
) -> None:
    terminal.language = language
    template = tmp_path / f"mall.{ending}"
    assert run("import", "--template", str(template), "-m", "skövde") == 0
    row = ["international network", "Besök", "2026-05-03", "", "gym"]
    if ending == "xlsx":
        book = load_workbook(template)
        assert len(book.worksheets) == 3
        book.worksheets[0].append(row)
        book.save(template)
    else:
        template.write_bytes(template.read_bytes() + ";".join(row).encode())
    assert run("import", str(template), "-m", "skövde", "--yes") == 0
    assert only(terminal).content.unit == "gym"


def test_a_template_takes_no_other_files_place(run: Run, terminal: Terminal, sheet: Path) -> None:
    assert run("import", "--template", str(sheet)) == 1
    assert sheet.read_text("utf-8") == ROWS
    assert run("import", "--template", "mall.txt") == 2
    assert run("import") == 2


def test_units_are_replaced_as_a_whole_or_not_at_all(
    run: Run, terminal: Terminal, tmp_path: Path
) -> None:
    logged(run)
    path = tmp_path / "enheter.csv"
    path.write_text("id;namn;slag;tillhör\nks;Kommunstyrelsen;nämnd;ks\n", "utf-8")
    assert run("units", "import", str(path), "-m", "skövde") == 1
    assert "tillhöra sig själv" in terminal.shown.getvalue()
    assert len(terminal.records.all_units("Skövde")) == 2
    path.write_text("id;namn;slag;tillhör\nbun;Barn- och unga;nämnd;\n", "utf-8")
    assert run("units", "import", str(path), "-m", "skövde", "--yes") == 0
    assert "Västerhöjdsgymnasiet" in terminal.shown.getvalue()
    assert run("units", "list", "-m", "skövde") == 0
    assert "Barn- och unga" in terminal.shown.getvalue()
    assert run("units", "list", "-m", "skövde", "--json") == 0
    listed = {each["id"]: each["closed"] for each in json.loads(terminal.shown.getvalue())}
    assert listed == {"bun": False, "gym": True}
    assert run("units", "list", "-m", "örebro") == 0
    assert "inga enheter" in terminal.shown.getvalue()


def test_units_are_shown_first_and_replaced_when_somebody_says_yes(
    run: Run, terminal: Terminal, tmp_path: Path
) -> None:
    path = tmp_path / "enheter.csv"
    path.write_text("id;namn;slag;tillhör\nks;Styrelsen;nämnd;\nnya;Nya skolan;skola;ks\n", "utf-8")
    before = terminal.records.all_units("Skövde")
    assert run("units", "import", str(path), "-m", "skövde") == 0
    told = terminal.shown.getvalue()
    assert "Skövde: en ny enhet, en ändras, 0 är oförändrade." in told
    assert "Saknas i filen: Västerhöjdsgymnasiet. De tas bort" in told
    assert "Ange --yes" in terminal.told.getvalue()
    assert run("units", "import", str(path), "-m", "skövde", answers=["nej"]) == 1
    assert terminal.records.all_units("Skövde") == before
    assert run("units", "import", str(path), "-m", "skövde", answers=["ja"]) == 0
    assert {each.id for each in terminal.records.all_units("Skövde")} == {"ks", "nya"}
    assert run("units", "import", str(path), "-m", "skövde") == 0
    assert "0 nya enheter, 0 ändras, 2 är oförändrade." in terminal.shown.getvalue()
    assert "Skövde har nu 2 enheter i registret." in terminal.shown.getvalue()
    assert "--yes" not in terminal.told.getvalue()


def test_where_nothing_can_be_imported_the_template_is_named(
    run: Run, terminal: Terminal, tmp_path: Path
) -> None:
    path = tmp_path / "fel.csv"
    path.write_text("hej\n1\n")
    assert run("import", str(path), "-m", "skövde") == 1
    told = terminal.told.getvalue()
    assert "--template" in told
    assert "--skip-bad" not in told
