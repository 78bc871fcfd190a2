"""The glossary: what a term is called in the other language, and what the documents mean by it."""

from __future__ import annotations

from bot.services.listing import DefinitionRow, list_definitions
from knowledge.language.lexicon import Entry, Lexicon, english_key
from knowledge.language.words import fold
from knowledge.model import Value
from knowledge.ports import Catalog

MOST_CLOSEST = 5
CLOSE_ENOUGH = 70
"""Percent likeness from which a word is offered for an unknown one."""


class GlossaryEntry(Value):
    """A Swedish term with its English equivalents, best first."""

    swedish: str
    english: tuple[str, ...]
    synonyms: tuple[str, ...]
    narrower: tuple[str, ...]
    related: tuple[str, ...]


class GlossaryPage(Value):
    """All there is on a term; ``closest`` are known words like it when there is nothing."""

    term: str
    entries: tuple[GlossaryEntry, ...]
    definitions: tuple[DefinitionRow, ...]
    closest: tuple[str, ...]


def look_up(term: str, lexicon: Lexicon, catalog: Catalog) -> GlossaryPage:
    """The glossary's page on a Swedish or English term, in any form, or on an abbreviation."""
    entries = lexicon.look_up(lexicon.abbreviations.get(term.strip().casefold(), term))
    definitions = [
        row for row in list_definitions(catalog) if _means(row.term, term, entries, lexicon)
    ]
    known = bool(entries or definitions)
    return GlossaryPage(
        term=term,
        entries=tuple(_entry(entry) for entry in entries),
        definitions=tuple(definitions),
        closest=() if known else closest_words(term, lexicon),
    )


def closest_words(term: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The known words most like ``term``, Swedish lemmas and English equivalents, best first."""
    from rapidfuzz import fuzz, process

    words = dict.fromkeys(w for entry in lexicon.entries for w in (entry.lemma, *entry.en))
    found = process.extract(
        term,
        list(words),
        scorer=fuzz.ratio,
        processor=fold,
        limit=MOST_CLOSEST,
        score_cutoff=CLOSE_ENOUGH,
    )
    return tuple(word for word, _, _ in found)


def _means(defined: str, term: str, entries: list[Entry], lexicon: Lexicon) -> bool:
    """Whether a document's term is the one looked up, or the lexicon's word for it."""
    key = lexicon.key(defined)
    names = [term, *(name for entry in entries for name in (entry.lemma, *entry.synonyms))]
    return any(key == lexicon.key(name) for name in names) or (
        english_key(defined) == english_key(term)
    )


def _entry(entry: Entry) -> GlossaryEntry:
    return GlossaryEntry(
        swedish=entry.lemma,
        english=entry.en,
        synonyms=entry.synonyms,
        narrower=entry.narrower,
        related=entry.related,
    )
