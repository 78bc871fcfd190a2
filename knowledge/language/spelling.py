"""Typing errors in questions: a word that nobody knows is read as the known word it nearly is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.language.analysis import Analyser
from knowledge.language.function_words import function_words
from knowledge.language.words import Token, english_stem, fold, tokenise

SHORTEST = 5
"""Letters of the shortest word that is put right: shorter ones are like too many others."""

LONG = 12
"""Letters from which two may be wrong instead of one."""


class Spelling:
    """Puts the words of a question right by the lexicon and the small words of its language.

    ``is_written`` tells whether the documents themselves have a term: what they write is right.
    """

    def __init__(self, analyser: Analyser, is_written: Callable[[str], bool]) -> None:
        self._analyser = analyser
        self._lexicon = analyser.lexicon
        self._is_written = is_written
        self._nearest = lru_cache(maxsize=10_000)(self._nearest_word)

    def right(self, tokens: Sequence[Token], language: str) -> list[Token]:
        """The tokens, misspelt ones with the word that was meant."""
        return [self._righted(token, language) for token in tokens]

    def _righted(self, token: Token, language: str) -> Token:
        word = token.text
        if len(word) < SHORTEST or not word.islower() or not word.isalpha():
            return token
        meant = None if self._is_known(word, language) else self._nearest(fold(word), language)
        return token._replace(text=meant) if meant else token

    def _is_known(self, word: str, language: str) -> bool:
        if word in function_words()[language] or self._is_written(self._lexicon.term(word)):
            return True
        if self._lexicon.of_swedish(self._lexicon.term(word)):
            return True
        return language == "en" and english_stem(word) in self._english_stems

    def _nearest_word(self, word: str, language: str) -> str | None:
        """The only known word of the same first letter within one or two errors, if there is one;
        a compound of known words is one already, unless a single letter makes it a lemma.
        """
        is_compound = language == "sv" and bool(self._analyser.parts(word))
        errors = 1 if is_compound or len(word) < LONG else 2
        words = self._vocabulary[language].get(word[0], [])
        found = process.extract(word, words, scorer=OSA.distance, score_cutoff=errors, limit=2)
        if not found or (
            len(found) > 1 and found[0][1] == found[1][1] and not _are_forms_of_one(found)
        ):
            return None
        return str(found[0][0])

    @cached_property
    def _english_stems(self) -> frozenset[str]:
        return frozenset(english_stem(word) for word in self._english_words)

    @cached_property
    def _english_words(self) -> frozenset[str]:
        terms = (term for entry in self._lexicon.entries for term in (*entry.en, *entry.heard))
        return frozenset(t.text for term in terms for t in tokenise(term.replace("-", " ")))

    @cached_property
    def _vocabulary(self) -> dict[str, dict[str, list[str]]]:
        """Folded words by language and first letter."""
        small = function_words()
        return {
            "sv": _by_first_letter([*self._lexicon.forms, *small["sv"]]),
            "en": _by_first_letter([*self._english_words, *small["en"]]),
        }


def _are_forms_of_one(found: Sequence[tuple[str, float, int]]) -> bool:
    """Whether two words found are forms of one: either will do."""
    (one, _, _), (other, _, _) = found[:2]
    return one[:-2] == other[: len(one) - 2] or other[:-2] == one[: len(other) - 2]


def _by_first_letter(words: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for word in words:
        if len(word) >= SHORTEST - 1:
            found[fold(word)[0]][fold(word)] = None
    return {letter: list(each) for letter, each in found.items()}
