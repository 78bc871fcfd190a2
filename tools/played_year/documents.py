"""The shipped documents, read as the indexer reads them, without a model or vectors."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import knowledge
from bot.services.documents_in_use import DocumentsAlone
from indexer.documents import compose
from indexer.manifest import load_manifest
from indexer.reading import read
from knowledge.catalog import SqliteCatalog, write_catalog
from knowledge.model import Document

FOLDER = Path(knowledge.__file__).parent / "documents"


def shipped() -> list[Document]:
    """All of them."""
    manifest = load_manifest(FOLDER / "manifest.toml")
    return [
        compose(read(each), each.name, "played", manifest.get(each.name))
        for each in sorted(FOLDER.glob("*.txt"))
    ]


def in_use(documents: Sequence[Document], folder: Path) -> DocumentsAlone:
    """They as the assistant opens them, out of a catalog in ``folder``."""
    path = folder / "catalog"
    write_catalog(path, documents)
    return DocumentsAlone(lambda: "played", lambda: SqliteCatalog(path))
