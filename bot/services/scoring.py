"""Scoring answers against a set of questions whose answers are known."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from math import ceil
from typing import Annotated

from pydantic import ConfigDict, StringConstraints

from knowledge.model import Answer, AnswerStatus, Citation, Value
from knowledge.wording import on_one_line

FIRST_CITATIONS = 3
"""A right answer has the right section among this many citations."""

UNANSWERABLE = "unanswerable"


class GoldPlace(Value):
    """A section with the answer; ``section`` is None for a document's opening."""

    municipality: str
    section: str | None
    quote: str


class Case(Value):
    """A question with its known answer. Each fact is a list of alternatives, divided by "|"."""

    model_config = ConfigDict(extra="ignore")

    id: str
    lang: str
    kind: str
    municipality: str | None
    question: Annotated[str, StringConstraints(pattern=r"\S")]
    gold: tuple[GoldPlace, ...]
    facts: tuple[str, ...]
    difficulty: str

    @property
    def is_answerable(self) -> bool:
        """Whether the documents hold an answer."""
        return self.kind != UNANSWERABLE


class Outcome(Value):
    """How one question went.

    The right section comes ``first``, ``among_first`` or is ``cited`` at all; ``invalid_quotes``
    counts quotes that are not in the document.
    """

    case: Case
    answered: bool
    first: bool
    cited: bool
    among_first: bool
    facts: bool
    invalid_quotes: int
    seconds: float

    @property
    def right(self) -> bool:
        """Answered from the right section with all facts; or refused, where there is no answer."""
        if not self.case.is_answerable:
            return not self.answered
        return self.answered and self.among_first and self.facts

    @property
    def reason(self) -> str | None:
        """A catalogue key for what went wrong, or None."""
        if self.right:
            return None
        if not self.case.is_answerable:
            return "failure-answered"
        if not self.answered:
            return "failure-refused"
        return "failure-facts" if self.among_first else "failure-section"


class Score(Value):
    """Counts over some questions, and their latency in milliseconds.

    Sections, facts and wrong refusals are counted over the ``answerable``, right refusals over
    the ``unanswerable``.
    """

    questions: int
    right: int
    answerable: int
    section_first: int
    section_cited: int
    facts_present: int
    unanswerable: int
    refusals_right: int
    wrong_refusals: int
    invalid_quotes: int
    p50_ms: float
    p95_ms: float


def judge(case: Case, answer: Answer, seconds: float, text_of: Callable[[str], str]) -> Outcome:
    """How an answer compares with the known one; ``text_of`` gives a document's text by id."""
    matches = [_is_gold(citation, case.gold) for citation in answer.citations]
    return Outcome(
        case=case,
        answered=answer.status is AnswerStatus.ANSWERED,
        first=any(matches[:1]),
        cited=any(matches),
        among_first=any(matches[:FIRST_CITATIONS]),
        facts=facts_present(case.facts, answer.text),
        invalid_quotes=sum(not _is_verbatim(each, text_of) for each in answer.citations),
        seconds=seconds,
    )


def facts_present(facts: Sequence[str], text: str) -> bool:
    """Whether each fact stands in the text by one of its alternatives, in any case."""
    folded = on_one_line(text).casefold()
    return all(
        any(on_one_line(way).casefold() in folded for way in fact.split("|")) for fact in facts
    )


def score(outcomes: Sequence[Outcome]) -> Score:
    """The counts over some outcomes."""
    answerable = [o for o in outcomes if o.case.is_answerable]
    unanswerable = [o for o in outcomes if not o.case.is_answerable]
    times = [o.seconds for o in outcomes]
    return Score(
        questions=len(outcomes),
        right=sum(o.right for o in outcomes),
        answerable=len(answerable),
        section_first=sum(o.first for o in answerable),
        section_cited=sum(o.cited for o in answerable),
        facts_present=sum(o.answered and o.facts for o in answerable),
        unanswerable=len(unanswerable),
        refusals_right=sum(not o.answered for o in unanswerable),
        wrong_refusals=sum(not o.answered for o in answerable),
        invalid_quotes=sum(o.invalid_quotes for o in outcomes),
        p50_ms=_percentile(times, 50),
        p95_ms=_percentile(times, 95),
    )


def _is_gold(citation: Citation, gold: Sequence[GoldPlace]) -> bool:
    return any(
        place.municipality == citation.municipality and _same_section(citation, place.section)
        for place in gold
    )


def _same_section(citation: Citation, section: str | None) -> bool:
    if section is None:
        return not citation.section_path
    return bool(citation.section_path) and _heading(citation.section) == _heading(section)


def _heading(text: str) -> str:
    """A heading without its number and colon, in lower case."""
    bare = re.sub(r"^\d+(?:\.\d+)*\.?\s+", "", on_one_line(text))
    return bare.rstrip(": ").casefold()


def _is_verbatim(citation: Citation, text_of: Callable[[str], str]) -> bool:
    text = text_of(citation.document_id)
    return bool(citation.quote) and text[citation.start : citation.end] == citation.quote


def _percentile(seconds: Sequence[float], percent: int) -> float:
    """The nearest rank in milliseconds, 0 for no times."""
    if not seconds:
        return 0.0
    rank = max(ceil(len(seconds) * percent / 100), 1)
    return round(sorted(seconds)[rank - 1] * 1000, 1)
