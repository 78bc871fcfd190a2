"""The same question put to each municipality."""

from __future__ import annotations

from bot.services.asking import Asking
from knowledge.model import Answer, AnswerStatus, Value

MOST_COMPARED = 12
"""Municipalities shown side by side; of more, those that answer come first."""


class Comparison(Value):
    """A question without its municipality, and each one's answer: those that answer first.

    ``left_out`` counts municipalities beyond MOST_COMPARED.
    """

    question: str
    answers: tuple[tuple[str, Answer], ...]
    left_out: int

    @property
    def language(self) -> str:
        """The language of the answers."""
        return self.answers[0][1].language


def compare(asking: Asking, question: str, language: str) -> Comparison:
    """Ask ``question``, which names no municipality, of each one with documents.

    Raises as ``Asking.ask``.
    """
    answers = [(name, asking.ask(question, name, language)) for name in asking.municipalities]
    answers.sort(key=lambda each: each[1].status is not AnswerStatus.ANSWERED)
    return Comparison(
        question=question,
        answers=tuple(answers[:MOST_COMPARED]),
        left_out=max(len(answers) - MOST_COMPARED, 0),
    )
