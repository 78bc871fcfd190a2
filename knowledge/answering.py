"""Evidence to answer or refusal, each quote verified."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.answerability import NONE_SUCH, Judge
from knowledge.citations import verified
from knowledge.direct import DirectSpeaker
from knowledge.errors import InvalidInput
from knowledge.evidence import Evidence, EvidenceFinder, Weighed
from knowledge.fact_answers import find_facts, is_of_no_document
from knowledge.findings import (
    LONGEST_QUOTE,
    QUOTE_ROOM,
    Finding,
    coverage,
    nearest_sections,
    quotes,
)
from knowledge.language.detection import DEFAULT_LANGUAGE
from knowledge.library import Library
from knowledge.model import Answer, AnswerStatus, Citation, SectionReference
from knowledge.questions import Question, QuestionReader
from knowledge.retrieval import Hit, Retriever
from knowledge.texts.catalogue import say
from knowledge.wording import LONGEST_ANSWER, answer_text, listed, refusal_text

CANDIDATES = 12
"""Passages weighed for each municipality."""

MOST_QUOTES = 3

MOST_COMPARED = 8
"""Municipalities whose evidence is weighed one by one; among more, the best passages choose."""

AS_GOOD = 0.7
"""Of several municipalities, those are shown that speak of this much of what the best one does."""

COMPARABLE = 0.25
"""The probability from which a municipality's evidence is shown beside another's answer."""


class Answerer:
    """Answers questions from one generation of the index.

    ``strict`` raises QuoteMismatch for a quote that is not in the document, instead of
    withholding it.
    """

    def __init__(
        self,
        reader: QuestionReader,
        library: Library,
        retriever: Retriever,
        evidence: EvidenceFinder,
        judge: Judge,
        speaker: DirectSpeaker,
        *,
        strict: bool = False,
    ) -> None:
        self.library = library
        self.reader = reader
        self._retriever = retriever
        self._evidence = evidence
        self._judge = judge
        self._speaker = speaker
        self._strict = strict

    def answer(
        self, text: str, municipality: str | None = None, otherwise: str = DEFAULT_LANGUAGE
    ) -> Answer:
        """The answer to a question, for ``municipality`` unless the question names its own, in
        the language ``otherwise`` when the question's own cannot be told.

        Raises InvalidInput for a municipality without documents, ModelUnavailable and
        StoreUnavailable.
        """
        question, findings = self.examine(text, municipality, otherwise)
        if question.municipalities and not findings:
            return self._without_documents(question)
        if question.is_order:
            reasons = [say("refused-order", question.language)]
            return self._refusal(question, reasons, nearest_sections(findings))
        answers = _answering(findings, together=len(question.municipalities) > 1)
        if not answers:
            return self._refused(question, findings)
        return self._answered(question, answers, findings)

    def examine(
        self, text: str, municipality: str | None = None, otherwise: str = DEFAULT_LANGUAGE
    ) -> tuple[Question, list[Finding]]:
        """The question, understood, and what the documents of each municipality in its scope hold;
        nothing when it names only municipalities without documents. Raises as ``answer`` does.
        """
        if municipality is not None and municipality not in self.library.municipalities:
            raise InvalidInput(f"no documents of {municipality}", municipality=municipality)
        question = self.reader.read(text, otherwise)
        known = [name for name in question.municipalities if name in self.library.municipalities]
        if question.municipalities and not known:
            return question, []
        return question, self._findings(question, known or _scope(municipality, self.library))

    def _findings(self, question: Question, municipalities: Sequence[str]) -> list[Finding]:
        vector = self._retriever.embed(question)
        needs = self._evidence.weigh(question)
        if len(municipalities) > MOST_COMPARED:
            hits = self._retriever.search(question, vector, CANDIDATES)
            municipalities = self._nearest_municipalities(hits)
        ranked = {
            name: self._evidence.rank(
                question, needs, self._retriever.search(question, vector, CANDIDATES, name)
            )
            for name in municipalities
        }
        best = self._best_coverage(question, needs, ranked)
        return [
            Finding(
                name,
                find_facts(question, self.library, name),
                evidence,
                NONE_SUCH
                if is_of_no_document(question, self.library, name)
                else self._judge.decide(question, needs, evidence, best, name),
            )
            for name, evidence in ranked.items()
        ]

    def _best_coverage(
        self,
        question: Question,
        needs: Sequence[Weighed],
        ranked: Mapping[str, Sequence[Evidence]],
    ) -> float:
        """The best coverage of the question by any municipality's passages: those ``ranked``, and
        where they are not all, those that BM25 finds.
        """
        coverages = [e.features.coverage for each in ranked.values() for e in each]
        if len(ranked) < len(self.library.municipalities):
            keys = self._retriever.speaking(question, CANDIDATES)
            coverages += [self._evidence.coverage(needs, self.library.passage(key)) for key in keys]
        return max(coverages, default=0.0)

    def _nearest_municipalities(self, hits: Sequence[Hit]) -> list[str]:
        """Where there are too many to weigh one by one: those of the best passages of all."""
        names = (self.library.passage(hit.key).document.municipality for hit in hits)
        return list(dict.fromkeys(names))[:MOST_COMPARED]

    def _answered(
        self, question: Question, answers: Sequence[Finding], findings: Sequence[Finding]
    ) -> Answer:
        shown = answers[:MOST_QUOTES]
        citations = verified(self._citations(shown), self.library, strict=self._strict)
        if not citations:
            return self._refused(question, findings)
        sentence = self._speaker.sentence(question, answers[:MOST_COMPARED])
        notes = self._notes(question, citations, answers, findings)
        text = answer_text(sentence, citations, notes, question.language)
        while len(text) > LONGEST_ANSWER and len(citations) > 1:
            citations.pop()
            text = answer_text(sentence, citations, notes, question.language)
        return Answer(
            language=question.language,
            status=AnswerStatus.ANSWERED,
            sentence=sentence,
            text=text,
            citations=tuple(citations),
            nearest=(),
            notes=tuple(notes),
        )

    def _citations(self, answers: Sequence[Finding]) -> list[Citation]:
        """One quote a municipality, or the strongest three of a single one."""
        if len(answers) > 1:
            room = min(LONGEST_QUOTE, QUOTE_ROOM // len(answers))
            return [quotes(finding, 1, room)[0] for finding in answers]
        return quotes(answers[0], MOST_QUOTES, LONGEST_QUOTE)

    def _notes(
        self,
        question: Question,
        citations: Sequence[Citation],
        answers: Sequence[Finding],
        findings: Sequence[Finding],
    ) -> list[str]:
        language = question.language
        notes = []
        terms = self._speaker.terms(question, citations)
        if terms:
            notes.append(say("terms", language, terms=terms))
        more = [finding.municipality for finding in answers[MOST_QUOTES:]]
        silent = [finding.municipality for finding in findings if not finding.is_answer]
        if more:
            notes.append(
                say("more-municipalities", language, municipalities=listed(more, language))
            )
        if silent:
            notes.append(
                say("silent-municipalities", language, municipalities=listed(silent, language))
            )
        return notes

    def _refused(self, question: Question, findings: Sequence[Finding]) -> Answer:
        nearest = nearest_sections(findings)
        reasons = [say("refused", question.language)]
        if len(findings) == 1:
            reasons = self._speaker.reasons(question, findings[0])
        return self._refusal(question, reasons, nearest)

    def _without_documents(self, question: Question) -> Answer:
        language = question.language
        reason = say(
            "refused-no-documents",
            language,
            municipality=listed(question.municipalities, language),
            municipalities=listed(self.library.municipalities, language),
        )
        return self._refusal(question, [reason], ())

    def _refusal(
        self, question: Question, reasons: Sequence[str], nearest: Sequence[SectionReference]
    ) -> Answer:
        return Answer(
            language=question.language,
            status=AnswerStatus.NOT_FOUND,
            sentence=reasons[0],
            text=refusal_text(reasons, nearest, question.language),
            citations=(),
            nearest=tuple(nearest),
            notes=tuple(reasons[1:]),
        )


def _answering(findings: Sequence[Finding], *, together: bool) -> list[Finding]:
    """The findings that answer, strongest first. Municipalities that the question names side by
    side are shown ``together`` if one of them answers and the others have evidence worth quoting:
    a comparison needs both.
    """
    answers = [finding for finding in findings if finding.is_answer]
    best = max((coverage(finding) for finding in answers), default=0.0)
    if not together:
        return sorted(
            (finding for finding in answers if coverage(finding) >= AS_GOOD * best),
            key=lambda finding: -finding.verdict.probability,
        )
    if answers:
        answers += [
            finding
            for finding in findings
            if not finding.is_answer
            and finding.evidence
            and finding.verdict.reason is None
            and finding.verdict.probability >= COMPARABLE
        ]
    return sorted(answers, key=lambda finding: -finding.verdict.probability)


def _scope(municipality: str | None, library: Library) -> Sequence[str]:
    return (municipality,) if municipality else library.municipalities
