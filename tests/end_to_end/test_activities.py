"""Logging, importing and reporting in the terminal, as people do it, on the real index."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.end_to_end.command import Run, without_loading
from tests.end_to_end.terminal import typed

TEXT = "Studiebesök från Radviliskis 3-5 maj 2026, 12 elever, EU-projekt, 45 000 kr Erasmus+"

UNITS = """id;namn;slag;tillhör;redaktörer
ks;Kommunstyrelsen;nämnd;;
bun;Barn- och utbildningsnämnden;nämnd;ks;U02ABC, U03DEF
gym;Västerhöjdsgymnasiet;skola;bun;
"""

SHEET = """slag;titel;första dag;sista dag;enhet;länder;deltagare;kostnad;finansiering_eu
internationellt nätverk;Årsmöte;2026-06-01;2026-06-02;bun;Belgien;4;12 000,50;
EU-projekt;Projektstart;3 mars 2026;pågår;Västerhöjdsgymnasiet;Litauen;20;90000;45000
"""

HEAVY = ("torch", "chromadb", "tantivy", "sentence_transformers", "matplotlib")


@pytest.fixture(scope="module")
def with_units(indexed: Run, tmp_path_factory: pytest.TempPathFactory) -> Run:
    path = tmp_path_factory.mktemp("units") / "enheter.csv"
    path.write_text(UNITS, "cp1252")
    done = indexed("units", "import", "--yes", str(path), "-m", "skövde")
    assert done.returncode == 0, done.stderr
    return indexed


@pytest.fixture(scope="module")
def with_activities(with_units: Run, tmp_path_factory: pytest.TempPathFactory) -> Run:
    path = tmp_path_factory.mktemp("rows") / "rader.csv"
    path.write_text(SHEET, "utf-8-sig")
    done = with_units("import", str(path), "-m", "skövde", "--yes", "--reason", "Enligt plan")
    assert done.returncode == 0, done.stderr
    assert "2 aktiviteter har lästs in" in done.stdout
    again = with_units("import", str(path), "-m", "skövde", "--yes", "--reason", "Enligt plan")
    assert "0 rader kan läsas in, 2 är redan inlästa" in again.stdout
    assert again.returncode == 0
    return with_units


def found(run: Run, *options: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads(run("activities", *options, "--json").stdout)
    return rows


def test_an_activity_is_logged_corrected_and_withdrawn(with_activities: Run) -> None:
    run = with_activities
    logged = run("log", TEXT, "-m", "skövde", "-u", "gym", "--yes")
    assert logged.returncode == 0, logged.stderr
    number = logged.stdout.split("aktivitet ")[1].split(":")[0]
    assert run("correct", number, "--effects", "Nya vänner", "--yes").returncode == 0
    history = run("activity", number, "--history").stdout
    assert "Effekter: (inget) → Nya vänner" in history
    assert run("withdraw", number, "--reason", "Prov", "--yes").returncode == 0
    assert "tillbakadragen" in run("activity", number).stdout


def test_nothing_is_logged_without_a_yes_where_nobody_can_be_asked(with_activities: Run) -> None:
    before = found(with_activities)
    refused = with_activities("log", TEXT, "-m", "skövde", "-u", "gym")
    assert refused.returncode == 2
    assert "--yes" in refused.stderr
    assert found(with_activities) == before


def test_somebody_at_a_terminal_is_asked(with_activities: Run, home: Path) -> None:
    shown = typed(home, ["log", "Möte med Kaunas 7 maj 2026", "-m", "skövde"], ["3", "bun", "ja"])
    assert "Slag (nummer eller namn)" in shown
    assert "Loggad som aktivitet" in shown
    assert "Möte med Kaunas" in with_activities("activities").stdout


def test_a_report_has_the_parts_that_the_policy_demands(
    with_activities: Run, tmp_path: Path
) -> None:
    done = with_activities("report", "-m", "skövde", "-p", "tertial 3 2026", "-o", str(tmp_path))
    assert done.returncode == 0, done.stderr
    [docx] = tmp_path.glob("*.docx")
    text = "\n".join(each.text for each in Document(str(docx)).paragraphs)
    assert "tertialrapport 3" in text or "tertiärrapport 3" in text
    [xlsx] = tmp_path.glob("*.xlsx")
    assert load_workbook(xlsx).sheetnames
    [table] = tmp_path.glob("*.csv")
    assert "Projektstart" in table.read_text("utf-8-sig")


def test_a_backup_restores_elsewhere_what_was_here(with_activities: Run, tmp_path: Path) -> None:
    backup = tmp_path / "kopia.zip"
    assert with_activities("backup", str(backup)).returncode == 0
    elsewhere = str(tmp_path / "annat")
    restored = with_activities("restore", str(backup), POLICYLOTS_HOME=elsewhere)
    assert restored.returncode == 0, restored.stderr
    again = with_activities("restore", str(backup), POLICYLOTS_HOME=elsewhere)
    assert again.returncode == 1
    assert "inte tom" in again.stderr


def test_all_and_one_person_are_exported(with_activities: Run, tmp_path: Path) -> None:
    assert with_activities("export-all", "-o", str(tmp_path)).returncode == 0
    records = [*map(json.loads, (tmp_path / "aktiviteter.jsonl").read_text("utf-8").splitlines())]
    assert all(record["history"][-1]["version"] for record in records)
    person = records[0]["activity"]["logged_by"]
    exported = with_activities("export-person", person)
    assert json.loads(exported.stdout)["person"] == person


def test_a_person_is_erased_at_a_terminal_when_the_id_is_typed_again(
    with_units: Run, home: Path
) -> None:
    assert "Klart" in typed(home, ["erase-person", "U02ABC"], ["U02ABC"])
    register = with_units("units", "list", "-m", "skövde").stdout
    assert "U03DEF" in register
    assert "U02ABC" not in register


@pytest.mark.parametrize(
    "arguments",
    [("log", TEXT, "-m", "skövde", "-u", "gym", "--draft", "--yes"), ("activities",)],
    ids=lambda arguments: arguments[0],
)
def test_logging_and_listing_load_no_model(
    with_units: Run, home: Path, arguments: tuple[str, ...]
) -> None:
    done = without_loading(home, HEAVY, arguments)
    assert done.returncode == 0, done.stderr
