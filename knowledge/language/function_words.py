"""The small words of both languages: they make sentences but name nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files

from knowledge.language.lexicon import rows
from knowledge.language.words import fold

PARTICLES = frozenset(
    [
        "upp",
        "till",
        "om",
        "av",
        "in",
        "ut",
        "fram",
        "på",
        "för",
        "med",
        "ihop",
        "över",
        "bort",
        "ned",
        "åt",
        "kring",
    ]
)
"""Small words that make a verb another verb ("följa upp", "svara för")."""


class FunctionWords:
    """The small words of one language, as they are written and without diacritics."""

    def __init__(self, words: Iterable[str]) -> None:
        self._written = frozenset(word.casefold() for word in words)
        self._folded = frozenset(fold(word) for word in self._written)

    def __iter__(self) -> Iterator[str]:
        return iter(self._written)

    def __contains__(self, word: str) -> bool:
        """A word with diacritics is itself only ("ingå" is not "inga")."""
        lower = word.casefold()
        return lower in self._written or (lower in self._folded and fold(word) == lower)


@lru_cache(maxsize=1)
def function_words() -> dict[str, FunctionWords]:
    """Function words by language code, "sv" and "en"."""
    text = files("knowledge").joinpath("lexicon", "function_words.tsv").read_text("utf-8")
    return {row["language"]: FunctionWords(row["words"].split()) for row in rows(text)}
