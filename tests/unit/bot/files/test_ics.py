"""The calendar as an iCalendar file, read back by the library that calendar programs use."""

from __future__ import annotations

from datetime import date, time

from icalendar import Calendar, Event

from bot.domain.reminders.schedule import Yearly
from bot.files.ics import ics_file_name, write_ics
from tests.unit.bot.services.calendar.made import COORDINATOR, NOW, Room, falls_due
from tests.unit.indexer.made import made

TEXT = """# Policy för internationellt arbete

## 4 Uppföljning; ansvar, tider

Nämnderna ska i mars rapportera; till kommunstyrelsen, KS\\KF. Kommunstyrelsen ska utvärdera arbetet
årligen. Samordnaren ska regelbundet informera nämnderna.
"""


def room() -> Room:
    made_room = Room(made(TEXT))
    made_room.agreements.days.append(
        falls_due(date(2027, 6, 30), name="Vänort; Eidsberg, Norge", municipality=made_room.place)
    )
    return made_room


def written(room: Room, language: str = "sv") -> bytes:
    years = [room.calendar.year(room.place, year) for year in (2027, 2028)]
    return write_ics(years, language)


def events(room: Room, language: str = "sv") -> list[Event]:
    found = Calendar.from_ical(written(room, language)).walk("VEVENT")
    return [each for each in found if isinstance(each, Event)]


def test_what_is_proposed_and_what_is_accepted_are_told_apart() -> None:
    here = room()
    here.calendar.accept(here.place, here.handle("rapportera"), COORDINATOR, seen=0)
    told = [
        (each.start, str(each["SUMMARY"]), str(each["STATUS"]), each["SEQUENCE"])
        for each in events(here)
    ]
    assert told == [
        (
            date(2027, 3, 1),
            "Nämnderna: ska i mars rapportera; till kommunstyrelsen, KS\\KF",
            "CONFIRMED",
            1,
        ),
        (date(2027, 6, 30), "Vänort; Eidsberg, Norge: sista dag", "CONFIRMED", 0),
        (
            date(2027, 12, 1),
            "Förslag: Kommunstyrelsen: ska utvärdera arbetet årligen",
            "TENTATIVE",
            0,
        ),
        (
            date(2028, 3, 1),
            "Nämnderna: ska i mars rapportera; till kommunstyrelsen, KS\\KF",
            "CONFIRMED",
            1,
        ),
        (
            date(2028, 12, 1),
            "Förslag: Kommunstyrelsen: ska utvärdera arbetet årligen",
            "TENTATIVE",
            0,
        ),
    ]


def test_events_last_a_day_with_their_source() -> None:
    first, *_ = events(room())
    assert first.end == date(2027, 3, 2)
    description = str(first["DESCRIPTION"])
    assert "”Nämnderna ska i mars rapportera; till kommunstyrelsen, KS\\KF.”" in description
    assert "Uppföljning; ansvar, tider" in description
    assert "Månaden står i dokumentet" in description


def test_an_event_keeps_its_name_when_its_day_is_decided() -> None:
    here = room()
    before = {str(each["UID"]): each.start for each in events(here)}
    other = Yearly(at=time(9), month=5, day=4)
    here.calendar.accept(here.place, here.handle("rapportera"), COORDINATOR, seen=0, schedule=other)
    after = {str(each["UID"]): each for each in events(here)}
    assert before.keys() == after.keys()
    [moved] = [uid for uid, each in after.items() if each.start == date(2027, 5, 4)]
    assert before[moved] == date(2027, 3, 1)
    assert after[moved]["SEQUENCE"] == 1
    assert after[moved].decoded("LAST-MODIFIED") == NOW
    assert len(set(before)) == len(before)


def test_the_same_calendar_is_the_same_file() -> None:
    assert written(room()) == written(room())
    assert b"BEGIN:VCALENDAR\r\n" in written(room())
    assert all(len(line) <= 75 for line in written(room()).split(b"\r\n"))


def test_it_is_written_in_english_too() -> None:
    summaries = [str(each["SUMMARY"]) for each in events(room(), "en")]
    assert "Proposal: Kommunstyrelsen: ska utvärdera arbetet årligen" in summaries


def test_a_year_with_nothing_in_it_is_an_empty_calendar() -> None:
    empty = Room()
    years = [empty.calendar.year("Örebro", 2027)]
    calendar = Calendar.from_ical(write_ics(years, "sv"))
    assert calendar.walk("VEVENT") == []
    assert str(calendar["X-WR-CALNAME"]) == "Örebro 2027"


def test_a_file_is_named_in_plain_letters() -> None:
    assert ics_file_name("Örebro", 2027, "sv") == "Orebro-2027-kalender.ics"
