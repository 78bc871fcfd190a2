"""The commands beside asking, as people run them."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from tests.end_to_end.command import CITATION, Run, environment, without_loading

HEAVY = ("torch", "chromadb", "tantivy", "pdfplumber", "sentence_transformers", "docx", "bs4")

LISTS = [
    (("documents",), "id"),
    (("sections", "skara"), "level"),
    (("definitions",), "term"),
    (("duties", "--who", "KS", "-m", "upplands-bro"), "action"),
    (("actions", "--municipality", "skara"), "measure"),
]


@pytest.mark.parametrize(("arguments", "field"), LISTS)
def test_lists_are_tables_for_people_and_json_for_programs(
    indexed: Run, arguments: tuple[str, ...], field: str
) -> None:
    rows = json.loads(indexed(*arguments, "--json").stdout)
    assert rows
    assert all(field in row for row in rows)
    if arguments != ("documents",):
        assert all(list(row)[: len(CITATION)] == CITATION for row in rows)
    table = indexed(*arguments)
    assert table.returncode == 0
    assert "┃" in table.stdout


def test_a_blank_fact_is_shown_as_blank(indexed: Run) -> None:
    assert "(tomt)" in indexed("documents").stdout


def test_the_glossary_has_both_languages(indexed: Run) -> None:
    assert "twin town" in indexed("glossary", "vänort").stdout
    page = json.loads(indexed("glossary", "twin town", "--json").stdout)
    assert "vänort" in [entry["swedish"] for entry in page["entries"]]


def test_an_evaluation_counts_and_lists_what_went_wrong(indexed: Run, tmp_path: Path) -> None:
    case = {
        "id": "a1",
        "lang": "sv",
        "kind": "responsibility",
        "municipality": None,
        "question": "Vem beslutar om vänortsavtal i Örebro?",
        "gold": [{"municipality": "Örebro", "section": "Beslutsnivåer", "quote": "x"}],
        "facts": ["kommunfullmäktige|municipal council"],
        "difficulty": "easy",
    }
    wrong = {**case, "id": "a2", "facts": ["borgmästaren"]}
    source = tmp_path / "cases.jsonl"
    source.write_text(f"{json.dumps(case)}\n{json.dumps(wrong)}\n", "utf-8")
    done = indexed("evaluate", str(source), "--json", "--failures")
    total = json.loads(done.stdout)["total"]
    assert (total["questions"], total["right"], total["section_first"]) == (2, 1, 2)
    assert total["invalid_quotes"] == 0
    assert "a2:" in done.stderr
    assert "a1:" not in done.stderr


def test_an_unchanged_index_is_told_and_left_out_files_are_named(
    indexed: Run, home: Path, tmp_path: Path
) -> None:
    assert indexed("index").returncode == 0
    elsewhere = str(tmp_path / "home")
    (tmp_path / "empty.txt").touch()
    shipped = files("knowledge.documents").joinpath("skovde-policy-for-internationellt-arbete.txt")
    some = indexed("index", str(shipped), str(tmp_path / "empty.txt"), POLICYLOTS_HOME=elsewhere)
    assert some.returncode == 2
    assert "empty.txt: filen är tom" in some.stderr
    nothing = indexed("index", str(tmp_path / "empty.txt"), POLICYLOTS_HOME=elsewhere)
    assert nothing.returncode == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("sections", "skara"),
        ("documents",),
        ("duties",),
        ("definitions",),
        ("actions",),
        ("glossary", "vänort"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_what_needs_no_model_loads_none(
    indexed: Run, home: Path, arguments: tuple[str, ...]
) -> None:
    done = without_loading(home, HEAVY, arguments)
    assert done.returncode == 0, done.stderr


def test_an_interruption_is_quiet(indexed: Run, home: Path, tmp_path: Path) -> None:
    # A shell's background jobs ignore the signal, and so would the program that they start.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    source = tmp_path / "in.jsonl"
    source.write_text('{"question": "Vem beslutar?"}\n' * 1000, "utf-8")
    program = Path(sys.executable).with_name("policylots")
    with subprocess.Popen(
        [program, "ask", "--batch", source],
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as running:
        assert running.stdout is not None
        running.stdout.readline()
        running.send_signal(signal.SIGINT)
        _, shown = running.communicate()
    assert shown == ""
    assert running.returncode == 130
