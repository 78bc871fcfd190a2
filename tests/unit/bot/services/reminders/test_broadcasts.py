"""Broadcasts: drafted, sent, changed, paused, cancelled and copied, and by whom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest

from bot.domain.reminders.broadcast import Broadcast, BroadcastStatus, EventKind, Nagging, Wish
from bot.domain.reminders.dispatch import DispatchKind, DispatchState
from bot.domain.reminders.occurrence import OccurrenceStatus
from bot.domain.reminders.schedule import Now, Once, Yearly
from bot.services.errors import (
    BroadcastChanged,
    BroadcastGone,
    NeverDue,
    NobodyReached,
    OnlyCoordinators,
    UnfitStatus,
)
from bot.services.reminders.trying_out import TRIED_OUT
from tests.unit.bot.services.reminders.drafted import EACH_MONTH, NOBODY, desk, draft, limited
from tests.unit.bot.services.reminders.reminded import BO, EVA, MIA, Desk, content, skara, sweden

__all__ = ["desk"]


def test_a_draft_sends_nothing(desk: Desk) -> None:
    made = draft(desk)
    assert (made.status, made.version, made.made_by) == (BroadcastStatus.DRAFT, 1, BO)
    assert desk.round() == []
    assert desk.record(made) == [EventKind.DRAFTED]


def test_the_same_draft_twice_is_one(desk: Desk) -> None:
    assert draft(desk) == draft(desk)
    assert len(desk.use.broadcasts.listed("Skara", BO)) == 1


DEEDS: list[Callable[[Desk, Broadcast], object]] = [
    lambda desk, _: desk.use.broadcasts.draft("other", content(), EVA),
    lambda desk, b: desk.use.broadcasts.find(b.id, EVA),
    lambda desk, _: desk.use.broadcasts.listed(None, EVA),
    lambda desk, _: desk.use.broadcasts.preview(content(), EVA),
    lambda desk, b: desk.use.broadcasts.try_out(b.id, EVA),
    lambda desk, b: desk.use.broadcasts.change(b.id, 1, content(title="Annat"), EVA),
    lambda desk, b: desk.use.broadcasts.start(b.id, 1, EVA),
    lambda desk, b: desk.use.broadcasts.approve(b.id, 1, EVA),
    lambda desk, b: desk.use.broadcasts.decline(b.id, 1, "nej", EVA),
    lambda desk, b: desk.use.broadcasts.pause(b.id, 1, EVA),
    lambda desk, b: desk.use.broadcasts.resume(b.id, 1, EVA),
    lambda desk, b: desk.use.broadcasts.cancel(b.id, 1, EVA),
    lambda desk, b: desk.use.broadcasts.duplicate(b.id, "copy", EVA),
    lambda desk, b: desk.use.broadcasts.record(b.id, EVA),
    lambda desk, b: desk.use.status.latest(b.id, EVA),
    lambda desk, b: desk.use.status.occurrences(b.id, EVA),
]


@pytest.mark.parametrize("deed", DEEDS)
def test_only_coordinators_have_to_do_with_broadcasts(
    desk: Desk, deed: Callable[[Desk, Broadcast], object]
) -> None:
    made = draft(desk)
    with pytest.raises(OnlyCoordinators):
        deed(desk, made)
    assert desk.now_of(made) == made
    assert [
        (each.person, each.action) for each in desk.database.denials.since(desk.clock.time)
    ] == [(EVA, "broadcast")]


def test_what_is_started_now_goes_out_at_once_to_each_once(desk: Desk) -> None:
    started = desk.start(content())
    assert (started.status, started.asked_by) == (BroadcastStatus.ACTIVE, BO)
    assert desk.round() == ["first anna", "first bengt"]
    assert desk.round() == []
    (planned,) = desk.occurrences(started)
    assert (planned.due_at, planned.content.reason) == (desk.clock(), content().reason)


def test_the_record_says_who_sent_what_and_why(desk: Desk) -> None:
    started = desk.start(content())
    drafted, begun = desk.use.broadcasts.record(started.id, MIA)
    assert (drafted.kind, drafted.by) == (EventKind.DRAFTED, BO)
    assert (begun.kind, begun.by, begun.reason) == (EventKind.STARTED, BO, content().reason)


def test_what_is_sent_in_the_evening_goes_out_in_the_morning(desk: Desk) -> None:
    desk.at("2026-11-06 18:30")
    desk.start(content())
    assert desk.round() == []
    assert desk.play("2026-11-07", "2026-11-09")[0] == "2026-11-09 08:00 first anna"


def test_what_is_no_longer_at_the_version_is_told_as_it_is_now(desk: Desk) -> None:
    made = draft(desk)
    changed = desk.use.broadcasts.change(made.id, 1, content(title="Annat"), MIA)
    assert (changed.version, changed.content.title) == (2, "Annat")
    with pytest.raises(BroadcastChanged) as raised:
        desk.use.broadcasts.start(made.id, 1, BO)
    assert raised.value.current == changed
    with pytest.raises(BroadcastGone):
        desk.use.broadcasts.find(99, BO)


def test_a_change_is_kept_with_what_was_said_before(desk: Desk) -> None:
    made = draft(desk)
    desk.use.broadcasts.change(made.id, 1, content(title="Annat"), MIA)
    assert desk.use.broadcasts.change(made.id, 2, content(title="Annat"), MIA).version == 2
    event = desk.use.broadcasts.record(made.id, BO)[-1]
    assert (event.kind, event.by, event.before) == (EventKind.CHANGED, MIA, made.content)


def test_what_is_started_twice_is_sent_once(desk: Desk) -> None:
    started = desk.start(content())
    with pytest.raises(UnfitStatus) as raised:
        desk.use.broadcasts.start(started.id, started.version, BO)
    assert raised.value.status is BroadcastStatus.ACTIVE
    with pytest.raises(BroadcastChanged):
        desk.use.broadcasts.start(started.id, 1, BO)


def test_nothing_is_sent_to_nobody_or_never(desk: Desk) -> None:
    with pytest.raises(NobodyReached):
        desk.start(content(audience=NOBODY))
    with pytest.raises(NeverDue):
        desk.start(content(title="Igår", schedule=Once(on=date(2026, 10, 29), at=time(9))))
    drafts = desk.use.broadcasts.listed("Skara", BO, frozenset({BroadcastStatus.DRAFT}))
    assert len(drafts) == 2


def test_to_oneself_first_is_kept_in_the_record_and_nowhere_else(desk: Desk) -> None:
    made = draft(desk)
    outgoing = desk.use.broadcasts.try_out(made.id, MIA)
    assert outgoing.occurrence
    assert outgoing.recipient
    assert (outgoing.dispatch.person, outgoing.recipient.person) == (MIA, MIA)
    assert (outgoing.occurrence.id, outgoing.occurrence.content) == (TRIED_OUT, made.content)
    assert desk.record(made)[-1] is EventKind.TRIED_OUT
    assert desk.dispatches() == []
    assert desk.now_of(made) == made


def test_a_pause_holds_what_has_not_gone_out_and_resuming_lets_it_go(desk: Desk) -> None:
    desk.set_units("Kultur", "Skola")
    started = desk.start(content())
    desk.plan()
    paused = desk.use.broadcasts.pause(started.id, desk.now_of(started).version, MIA)
    assert desk.deliver() == []
    desk.at("2026-11-04 10:00")
    desk.use.broadcasts.resume(started.id, paused.version, BO)
    assert desk.round() == ["first anna", "first bengt"]


def test_what_came_due_during_a_pause_is_sent_once_when_it_is_resumed(desk: Desk) -> None:
    started = desk.start(content(schedule=EACH_MONTH))
    paused = desk.use.broadcasts.pause(started.id, started.version, BO)
    assert desk.play("2026-11-10", "2027-01-20") == []
    desk.at("2027-01-21 10:00")
    desk.use.broadcasts.resume(started.id, paused.version, BO)
    assert desk.round() == ["first anna", "first bengt"]
    kinds = [kind for kind in desk.record(started) if kind in (EventKind.MISSED, EventKind.PLANNED)]
    assert kinds == [EventKind.MISSED, EventKind.MISSED, EventKind.PLANNED]


def test_what_is_cancelled_sends_nothing_more(desk: Desk) -> None:
    started = desk.start(content(schedule=EACH_MONTH, nagging=Nagging(every_days=3, at_most=3)))
    desk.at("2026-11-16 09:00")
    assert desk.round() == ["first anna", "first bengt"]
    cancelled = desk.use.broadcasts.cancel(started.id, desk.now_of(started).version, BO)
    assert desk.play("2026-11-17", "2027-02-28") == []
    with pytest.raises(UnfitStatus):
        desk.use.broadcasts.resume(started.id, cancelled.version, BO)


def test_drafts_and_what_waits_for_a_yes_can_be_cancelled() -> None:
    desk = limited(second_yes_from=2)
    asked = desk.start(content())
    cancelled = desk.use.broadcasts.cancel(asked.id, asked.version, BO)
    assert cancelled.status is BroadcastStatus.CANCELLED
    other = desk.use.broadcasts.draft("other", content(), BO)
    assert desk.use.broadcasts.cancel(other.id, 1, MIA).status is BroadcastStatus.CANCELLED


def test_a_copy_is_a_draft_that_says_the_same(desk: Desk) -> None:
    started = desk.start(content(proposal="p1"))
    copy = desk.use.broadcasts.duplicate(started.id, "copy", MIA)
    assert (copy.status, copy.made_by, copy.content) == (BroadcastStatus.DRAFT, MIA, content())
    assert desk.use.broadcasts.duplicate(started.id, "copy", MIA) == copy
    assert isinstance(copy.content.schedule, Now)


def test_a_change_of_what_is_under_way_holds_for_the_next_time(desk: Desk) -> None:
    started = desk.start(content(schedule=EACH_MONTH))
    desk.at("2026-11-16 09:00")
    desk.round()
    now = desk.now_of(started)
    said = content(schedule=EACH_MONTH, title="Ny rubrik")
    changed = desk.use.broadcasts.change(started.id, now.version, said, BO)
    assert changed.next_at == now.next_at == sweden("2026-12-15 09:00")
    desk.at("2026-12-15 09:00")
    desk.round()
    titles = [each.content.title for each in desk.occurrences(started)]
    assert titles == ["Ny rubrik", content().title]


def test_new_times_hold_from_now_on(desk: Desk) -> None:
    started = desk.start(content(schedule=EACH_MONTH))
    desk.at("2026-11-20 10:00")
    desk.round()
    now = desk.now_of(started)
    earlier = content(schedule=Yearly(month=11, day=3, at=time(9)))
    changed = desk.use.broadcasts.change(started.id, now.version, earlier, BO)
    assert changed.next_at == sweden("2027-11-03 09:00")
    past = content(schedule=Once(on=date(2026, 11, 19), at=time(9)))
    with pytest.raises(NeverDue):
        desk.use.broadcasts.change(started.id, changed.version, past, BO)


def test_what_was_sent_now_is_not_sent_again_by_a_change(desk: Desk) -> None:
    started = desk.start(content(nagging=Nagging(every_days=3, at_most=1)))
    desk.round()
    now = desk.now_of(started)
    desk.use.broadcasts.change(started.id, now.version, content(title="Rättad"), BO)
    assert desk.round() == []
    assert len(desk.dispatches(DispatchKind.FIRST)) == 2
    assert {each.state for each in desk.dispatches()} == {DispatchState.SENT}


def test_what_has_ended_can_still_be_called_off() -> None:
    desk = skara()
    broadcast = desk.start(content(wishes=frozenset({Wish.ACKNOWLEDGE})))
    desk.round()
    ended = desk.now_of(broadcast)
    assert ended.status is BroadcastStatus.ENDED
    cancelled = desk.use.broadcasts.cancel(ended.id, ended.version, BO)
    assert cancelled.status is BroadcastStatus.CANCELLED
    [occurrence] = desk.use.status.occurrences(ended.id, BO)
    assert occurrence.status is OccurrenceStatus.CANCELLED
    assert desk.use.answers.mine("anna") == []
