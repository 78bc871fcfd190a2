"""What the indexed documents say of activities: definitions, rules and goals, each cited."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from bot.domain.activities.kinds import Kind, Rule
from bot.services.activities.kind_terms import kinds_named, term_rank
from bot.services.documents_in_use import DocumentsInUse, OpenDocuments
from knowledge.citations import cite
from knowledge.language.lexicon import load_lexicon
from knowledge.language.sentences import split_sentences
from knowledge.model import Citation, Definition, Document, PassageKind, Place, Span

LONGEST_SENTENCE = 2_000
"""Characters beyond which a text without a full stop is no sentence."""

_CLOSING = frozenset(("osv.", "o.s.v.", "m.m.", "m. m.", "m.fl.", "etc.", "o.d.", "e.d."))
"""Abbreviations that stand at the end of enumerations: a capital after them begins a sentence."""

_REQUIRES = r"\b(?:ska|skall|måste|kräv\w*|krav\w*|villkor\w*|must|shall|requir\w+)\b"
_EU = r"(?:(?:the\s+)?EU\b|EU[:-]\w+|europeiska\s+unionen\w*|the\s+European\s+Union)"
_STATED = {
    Rule.EU_FUNDING: re.compile(
        rf"{_REQUIRES}.*?(?:"
        rf"(?:finansier|medel|bidrag|fund|financ)\w*\s+(?:[\w-]+\s+){{0,4}}?"
        rf"(?:från|av|genom|via|by|from|through)\s+{_EU}"
        r"|EU[- ]?(?:finansier|medel|bidrag|fund|financ)\w*)",
        re.I | re.S,
    ),
    Rule.CROSSES_BORDER: re.compile(
        rf"{_REQUIRES}.*?(?:över\s+(?:\w+\s+)?(?:lands|national|riks)?gräns\w*|gränsöverskridande|"
        r"utanför\s+Sverige\w*|across\s+(?:\w+\s+)?borders?|cross-border|outside\s+Sweden|"
        r"cross(?:es)?\s+(?:\w+\s+)?borders?)",
        re.I | re.S,
    ),
}
"""What a sentence says that makes the rule: a requirement, and what is required."""

_OTHER_REQUIREMENT = re.compile(
    r"\b(?:redovis|rapporter|följ\w*\s+upp|uppfölj|utvärder|uppmuntra|report|evaluat|encourag)",
    re.I,
)
"""Requirements on what to do with activities that are so already."""


class DocumentPolicies:
    """``concerns.Policies`` over the published documents; each method may raise as
    ``DocumentsInUse.get``. What was read is kept for as long as the index is the same.
    """

    def __init__(self, index: DocumentsInUse) -> None:
        self._index = index
        self._last: _Read | None = None

    def definition(self, municipality: str, kind: Kind) -> Citation | None:
        """How the municipality's documents define a kind: under the first of its terms that they
        define. None where they do not, or where there are none.
        """
        return self._read().definition(municipality, kind)

    def rules(self, municipality: str, kind: Kind) -> Mapping[Rule, Citation]:
        """Those of the kind's rules that the documents state, in its definition or in a sentence
        that names it.
        """
        return self._read().rules(municipality, kind)

    def goals(self, municipality: str) -> Sequence[Citation]:
        """The goals that the documents set, in their order."""
        return self._read().goals(municipality)

    def _read(self) -> _Read:
        """What is read of the published index."""
        opened, last = self._index.get(), self._last
        if last is None or last.generation != opened.generation:
            last = self._last = _Read(opened)
        return last


class _Read:
    """The documents of one generation of the index, and what was found in them."""

    def __init__(self, opened: OpenDocuments) -> None:
        self.generation = opened.generation
        self._catalog = opened.catalog
        self._definitions: dict[tuple[str, str], Citation | None] = {}
        self._rules: dict[tuple[str, str], Mapping[Rule, Citation]] = {}
        self._documents = lru_cache(maxsize=None)(self._of_municipality)
        self.goals = lru_cache(maxsize=None)(self._goals)

    def _of_municipality(self, municipality: str) -> tuple[Document, ...]:
        entries = self._catalog.entries()
        return tuple(
            self._catalog.document(entry.id)
            for entry in entries
            if entry.municipality == municipality
        )

    def definition(self, municipality: str, kind: Kind) -> Citation | None:
        key = (municipality, kind.id)
        if key not in self._definitions:
            found = self._defined(municipality, kind)
            self._definitions[key] = _cited(found[0], found[1].place) if found else None
        return self._definitions[key]

    def rules(self, municipality: str, kind: Kind) -> Mapping[Rule, Citation]:
        key = (municipality, kind.id)
        if key not in self._rules:
            self._rules[key] = self._stated(municipality, kind)
        return self._rules[key]

    def _goals(self, municipality: str) -> tuple[Citation, ...]:
        documents = self._documents(municipality)
        return tuple(_cited(each, goal.place) for each in documents for goal in each.goals)

    def _defined(self, municipality: str, kind: Kind) -> tuple[Document, Definition] | None:
        ranked = [
            (rank, document, definition)
            for document in self._documents(municipality)
            for definition in document.definitions
            if (rank := term_rank(definition.term, kind)) is not None
        ]
        return min(ranked, key=lambda each: each[0])[1:] if ranked else None

    def _stated(self, municipality: str, kind: Kind) -> Mapping[Rule, Citation]:
        found: dict[Rule, Citation] = {}
        for rule in kind.rules:
            sentences = self._about(municipality, kind)
            stated = (
                _cited(document, place)
                for document, place in sentences
                if _states(rule, document.quote(place))
            )
            citation = next(stated, None)
            if citation:
                found[rule] = citation
        return found

    def _about(self, municipality: str, kind: Kind) -> Iterator[tuple[Document, Place]]:
        """The sentences of the kind's definition, then those that name the kind."""
        defined = self._defined(municipality, kind)
        if defined:
            yield from ((defined[0], place) for place in _sentences(defined[0], defined[1].place))
        for document in self._documents(municipality):
            for place in chain.from_iterable(
                _sentences(document, each) for each in _units(document)
            ):
                if kinds_named(document.quote(place), (kind,)):
                    yield document, place


def _states(rule: Rule, sentence: str) -> bool:
    if len(sentence) > LONGEST_SENTENCE:
        return False
    return bool(_STATED[rule].search(sentence) and not _OTHER_REQUIREMENT.search(sentence))


def _units(document: Document) -> Iterator[Place]:
    """Sentences, items and rows in which a document lays something down: no measures of plans."""
    for passage in document.passages:
        if passage.kind not in (PassageKind.ACTION, PassageKind.FACTS):
            yield from (
                Place(document=document.id, section=passage.section, span=unit)
                for unit in passage.units
            )


def _sentences(document: Document, place: Place) -> Iterator[Place]:
    """The sentences of a stretch of text; the cells of a table have each their own."""
    start = place.span.start
    for cell in document.quote(place).split("\t"):
        for sentence in split_sentences(cell, _abbreviations()):
            span = Span(start=start + sentence.start, end=start + sentence.end)
            yield place.model_copy(update={"span": span})
        start += len(cell) + 1


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    """Those written with a full stop inside sentences."""
    return frozenset(a for a in load_lexicon().abbreviations if a.endswith(".")) - _CLOSING


def _cited(document: Document, place: Place) -> Citation:
    return cite(document, document.sections[place.section], place.span, None)
