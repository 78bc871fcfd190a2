from __future__ import annotations

import pytest

from bot.domain.questions import Feedback, Reason, Verdict
from bot.services.errors import QuestionGone
from bot.services.thumbs import Thumbs
from tests.fakes.storage import FakeDatabase
from tests.unit.bot.services.asked import START, TickingClock, logged

ASKED = logged("Vad kostar det?")


@pytest.fixture
def database() -> FakeDatabase:
    database = FakeDatabase()
    database.questions.add(ASKED)
    return database


@pytest.fixture
def thumbs(database: FakeDatabase) -> Thumbs:
    return Thumbs(database.feedback, TickingClock())


def given(database: FakeDatabase) -> list[Feedback]:
    return database.feedback.on([ASKED.id])


def test_a_thumb_is_stored_with_its_reason(database: FakeDatabase, thumbs: Thumbs) -> None:
    thumbs.give(ASKED.id, "eva", Verdict.DOWN, Reason.WRONG_ANSWER, " Fel år. ")
    (word,) = given(database)
    assert (word.person, word.verdict, word.reason) == ("eva", Verdict.DOWN, Reason.WRONG_ANSWER)
    assert word.comment == "Fel år."
    assert word.given_at > START


@pytest.mark.parametrize("comment", [None, "", "  \n"])
def test_a_blank_comment_is_none(
    database: FakeDatabase, thumbs: Thumbs, comment: str | None
) -> None:
    thumbs.give(ASKED.id, "eva", Verdict.DOWN, None, comment)
    assert given(database)[0].comment is None


def test_a_person_s_last_word_counts_and_others_stand(
    database: FakeDatabase, thumbs: Thumbs
) -> None:
    thumbs.give(ASKED.id, "eva", Verdict.DOWN, Reason.OTHER, "Nej.")
    thumbs.give(ASKED.id, "kim", Verdict.DOWN)
    thumbs.give(ASKED.id, "eva", Verdict.UP)
    found = {word.person: (word.verdict, word.reason, word.comment) for word in given(database)}
    assert found == {"eva": (Verdict.UP, None, None), "kim": (Verdict.DOWN, None, None)}


def test_a_question_that_is_no_longer_kept_takes_no_thumb(thumbs: Thumbs) -> None:
    with pytest.raises(QuestionGone):
        thumbs.give("gone", "eva", Verdict.UP)
