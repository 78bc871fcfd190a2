"""Text as terms: lemmas, with the parts of compounds beside the whole."""

from __future__ import annotations

from functools import lru_cache

from knowledge.language.lexicon import Lexicon
from knowledge.language.words import fold, tokenise

SHORTEST_PART = 3
"""Letters of the shortest part of a compound ("fn" and "eu" stand before hyphens only)."""

LONGEST_COMPOUND = 60
"""Letters of the longest word that is divided: what is longer is no word that anybody means."""

LINKS = ("", "s", "e", "o", "u", "a")
"""Letters that join the parts of a Swedish compound ("vänort-s-avtal", "gat-u-adress")."""


class Analyser:
    """Turns Swedish and English words into the terms that text and questions are compared by."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._heads = {
            key[0]
            for key, entries in lexicon.swedish.items()
            if len(key) == 1
            and any(entry.pos in ("noun", "name", "adj", "verb") for entry in entries)
        }
        self._openers = self._opening_parts()
        self._divided = lru_cache(maxsize=200_000)(self._divide)
        self.parts = lru_cache(maxsize=200_000)(self._parts)
        self.terms_of_word = lru_cache(maxsize=200_000)(self._terms_of_word)

    def _opening_parts(self) -> dict[str, str]:
        """Forms that a first part takes, folded, and their terms: the lemma, or it without its
        final vowel ("skola" in "skolutbyte").
        """
        parts: dict[str, str] = {}
        for entry in self.lexicon.entries:
            word = fold(entry.lemma)
            if entry.pos not in ("noun", "name", "adj") or " " in word or len(word) < SHORTEST_PART:
                continue
            parts.setdefault(word, word)
            if word[-1] in "ae" and len(word) > SHORTEST_PART + 1:
                parts.setdefault(word[:-1], word)
        return parts

    def terms(self, text: str) -> list[str]:
        """The terms of a text in order, a compound's parts after the whole."""
        return [term for token in tokenise(text) for term in self.terms_of_word(token.text)]

    def _parts(self, word: str) -> tuple[str, ...]:
        """The terms of a compound's parts, or () if the lexicon cannot divide the word."""
        if "-" in word:
            pieces = [piece for piece in word.split("-") if piece]
            return tuple(
                part
                for piece in pieces
                for part in (self.parts(piece) or (self.lexicon.term(piece),))
            )
        folded = fold(word)
        return self._divided(folded) if len(folded) <= LONGEST_COMPOUND else ()

    def _divide(self, word: str) -> tuple[str, ...]:
        """Longest first part first; the last part is a known word in any regular form."""
        for cut in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
            opener = self._opener(word[:cut])
            if opener is None:
                continue
            rest = word[cut:]
            head = self.lexicon.term(rest)
            if head in self._heads and len(rest) > SHORTEST_PART:
                return (*opener, head)
        return ()

    def _opener(self, word: str) -> tuple[str, ...] | None:
        """The terms of a compound's first part, which may be a compound itself."""
        for link in LINKS:
            if not word.endswith(link):
                continue
            bare = word[: len(word) - len(link)] if link else word
            if bare in self._openers:
                return (self._openers[bare],)
        for link in ("", "s"):
            bare = word[: len(word) - len(link)] if link else word
            if word.endswith(link) and len(bare) >= 2 * SHORTEST_PART + 1:
                inner = self._divided(bare)
                if inner:
                    return inner
        return None

    def _terms_of_word(self, word: str) -> tuple[str, ...]:
        term = self.lexicon.term(word)
        return (term, *(part for part in self.parts(word) if part != term))
