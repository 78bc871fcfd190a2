from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from bot.domain.contacts import ContactRole
from bot.domain.reminders.broadcast import Escalation, EventKind, Lateness, Nagging
from bot.domain.reminders.dispatch import DispatchKind, DispatchState
from bot.domain.reminders.occurrence import Recipient
from bot.domain.reminders.postponing import Snooze
from bot.domain.reminders.schedule import Once
from bot.services.reminders.status import Stand
from tests.unit.bot.services.reminders.reminded import BO, Desk, content, skara, sweden

WEEKLY = Nagging(every_days=7, at_most=2)
AFTER_TEN_DAYS = Escalation(after_days=10)


@pytest.fixture
def desk() -> Desk:
    desk = skara()
    desk.set_units("Kultur", "Skola")
    return desk


def test_who_has_not_answered_is_reminded_so_often_and_no_more(desk: Desk) -> None:
    occurrence = desk.send(content(nagging=WEEKLY))
    desk.use.answers.done(occurrence.id, "bengt")
    assert desk.play("2026-11-03", "2026-12-31") == [
        "2026-11-09 09:00 reminder anna",
        "2026-11-16 09:00 reminder anna",
    ]
    reminders = desk.dispatches(DispatchKind.REMINDER)
    assert [each.number for each in reminders] == [1, 2]


def test_reminders_stop_on_an_answer(desk: Desk) -> None:
    occurrence = desk.send(content(nagging=WEEKLY))
    assert len(desk.play("2026-11-03", "2026-11-10")) == 2
    desk.use.answers.done(occurrence.id, "anna")
    desk.use.answers.nothing_to_report(occurrence.id, "bengt")
    assert desk.play("2026-11-11", "2026-12-31") == []


def test_an_answer_drops_a_reminder_that_is_not_under_way(desk: Desk) -> None:
    occurrence = desk.send(content(nagging=WEEKLY))
    desk.at("2026-11-09 09:00")
    assert desk.plan() == 2
    desk.use.answers.done(occurrence.id, "anna")
    assert [each.person for each in desk.deliver()] == ["bengt"]


def test_reminders_are_moved_out_of_weekends_and_holidays(desk: Desk) -> None:
    desk.at("2026-12-21 09:00")
    desk.send(content(nagging=Nagging(every_days=3, at_most=3)))
    days = [each[:16] for each in desk.play("2026-12-22", "2027-01-12") if "anna" in each]
    # 24 to 27 December and 31 December to 3 January are no working days, nor is 6 January.
    assert days == ["2026-12-28 09:00", "2027-01-04 09:00", "2027-01-07 09:00"]


def test_two_processes_remind_once(desk: Desk) -> None:
    desk.send(content(nagging=WEEKLY))
    desk.at("2026-11-09 09:00")
    other = desk.another()
    assert [desk.use.planner.remind_due(), other.use.planner.remind_due()] == [2, 0]
    assert len(desk.dispatches(DispatchKind.REMINDER)) == 2


def test_after_three_weeks_down_there_is_one_reminder_in_working_time(desk: Desk) -> None:
    desk.send(content(nagging=Nagging(every_days=3, at_most=5)))
    arrived = [each for each in desk.play("2026-11-28", "2026-12-04") if "anna" in each]
    assert arrived == ["2026-11-30 08:00 reminder anna", "2026-12-03 08:00 reminder anna"]


def test_nobody_is_reminded_of_what_has_not_reached_them(desk: Desk) -> None:
    desk.start(content(nagging=WEEKLY, escalation=AFTER_TEN_DAYS))
    desk.plan()
    desk.at("2026-11-23 09:00")
    assert desk.round() == ["first anna", "first bengt"]
    arrived = [each for each in desk.play("2026-11-24", "2026-12-31") if "bengt" in each]
    assert arrived == [
        "2026-11-30 09:00 reminder bengt",
        "2026-12-03 09:00 escalation hedda about bengt",
        "2026-12-07 09:00 reminder bengt",
    ]


def test_who_never_got_it_is_neither_reminded_nor_said_not_to_have_answered(desk: Desk) -> None:
    started = desk.start(content(nagging=WEEKLY, escalation=AFTER_TEN_DAYS))
    desk.plan()
    desk.deliver(refused=["bengt"])
    arrived = [each for each in desk.play("2026-11-03", "2026-12-31") if "bengt" in each]
    assert arrived == []
    told = desk.use.digests.digest(BO, sweden("2026-11-13 08:00")).entries[0].events
    assert EventKind.NOT_REACHED in [each.kind for each in told]
    reminded = [each.person for each in desk.dispatches(DispatchKind.REMINDER)]
    assert reminded == ["anna", "anna"]
    assert desk.record(started).count(EventKind.NOT_REMINDED) == 1
    state = desk.use.status.latest(started.id, BO)
    assert state
    assert state.counts[Stand.FAILED] == 1


