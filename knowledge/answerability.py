"""Whether the evidence answers the question, or why it does not. Code decides, never a prompt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from knowledge.evidence import Evidence, Weighed
from knowledge.kinds import Kinds
from knowledge.language.needs import RELATED, Need
from knowledge.model import Aspect
from knowledge.ports import LexicalIndex
from knowledge.questions import Question
from knowledge.weights import ANSWERABLE

WITNESSES = 3
"""How many of the strongest passages may hold what is asked for."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

class Verdict(NamedTuple):
    """Whether a municipality's documents answer. ``reason`` is a key of the catalogue where they
    plainly do not, with the question's ``words`` that they never mention."""

    answered: bool
    probability: float
    reason: str | None = None
    words: tuple[str, ...] = ()
    features: tuple[float, ...] = ()


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
        elsewhere: float,
        municipality: str,
    ) -> Verdict:
        """Weighs the strongest evidence of one municipality; ``elsewhere`` is the best coverage
        that any municipality's passages have of the question."""
        if not evidence:
            return Verdict(answered=False, probability=0.0)
        unspoken = self._unspoken(question, municipality)
        lack = self._lack(question, evidence[:WITNESSES])
        features = self._features(question, needs, evidence, elsewhere, unspoken, lack, municipality)
        probability = ANSWERABLE.probability(features)
        if unspoken:
            reason = "refused-unspoken"
        else:
            reason = lack
        answered = reason is None and probability >= THRESHOLD
        return Verdict(answered, probability, reason, tuple(n.words for n in unspoken), features)

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

    def _unspoken(self, question: Question, municipality: str) -> list[Need]:
        """The things asked about that the municipality's documents never come near."""
        return [
            need
            for need in question.needs
            if need.is_thing and not need.is_verb and self.spoken_of(need, municipality) < RELATED * 0.8
        ]

    def _lack(self, question: Question, witnesses: Sequence[Evidence]) -> str | None:
        """The kind of thing asked for that no witness has, as a key of the catalogue."""
        texts = [text for witness in witnesses for text in witness.read.asked_units]
        around = " ".join([*texts, *(witness.read.document.title for witness in witnesses)])
        if set(_YEAR.findall(question.text)) - set(_YEAR.findall(around)):
            return "refused-lacks-year"
        for kind in self._kinds.asked(question.aspects):
            if kind is not Aspect.WHO and not any(self._kinds.has(text, kind) for text in texts):
                return f"refused-lacks-{kind.value}"
        return None

    def _features(
        self,
        question: Question,
        needs: Sequence[Weighed],
        evidence: Sequence[Evidence],
        elsewhere: float,
        unspoken: Sequence[Need],
        lack: str | None,
        municipality: str,
    ) -> tuple[float, ...]:
        top = evidence[:WITNESSES]
        best = top[0]
        headed = best.read.terms | best.read.heading_terms
        total = sum(weighed.weight for weighed in needs) or 1.0
        gaps = [w.weight * (1 - w.need.met_by(headed)) for w in needs if not w.need.is_verb]
        verbs = [w.weight * (1 - w.need.met_by(headed)) for w in needs if w.need.is_verb]
        far = [w.weight * (1 - self.spoken_of(w.need, municipality)) for w in needs]
        coverage = max(e.features.coverage for e in top)
        return AnswerFeatures(
            strength=best.strength,
            coverage=coverage,
            unit=max(e.features.unit for e in top),
            typed=max(e.features.typed for e in top),
            dense=max(e.hit.dense for e in top),
            relative=coverage - elsewhere,
            gap=max(gaps, default=0.0),
            gaps=sum(gaps) / total,
            verbs=sum(verbs) / total,
            far=sum(far) / total,
            needs=min(len(needs), 8) / 8,
            unspoken=float(len(unspoken)),
            lack=float(lack is not None),
            kinds=float(bool(self._kinds.asked(question.aspects))),
            structured=best.features.structured,
        )


class AnswerFeatures(NamedTuple):
    strength: float
    coverage: float
    unit: float
    typed: float
    dense: float
    relative: float
    gap: float
    gaps: float
    verbs: float
    far: float
    needs: float
    unspoken: float
    lack: float
    kinds: float
    structured: float


THRESHOLD = 0.5
