"""Drafts, corrections and withdrawals of activities in the terminal."""

from __future__ import annotations

import json

import pytest

from bot.domain.activities.activity import Status
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


def test_a_draft_is_seen_by_its_author_and_counts_when_it_is_confirmed(
    run: Run, terminal: Terminal
) -> None:
    logged(run, "--draft")
    assert run("activities", "--json") == 0
    assert json.loads(terminal.shown.getvalue()) == []
    assert run("activities", "--mine", "--json") == 0
    assert len(json.loads(terminal.shown.getvalue())) == 1
    assert run("correct", "1", "--yes") == 0
    assert only(terminal).status is Status.LOGGED


def test_a_draft_that_is_withdrawn_is_removed_and_so_is_told(run: Run, terminal: Terminal) -> None:
    logged(run, "--draft")
    assert run("withdraw", "1", answers=["j"]) == 0
    assert "Ta bort utkastet?" in terminal.told.getvalue()
    assert "Utkastet är borttaget: Studiebesök" in terminal.shown.getvalue()
    assert nothing_is_stored(terminal)


def test_a_correction_changes_what_is_given_and_keeps_what_was_before(
    run: Run, terminal: Terminal
) -> None:
    logged(run)
    assert run("correct", "1", "--participants", "15", "--effects", "Vänner", "--yes") == 0
    assert run("correct", "1", "--last", "pågår", "--effects", "", "--yes") == 0
    content = only(terminal).content
    assert content.participants is not None
    assert (content.participants.total, content.participants.young) == (15, 12)
    assert (content.dates.last, content.effects) == (None, "")
    assert run("activity", "1", "--history") == 0
    shown = terminal.shown.getvalue()
    assert "Deltagare: 12, varav 12 barn och unga → 15, varav 12 barn och unga" in shown
    assert "Effekter: (inget) → Vänner" in shown
    assert "Effekter: Vänner → (inget)" in shown
    assert "3. 2026-11-" in shown


def test_a_correction_of_nothing_and_of_nobodys_are_refused(run: Run, terminal: Terminal) -> None:
    logged(run)
    assert run("correct", "1", "--yes") == 2
    assert run("correct", "2", "--cost", "5", "--yes") == 1
    assert run("correct", "1", "--title", "", "--yes") == 2
    assert only(terminal).version == 1


def test_a_correction_that_changes_nothing_is_told_and_makes_no_version(
    run: Run, terminal: Terminal
) -> None:
    logged(run)
    assert run("correct", "1", "--unit", "gym", "--yes") == 0
    assert "Inget har ändrats" in terminal.told.getvalue()
    assert only(terminal).version == 1


def test_dates_are_corrected_one_at_a_time(run: Run, terminal: Terminal) -> None:
    logged(run)
    run("correct", "1", "--first", "2026-05-04", "--yes")
    assert str(only(terminal).content.dates.last) == "2026-05-05"
    run("correct", "1", "--last", "2026-05-04", "--yes")
    run("correct", "1", "--first", "2026-06-01", "--yes")
    assert str(only(terminal).content.dates.last) == "2026-06-01"


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--participants", "3", "--young är inte angivet, så det sparade värdet 12 gäller"),
        ("--young", "13", "--participants är inte angivet, så det sparade värdet 12 gäller"),
        (
            "--first",
            "2026-06-01",
            "--last är inte angivet, så det sparade värdet 2026-05-05 gäller",
        ),
        (
            "--last",
            "2026-05-01",
            "--first är inte angivet, så det sparade värdet 2026-05-03 gäller",
        ),
    ],
)
def test_half_of_what_goes_together_is_refused_by_its_option_with_the_stored_half(
    run: Run, terminal: Terminal, option: str, value: str, told: str
) -> None:
    logged(run)
    assert run("correct", "1", option, value, "--yes") == 2
    refused = terminal.told.getvalue()
    assert told in refused
    assert "så: --" in refused


def test_funding_and_goals_are_emptied_by_a_blank(run: Run, terminal: Terminal) -> None:
    logged(run, "--goal", "2", "--kind", "internationellt nätverk")
    assert run("correct", "1", "--funding", "", "--goal", "", "--yes") == 0
    assert (only(terminal).content.funding, only(terminal).content.goals) == ((), ())
    assert run("correct", "1", "--goal", "två", "--yes") == 2
    assert "--goal: mål två finns inte" in terminal.told.getvalue()


def test_what_is_withdrawn_stays_and_cannot_be_changed(run: Run, terminal: Terminal) -> None:
    logged(run)
    assert run("withdraw", "1") == 2
    assert run("withdraw", "1", answers=["nej"]) == 1
    assert only(terminal).status is Status.LOGGED
    assert run("withdraw", "1", "--reason", "Blev inte av", answers=["j"]) == 0
    assert only(terminal).status is Status.WITHDRAWN
    assert run("correct", "1", "--cost", "5", "--yes") == 1
    assert "tillbakadragen" in terminal.told.getvalue()
    run("activity", "1", "--history")
    assert "Blev inte av" in terminal.shown.getvalue()
