from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.questions import Feedback, LoggedQuestion, Reason, Verdict
from bot.services.errors import OnlyCoordinators
from bot.services.gaps import RECENT, Gaps, asked_once, grouped
from bot.services.rights import Rights
from tests.fakes.storage import FakeDatabase
from tests.unit.bot.services.asked import START, Clock, FakeDirectory, TickingClock, logged
from tests.unit.bot.services.opened import always, open_five

ticking = TickingClock()


def things(text: str) -> frozenset[str]:
    """Words of more than three letters."""
    return frozenset(word for word in text.casefold().strip("?").split() if len(word) > 3)


def groups(*questions: LoggedQuestion) -> list[list[str]]:
    return [[each.question for each in group] for group in grouped(questions, things)]


@pytest.fixture
def database() -> FakeDatabase:
    return FakeDatabase()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def gaps(database: FakeDatabase, clock: Clock) -> Gaps:
    directory = FakeDirectory()
    directory.coordinators = {"bo"}
    rights = Rights(directory, database.denials, clock)
    return Gaps(always(open_five()), database.questions, database.feedback, rights, clock)


def add(database: FakeDatabase, *questions: LoggedQuestion) -> None:
    for question in questions:
        assert database.questions.add(question)


def thumb(
    database: FakeDatabase,
    question: LoggedQuestion,
    verdict: Verdict = Verdict.DOWN,
    reason: Reason | None = None,
    comment: str | None = None,
    person: str = "U1",
) -> None:
    database.feedback.give(
        Feedback(
            question=question.id,
            person=person,
            verdict=verdict,
            reason=reason,
            comment=comment,
            given_at=START,
        )
    )


def test_questions_that_share_most_of_their_things_are_one_group() -> None:
    assert groups(
        logged("vad kostar resor till vänorter"),
        logged("kostar resor till vänorter mycket"),
        logged("vem beslutar om budgeten"),
    ) == [
        ["vad kostar resor till vänorter", "kostar resor till vänorter mycket"],
        ["vem beslutar om budgeten"],
    ]


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ("resor hotell bussar tågen flyget", "resor hotell bussar", True),
        ("resor hotell bussar flyget", "resor hotell tågen flyget", True),
        ("resor hotell bussar tågen flyget", "resor hotell bussar fest dans", False),
        ("resor hotell", "resor", False),
    ],
)
def test_three_things_of_five_in_common_are_enough_and_fewer_are_not(
    first: str, second: str, together: bool
) -> None:
    assert (len(groups(logged(first), logged(second))) == 1) == together


def test_the_same_question_about_two_municipalities_is_two_gaps() -> None:
    found = groups(
        logged("vem betalar resor", place="Skövde", key="1"),
        logged("vem betalar resor", place="Skara", key="2"),
        logged("vem betalar resor", key="3"),
        logged("vem betalar resor", place="Skövde", key="4"),
    )
    assert [len(group) for group in found] == [2, 1, 1]


def test_a_gap_is_that_of_the_place_asked_about_also_when_the_question_names_none(
    database: FakeDatabase, gaps: Gaps
) -> None:
    add(database, logged("Vad kostar glass?", refused=True, place="Skövde"))
    (gap,) = gaps.recent("bo").gaps
    assert gap.municipality == "Skövde"


def test_questions_that_speak_of_nothing_are_alike_only_word_by_word() -> None:
    found = groups(logged("vad?", key="1"), logged("Vad?", key="2"), logged("hur?", key="3"))
    assert [len(group) for group in found] == [2, 1]


def test_the_gaps_are_what_was_refused_or_disliked(database: FakeDatabase, gaps: Gaps) -> None:
    refused = logged("Vad kostar en glass?", refused=True, at=ticking())
    disliked = logged("Vem beslutar om vänortsavtal?", at=ticking())
    liked = logged("Vad är syftet?", at=ticking())
    unrated = logged("Hur följs det upp?", at=ticking())
    add(database, refused, disliked, liked, unrated)
    thumb(database, disliked)
    thumb(database, liked, Verdict.UP)
    found = {gap.questions: gap for gap in gaps.recent("bo").gaps}
    assert set(found) == {(refused.question,), (disliked.question,)}
    first, second = found[(refused.question,)], found[(disliked.question,)]
    assert (first.times, first.refused, first.disliked) == (1, 1, 0)
    assert (second.times, second.refused, second.disliked) == (1, 0, 1)


