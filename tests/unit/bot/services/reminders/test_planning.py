"""What is due is planned once, for whom it concerns then, whatever else fails."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.domain.activities.dates import PeriodKind
from bot.domain.contacts import ContactChangeKind
from bot.domain.reminders.audience import Audience, Contacts, Silence, SilentIn
from bot.domain.reminders.broadcast import BroadcastStatus, Content, Event, EventKind, Nagging
from bot.domain.reminders.occurrence import Occurrence, OccurrenceStatus, RecipientState
from bot.domain.reminders.schedule import Once
from bot.services.contacts.ports import ContactDoing
from bot.services.errors import StorageUnavailable
from bot.services.reminders.ports import Plan
from bot.services.reminders.resolved import Resolved
from tests.unit.bot.services.reminders.due import EACH_MONTH, ONCE, desk, statuses
from tests.unit.bot.services.reminders.reminded import BO, MIA, Desk, content, sweden

__all__ = ["desk"]


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
