"""The words of a text with their places, and the names that words with capitals make."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?:^|[.!?:\n•–]|\s-)\s*[\"”“»]?$")


class Word(NamedTuple):
    """A word of letters; positions are half-open."""

    text: str
    start: int
    end: int

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def small(self) -> str:
        """The word in small letters."""
        return self.text.casefold()


def words(text: str) -> list[Word]:
    """All words in order."""
    return [Word(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]


def begins_sentence(text: str, word: Word) -> bool:
    """Whether a word would have a capital letter there in any case."""
    return bool(_SENTENCE_END.search(text[max(0, word.start - 5) : word.start]))
