"""The gap list: what people asked and did not get, like questions together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from pydantic import AwareDatetime

from bot.domain.questions import Feedback, LoggedQuestion, Reason, Verdict
from bot.services.index_in_use import IndexInUse
from bot.services.ports import FeedbackLog, QuestionLog
from bot.services.rights import Rights
from knowledge.model import AnswerStatus, Value

RECENT = timedelta(days=90)
"""How far back the gap list reaches."""

ALIKE = 0.6
"""Questions of one group share this much of the things they speak of."""


class Gap(Value):
    """Questions of one kind that were refused or got a thumb down; no askers, only questions.

    ``questions`` are their different wordings as understood, latest first; ``refused`` and
    ``disliked`` count the questions, ``reasons`` and ``comments`` are those of the thumbs.
    """

    questions: tuple[str, ...]
    municipality: str | None
    times: int
    refused: int
    disliked: int
    reasons: tuple[Reason, ...]
    comments: tuple[str, ...]
    last_asked_at: AwareDatetime


class GapReport(Value):
    """The gaps since a moment, those asked most first."""

    since: AwareDatetime
    gaps: tuple[Gap, ...]


@dataclass
class _Group:
    things: AbstractSet[str]
    questions: list[LoggedQuestion] = field(default_factory=list)


class Gaps:
    """Makes the gap list for coordinators."""

    def __init__(
        self,
        index: IndexInUse,
        questions: QuestionLog,
        feedback: FeedbackLog,
        rights: Rights,
        now: Callable[[], datetime],
    ) -> None:
        self._index = index
        self._questions = questions
        self._feedback = feedback
        self._rights = rights
        self._now = now

    def recent(self, person: str) -> GapReport:
        """The gaps of the last time, RECENT. Raises OnlyCoordinators."""
        self._rights.require_coordinator(person, "see the gap list")
        start = self._now() - RECENT
        questions = self._questions.since(start)
        thumbs = _thumbs_down(self._feedback.on([question.id for question in questions]))
        missed = [q for q in reversed(asked_once(questions)) if q.id in thumbs or _is_refused(q)]
        groups = grouped(missed, self._index.get().asking.things)
        gaps = [_gap(group, thumbs) for group in groups]
        return GapReport(since=start, gaps=tuple(sorted(gaps, key=lambda gap: -gap.times)))


def asked_once(questions: Sequence[LoggedQuestion]) -> list[LoggedQuestion]:
    """Without the copies that sharing a private answer logged: they are no questions more."""
    marks = {question.shared for question in questions}
    return [question for question in questions if question.key not in marks]


def grouped(
    questions: Iterable[LoggedQuestion], things: Callable[[str], AbstractSet[str]]
) -> list[list[LoggedQuestion]]:
    """Questions about the same municipality that speak of the same ``things``, together."""
    groups: list[_Group] = []
    for question in questions:
        own = things(question.question)
        near = (g for g in groups if _is_like(g, own, question))
        group = next(near, None)
        if group is None:
            group = _Group(own)
            groups.append(group)
        group.questions.append(question)
    return [group.questions for group in groups]


def _is_like(group: _Group, things: AbstractSet[str], question: LoggedQuestion) -> bool:
    first = group.questions[0]
    if first.place != question.place:
        return False
    if not things or not group.things:
        return first.question.casefold() == question.question.casefold()
    return len(things & group.things) >= ALIKE * len(things | group.things)


def _thumbs_down(feedback: Iterable[Feedback]) -> dict[str, list[Feedback]]:
    down: dict[str, list[Feedback]] = {}
    for each in feedback:
        if each.verdict is Verdict.DOWN:
            down.setdefault(each.question, []).append(each)
    return down


def _is_refused(question: LoggedQuestion) -> bool:
    return question.answer.status is AnswerStatus.NOT_FOUND


def _gap(questions: Sequence[LoggedQuestion], thumbs: dict[str, list[Feedback]]) -> Gap:
    words = [thumb for question in questions for thumb in thumbs.get(question.id, [])]
    return Gap(
        questions=tuple(dict.fromkeys(question.question for question in questions)),
        municipality=questions[0].place,
        times=len(questions),
        refused=sum(_is_refused(question) for question in questions),
        disliked=sum(question.id in thumbs for question in questions),
        reasons=tuple(dict.fromkeys(word.reason for word in words if word.reason)),
        comments=tuple(dict.fromkeys(word.comment for word in words if word.comment)),
        last_asked_at=max(question.asked_at for question in questions),
    )
