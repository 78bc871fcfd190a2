"""Question to ranked passages: BM25 over analysed terms and dense vectors, fused."""

from __future__ import annotations

from typing import NamedTuple

from knowledge.language.gloss import Glosser
from knowledge.ports import Embedder, LexicalIndex, PassageStore, Vectors
from knowledge.questions import Question

LEXICAL_SHARE = 0.5
"""The best passage's BM25 counts this much beside cosine similarity, which spreads less."""

POOL = 40
"""Passages taken from each side before fusing."""


class Hit(NamedTuple):
    """A passage found. ``lexical`` is its BM25 score, ``dense`` its cosine similarity (0 where the
    side did not find it), ``fused`` orders hits within one search.
    """

    key: str
    lexical: float
    dense: float
    fused: float


class Retriever:
    """Searches one generation of the index."""

    def __init__(
        self, store: PassageStore, lexical: LexicalIndex, embedder: Embedder, glosser: Glosser
    ) -> None:
        self._store = store
        self._lexical = lexical
        self._embedder = embedder
        self._glosser = glosser

    def embed(self, question: Question) -> Vectors:
        """The question's vector, of shape (dimension,). Raises ModelUnavailable."""
        glossed = self._embedder.english_only and question.language == "sv"
        text = self._glosser.gloss(question.text) if glossed else question.text
        return self._embedder.embed_question(text)

    def search(
        self, question: Question, vector: Vectors, limit: int, municipality: str | None = None
    ) -> list[Hit]:
        """At most ``limit`` passages for a question and its vector, best first.

        Raises StoreUnavailable.
        """
        lexical = dict(self._lexical.search(weighted_terms(question), POOL, municipality))
        dense = dict(self._store.nearest(vector, POOL, municipality))
        best = max(lexical.values(), default=0.0) or 1.0
        floor = min(dense.values(), default=0.0)
        hits = []
        for key in lexical.keys() | dense.keys():
            bm25, cosine = lexical.get(key, 0.0), dense.get(key, floor)
            hits.append(Hit(key, bm25, cosine, cosine + LEXICAL_SHARE * bm25 / best))
        return sorted(hits, key=lambda hit: (-hit.fused, hit.key))[:limit]

    def speaking(self, question: Question, limit: int) -> list[str]:
        """The keys of at most ``limit`` passages of all municipalities that name what is asked
        about, by BM25 alone, best first.
        """
        return [key for key, _ in self._lexical.search(weighted_terms(question), limit)]


def weighted_terms(question: Question) -> dict[str, float]:
    """All terms a text may answer the question with, each with its greatest weight."""
    terms: dict[str, float] = {}
    for need in question.needs:
        for term, weight in need.single_terms():
            terms[term] = max(weight, terms.get(term, 0.0))
    return terms
