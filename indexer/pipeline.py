"""Files in, a published index out: read, compose, embed, publish.

Documents go to the new catalog as they are read, and come back from it to be embedded: memory
holds one batch of passages, however many documents there are.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from indexer.files import find_files
from indexer.gathering import Gathered, Gatherer, Steps, Unchanged
from indexer.reading import SUFFIXES
from indexer.report import IndexingProgress, IndexingReport, Phase
from indexer.storing import PassageWriter, indexed_passages
from knowledge.adapters.chroma import delete_collection, open_chroma
from knowledge.adapters.lexical import LexicalRow, build_lexical
from knowledge.catalog import CatalogWriter, SqliteCatalog
from knowledge.errors import IndexMismatch, IndexMissing, StoreUnavailable
from knowledge.generations import GenerationFiles, Generations, Manifest, Recipe
from knowledge.ports import Embedder, PassageStore

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Earlier:
    """The index before this run; ``unchanged`` is None where its parts cannot be used again."""

    manifest: Manifest | None = None
    ids: frozenset[str] = frozenset()
    unchanged: Unchanged | None = None


class Indexer:
    """Makes the index in ``home`` of files, taking over what has not changed.

    ``recipe`` names ``embedder`` and the versions of ``steps``; ``server`` is the address of a
    Chroma server, without it the vectors are kept in ``home``.
    """

    def __init__(
        self,
        home: Path,
        embedder: Embedder,
        steps: Steps,
        recipe: Recipe,
        progress: IndexingProgress,
        server: str | None = None,
    ) -> None:
        self._generations = Generations(home)
        self._embedder = embedder
        self._steps = steps
        self._recipe = recipe
        self._progress = progress
        self._server = server

    def run(self, paths: Sequence[Path], sources: tuple[str, ...]) -> IndexingReport:
        """Index the files at and below ``paths``; ``sources`` is what the manifest remembers.

        What cannot be read is in the report, and the rest goes on. Without a single document the
        index stays as it is. Raises ModelUnavailable and StoreUnavailable.
        """
        started = time.monotonic()
        with ExitStack() as open_things:
            open_things.enter_context(
                self._generations.writing(lambda: self._progress(Phase.WAITING, 0, 1))
            )
            self._generations.remove_stale(delete_collection)
            earlier = self._earlier(open_things)
            found = find_files(paths, SUFFIXES)
            gathered, published = self._build(found.files, earlier, sources)
            self._generations.remove_stale(delete_collection)
            return IndexingReport(
                documents=len(gathered.ids),
                sections=gathered.sections,
                passages=gathered.passages,
                embedded=gathered.fresh_passages,
                reused=len(gathered.ids - gathered.fresh),
                removed=tuple(sorted(earlier.ids - gathered.ids)) if published else (),
                left_out=(*found.left_out, *gathered.left_out),
                skipped=found.skipped,
                seconds=time.monotonic() - started,
                generation=self._generations.current_name(),
                published=published,
            )

    def _earlier(self, open_things: ExitStack) -> _Earlier:
        try:
            generation = self._generations.current()
            catalog = SqliteCatalog(generation.files.catalog, remembered=0)
            open_things.callback(catalog.close)
            ids = frozenset(entry.id for entry in catalog.entries())
            if generation.manifest.recipe != self._recipe:
                return _Earlier(generation.manifest, ids)
            store = open_chroma(generation.files.store, generation.files.collection)
            open_things.callback(store.close)
            return _Earlier(generation.manifest, ids, Unchanged(catalog, store))
        except (IndexMissing, IndexMismatch):
            return _Earlier()
        except StoreUnavailable as error:
            _log.warning("the current index cannot be used again: %s", error)
            return _Earlier()

    def _build(
        self, files: Sequence[Path], earlier: _Earlier, sources: tuple[str, ...]
    ) -> tuple[Gathered, bool]:
        """What came of the files, and whether it was published."""
        with self._generations.draft(self._recipe, self._server, delete_collection) as draft:
            with CatalogWriter(draft.catalog) as writer:
                gatherer = Gatherer(self._steps, earlier.unchanged, self._progress)
                gathered = gatherer.gather(files, writer)
            if not gathered.ids or self._nothing_new(gathered, earlier, sources):
                return gathered, False
            self._fill(draft, gathered, earlier)
            self._generations.publish(draft, self._manifest(draft, gathered, sources))
            return gathered, True

    def _nothing_new(self, gathered: Gathered, earlier: _Earlier, sources: tuple[str, ...]) -> bool:
        if gathered.fresh or gathered.ids != earlier.ids or earlier.manifest is None:
            return False
        return (earlier.manifest.sources, earlier.manifest.server) == (sources, self._server)

    def _fill(self, draft: GenerationFiles, gathered: Gathered, earlier: _Earlier) -> None:
        with ExitStack() as open_things:
            catalog = SqliteCatalog(draft.catalog, remembered=0)
            open_things.callback(catalog.close)
            store = open_chroma(draft.store, draft.collection, create=True)
            open_things.callback(store.close)
            self._embed(catalog, store, gathered, earlier.unchanged)
            build_lexical(draft.lexical, self._lexical_rows(store))

    def _embed(
        self,
        catalog: SqliteCatalog,
        store: PassageStore,
        gathered: Gathered,
        unchanged: Unchanged | None,
    ) -> None:
        writer = PassageWriter(
            store,
            self._embedder,
            lambda done: self._progress(Phase.EMBEDDING, done, gathered.fresh_passages),
        )
        for document in catalog.documents():
            if unchanged is None or document.id in gathered.fresh:
                texts = [self._steps.embedded_text(document, each) for each in document.passages]
                writer.embed(indexed_passages(document), texts)
            else:
                writer.take_over(*unchanged.store.of_document(document.id))
        writer.finish()

    def _lexical_rows(self, store: PassageStore) -> Iterator[LexicalRow]:
        """What the store holds, analysed: so both sides of the search know the same passages."""
        total = store.count()
        headings: dict[str, list[str]] = {}
        for done, passage in enumerate(store.passages()):
            if passage.heading not in headings:
                headings[passage.heading] = self._steps.terms(passage.heading)
            yield passage, headings[passage.heading], self._steps.terms(passage.text)
            self._progress(Phase.WORDS, done + 1, total)

    def _manifest(
        self, draft: GenerationFiles, gathered: Gathered, sources: tuple[str, ...]
    ) -> Manifest:
        return Manifest(
            generation=draft.name,
            created_at=datetime.now(UTC),
            recipe=self._recipe,
            documents=len(gathered.ids),
            sections=gathered.sections,
            passages=gathered.passages,
            sources=sources,
            server=self._server,
            previous=self._generations.current_name(),
        )
