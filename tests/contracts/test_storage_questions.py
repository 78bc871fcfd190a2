from __future__ import annotations

from datetime import timedelta, timezone
from functools import partial

import pytest

from bot.domain.questions import Feedback, Reason, Venue, Verdict
from bot.services.errors import QuestionGone
from tests.contracts.storages import (
    CHANNEL,
    NOON,
    OpenStorage,
    Storage,
    at_once,
    later,
    make_hand_over,
    make_question,
)

THREAD = Venue(channel="C1", thread="1.0", is_private=False)
PRIVATE = Venue(channel="C1", thread=None, is_private=True)


def _feedback(question: str, person: str = "U1", minutes: float = 0) -> Feedback:
    return Feedback(question=question, person=person, verdict=Verdict.UP, given_at=later(minutes))


def test_a_question_comes_back_as_it_was(storage: Storage) -> None:
    question = make_question("q", venue=THREAD)

    assert storage.questions.add(question)

    assert storage.questions.find("q") == question
    assert storage.questions.of_delivery("key of q") == question
    assert storage.questions.find("key of q") is None
    assert storage.questions.of_delivery("q") is None


def test_a_moment_of_any_zone_is_the_same_moment(storage: Storage) -> None:
    summer = timezone(timedelta(hours=2))
    storage.questions.add(make_question("q", asked_at=NOON.astimezone(summer)))

    found = storage.questions.find("q")

    assert found is not None
    assert found.asked_at == NOON
    assert storage.questions.since(NOON.astimezone(summer)) == [found]
    assert storage.questions.since(later(0.001)) == []


def test_a_second_question_of_the_same_delivery_changes_nothing(storage: Storage) -> None:
    storage.questions.add(make_question("q"))
    again = make_question("r").model_copy(update={"key": "key of q"})

    assert not storage.questions.add(again)
    assert storage.questions.find("r") is None


def test_of_many_who_log_the_same_delivery_one_does(open_storage: OpenStorage) -> None:
    storages = [open_storage(), open_storage()]
    questions = [
        make_question(f"q{each // 2}").model_copy(update={"key": "same"}) for each in range(8)
    ]

    added = at_once([partial(storages[n % 2].questions.add, q) for n, q in enumerate(questions)])

    winner = storages[0].questions.of_delivery("same")
    assert sum(added) == 1
    assert winner == questions[added.index(True)]


def test_a_question_remembers_its_message(storage: Storage) -> None:
    storage.questions.add(make_question("q"))

    storage.questions.told("q", "123.4")
    storage.questions.told("unknown", "123.4")

    assert storage.questions.find("q") == make_question("q").model_copy(update={"message": "123.4"})


def test_a_question_is_shared_once_until_it_is_unshared(storage: Storage) -> None:
    storage.questions.add(make_question("q"))

    assert storage.questions.share("q", "first")
    assert not storage.questions.share("q", "second")
    storage.questions.unshare("q")
    assert storage.questions.share("q", "third")
    assert not storage.questions.share("unknown", "first")

    found = storage.questions.find("q")
    assert found is not None
    assert found.shared == "third"


def test_of_many_who_share_one_does(open_storage: OpenStorage) -> None:
    storages = [open_storage(), open_storage()]
    storages[0].questions.add(make_question("q"))

    shared = at_once(
        [partial(storages[each % 2].questions.share, "q", str(each)) for each in range(8)]
    )

    found = storages[1].questions.find("q")
    assert sum(shared) == 1
    assert found is not None
    assert found.shared == str(shared.index(True))


def test_the_last_question_of_a_thread_may_be_anybodys(storage: Storage) -> None:
    storage.questions.add(make_question("later", "U2", THREAD, later(2)))
    storage.questions.add(make_question("earlier", "U1", THREAD, later(1)))
    storage.questions.add(make_question("elsewhere", "U1", CHANNEL, later(3)))

    found = storage.questions.last_in(THREAD, "U1")

    assert found is not None
    assert found.id == "later"
    assert storage.questions.last_in(THREAD.model_copy(update={"thread": "2.0"}), "U1") is None


