"""Days of agreements as proposals: accepted, rejected, and told when they are others."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.domain.agreement_rules import DueKind
from bot.domain.reminders.proposals import DriftKind, Verdict
from bot.domain.reminders.schedule import BeforeDeadline
from bot.services.calendar.when import MORNING
from bot.services.calendar.wording import drift_lines
from bot.services.errors import DayMissing
from tests.unit.bot.services.calendar.made import COORDINATOR, Room, falls_due
from tests.unit.indexer.made import section

ON = date(2027, 6, 30)
ENDS, NOTICE = falls_due(ON), falls_due(date(2026, 12, 31), DueKind.NOTICE_BY)


@pytest.fixture
def room() -> Room:
    made = Room(section("Kommunstyrelsen är ansvarig."))
    made.place = ENDS.municipality
    made.agreements.days = [NOTICE, ENDS]
    return made


def accepted(room: Room) -> None:
    room.calendar.accept(room.place, ENDS.handle, COORDINATOR, seen=0)


def test_a_day_is_accepted_by_one_click_for_thirty_and_seven_days_before(room: Room) -> None:
    assert not ENDS.needs_day
    decision = room.calendar.accept(room.place, ENDS.handle, COORDINATOR, seen=0)
    schedule = BeforeDeadline(at=MORNING, deadline=ON, days_before=(30, 7))
    assert (decision.verdict, decision.schedule) == (Verdict.ACCEPTED, schedule)
    assert room.drafts.made == [("Vänort Eidsberg", schedule, COORDINATOR)]


def test_only_the_days_that_are_left_are_suggested(room: Room) -> None:
    for days, left in ((31, (30, 7)), (30, (7,)), (7, (0,)), (0, (0,))):
        soon = falls_due(room.calendar.today + timedelta(days=days))
        suggested = room.calendar.suggested(soon)
        assert isinstance(suggested, BeforeDeadline)
        assert suggested.days_before == left


def test_a_day_that_has_passed_is_never_put_to_another_year(room: Room) -> None:
    passed = falls_due(room.calendar.today - timedelta(days=1))
    room.agreements.days = [passed]
    with pytest.raises(DayMissing):
        room.calendar.accept(room.place, passed.handle, COORDINATOR, seen=0)
    assert room.calendar.year(room.place, 2026).past == ()


def test_a_day_is_rejected_with_a_reason(room: Room) -> None:
    room.calendar.reject(room.place, NOTICE.handle, COORDINATOR, "Förlängs", seen=0)
    [rejected] = room.calendar.year(room.place, 2026).rejected
    assert rejected.proposal == NOTICE


def test_another_day_is_told_as_a_drift_and_changes_nothing(room: Room) -> None:
    accepted(room)
    later = falls_due(date(2028, 6, 30))
    room.agreements.days = [NOTICE, later]
    [drift] = room.calendar.drifts(room.place)
    assert (drift.kind, drift.now_on) == (DriftKind.CHANGED, date(2028, 6, 30))
    assert list(drift_lines(drift, "sv"))[1:] == ["Förut: 2027-06-30", "Nu: 2028-06-30"]
    assert [each.decision for each in room.calendar.entries(room.place)][:2] == [None, None]
    assert len(room.drafts.made) == 1
    assert room.calendar.acknowledge(room.place, ENDS.handle, COORDINATOR)
    assert room.calendar.drifts(room.place) == []
    room.agreements.days = [falls_due(date(2029, 6, 30))]
    assert len(room.calendar.drifts(room.place)) == 1


def test_an_ended_agreement_is_told_also_where_another_has_the_same_day(room: Room) -> None:
    accepted(room)
    room.agreements.days = [falls_due(ON, agreement=8)]
    [drift] = room.calendar.drifts(room.place)
    assert (drift.kind, drift.now_on) == (DriftKind.DROPPED, None)


def test_what_was_undecided_goes_without_a_word(room: Room) -> None:
    room.agreements.days = []
    assert room.calendar.drifts(room.place) == []