def test_a_gap_tells_its_wordings_reasons_and_comments_once_each(
    database: FakeDatabase, gaps: Gaps
) -> None:
    texts = ("Vad kostar glass?", "vad kostar glass", "Vad kostar glass?")
    asked = [
        logged(text, refused=True, key=str(number), asker=f"U{number}", at=ticking())
        for number, text in enumerate(texts)
    ]
    add(database, *asked)
    thumb(database, asked[0], reason=Reason.NO_ANSWER, comment="Behövs.", person="U1")
    thumb(database, asked[0], reason=Reason.OTHER, comment="Behövs.", person="U2")
    thumb(database, asked[1], reason=Reason.NO_ANSWER)
    (gap,) = gaps.recent("bo").gaps
    assert gap.questions == ("Vad kostar glass?", "vad kostar glass")
    assert (gap.times, gap.refused, gap.disliked) == (3, 3, 2)
    assert sorted(gap.reasons) == [Reason.NO_ANSWER, Reason.OTHER]
    assert gap.comments == ("Behövs.",)
    assert gap.last_asked_at == asked[-1].asked_at


def test_a_gap_names_nobody(database: FakeDatabase, gaps: Gaps) -> None:
    add(database, logged("Vad kostar glass?", refused=True, asker="U0EVA"))
    assert "U0EVA" not in gaps.recent("bo").model_dump_json()


def test_what_is_asked_most_comes_first(database: FakeDatabase, gaps: Gaps) -> None:
    texts = ["Vad kostar glass?", "Vem ansvarar för badhuset?", "Vem ansvarar för badhuset?"]
    for number, text in enumerate([*texts, "Var parkerar man?"]):
        add(database, logged(text, refused=True, key=str(number), at=ticking()))
    found = gaps.recent("bo").gaps
    assert [gap.questions[0] for gap in found] == [texts[1], "Var parkerar man?", texts[0]]


def test_an_answer_that_was_shared_is_one_question(database: FakeDatabase, gaps: Gaps) -> None:
    asked = logged("Vad kostar glass?", refused=True).model_copy(update={"shared": "press"})
    copy = logged("Vad kostar glass?", refused=True, key="press")
    add(database, asked, copy)
    assert asked_once([asked, copy]) == [asked]
    assert asked_once([copy]) == [copy]
    (gap,) = gaps.recent("bo").gaps
    assert gap.times == 1


def test_the_list_reaches_ninety_days_back(
    database: FakeDatabase, gaps: Gaps, clock: Clock
) -> None:
    old = logged("Vad kostar glass?", refused=True, at=START - RECENT - timedelta(seconds=1))
    add(database, old, logged("Var är badhuset?", refused=True, at=START - RECENT))
    report = gaps.recent("bo")
    assert report.since == START - timedelta(days=90)
    assert [gap.questions for gap in report.gaps] == [("Var är badhuset?",)]


def test_only_coordinators_see_the_list_and_others_attempts_are_on_record(
    database: FakeDatabase, gaps: Gaps
) -> None:
    with pytest.raises(OnlyCoordinators):
        gaps.recent("eva")
    (denial,) = database.denials.since(START)
    assert (denial.person, denial.action) == ("eva", "see the gap list")


def test_the_index_s_own_words_tell_which_questions_are_alike(
    database: FakeDatabase, gaps: Gaps
) -> None:
    add(
        database,
        logged("Vad kostar vänortsavtal?", refused=True, at=ticking()),
        logged("vad kostar ett vänortsavtal", refused=True, at=ticking()),
    )
    (gap,) = gaps.recent("bo").gaps
    assert gap.times == 2
