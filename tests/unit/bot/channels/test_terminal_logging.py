"""`policylots log`: what is read from a text, asked for, warned of and stored."""

from __future__ import annotations

import json
import os
import time
from datetime import UTC, datetime

import pytest

from bot.channels.terminal.desk import login_name
from bot.domain.activities.activity import FundingSource
from bot.domain.activities.money import Currency, amount
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


def test_a_text_is_logged_with_what_was_read_from_it(run: Run, terminal: Terminal) -> None:
    logged(run)
    content = only(terminal).content
    assert (content.kind, content.unit, content.countries) == ("eu_project", "gym", ("LT",))
    assert content.participants is not None
    assert content.participants.young == 12
    assert [each.source for each in content.funding] == [FundingSource.EU]
    assert only(terminal).logged_by == "terminal:anna"
    assert "aktivitet 1" in terminal.shown.getvalue()
    told = terminal.told.getvalue()
    assert "finansieringen komma från EU" in told
    assert "5 Definitioner" in told


def test_the_day_and_the_clock_are_those_of_sweden(
    run: Run, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    monkeypatch.setattr(terminal.records, "now", lambda: late)
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        text = "Möte med Radviliskis igår, nätverk"
        assert run("log", text, "-m", "skövde", "-u", "gym", "--yes") == 0
        assert str(only(terminal).content.dates.first) == "2026-12-31"
        run("activity", "1", "--history")
        assert "1. 2027-01-01 00:30" in terminal.shown.getvalue()
        run("report", "-m", "skövde")
        assert "2027" in terminal.shown.getvalue()
    finally:
        monkeypatch.undo()
        time.tzset()


def test_options_stand_above_what_was_read(run: Run, terminal: Terminal) -> None:
    partners = ("--partner", "Skola nr 2, Kaunas", "--partner", "Vilnius stad")
    logged(
        run,
        "--participants",
        "14",
        "--cost",
        "3 500,50 EUR",
        "--towns",
        "Kaunas, Vilnius",
        *partners,
    )
    content = only(terminal).content
    assert content.partners == ("Skola nr 2, Kaunas", "Vilnius stad")
    assert content.participants is not None
    assert (content.participants.total, content.participants.young) == (14, None)
    assert content.cost is not None
    assert (content.cost.minor, content.cost.currency) == (350_050, Currency.EUR)
    assert content.cities == ("Kaunas", "Vilnius")


def test_funding_is_given_by_source(run: Run, terminal: Terminal) -> None:
    logged(run, "--funding", "egen=5000", "--funding", "eu=100 eur:Interreg")
    own, eu = only(terminal).content.funding
    assert (own.source, own.amount) == (FundingSource.OWN, amount(5000, Currency.SEK))
    assert (eu.amount, eu.name) == (amount(100, Currency.EUR), "Interreg")


def test_what_is_missing_is_asked_for_and_nothing_stored_without_a_yes(
    run: Run, terminal: Terminal
) -> None:
    answers = ["", "Möte i Bryssel", "3", "i våras", "2026-05-03", "2026-05-02", "", "2"]
    assert run("log", "-m", "skövde", "--country", "BE", answers=[*answers, "nej"]) == 1
    assert nothing_is_stored(terminal)
    told = terminal.told.getvalue()
    assert "uppgiften saknas" in told
    assert "är inget datum" in told
    assert "sista dagen ligger före den första" in told
    assert run("log", "-m", "skövde", "--country", "BE", answers=[*answers, "ja"]) == 0
    content = only(terminal).content
    assert (content.title, content.kind, content.unit) == (
        "Möte i Bryssel",
        "international_network",
        "gym",
    )


def test_the_unit_of_last_time_is_offered_and_so_is_the_municipality(
    run: Run, terminal: Terminal
) -> None:
    logged(run)
    assert run("log", "Nätverksträff i Kaunas 7 maj", answers=["", "j"]) == 0
    second = terminal.records.storage.activities.find(2)
    assert second is not None
    assert (second.municipality, second.content.unit) == ("Skövde", "gym")


def test_somebody_who_goes_away_stores_nothing(run: Run, terminal: Terminal) -> None:
    assert run("log", TEXT, "-m", "skövde", answers=[]) == 130
    assert nothing_is_stored(terminal)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((TEXT,), "--municipality"),
        ((TEXT, "-m", "skövde"), "--unit"),
        ((TEXT, "-m", "skövde", "-u", "gym"), "--yes"),
        ((TEXT, "-m", "skövde", "-u", "Ingen", "--yes"), "--unit: enheten ”Ingen” finns inte"),
        ((TEXT, "-m", "skövde", "-u", "gym", "--cost", "mycket"), "--cost: ”mycket”"),
        ((TEXT, "-m", "skövde", "-u", "gym", "--funding", "egen"), "--funding: ”egen”"),
        ((TEXT, "-m", "skövde", "-u", "gym", "--towns", "x" * 201), "--towns: texten har 201"),
        ((TEXT, "-m", "skövde", "-u", "gym", "--country", "Utopia"), "--country: landet ”Utopia”"),
    ],
)
def test_where_nobody_can_be_asked_what_is_wrong_is_told(
    run: Run, terminal: Terminal, arguments: tuple[str, ...], words: str
) -> None:
    assert run("log", *arguments) == 2
    assert words in terminal.told.getvalue()
    assert nothing_is_stored(terminal)


