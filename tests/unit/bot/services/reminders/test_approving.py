"""Broadcasts to many: sent by the yes of another coordinator, to what they have read."""

from __future__ import annotations

import pytest

from bot.domain.reminders.audience import Audience
from bot.domain.reminders.broadcast import BroadcastStatus, EventKind
from bot.services.errors import BroadcastChanged, OwnYes, ReasonMissing, ReasonTooLong, UnfitStatus
from tests.unit.bot.services.reminders.drafted import EACH_MONTH, limited
from tests.unit.bot.services.reminders.reminded import BO, MIA, content


def test_many_recipients_need_the_yes_of_another_coordinator() -> None:
    desk = limited(second_yes_from=2)
    asked = desk.start(content())
    assert asked.status is BroadcastStatus.AWAITING_YES
    assert desk.round() == []
    with pytest.raises(OwnYes):
        desk.use.broadcasts.approve(asked.id, asked.version, BO)
    approved = desk.use.broadcasts.approve(asked.id, asked.version, MIA)
    assert (approved.status, approved.asked_by, approved.approved_by) == (
        BroadcastStatus.ACTIVE,
        BO,
        MIA,
    )
    assert desk.round() == ["first anna", "first bengt"]


def test_one_recipient_fewer_needs_none() -> None:
    assert limited(second_yes_from=3).start(content()).status is BroadcastStatus.ACTIVE


def test_a_no_has_a_reason_and_leaves_a_draft() -> None:
    desk = limited(second_yes_from=2)
    asked = desk.start(content())
    for reason, error in (("  ", ReasonMissing), ("x" * 501, ReasonTooLong)):
        with pytest.raises(error):
            desk.use.broadcasts.decline(asked.id, asked.version, reason, MIA)
    declined = desk.use.broadcasts.decline(asked.id, asked.version, " Fel dag ", MIA)
    assert (declined.status, declined.asked_by) == (BroadcastStatus.DRAFT, None)
    event = desk.use.broadcasts.record(asked.id, BO)[-1]
    assert (event.kind, event.by, event.reason) == (EventKind.DECLINED, MIA, "Fel dag")
    assert desk.use.broadcasts.start(asked.id, declined.version, MIA).asked_by == MIA


def test_a_yes_is_for_what_was_read() -> None:
    desk = limited(second_yes_from=2)
    asked = desk.start(content())
    changed = desk.use.broadcasts.change(asked.id, asked.version, content(title="Annat"), BO)
    assert changed.status is BroadcastStatus.DRAFT
    with pytest.raises(BroadcastChanged):
        desk.use.broadcasts.approve(asked.id, asked.version, MIA)
    with pytest.raises(UnfitStatus):
        desk.use.broadcasts.approve(asked.id, changed.version, MIA)


def test_a_change_of_what_needs_a_second_yes_pauses_it_until_another_resumes_it() -> None:
    desk = limited(second_yes_from=2)
    asked = desk.start(content(schedule=EACH_MONTH))
    active = desk.use.broadcasts.approve(asked.id, asked.version, MIA)
    said = content(schedule=EACH_MONTH, title="Annat")
    changed = desk.use.broadcasts.change(active.id, active.version, said, MIA)
    assert (changed.status, changed.approved_by) == (BroadcastStatus.PAUSED, None)
    with pytest.raises(OwnYes):
        desk.use.broadcasts.resume(changed.id, changed.version, MIA)
    resumed = desk.use.broadcasts.resume(changed.id, changed.version, BO)
    assert (resumed.status, resumed.approved_by) == (BroadcastStatus.ACTIVE, BO)


def test_a_yes_does_not_hold_for_a_change_that_reaches_many_only_later() -> None:
    desk = limited(second_yes_from=2)
    asked = desk.start(content(schedule=EACH_MONTH))
    active = desk.use.broadcasts.approve(asked.id, asked.version, MIA)
    few = content(schedule=EACH_MONTH, audience=Audience(groups=frozenset({"S1"})))
    desk.members.groups["S1"] = ["anna"]
    changed = desk.use.broadcasts.change(active.id, active.version, few, BO)
    assert changed.status is BroadcastStatus.ACTIVE
    desk.members.groups["S1"] = ["anna", "bengt"]
    desk.at("2026-11-16 09:00")
    assert desk.round() == []
    assert desk.now_of(changed).status is BroadcastStatus.PAUSED


def test_whoever_wrote_it_last_cannot_say_the_second_yes_to_it() -> None:
    desk = limited(second_yes_from=2)
    desk.members.groups["S1"] = ["anna"]
    few = content(schedule=EACH_MONTH, audience=Audience(groups=frozenset({"S1"})))
    active = desk.start(few)
    words = few.model_copy(update={"text": "Mias ord"})
    desk.use.broadcasts.change(active.id, active.version, words, MIA)
    desk.members.groups["S1"] = ["anna", "bengt"]
    desk.at("2026-11-16 09:00")
    desk.round()
    paused = desk.now_of(active)
    assert paused.status is BroadcastStatus.PAUSED
    with pytest.raises(OwnYes):
        desk.use.broadcasts.resume(paused.id, paused.version, MIA)
    resumed = desk.use.broadcasts.resume(paused.id, paused.version, BO)
    assert resumed.approved_by == BO
