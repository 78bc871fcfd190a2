"""The small words of both languages: they make sentences but name nothing."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from knowledge.language.lexicon import rows
from knowledge.language.words import fold


@lru_cache(maxsize=1)
def function_words() -> dict[str, frozenset[str]]:
    """Folded function words by language code, "sv" and "en"."""
    text = files("knowledge").joinpath("lexicon", "function_words.tsv").read_text("utf-8")
    return {
        row["language"]: frozenset(fold(word) for word in row["words"].split())
        for row in rows(text)
    }
