"""What a municipality's documents lay down about agreements and memberships, each rule cited.

A rule is read from the document's own sentence: what it speaks of (agreements with twin towns,
memberships), what it demands (an end, an evaluation and how often) and whom it exempts. Who decides
comes from the document's duties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from bot.domain.agreement_rules import AgreementRule, AgreementRuleKind
from bot.domain.agreements import AgreementKind
from bot.services.agreements.agreement_words import kinds_of, mentions, mentions_as_such
from bot.services.agreements.clauses import Stated, stated_in
from bot.services.agreements.exemptions import exempted_by, exempted_in
from bot.services.documents_in_use import DocumentsInUse
from bot.services.reports.demand_words import INTERNATIONAL, ITEM_MARKER
from knowledge.citations import cite
from knowledge.language.actors import load_actors
from knowledge.model import Citation, Document, Duty, Passage, PassageKind, Span
from knowledge.ports import Catalog

LONGEST_SENTENCE = 2_000
"""Characters beyond which a text without a full stop is no sentence."""

_GOES_ON = re.compile(
    r"^(?:De|Dessa|Den|Det|Avtalen|Avtalet|Medlemskapen|Överenskommelserna|They|These|It|Such|"
    r"The\s+agreements?)\b"
)
_DECIDES = re.compile(
    r"\b(?:beslut\w*\s+om|beslutar|ingår|ingå|tecknar?|teckna|godkänner|godkänna|antar|anta|"
    r"undertecknar?|sluter|säger\s+upp|decid\w+|enters?\s+into|approv\w+|signs?|concludes?)\b",
    re.I,
)
_DECIDED_BY = re.compile(
    r"\b(?:beslutas|godkänns|godkännas|antas|ingås|tecknas|sägs\s+upp|"
    r"(?:are|is|be)\s+(?:decided\s+on|approved|concluded|signed))\s+(?:av|by)\s+",
    re.I,
)
_WHOLE = "municipality"
"""The actor that is the municipality itself, which tells nobody who decides in it."""


class AgreementRules:
    """The rules by municipality, read of the published documents and kept for as long as the index
    is the same. May raise as ``DocumentsInUse.get``.
    """

    def __init__(self, index: DocumentsInUse) -> None:
        self._index = index
        self._last: _Read | None = None

    def of(self, municipality: str) -> tuple[AgreementRule, ...]:
        """The rules of a municipality's documents, in the order of their places."""
        opened, last = self._index.get(), self._last
        if last is None or last.generation != opened.generation:
            last = self._last = _Read(opened.generation, opened.catalog)
        return last.of(municipality)


class _Read:
    """What was read of one generation of the index."""

    def __init__(self, generation: str, catalog: Catalog) -> None:
        self.generation = generation
        self._catalog = catalog
        self.of = lru_cache(maxsize=None)(self._of)

    def _of(self, municipality: str) -> tuple[AgreementRule, ...]:
        entries = [e for e in self._catalog.entries() if e.municipality == municipality]
        return rules_of([self._catalog.document(each.id) for each in entries])


def rules_of(documents: Sequence[Document]) -> tuple[AgreementRule, ...]:
    """The rules of a municipality's documents, in the order of their places."""
    return tuple(rule for document in documents for rule in _of_document(document))


def _of_document(document: Document) -> Iterator[AgreementRule]:
    for _, passages in groupby(document.passages, key=lambda passage: passage.section):
        reading = _SectionReading(document)
        for passage in passages:
            if passage.kind not in (PassageKind.ACTION, PassageKind.FACTS):
                reading.take(passage)
        yield from sorted(reading.rules, key=lambda rule: rule.citation.start)


