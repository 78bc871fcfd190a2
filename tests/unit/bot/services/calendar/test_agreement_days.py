"""Days of agreements as proposals: accepted, rejected, and told when they are others."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.domain.agreement_rules import DueKind
from bot.domain.agreements import Notice
from bot.domain.reminders.proposals import AgreementTerms, DriftKind, Verdict
from bot.domain.reminders.schedule import BeforeDeadline, Once
from bot.services.calendar.when import MORNING
from bot.services.calendar.wording import drift_lines
from bot.services.errors import DayPassed
from tests.unit.bot.services.calendar.made import COORDINATOR, Room, falls_due
from tests.unit.indexer.made import section

ON = date(2027, 6, 30)
TERMS = AgreementTerms(last=ON, notice=Notice(months=6), next_evaluation=None)
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
    with pytest.raises(DayPassed):
        room.calendar.accept(room.place, passed.handle, COORDINATOR, seen=0)
    assert room.calendar.year(room.place, 2026).past == ()
    chosen = Once(at=MORNING, on=date(2027, 1, 4))
    decision = room.calendar.accept(room.place, passed.handle, COORDINATOR, seen=0, schedule=chosen)
    assert decision.schedule == chosen


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


def test_other_terms_of_an_accepted_day_are_told_once_and_change_nothing(room: Room) -> None:
    room.agreements.days = [falls_due(ON, terms=TERMS)]
    accepted(room)
    assert room.calendar.drifts(room.place) == []
    other = TERMS.model_copy(
        update={"notice": Notice(months=3), "next_evaluation": date(2027, 3, 1)}
    )
    room.agreements.days = [
        falls_due(ON, name="Vänort Indre Østfold", partner="Indre Østfold kommune", terms=other)
    ]
    [drift] = room.calendar.drifts(room.place)
    assert (drift.kind, drift.now_on) == (DriftKind.RESTATED, None)
    told = list(drift_lines(drift, "sv"))
    assert told[0].startswith("Dagen är densamma, men avtalsregistret anger annat")
    assert told[1:] == [
        "Namn: Vänort Eidsberg → Vänort Indre Østfold",
        "Partner: Eidsbergs kommun → Indre Østfold kommune",
        "Uppsägning: 6 månader → 3 månader",
        "Nästa utvärdering: inget → 2027-03-01",
    ]
    [entry] = room.calendar.entries(room.place)
    assert entry.is_accepted
    assert len(room.drafts.made) == 1
    assert room.calendar.acknowledge(room.place, ENDS.handle, COORDINATOR)
    assert room.calendar.drifts(room.place) == []
    room.agreements.days = [falls_due(ON, terms=TERMS, name="Vänort Østfold")]
    assert len(room.calendar.drifts(room.place)) == 1


def test_another_last_day_is_told_of_each_accepted_day_of_the_agreement(room: Room) -> None:
    for what in (DueKind.EXPIRES, DueKind.NOTICE_BY):
        day = falls_due(ON, what, terms=TERMS)
        room.agreements.days = [day]
        room.calendar.accept(room.place, day.handle, COORDINATOR, seen=0)
    later = TERMS.model_copy(update={"last": None, "notice": Notice(day=ON)})
    room.agreements.days = [falls_due(ON, DueKind.NOTICE_BY, terms=later)]
    told = {each.kind: list(drift_lines(each, "sv")) for each in room.calendar.drifts(room.place)}
    assert told[DriftKind.RESTATED][1:] == [
        "Gäller till: 2027-06-30 → tills vidare",
        "Uppsägning: 6 månader → 2027-06-30",
    ]
    assert told[DriftKind.DROPPED][1:] == ["Förut: 2027-06-30"]


def test_another_day_and_another_partner_are_told_together(room: Room) -> None:
    room.agreements.days = [falls_due(ON, terms=TERMS)]
    accepted(room)
    year_later = TERMS.model_copy(update={"last": date(2028, 6, 30)})
    room.agreements.days = [falls_due(date(2028, 6, 30), partner="Moss", terms=year_later)]
    [drift] = room.calendar.drifts(room.place)
    assert list(drift_lines(drift, "sv"))[1:] == [
        "Förut: 2027-06-30",
        "Nu: 2028-06-30",
        "Partner: Eidsbergs kommun → Moss",
    ]


def test_other_terms_of_what_was_rejected_or_decided_before_they_were_kept_are_not_told(
    room: Room,
) -> None:
    accepted(room)
    room.calendar.reject(room.place, NOTICE.handle, COORDINATOR, "Förlängs", seen=0)
    room.agreements.days = [
        falls_due(ON, terms=TERMS),
        falls_due(date(2026, 12, 31), DueKind.NOTICE_BY, name="Vänort Østfold", terms=TERMS),
    ]
    assert room.calendar.drifts(room.place) == []


def test_what_was_undecided_goes_without_a_word(room: Room) -> None:
    room.agreements.days = []
    assert room.calendar.drifts(room.place) == []
