from __future__ import annotations

from datetime import date, datetime, time

import pytest

from bot.domain.reminders.audience import Audience
from bot.domain.reminders.broadcast import Escalation, EventKind
from bot.domain.reminders.dispatch import DispatchKind
from bot.domain.reminders.occurrence import Recipient
from bot.domain.reminders.schedule import Once
from bot.services.reminders.digests import Digest
from tests.unit.bot.services.reminders.reminded import BO, EVA, MIA, Desk, content, skara, sweden


@pytest.fixture
def desk() -> Desk:
    desk = skara()
    desk.set_units("Kultur", "Skola")
    return desk


def digests(desk: Desk) -> list[str]:
    """Which are planned, such as "2026-11-03 bo"."""
    planned = desk.dispatches(DispatchKind.DIGEST)
    return [f"{each.due_at:%Y-%m-%d} {each.person}" for each in planned]


def told(desk: Desk, local: str, person: str = BO) -> Digest:
    return desk.use.digests.digest(person, sweden(local))


def test_answers_are_told_once_a_day_when_work_begins(desk: Desk) -> None:
    occurrence = desk.send(content())
    assert desk.use.digests.plan_due() == 0
    desk.use.answers.done(occurrence.id, "anna")
    desk.use.answers.nothing_to_report(occurrence.id, "bengt")
    for hour in ("2026-11-02 17:00", "2026-11-03 03:00", "2026-11-03 07:59"):
        desk.at(hour)
        assert desk.use.digests.plan_due() == 0
    desk.at("2026-11-03 08:00")
    assert desk.use.digests.plan_due() == 1
    assert desk.use.digests.plan_due() == 0
    (entry,) = told(desk, "2026-11-03 08:00").entries
    assert (entry.answered, entry.failed, entry.events) == (2, 0, ())
    assert entry.state
    assert entry.state.occurrence == occurrence


def test_a_digest_is_planned_once_by_many_processes(desk: Desk) -> None:
    occurrence = desk.send(content())
    desk.use.answers.done(occurrence.id, "anna")
    desk.at("2026-11-03 08:00")
    desk.plan()
    other = desk.another()
    desk.at("2026-11-03 12:00")
    assert other.use.digests.plan_due() == 0
    assert digests(desk) == ["2026-11-03 bo"]


def test_a_digest_tells_what_no_other_told(desk: Desk) -> None:
    occurrence = desk.send(content())
    desk.use.answers.done(occurrence.id, "anna")
    desk.play("2026-11-03", "2026-11-03", (8,))
    desk.use.answers.done(occurrence.id, "bengt")
    assert [each.answered for each in told(desk, "2026-11-03 08:00").entries] == [1]
    desk.play("2026-11-04", "2026-11-06")
    assert digests(desk) == ["2026-11-03 bo", "2026-11-04 bo"]
    assert [each.answered for each in told(desk, "2026-11-04 08:00").entries] == [1]


