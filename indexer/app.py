"""The indexer's composition root."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from importlib.resources import as_file, files
from pathlib import Path

from indexer.documents import compose
from indexer.gathering import Steps
from indexer.manifest import ManifestEntry, load_manifest
from indexer.pipeline import Indexer
from indexer.reading import read
from indexer.reading.block import SourceText
from indexer.report import IndexingProgress, IndexingReport
from knowledge.adapters.sentence_transformer import open_embedder
from knowledge.embedding_text import embedded_text
from knowledge.errors import IndexMismatch, IndexMissing
from knowledge.generations import Generations
from knowledge.language.analysis import Analyser
from knowledge.language.gloss import Glosser
from knowledge.language.lexicon import load_lexicon
from knowledge.model import Document
from knowledge.recipe import recipe_of
from knowledge.settings import KnowledgeSettings


def build_index(
    settings: KnowledgeSettings, paths: Sequence[Path], progress: IndexingProgress
) -> IndexingReport:
    """Make the index of exactly the files and folders named.

    Without paths those indexed last are taken, at first the shipped documents.
    Raises ModelUnavailable and StoreUnavailable; the index before is then as it was.
    """
    embedder = open_embedder(settings.embedding_model, settings.embedding_device)
    analyser = Analyser(load_lexicon())
    glosser = Glosser(analyser) if embedder.english_only else None
    steps = Steps(
        read=read,
        compose=_compose,
        embedded_text=partial(embedded_text, glosser=glosser),
        terms=analyser.terms,
        beside=_beside,
    )
    indexer = Indexer(
        settings.policylots_home,
        embedder,
        steps,
        recipe_of(embedder),
        progress,
        settings.chroma_server,
    )
    sources = tuple(str(path.resolve()) for path in paths) or _sources_before(settings)
    if sources:
        return indexer.run([Path(source) for source in sources], sources)
    with as_file(files("knowledge").joinpath("documents")) as shipped:
        return indexer.run(sorted(shipped.glob("*.txt")), ())


def _sources_before(settings: KnowledgeSettings) -> tuple[str, ...]:
    with suppress(IndexMissing, IndexMismatch):
        return Generations(settings.policylots_home).current().manifest.sources
    return ()


def _compose(source: SourceText, path: Path) -> Document:
    """A file's document, with what a ``manifest.toml`` beside the file adds to it."""
    return compose(source, path.name, "", _manifest_of(path.parent).get(path.name))


def _beside(path: Path) -> str:
    """What the manifest says of a file: when that changes, so does the document."""
    entry = _manifest_of(path.parent).get(path.name)
    return entry.model_dump_json() if entry else ""


def _manifest_of(folder: Path) -> dict[str, ManifestEntry]:
    return load_manifest(folder / "manifest.toml")
