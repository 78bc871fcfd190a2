"""Asking: one question in, one answer out, in the form that programs read as well."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from threading import BoundedSemaphore

from bot.services.errors import EmptyQuestion
from bot.services.places import find_municipality, home_municipality, municipality_named
from bot.services.quotes import Near, Quote, near_of, quote_of
from knowledge.answering import Answerer
from knowledge.findings import Finding
from knowledge.language.detection import DEFAULT_LANGUAGE, detect_language
from knowledge.language.lexicon import load_lexicon
from knowledge.language.need import Need
from knowledge.model import Answer, AnswerStatus, Value
from knowledge.ports import Catalog
from knowledge.questions import Question
from knowledge.texts.catalogue import say
from knowledge.wording import listed

AT_ONCE = os.cpu_count() or 1
"""Searches at the same time: more threads than cores make all of them wait longer."""

WARM_UP = "Vad är en vänort?"
"""Asked once so that the model is loaded before any time is taken."""


class AskedQuestion(Value):
    """A question as a batch has it. ``municipality`` is as typed, None for the home's or all."""

    id: str | int | None = None
    question: str
    municipality: str | None = None


class AnswerLine(Value):
    """An answer for other programs, in the order of its published keys.

    ``seconds`` is the answering time without loading, rounded to four decimals.
    """

    id: str | int | None
    question: str
    language: str
    status: AnswerStatus
    text: str
    citations: tuple[Quote, ...]
    nearest: tuple[Near, ...]
    seconds: float


class Asking:
    """Asks one index, for AT_ONCE threads at a time; others wait for their turn. ``home`` is where
    a question belongs that names no municipality.
    """

    def __init__(self, answerer: Answerer, home: str | None) -> None:
        """Raises UnknownHome when the index has no documents from ``home``."""
        self._answerer = answerer
        self._turns = BoundedSemaphore(AT_ONCE)
        self._home = home_municipality(home, self.municipalities)

    @property
    def municipalities(self) -> Sequence[str]:
        """The municipalities with documents."""
        return self._answerer.library.municipalities

    @property
    def catalog(self) -> Catalog:
        """The documents."""
        return self._answerer.library.catalog

    def warm_up(self) -> None:
        """Load what the first question would wait for. Raises as ``ask``."""
        with self._turns:
            self._answerer.answer(WARM_UP)

    def known(self, name: str | None) -> str | None:
        """The municipality with documents that ``name`` means, or None."""
        return find_municipality(name, self.municipalities) if name else None

    def scope(self, typed: str | None) -> str | None:
        """The municipality meant by ``typed``, else the home's, else None for all.

        Raises UnknownMunicipality.
        """
        return municipality_named(typed or None, self.municipalities) or self._home

    def ask(
        self, question: str, typed: str | None = None, otherwise: str = DEFAULT_LANGUAGE
    ) -> Answer:
        """The answer, for the municipality ``typed`` unless the question names its own, in the
        language ``otherwise`` when nothing tells the question's.

        Raises EmptyQuestion, UnknownMunicipality, ModelUnavailable and StoreUnavailable.
        """
        return self.ask_in(question, self.scope(typed), otherwise)

    def ask_in(
        self, question: str, municipality: str | None, otherwise: str = DEFAULT_LANGUAGE
    ) -> Answer:
        """The same for a municipality with documents, or for all, whatever the home is.

        Raises EmptyQuestion, ModelUnavailable and StoreUnavailable.
        """
        if not question.strip():
            raise EmptyQuestion("the question is empty")
        with self._turns:
            return self._answerer.answer(question, municipality, otherwise)

    def examine(self, topic: str, municipality: str | None) -> tuple[Question, list[Finding]]:
        """What the documents of ``municipality``, or of all, hold on a topic. Raises as ``ask``."""
        with self._turns:
            return self._answerer.examine(topic, municipality)

    def place(self, question: str, municipality: str | None) -> str | None:
        """What ``ask_in`` is about: the municipalities that the question names, without those that
        have no documents if others have; else ``municipality``.
        """
        named = self._answerer.reader.read(question).municipalities
        known = [name for name in named if name in self.municipalities]
        return ", ".join(known or named) or municipality

    def things(self, text: str) -> frozenset[str]:
        """The things that a text speaks of, each by the terms of its surest name."""
        return frozenset(
            " ".join(sorted(need.alternatives[0].terms))
            for need in self.needs(text)
            if need.alternatives
        )

    def needs(self, text: str) -> tuple[Need, ...]:
        """What a text speaks of, each thing with all the ways that it may be named."""
        return self._answerer.reader.read(text).needs

    def line(self, asked: AskedQuestion) -> AnswerLine:
        """The answer for other programs. Raises as ``ask``."""
        started = time.perf_counter()
        answer = self.ask(asked.question, asked.municipality)
        return answer_line(asked, answer, time.perf_counter() - started)

    def batch_line(self, asked: AskedQuestion) -> AnswerLine:
        """The same, but a municipality without documents is an answer too: there is nothing."""
        typed = asked.municipality
        if not typed or find_municipality(typed, self.municipalities):
            return self.line(asked)
        started = time.perf_counter()
        answer = _without_documents(asked.question, typed, self.municipalities)
        return answer_line(asked, answer, time.perf_counter() - started)


def answer_line(asked: AskedQuestion, answer: Answer, seconds: float) -> AnswerLine:
    """An answer for other programs."""
    return AnswerLine(
        id=asked.id,
        question=asked.question,
        language=answer.language,
        status=answer.status,
        text=answer.text,
        citations=tuple(quote_of(citation) for citation in answer.citations),
        nearest=tuple(near_of(reference) for reference in answer.nearest),
        seconds=round(seconds, 4),
    )


def _without_documents(question: str, municipality: str, known: Sequence[str]) -> Answer:
    language = detect_language(question, load_lexicon())
    reason = say(
        "refused-no-documents",
        language,
        municipality=municipality,
        municipalities=listed(known, language),
    )
    return Answer(
        language=language,
        status=AnswerStatus.NOT_FOUND,
        sentence=reason,
        text=reason,
        citations=(),
        nearest=(),
    )