def test_one_digest_that_cannot_be_made_holds_back_no_other(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for by in (BO, MIA):
        desk.start(content(title=by), by)
    desk.plan()
    desk.deliver(refused=["anna"])
    desk.at("2026-11-03 08:00")
    digest = desk.use.digests.digest

    def breaking(person: str, due_at: datetime) -> Digest:
        if person == BO:
            raise KeyError("broken")
        return digest(person, due_at)

    monkeypatch.setattr(desk.use.digests, "digest", breaking)
    desk.plan()
    assert digests(desk) == ["2026-11-03 mia"]


def test_days_without_news_or_work_have_no_digest(desk: Desk) -> None:
    occurrence = desk.send(content())
    desk.at("2026-11-06 16:00")
    desk.use.answers.done(occurrence.id, "anna")
    desk.play("2026-11-07", "2026-11-13")
    assert digests(desk) == ["2026-11-09 bo"]


def test_after_three_weeks_down_nothing_is_left_untold(desk: Desk) -> None:
    occurrence = desk.send(content())
    desk.use.answers.done(occurrence.id, "anna")
    desk.at("2026-11-24 10:00")
    assert desk.plan() == 1
    assert digests(desk) == ["2026-11-24 bo"]
    assert [each.answered for each in told(desk, "2026-11-24 08:00").entries] == [1]


def test_failures_are_told(desk: Desk) -> None:
    desk.start(content())
    desk.plan()
    desk.deliver(refused=["anna"])
    desk.at("2026-11-03 08:00")
    desk.plan()
    (entry,) = told(desk, "2026-11-03 08:00").entries
    assert (entry.answered, entry.failed) == (0, 1)


def test_what_a_coordinator_has_to_know_or_decide_is_told(desk: Desk) -> None:
    occurrence = desk.send(content(escalation=Escalation(after_days=1)))
    desk.use.answers.not_me(occurrence.id, "bengt", EVA)
    desk.at("2026-11-03 09:00")
    desk.round()
    days = ("2026-11-03 08:00", "2026-11-04 08:00")
    events = [[each.kind for each in told(desk, day).entries[0].events] for day in days]
    assert events == [[EventKind.POINTED_ELSEWHERE], [EventKind.NOBODY_TO_TELL]]


def test_whom_it_did_not_reach_is_told(desk: Desk) -> None:
    desk.members.channels["C1"] = []
    desk.set_units("Kultur", "Skola", "Teknik")
    desk.start(content())
    empty = Audience(channels=frozenset({"C1"}))
    soon = Once(on=date(2026, 11, 2), at=time(10))
    desk.start(content(title="Tom", audience=empty, schedule=soon))
    desk.round()
    desk.at("2026-11-02 10:00")
    desk.round()
    entries = told(desk, "2026-11-03 08:00").entries
    events = {each.broadcast.content.title: [e.kind for e in each.events] for each in entries}
    assert events == {
        "Dags att rapportera": [EventKind.UNITS_WITHOUT],
        "Tom": [EventKind.NOBODY_REACHED],
    }


def test_how_far_it_has_come_is_only_read_of_what_there_is_news_of(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    occurrence = desk.send(content(title="Ett"))
    desk.clock.go_on(seconds=5)
    desk.send(content(title="Två"))
    desk.use.answers.done(occurrence.id, "anna")
    read = list[int]()
    recipients = desk.database.occurrences.recipients

    def reading(identity: int) -> list[Recipient]:
        read.append(identity)
        return recipients(identity)

    monkeypatch.setattr(desk.database.occurrences, "recipients", reading)
    (entry,) = told(desk, "2026-11-03 08:00").entries
    assert (entry.broadcast.content.title, set(read)) == ("Ett", {occurrence.id})
    assert entry.state
    assert entry.state.occurrence == occurrence


def test_each_coordinator_is_told_of_what_they_have_sent(desk: Desk) -> None:
    first = desk.start(content(title="Ett"))
    second = desk.start(content(title="Två"), by=MIA)
    desk.round()
    desk.clock.go_on(seconds=5)
    desk.round()
    for each in (first, second):
        desk.use.answers.done(desk.occurrences(each)[0].id, "anna")
    desk.at("2026-11-03 08:00")
    desk.plan()
    assert digests(desk) == ["2026-11-03 bo", "2026-11-03 mia"]
    titles = [each.broadcast.content.title for each in told(desk, "2026-11-03 08:00", MIA).entries]
    assert titles == ["Två"]


def test_what_belongs_to_no_coordinator_any_more_is_told_to_all_others(desk: Desk) -> None:
    mine, theirs = desk.start(content(title="Ett"), by=MIA), desk.start(content(title="Två"))
    desk.round()
    desk.clock.go_on(seconds=5)
    desk.round()
    desk.use.answers.done(desk.occurrences(mine)[0].id, "anna")
    desk.use.answers.done(desk.occurrences(theirs)[0].id, "anna")
    desk.directory.coordinators = {MIA, EVA}
    desk.at("2026-11-03 08:00")
    assert desk.use.digests.plan_due() == 2
    titles = {
        each: {e.broadcast.content.title for e in told(desk, "2026-11-03 08:00", each).entries}
        for each in (MIA, EVA)
    }
    assert titles == {MIA: {"Ett", "Två"}, EVA: {"Två"}}


def test_who_is_no_coordinator_any_more_is_told_nothing(desk: Desk) -> None:
    occurrence = desk.send(content())
    desk.use.answers.done(occurrence.id, "anna")
    desk.directory.coordinators.clear()
    desk.at("2026-11-03 08:00")
    assert desk.use.digests.plan_due() == 0


def test_a_new_coordinator_is_told_only_what_is_new_of_what_is_nobodys(desk: Desk) -> None:
    occurrence = desk.send(content())
    desk.directory.coordinators = {MIA}
    desk.use.answers.done(occurrence.id, "anna")
    desk.at("2026-11-03 08:00")
    desk.round()
    desk.directory.coordinators = {MIA, EVA}
    desk.at("2026-11-04 08:00")
    desk.round()
    desk.use.answers.done(occurrence.id, "bengt")
    desk.at("2026-11-05 08:00")
    desk.round()
    assert digests(desk) == ["2026-11-03 mia", "2026-11-05 eva", "2026-11-05 mia"]
    digest = told(desk, "2026-11-05 08:00", EVA)
    assert [each.answered for each in digest.entries] == [1]
    assert digest.since == sweden("2026-11-03 08:00")


def test_the_first_digest_of_all_tells_all(desk: Desk) -> None:
    occurrence = desk.send(content())
    desk.directory.coordinators = {MIA}
    desk.use.answers.done(occurrence.id, "anna")
    desk.at("2026-11-24 08:00")
    assert [each.answered for each in told(desk, "2026-11-24 08:00", MIA).entries] == [1]


def test_the_first_digest_tells_all_of_ones_own(desk: Desk) -> None:
    theirs = desk.send(content(title="Ett"))
    desk.use.answers.done(theirs.id, "anna")
    mine = desk.start(content(title="Två"), by=MIA)
    desk.clock.go_on(seconds=5)
    desk.round()
    desk.at("2026-11-03 08:00")
    desk.round()
    desk.at("2026-11-24 09:00")
    desk.use.answers.done(desk.occurrences(mine)[0].id, "anna")
    desk.at("2026-11-25 08:00")
    digest = told(desk, "2026-11-25 08:00", MIA)
    assert [each.broadcast.id for each in digest.entries] == [mine.id]
    assert digest.since == mine.made_at
