"""How well a passage answers a question: what it speaks of, and whether it has what is asked."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from knowledge.kinds import Kinds
from knowledge.language.analysis import Analyser
from knowledge.language.need import STRONG, Alternative, Need
from knowledge.language.steering import is_of_others, tells_of_treatment
from knowledge.library import Library, ReadPassage, kinds_of
from knowledge.model import Aspect
from knowledge.ports import LexicalIndex
from knowledge.questions import Question
from knowledge.retrieval import Hit
from knowledge.weights import EVIDENCE

NAME, THING, VERB, QUALITY, UNKNOWN = 1.5, 1.0, 0.6, 0.6, 0.5
"""What a need counts as a proper name (nothing else will do), as a noun, as a verb (what is done
is told in many ways, except that the verb makes all the difference to who does it), as anything
else that the lexicon has, and as a word that it lacks."""

ASIDE, POINTED_TO = 0.3, 0.5
"""What a word outside the asking sentence counts: what the question only points to, more."""

HEADING, TITLE = 0.85, 0.4
"""How surely a passage speaks of what only its headings, or the document's title, name."""


class Weighed(NamedTuple):
    """A need and how much of the question it is."""

    need: Need
    weight: float


class EvidenceFeatures(NamedTuple):
    """What ``EVIDENCE`` weighs.

    ``coverage`` of the needs by the whole passage and its headings, by its best ``unit``, by its
    best unit that has the kind of thing asked for (``typed``), and by the headings alone
    (``headed``); ``dense`` cosine; ``lexical`` BM25 as a share of the best; how well a definition,
    duty or action in it fits (``structured``); whether it is the document's opening, asked about or
    not.
    """

    coverage: float
    unit: float
    typed: float
    headed: float
    dense: float
    lexical: float
    structured: float
    opening_asked: float
    opening: float


class Evidence(NamedTuple):
    """A passage as evidence: the coverage of each of its ``units``, which of them answers best,
    and how likely the passage answers, from 0 to 1 (``strength``).
    """

    read: ReadPassage
    hit: Hit
    units: tuple[float, ...]
    best_unit: int
    features: EvidenceFeatures
    strength: float


class EvidenceFinder:
    """Weighs passages against questions for one generation of the index."""

    def __init__(
        self,
        library: Library,
        lexical: LexicalIndex,
        passages: int,
        analyser: Analyser,
        kinds: Kinds,
    ) -> None:
        self._library = library
        self._lexical = lexical
        self._passages = passages
        self._analyser = analyser
        self._kinds = kinds
        self._terms = lru_cache(maxsize=100_000)(self._terms_of)

    def weigh(self, question: Question) -> list[Weighed]:
        """The question's needs, rare ones heavier: every passage speaks of "internationell". What
        is told around the question counts little, unless the question only points to it ("Who
        arranges that?").
        """
        is_whole = any(n.is_thing or n.is_name for n in question.needs)
        aside = ASIDE if is_whole else POINTED_TO
        verb = THING if Aspect.WHO in question.aspects else VERB
        asked = [Weighed(n, self._rarity(n) * _telling(n, verb)) for n in question.needs]
        told = [Weighed(n, self._rarity(n) * aside) for n in question.asides]
        return asked + told

    def rank(
        self, question: Question, needs: Sequence[Weighed], hits: Iterable[Hit]
    ) -> list[Evidence]:
        """The hits as evidence, strongest first."""
        found = list(hits)
        best = max((hit.lexical for hit in found), default=0.0) or 1.0
        ranked = [self._evidence(question, needs, hit, hit.lexical / best) for hit in found]
        return sorted(ranked, key=lambda evidence: (-evidence.strength, evidence.hit.key))

    def coverage(self, needs: Sequence[Weighed], read: ReadPassage) -> float:
        """How much of the question a whole passage speaks of, with its headings, from 0 to 1."""
        return _coverage(needs, read, read.terms)

    def _evidence(
        self, question: Question, needs: Sequence[Weighed], hit: Hit, lexical: float
    ) -> Evidence:
        read = self._library.passage(hit.key)
        may = _of_the_documents_asked_about(question, read)
        terms = list(compress(read.unit_terms, may))
        units = [
            covered(needs, [(unit, 1.0), (unit | read.heading_terms, HEADING)]) if answers else 0.0
            for unit, answers in zip(read.unit_terms, may, strict=True)
        ]
        typed = self._typed(question, read, units)
        best_unit = max(range(len(units)), key=lambda i: (typed[i], units[i]))
        is_opening = read.section.ordinal == 0
        features = EvidenceFeatures(
            coverage=_coverage(needs, read, frozenset().union(*terms)) if terms else 0.0,
            unit=max(units),
            typed=max(typed),
            headed=covered(needs, [(read.heading_terms, 1.0)]),
            dense=hit.dense,
            lexical=lexical,
            structured=self._structured(question, needs, read, may),
            opening_asked=float(is_opening and bool(question.facts)),
            opening=float(is_opening and not question.facts),
        )
        return Evidence(
            read, hit, tuple(units), best_unit, features, EVIDENCE.probability(features)
        )

    def _typed(self, question: Question, read: ReadPassage, units: Sequence[float]) -> list[float]:
        """The units' coverage where they have every kind of thing asked for, else 0."""
        kinds = self._kinds.asked(question.aspects)
        if not kinds:
            return list(units)
        return [
            coverage if all(tells(self._kinds, kind, question, read, i) for kind in kinds) else 0.0
            for i, coverage in enumerate(units)
        ]

    def _rarity(self, need: Need) -> float:
        """0 for what all passages speak of, 1 for what none does; a way of naming it makes it as
        common as it is itself, as far as it is sure.
        """
        never = _idf(0, self._passages)
        return min(
            1 - a.weight * (1 - _idf(self._frequency(a), self._passages) / never)
            for a in need.alternatives
        )

    def _frequency(self, alternative: Alternative) -> int:
        """In how many passages all its terms may stand."""
        return min(self._lexical.frequency(term) for term in alternative.terms)

    def _structured(
        self,
        question: Question,
        needs: Sequence[Weighed],
        read: ReadPassage,
        may: Sequence[bool],
    ) -> float:
        """How well a definition, duty or action item of the passage fits the question, in the
        units that ``may`` answer.
        """
        fits = [0.0]
        if Aspect.DEFINITION in question.aspects:
            fits += [covered(needs, [(self._terms(d.term), 1.0)]) for d in read.definitions]
        if question.aspects & {Aspect.WHO, Aspect.WHEN, Aspect.REPORT}:
            context = read.heading_terms
            fits += [
                covered(
                    needs,
                    [
                        (self._terms(f"{d.actor or ''} {d.action}"), 1.0),
                        (self._terms(f"{d.actor or ''} {d.action}") | context, HEADING),
                    ],
                )
                for d in read.duties_in(*compress(read.asked_units, may))
            ]
            fits += [covered(needs, [(read.terms, 1.0)]) for _ in read.actions]
        return max(fits) if any(may) else 0.0

    def _terms_of(self, text: str) -> frozenset[str]:
        return frozenset(self._analyser.terms(text))


