from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.hand_overs import REMINDERS_AFTER, TAKEN_UP_FOR, HandOver
from bot.services.errors import AnsweredAlready, EmptyAnswer, OnlyCoordinators, QuestionGone
from bot.services.hand_overs import HandOvers
from bot.services.retention import DELIVERIES
from bot.services.rights import Rights
from tests.fakes.storage import FakeDatabase
from tests.unit.bot.services.asked import START, Clock, FakeDirectory, logged, venue

ASKED = logged("Vad kostar det?", where=venue("1.0", is_private=True))
OTHER = logged("Vem gör det?")


@pytest.fixture
def database() -> FakeDatabase:
    database = FakeDatabase()
    database.questions.add(ASKED)
    database.questions.add(OTHER)
    return database


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hand_overs(database: FakeDatabase, clock: Clock) -> HandOvers:
    directory = FakeDirectory()
    directory.coordinators = {"bo", "mia"}
    return HandOvers(database.hand_overs, Rights(directory, database.denials, clock), clock)


@pytest.fixture
def handed(hand_overs: HandOvers) -> HandOver:
    """Handed over, with its card posted."""
    handed = hand_overs.hand_over(ASKED, "eva", "Ev1")
    hand_overs.posted(handed, "9.0")
    return hand_overs.find(handed.id)


def reminded(hand_overs: HandOvers) -> list[str]:
    return [each.question for each in hand_overs.due()]


def test_a_hand_over_tells_who_waits_where(hand_overs: HandOvers) -> None:
    handed = hand_overs.hand_over(ASKED, "eva", "Ev1")
    assert hand_overs.find(handed.id) == handed
    assert (handed.question, handed.asker, handed.venue) == (ASKED.id, "eva", ASKED.venue)
    assert (handed.handed_over_at, handed.card, handed.is_open) == (START, None, True)


def test_a_question_is_handed_over_once(hand_overs: HandOvers, handed: HandOver) -> None:
    assert hand_overs.hand_over(ASKED, "kim", "Ev2") == handed
    assert hand_overs.hand_over(OTHER, "kim", "Ev3").id != handed.id


def test_who_began_a_hand_over_is_known_until_it_is_given_up(hand_overs: HandOvers) -> None:
    begun = hand_overs.hand_over(ASKED, "eva", "Ev1")
    again = hand_overs.hand_over(ASKED, "eva", "Ev1")
    other = hand_overs.hand_over(ASKED, "kim", "Ev2")
    assert begun == again == other
    assert hand_overs.began(other, "Ev1")
    assert not hand_overs.began(other, "Ev2")
    hand_overs.give_up("Ev2")
    hand_overs.give_up("Ev1")
    assert hand_overs.began(hand_overs.hand_over(ASKED, "kim", "Ev2"), "Ev2")


def test_what_has_a_card_is_not_given_up(hand_overs: HandOvers, handed: HandOver) -> None:
    hand_overs.give_up("Ev1")
    assert hand_overs.find(handed.id) == handed


def test_what_was_never_handed_over_is_gone(hand_overs: HandOvers) -> None:
    with pytest.raises(QuestionGone):
        hand_overs.find("no such id")
    with pytest.raises(QuestionGone):
        hand_overs.to_answer("no such id", "bo")
    with pytest.raises(QuestionGone):
        hand_overs.answer("no such id", "Ett svar.", "bo")


def test_a_coordinator_answers(hand_overs: HandOvers, handed: HandOver, clock: Clock) -> None:
    clock.go_on(hours=2)
    assert hand_overs.to_answer(handed.id, "bo") == handed
    answered = hand_overs.answer(handed.id, "  Det kostar 500 kr.\n", "bo")
    assert (answered.answer, answered.answered_by) == ("Det kostar 500 kr.", "bo")
    assert (answered.answered_at, answered.is_open) == (START + timedelta(hours=2), False)
    assert hand_overs.find(handed.id) == answered


@pytest.mark.parametrize("person", ["eva", "kim"])
def test_others_may_not_answer_and_the_attempt_is_on_record(
    database: FakeDatabase, hand_overs: HandOvers, handed: HandOver, person: str
) -> None:
    with pytest.raises(OnlyCoordinators):
        hand_overs.to_answer(handed.id, person)
    with pytest.raises(OnlyCoordinators):
        hand_overs.answer(handed.id, "Ett svar.", person)
    assert hand_overs.find(handed.id).is_open
    assert [each.person for each in database.denials.since(START)] == [person, person]


def test_others_do_not_learn_whether_a_hand_over_exists(hand_overs: HandOvers) -> None:
    with pytest.raises(OnlyCoordinators):
        hand_overs.to_answer("no such id", "eva")


@pytest.mark.parametrize("text", ["", " \n "])
def test_an_empty_answer_is_none(hand_overs: HandOvers, handed: HandOver, text: str) -> None:
    with pytest.raises(EmptyAnswer):
        hand_overs.answer(handed.id, text, "bo")
    assert hand_overs.find(handed.id).is_open


