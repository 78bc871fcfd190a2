"""The proposals of the published documents, read once for each generation of the index."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from bot.domain.reminders.proposals import Proposal
from bot.services.calendar.reading import proposals_of
from bot.services.documents_in_use import DocumentsInUse, OpenDocuments
from knowledge.model import Document


class ReadDuties(NamedTuple):
    """A municipality's documents, and what they propose."""

    documents: tuple[Document, ...]
    proposals: tuple[Proposal, ...]


class DocumentDuties:
    """What the published documents propose, for as long as the index is the same."""

    def __init__(self, index: DocumentsInUse) -> None:
        self._index = index
        self._last: _Read | None = None

    def of(self, municipality: str) -> ReadDuties:
        """Those of a municipality. Raises as ``DocumentsInUse.get``."""
        opened, last = self._index.get(), self._last
        if last is None or last.generation != opened.generation:
            last = self._last = _Read(opened)
        return last.of(municipality)


class _Read:
    """What was read of one generation."""

    def __init__(self, opened: OpenDocuments) -> None:
        self.generation = opened.generation
        self._catalog = opened.catalog
        self.of = lru_cache(maxsize=None)(self._of)

    def _of(self, municipality: str) -> ReadDuties:
        documents = tuple(
            self._catalog.document(each.id)
            for each in self._catalog.entries()
            if each.municipality == municipality
        )
        return ReadDuties(documents, proposals_of(documents))
