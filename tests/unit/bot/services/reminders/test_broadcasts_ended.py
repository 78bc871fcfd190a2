"""Broadcasts that end once nothing of them is to come."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.reminders.broadcast import BroadcastStatus, Escalation, EventKind, Nagging
from bot.domain.reminders.occurrence import RecipientState
from bot.domain.reminders.postponing import Snooze
from tests.unit.bot.services.reminders.due import EACH_MONTH, desk
from tests.unit.bot.services.reminders.reminded import BO, Desk, content

__all__ = ["desk"]


def test_a_broadcast_ends_when_nothing_of_it_is_to_come(desk: Desk) -> None:
    started = desk.start(content(nagging=Nagging(every_days=7, at_most=1)))
    desk.plan()
    assert desk.now_of(started).status is BroadcastStatus.ACTIVE
    desk.deliver()
    arrived = desk.play("2026-11-02", "2026-11-09")
    assert [each[17:] for each in arrived] == ["reminder anna", "reminder bengt"]
    assert desk.now_of(started).status is BroadcastStatus.ENDED
    assert desk.record(started).count(EventKind.ENDED) == 1
    occurrence = desk.occurrences(started)[0]
    answered = desk.use.answers.done(occurrence.id, "anna")
    assert answered.recipient.state is RecipientState.ANSWERED


@pytest.mark.parametrize("to_come", ["reminder", "escalation", "put off", "held"])
def test_what_may_still_send_something_has_not_ended_and_can_be_cancelled(
    desk: Desk, to_come: str
) -> None:
    nagging = Nagging(every_days=7, at_most=1) if to_come == "reminder" else None
    escalation = Escalation(after_days=7) if to_come == "escalation" else None
    started = desk.start(content(nagging=nagging, escalation=escalation))
    desk.plan()
    if to_come == "put off":
        desk.use.answers.snooze(desk.occurrences(started)[0].id, "anna", Snooze.NEXT_WEEK)
    if to_come != "held":
        desk.deliver()
    desk.plan()
    now = desk.now_of(started)
    assert now.status is BroadcastStatus.ACTIVE
    desk.use.broadcasts.cancel(now.id, now.version, BO)
    assert desk.play("2026-11-02", "2026-12-02") == []


def test_a_recurrence_does_not_end(desk: Desk) -> None:
    started = desk.start(content(schedule=EACH_MONTH))
    desk.play("2026-11-15", "2026-11-20")
    assert desk.now_of(started).status is BroadcastStatus.ACTIVE


def test_what_waits_for_a_coordinators_decision_has_not_ended(desk: Desk) -> None:
    started = desk.start(content())
    desk.round()
    occurrence = desk.occurrences(started)[0]
    assert desk.now_of(started).status is BroadcastStatus.ENDED
    other = desk.start(content(title="Andra"))
    desk.plan()
    desk.deliver()
    waiting = desk.occurrences(other)[0]
    desk.use.answers.not_me(waiting.id, "anna", "eva")
    desk.clock.time += timedelta(minutes=1)
    desk.plan()
    assert desk.now_of(other).status is BroadcastStatus.ACTIVE
    desk.use.answers.replace(waiting.id, "anna", BO)
    assert desk.round() == ["first eva"]
    assert desk.use.answers.done(occurrence.id, "anna").recipient.answer
