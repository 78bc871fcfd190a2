"""Which recipe the code and the settings of this process make indexes by."""

from __future__ import annotations

from knowledge.generations import Recipe
from knowledge.language.lexicon import load_lexicon
from knowledge.ports import Embedder

STRUCTURE_VERSION = "3"
"""Changes whenever the same file would give other sections, passages or extracts, or other
fields of the lexical index."""


def recipe_of(embedder: Embedder) -> Recipe:
    """The recipe of indexes that ``embedder`` fills with this version of the code."""
    return Recipe(
        embedder=embedder.identity, structure=STRUCTURE_VERSION, lexicon=load_lexicon().digest
    )
