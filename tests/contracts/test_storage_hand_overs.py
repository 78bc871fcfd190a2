from __future__ import annotations

from functools import partial

import pytest

from bot.domain.questions import Venue
from bot.services.errors import QuestionGone
from tests.contracts.storages import (
    OpenStorage,
    Storage,
    at_once,
    later,
    make_hand_over,
    make_question,
)


@pytest.fixture(autouse=True)
def _questions(storage: Storage) -> None:
    for identity in "abc":
        storage.questions.add(make_question(identity))


def test_a_hand_over_comes_back_as_it_was(storage: Storage) -> None:
    venue = Venue(channel="D1", thread="1.0", is_private=True)
    hand_over = make_hand_over("h", "a", venue)

    assert storage.hand_overs.open(hand_over)

    assert storage.hand_overs.find("h") == hand_over
    assert storage.hand_overs.of_question("a") == hand_over
    assert storage.hand_overs.find("a") is None
    assert storage.hand_overs.of_question("h") is None


def test_a_question_is_handed_over_once(storage: Storage) -> None:
    assert storage.hand_overs.open(make_hand_over("h", "a"))
    assert not storage.hand_overs.open(make_hand_over("i", "a"))

    assert storage.hand_overs.find("i") is None


def test_of_many_who_hand_a_question_over_one_does(open_storage: OpenStorage) -> None:
    storages = [open_storage(), open_storage()]
    hand_overs = [make_hand_over(f"h{each}", "a") for each in range(8)]

    opened = at_once(
        [partial(storages[n % 2].hand_overs.open, h) for n, h in enumerate(hand_overs)]
    )

    assert sum(opened) == 1
    assert storages[0].hand_overs.all_open() == [hand_overs[opened.index(True)]]


def test_a_question_that_is_gone_is_not_handed_over(storage: Storage) -> None:
    with pytest.raises(QuestionGone):
        storage.hand_overs.open(make_hand_over("h", "gone"))


def test_a_hand_over_without_a_card_can_be_taken_back(storage: Storage) -> None:
    storage.hand_overs.open(make_hand_over("h", "a"))
    storage.hand_overs.open(make_hand_over("i", "b"))
    storage.hand_overs.posted("i", "1.1")

    for identity in "hij":
        storage.hand_overs.withdraw(identity)

    assert storage.hand_overs.find("h") is None
    assert storage.hand_overs.find("i") is not None
    assert storage.hand_overs.open(make_hand_over("k", "a"))


def test_a_hand_over_remembers_its_card_its_answer_and_the_delivery(storage: Storage) -> None:
    storage.hand_overs.open(make_hand_over("h", "a"))

    storage.hand_overs.posted("h", "1.1")
    assert storage.hand_overs.answer("h", "Fråga kansliet.\nDe vet.", "U9", later(3))
    storage.hand_overs.delivered("h", "2.2")

    assert storage.hand_overs.find("h") == make_hand_over("h", "a").model_copy(
        update={
            "card": "1.1",
            "answer": "Fråga kansliet.\nDe vet.",
            "answered_by": "U9",
            "answered_at": later(3),
            "delivered": "2.2",
        }
    )


def test_a_second_answer_changes_nothing(storage: Storage) -> None:
    storage.hand_overs.open(make_hand_over("h", "a"))
    storage.hand_overs.answer("h", "Ett.", "U8", later(3))
    answered = storage.hand_overs.find("h")

    assert not storage.hand_overs.answer("h", "Två.", "U9", later(4))
    assert not storage.hand_overs.answer("unknown", "Två.", "U9", later(4))
    assert storage.hand_overs.find("h") == answered


def test_of_many_who_answer_one_does(open_storage: OpenStorage) -> None:
    storages = [open_storage(), open_storage()]
    storages[0].hand_overs.open(make_hand_over("h", "a"))

    answered = at_once(
        [
            partial(storages[n % 2].hand_overs.answer, "h", f"Svar {n}", f"U{n}", later(n))
            for n in range(8)
        ]
    )

    found = storages[0].hand_overs.find("h")
    winner = answered.index(True)
    assert sum(answered) == 1
    assert found is not None
    assert (found.answer, found.answered_by) == (f"Svar {winner}", f"U{winner}")
    assert found.answered_at == later(winner)


def test_a_reminder_is_counted_once(storage: Storage) -> None:
    storage.hand_overs.open(make_hand_over("h", "a"))

    assert storage.hand_overs.remind("h", 0)
    assert not storage.hand_overs.remind("h", 0)
    assert storage.hand_overs.remind("h", 1)
    assert not storage.hand_overs.remind("unknown", 0)

    found = storage.hand_overs.find("h")
    assert found is not None
    assert found.reminders == 2


def test_of_many_who_remind_one_does(open_storage: OpenStorage) -> None:
    storages = [open_storage(), open_storage()]
    storages[0].hand_overs.open(make_hand_over("h", "a"))

    reminded = at_once([partial(storages[n % 2].hand_overs.remind, "h", 0) for n in range(8)])

    assert sum(reminded) == 1


def test_nobody_is_reminded_of_what_is_answered(storage: Storage) -> None:
    storage.hand_overs.open(make_hand_over("h", "a"))
    storage.hand_overs.answer("h", "Ett.", "U8", later(3))

    assert not storage.hand_overs.remind("h", 0)


def test_those_without_an_answer_come_oldest_first(storage: Storage) -> None:
    for identity, question, minutes in [("h3", "c", 3), ("h1", "a", 1), ("h2", "b", 2)]:
        hand_over = make_hand_over(identity, question, handed_over_at=later(minutes))
        storage.hand_overs.open(hand_over)
    storage.hand_overs.answer("h2", "Svar.", "U9", later(4))

    assert [each.id for each in storage.hand_overs.all_open()] == ["h1", "h3"]


def test_answers_that_have_not_arrived_come_oldest_first(storage: Storage) -> None:
    for identity, question in [("h1", "a"), ("h2", "b"), ("h3", "c")]:
        storage.hand_overs.open(make_hand_over(identity, question))
    storage.hand_overs.answer("h2", "Svar.", "U9", later(4))
    storage.hand_overs.answer("h1", "Svar.", "U9", later(5))

    assert [each.id for each in storage.hand_overs.undelivered(later(4))] == ["h2", "h1"]
    assert [each.id for each in storage.hand_overs.undelivered(later(5))] == ["h1"]
    storage.hand_overs.delivered("h1", "2.2")
    assert storage.hand_overs.undelivered(later(5)) == []
