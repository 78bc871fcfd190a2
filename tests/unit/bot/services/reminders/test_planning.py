from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from bot.domain.activities.dates import PeriodKind
from bot.domain.contacts import ContactChangeKind
from bot.domain.reminders.audience import Audience, Contacts, Silence, SilentIn
from bot.domain.reminders.broadcast import (
    Broadcast,
    BroadcastStatus,
    Content,
    Escalation,
    Event,
    EventKind,
    Lateness,
    Nagging,
)
from bot.domain.reminders.dispatch import DispatchState
from bot.domain.reminders.occurrence import Occurrence, OccurrenceStatus, RecipientState
from bot.domain.reminders.postponing import Snooze
from bot.domain.reminders.schedule import BeforeDeadline, LastWorkingDay, Monthly, Once, Yearly
from bot.services.contacts.ports import ContactDoing
from bot.services.errors import StorageUnavailable
from bot.services.reminders.limits import Limits
from bot.services.reminders.planning import OVER_DAY_LIMIT
from bot.services.reminders.ports import Plan
from bot.services.reminders.resolved import Resolved
from bot.services.reminders.second_yes import SECOND_YES_MISSING
from tests.unit.bot.services.reminders.reminded import BO, MIA, Desk, content, skara, sweden

EACH_MONTH = Monthly(day=15, at=time(9))
ONCE = Once(on=date(2026, 12, 1), at=time(9))


@pytest.fixture
def desk() -> Desk:
    return skara()


def statuses(desk: Desk, broadcast: Broadcast) -> list[tuple[str, OccurrenceStatus]]:
    """The occurrences by key, the latest first."""
    return [(each.key, each.status) for each in desk.occurrences(broadcast)]


def test_the_recipients_are_those_of_the_day_on_which_it_is_due(desk: Desk) -> None:
    started = desk.start(content(schedule=ONCE))
    assert desk.play("2026-11-02", "2026-11-30") == []
    desk.add_contact("Teknik", "ture")
    assert desk.play("2026-12-01", "2026-12-02") == [
        "2026-12-01 09:00 first anna",
        "2026-12-01 09:00 first bengt",
        "2026-12-01 09:00 first ture",
    ]
    desk.add_contact("Teknik", "tove")
    assert desk.play("2026-12-03", "2026-12-04") == []
    recipients = desk.database.occurrences.recipients(desk.occurrences(started)[0].id)
    assert [each.person for each in recipients] == ["anna", "bengt", "ture"]
    assert {each.state for each in recipients} == {RecipientState.WAITING}


def test_who_only_is_told_is_not_waited_for(desk: Desk) -> None:
    occurrence = desk.send(content(wishes=frozenset(), nagging=Nagging(every_days=1, at_most=3)))
    recipients = desk.database.occurrences.recipients(occurrence.id)
    assert {each.state for each in recipients} == {RecipientState.TOLD}
    assert desk.play("2026-11-03", "2026-11-20") == []


def test_planning_again_or_by_another_process_changes_nothing(desk: Desk) -> None:
    desk.start(content(schedule=ONCE))
    desk.at("2026-12-01 09:00")
    other = desk.another()
    planned = [each.use.planner.plan_due() for each in (desk, other, desk, other)]
    assert planned == [2, 0, 0, 0]
    assert len(desk.dispatches()) == 2


def test_two_processes_that_read_the_same_plan_it_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = desk.start(content(schedule=EACH_MONTH))
    desk.at("2026-11-16 09:00")
    book, other = desk.database.broadcasts, desk.another()
    plan = book.plan

    def slowly(made: Plan, event: Event) -> Occurrence | None:
        monkeypatch.undo()
        assert other.use.planner.plan_due() == 2
        return plan(made, event)

    monkeypatch.setattr(book, "plan", slowly)
    assert desk.use.planner.plan_due() == 0
    assert len(desk.dispatches()) == 2
    assert desk.now_of(started).next_at == sweden("2026-12-15 09:00")


