"""Whether the evidence answers the question, or why it does not. Code decides, never a prompt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from knowledge.evidence import Evidence, Weighed, tells
from knowledge.kinds import Kinds
from knowledge.language.need import STRONG, Need
from knowledge.library import ReadPassage
from knowledge.model import Aspect
from knowledge.ports import LexicalIndex
from knowledge.questions import Question
from knowledge.weights import ANSWERABLE

WITNESSES = 3
"""How many of the strongest passages may hold what is asked for."""

THRESHOLD = 0.42
"""The probability from which a municipality's documents are taken to answer."""

NEAR = 0.3
"""A text that names not even a neighbour of a thing (RELATED) never comes near it."""

MAIN = 0.5
"""The weight from which a thing is rare enough to be what a question is about."""

MOSTLY = 0.45
"""The share of a question that its unspoken things must be to refuse on their account alone."""

SPEAKING = 0.6
"""A unit speaks of what was asked if it covers this much of what the best unit does."""

SOFT = frozenset((Aspect.WHO, Aspect.WHEN))
"""Kinds that many words can stand for ("vid all verksamhetsutveckling"): missing, they only count
against an answer."""

UNTOLD = frozenset((Aspect.PURPOSE, Aspect.REPORT))
"""Kinds told in so many ways that their words' absence says nothing."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Verdict(NamedTuple):
    """Whether a municipality's documents answer. ``reason`` is a key of the catalogue where they
    plainly do not, with the question's ``words`` that they never mention.
    """

    answered: bool
    probability: float
    reason: str | None = None
    words: tuple[str, ...] = ()
    features: AnswerFeatures | None = None


NONE_SUCH = Verdict(answered=False, probability=0.0)
"""Of a question that speaks of nothing, or of nothing that there is."""


class Judge:
    """Decides for one generation of the index."""

    def __init__(self, lexical: LexicalIndex, kinds: Kinds) -> None:
        self._lexical = lexical
        self._kinds = kinds

    def decide(
        self,
        question: Question,
        needs: Sequence[Weighed],
        evidence: Sequence[Evidence],
        best: float,
        municipality: str,
    ) -> Verdict:
        """Weighs the strongest evidence of one municipality; ``best`` is the best coverage of the
        question by any municipality's passages. A question that speaks of nothing has no answer.
        """
        if not evidence or not needs:
            return NONE_SUCH
        witnesses = evidence[:WITNESSES]
        asked = needs[: len(question.needs)]
        unspoken = self._unspoken(asked, municipality)
        foreign = self._foreign(asked, evidence)
        units = _speaking(witnesses)
        lacks = self._lacks(question, units)
        missing_year = _years(question.text) - _years(_around(self._of_kind(question, units)))
        features = self._features(needs, witnesses, best, municipality)._replace(
            unspoken=_weight(unspoken) / (_weight(needs) or 1.0),
            foreign=_weight(foreign) / (_weight(needs) or 1.0),
            lacks=float(len(lacks)),
            year=float(bool(missing_year)),
        )
        probability = ANSWERABLE.probability(features)
        reason = None
        if missing_year:
            reason = "refused-lacks-year"
        elif features.unspoken >= MOSTLY or any(weighed.need.is_term for weighed in foreign):
            reason = "refused-unspoken"
        else:
            hard = [kind for kind in lacks if kind not in SOFT]
            reason = f"refused-lacks-{hard[0].value}" if hard else None
        answered = reason is None and probability >= THRESHOLD
        words = tuple(dict.fromkeys(weighed.need.words for weighed in (*foreign, *unspoken)))
        return Verdict(answered, probability, reason, words, features)

    def spoken_of(self, need: Need, municipality: str) -> float:
        """How surely any passage of the municipality speaks of it, from 0 to 1."""
        return next(
            (
                a.weight
                for a in need.alternatives
                if all(self._lexical.frequency(term, municipality) for term in a.terms)
            ),
            0.0,
        )

    def _unspoken(self, needs: Sequence[Weighed], municipality: str) -> list[Weighed]:
        """The things asked about that the municipality's documents never come near."""
        return [
            weighed
            for weighed in needs
            if weighed.need.is_thing and self.spoken_of(weighed.need, municipality) < NEAR
        ]

    def _foreign(self, needs: Sequence[Weighed], evidence: Sequence[Evidence]) -> list[Weighed]:
        """The thing that the question is most about, where these documents have no name for it
        but others' do: what is said of its neighbours here is no rule about it.
        """
        things = [weighed for weighed in needs if weighed.need.is_thing]
        main = max(things, key=lambda weighed: weighed.weight, default=None)
        if main is None or main.weight < MAIN:
            return []
        here = max(
            main.need.met_by(e.read.terms | e.read.heading_terms | e.read.title_terms)
            for e in evidence
        )
        known = any(
            len(a.terms) == 1 and self._lexical.frequency(next(iter(a.terms)))
            for a in main.need.alternatives
            if a.weight >= STRONG
        )
        return [main] if here < STRONG and known else []

    def _lacks(self, question: Question, units: Sequence[tuple[ReadPassage, int]]) -> list[Aspect]:
        """The kinds of thing asked for that no speaking unit has."""
        return [
            kind
            for kind in self._kinds.asked(question.aspects)
            if kind not in UNTOLD
            and not any(tells(self._kinds, kind, question, read, unit) for read, unit in units)
        ]

    def _of_kind(
        self, question: Question, units: Sequence[tuple[ReadPassage, int]]
    ) -> Sequence[tuple[ReadPassage, int]]:
        """The units that have every kind of thing asked for, or all where none has."""
        kinds = self._kinds.asked(question.aspects)
        having = [
            (read, unit)
            for read, unit in units
            if all(tells(self._kinds, kind, question, read, unit) for kind in kinds)
        ]
        return having or units

    def _features(
        self,
        needs: Sequence[Weighed],
        witnesses: Sequence[Evidence],
        best: float,
        municipality: str,
    ) -> AnswerFeatures:
        first = witnesses[0]
        headed = first.read.terms | first.read.heading_terms
        total = _weight(needs) or 1.0
        missed = [(w, w.weight * (1 - w.need.met_by(headed))) for w in needs]
        coverage = max(e.features.coverage for e in witnesses)
        return AnswerFeatures(
            strength=first.strength,
            coverage=coverage,
            unit=max(e.features.unit for e in witnesses),
            typed=first.features.typed,
            untyped=first.features.unit - first.features.typed,
            dense=max(e.hit.dense for e in witnesses),
            relative=coverage - best,
            gap=max((gap for w, gap in missed if not w.need.is_verb), default=0.0),
            gaps=sum(gap for w, gap in missed if not w.need.is_verb) / total,
            verbs=sum(gap for w, gap in missed if w.need.is_verb) / total,
            far=sum(w.weight * (1 - self.spoken_of(w.need, municipality)) for w in needs) / total,
            needs=min(len(needs), 8) / 8,
            structured=first.features.structured,
            unspoken=0.0,
            foreign=0.0,
            lacks=0.0,
            year=0.0,
        )


