"""The documents of one generation in one SQLite file, whole, as JSON."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from functools import lru_cache
from pathlib import Path
from types import TracebackType

from pydantic import ValidationError

from knowledge.errors import InvalidInput, StoreUnavailable
from knowledge.generations import Generations, of_another_version
from knowledge.language.alphabet import swedish_order
from knowledge.model import Document
from knowledge.ports import CatalogEntry
from knowledge.settings import KnowledgeSettings

_TABLE = """
CREATE TABLE document (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    digest TEXT NOT NULL,
    municipality TEXT NOT NULL,
    place TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX document_place ON document (place, id);
"""


class CatalogWriter(AbstractContextManager["CatalogWriter"]):
    """Writes a new catalog, document by document; all of it is there when the block ends."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path)
        self._connection.executescript(_TABLE)

    def add(self, document: Document) -> None:
        """Add one document; its id must be new."""
        self._connection.execute(
            "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?)",
            (
                document.id,
                document.source,
                document.digest,
                document.municipality,
                f"{swedish_order(document.municipality)}\t{swedish_order(document.title)}",
                document.model_dump_json(),
            ),
        )

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self._connection.commit()
        self._connection.close()


def write_catalog(path: Path, documents: Iterable[Document]) -> None:
    """Write a new catalog of ``documents``."""
    with CatalogWriter(path) as catalog:
        for document in documents:
            catalog.add(document)


class SqliteCatalog:
    """``ports.Catalog`` over a file that no longer changes. Safe to share between threads."""

    def __init__(self, path: Path, remembered: int = 4096) -> None:
        """Open for reading, keeping the ``remembered`` documents read last in memory.

        Raises StoreUnavailable when there is no catalog at ``path``.
        """
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        try:
            self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        except sqlite3.Error as error:
            raise StoreUnavailable(
                f"{path}: {error}", location=str(path), reason=str(error)
            ) from error
        self._read = lru_cache(remembered)(self._read_document)

    def documents(self) -> Iterator[Document]:
        """All documents, ordered by municipality and title as Swedish sorts them. Raises
        IndexMismatch where another version of the program wrote one.
        """
        rows = self._rows("SELECT id FROM document ORDER BY place, id")
        return (self._read(identity) for (identity,) in rows)

    def document(self, identity: str) -> Document:
        """One document. Raises InvalidInput when there is none of that id, and IndexMismatch."""
        return self._read(identity)

    def entries(self) -> list[CatalogEntry]:
        """Every document without its text, in the order of ``documents``."""
        rows = self._rows(
            "SELECT id, source, digest, municipality FROM document ORDER BY place, id"
        )
        fields = CatalogEntry.model_fields
        return [CatalogEntry(**dict(zip(fields, row, strict=True))) for row in rows]

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _read_document(self, identity: str) -> Document:
        rows = self._rows("SELECT body FROM document WHERE id = ?", identity)
        if not rows:
            raise InvalidInput(f"no document {identity!r}", document=identity)
        try:
            return Document.model_validate_json(rows[0][0])
        except ValidationError as error:
            raise of_another_version() from error

    def _rows(self, query: str, *values: str) -> list[tuple[str, ...]]:
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise StoreUnavailable(
                f"catalog: {error}", location="catalog", reason=str(error)
            ) from error


def open_catalog(settings: KnowledgeSettings) -> SqliteCatalog:
    """The published documents; quick, without the model or the vector store.

    Raises IndexMissing, IndexMismatch and StoreUnavailable.
    """
    return SqliteCatalog(Generations(settings.policylots_home).current().files.catalog)