def test_a_municipality_without_documents_is_told(run: Run, terminal: Terminal) -> None:
    assert run("log", TEXT, "-m", "Vara") == 1
    assert "Vara" in terminal.told.getvalue()


AT_HOME = (
    "log",
    "Utbyte i Växjö 3 maj",
    "-m",
    "skövde",
    "-u",
    "gym",
    "-k",
    "transnationellt utbyte",
)


def test_a_warning_is_shown_with_its_sentence_and_set_aside_with_a_reason(
    run: Run, terminal: Terminal
) -> None:
    assert run(*AT_HOME, "--yes") == 2
    assert "över gränserna" in terminal.told.getvalue()
    assert nothing_is_stored(terminal)
    assert run(*AT_HOME, answers=[""]) == 1
    assert nothing_is_stored(terminal)
    assert run(*AT_HOME, answers=["På distans", "j"]) == 0
    assert [each.reason for each in only(terminal).content.overrides] == ["På distans"]


def test_a_project_without_money_from_the_eu_is_warned_of_when_a_draft_of_it_is_logged(
    run: Run, terminal: Terminal
) -> None:
    project = ("log", "Ansökan", "--first", "2026-05-03", "-m", "skövde", "-u", "gym")
    assert run(*project, "-k", "EU-projekt", "--draft", "--yes") == 0
    assert run("correct", "1", "--yes") == 2
    assert "Ingen finansiering från EU" in terminal.told.getvalue()
    assert run("correct", "1", "--yes", "--reason", "Beslut väntas") == 0
    assert [each.rule for each in only(terminal).content.overrides] == ["eu_funding"]


def test_a_personal_number_is_warned_of(run: Run, terminal: Terminal) -> None:
    assert run("log", TEXT, "-m", "skövde", "-u", "gym", "--done", "Med 811218-9876", "--yes") == 2
    assert "personnummer" in terminal.told.getvalue()


def test_what_may_be_logged_already_is_shown_before_the_question(
    run: Run, terminal: Terminal
) -> None:
    logged(run)
    assert run("log", TEXT, "-m", "skövde", "-u", "gym", answers=["nej"]) == 1
    assert "redan vara loggad" in terminal.told.getvalue()
    assert "Studiebesök från Radviliskis" in terminal.told.getvalue()


def test_a_closed_unit_is_searched_by_but_not_chosen(run: Run, terminal: Terminal) -> None:
    logged(run)
    terminal.records.storage.units.replace("Skövde", [])
    assert run("activities", "-m", "skövde", "-u", "gym") == 0
    assert "Studiebesök" in terminal.shown.getvalue()
    assert run("log", TEXT, "-m", "skövde", "-u", "gym", "--yes") == 2
    assert "stängd" in terminal.told.getvalue()


def test_goals_are_listed_by_number_and_chosen_by_it(run: Run, terminal: Terminal) -> None:
    assert run("goals", "-m", "skövde", "--json") == 0
    quotes = [each["quote"] for each in json.loads(terminal.shown.getvalue())]
    assert run("goals", "-m", "skövde") == 0
    assert "Policy för internationellt arbete" in terminal.shown.getvalue()
    logged(run, "--goal", "2", "--goal", "1")
    assert [each.quote for each in only(terminal).content.goals] == [quotes[1], quotes[0]]
    assert run("correct", "1", "--goal", "0", "--yes") == 0
    assert only(terminal).content.goals == ()
    assert run("correct", "1", "--goal", "99", "--yes") == 2
    assert "--goal: mål 99 finns inte" in terminal.told.getvalue()
    assert run("goals") == 0


def test_the_municipality_of_the_setting_is_meant_where_none_is_named(
    run: Run, terminal: Terminal
) -> None:
    terminal.home = "Skövde"
    assert run("log", TEXT, "-u", "gym", "--yes") == 0
    assert only(terminal).municipality == "Skövde"
    terminal.home = "Vara"
    assert run("log", TEXT, "-u", "gym", "--yes") == 1
    assert "HOME_MUNICIPALITY" in terminal.told.getvalue()


def test_who_has_no_login_name_is_known_by_their_number(monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise KeyError("getpwuid(): uid not found: 10001")

    monkeypatch.setattr("getpass.getuser", nameless)
    assert login_name() == f"uid-{os.getuid()}"


def test_whoever_is_at_the_terminal_is_the_only_coordinator(terminal: Terminal) -> None:
    with terminal.desk() as desk:
        assert desk.rights.is_coordinator("terminal:anna")
        assert not desk.rights.is_coordinator("terminal:bo")


def test_a_municipality_that_is_mistyped_is_asked_for_again(run: Run, terminal: Terminal) -> None:
    answers = ["Narnia", "", "skövde", "gym", "j"]
    assert run("log", TEXT, answers=answers) == 0
    assert "Narnia" in terminal.told.getvalue()
    assert only(terminal).municipality == "Skövde"
