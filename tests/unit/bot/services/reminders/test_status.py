from __future__ import annotations

import pytest

from bot.domain.reminders.broadcast import EventKind, Nagging
from bot.domain.reminders.dispatch import DispatchKind
from bot.domain.reminders.occurrence import Occurrence
from bot.domain.reminders.postponing import Snooze
from bot.domain.reminders.schedule import Monthly
from bot.services.errors import BroadcastGone, OccurrenceGone, OccurrenceOver, OnlyCoordinators
from bot.services.reminders.status import OccurrenceState, Stand
from tests.unit.bot.services.reminders.reminded import BO, EVA, Desk, content, skara


@pytest.fixture
def desk() -> Desk:
    desk = skara()
    desk.add_contact("Kultur", "kim")
    desk.add_contact("Teknik", "ture")
    return desk


def sent(desk: Desk, *, refused: str = "", nagging: Nagging | None = None) -> Occurrence:
    started = desk.start(content(nagging=nagging))
    desk.plan()
    desk.deliver(refused=[refused])
    return desk.occurrences(started)[0]


def told(state: OccurrenceState) -> list[tuple[str | None, list[tuple[str, Stand]]]]:
    return [
        (
            each.unit.name if each.unit else None,
            [(line.recipient.person, line.stand) for line in each.lines],
        )
        for each in state.units
    ]


def test_a_status_tells_by_unit_how_far_it_has_come(desk: Desk) -> None:
    desk.add_contact("Skola", "sam")
    occurrence = sent(desk, refused="ture")
    answers = desk.use.answers
    answers.done(occurrence.id, "anna")
    answers.snooze(occurrence.id, "bengt", Snooze.TOMORROW)
    answers.not_me(occurrence.id, "sam", EVA)
    state = desk.use.status.of(occurrence.id, BO)
    assert told(state) == [
        ("Kultur", [("kim", Stand.WAITING), ("anna", Stand.ANSWERED)]),
        ("Skola", [("sam", Stand.ELSEWHERE), ("bengt", Stand.SNOOZED)]),
        ("Teknik", [("ture", Stand.FAILED)]),
    ]
    assert state.units[2].lines[0].failure == "user_not_found"
    assert state.counts[Stand.ANSWERED] == 1
    assert set(state.counts) == set(Stand)
    assert state == desk.use.status.latest(occurrence.broadcast, BO)


def test_what_has_not_gone_out_and_who_belongs_to_no_unit_are_told(desk: Desk) -> None:
    said = content().audience.model_copy(update={"people": frozenset({EVA})})
    started = desk.start(content(audience=said))
    desk.plan()
    state = desk.use.status.latest(started.id, BO)
    assert state
    assert told(state)[-1] == (None, [(EVA, Stand.NOT_SENT)])
    assert state.counts[Stand.NOT_SENT] == 5


def test_who_is_asked_for_several_units_stands_in_each_and_counts_once(desk: Desk) -> None:
    desk.add_contact("Teknik", "kim")
    occurrence = sent(desk)
    desk.use.answers.done(occurrence.id, "kim")
    state = desk.use.status.of(occurrence.id, BO)
    units = dict(told(state))
    assert ("kim", Stand.ANSWERED) in units["Kultur"]
    assert ("kim", Stand.ANSWERED) in units["Teknik"]
    assert state.counts[Stand.ANSWERED] == 1


def test_who_was_only_told_is_not_waiting(desk: Desk) -> None:
    occurrence = desk.send(content(wishes=frozenset()))
    assert desk.use.status.of(occurrence.id, BO).counts[Stand.TOLD] == 4


def test_who_was_replaced_and_who_came_instead_are_told(desk: Desk) -> None:
    occurrence = sent(desk)
    desk.use.answers.replace(occurrence.id, "bengt", BO, EVA)
    units = dict(told(desk.use.status.of(occurrence.id, BO)))
    assert units["Skola"] == [(EVA, Stand.NOT_SENT), ("bengt", Stand.REPLACED)]


