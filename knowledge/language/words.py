"""Words of a text: tokens, folding of letters, and stems."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

_TOKEN = re.compile(r"\d+(?:[.,/]\d+)*|[^\W_]+(?:[-‑][^\W_]+)*")
_swedish = snowballstemmer.stemmer("swedish")
_english = snowballstemmer.stemmer("english")


class Token(NamedTuple):
    """A word or number of a text, as written, and where it stands."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Lower case without diacritics: people type "vanort" for "vänort" on foreign keyboards."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def tokenise(text: str) -> list[Token]:
    """Words and numbers in order. A hyphen keeps a word together; the genitive of an
    abbreviation ("EU:s", "KS'") is cut off.
    """
    tokens = []
    for found in _TOKEN.finditer(text):
        after_colon = found.start() > 0 and text[found.start() - 1] in ":'’"
        if after_colon and found[0].casefold() in ("s", "n", "ns", "t"):
            continue
        tokens.append(Token(found[0], found.start(), found.end()))
    return tokens


@lru_cache(maxsize=200_000)
def swedish_stem(word: str) -> str:
    """The Swedish suffix stem of a word, folded first so that both spellings agree."""
    return str(_swedish.stemWord(fold(word)))


@lru_cache(maxsize=100_000)
def english_stem(word: str) -> str:
    """The English suffix stem of a word, in lower case."""
    return str(_english.stemWord(word.casefold()))
