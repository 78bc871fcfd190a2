from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from bot.domain.people import Standing
from bot.domain.reminders.broadcast import BroadcastStatus, Escalation, EventKind, Nagging
from bot.domain.reminders.dispatch import DispatchState
from bot.domain.reminders.occurrence import (
    LONGEST_ANSWER,
    AnswerKind,
    Occurrence,
    RecipientState,
    Why,
)
from bot.domain.reminders.postponing import Snooze
from bot.services.errors import (
    AnsweredByThem,
    AnswerTooLong,
    EmptyAnswer,
    NoAnswerWanted,
    NotRecipient,
    OccurrenceGone,
    OccurrenceOver,
    OnlyCoordinators,
    OnlyTriedOut,
    PointedOtherwise,
    TakenOver,
    UnusableDay,
    UnusablePerson,
)
from bot.services.reminders.answering import Answered, Answers
from bot.services.reminders.trying_out import TRIED_OUT
from tests.unit.bot.services.reminders.reminded import BO, EVA, Desk, content, skara, sweden

WEEKLY = Nagging(every_days=7, at_most=2)


@pytest.fixture
def desk() -> Desk:
    return skara()


@pytest.fixture
def answers(desk: Desk) -> Answers:
    return desk.use.answers


@pytest.fixture
def occurrence(desk: Desk) -> Occurrence:
    return desk.send(content(nagging=WEEKLY, escalation=Escalation(after_days=10)))


def record(desk: Desk, occurrence: Occurrence) -> list[tuple[EventKind, str | None]]:
    """What recipients did, and how it is told."""
    events = desk.use.broadcasts.record(occurrence.broadcast, BO)
    return [(each.kind, each.reason) for each in events if each.person]


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


def test_who_says_that_it_is_anothers_is_left_alone_until_a_coordinator_decides(
    desk: Desk, answers: Answers, occurrence: Occurrence
) -> None:
    pointing = answers.not_me(occurrence.id, "bengt", EVA).recipient
    assert (pointing.state, pointing.instead) == (RecipientState.ELSEWHERE, EVA)
    arrived = desk.play("2026-11-03", "2026-12-31")
    assert [each for each in arrived if "bengt" in each] == []


@pytest.mark.parametrize(
    "said", [{"is_gone": True}, {"is_bot": True}, {"standing": Standing.GUEST}]
)
def test_nobody_can_be_named_who_cannot_get_it(
    desk: Desk, answers: Answers, occurrence: Occurrence, said: dict[str, object]
) -> None:
    desk.members.is_something_else("other", **said)
    for instead in ("other", "anna"):
        with pytest.raises(UnusablePerson):
            answers.not_me(occurrence.id, "anna", instead)
    with pytest.raises(UnusablePerson):
        answers.replace(occurrence.id, "anna", BO)


def test_who_is_named_instead_gets_it_first_and_is_reminded(
    desk: Desk, answers: Answers, occurrence: Occurrence
) -> None:
    answers.not_me(occurrence.id, "bengt", EVA)
    desk.at("2026-11-03 10:00")
    asked = answers.replace(occurrence.id, "bengt", BO)
    new = asked.recipient
    assert (new.person, new.unit, new.why) == (EVA, "skola", Why.INSTEAD)
    assert (new.state, new.remind_at) == (RecipientState.WAITING, sweden("2026-11-10 10:00"))
    assert "first eva" in desk.round()
    with pytest.raises(TakenOver) as raised:
        answers.done(occurrence.id, "bengt")
    assert raised.value.details["name"] == "Eva"
    arrived = desk.play("2026-11-04", "2026-11-30", (8, 10))
    assert [each for each in arrived if "bengt" in each] == []
    assert [each for each in arrived if "eva" in each] == [
        "2026-11-10 10:00 reminder eva",
        "2026-11-13 10:00 escalation hedda about eva",
        "2026-11-17 10:00 reminder eva",
    ]


def test_a_coordinator_may_name_another_and_only_they(
    answers: Answers, occurrence: Occurrence
) -> None:
    answers.not_me(occurrence.id, "bengt", EVA)
    with pytest.raises(OnlyCoordinators):
        answers.replace(occurrence.id, "bengt", EVA, "tom")
    with pytest.raises(OnlyCoordinators):
        answers.keep(occurrence.id, "bengt", EVA)
    assert answers.replace(occurrence.id, "bengt", BO, "tom").recipient.person == "tom"


def test_a_coordinator_decides_only_on_what_is_still_said(
    answers: Answers, occurrence: Occurrence
) -> None:
    answers.not_me(occurrence.id, "bengt", EVA)
    answers.not_me(occurrence.id, "bengt", "tom")
    for decide in (answers.confirm, answers.keep):
        with pytest.raises(PointedOtherwise):
            decide(occurrence.id, "bengt", BO, EVA)
    assert answers.confirm(occurrence.id, "bengt", BO, "tom").recipient.person == "tom"


