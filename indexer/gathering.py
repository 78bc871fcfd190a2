"""Files in, documents into a new catalog; unchanged ones are taken over from the old."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from indexer.naming import free_id, renamed
from indexer.reading.block import SourceText
from indexer.reading.limits import load
from indexer.report import IndexingProgress, LeftOut, Phase
from knowledge.catalog import CatalogWriter, SqliteCatalog
from knowledge.errors import UnreadableDocument
from knowledge.model import Document, Passage
from knowledge.ports import PassageStore

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Steps:
    """The steps that others know how to do.

    ``compose`` may raise UnreadableDocument; ``embedded_text`` is what the embedder sees of a
    passage; ``terms`` are a text's analysed words for the lexical index. ``beside`` is what else
    than the file's bytes its document is made of; the document is made anew when it changes.
    """

    read: Callable[[Path], SourceText]
    compose: Callable[[SourceText, Path], Document]
    embedded_text: Callable[[Document, Passage], str]
    terms: Callable[[str], list[str]]
    beside: Callable[[Path], str] = lambda _: ""


class Unchanged:
    """The documents and vectors of an index made by the same recipe."""

    def __init__(self, catalog: SqliteCatalog, store: PassageStore) -> None:
        self.catalog = catalog
        self.store = store
        self._ids = {
            (Path(entry.source).name, entry.digest): entry.id for entry in catalog.entries()
        }

    def of_file(self, path: Path, digest: str) -> str | None:
        """The id of the document made of a file of this name and content."""
        return self._ids.get((path.name, digest))


@dataclass
class Gathered:
    """What came of the files: ids of all documents, and of those made anew."""

    left_out: list[LeftOut] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    fresh: set[str] = field(default_factory=set)
    sections: int = 0
    passages: int = 0
    fresh_passages: int = 0

    def count(self, document: Document, *, fresh: bool) -> None:
        """Take note of a document."""
        self.ids.add(document.id)
        self.sections += len(document.sections)
        self.passages += len(document.passages)
        if fresh:
            self.fresh.add(document.id)
            self.fresh_passages += len(document.passages)


class Gatherer:
    """Writes a catalog of the documents that files become."""

    def __init__(
        self, steps: Steps, unchanged: Unchanged | None, progress: IndexingProgress
    ) -> None:
        self._steps = steps
        self._unchanged = unchanged
        self._progress = progress

    def gather(self, files: Sequence[Path], catalog: CatalogWriter) -> Gathered:
        """Add each file's document to ``catalog``; what cannot be read is left out."""
        gathered = Gathered()
        contents = _contents(files, gathered.left_out)
        taken = {same for path, content in contents.items() if (same := self._same(path, content))}
        first: dict[str, Path] = {}
        for done, (path, content) in enumerate(contents.items()):
            self._progress(Phase.READING, done, len(contents))
            if content in first:
                gathered.left_out.append(_duplicate(path, first[content]))
                continue
            try:
                document, fresh = self._document(path, content, taken)
            except UnreadableDocument as error:
                gathered.left_out.append(_left_out(path, error))
                continue
            first[content] = path
            taken.add(document.id)
            catalog.add(document)
            gathered.count(document, fresh=fresh)
        self._progress(Phase.READING, len(contents), len(contents))
        return gathered

    def _same(self, path: Path, content: str) -> str | None:
        """The id of the unchanged document of a file."""
        if self._unchanged is None:
            return None
        return self._unchanged.of_file(path, self._digest(path, content))

    def _digest(self, path: Path, content: str) -> str:
        beside = self._steps.beside(path)
        return hashlib.sha256((content + beside).encode()).hexdigest() if beside else content

    def _document(self, path: Path, content: str, taken: set[str]) -> tuple[Document, bool]:
        """The document of a file, and whether it was made anew."""
        same = self._same(path, content)
        if same is not None and self._unchanged is not None:
            return self._unchanged.catalog.document(same), False
        document = self._composed(path)
        identity = free_id(document.id, taken)
        if identity != document.id:
            document = renamed(document, identity)
        return document.model_copy(update={"digest": self._digest(path, content)}), True

    def _composed(self, path: Path) -> Document:
        try:
            return self._steps.compose(self._steps.read(path), path)
        except UnreadableDocument:
            raise
        except Exception as error:
            _log.exception("%s cannot be indexed", path)
            cause = f"{type(error).__name__}: {error}"[:300]
            raise UnreadableDocument("unreadable-broken", cause=cause) from error


def _contents(files: Sequence[Path], left_out: list[LeftOut]) -> Mapping[Path, str]:
    """A digest of each file's bytes."""
    contents: dict[Path, str] = {}
    for path in files:
        try:
            contents[path] = hashlib.sha256(load(path)).hexdigest()
        except UnreadableDocument as error:
            left_out.append(_left_out(path, error))
    return contents


def _left_out(path: Path, error: UnreadableDocument) -> LeftOut:
    details = {"name": path.name, **error.details}
    return LeftOut(path=str(path), reason=error.reason, details=details)


def _duplicate(path: Path, first: Path) -> LeftOut:
    details = {"name": path.name, "first": str(first)}
    return LeftOut(path=str(path), reason="skipped-duplicate", details=details)
