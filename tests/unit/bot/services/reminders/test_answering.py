"""Answers to reminders: kept with their record, put off, or refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from bot.domain.reminders.broadcast import BroadcastStatus, EventKind
from bot.domain.reminders.dispatch import DispatchState
from bot.domain.reminders.occurrence import LONGEST_ANSWER, AnswerKind, Occurrence, RecipientState
from bot.domain.reminders.postponing import Snooze
from bot.services.errors import (
    AnswerTooLong,
    EmptyAnswer,
    NoAnswerWanted,
    NotRecipient,
    OccurrenceGone,
    OccurrenceOver,
    OnlyCoordinators,
    OnlyTriedOut,
    UnusableDay,
)
from bot.services.reminders.answering import Answered, Answers
from bot.services.reminders.trying_out import TRIED_OUT
from tests.unit.bot.services.reminders.answered import answers, desk, occurrence, record
from tests.unit.bot.services.reminders.reminded import BO, EVA, Desk, content, sweden

__all__ = ["answers", "desk", "occurrence"]


@pytest.mark.parametrize(
    ("answer", "kind", "said"),
    [
        (lambda a, o: a.done(o, "anna"), AnswerKind.DONE, "done"),
        (
            lambda a, o: a.nothing_to_report(o, "anna"),
            AnswerKind.NOTHING_TO_REPORT,
            "nothing_to_report",
        ),
        (lambda a, o: a.text(o, "anna", " Klart i mars "), AnswerKind.TEXT, "text: Klart i mars"),
        (lambda a, o: a.logged(o, "anna", 7), AnswerKind.LOGGED, "logged: #7"),
    ],
)
def test_an_answer_is_kept_and_ends_what_was_to_come(
    desk: Desk,
    answers: Answers,
    occurrence: Occurrence,
    answer: Callable[[Answers, int], Answered],
    kind: AnswerKind,
    said: str,
) -> None:
    answered = answer(answers, occurrence.id)
    now = answers.asked(occurrence.id, "anna").recipient
    assert answered.recipient == now
    assert answered.before is None
    assert now.answer
    assert (now.state, now.answer.kind, now.answer.by) == (RecipientState.ANSWERED, kind, "anna")
    assert (now.remind_at, now.escalate_at) == (None, None)
    assert record(desk, occurrence) == [(EventKind.ANSWERED, said)]


def test_the_same_answer_twice_is_calm(
    desk: Desk, answers: Answers, occurrence: Occurrence
) -> None:
    first = answers.done(occurrence.id, "anna")
    desk.clock.go_on(minutes=1)
    again = answers.done(occurrence.id, "anna")
    assert again.recipient == first.recipient
    assert again.before == first.recipient.answer
    assert len(record(desk, occurrence)) == 1


def test_the_latest_answer_holds_and_the_record_has_all(
    desk: Desk, answers: Answers, occurrence: Occurrence
) -> None:
    answers.nothing_to_report(occurrence.id, "anna")
    later = answers.logged(occurrence.id, "anna", 7)
    assert later.before
    assert later.recipient.answer
    assert later.before.kind is AnswerKind.NOTHING_TO_REPORT
    assert later.recipient.answer.activity == 7
    assert [said for _, said in record(desk, occurrence)] == ["nothing_to_report", "logged: #7"]


def test_answers_at_the_same_time_are_both_in_the_record(
    desk: Desk, answers: Answers, occurrence: Occurrence, monkeypatch: pytest.MonkeyPatch
) -> None:
    book, other = desk.database.occurrences, desk.another()
    change = book.change

    def slowly(*args: object, **kwargs: object) -> bool:
        monkeypatch.undo()
        other.use.answers.done(occurrence.id, "anna")
        return change(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(book, "change", slowly)
    later = answers.text(occurrence.id, "anna", "Klart")
    assert later.before
    assert later.before.kind is AnswerKind.DONE
    assert [said for _, said in record(desk, occurrence)] == ["done", "text: Klart"]


def test_coordinators_answer_in_others_place_and_nobody_else_does(
    desk: Desk, answers: Answers, occurrence: Occurrence
) -> None:
    with pytest.raises(OnlyCoordinators):
        answers.done(occurrence.id, "anna", by=EVA)
    answered = answers.done(occurrence.id, "anna", by=BO)
    assert answered.recipient.answer
    assert answered.recipient.answer.by == BO


@pytest.mark.parametrize(
    ("text", "error"), [("  ", EmptyAnswer), ("x" * (LONGEST_ANSWER + 1), AnswerTooLong)]
)
def test_texts_that_cannot_be_kept_are_refused(
    answers: Answers, occurrence: Occurrence, text: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        answers.text(occurrence.id, "anna", text)
    assert answers.asked(occurrence.id, "anna").recipient.answer is None


def test_what_was_not_asked_is_not_answered(
    desk: Desk, answers: Answers, occurrence: Occurrence
) -> None:
    with pytest.raises(NotRecipient):
        answers.done(occurrence.id, EVA)
    with pytest.raises(OccurrenceGone):
        answers.done(99, "anna")
    with pytest.raises(OnlyTriedOut):
        answers.done(TRIED_OUT, "anna")
    told = desk.send(content(title="Nyhet", wishes=frozenset()))
    with pytest.raises(NoAnswerWanted):
        answers.done(told.id, "anna")


def test_what_was_cancelled_is_not_answered(
    desk: Desk, answers: Answers, occurrence: Occurrence
) -> None:
    now = desk.use.broadcasts.find(occurrence.broadcast, BO)
    desk.use.broadcasts.cancel(now.id, now.version, BO)
    with pytest.raises(OccurrenceOver):
        answers.done(occurrence.id, "anna")
    assert answers.mine("anna") == []


def test_a_pause_lets_people_answer(desk: Desk, answers: Answers, occurrence: Occurrence) -> None:
    now = desk.use.broadcasts.find(occurrence.broadcast, BO)
    desk.use.broadcasts.pause(now.id, now.version, BO)
    assert answers.done(occurrence.id, "anna").recipient.answer


def test_mine_are_those_that_wait_for_me_oldest_first(
    desk: Desk, answers: Answers, occurrence: Occurrence
) -> None:
    desk.clock.go_on(hours=1)
    later = desk.send(content(title="Senare"))
    desk.send(content(title="Nyhet", wishes=frozenset()))
    assert [each.occurrence.id for each in answers.mine("anna")] == [occurrence.id, later.id]
    answers.snooze(occurrence.id, "anna", Snooze.TOMORROW)
    answers.done(later.id, "anna")
    (mine,) = answers.mine("anna")
    assert (mine.occurrence.id, mine.recipient.state) == (occurrence.id, RecipientState.SNOOZED)
    assert answers.mine(EVA) == []


@pytest.mark.parametrize(
    ("until", "local"),
    [
        (Snooze.TOMORROW, "2026-11-03 08:00"),
        (Snooze.NEXT_WEEK, "2026-11-09 08:00"),
        (date(2026, 11, 14), "2026-11-16 08:00"),
        (date(2027, 1, 31), "2027-02-01 08:00"),
    ],
)
def test_who_asks_for_it_is_reminded_when_work_begins_that_day(
    answers: Answers, occurrence: Occurrence, until: Snooze | date, local: str
) -> None:
    snoozed = answers.snooze(occurrence.id, "anna", until)
    assert snoozed.recipient.state is RecipientState.SNOOZED
    assert snoozed.recipient.remind_at == sweden(local)
    assert answers.snooze(occurrence.id, "anna", until) == snoozed


@pytest.mark.parametrize("day", [date(2026, 11, 2), date(2026, 10, 1), date(2027, 2, 1)])
def test_days_that_are_not_to_come_or_far_off_cannot_be_chosen(
    answers: Answers, occurrence: Occurrence, day: date
) -> None:
    with pytest.raises(UnusableDay) as raised:
        answers.snooze(occurrence.id, "anna", day)
    assert raised.value.details["last"] == "2027-01-31"


def test_what_is_answered_is_neither_snoozed_nor_somebody_elses(
    answers: Answers, occurrence: Occurrence
) -> None:
    answered = answers.done(occurrence.id, "anna").recipient
    assert answers.snooze(occurrence.id, "anna", Snooze.TOMORROW).recipient == answered
    assert answers.not_me(occurrence.id, "anna", EVA).recipient == answered


def test_answers_count_after_the_broadcast_has_ended(desk: Desk, answers: Answers) -> None:
    occurrence = desk.send(content())
    broadcast = desk.use.broadcasts.find(occurrence.broadcast, BO)
    assert broadcast.status is BroadcastStatus.ENDED
    desk.clock.time += timedelta(days=60)
    assert answers.done(occurrence.id, "anna").recipient.answer
    assert [each.recipient.person for each in answers.mine("bengt")] == ["bengt"]


def test_an_answer_before_the_message_went_out_drops_it(desk: Desk, answers: Answers) -> None:
    started = desk.start(content())
    desk.plan()
    occurrence = desk.occurrences(started)[0]
    answers.done(occurrence.id, "anna", by=BO)
    assert [each.person for each in desk.deliver()] == ["bengt"]
    assert desk.states(occurrence)["anna"] is DispatchState.DROPPED