def test_who_could_be_reached_once_is_told_of_though_they_are_gone(desk: Desk) -> None:
    desk.send(content(nagging=WEEKLY, escalation=AFTER_TEN_DAYS))
    desk.at("2026-11-09 09:00")
    desk.plan()
    desk.deliver(refused=["bengt"])
    arrived = [each for each in desk.play("2026-11-10", "2026-12-31") if "bengt" in each]
    assert arrived == ["2026-11-12 09:00 escalation hedda about bengt"]


def test_who_is_reached_by_a_reminder_only_is_told_of_as_long_after_that(desk: Desk) -> None:
    occurrence = desk.start(content(escalation=AFTER_TEN_DAYS))
    desk.plan()
    desk.deliver(refused=["bengt"])
    identity = desk.occurrences(occurrence)[0].id
    desk.use.answers.snooze(identity, "bengt", date(2026, 11, 12))
    desk.at("2026-11-12 08:00")
    desk.plan()
    desk.at("2026-11-13 09:00")
    desk.plan()
    desk.at("2026-11-13 10:00")
    assert "bengt" in [each.person for each in desk.deliver()]
    arrived = [each for each in desk.play("2026-11-14", "2026-12-31") if "bengt" in each]
    assert arrived == ["2026-11-23 09:00 escalation hedda about bengt"]


def test_who_left_after_the_first_message_is_reminded_once_in_vain(desk: Desk) -> None:
    desk.send(content(nagging=Nagging(every_days=7, at_most=5)))
    desk.at("2026-11-09 09:00")
    desk.plan()
    desk.deliver(refused=["bengt"])
    desk.play("2026-11-10", "2026-12-31")
    reminders = desk.dispatches(DispatchKind.REMINDER)
    assert [each.person for each in reminders].count("bengt") == 1


def test_who_is_reached_at_the_second_attempt_is_reminded_after_that(desk: Desk) -> None:
    started = desk.start(content(nagging=WEEKLY))
    desk.plan()
    desk.deliver(refused=["bengt"])
    desk.play("2026-11-03", "2026-11-12")
    desk.at("2026-11-13 09:00")
    assert desk.use.status.resend_failed(desk.occurrences(started)[0].id, BO) == 1
    arrived = [each for each in desk.play("2026-11-13", "2026-12-31") if "bengt" in each]
    assert arrived == [
        "2026-11-13 09:00 first bengt",
        "2026-11-20 09:00 reminder bengt",
        "2026-11-27 09:00 reminder bengt",
    ]


def test_what_reached_them_late_is_reminded_of_as_long_after_that(desk: Desk) -> None:
    desk.start(content(nagging=WEEKLY))
    desk.plan()
    desk.at("2026-11-06 09:00")
    assert len(desk.deliver()) == 2
    arrived = [each for each in desk.play("2026-11-07", "2026-11-30") if "anna" in each]
    assert arrived == ["2026-11-13 09:00 reminder anna", "2026-11-20 09:00 reminder anna"]


def test_a_pause_reminds_nobody(desk: Desk) -> None:
    started = desk.start(content(nagging=WEEKLY))
    desk.round()
    paused = desk.use.broadcasts.pause(started.id, desk.now_of(started).version, BO)
    assert desk.play("2026-11-03", "2026-11-20") == []
    desk.use.broadcasts.resume(started.id, paused.version, BO)
    desk.at("2026-11-23 10:00")
    assert desk.round() == ["reminder anna", "reminder bengt"]


def test_a_snoozed_one_comes_back_and_goes_on_as_before(desk: Desk) -> None:
    occurrence = desk.send(content(nagging=WEEKLY))
    desk.use.answers.snooze(occurrence.id, "anna", date(2026, 11, 19))
    arrived = [each for each in desk.play("2026-11-03", "2026-12-31") if "anna" in each]
    assert arrived == ["2026-11-19 08:00 reminder anna", "2026-11-26 08:00 reminder anna"]


def test_a_snoozed_one_comes_back_also_where_nobody_else_is_reminded(desk: Desk) -> None:
    occurrence = desk.send(content())
    desk.use.answers.snooze(occurrence.id, "anna", Snooze.NEXT_WEEK)
    assert desk.play("2026-11-03", "2026-12-31") == ["2026-11-09 08:00 reminder anna"]


def test_the_head_is_told_once_of_who_does_not_answer(desk: Desk) -> None:
    occurrence = desk.send(content(escalation=AFTER_TEN_DAYS))
    arrived = desk.play("2026-11-03", "2026-12-31")
    assert arrived == ["2026-11-12 09:00 escalation hedda about bengt"]
    asked = desk.use.answers.asked(occurrence.id, "bengt")
    assert asked.recipient.escalate_at is None


