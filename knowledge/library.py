"""The indexed documents as answering reads them: passages with their terms, by key."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache

from knowledge.language.analysis import Analyser
from knowledge.language.steering import SteeringKind, kinds_spoken_of, own_kinds, tells_of_treatment
from knowledge.model import (
    ActionItem,
    Definition,
    Document,
    Duty,
    FactName,
    Passage,
    PassageKind,
    Section,
    Span,
)
from knowledge.ports import Catalog


@dataclass(frozen=True)
class ReadPassage:
    """A passage with its document, its section and the terms of its units and headings."""

    document: Document
    section: Section
    passage: Passage
    unit_terms: tuple[frozenset[str], ...]
    heading_terms: frozenset[str]
    title_terms: frozenset[str]

    @cached_property
    def terms(self) -> frozenset[str]:
        """The terms of the passage's own text."""
        return frozenset().union(*self.unit_terms)

    def terms_at(self, span: Span) -> frozenset[str]:
        """The terms of the units that ``span`` touches; of an action item, all of them."""
        if self.passage.kind is PassageKind.ACTION:
            return self.terms
        units = zip(self.passage.units, self.unit_terms, strict=True)
        touched = (t for u, t in units if u.start < span.end and span.start < u.end)
        return frozenset().union(*touched)

    @cached_property
    def text(self) -> str:
        """The passage, verbatim."""
        return self.passage.span.of(self.document.text)

    @cached_property
    def units(self) -> tuple[str, ...]:
        """Its sentences, items or lines, verbatim."""
        return tuple(unit.of(self.document.text) for unit in self.passage.units)

    @cached_property
    def asked_units(self) -> tuple[str, ...]:
        """The units as questions are held against them: an action item counts as one."""
        return (self.text,) if self.passage.kind is PassageKind.ACTION else self.units

    @cached_property
    def treated(self) -> tuple[frozenset[SteeringKind], ...]:
        """By unit, the kinds of document of which it tells what is done to them; in a document's
        opening, the document itself, where a unit names none.
        """
        if self.section.ordinal == 0:
            own = kinds_of(self.document)
            return tuple(kinds_spoken_of(unit) or own for unit in self.asked_units)
        return tuple(
            kinds_spoken_of(unit) if tells_of_treatment(unit) else frozenset()
            for unit in self.asked_units
        )

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """The duties found in it."""
        return tuple(d for d in self.document.duties if self.passage.span.holds(d.place.span))

    def duties_in(self, *units: str) -> list[Duty]:
        """The duties that some of its units tell."""
        return [
            d for d in self.duties if any(_overlap(self.document.quote(d.place), u) for u in units)
        ]

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """The definitions found in it."""
        return tuple(d for d in self.document.definitions if self.passage.span.holds(d.place.span))

    @cached_property
    def defines(self) -> bool:
        """Whether it says what a term means, more than in passing ("V6, dvs. ...")."""
        return any(
            _overlap(self.document.quote(d.place), unit) and 2 * len(d.meaning) > len(unit)
            for d in self.definitions
            for unit in self.asked_units
        )

    @cached_property
    def actions(self) -> tuple[ActionItem, ...]:
        """The action items found in it."""
        return tuple(a for a in self.document.actions if self.passage.span.holds(a.place.span))


def _overlap(one: str, other: str) -> bool:
    return one in other or other in one


def kinds_of(document: Document) -> frozenset[SteeringKind]:
    """The kinds of steering document that a document is spoken of by."""
    stated = document.fact(FactName.TYPE)
    return own_kinds(document.title, stated.value or "" if stated else "")


class Library:
    """Passages by key, and documents by municipality. Keeps what it has read."""

    def __init__(self, catalog: Catalog, analyser: Analyser, remembered: int = 20_000) -> None:
        self.catalog = catalog
        self._analyser = analyser
        self.passage = lru_cache(maxsize=remembered)(self._read_passage)
        self._titles: dict[str, list[str]] = defaultdict(list)
        for entry in catalog.entries():
            self._titles[entry.municipality].append(entry.id)

    @property
    def municipalities(self) -> tuple[str, ...]:
        """The municipalities with documents, in the catalogue's order."""
        return tuple(self._titles)

    def documents(self, municipality: str) -> list[Document]:
        """The documents of one municipality."""
        return [self.catalog.document(identity) for identity in self._titles.get(municipality, [])]

    def document(self, identity: str) -> Document:
        """One document by id."""
        return self.catalog.document(identity)

    def _read_passage(self, key: str) -> ReadPassage:
        identity, _, rest = key.rpartition("#")
        section, _, ordinal = rest.partition(".")
        document = self.catalog.document(identity)
        passage = self._passages(identity)[int(section), int(ordinal)]
        own_section = document.sections[passage.section]
        whole = passage.kind is PassageKind.ACTION
        units = (passage.span,) if whole else passage.units
        return ReadPassage(
            document=document,
            section=own_section,
            passage=passage,
            unit_terms=tuple(
                frozenset(self._analyser.terms(unit.of(document.text))) for unit in units
            ),
            heading_terms=frozenset(self._analyser.terms(" ".join(own_section.path))),
            title_terms=frozenset(self._analyser.terms(document.title)),
        )

    @lru_cache(maxsize=1024)  # noqa: B019 - a library lives as long as its generation
    def _passages(self, identity: str) -> dict[tuple[int, int], Passage]:
        document = self.catalog.document(identity)
        return {(passage.section, passage.ordinal): passage for passage in document.passages}