def test_only_what_failed_is_sent_again_under_a_new_number(desk: Desk) -> None:
    occurrence = sent(desk, refused="ture")
    assert desk.use.status.resend_failed(occurrence.id, BO) == 1
    assert desk.use.status.of(occurrence.id, BO).counts[Stand.NOT_SENT] == 1
    assert desk.use.status.resend_failed(occurrence.id, BO) == 0
    assert desk.round() == ["first ture"]
    numbers = [each.number for each in desk.dispatches() if each.person == "ture"]
    assert numbers == [0, 1]
    state = desk.use.status.of(occurrence.id, BO)
    assert (state.counts[Stand.FAILED], state.counts[Stand.WAITING]) == (0, 4)


def test_who_sent_it_again_to_whom_and_why_is_in_the_record(desk: Desk) -> None:
    occurrence = sent(desk, refused="ture")
    desk.use.status.resend_failed(occurrence.id, BO)
    event = desk.use.broadcasts.record(occurrence.broadcast, BO)[-1]
    assert (event.kind, event.by, event.person) == (EventKind.SENT_AGAIN, BO, "ture")
    assert event.reason == "user_not_found"


def test_a_failed_reminder_that_is_sent_again_counts_as_one_more(desk: Desk) -> None:
    occurrence = sent(desk, nagging=Nagging(every_days=7, at_most=3))
    desk.at("2026-11-09 09:00")
    desk.plan()
    desk.deliver(refused=["ture"])
    assert desk.use.status.resend_failed(occurrence.id, BO) == 1
    assert "reminder ture" in desk.round()
    assert desk.use.answers.asked(occurrence.id, "ture").recipient.reminders == 2
    arrived = [each for each in desk.play("2026-11-10", "2026-12-31") if "ture" in each]
    assert arrived == ["2026-11-16 09:00 reminder ture"]
    numbers = [e.number for e in desk.dispatches(DispatchKind.REMINDER) if e.person == "ture"]
    assert numbers == [1, 2, 3]


def test_who_has_answered_meanwhile_is_not_sent_anything_again(desk: Desk) -> None:
    occurrence = sent(desk, refused="ture")
    desk.use.answers.done(occurrence.id, "ture", by=BO)
    assert desk.use.status.resend_failed(occurrence.id, BO) == 0


def test_nothing_of_what_was_cancelled_is_sent_again(desk: Desk) -> None:
    started = desk.start(content(nagging=Nagging(every_days=7, at_most=3)))
    desk.plan()
    desk.deliver(refused=["ture"])
    desk.use.broadcasts.cancel(started.id, desk.now_of(started).version, BO)
    with pytest.raises(OccurrenceOver):
        desk.use.status.resend_failed(desk.occurrences(started)[0].id, BO)


def test_all_occurrences_are_told_and_the_latest_is_one_that_was_sent(desk: Desk) -> None:
    started = desk.start(content(schedule=Monthly(day=15, at=desk.limits.opens)))
    assert desk.use.status.latest(started.id, BO) is None
    desk.at("2027-01-18 08:00")
    desk.round()
    found = desk.use.status.occurrences(started.id, BO)
    assert [each.key[:10] for each in found] == ["2027-01-15", "2026-12-15", "2026-11-15"]
    latest = desk.use.status.latest(started.id, BO)
    assert latest
    assert latest.occurrence == found[0]


def test_a_status_is_for_coordinators_and_of_what_there_is(desk: Desk) -> None:
    occurrence = sent(desk)
    for ask in (desk.use.status.of, desk.use.status.resend_failed):
        with pytest.raises(OnlyCoordinators):
            ask(occurrence.id, EVA)
        with pytest.raises(OccurrenceGone):
            ask(99, BO)
    with pytest.raises(BroadcastGone):
        desk.use.status.latest(99, BO)