def test_nobody_is_told_of_who_has_answered(desk: Desk) -> None:
    occurrence = desk.send(content(escalation=AFTER_TEN_DAYS))
    desk.at("2026-11-12 09:00")
    desk.plan()
    desk.use.answers.done(occurrence.id, "bengt")
    assert desk.deliver() == []
    assert {e.state for e in desk.dispatches(DispatchKind.ESCALATION)} == {DispatchState.DROPPED}


def test_the_head_is_found_when_they_are_to_be_told(desk: Desk) -> None:
    desk.send(content(escalation=AFTER_TEN_DAYS))
    desk.members.is_something_else("hedda", is_gone=True)
    assert desk.play("2026-11-12", "2026-11-12") == ["2026-11-12 09:00 escalation dag about bengt"]


def test_heads_are_not_told_of_themselves(desk: Desk) -> None:
    desk.set_units("Kultur", "Skola", "Teknik")
    desk.add_contact("Teknik", "tor")
    desk.add_contact("Teknik", "tor", ContactRole.HEAD)
    desk.add_contact("Teknik", "tom", ContactRole.DEPUTY)
    desk.send(content(escalation=AFTER_TEN_DAYS))
    arrived = desk.play("2026-11-12", "2026-11-12")
    assert "2026-11-12 09:00 escalation tom about tor" in arrived


def test_where_there_is_no_head_or_deputy_it_is_noted(desk: Desk) -> None:
    started = desk.start(content(escalation=AFTER_TEN_DAYS))
    desk.play("2026-11-02", "2026-11-12")
    record = desk.use.broadcasts.record(started.id, BO)
    noted = [(each.kind, each.person) for each in record if each.kind is EventKind.NOBODY_TO_TELL]
    assert noted == [(EventKind.NOBODY_TO_TELL, "anna")]
    desk.at("2026-11-13 08:00")
    assert desk.round() == ["digest bo"]


def test_who_is_snoozed_is_told_of_a_day_after_they_were_reminded(desk: Desk) -> None:
    occurrence = desk.send(content(escalation=AFTER_TEN_DAYS))
    desk.use.answers.snooze(occurrence.id, "bengt", date(2026, 11, 20))
    arrived = [each for each in desk.play("2026-11-03", "2026-11-30") if "bengt" in each]
    assert arrived == [
        "2026-11-20 08:00 reminder bengt",
        "2026-11-23 08:00 escalation hedda about bengt",
    ]


def test_reminders_are_too_late_as_the_broadcast_is(desk: Desk) -> None:
    said = content(
        schedule=Once(on=date(2026, 12, 1), at=time(9)), nagging=WEEKLY, lateness=Lateness.DROP
    )
    desk.start(said)
    desk.play("2026-12-01", "2026-12-02")
    desk.at("2026-12-08 09:00")
    desk.plan()
    reminder = desk.dispatches(DispatchKind.REMINDER)[0]
    assert reminder.drop_at == sweden("2026-12-08 17:00")


def test_the_record_tells_of_each_reminder_and_escalation(desk: Desk) -> None:
    started = desk.start(content(nagging=WEEKLY, escalation=AFTER_TEN_DAYS))
    desk.play("2026-11-02", "2026-11-20")
    kinds = desk.record(started)
    assert (kinds.count(EventKind.REMINDED), kinds.count(EventKind.ESCALATED)) == (4, 1)


def test_one_of_whom_something_is_broken_holds_back_no_reminders(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.send(content(nagging=WEEKLY))
    desk.at("2026-11-09 09:00")
    change = desk.database.occurrences.change

    def breaking(before: Recipient, *told: Any) -> bool:
        if before.person == "anna":
            raise KeyError("broken")
        return change(before, *told)

    monkeypatch.setattr(desk.database.occurrences, "change", breaking)
    assert desk.use.planner.remind_due() == 1
    monkeypatch.undo()
    assert desk.use.planner.remind_due() == 1


def test_many_who_wait_keep_nobody_behind_them_from_their_turn(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.services.reminders.nagging.AT_ONCE", 1)
    desk.send(content(escalation=Escalation(after_days=7)))
    desk.at("2026-11-02 10:00")
    desk.send(content(title="Andra", nagging=WEEKLY))
    desk.at("2026-11-09 10:00")
    desk.members.is_down = True
    assert desk.use.planner.remind_due() == 2


def test_a_channel_that_cannot_tell_who_leads_holds_back_no_reminders(desk: Desk) -> None:
    occurrence = desk.send(content(nagging=WEEKLY, escalation=Escalation(after_days=7)))
    desk.use.answers.done(occurrence.id, "anna")
    desk.at("2026-11-09 09:00")
    desk.members.is_down = True
    assert desk.use.planner.remind_due() == 1
    assert desk.use.planner.remind_due() == 0
    desk.members.is_down = False
    assert desk.use.planner.remind_due() == 1
    assert [each.about for each in desk.dispatches(DispatchKind.ESCALATION)] == ["bengt"]
