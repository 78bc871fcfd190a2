"""What coordinators decide about proposals, and the year that comes of it."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.domain.reminders.proposals import Verdict
from bot.domain.reminders.schedule import BeforeDeadline, Once, Yearly
from bot.services.calendar.wording import moved_words
from bot.services.calendar.year import Moved, WhyMoved
from bot.services.errors import (
    AlreadyAccepted,
    DayMissing,
    DecidedMeanwhile,
    OnlyCoordinators,
    ProposalGone,
    RejectionUnexplained,
)
from tests.unit.bot.services.calendar.made import (
    COORDINATOR,
    MEMBER,
    OTHER_COORDINATOR,
    Room,
    falls_due,
)
from tests.unit.indexer.made import FIVE, made, shipped

ENKOPING, OREBRO, SKARA, SKOVDE, UPPLANDS_BRO = FIVE
MARCH = Yearly(at=time(9), month=3, day=1)

TEXT = """# Policy för internationellt arbete

## 4 Uppföljning

Nämnderna ska i mars rapportera till kommunstyrelsen. Kommunstyrelsen ska utvärdera arbetet årligen.
Samordnaren ska regelbundet informera nämnderna.
"""


@pytest.fixture
def room() -> Room:
    return Room(made(TEXT))


def test_a_proposal_with_its_month_told_is_accepted_as_it_is(room: Room) -> None:
    decision = room.calendar.accept(room.place, room.handle("rapportera"), COORDINATOR, seen=0)
    assert (decision.verdict, decision.schedule, decision.broadcast) == (
        Verdict.ACCEPTED,
        MARCH,
        1,
    )
    assert room.drafts.made == [("ska i mars rapportera till kommunstyrelsen", MARCH, COORDINATOR)]
    assert room.entry("rapportera").decision == decision


def test_what_is_only_yearly_waits_for_a_day(room: Room) -> None:
    handle = room.handle("utvärdera")
    with pytest.raises(DayMissing):
        room.calendar.accept(room.place, handle, COORDINATOR, seen=0)
    suggested = room.calendar.suggested(room.entry("utvärdera").proposal)
    assert suggested == Yearly(at=time(9), month=12, day=1)
    chosen = room.calendar.accept(room.place, handle, COORDINATOR, seen=0, schedule=suggested)
    assert chosen.verdict is Verdict.ACCEPTED


def test_another_schedule_is_a_change(room: Room) -> None:
    for words in ("rapportera", "informera"):
        handle, day = room.handle(words), Once(at=time(10), on=date(2027, 5, 4))
        changed = room.calendar.accept(room.place, handle, COORDINATOR, seen=0, schedule=day)
        assert (changed.verdict, changed.schedule) == (Verdict.CHANGED, day)


def test_a_rejection_keeps_its_reason_and_makes_no_broadcast(room: Room) -> None:
    handle = room.handle("informera")
    with pytest.raises(RejectionUnexplained):
        room.calendar.reject(room.place, handle, COORDINATOR, "  ", seen=0)
    rejected = room.calendar.reject(room.place, handle, COORDINATOR, "Görs redan.", seen=0)
    assert (rejected.reason, rejected.schedule, rejected.broadcast) == ("Görs redan.", None, None)
    assert room.drafts.made == []
    [entry] = room.calendar.year(room.place, 2027).rejected
    assert entry.decision == rejected


def test_what_was_rejected_may_be_accepted_later_and_both_are_kept(room: Room) -> None:
    handle = room.handle("rapportera")
    first = room.calendar.reject(room.place, handle, COORDINATOR, "Inte i år.", seen=0)
    second = room.calendar.accept(room.place, handle, OTHER_COORDINATOR, seen=1)
    assert room.calendar.history(room.place, handle) == [first, second]


def test_others_than_coordinators_only_read(room: Room) -> None:
    handle = room.handle("rapportera")
    with pytest.raises(OnlyCoordinators):
        room.calendar.accept(room.place, handle, MEMBER, seen=0)
    with pytest.raises(OnlyCoordinators):
        room.calendar.reject(room.place, handle, MEMBER, "Nej", seen=0)
    with pytest.raises(OnlyCoordinators):
        room.calendar.acknowledge(room.place, handle, MEMBER)
    with pytest.raises(OnlyCoordinators):
        room.calendar.renew_feed(room.place, MEMBER)
    assert len(room.database.denials.of(MEMBER)) == 4
    assert not room.calendar.may_decide(MEMBER)


def test_the_second_of_two_coordinators_is_told(room: Room) -> None:
    handle = room.handle("rapportera")
    first = room.calendar.accept(room.place, handle, COORDINATOR, seen=0)
    with pytest.raises(DecidedMeanwhile) as told:
        room.calendar.reject(room.place, handle, OTHER_COORDINATOR, "Nej", seen=0)
    assert told.value.current.by == first.by


def test_the_same_decision_again_changes_nothing(room: Room) -> None:
    handle = room.handle("rapportera")
    first = room.calendar.accept(room.place, handle, COORDINATOR, seen=0)
    assert room.calendar.accept(room.place, handle, COORDINATOR, seen=0) == first
    assert len(room.drafts.made) == 1


def test_a_draft_that_could_not_be_made_is_made_when_it_is_tried_again(room: Room) -> None:
    handle = room.handle("rapportera")
    room.drafts.fails = True
    with pytest.raises(OSError, match="killed"):
        room.calendar.accept(room.place, handle, COORDINATOR, seen=0)
    room.drafts.fails = False
    assert room.calendar.accept(room.place, handle, COORDINATOR, seen=0).broadcast == 1
    assert len(room.calendar.history(room.place, handle)) == 1


def test_what_has_a_broadcast_is_decided_anew_only_when_that_has_ended(room: Room) -> None:
    handle = room.handle("rapportera")
    room.calendar.accept(room.place, handle, COORDINATOR, seen=0)
    with pytest.raises(AlreadyAccepted):
        room.calendar.reject(room.place, handle, COORDINATOR, "Nej", seen=1)
    room.drafts.ended.add(1)
    again = room.calendar.accept(room.place, handle, COORDINATOR, seen=1)
    assert (again.number, again.broadcast) == (2, 2)


def test_a_short_name_is_enough_where_it_is_nobody_elses(room: Room) -> None:
    handle = room.handle("rapportera")
    assert room.calendar.entry(room.place, handle[:6]).proposal.handle == handle
    for nobody in ("", "zzzz"):
        with pytest.raises(ProposalGone):
            room.calendar.entry(room.place, nobody)


def test_the_year_has_its_days_on_working_days_and_the_rest_apart() -> None:
    room = Room(shipped(SKOVDE))
    year = room.calendar.year("Skövde", 2027)
    days = [(each.on, each.entry.proposal.basis.value) for m in year.months for each in m.duties]
    # New Year's Day is a holiday, and a weekend follows.
    assert days == [(date(2027, 1, 4), "part_of_year"), (date(2027, 12, 1), "accounts")]
    assert [each.proposal.when for each in year.undated] == ["1 gång per mandatperiod"]
    assert (year.past, year.rejected, year.drifts) == ((), (), ())


def test_a_day_that_a_holiday_or_weekend_moves_tells_from_where() -> None:
    year = Room(shipped(SKOVDE)).calendar.year("Skövde", 2027)
    [january] = year.months[0].duties
    assert january.moved == Moved(since=date(2027, 1, 1), why=WhyMoved.CLOSED)
    assert moved_words(january.moved, "sv") == (
        "Flyttat från fredag 1 januari 2027, som inte är en arbetsdag."
    )
    assert [each.moved for each in year.months[11].duties] == [None]


def test_what_comes_before_a_deadline_stands_on_the_day_on_which_it_is_sent(room: Room) -> None:
    # The 30th before is a Sunday.
    deadline = BeforeDeadline(at=time(9), deadline=date(2027, 3, 30), days_before=(30, 7))
    room.calendar.accept(
        room.place, room.handle("rapportera"), COORDINATOR, seen=0, schedule=deadline
    )
    months = room.calendar.year(room.place, 2027).months
    days = [
        (each.on, each.moved and each.moved.since)
        for month in months
        for each in month.duties
        if each.entry.is_accepted
    ]
    assert days == [(date(2027, 2, 26), date(2027, 2, 28)), (date(2027, 3, 23), None)]


def test_what_was_accepted_stands_in_no_year_before_it_was(room: Room) -> None:
    room.calendar.accept(room.place, room.handle("rapportera"), COORDINATOR, seen=0)
    accepted = {
        year: [
            d.on
            for m in room.calendar.year(room.place, year).months
            for d in m.duties
            if d.entry.is_accepted
        ]
        for year in (2025, 2026, 2027)
    }
    assert accepted == {2025: [], 2026: [], 2027: [date(2027, 3, 1)]}


def test_what_is_due_after_working_hours_tells_that_it_waits_until_the_next_day(
    room: Room,
) -> None:
    evening = Once(at=time(20), on=date(2027, 5, 4))
    room.calendar.accept(
        room.place, room.handle("rapportera"), COORDINATOR, seen=0, schedule=evening
    )
    [day] = room.calendar.year(room.place, 2027).months[4].duties
    assert day.on == date(2027, 5, 5)
    assert day.moved
    assert moved_words(day.moved, "sv") == (
        "Flyttat från tisdag 4 maj 2027, eftersom tiden ligger efter arbetstid."
    )


def test_what_was_planned_for_a_year_gone_by_is_told_as_past_and_stands_in_its_own_year() -> None:
    room = Room(shipped(SKARA))
    year = room.calendar.year("Skara", 2026)
    assert [each.entry.proposal.when for m in year.months for each in m.duties] == ["årligen"]
    assert "december 2017" in [each.proposal.when for each in year.past]
    its_own = room.calendar.year("Skara", 2017)
    assert [each.entry.proposal.when for each in its_own.months[11].duties] == [
        "årligen",
        "december 2017",
    ]


def test_what_is_past_is_accepted_for_the_year_to_come() -> None:
    room = Room(shipped(SKARA))
    evaluation = room.entry("Utvärdering av 2017").proposal
    assert room.calendar.suggested(evaluation) == Once(at=time(9), on=date(2026, 12, 1))
    week = room.entry("Europaveckan").proposal
    decision = room.calendar.accept("Skara", week.handle, COORDINATOR, seen=0)
    assert decision.schedule == Once(at=time(9), on=date(2027, 5, 1))
    year = room.calendar.year("Skara", 2027)
    assert [each.on for each in year.months[4].duties] == [date(2027, 5, 3)]
    assert decision.proposal not in [each.proposal for each in year.past]


def test_the_days_of_agreements_stand_in_their_months(room: Room) -> None:
    end = falls_due(date(2027, 6, 30), municipality=room.place)
    room.agreements.days.append(end)
    [day] = room.calendar.year(room.place, 2027).months[5].duties
    assert (day.on, day.entry.proposal) == (date(2027, 6, 30), end)
    assert room.calendar.year(room.place, 2026).months[5].duties == ()


def test_a_municipality_without_documents_has_an_empty_year() -> None:
    assert Room().calendar.year("Ingenstans", 2027).is_empty


def test_a_new_token_of_a_feed_ends_the_one_before(room: Room) -> None:
    from bot.services.calendar.duties import digest_of

    first = room.calendar.renew_feed(room.place, COORDINATOR)
    second = room.calendar.renew_feed(room.place, COORDINATOR)
    feed = room.database.calendar.feed
    assert feed(digest_of(first)) is None
    assert feed(digest_of(second)) is not None
    assert room.calendar.end_feed(room.place, COORDINATOR)
    assert feed(digest_of(second)) is None