def test_nobody_is_asked_in_the_place_of_who_does_not_say_so_any_more(
    answers: Answers, occurrence: Occurrence
) -> None:
    answers.not_me(occurrence.id, "bengt", EVA)
    answers.snooze(occurrence.id, "bengt", Snooze.TOMORROW)
    with pytest.raises(PointedOtherwise):
        answers.confirm(occurrence.id, "bengt", BO, EVA)


def test_who_has_answered_is_not_replaced(
    desk: Desk, answers: Answers, occurrence: Occurrence
) -> None:
    answered = answers.done(occurrence.id, "bengt").recipient
    with pytest.raises(AnsweredByThem):
        answers.replace(occurrence.id, "bengt", BO, EVA)
    assert answers.asked(occurrence.id, "bengt").recipient == answered


def test_who_has_answered_for_their_unit_is_asked_anew_when_another_is_handed_to_them(
    desk: Desk, answers: Answers, occurrence: Occurrence
) -> None:
    answers.done(occurrence.id, "anna")
    answers.not_me(occurrence.id, "bengt", "anna")
    asked = answers.replace(occurrence.id, "bengt", BO).recipient
    assert (asked.person, asked.units) == ("anna", ("kultur", "skola"))
    assert (asked.state, asked.answer) == (RecipientState.WAITING, None)
    assert desk.round() == ["first anna"]
    assert desk.record(desk.use.broadcasts.find(occurrence.broadcast, BO)).count(EventKind.ANSWERED)
    assert answers.done(occurrence.id, "anna").recipient.units == ("kultur", "skola")


@pytest.mark.parametrize("said", ["nothing", "later", "not me"])
def test_no_unit_is_lost_whatever_was_said_by_who_takes_it_over(
    desk: Desk, answers: Answers, occurrence: Occurrence, said: str
) -> None:
    if said == "later":
        answers.snooze(occurrence.id, "anna", Snooze.NEXT_WEEK)
    if said == "not me":
        answers.not_me(occurrence.id, "anna", EVA)
    asked = answers.replace(occurrence.id, "bengt", BO, "anna").recipient
    assert (asked.state, asked.units) == (RecipientState.WAITING, ("kultur", "skola"))
    assert (asked.remind_at, asked.instead) == (sweden("2026-11-09 09:00"), None)
    assert desk.round() == ["first anna"]
    passed_on = answers.replace(occurrence.id, "anna", BO, EVA).recipient
    assert (passed_on.person, passed_on.units) == (EVA, ("kultur", "skola"))


def test_who_takes_over_before_their_own_message_went_out_gets_one_for_all(desk: Desk) -> None:
    started = desk.start(content())
    desk.plan()
    occurrence = desk.occurrences(started)[0]
    desk.use.answers.replace(occurrence.id, "bengt", BO, "anna")
    assert [each.person for each in desk.deliver()] == ["anna"]


def test_who_is_asked_for_the_unit_already_does_not_get_it_twice(
    desk: Desk, answers: Answers
) -> None:
    desk.add_contact("Skola", "anna")
    desk.clock.go_on(seconds=5)
    occurrence = desk.send(content(title="Andra"))
    answered = answers.done(occurrence.id, "anna").recipient
    kept = answers.replace(occurrence.id, "bengt", BO, "anna").recipient
    assert kept == answered
    assert desk.round() == []


def test_it_can_come_back_to_who_had_it_first(
    desk: Desk, answers: Answers, occurrence: Occurrence
) -> None:
    answers.replace(occurrence.id, "bengt", BO, EVA)
    assert desk.round() == ["first eva"]
    back = answers.replace(occurrence.id, EVA, BO, "bengt")
    assert (back.recipient.person, back.recipient.state) == ("bengt", RecipientState.WAITING)
    desk.clock.go_on(seconds=5)
    assert desk.round() == ["first bengt"]
    assert answers.done(occurrence.id, "bengt").recipient.answer


def test_what_is_kept_is_reminded_of_at_once_and_goes_on(
    desk: Desk, answers: Answers, occurrence: Occurrence
) -> None:
    answers.not_me(occurrence.id, "bengt", EVA)
    desk.at("2026-11-03 18:00")
    kept = answers.keep(occurrence.id, "bengt", BO).recipient
    assert (kept.state, kept.instead, kept.reminders) == (RecipientState.WAITING, None, 1)
    assert answers.keep(occurrence.id, "bengt", BO).recipient == kept
    arrived = desk.play("2026-11-03", "2026-11-20", (8, 22))
    assert [each for each in arrived if "bengt" in each] == [
        "2026-11-04 08:00 reminder bengt",
        "2026-11-11 08:00 reminder bengt",
        "2026-11-16 08:00 escalation hedda about bengt",
    ]


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