class _SectionReading:
    """The sentences of one section, one after the other."""

    def __init__(self, document: Document) -> None:
        self.rules: list[AgreementRule] = []
        self._document = document
        self._spoken_of: frozenset[AgreementKind] = frozenset()
        self._lead_in: Span | None = None
        self._latest: list[int] = []

    def take(self, passage: Passage) -> None:
        """Read a passage."""
        for unit in passage.units:
            if unit.end - unit.start <= LONGEST_SENTENCE:
                self._unit(passage, unit)

    def _unit(self, passage: Passage, unit: Span) -> None:
        sentence = unit.of(self._document.text)
        item = ITEM_MARKER.match(sentence)
        if item and self._lead_in:
            whole = Span(start=self._lead_in.start, end=unit.end)
            said = self._lead_in.of(self._document.text).rstrip().removesuffix(":")
            self._read(passage, whole, f"{said} {sentence[item.end() :]}")
            return
        self._lead_in = None
        if self._latest and self._exempts(passage, unit, sentence):
            return
        self._read(passage, unit, sentence)
        if sentence.rstrip().endswith(":"):
            self._lead_in = unit

    def _read(self, passage: Passage, unit: Span, sentence: str) -> None:
        bare, exemptions = exempted_in(sentence)
        bare = bare.replace("\t", " ")
        named = kinds_of(mentions_as_such(bare), self._context(passage))
        spoken_of = self._spoken_of if _GOES_ON.match(bare) else frozenset()
        begun = len(self.rules)
        if self._is_international(passage, sentence):
            for stated in stated_in(bare, spoken_of, spoken_of or self._context(passage)):
                rule = _rule(stated, self._cited(passage, unit))
                self.rules.append(rule.model_copy(update={"exemptions": exemptions}))
            self.rules += self._decisions(passage, unit)
        self._latest = [
            number
            for number in range(begun, len(self.rules))
            if self.rules[number].kind is not AgreementRuleKind.DECISION
        ]
        self._spoken_of = named or spoken_of

    def _exempts(self, passage: Passage, unit: Span, sentence: str) -> bool:
        """Whether a sentence takes something out of the rules of the one before it; their citation
        goes on to its end.
        """
        exemption = exempted_by(sentence)
        if exemption is None:
            return False
        for number in self._latest:
            rule = self.rules[number]
            whole = Span(start=rule.citation.start, end=unit.end)
            self.rules[number] = rule.model_copy(
                update={
                    "exemptions": (*rule.exemptions, exemption),
                    "citation": self._cited(passage, whole),
                }
            )
        return True

    def _decisions(self, passage: Passage, unit: Span) -> Iterator[AgreementRule]:
        duties = [each for each in self._document.duties if unit.holds(each.place.span)]
        told = [*map(_decided, duties), _decided_by(unit.of(self._document.text))]
        # "tecknar samarbetsavtal och ingår partnerskap" is said twice of the same.
        for actor, kinds in dict.fromkeys(told):
            if actor and kinds:
                yield AgreementRule(
                    kind=AgreementRuleKind.DECISION,
                    kinds=kinds,
                    citation=self._cited(passage, unit),
                    actor=actor,
                )

    def _context(self, passage: Passage) -> frozenset[AgreementKind]:
        """The kinds that the section's own heading names."""
        heading = self._document.sections[passage.section].heading
        return frozenset(kind for each in mentions(heading) for kind in each.kinds)

    def _is_international(self, passage: Passage, sentence: str) -> bool:
        headings = self._document.sections[passage.section].path
        texts = (self._document.title, *headings, sentence)
        return any(INTERNATIONAL.search(each) or _names_twins(each) for each in texts)

    def _cited(self, passage: Passage, span: Span) -> Citation:
        return cite(self._document, self._document.sections[passage.section], span, passage.page)


def _names_twins(text: str) -> bool:
    return any(AgreementKind.TWIN_TOWN in each.kinds for each in mentions(text))


def _decided(duty: Duty) -> tuple[str, frozenset[AgreementKind]]:
    """Who a duty has decide on agreements, and of which kinds."""
    verb = _DECIDES.search(duty.action)
    if verb is None or set(duty.actors) <= {_WHOLE}:
        return "", frozenset()
    return duty.actor or "", kinds_of(mentions_as_such(duty.action[verb.end() :]))


def _decided_by(sentence: str) -> tuple[str, frozenset[AgreementKind]]:
    """The same in the passive: "Vänortsavtal beslutas av kommunfullmäktige"."""
    verb = _DECIDED_BY.search(sentence)
    if verb is None:
        return "", frozenset()
    actors = [e for e in load_actors().find(sentence) if e.span.start >= verb.end()]
    named = actors and not sentence[verb.end() : actors[0].span.start].strip()
    kinds = kinds_of(mentions_as_such(sentence[: verb.start()]))
    return (actors[0].span.of(sentence) if named else ""), kinds


def _rule(stated: Stated, citation: Citation) -> AgreementRule:
    return AgreementRule(
        kind=stated.kind,
        kinds=stated.kinds,
        citation=citation,
        months=stated.months,
        regularly=stated.regularly,
        before_prolonging=stated.before_prolonging,
    )
