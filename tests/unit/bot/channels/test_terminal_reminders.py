"""`policylots remind`, in this process, over a database in memory."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.activities.dates import PeriodKind
from bot.domain.contacts import ContactRole
from bot.domain.reminders.audience import Silence
from bot.domain.reminders.broadcast import Broadcast, BroadcastStatus, Lateness, Wish
from bot.services.reminders.limits import USUAL
from bot.settings import BotSettings
from tests.unit.bot.channels.terminals import Run, Terminal, catalog, run, terminal

__all__ = ["catalog", "run", "terminal"]

EXAMPLES = Path(__file__).parents[4] / "docs" / "examples"
HERE = ("--municipality", "Skara")
DRAFT = ("remind", "draft", *HERE, "--template", "report", "--contacts")
YEARLY = ("--when", "varje år den 1 december")


@pytest.fixture(autouse=True)
def skara(terminal: Terminal, run: Run, tmp_path: Path) -> Terminal:
    """Skara with the units and contacts of the examples."""
    terminal.settings = BotSettings(policylots_home=tmp_path)
    assert run("units", "import", "--yes", str(EXAMPLES / "skara-enheter.csv"), *HERE) == 0
    assert run("contacts", "import", str(EXAMPLES / "skara-kontakter.csv"), *HERE, "--yes") == 0
    return terminal


def shown(terminal: Terminal) -> str:
    return terminal.shown.getvalue() + terminal.told.getvalue()


def latest(terminal: Terminal) -> Broadcast:
    return terminal.records.storage.broadcasts.search(None, None)[0]


def test_a_template_brings_the_answers_that_it_asks_for(terminal: Terminal, run: Run) -> None:
    assert run(*DRAFT) == 0
    assert latest(terminal).content.wishes == {Wish.NOTHING_TO_REPORT, Wish.LOG_ACTIVITY}
    assert run(*DRAFT, "--wish", "klart") == 0
    assert latest(terminal).content.wishes == {Wish.ACKNOWLEDGE}


def test_a_gap_of_a_template_is_told_of(terminal: Terminal, run: Run) -> None:
    assert run("remind", "draft", *HERE, "--template", "news", "--contacts") == 0
    assert "en lucka kvar att fylla i" in shown(terminal)


def test_values_are_named_in_swedish_or_english(terminal: Terminal, run: Run) -> None:
    asked = ("--role", "chef", "--role", "deputy", "--only", "inte-loggat", "--late", "slopa")
    assert run(*DRAFT, *asked, "--period", "Halvår", "--wish", "Inget att rapportera") == 0
    content = latest(terminal).content
    assert content.audience.contacts
    assert content.audience.contacts.roles == {ContactRole.HEAD, ContactRole.DEPUTY}
    assert content.audience.silent
    assert content.audience.silent.silence is Silence.NOT_LOGGED
    assert content.audience.silent.period is PeriodKind.HALF_YEAR
    assert content.lateness is Lateness.DROP
    assert content.wishes == {Wish.NOTHING_TO_REPORT}


def test_a_list_is_of_a_status_in_swedish_or_english(terminal: Terminal, run: Run) -> None:
    assert run(*DRAFT) == 0
    for word, count in (("utkast", 1), ("draft", 1), ("Väntar på godkännande", 0)):
        terminal.shown.truncate(0)
        assert run("remind", "list", "--status", word) == 0
        assert shown(terminal).count("Utkast") == count
    assert run("remind", "list", "--status", "kanske") == 2
    assert "--status ska vara något av: utkast, väntar-på-godkännande" in shown(terminal)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--role", "kung"), "kontaktperson, samordnare, ersättare, chef"),
        (("--wish", "kanske"), "klart, inget-att-rapportera, logga-aktivitet, text"),
        (("--late", "kanske"), "--late ska vara något av: skicka, slopa"),
        (("--only", "inte-loggat", "--period", "span"), "--period ska vara något av: år, halvår"),
        (("--template", "kanske"), "report, update_plan, training, news"),
        (("--title", "x" * 151), "--title är för lång: den får ha högst 150 tecken"),
        (("--title", ""), "det här saknas: --title"),
        (("x" * 3001,), "TEXT är för lång: den får ha högst 3000 tecken"),
        (("--template", "news", "--every", "3"), "inget att påminna om"),
        (("--template", "news", "--escalate", "3"), "inget att påminna om"),
    ],
)
def test_each_wrong_option_has_its_own_sentence(
    terminal: Terminal, run: Run, arguments: tuple[str, ...], told: str
) -> None:
    assert run(*DRAFT, *arguments) == 2
    assert told in shown(terminal).replace("\n", " ")


def test_who_is_to_get_it_has_to_be_said(terminal: Terminal, run: Run) -> None:
    assert run("remind", "draft", *HERE, "--template", "report") == 2
    assert "ange vilka som ska få det" in shown(terminal)


def test_what_became_of_a_change_is_said(terminal: Terminal, run: Run) -> None:
    assert run(*DRAFT, *YEARLY) == 0
    assert run("remind", "change", "1", "--title", "Ny") == 0
    assert "Utkast 1 är ändrat. Inget har skickats." in shown(terminal)
    assert run("remind", "change", "1", "--title", "Ny") == 0
    assert "Inget har ändrats." in shown(terminal)
    assert run("remind", "send", "1", "--yes") == 0
    assert run("remind", "change", "1", "--title", "Nyare") == 0
    assert "Utskick 1 är ändrat. Ändringen gäller från nästa utskick" in shown(terminal)
    assert run("remind", "pause", "1") == 0
    assert run("remind", "change", "1", "--title", "Nyast") == 0
    assert "Det är pausat som förut" in shown(terminal)


def test_a_change_that_needs_a_second_yes_says_that_it_paused_the_broadcast(
    terminal: Terminal, run: Run
) -> None:
    assert run(*DRAFT, *YEARLY) == 0
    assert run("remind", "send", "1", "--yes") == 0
    people = [f"--person=U0MANY{n:03}" for n in range(USUAL.second_yes_from)]
    assert run("remind", "change", "1", *people) == 0
    assert latest(terminal).status is BroadcastStatus.PAUSED
    assert "är ändrat och har pausats" in shown(terminal)
    assert run("remind", "approve", "1", answers=["j"]) == 1
    assert "ditt ja räcker inte" in shown(terminal)
    assert "?" not in shown(terminal)


@pytest.mark.parametrize("deed", [("approve", "--yes"), ("decline", "--reason", "Nej")])
def test_what_was_paused_by_hand_waits_for_nobodys_yes(
    terminal: Terminal, run: Run, deed: tuple[str, ...]
) -> None:
    assert run(*DRAFT, *YEARLY) == 0
    assert run("remind", "send", "1", "--yes") == 0
    assert run("remind", "pause", "1") == 0
    assert run("remind", deed[0], "1", *deed[1:]) == 1
    assert "väntar inte på någon annans ja" in shown(terminal)
    assert latest(terminal).status is BroadcastStatus.PAUSED


def test_a_unit_is_named_by_a_part_of_its_name(terminal: Terminal, run: Run) -> None:
    assert run(*DRAFT, "--unit", "kultur") == 0
    asked = latest(terminal).content.audience.contacts
    assert asked
    assert asked.units == frozenset({"kuf"})


@pytest.mark.parametrize("deed", ["send", "approve"])
def test_nobody_is_asked_for_a_yes_that_cannot_be_used(
    terminal: Terminal, run: Run, deed: str
) -> None:
    assert run(*DRAFT, *YEARLY) == 0
    assert run("remind", "send", "1", "--yes") == 0
    assert run("remind", deed, "1", answers=["j"]) == 1
    assert "Utskicket är redan igång" in shown(terminal)
    assert "?" not in shown(terminal)


def test_of_what_is_over_no_preview_is_shown(terminal: Terminal, run: Run) -> None:
    assert run(*DRAFT, *YEARLY) == 0
    assert run("remind", "cancel", "1", "--yes") == 0
    before = len(shown(terminal))
    assert run("remind", "show", "1") == 0
    told = shown(terminal)[before:]
    assert "Inget mer skickas av det." in told
    assert "får utskicket" not in told


def test_what_is_cancelled_is_not_asked_about_again(terminal: Terminal, run: Run) -> None:
    assert run(*DRAFT, *YEARLY) == 0
    assert run("remind", "cancel", "1", "--yes") == 0
    assert run("remind", "cancel", "1", answers=["j"]) == 1
    assert "?" not in shown(terminal)


def test_what_is_sent_at_once_is_shown_with_its_moment(
    terminal: Terminal, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    saturday = datetime(2026, 11, 21, 12, tzinfo=UTC)
    monkeypatch.setattr(terminal.records, "now", lambda: saturday)
    assert run(*DRAFT) == 0
    assert run("remind", "send", "1", "--yes") == 0
    monday = "23 november 2026 kl. 13:00"
    assert f"planerat: {monday}" in shown(terminal)
    for command in (("list",), ("show", "1")):
        assert run("remind", *command) == 0
        assert monday in shown(terminal)
        assert "│ nu" not in shown(terminal)
