"""Evaluation: a file of questions with known answers, asked and scored."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bot.services.asking import WARM_UP
from bot.services.lines import read_lines
from bot.services.places import municipality_named
from bot.services.scoring import Case, Outcome, Score, judge, score
from knowledge.answering import Answerer
from knowledge.model import Value

GROUPS: dict[str, Callable[[Case], str]] = {
    "kind": lambda case: case.kind,
    "language": lambda case: case.lang,
    "difficulty": lambda case: case.difficulty,
}


class Evaluation(Value):
    """The scores in total and by the values of each group."""

    total: Score
    kind: dict[str, Score]
    language: dict[str, Score]
    difficulty: dict[str, Score]


class Evaluator:
    """Asks questions with known answers of one index."""

    def __init__(self, answerer: Answerer) -> None:
        self._answerer = answerer

    def outcomes(self, cases: Sequence[Case]) -> Iterator[Outcome]:
        """How each question goes, in order; loading is done before the first is timed.

        Raises UnknownMunicipality, ModelUnavailable and StoreUnavailable.
        """
        library = self._answerer.library
        self._answerer.answer(WARM_UP)
        for case in cases:
            place = municipality_named(case.municipality, library.municipalities)
            started = time.perf_counter()
            answer = self._answerer.answer(case.question, place)
            seconds = time.perf_counter() - started
            yield judge(case, answer, seconds, lambda i: library.document(i).text)


def read_cases(path: Path) -> list[Case]:
    """The questions of a file of JSON lines. Raises UnreadableInput and BadLine."""
    return read_lines(path, Case.model_validate_json)


def evaluation_of(outcomes: Sequence[Outcome]) -> Evaluation:
    """The scores of outcomes, in total and by group."""
    return Evaluation(total=score(outcomes), **{n: _by(outcomes, of) for n, of in GROUPS.items()})


def _by(outcomes: Sequence[Outcome], group: Callable[[Case], str]) -> dict[str, Score]:
    values = sorted({group(outcome.case) for outcome in outcomes})
    return {
        value: score([outcome for outcome in outcomes if group(outcome.case) == value])
        for value in values
    }
