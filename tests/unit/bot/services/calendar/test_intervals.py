"""What is done every so many years: from which year on, and when no year is told."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.domain.reminders.proposals import Basis, Interval, Proposal, Since
from bot.domain.reminders.schedule import BeforeDeadline, Once
from bot.services.calendar.reading import proposals_of
from bot.services.calendar.wording import about_time
from bot.services.calendar.year import Entry
from bot.services.errors import DayMissing
from tests.unit.bot.services.calendar.made import COORDINATOR, Room
from tests.unit.indexer.made import made

TODAY = date(2026, 11, 23)
THIRD = "Kommunstyrelsen ska utvärdera arbetet vart tredje år."
DECIDED = "Beslutad av kommunfullmäktige 2022-05-03"
VALID = "Gäller från: 2023-02-01"


def policy(sentence: str, *cover: str, heading: str = "Uppföljning") -> str:
    facts = "".join(f"{each}\n\n" for each in cover)
    return f"# Policy för internationellt arbete\n\n{facts}## {heading}\n\n{sentence}\n"


def one(text: str) -> Proposal:
    [proposal] = proposals_of([made(text)])
    return proposal


def told(text: str) -> list[str]:
    return list(about_time(Entry(proposal=one(text)), "sv", TODAY))


def at(year: int, month: int, day: int) -> Once:
    return Once(at=time(9), on=date(year, month, day))


def test_the_years_are_counted_from_the_decision() -> None:
    proposal = one(policy(THIRD, DECIDED))
    assert proposal.basis is Basis.NTH_YEAR
    assert proposal.interval == Interval(years=3, since=Since.DECIDED, of=2022)
    assert proposal.schedule == at(2025, 5, 3)
    assert proposal.needs_day
    assert not proposal.is_past(TODAY)
    assert told(policy(THIRD, DECIDED))[1:] == [
        "Förslag: onsdag 3 maj 2028 kl. 09:00",
        "Dokumentet säger vart 3:e år. Åren är räknade från beslutet 2022. Dagen är ett förslag.",
    ]


def test_they_are_counted_from_when_the_document_began_to_hold_where_it_tells_that() -> None:
    proposal = one(policy(THIRD, DECIDED, VALID))
    assert proposal.interval == Interval(years=3, since=Since.VALID, of=2023)
    assert proposal.schedule == at(2026, 2, 1)


def test_a_year_that_the_words_name_is_one_of_them() -> None:
    sentence = "Kommunstyrelsen ska med start 2024 utvärdera arbetet vartannat år."
    proposal = one(policy(sentence, DECIDED))
    assert proposal.interval == Interval(years=2, since=Since.NAMED, of=2024)
    assert proposal.schedule == at(2024, 12, 1)
    assert told(policy(sentence))[-1] == (
        "Dokumentet säger vartannat år. Åren är räknade från 2024, som dokumentet nämner. "
        "Dagen är ett förslag."
    )


def test_without_a_year_to_count_from_no_date_is_guessed_and_that_is_said() -> None:
    proposal = one(policy(THIRD))
    assert (proposal.basis, proposal.schedule, proposal.interval) == (Basis.SELDOM, None, None)
    assert told(policy(THIRD))[1:] == [
        "Välj dag",
        "Dokumentet säger hur många år det ska gå, men varken dess beslutsdag eller giltighetstid "
        "ger ett år att föreslå. Inget datum föreslås.",
    ]


def test_the_years_of_a_plan_begin_the_count_and_end_it() -> None:
    sentence = "Kommunstyrelsen ska utvärdera planen vartannat år."
    proposal = one(policy(sentence, heading="Uppföljning 2026-2029"))
    assert proposal.interval == Interval(years=2, since=Since.VALID, of=2026)
    assert proposal.schedule == at(2028, 12, 1)
    too_short = one(policy(sentence.replace("vartannat", "vart femte"), heading="Mål 2026-2029"))
    assert (too_short.basis, too_short.schedule) == (Basis.SELDOM, None)


def test_a_month_or_deadline_of_every_third_year_is_not_one_of_every_year() -> None:
    month = one(policy("Kommunstyrelsen ska i mars vart tredje år utvärdera arbetet.", DECIDED))
    assert (month.basis, month.schedule) == (Basis.NTH_YEAR, at(2025, 3, 1))
    by = one(
        policy("Kommunstyrelsen ska senast den 31 mars vart tredje år redovisa arbetet.", DECIDED)
    )
    assert by.schedule == BeforeDeadline(at=time(9), deadline=date(2025, 3, 31), days_before=(30,))
    undated = one(policy("Kommunstyrelsen ska i mars vart tredje år utvärdera arbetet."))
    assert (undated.basis, undated.schedule) == (Basis.SELDOM, None)


def test_it_stands_in_its_years_only_and_is_accepted_for_the_next() -> None:
    room = Room(made(policy(THIRD, DECIDED)))
    handle = room.handle("utvärdera")
    months = {
        year: [
            day.on for month in room.calendar.year(room.place, year).months for day in month.duties
        ]
        for year in range(2022, 2032)
    }
    assert {year: days for year, days in months.items() if days} == {
        2025: [date(2025, 5, 5)],
        2028: [date(2028, 5, 3)],
        2031: [date(2031, 5, 5)],
    }
    with pytest.raises(DayMissing):
        room.calendar.accept(room.place, handle, COORDINATOR, seen=0)
    suggested = room.calendar.suggested(room.entry("utvärdera").proposal)
    decision = room.calendar.accept(room.place, handle, COORDINATOR, seen=0, schedule=suggested)
    assert decision.schedule == at(2028, 5, 3)
    assert room.calendar.year(room.place, 2031).months[4].duties == ()


def test_what_is_to_be_ready_in_january_is_called_to_mind_in_the_year_before() -> None:
    sentence = "Kommunstyrelsen ska senast den 15 januari vart tredje år redovisa arbetet."
    room = Room(made(policy(sentence, DECIDED)))
    [day] = room.calendar.year(room.place, 2027).months[11].duties
    assert day.on == date(2027, 12, 16)
    assert room.calendar.year(room.place, 2028).months[0].duties == ()
