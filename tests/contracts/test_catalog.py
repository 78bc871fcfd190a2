from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from knowledge.catalog import SqliteCatalog, write_catalog
from knowledge.errors import IndexMismatch, InvalidInput, StoreUnavailable
from knowledge.ports import CatalogEntry
from tests.fakes.documents import make_document

DOCUMENTS = [
    make_document("o", "Örebro"),
    make_document("e", "Enköping"),
    make_document("a", "Ängelholm"),
    make_document("b", "Åmål", title="Policy"),
    make_document("c", "Åmål", title="handlingsplan"),
]


@pytest.fixture
def catalog(tmp_path: Path) -> SqliteCatalog:
    write_catalog(tmp_path / "catalog.sqlite3", DOCUMENTS)
    return SqliteCatalog(tmp_path / "catalog.sqlite3")


def test_documents_are_in_swedish_order_of_municipality_and_title(catalog: SqliteCatalog) -> None:
    assert [document.id for document in catalog.documents()] == ["e", "c", "b", "a", "o"]


def test_a_document_comes_back_as_it_was(catalog: SqliteCatalog) -> None:
    assert catalog.document("o") == DOCUMENTS[0]


def test_an_unknown_document_is_invalid_input(catalog: SqliteCatalog) -> None:
    with pytest.raises(InvalidInput) as caught:
        catalog.document("x")

    assert caught.value.details == {"document": "x"}


def test_entries_tell_source_and_digest(catalog: SqliteCatalog) -> None:
    assert catalog.entries()[0] == CatalogEntry(
        id="e", source="e.txt", digest="digest of e", municipality="Enköping"
    )


def test_a_missing_catalog_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable):
        SqliteCatalog(tmp_path / "nothing.sqlite3")


def test_a_document_that_another_version_wrote_is_a_mismatch(tmp_path: Path) -> None:
    write_catalog(tmp_path / "catalog.sqlite3", DOCUMENTS)
    with sqlite3.connect(tmp_path / "catalog.sqlite3") as file:
        file.execute("UPDATE document SET body = json_remove(body, '$.goals') WHERE id = 'o'")
    catalog = SqliteCatalog(tmp_path / "catalog.sqlite3")
    assert catalog.document("e").municipality == "Enköping"
    with pytest.raises(IndexMismatch) as caught:
        catalog.document("o")
    assert caught.value.details["part"] == "format"


def test_another_thread_may_read(catalog: SqliteCatalog) -> None:
    read: list[str] = []
    thread = threading.Thread(target=lambda: read.append(catalog.document("e").municipality))
    thread.start()
    thread.join()

    assert read == ["Enköping"]


def test_the_catalog_needs_no_model_and_no_vector_store() -> None:
    code = "import knowledge.catalog, sys; print({'torch', 'chromadb', 'tantivy'} & {*sys.modules})"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "set()"
