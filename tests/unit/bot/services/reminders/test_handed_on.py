"""Reminders that are somebody else's: pointed on, decided by a coordinator, and asked anew."""

from __future__ import annotations

import pytest

from bot.domain.people import Standing
from bot.domain.reminders.broadcast import EventKind
from bot.domain.reminders.occurrence import Occurrence, RecipientState, Why
from bot.domain.reminders.postponing import Snooze
from bot.services.errors import (
    AnsweredByThem,
    OnlyCoordinators,
    PointedOtherwise,
    TakenOver,
    UnusablePerson,
)
from bot.services.reminders.answering import Answers
from tests.unit.bot.services.reminders.answered import answers, desk, occurrence
from tests.unit.bot.services.reminders.reminded import BO, EVA, Desk, content, sweden

__all__ = ["answers", "desk", "occurrence"]


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
