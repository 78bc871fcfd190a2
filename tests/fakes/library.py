"""A library of made documents."""

from __future__ import annotations

from pathlib import Path

from knowledge.catalog import SqliteCatalog, write_catalog
from knowledge.language.analysis import Analyser
from knowledge.language.lexicon import load_lexicon
from knowledge.library import Library
from knowledge.model import Document


def make_library(folder: Path, *documents: Document) -> Library:
    write_catalog(folder / "catalog", documents)
    return Library(SqliteCatalog(folder / "catalog"), Analyser(load_lexicon()))
