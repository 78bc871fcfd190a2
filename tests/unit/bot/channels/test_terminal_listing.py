"""Activities that are listed, reported on and exported in the terminal."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.channels.terminal.output import write_new
from bot.domain.activities.activity import ChangeKind, Status
from bot.services.activities.ports import Doing
from tests.unit.bot.channels.terminals import Run, Terminal, catalog, logged, only, run, terminal

__all__ = ["catalog", "run", "terminal"]


def test_drafts_are_listed_when_asked_for(run: Run, terminal: Terminal) -> None:
    logged(run, "--draft")
    terminal.records.storage.activities.add(
        "theirs",
        "Skövde",
        only(terminal).content,
        Status.DRAFT,
        Doing(kind=ChangeKind.SAVED_AS_DRAFT, by="U1", at=terminal.records.now()),
    )
    for options, found in (((), []), (("--drafts",), [2, 1]), (("--drafts", "--mine"), [1])):
        assert run("activities", *options, "--json") == 0
        assert [each["id"] for each in json.loads(terminal.shown.getvalue())] == found


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ((), 1),
        (("--year", "2026"), 1),
        (("--year", "2025"), 0),
        (("--kind", "EU project"), 1),
        (("--kind", "omvärldsbevakning"), 0),
        (("--country", "litauen"), 1),
        (("--country", "SE"), 0),
        (("-m", "skövde", "--unit", "gym"), 1),
        (("-m", "skövde", "--unit", "Kommunstyrelsen"), 0),
        (("-m", "örebro"), 0),
        (("--mine",), 1),
    ],
)
def test_a_list_is_narrowed_by_its_options(
    run: Run, terminal: Terminal, options: tuple[str, ...], found: int
) -> None:
    logged(run)
    assert run("activities", *options, "--json") == 0
    assert len(json.loads(terminal.shown.getvalue())) == found
    assert run("activities", *options) == 0
    assert ("Studiebesök" in terminal.shown.getvalue()) == bool(found)


def test_a_list_is_in_the_language_of_the_interface(run: Run, terminal: Terminal) -> None:
    logged(run)
    terminal.language = "en"
    assert run("activities") == 0
    assert "EU project" in terminal.shown.getvalue()
    assert "Page 1 of 1" in terminal.told.getvalue()


def test_a_report_is_shown_and_written(run: Run, terminal: Terminal, tmp_path: Path) -> None:
    logged(run)
    arguments = ("report", "-m", "skövde", "-p", "2026", "-o", str(tmp_path / "rapport"))
    assert run(*arguments) == 0
    assert "Aktiviteter" in terminal.shown.getvalue()
    files = sorted(each.suffix for each in (tmp_path / "rapport").iterdir())
    assert files == [".csv", ".docx", ".xlsx"]
    assert run(*arguments) == 1
    assert "finns redan" in terminal.told.getvalue()
    assert run(*arguments, "--format", "pdf") == 2
    assert run(*arguments, "--language", "de") == 2
    assert run("report", "-m", "skövde", "-p", "snart") == 1


def test_a_report_can_be_in_another_language(run: Run, terminal: Terminal) -> None:
    logged(run)
    assert run("report", "-m", "skövde", "-p", "2026", "--language", "en") == 0
    assert "Activities" in terminal.shown.getvalue()


def test_all_is_exported_with_history_and_without_formulas(
    run: Run, terminal: Terminal, tmp_path: Path
) -> None:
    logged(run, "--title", "=1+1")
    run("correct", "1", "--cost", "50 000", "--yes")
    folder = tmp_path / "ut"
    assert run("export-all", "-o", str(folder)) == 0
    [record] = map(json.loads, (folder / "aktiviteter.jsonl").read_text("utf-8").splitlines())
    assert [each["version"] for each in record["history"]] == [1, 2]
    table = (folder / "aktiviteter.csv").read_text("utf-8-sig")
    assert "'=1+1" in table
    assert run("export-all", "-o", str(folder)) == 1
    assert run("export-all", "-o", str(tmp_path / "o"), "-m", "örebro") == 0
    assert (tmp_path / "o" / "aktiviteter.jsonl").read_bytes() == b""


def test_what_is_logged_while_all_is_exported_is_in_none_of_the_files(
    run: Run, terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    logged(run)
    doing = Doing(kind=ChangeKind.LOGGED, by="U2", at=datetime.now(UTC))

    def write_while_others_log(path: Path, parts: Iterable[bytes], mode: int) -> None:
        write_new(path, parts, mode)
        book, content = terminal.records.storage.activities, only(terminal).content
        book.add(path.name, "Skövde", content, Status.LOGGED, doing)

    with monkeypatch.context() as patched:
        patched.setattr("bot.channels.terminal.output.write_new", write_while_others_log)
        assert run("export-all", "-o", str(tmp_path)) == 0

    assert len((tmp_path / "aktiviteter.jsonl").read_text("utf-8").splitlines()) == 1
    assert len((tmp_path / "aktiviteter.csv").read_text("utf-8-sig").splitlines()) == 2
