"""Passages and their vectors on the way into the store, in batches."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from knowledge.model import Document
from knowledge.ports import Embedder, IndexedPassage, PassageStore, Vectors

# Texts are embedded in order of length within a batch: a large one wastes little on padding,
# and its passages and vectors still take only some ten megabytes.
BATCH = 4096


def indexed_passages(document: Document) -> list[IndexedPassage]:
    """The document's passages as the store holds them, in their order."""
    paths = {section.ordinal: section.path for section in document.sections}
    return [
        IndexedPassage(
            key=passage.key,
            document=document.id,
            municipality=document.municipality,
            heading=" / ".join((document.title, *paths[passage.section])),
            text=passage.span.of(document.text),
        )
        for passage in document.passages
    ]


class PassageWriter:
    """Fills a store with passages to embed and passages that have their vectors already.

    ``progress`` is told how many passages were embedded so far.
    """

    def __init__(
        self, store: PassageStore, embedder: Embedder, progress: Callable[[int], None]
    ) -> None:
        self._store = store
        self._embedder = embedder
        self._progress = progress
        self._embedded = 0
        self._waiting: list[IndexedPassage] = []
        self._texts: list[str] = []
        self._taken: list[IndexedPassage] = []
        self._vectors: list[Vectors] = []

    def embed(self, passages: Sequence[IndexedPassage], texts: Sequence[str]) -> None:
        """Store passages by what the embedder is to see of them, text by text."""
        self._waiting += passages
        self._texts += texts
        if len(self._waiting) >= BATCH:
            self._embed_waiting()

    def take_over(self, passages: Sequence[IndexedPassage], vectors: Vectors) -> None:
        """Store passages with the vectors they have, row by row."""
        self._taken += passages
        self._vectors.append(vectors)
        if len(self._taken) >= BATCH:
            self._store_taken()

    def finish(self) -> None:
        """Store what still waits."""
        self._embed_waiting()
        self._store_taken()

    def _embed_waiting(self) -> None:
        if not self._waiting:
            return
        before = self._embedded
        vectors = self._embedder.embed_passages(
            self._texts, lambda done, _total: self._progress(before + done)
        )
        self._store.add(self._waiting, vectors)
        self._embedded += len(self._waiting)
        self._waiting, self._texts = [], []

    def _store_taken(self) -> None:
        if not self._taken:
            return
        self._store.add(self._taken, np.concatenate(self._vectors))
        self._taken, self._vectors = [], []
