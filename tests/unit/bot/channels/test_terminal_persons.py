"""What is kept of persons in the terminal: no personal numbers in reasons, their export and
erasing, and how long activities stay.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.domain.activities.activity import Status
from tests.unit.bot.channels.terminals import (
    TEXT,
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


def test_a_person_is_exported_and_erased_when_their_id_is_typed_again(
    run: Run, terminal: Terminal, tmp_path: Path
) -> None:
    logged(run)
    path = tmp_path / "anna.json"
    assert run("export-person", "terminal:anna", "-o", str(path)) == 0
    assert len(json.loads(path.read_text("utf-8"))["records"]["activities"]) == 1
    assert path.stat().st_mode & 0o777 == 0o600
    assert run("erase-person", "terminal:anna") == 2
    assert run("erase-person", "terminal:anna", answers=["anna"]) == 1
    assert only(terminal).logged_by == "terminal:anna"
    assert run("erase-person", "terminal:anna", answers=["terminal:anna"]) == 0
    assert only(terminal).logged_by.startswith("raderad-")
    assert run("export-person", "terminal:anna") == 0
    assert json.loads(terminal.shown.getvalue())["records"]["activities"] == []


NUMBER, OTHER = "811228-9874", "701063–2391"


def test_a_reason_with_a_personal_number_is_asked_for_again_with_nothing_lost(
    run: Run, terminal: Terminal
) -> None:
    answers = [f"Det är {NUMBER}", "Ett diarienummer", "j"]
    options = ("-m", "skövde", "-u", "gym", "--done", f"Om {NUMBER}")
    assert run("log", TEXT, *options, answers=answers) == 0
    assert "Skriv skälet utan numret" in terminal.told.getvalue()
    assert [each.reason for each in only(terminal).content.overrides] == ["Ett diarienummer"]


def test_a_reason_with_a_personal_number_is_refused_where_nobody_can_be_asked(
    run: Run, terminal: Terminal
) -> None:
    options = ("-m", "skövde", "-u", "gym", "--done", NUMBER, "--reason", NUMBER, "--yes")
    assert run("log", TEXT, *options) == 1
    assert "Skriv skälet utan numret" in terminal.told.getvalue()
    assert nothing_is_stored(terminal)


def test_another_personal_number_in_a_correction_needs_a_reason_of_its_own(
    run: Run, terminal: Terminal
) -> None:
    logged(run, "--done", f"Dnr {NUMBER}", "--reason", "Ett diarienummer")
    assert run("correct", "1", "--participants", "15", "--yes") == 0
    assert run("correct", "1", "--effects", f"Och {OTHER}", "--yes") == 2
    assert "--reason" in terminal.told.getvalue()
    assert run("correct", "1", "--effects", f"Och {OTHER}", "--yes", "--reason", "Ett till") == 0


def test_a_withdrawal_is_not_reasoned_for_with_a_personal_number(
    run: Run, terminal: Terminal
) -> None:
    logged(run)
    assert run("withdraw", "1", "--reason", f"{NUMBER} är sjuk", "--yes") == 1
    assert only(terminal).status is Status.LOGGED


@pytest.fixture
def five_years(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Activities are kept for five years."""
    monkeypatch.setenv("POLICYLOTS_HOME", str(tmp_path))
    monkeypatch.setenv("ACTIVITY_RETENTION_YEARS", "5")


@pytest.mark.usefixtures("five_years")
def test_what_was_kept_long_enough_is_shown_and_removed_only_after_a_yes(
    run: Run, terminal: Terminal
) -> None:
    logged(run, "--first", "2015-05-03", "--last", "2015-05-05")
    assert run("purge") == 0
    assert "en aktivitet, 0 utskick" in terminal.shown.getvalue()
    assert "2015" in terminal.shown.getvalue()
    assert run("purge", answers=["n"]) == 1
    assert "Inget har tagits bort" in terminal.told.getvalue()
    assert not nothing_is_stored(terminal)
    assert run("purge", "--yes") == 0
    assert nothing_is_stored(terminal)


@pytest.mark.usefixtures("five_years")
def test_what_may_be_kept_is_not_removed(run: Run, terminal: Terminal) -> None:
    logged(run)
    assert run("purge", "--yes") == 0
    assert "0 aktiviteter, 0 utskick" in terminal.shown.getvalue()
    assert not nothing_is_stored(terminal)


def test_a_person_of_whom_nothing_is_kept_is_told(run: Run, terminal: Terminal) -> None:
    assert run("export-person", "U404") == 0
    assert "Databasen har inget om U404" in terminal.told.getvalue()
    logged(run)
    assert run("export-person", "terminal:anna") == 0
    assert "inget om" not in terminal.told.getvalue()
