"""The passages' vectors in Chroma: a folder on disk, or a Chroma server."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import numpy as np

from knowledge.errors import StoreUnavailable
from knowledge.ports import IndexedPassage, Vectors

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.collection_configuration import CreateHNSWConfiguration
    from chromadb.api.models.Collection import Collection
    from chromadb.api.types import GetResult

# A server answers one page of passages well within its limits; memory holds one page.
_PAGE = 1000

# Chroma shares its clients of one folder through a table that two threads must not change at once.
_clients = threading.Lock()


def open_chroma(location: Path | str, collection: str, *, create: bool = False) -> ChromaPassages:
    """The store of one generation.

    ``location`` is a folder, or "http(s)://host:port" of a server. With ``create`` the collection
    must not exist yet, without it must. Raises StoreUnavailable.
    """
    with _failures(location):
        client = _client(location, create=create)
        if create:
            made = client.create_collection(
                collection, embedding_function=None, configuration={"hnsw": _graph()}
            )
            return ChromaPassages(location, client, made)
        return ChromaPassages(
            location, client, client.get_collection(collection, embedding_function=None)
        )


def delete_collection(location: Path | str, collection: str) -> None:
    """Remove a collection from a server; one that is not there is no error.

    Raises StoreUnavailable.
    """
    from chromadb.errors import NotFoundError

    with _failures(location):
        client = _client(location, create=False)
        try:
            client.delete_collection(collection)
        except NotFoundError:
            return
        finally:
            _close(client)


def _graph() -> CreateHNSWConfiguration:
    """Wider searches than Chroma's own (100): a filter by municipality thins the graph.

    The thresholds write the graph at each batch, so that a reader need not build it at opening.
    """
    return {
        "space": "cosine",
        "ef_construction": 200,
        "ef_search": 200,
        "batch_size": 50,
        "sync_threshold": 100,
    }


def _client(location: Path | str, *, create: bool) -> ClientAPI:
    with _clients:
        return _connected(location, create=create)


def _connected(location: Path | str, *, create: bool) -> ClientAPI:
    import chromadb
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False)
    if isinstance(location, str) and location.startswith(("http://", "https://")):
        server = urlsplit(location)
        secure = server.scheme == "https"
        return chromadb.HttpClient(
            host=server.hostname or "localhost",
            port=server.port or (443 if secure else 8000),
            ssl=secure,
            settings=settings,
        )
    if not create and not (Path(location) / "chroma.sqlite3").is_file():
        raise FileNotFoundError(f"no Chroma data in {location}")
    return chromadb.PersistentClient(path=str(location), settings=settings)


def _close(client: ClientAPI) -> None:
    from chromadb.api.client import Client

    if isinstance(client, Client):
        with _clients:
            client.close()


@contextmanager
def _failures(location: Path | str) -> Iterator[None]:
    import httpx
    from chromadb.errors import ChromaError

    try:
        yield
    except (ChromaError, httpx.HTTPError, OSError, ValueError) as error:
        raise StoreUnavailable(
            f"{location}: {error}", location=str(location), reason=str(error)
        ) from error


REMEMBERED = 512
"""Municipalities whose vectors stay in memory; Sweden has 290."""


class ChromaPassages:
    """``ports.PassageStore`` over one Chroma collection. Raises StoreUnavailable."""

    def __init__(self, location: Path | str, client: ClientAPI, collection: Collection) -> None:
        self._location = location
        self._client = client
        self._collection = collection
        self._within = lru_cache(maxsize=REMEMBERED)(self._vectors_within)

    def add(self, passages: Sequence[IndexedPassage], vectors: Vectors) -> None:
        """Store passages with their vectors, row by row."""
        with _failures(self._location):
            batch = min(self._client.get_max_batch_size(), _PAGE)
            for start in range(0, len(passages), batch):
                self._add_batch(passages[start : start + batch], vectors[start : start + batch])

    def _add_batch(self, passages: Sequence[IndexedPassage], vectors: Vectors) -> None:
        self._collection.add(
            ids=[passage.key for passage in passages],
            embeddings=vectors,
            documents=[passage.text for passage in passages],
            metadatas=[
                {
                    "document": passage.document,
                    "municipality": passage.municipality,
                    "heading": passage.heading,
                }
                for passage in passages
            ],
        )

    def nearest(
        self, vector: Vectors, limit: int, municipality: str | None = None
    ) -> list[tuple[str, float]]:
        """At most ``limit`` (passage key, cosine similarity), best first.

        Within one municipality all its vectors are compared: they are few, and a filter makes the
        graph search slower the more the others have.
        """
        if limit <= 0:
            return []
        if municipality is not None:
            keys, vectors = self._within(municipality)
            if not keys:
                return []
            similarity = vectors @ vector
            best = np.argsort(-similarity, kind="stable")[:limit]
            return [(keys[index], float(similarity[index])) for index in best]
        with _failures(self._location):
            found = self._collection.query(
                query_embeddings=[vector.tolist()],
                n_results=limit,
                include=["distances"],
            )
        distances = found["distances"] or [[]]
        return [
            (key, 1.0 - distance)
            for key, distance in zip(found["ids"][0], distances[0], strict=True)
        ]

    def _vectors_within(self, municipality: str) -> tuple[list[str], Vectors]:
        """Keys, in order, and vectors of a municipality's passages, row by row."""
        with _failures(self._location):
            got = self._collection.get(where={"municipality": municipality}, include=["embeddings"])
        order = np.argsort(got["ids"], kind="stable")
        vectors = np.asarray(got["embeddings"], np.float32)
        return [got["ids"][index] for index in order], vectors[order] if len(order) else vectors

    def of_document(self, document: str) -> tuple[list[IndexedPassage], Vectors]:
        """One document's passages and their vectors, row by row, in no order."""
        with _failures(self._location):
            got = self._collection.get(
                where={"document": document}, include=["documents", "metadatas", "embeddings"]
            )
        return _passages(got), np.asarray(got["embeddings"], np.float32)

    def passages(self) -> Iterator[IndexedPassage]:
        """Every passage, in no order."""
        offset = 0
        while True:
            with _failures(self._location):
                got = self._collection.get(
                    limit=_PAGE, offset=offset, include=["documents", "metadatas"]
                )
            yield from _passages(got)
            if len(got["ids"]) < _PAGE:
                return
            offset += _PAGE

    def count(self) -> int:
        """How many passages are stored."""
        with _failures(self._location):
            return self._collection.count()

    def close(self) -> None:
        """Let go of the files or the connection; the store is of no use afterwards."""
        _close(self._client)


def _passages(got: GetResult) -> list[IndexedPassage]:
    rows = zip(got["ids"], got["metadatas"] or [], got["documents"] or [], strict=True)
    return [
        IndexedPassage(
            key=key,
            document=str(metadata["document"]),
            municipality=str(metadata["municipality"]),
            heading=str(metadata["heading"]),
            text=text,
        )
        for key, metadata, text in rows
    ]
