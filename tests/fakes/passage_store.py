"""A passage store in a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from knowledge.ports import IndexedPassage, Vectors


class FakePassageStore:
    def __init__(self) -> None:
        self._rows: list[tuple[IndexedPassage, Vectors]] = []

    def add(self, passages: Sequence[IndexedPassage], vectors: Vectors) -> None:
        self._rows += zip(passages, vectors, strict=True)

    def nearest(
        self, vector: Vectors, limit: int, municipality: str | None = None
    ) -> list[tuple[str, float]]:
        scored = [
            (passage.key, float(row @ vector))
            for passage, row in self._rows
            if municipality in {None, passage.municipality}
        ]
        return sorted(scored, key=lambda hit: -hit[1])[: max(limit, 0)]

    def of_document(self, document: str) -> tuple[list[IndexedPassage], Vectors]:
        rows = [row for row in self._rows if row[0].document == document]
        vectors = np.array([vector for _, vector in rows], np.float32)
        return [passage for passage, _ in rows], vectors

    def passages(self) -> Iterator[IndexedPassage]:
        return (passage for passage, _ in self._rows)

    def count(self) -> int:
        return len(self._rows)
