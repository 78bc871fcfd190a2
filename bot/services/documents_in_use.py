"""The published documents for those who need neither model nor vectors, and so start at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from knowledge.ports import Catalog


class OpenDocuments(Protocol):
    """The documents of one generation of the index: ``generation`` is its name."""

    @property
    def generation(self) -> str:
        """Its name, another one for other documents."""

    @property
    def catalog(self) -> Catalog:
        """The documents."""


class DocumentsInUse(Protocol):
    """Gives the published documents. An ``IndexInUse`` is one."""

    def get(self) -> OpenDocuments:
        """Those published. Raises as ``IndexInUse.get``."""


class DocumentsAlone:
    """The documents without an index: those of the first ``get``, for one run of a command."""

    def __init__(self, published: Callable[[], str | None], opened: Callable[[], Catalog]) -> None:
        self._published = published
        self._opened = opened
        self._open: _Alone | None = None

    def get(self) -> OpenDocuments:
        """The documents. Raises IndexMismatch and StoreUnavailable."""
        if self._open is None:
            catalog = self._opened()
            self._open = _Alone(self._published() or "", catalog)
        return self._open


class _Alone:
    def __init__(self, generation: str, catalog: Catalog) -> None:
        self.generation = generation
        self.catalog = catalog
