"""Reports in Slack, without Slack."""

from __future__ import annotations

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from bot.channels.slack.commands import report
from bot.domain.activities.activity import Content, Participants
from bot.domain.activities.dates import day
from bot.domain.activities.units import Unit, UnitKind
from bot.services.errors import OnlyCoordinators, UnreadablePeriod
from tests.unit.bot.channels.slack.delivered import command
from tests.unit.bot.channels.slack.desks import Office, occasion, written

KNOWN = ["Skövde", "Upplands-Bro", "Örebro"]


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("Örebro 2026", ("Örebro", "2026")),
        ("orebro kommun tertial 3 2026", ("Örebro", "tertial 3 2026")),
        ("2026 upplands bro", ("Upplands-Bro", "2026")),
        ("2026", (None, "2026")),
        ("", (None, "")),
    ],
)
def test_a_municipality_stands_first_or_last(text: str, split: tuple[str | None, str]) -> None:
    assert report.split_place(text, KNOWN) == split


@pytest.fixture
def office() -> Office:
    office = Office(home="Skövde")
    units = [Unit(id="gym", municipality="Skövde", name="Västerhöjd", kind=UnitKind.SCHOOL)]
    office.database.units.replace("Skövde", units)
    for number in (1, 2):
        content = Content(
            kind="international_network",
            title=f"Träff {number}",
            dates=day(date(2025, 9, number)),
            unit="gym",
            countries=("LT",),
            participants=Participants(total=12),
        )
        office.desk.log.log(f"key{number}", "Skövde", content, "U1")
    office.directory.coordinators.add("U1")
    return office


def test_only_coordinators_have_reports(office: Office) -> None:
    office.directory.coordinators.clear()
    with pytest.raises(OnlyCoordinators):
        report.carry_out(office.desk, occasion(command("Skövde 2025")))
    assert office.said == []


def test_a_period_that_cannot_be_read_is_refused_before_anything_is_said(office: Office) -> None:
    with pytest.raises(UnreadablePeriod):
        report.carry_out(office.desk, occasion(command("Skövde nästan alltid")))
    assert office.said == []


def test_the_figures_come_in_the_conversation_and_the_files_below_them(office: Office) -> None:
    report.carry_out(office.desk, occasion(command("Skövde tertial 3 2025")))
    ways = office.ways
    assert ways[:2] == ["respond", "post"]
    assert ways[-2:] == ["change", "share"]
    _, changed = office.said[-2]
    assert "Aktiviteter" in changed["message"].text
    assert "nr 1, 2" in changed["message"].text
    assert "show_section:0" in written(changed["message"])
    _, shared = office.said[-1]
    assert (shared["channel"], shared["thread"]) == ("DU1", changed["ts"])
    files = {each.name.rpartition(".")[2]: each for each in shared["files"]}
    assert {"docx", "xlsx", "csv", "png"} <= set(files)
    assert load_workbook(io.BytesIO(files["xlsx"].content)).sheetnames
    assert files["png"].alt_text


def test_a_report_whose_process_died_when_it_was_done_shares_its_files_once(
    office: Office,
) -> None:
    body = command("Skövde tertial 3 2025")
    report.carry_out(office.desk, occasion(body))
    [ordered] = [what for how, what in office.said if how == "post"]
    _, changed = office.said[-2]
    office.messenger.earlier[ordered["key"]] = changed["ts"]
    report.carry_out(office.desk, occasion(body, 2))
    assert office.ways.count("share") == 1


def test_a_report_that_fails_says_so_in_its_place(office: Office) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("broken")

    object.__setattr__(office.desk.reports, "report", broken)
    with pytest.raises(RuntimeError):
        report.carry_out(office.desk, occasion(command("Skövde 2025")))
    way, said = office.said[-1]
    assert way == "change"
    assert "blev inte klar" in said["message"].text