def test_what_changes_while_it_is_planned_is_planned_as_it_is_then(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = desk.start(content(schedule=EACH_MONTH))
    desk.at("2026-11-16 09:00")
    contacts_of = desk.database.contacts.contacts

    def meanwhile(municipality: str) -> object:
        monkeypatch.undo()
        said = content(schedule=EACH_MONTH, title="Ändrad")
        desk.use.broadcasts.change(started.id, started.version, said, MIA)
        return contacts_of(municipality)

    monkeypatch.setattr(desk.database.contacts, "contacts", meanwhile)
    assert desk.use.planner.plan_due() == 0
    assert desk.use.planner.plan_due() == 2
    assert [each.content.title for each in desk.occurrences(started)] == ["Ändrad"]


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


def test_silence_is_asked_of_the_period_of_the_day_it_was_due(desk: Desk) -> None:
    silent = SilentIn(silence=Silence.NOT_LOGGED, period=PeriodKind.TERTIAL)
    audience = Audience(contacts=Contacts(), silent=silent)
    schedule = Once(on=date(2026, 12, 30), at=time(9))
    started = desk.start(content(audience=audience, schedule=schedule))
    desk.at("2027-01-11 09:00")
    assert desk.round() == ["first anna", "first bengt"]
    assert len(desk.occurrences(started)) == 1


def test_an_audience_of_nobody_is_planned_and_stays_without_recipients(desk: Desk) -> None:
    desk.members.channels["C1"] = []
    audience = Audience(channels=frozenset({"C1"}))
    started = desk.start(content(schedule=ONCE, audience=audience))
    desk.at("2026-12-01 09:00")
    assert desk.round() == []
    assert statuses(desk, started) == [("2026-12-01T09:00:00", OccurrenceStatus.OPEN)]
    assert desk.now_of(started).status is BroadcastStatus.ENDED
    assert desk.record(started).count(EventKind.NOBODY_REACHED) == 1


def test_units_without_a_contact_are_in_the_record(desk: Desk) -> None:
    desk.set_units("Kultur", "Skola", "Teknik", "Miljö", "Stängd", closed=["Stängd"])
    started = desk.start(content())
    assert desk.round() == ["first anna", "first bengt"]
    record = desk.use.broadcasts.record(started.id, BO)
    reasons = [each.reason for each in record if each.kind is EventKind.UNITS_WITHOUT]
    assert reasons == ["Miljö, Teknik"]
    assert EventKind.NOBODY_REACHED not in desk.record(started)


def test_channels_that_cannot_be_read_are_in_the_record(desk: Desk) -> None:
    audience = Audience(channels=frozenset({"C9"}), people=frozenset({"eva"}))
    started = desk.start(content(audience=audience))
    assert desk.round() == ["first eva"]
    (event,) = [
        e for e in desk.use.broadcasts.record(started.id, BO) if e.kind is EventKind.UNREADABLE
    ]
    assert event.reason == "C9"


def test_a_channel_that_cannot_tell_now_holds_back_nothing_else(desk: Desk) -> None:
    audience = Audience(channels=frozenset({"C1"}))
    desk.members.channels["C1"] = []
    other = desk.start(content(title="Tom kanal", audience=audience, schedule=ONCE))
    desk.start(content(schedule=ONCE))
    desk.at("2026-12-01 09:00")
    desk.members.is_down = True
    assert desk.use.planner.plan_due() == 0
    assert len(desk.occurrences(other)) == 1
    desk.members.is_down = False
    assert desk.round() == ["first anna", "first bengt"]


def test_one_that_cannot_be_planned_holds_back_nothing_else(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.start(content(title="Trasig", schedule=ONCE, audience=Audience(people=frozenset({"kim"}))))
    desk.start(content(schedule=ONCE))
    desk.at("2026-12-01 09:00")
    plan = desk.database.broadcasts.plan

    def breaking(made: Plan, event: Event) -> Occurrence | None:
        if any(each.person == "kim" for each in made.recipients):
            raise KeyError("broken")
        return plan(made, event)

    monkeypatch.setattr(desk.database.broadcasts, "plan", breaking)
    assert desk.round() == ["first anna", "first bengt"]
    monkeypatch.undo()
    assert desk.round() == ["first kim"]


def test_a_database_that_is_away_ends_the_planning(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.start(content())

    def away(_: Plan, __: Event) -> Occurrence | None:
        raise StorageUnavailable("away", location="here")

    monkeypatch.setattr(desk.database.broadcasts, "plan", away)
    with pytest.raises(StorageUnavailable):
        desk.use.planner.plan_due()


def test_who_is_erased_while_an_audience_is_found_out_does_not_come_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.start(content())
    resolve, erased = desk.use.audiences.resolve, list[Resolved]()

    def erasing(said: Content, on: date, *, today: date) -> Resolved:
        found = resolve(said, on, today=today)
        if not erased:
            doing = ContactDoing(kind=ContactChangeKind.PERSON_ERASED, by=BO, at=desk.clock())
            desk.database.contacts.rename("anna", "raderad-1", doing)
            desk.database.broadcasts.rename("anna", "raderad-1", BO, desk.clock())
            erased.append(found)
        return found

    monkeypatch.setattr(desk.use.audiences, "resolve", erasing)
    assert desk.round() == []
    assert [len(each.recipients) for each in erased] == [2]
    assert desk.round() == ["first bengt"]


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