def test_the_first_answer_stands_and_a_second_coordinator_is_told_whose_it_is(
    hand_overs: HandOvers, handed: HandOver
) -> None:
    hand_overs.answer(handed.id, "Det första.", "bo")
    with pytest.raises(AnsweredAlready) as opening:
        hand_overs.to_answer(handed.id, "mia")
    with pytest.raises(AnsweredAlready) as answering:
        hand_overs.answer(handed.id, "Det andra.", "mia")
    assert opening.value.hand_over.answered_by == answering.value.hand_over.answered_by == "bo"
    assert hand_overs.find(handed.id).answer == "Det första."


def test_the_same_answer_sent_again_changes_nothing(
    hand_overs: HandOvers, handed: HandOver, clock: Clock
) -> None:
    first = hand_overs.answer(handed.id, "Ett svar.", "bo")
    clock.go_on(minutes=1)
    assert hand_overs.answer(handed.id, "Ett svar. ", "bo") == first


@pytest.mark.parametrize(("text", "person"), [("Ett annat.", "bo"), ("Ett svar.", "mia")])
def test_another_answer_or_another_s_answer_is_one_too_many(
    hand_overs: HandOvers, handed: HandOver, text: str, person: str
) -> None:
    hand_overs.answer(handed.id, "Ett svar.", "bo")
    with pytest.raises(AnsweredAlready):
        hand_overs.answer(handed.id, text, person)


def test_the_message_that_brought_the_answer_is_kept(
    hand_overs: HandOvers, handed: HandOver
) -> None:
    hand_overs.delivered(handed, "1.7")
    assert hand_overs.find(handed.id).delivered == "1.7"


def test_an_open_hand_over_is_called_to_mind_after_one_three_and_seven_days(
    hand_overs: HandOvers, handed: HandOver, clock: Clock
) -> None:
    reminded_on = []
    for day in range(15):
        clock.time = START + timedelta(days=day)
        if reminded(hand_overs):
            reminded_on.append(day)
        assert reminded(hand_overs) == []
    assert reminded_on == [1, 3, 7]


def test_a_reminder_comes_no_second_too_early(
    hand_overs: HandOvers, handed: HandOver, clock: Clock
) -> None:
    clock.time = START + REMINDERS_AFTER[0] - timedelta(microseconds=1)
    assert reminded(hand_overs) == []
    clock.time = START + REMINDERS_AFTER[0]
    assert reminded(hand_overs) == [ASKED.id]


def test_after_a_standstill_one_reminder_stands_for_those_missed(
    hand_overs: HandOvers, handed: HandOver, clock: Clock
) -> None:
    clock.go_on(days=4)
    assert reminded(hand_overs) == [ASKED.id]
    assert reminded(hand_overs) == []
    clock.time = START + timedelta(days=7)
    assert reminded(hand_overs) == [ASKED.id]


def test_what_is_answered_or_has_no_card_is_not_called_to_mind(
    hand_overs: HandOvers, handed: HandOver, clock: Clock
) -> None:
    hand_overs.answer(handed.id, "Ett svar.", "bo")
    hand_overs.hand_over(OTHER, "kim", "Ev3")
    clock.go_on(days=30)
    assert reminded(hand_overs) == []


def test_two_processes_do_not_remind_of_the_same(
    hand_overs: HandOvers, handed: HandOver, clock: Clock
) -> None:
    clock.go_on(days=1)
    here, there = hand_overs.due(), hand_overs.due()
    assert len([*here, *there]) == 1


def test_a_reminder_that_fails_leaves_the_others_due(
    hand_overs: HandOvers, handed: HandOver, clock: Clock
) -> None:
    clock.go_on(seconds=1)
    hand_overs.posted(hand_overs.hand_over(OTHER, "kim", "Ev3"), "9.1")
    clock.go_on(days=1)
    assert next(iter(hand_overs.due())).question == ASKED.id
    assert reminded(hand_overs) == [OTHER.id]


def test_an_answer_that_did_not_arrive_is_taken_up_three_times(
    hand_overs: HandOvers, handed: HandOver, clock: Clock
) -> None:
    assert hand_overs.undelivered() == []
    answered = hand_overs.answer(handed.id, "Ett svar.", "bo")
    due = {}
    for hours in (4, 5, 23, 24, 71, 72, 95, 97):
        clock.time = START + timedelta(hours=hours)
        due[hours] = [times for each, times in hand_overs.undelivered() if each == answered]
    assert due == {4: [], 5: [1], 23: [1], 24: [2], 71: [2], 72: [3], 95: [3], 97: []}


def test_an_answer_that_arrived_is_not_taken_up(
    hand_overs: HandOvers, handed: HandOver, clock: Clock
) -> None:
    hand_overs.delivered(hand_overs.answer(handed.id, "Ett svar.", "bo"), "1.7")
    clock.go_on(days=1)
    assert hand_overs.undelivered() == []


def test_what_the_inbox_has_forgotten_is_not_taken_up_as_if_it_were_new() -> None:
    assert TAKEN_UP_FOR < DELIVERIES