@pytest.mark.parametrize(
    "venue", [CHANNEL, PRIVATE, THREAD.model_copy(update={"is_private": True})]
)
def test_the_last_question_outside_threads_or_in_private_is_ones_own(
    storage: Storage, venue: Venue
) -> None:
    storage.questions.add(make_question("own", "U1", venue, later(1)))
    storage.questions.add(make_question("other", "U2", venue, later(2)))

    found = storage.questions.last_in(venue, "U1")

    assert found is not None
    assert found.id == "own"
    assert storage.questions.last_in(venue, "U3") is None


def test_what_was_asked_in_private_is_not_the_last_question_in_public(storage: Storage) -> None:
    storage.questions.add(make_question("private", venue=PRIVATE))

    assert storage.questions.last_in(CHANNEL, "U1") is None


def test_a_persons_questions_come_latest_first(storage: Storage) -> None:
    for identity, asker, minutes in [("a", "U1", 1), ("b", "U2", 2), ("c", "U1", 3)]:
        storage.questions.add(make_question(identity, asker, asked_at=later(minutes)))

    assert [each.id for each in storage.questions.last_of("U1", 5)] == ["c", "a"]
    assert [each.id for each in storage.questions.last_of("U1", 1)] == ["c"]


def test_questions_since_a_moment_come_oldest_first(storage: Storage) -> None:
    for identity, minutes in [("c", 3), ("a", 1), ("b", 2)]:
        storage.questions.add(make_question(identity, asked_at=later(minutes)))

    assert [each.id for each in storage.questions.since(later(2))] == ["b", "c"]


def test_a_forgotten_question_takes_what_belongs_to_it_along(storage: Storage) -> None:
    for identity, minutes in [("old", 1), ("new", 2)]:
        storage.questions.add(make_question(identity, asked_at=later(minutes)))
        storage.feedback.give(_feedback(identity))
        storage.hand_overs.open(make_hand_over(f"h-{identity}", identity))

    assert storage.questions.count_before(later(2)) == 1
    assert storage.questions.forget(later(2)) == 1

    assert storage.questions.find("old") is None
    assert [each.question for each in storage.feedback.on(["old", "new"])] == ["new"]
    assert [each.id for each in storage.hand_overs.all_open()] == ["h-new"]


def test_the_last_word_of_a_person_counts(storage: Storage) -> None:
    storage.questions.add(make_question("q"))
    second = Feedback(
        question="q",
        person="U1",
        verdict=Verdict.DOWN,
        reason=Reason.WRONG_SECTION,
        comment="Fel avsnitt: åäö 😀",
        given_at=later(2),
    )

    storage.feedback.give(_feedback("q", minutes=1))
    storage.feedback.give(second)
    storage.feedback.give(_feedback("q", minutes=1.5))

    assert storage.feedback.on(["q"]) == [second]


def test_of_many_words_at_once_the_latest_counts(open_storage: OpenStorage) -> None:
    storages = [open_storage(), open_storage()]
    storages[0].questions.add(make_question("q"))

    at_once(
        [
            partial(storages[each % 2].feedback.give, _feedback("q", minutes=each))
            for each in range(8)
        ]
    )

    assert storages[0].feedback.on(["q"]) == [_feedback("q", minutes=7)]


def test_feedback_comes_oldest_first_and_only_on_what_was_asked_for(storage: Storage) -> None:
    for identity in "abc":
        storage.questions.add(make_question(identity))
    given = [_feedback("b", "U2", 1), _feedback("a", "U1", 2), _feedback("b", "U1", 3)]
    for each in [*reversed(given), _feedback("c")]:
        storage.feedback.give(each)

    assert storage.feedback.on(["a", "b", "unknown"]) == given
    assert storage.feedback.on([]) == []


def test_feedback_on_more_questions_than_a_statement_takes(storage: Storage) -> None:
    storage.questions.add(make_question("q"))
    storage.feedback.give(_feedback("q"))

    assert storage.feedback.on([*(f"unknown {n}" for n in range(70_000)), "q"]) == [_feedback("q")]


def test_feedback_on_a_question_that_is_gone_is_refused(storage: Storage) -> None:
    with pytest.raises(QuestionGone):
        storage.feedback.give(_feedback("gone"))
