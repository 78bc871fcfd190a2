"""What an indexing run tells while it goes on, and at its end."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from knowledge.model import Value


class Phase(StrEnum):
    """What an indexing run is doing, in this order."""

    WAITING = "waiting"
    READING = "reading"
    EMBEDDING = "embedding"
    WORDS = "words"


class IndexingProgress(Protocol):
    """Told of each step: files in READING, passages in EMBEDDING and WORDS.

    WAITING for another indexer is told once, as 0 of 1.
    """

    def __call__(self, phase: Phase, done: int, total: int) -> None:
        """``done`` of ``total`` steps of the phase are behind."""


class LeftOut(Value):
    """A file that did not become a document. ``reason`` is a key of the catalogue of texts."""

    path: str
    reason: str
    details: dict[str, str]


class IndexingReport(Value):
    """What a run made.

    ``embedded`` counts passages, ``reused`` unchanged documents; ``removed`` are ids of documents
    that the index before had; ``skipped`` counts files in folders whose format is not known.
    ``published`` is False when nothing had changed, and when no document could be made (then
    ``documents`` is 0); ``generation`` is the index that is current after the run, if any.
    """

    documents: int
    sections: int
    passages: int
    embedded: int
    reused: int
    removed: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    skipped: int
    seconds: float
    generation: str | None
    published: bool
