"""Reports, from the command to the files in the thread."""

from __future__ import annotations

import io
import re
import zipfile
from contextlib import closing
from datetime import UTC, date, datetime

import pytest
from openpyxl import load_workbook

from bot.domain.activities.activity import ChangeKind, Content, Participants, Status
from bot.domain.activities.dates import day
from bot.domain.activities.units import Unit, UnitKind
from bot.services.activities.ports import Doing
from bot.storage.database import open_database
from tests.end_to_end.slack.town import Town


@pytest.fixture
def skovde(town: Town) -> Town:
    """The town with a year of what Skövde did."""
    units = [
        Unit(id="ks", municipality="Skövde", name="Kommunstyrelsen", kind=UnitKind.COMMITTEE),
        Unit(id="gym", municipality="Skövde", name="Västerhöjd", kind=UnitKind.SCHOOL),
    ]
    with closing(open_database(town.bot.environment["DATABASE_URL"])) as database:
        database.units.replace("Skövde", units)
        for month in range(1, 13):
            content = Content(
                kind="international_network",
                title=f"Nätverksträff {month}",
                dates=day(date(1999, month, 3)),
                unit="gym",
                countries=("LT",),
                participants=Participants(total=10),
            )
            at = datetime(1999, month, 4, tzinfo=UTC)
            doing = Doing(kind=ChangeKind.LOGGED, by="U0", at=at)
            database.activities.add(f"report:{month}", "Skövde", content, Status.LOGGED, doing)
    return town


def test_a_report_comes_with_its_figures_and_its_files(skovde: Town) -> None:
    lena, before = skovde.lena, len(skovde.slack.files)
    told = skovde.whispered(lena.commands("/rapport", "Skövde tertial 3 1999", skovde.coordinators))
    assert "Den kommer i vår konversation." in told.shown
    skovde.quiet()
    made = [each for each in skovde.slack.files[before:] if each.shared_in == [lena.channel.id]]
    files = {each.name.rpartition(".")[2]: each for each in made}
    assert {"docx", "xlsx", "csv", "png"} == set(files)
    assert files["png"].alt_text
    contents = {ending: each.content or b"" for ending, each in files.items()}
    rows = contents["csv"].decode("utf-8-sig")
    assert "Nätverksträff 9" in rows
    assert "Nätverksträff 8;" not in rows
    assert load_workbook(io.BytesIO(contents["xlsx"])).sheetnames
    with zipfile.ZipFile(io.BytesIO(contents["docx"])) as document:
        assert "Nätverksträff 12" in document.read("word/document.xml").decode()

    [message] = [
        each
        for each in skovde.slack.messages(lena.channel)
        if "tertial 3 1999" in each.shown and not each.thread_ts
    ]
    assert re.search(r"4 \(0\) · nr \d+–\d+", message.shown)
    assert "Skövde" in message.shown
    replies = skovde.slack.thread(message.channel, message.ts)
    assert any("rapporten i Word" in each.text for each in replies)


def test_reports_are_for_coordinators(skovde: Town) -> None:
    eva = skovde.person()
    told = skovde.whispered(eva.commands("/rapport", "Skövde 1999"))
    assert "bara samordnarna" in told.shown
    assert skovde.denials(eva) == [("report", "not a coordinator")]


def test_a_period_that_is_not_understood_is_told_with_how_to_write_it(skovde: Town) -> None:
    told = skovde.whispered(skovde.lena.commands("/rapport", "Skövde nästan alltid"))
    assert "Skriv till exempel 2026, tertial 3 2026" in told.shown
