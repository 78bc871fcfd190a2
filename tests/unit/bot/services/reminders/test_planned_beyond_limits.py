"""What is due for more recipients than a day, or one coordinator alone, may have."""

from __future__ import annotations

from datetime import date, time

from bot.domain.reminders.broadcast import BroadcastStatus, EventKind, Lateness
from bot.domain.reminders.occurrence import OccurrenceStatus
from bot.domain.reminders.schedule import Once
from bot.services.reminders.limits import Limits
from bot.services.reminders.planning import OVER_DAY_LIMIT
from bot.services.reminders.second_yes import SECOND_YES_MISSING
from tests.unit.bot.services.reminders.due import EACH_MONTH, ONCE, desk
from tests.unit.bot.services.reminders.reminded import BO, MIA, Desk, content, sweden

__all__ = ["desk"]


def test_an_audience_that_has_grown_over_the_threshold_waits_for_a_second_yes(desk: Desk) -> None:
    desk.limits = Limits(second_yes_from=3)
    desk = desk.another()
    started = desk.start(content(schedule=EACH_MONTH))
    desk.add_contact("Teknik", "ture")
    desk.at("2026-11-16 09:00")
    assert desk.round() == []
    paused = desk.now_of(started)
    event = desk.use.broadcasts.record(started.id, BO)[-1]
    assert paused.status is BroadcastStatus.PAUSED
    assert (event.kind, event.by, event.reason) == (EventKind.PAUSED, None, SECOND_YES_MISSING)
    desk.at("2026-11-16 15:00")
    resumed = desk.use.broadcasts.resume(started.id, paused.version, MIA)
    assert resumed.approved_by == MIA
    assert desk.round() == ["first anna", "first bengt", "first ture"]
    desk.at("2026-12-15 09:00")
    assert len([each for each in desk.round() if each.startswith("first")]) == 3


def test_what_is_over_the_days_limit_goes_out_the_next_day(desk: Desk) -> None:
    desk.limits = Limits(a_day=5)
    desk = desk.another()
    one = desk.start(content(title="Ett", schedule=ONCE))
    two = desk.start(content(title="Två", schedule=ONCE))
    desk.add_contact("Teknik", "ture")
    arrived = desk.play("2026-12-01", "2026-12-03")
    assert [each[:16] for each in arrived] == ["2026-12-01 09:00"] * 3 + ["2026-12-02 08:00"] * 3
    assert [len(desk.occurrences(each)) for each in (one, two)] == [1, 1]
    assert desk.record(two).count(EventKind.PUT_OFF) == 1
    told = desk.use.digests.digest(BO, sweden("2026-12-02 08:00")).entries
    assert EventKind.PUT_OFF in [e.kind for each in told for e in each.events]


def test_what_is_not_to_be_late_is_sent_on_the_day_that_the_limit_puts_it_off_to(
    desk: Desk,
) -> None:
    desk.limits = Limits(a_day=5)
    desk = desk.another()
    on = Once(on=date(2026, 12, 4), at=time(9))
    desk.start(content(title="Ett", schedule=on))
    two = desk.start(content(title="Två", schedule=on, lateness=Lateness.DROP))
    desk.add_contact("Teknik", "ture")
    arrived = desk.play("2026-12-04", "2026-12-08")
    assert [each[:16] for each in arrived] == ["2026-12-04 09:00"] * 3 + ["2026-12-07 08:00"] * 3
    assert [each.status for each in desk.occurrences(two)] == [OccurrenceStatus.OPEN]


def test_what_is_put_off_is_missed_where_nobody_is_there_on_that_day(desk: Desk) -> None:
    desk.limits = Limits(a_day=5)
    desk = desk.another()
    desk.start(content(title="Ett", schedule=ONCE))
    two = desk.start(content(title="Två", schedule=ONCE, lateness=Lateness.DROP))
    desk.add_contact("Teknik", "ture")
    desk.play("2026-12-01", "2026-12-01")
    assert desk.play("2026-12-03", "2026-12-04") == []
    assert [each.status for each in desk.occurrences(two)] == [OccurrenceStatus.MISSED]


def test_what_can_never_keep_within_the_days_limit_is_paused(desk: Desk) -> None:
    desk.limits = Limits(a_day=2)
    desk = desk.another()
    started = desk.start(content(schedule=ONCE))
    desk.add_contact("Teknik", "ture")
    desk.at("2026-12-01 09:00")
    assert desk.round() == []
    assert desk.use.broadcasts.record(started.id, BO)[-1].reason == OVER_DAY_LIMIT