def _coverage(needs: Sequence[Weighed], read: ReadPassage, terms: AbstractSet[str]) -> float:
    """How much of the question ``terms`` of a passage speak of, with its headings."""
    headed = terms | read.heading_terms
    return covered(needs, [(terms, 1.0), (headed, HEADING), (headed | read.title_terms, TITLE)])


def tells(kinds: Kinds, kind: Aspect, question: Question, read: ReadPassage, unit: int) -> bool:
    """Whether a unit of a passage has a thing of that kind, or its heading has it for the section.
    A definition tells what a thing is, not who does what with it, unless it speaks of all that was
    asked.
    """
    if kind is Aspect.WHO and read.defines and Aspect.DEFINITION not in question.aspects:
        terms = read.unit_terms[unit]
        if not all(need.met_by(terms) for need in question.needs):
            return False
    return kinds.told(kind, read.asked_units[unit], read.section.heading)


def covered(needs: Sequence[Weighed], views: Sequence[tuple[AbstractSet[str], float]]) -> float:
    """The share of the needs' weight that the best of several views of a text meets, each view
    counting by its factor.
    """
    total = sum(weighed.weight for weighed in needs)
    if total == 0.0:
        return 0.0
    met = sum(
        weighed.weight * max(factor * weighed.need.met_by(terms) for terms, factor in views)
        for weighed in needs
    )
    return met / total


def _of_the_documents_asked_about(question: Question, read: ReadPassage) -> list[bool]:
    """Which units tell of the documents that the question is about: how often an action plan is
    revised tells nothing of the policy that wants it. A unit that names no document must at least
    speak of what is done to them.
    """
    if not question.documents:
        return [True] * len(read.asked_units)
    own = kinds_of(read.document)
    done = [need for need in question.needs if tells_of_treatment(need.words)]
    return [
        not is_of_others(kinds, question.documents, own)
        if kinds or not done
        else any(need.met_by(terms | read.heading_terms) >= STRONG for need in done)
        for kinds, terms in zip(read.treated, read.unit_terms, strict=True)
    ]


def _telling(need: Need, verb: float) -> float:
    """How much a need counts by what kind of word it is."""
    if need.is_name:
        return NAME
    if need.is_verb:
        return verb
    if need.is_thing or need.words.isdigit():
        return THING
    return QUALITY if need.is_known else UNKNOWN


def _idf(frequency: int, passages: int) -> float:
    """BM25's inverse document frequency."""
    return math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5))
