"""What the kernel needs from the outside, as Protocols. Adapters live in ``knowledge.adapters``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypeAlias

from knowledge.model import Document, Value

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Vectors: TypeAlias = "NDArray[np.float32]"
"""Rows of single-precision numbers; an alias by name, so that listing documents loads no numpy."""

Progress = Callable[[int, int], None]
"""Called with (done, total) while long work goes on."""


class Embedder(Protocol):
    """Turns texts into vectors of unit length."""

    @property
    def identity(self) -> str:
        """Names model and revision; two embedders with one identity give the same vectors."""

    @property
    def english_only(self) -> bool:
        """Whether Swedish text must be glossed into English before this embedder sees it."""

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """One row a text, shape (len(texts), dimension). Raises ModelUnavailable."""

    def embed_question(self, text: str) -> Vectors:
        """Shape (dimension,). Raises ModelUnavailable."""


class IndexedPassage(Value):
    """A passage as the store holds it: its key, where it belongs, its headings and verbatim text.

    ``heading`` is the document's title and the section's heading path, joined by " / ".
    """

    key: str
    document: str
    municipality: str
    heading: str
    text: str


class PassageStore(Protocol):
    """The vectors of one generation of the index. Raises StoreUnavailable from every call."""

    def add(self, passages: Sequence[IndexedPassage], vectors: Vectors) -> None:
        """Store passages with their vectors, row by row."""

    def nearest(
        self, vector: Vectors, limit: int, municipality: str | None = None
    ) -> list[tuple[str, float]]:
        """At most ``limit`` (passage key, cosine similarity), best first."""

    def of_document(self, document: str) -> tuple[list[IndexedPassage], Vectors]:
        """One document's passages and their vectors, row by row, in no order."""

    def passages(self) -> Iterator[IndexedPassage]:
        """Every passage, in no order."""

    def count(self) -> int:
        """How many passages are stored."""


class LexicalIndex(Protocol):
    """BM25 over analysed terms of heading and body."""

    def search(
        self, terms: Mapping[str, float], limit: int, municipality: str | None = None
    ) -> list[tuple[str, float]]:
        """At most ``limit`` (passage key, score), best first, for weighted terms."""

    def frequency(self, term: str, municipality: str | None = None) -> int:
        """In how many passages the term stands."""


class CatalogEntry(Value):
    """What is known of a document without reading it."""

    id: str
    source: str
    digest: str
    municipality: str


class Catalog(Protocol):
    """The documents of one generation, whole, by id."""

    def entries(self) -> list[CatalogEntry]:
        """Every document without its text, in the order of ``documents``."""

    def documents(self) -> Iterator[Document]:
        """All documents, ordered by municipality and title."""

    def document(self, identity: str) -> Document:
        """One document. Raises InvalidInput when there is none of that id."""
