"""Swedish text word by word in English, for an embedder that knows no Swedish."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from knowledge.language.analysis import Analyser
from knowledge.language.lexicon import Entry
from knowledge.language.need import STRONG, Need
from knowledge.language.words import Token, tokenise


class Glosser:
    """Replaces Swedish lemmas, phrases first, by their first English equivalents."""

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser
        self._lexicon = analyser.lexicon
        self._word = lru_cache(maxsize=100_000)(self._gloss_word)

    def gloss(self, text: str) -> str:
        """The text in English words and Swedish order; words without an entry stay as they are."""
        tokens = tokenise(text)
        pieces: list[str] = []
        index, position = 0, 0
        while index < len(tokens):
            length, english = self._phrase(tokens, index)
            pieces.append(text[position : tokens[index].start])
            pieces.append(english)
            index += length
            position = tokens[index - 1].end
        pieces.append(text[position:])
        return "".join(pieces).strip()

    def terms(self, text: str, needs: Iterable[Need]) -> list[tuple[str, str]]:
        """The Swedish words of a text that name what is needed, with their English names."""
        wanted = {
            term
            for need in needs
            for a in need.alternatives
            if a.weight >= STRONG
            for term in a.terms
        }
        found: dict[str, str] = {}
        for token in tokenise(text):
            entries = self._lexicon.of_swedish(self._lexicon.term(token.text))
            entries = [entry for entry in entries if entry.pos in ("noun", "name")]
            if entries and wanted.intersection(self._analyser.terms_of_word(token.text)):
                entry = best_sense(token.text, entries)
                found.setdefault(entry.lemma, entry.en[0])
        return list(found.items())

    def _phrase(self, tokens: list[Token], start: int) -> tuple[int, str]:
        longest = self._lexicon.longest_from(self._lexicon.term(tokens[start].text))
        terms = tuple(self._lexicon.term(t.text) for t in tokens[start : start + longest])
        for length in range(len(terms), 1, -1):
            entries = self._lexicon.of_swedish(*terms[:length])
            if entries:
                return length, entries[0].en[0]
        return 1, self._word(tokens[start].text)

    def _gloss_word(self, word: str) -> str:
        """One word; a compound without an entry of its own by its parts."""
        entries = self._lexicon.of_swedish(self._lexicon.term(word))
        if entries:
            return best_sense(word, entries).en[0]
        parts = self._analyser.parts(word)
        known = [self._lexicon.of_swedish(part) for part in parts]
        if parts and all(known):
            return " ".join(
                best_sense(part, senses).en[0] for part, senses in zip(parts, known, strict=True)
            )
        return word


def best_sense(word: str, entries: list[Entry]) -> Entry:
    """The entry whose lemma is the word itself before its homographs, small words' senses by how
    common they are ("för" is a preposition more often than a conjunction).
    """
    order = ("prep", "pron", "verb", "noun", "adj", "name", "num", "conj", "adv", "phrase")
    return min(entries, key=lambda entry: (entry.lemma != word.casefold(), order.index(entry.pos)))
