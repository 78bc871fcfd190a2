"""One run of the indexer in a process of its own, for a test that kills it.

Usage: python -m tests.end_to_end.indexing_run HOME FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

from indexer.pipeline import Indexer
from indexer.report import Phase
from knowledge.generations import Recipe
from tests.fakes.documents import STEPS
from tests.fakes.embedder import FakeEmbedder

RECIPE = Recipe(embedder="fake@1", structure="1", lexicon="1")


def index(home: Path, folder: Path) -> None:
    Indexer(home, FakeEmbedder(), STEPS, RECIPE, _silent).run([folder], ())


def _silent(phase: Phase, done: int, total: int) -> None:
    """Nobody watches."""


if __name__ == "__main__":
    # Vendor imports take longer than the run; the test counts time from here.
    import chromadb  # noqa: F401
    import tantivy  # noqa: F401

    sys.stdout.write("ready\n")
    sys.stdout.flush()
    index(Path(sys.argv[1]), Path(sys.argv[2]))