class AnswerFeatures(NamedTuple):
    """What ``ANSWERABLE`` weighs: the best evidence's strength, and how far the witnesses cover the
    question (whole, by unit, by a unit of the kind asked for), how much better other
    municipalities' passages do, what the best one leaves uncovered of things and of verbs, how far
    the municipality's documents are from the question's words, and what kinds of thing lack.
    """

    strength: float
    coverage: float
    unit: float
    typed: float
    untyped: float
    dense: float
    relative: float
    gap: float
    gaps: float
    verbs: float
    far: float
    needs: float
    structured: float
    unspoken: float
    foreign: float
    lacks: float
    year: float


def _weight(needs: Sequence[Weighed]) -> float:
    return sum(weighed.weight for weighed in needs)


def _years(text: str) -> set[str]:
    return set(_YEAR.findall(text))


def _speaking(witnesses: Sequence[Evidence]) -> list[tuple[ReadPassage, int]]:
    """The witnesses' units that speak of what was asked, each by its place in its passage."""
    best = max(evidence.features.unit for evidence in witnesses)
    return [
        (witness.read, unit)
        for witness in witnesses
        for unit, coverage in enumerate(witness.units)
        if coverage >= SPEAKING * best and coverage > 0.0
    ]


def _around(units: Sequence[tuple[ReadPassage, int]]) -> str:
    """The units' words with their headings and titles."""
    return " ".join(
        f"{read.asked_units[unit]} {read.section.heading} {read.document.title}"
        for read, unit in units
    )
