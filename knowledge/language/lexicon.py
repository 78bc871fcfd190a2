"""The Swedish-English lexicon of municipal administration: glossary, and bridge of languages."""

from __future__ import annotations

import csv
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from knowledge.language.inflection import likely_forms, possible_forms
from knowledge.language.words import english_stem, fold, swedish_stem, tokenise

WORD_FILES = ("international", "governance", "economy", "society", "verbs", "words", "everyday")
"""The lexicon's files, the product's own field first: the first sense of a word wins."""

OWN_FIELD = WORD_FILES[0]
"""The field of terms that mean just one thing in the policies ("vänortsavtal")."""

SURE = 2
"""A lemma's first so many English equivalents say it as surely as it does itself."""

LISTS = ("en", "synonyms", "narrower", "related", "forms", "heard")
"""The columns that hold several words, divided by semicolons."""


class Entry(NamedTuple):
    """A Swedish lemma with its English equivalents, best first.

    ``synonyms`` mean the same in this field, both ways; ``narrower`` words are kinds or cases of
    it; ``related`` ones are broader or near (the relations of a thesaurus, ISO 25964). ``forms``
    are inflections that a suffix stemmer cannot reach; ``heard`` is how people put it in English
    when they ask, and no equivalent; ``field`` is the file it is from.
    """

    lemma: str
    pos: str
    en: tuple[str, ...]
    synonyms: tuple[str, ...]
    narrower: tuple[str, ...]
    related: tuple[str, ...]
    forms: tuple[str, ...]
    heard: tuple[str, ...]
    field: str


class Lexicon:
    """Entries by their Swedish terms and by English stems, of one word or several.

    A word's term is its lemma, folded, or the suffix stem of a word that the lexicon lacks.
    """

    def __init__(
        self, entries: Iterable[Entry], abbreviations: dict[str, str], digest: str
    ) -> None:
        self.entries = tuple(entries)
        self.abbreviations = abbreviations
        self.digest = digest
        self._term_of_form: dict[str, str] = {}
        self._term_of_stem: dict[str, str] = {}
        self._add_forms()
        self.swedish: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
        self.english: dict[tuple[str, ...], list[tuple[Entry, int]]] = defaultdict(list)
        self.derived: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            self._add(entry)
        self._longest_from: dict[str, int] = {}
        for key in self.swedish:
            self._longest_from[key[0]] = max(len(key), self._longest_from.get(key[0], 1))
        self.longest_english = max((len(key) for key in self.english), default=1)

    def _add_forms(self) -> None:
        """Lemmas and irregular forms come first: a rule never renames a word the lexicon has, and
        neither does a word that only looks the same without diacritics ("här" and "har").
        """
        single = [entry for entry in self.entries if " " not in entry.lemma]
        forms = [(entry.lemma, fold(entry.lemma)) for entry in single]
        forms += [(f, fold(e.lemma.split(" ")[0])) for e in self.entries for f in e.forms]
        for form, term in forms:
            self._term_of_form.setdefault(form.casefold(), term)
        for form, term in forms:
            self._term_of_form.setdefault(fold(form), term)
        for entry in single:
            term = fold(entry.lemma)
            self._term_of_stem.setdefault(swedish_stem(term), term)
        for rule in (likely_forms, possible_forms):
            for entry in single:
                for form in rule(entry.lemma, entry.pos):
                    self._term_of_form.setdefault(form, fold(entry.lemma))

    def _add(self, entry: Entry) -> None:
        self.swedish[self.key(entry.lemma)].append(entry)
        if " " not in entry.lemma:
            self.derived[swedish_stem(entry.lemma)].append(entry)
        for form in entry.forms:
            if " " in form:
                self.swedish[self.key(form)].append(entry)
        ranked = (*enumerate(entry.en), *enumerate(entry.heard, max(len(entry.en), SURE)))
        for rank, term in ranked:
            self.english[english_key(term)].append((entry, rank))

    def term(self, word: str) -> str:
        """What a Swedish word is compared by: its folded lemma, else its stem."""
        folded = fold(word)
        known = self._term_of_form.get(word.casefold()) or self._term_of_form.get(folded)
        if known is None:
            stem = swedish_stem(folded)
            known = self._term_of_stem.get(stem, stem)
        return known

    @property
    def forms(self) -> Iterable[str]:
        """Every form of every one-word lemma, as written and folded."""
        return self._term_of_form

    def key(self, words: str) -> tuple[str, ...]:
        """The terms of a Swedish word or phrase, word by word."""
        return tuple(self.term(token.text) for token in tokenise(words))

    def longest_from(self, term: str) -> int:
        """How many words the longest lemma has that begins with this term; 1 if there is none."""
        return self._longest_from.get(term, 1)

    def of_swedish(self, *terms: str) -> list[Entry]:
        """The entries whose lemma has exactly these terms."""
        return self.swedish.get(terms, [])

    def of_english(self, *stems: str) -> list[tuple[Entry, int]]:
        """The entries that exactly these stems are English for, and the equivalent's rank from 0;
        what is only heard ranks last.
        """
        return self.english.get(stems, [])

    def look_up(self, words: str) -> list[Entry]:
        """The glossary: entries for a Swedish or English term in any form, best first."""
        ranked = sorted(self.of_english(*english_key(words)), key=lambda pair: pair[1])
        found = [*self.of_swedish(*self.key(words)), *(entry for entry, _ in ranked)]
        return list(dict.fromkeys(found))


def english_key(term: str) -> tuple[str, ...]:
    """The English stems of a term, word by word; hyphens divide ("twin-town agreement")."""
    return tuple(english_stem(token.text) for token in tokenise(term.replace("-", " ")))


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """The shipped lexicon. A lemma that several files have keeps the first file's entry."""
    digest = hashlib.sha256()
    entries: dict[tuple[str, str], Entry] = {}
    for name in WORD_FILES:
        text = _read(name)
        digest.update(text.encode())
        for row in rows(text):
            entry = _entry(row, name)
            entries.setdefault((entry.lemma, entry.pos), entry)
    abbreviations = {
        row["abbreviation"].casefold(): row["sv"] for row in rows(_read("abbreviations"))
    }
    return Lexicon(entries.values(), abbreviations, digest.hexdigest()[:16])


def rows(text: str) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated file by column name."""
    return csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)


def _read(name: str) -> str:
    return files("knowledge").joinpath("lexicon", f"{name}.tsv").read_text("utf-8")


def _entry(row: dict[str, str], field: str) -> Entry:
    lists = {column: _parts(row[column]) for column in LISTS}
    return Entry(lemma=row["lemma"], pos=row["pos"], field=field, **lists)


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
