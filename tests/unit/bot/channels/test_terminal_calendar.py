"""`policylots calendar`, in this process, over the five documents and a database in memory."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from bot.domain.activities.dates import Dates
from bot.domain.agreement_rules import DueKind
from bot.domain.reminders.broadcast import BroadcastStatus, Event, EventKind
from bot.services.calendar.duties import DutiesCalendar, digest_of
from tests.contracts.agreements import TERRASSA, agreement_doing
from tests.unit.bot.channels.terminals import Run, Terminal, catalog, run, terminal
from tests.unit.bot.services.calendar.made import NOW

__all__ = ["catalog", "run", "terminal"]

HERE = ("-m", "skara")


def shown(terminal: Terminal) -> str:
    return terminal.shown.getvalue() + terminal.told.getvalue()


def calendar(terminal: Terminal) -> DutiesCalendar:
    with terminal.desk() as desk:
        return desk.calendar("sv")


def handle(terminal: Terminal, words: str, place: str = "Skara") -> str:
    [found] = [e for e in calendar(terminal).entries(place) if words in e.proposal.what]
    return found.proposal.handle


def test_the_year_is_shown_by_month_with_its_sources(terminal: Terminal, run: Run) -> None:
    assert run("calendar", "-m", "skövde", "--year", "2027") == 0
    told = shown(terminal)
    assert told.index("Januari") < told.index("2027-01-04") < told.index("December")
    assert "2027-01-04, flyttat från 2027-01-01" in " ".join(told.split())
    assert "4 Uppföljning" in told
    assert "Förslag, välj dag" in told
    assert told.index("Utan datum") < told.index("1 gång per mandatperiod")


def test_what_is_past_is_told_as_such(terminal: Terminal, run: Run) -> None:
    assert run("calendar", *HERE, "--year", "2027") == 0
    told = shown(terminal)
    assert told.index("Från tidigare år") < told.index("december 2017")


def test_a_proposal_is_accepted_with_a_day_and_becomes_a_draft(
    terminal: Terminal, run: Run
) -> None:
    name = handle(terminal, "Uppföljning ska ske årligen")
    assert run("calendar", "accept", name[:6], *HERE) == 1
    assert "Dokumentet nämner ingen dag" in shown(terminal)
    assert run("calendar", "accept", name[:6], "--when", "varje år den 15 november", *HERE) == 0
    assert "Utkastet är utskick nummer 1" in shown(terminal)
    broadcast = terminal.records.storage.broadcasts.find(1)
    assert broadcast is not None
    assert broadcast.status is BroadcastStatus.DRAFT
    assert run("calendar", "show", name, *HERE) == 0
    told = shown(terminal)
    assert "Antaget med annan tid av terminal:anna" in told
    assert "varje år den 15 november kl. 09:00" in told
    assert "”Uppföljning ska ske årligen.”" in told
    terminal.records.storage.broadcasts.save(
        broadcast.version,
        broadcast.model_copy(update={"status": BroadcastStatus.CANCELLED}),
        Event(broadcast=1, kind=EventKind.CANCELLED, at=NOW),
    )
    assert run("calendar", "show", name, *HERE) == 0
    assert "Utskicket är avslutat eller inställt" in shown(terminal)


def test_a_proposal_is_rejected_with_a_reason(terminal: Terminal, run: Run) -> None:
    name = handle(terminal, "Europaveckan")
    assert run("calendar", "reject", name, *HERE) == 1
    assert "Skriv varför" in shown(terminal)
    assert run("calendar", "reject", name, "--reason", "Görs av Europa Direkt", *HERE) == 0
    assert run("calendar", *HERE) == 0
    assert shown(terminal).index("Avvisade") < shown(terminal).index("Maj 2017")
    assert run("calendar", "show", name, *HERE) == 0
    assert "Skäl: Görs av Europa Direkt" in shown(terminal)


def test_a_day_of_an_agreement_is_shown_accepted_and_rejected(terminal: Terminal, run: Run) -> None:
    [made] = terminal.records.storage.agreements.add(["k"], "Skara", [TERRASSA], agreement_doing())
    named = {
        each.proposal.agreement: each.proposal.handle
        for each in calendar(terminal).entries("Skara")
    }
    ends, notice = (
        next(name for day, name in named.items() if day and day.what is what)
        for what in (DueKind.EXPIRES, DueKind.NOTICE_BY)
    )
    assert made.id
    assert run("calendar", "show", ends, *HERE) == 0
    assert "Dag enligt avtalsregistret: 2027-12-31. Motpart: Ajuntament" in shown(terminal)
    assert run("calendar", "accept", ends, *HERE) == 0
    assert "Till: kontaktpersoner för alla enheter. Ändra vid behov." in shown(terminal)
    assert run("calendar", "reject", notice, "--reason", "Förlängs", *HERE) == 0
    renamed = made.model_copy(
        update={"content": TERRASSA.model_copy(update={"partner": "Terrassa kommun"})}
    )
    assert terminal.records.storage.agreements.save(
        made.version, renamed, agreement_doing(), TERRASSA
    )
    assert run("calendar", *HERE) == 0
    told = shown(terminal)
    assert told.index(f"{ends}  Vänortsavtal med Terrassa 😀: sista dag") < told.index(
        "→ Terrassa kommun"
    )
    broadcast = terminal.records.storage.broadcasts.find(1)
    assert broadcast is not None
    assert broadcast.content.title == "Vänortsavtal med Terrassa 😀: sista dag"
    assert broadcast.content.text.startswith("Vänortsavtal med Terrassa 😀 går ut den 31 december")


def test_of_a_day_of_an_agreement_that_has_passed_it_is_told_what_to_write(
    terminal: Terminal, run: Run
) -> None:
    over = TERRASSA.model_copy(
        update={"valid": Dates(first=date(2019, 1, 1), last=date(2020, 12, 31))}
    )
    terminal.records.storage.agreements.add(["k"], "Skara", [over], agreement_doing())
    [ends] = [
        each.proposal.handle
        for each in calendar(terminal).entries("Skara")
        if each.proposal.agreement and each.proposal.agreement.what is DueKind.EXPIRES
    ]
    assert run("calendar", *HERE, "--year", "2020") == 0
    assert "Dagen har passerat." in shown(terminal)
    assert run("calendar", "accept", ends, *HERE) == 1
    told = shown(terminal)
    assert "Avtalets dag, 2020-12-31, har passerat" in told
    assert '--when "15 mars 2027"' in told
    assert run("calendar", "accept", ends, "--when", "15 mars 2031", *HERE) == 0


def test_what_is_not_there_is_explained(terminal: Terminal, run: Run) -> None:
    assert run("calendar", "accept", "zzz", *HERE) == 1
    assert "Det finns inget förslag som heter zzz" in shown(terminal)
    assert run("calendar", "acknowledge", handle(terminal, "Europaveckan"), *HERE) == 1
    assert "inget att notera" in shown(terminal)
    assert run("calendar", "accept", handle(terminal, "Europaveckan"), "--when", "x", *HERE) == 1
    assert "går inte att förstå" in shown(terminal)


def test_the_calendar_is_written_for_this_year_and_the_next(
    terminal: Terminal, run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "skara.ics"
    assert run("calendar", *HERE, "--year", "2027", "--ics", str(path)) == 0
    days = [
        str(each.decoded("DTSTART"))
        for each in Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    ]
    assert days == ["2027-12-01", "2028-12-01"]
    assert run("calendar", *HERE, "--ics", str(path)) == 1


def test_a_feed_is_renewed_and_ended_where_it_is_turned_on(
    terminal: Terminal, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("calendar", "feed", *HERE) == 1
    assert "CALENDAR_PORT" in shown(terminal)
    settings = terminal.settings.model_copy(update={"calendar_port": 8081})
    monkeypatch.setitem(terminal.__dict__, "settings", settings)
    assert run("calendar", "feed", *HERE) == 0
    found = re.search(r"http://127\.0\.0\.1:8081/kalender/([\w-]+)\.ics", shown(terminal))
    assert found
    book = terminal.records.storage.calendar
    assert book.feed(digest_of(found[1])) is not None
    assert run("calendar", "end-feed", *HERE) == 0
    assert book.feed(digest_of(found[1])) is None
    assert run("calendar", "end-feed", *HERE) == 0
    assert "Inget har ändrats" in shown(terminal)


def test_it_is_shown_in_english(terminal: Terminal, run: Run) -> None:
    terminal.language = "en"
    assert run("calendar", "-m", "Örebro", "--year", "2027") == 0
    assert "Proposal, choose a day" in shown(terminal)
    assert "Without a date" in shown(terminal)
