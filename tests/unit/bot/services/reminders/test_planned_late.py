"""What came due while nobody was there, or moved with clocks and working hours."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.domain.reminders.broadcast import Event, EventKind, Lateness
from bot.domain.reminders.dispatch import DispatchState
from bot.domain.reminders.occurrence import Occurrence, OccurrenceStatus
from bot.domain.reminders.schedule import BeforeDeadline, LastWorkingDay, Monthly, Once, Yearly
from bot.services.reminders.limits import Limits
from bot.services.reminders.ports import Plan
from tests.unit.bot.services.reminders.due import EACH_MONTH, ONCE, desk, statuses
from tests.unit.bot.services.reminders.reminded import Desk, content, sweden

__all__ = ["desk"]


def test_bot_down_for_three_weeks_sends_what_came_due_late_in_working_time(desk: Desk) -> None:
    desk.start(content(schedule=ONCE))
    desk.at("2026-12-22 03:00")
    assert desk.round() == []
    desk.at("2026-12-22 08:00")
    assert desk.round() == ["first anna", "first bengt"]
    first, _ = desk.dispatches()
    assert first.due_at == sweden("2026-12-01 09:00")


def test_of_several_missed_only_the_latest_is_sent(desk: Desk) -> None:
    started = desk.start(content(schedule=LastWorkingDay(at=time(10))))
    desk.at("2027-02-03 10:00")
    assert desk.round() == ["first anna", "first bengt"]
    assert statuses(desk, started) == [
        ("2027-01-29T10:00:00", OccurrenceStatus.OPEN),
        ("2026-12-30T10:00:00", OccurrenceStatus.MISSED),
        ("2026-11-30T10:00:00", OccurrenceStatus.MISSED),
    ]
    assert desk.record(started).count(EventKind.MISSED) == 2
    assert desk.now_of(started).next_at == sweden("2027-02-26 10:00")


def test_missed_ones_are_told_as_missed_also_after_a_break_in_between(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = desk.start(content(schedule=LastWorkingDay(at=time(10))))
    desk.at("2027-02-03 10:00")
    plan, planned = desk.database.broadcasts.plan, list[str]()

    def breaking(made: Plan, event: Event) -> Occurrence | None:
        if len(planned) == 1:
            raise RuntimeError("killed")
        planned.append(made.key)
        return plan(made, event)

    monkeypatch.setattr(desk.database.broadcasts, "plan", breaking)
    assert desk.use.planner.plan_due() == 0
    monkeypatch.undo()
    assert desk.round() == ["first anna", "first bengt"]
    assert [status for _, status in statuses(desk, started)] == [
        OccurrenceStatus.OPEN,
        OccurrenceStatus.MISSED,
        OccurrenceStatus.MISSED,
    ]


def test_what_is_not_to_be_late_is_missed_after_an_hour(desk: Desk) -> None:
    late = content(schedule=EACH_MONTH, lateness=Lateness.DROP)
    started = desk.start(late)
    desk.at("2026-11-16 10:01")
    assert desk.round() == []
    assert statuses(desk, started) == [("2026-11-15T09:00:00", OccurrenceStatus.MISSED)]
    desk.at("2026-12-15 09:59")
    assert desk.round() == ["digest bo", "first anna", "first bengt"]


def test_what_is_not_to_be_late_is_dropped_when_the_working_day_ends(desk: Desk) -> None:
    desk.start(content(schedule=ONCE, lateness=Lateness.DROP))
    desk.at("2026-12-01 09:00")
    desk.plan()
    desk.at("2026-12-01 17:00")
    assert desk.deliver() == []
    assert {each.state for each in desk.dispatches()} == {DispatchState.DROPPED}


def test_two_that_are_moved_to_one_moment_are_one_message(desk: Desk) -> None:
    # The 5th and 6th of December 2026 are a Saturday and a Sunday: both become the Friday.
    schedule = BeforeDeadline(at=time(9), deadline=date(2026, 12, 8), days_before=(3, 2))
    started = desk.start(content(schedule=schedule))
    assert desk.play("2026-12-04", "2026-12-08") == [
        "2026-12-04 09:00 first anna",
        "2026-12-04 09:00 first bengt",
    ]
    assert statuses(desk, started) == [("2026-12-06T09:00:00", OccurrenceStatus.OPEN)]
    assert EventKind.MISSED not in desk.record(started)


def test_summer_time_changes_nothing_for_people(desk: Desk) -> None:
    desk.at("2027-03-01 09:00")
    desk.start(content(schedule=Monthly(day=29, at=time(8))))
    sent = [each for each in desk.play("2027-03-25", "2027-05-05") if "anna" in each]
    assert sent == ["2027-03-30 08:00 first anna", "2027-04-29 08:00 first anna"]
    first, second = (each.due_at for each in desk.dispatches() if each.person == "anna")
    assert (first.hour, second.hour) == (6, 6)


def test_the_29th_of_february_is_the_28th_in_other_years(desk: Desk) -> None:
    desk.at("2027-01-04 09:00")
    desk.start(content(schedule=Yearly(month=2, day=29, at=time(9))))
    arrived = [*desk.play("2027-02-25", "2027-03-03"), *desk.play("2028-02-25", "2028-03-03")]
    # The 28th of February 2027 is a Sunday.
    assert [each for each in arrived if "anna" in each] == [
        "2027-03-01 09:00 first anna",
        "2028-02-29 09:00 first anna",
    ]


def test_a_clock_that_jumps_back_sends_nothing_twice(desk: Desk) -> None:
    desk.start(content(schedule=EACH_MONTH))
    desk.at("2026-11-16 09:00")
    assert desk.round() == ["first anna", "first bengt"]
    assert desk.play("2026-11-10", "2026-11-17") == []


def test_other_working_hours_move_what_is_to_come(desk: Desk) -> None:
    started = desk.start(content(schedule=Once(on=date(2026, 12, 1), at=time(7))))
    assert started.next_at == sweden("2026-12-01 08:00")
    desk.limits = Limits(opens=time(10), closes=time(16))
    desk = desk.another()
    assert desk.play("2026-12-01", "2026-12-01", (8, 9, 10)) == [
        "2026-12-01 10:00 first anna",
        "2026-12-01 10:00 first bengt",
    ]
    assert desk.record(started).count(EventKind.RESCHEDULED) == 1


def test_other_working_hours_after_it_was_sent_send_it_once(desk: Desk) -> None:
    desk.start(content(schedule=Monthly(day=1, at=time(7))))
    desk.at("2026-12-01 08:00")
    assert desk.round() == ["first anna", "first bengt"]
    desk.limits = Limits(opens=time(10))
    assert desk.another().play("2026-12-01", "2026-12-20") == []
