"""How building and answering grow with the corpus: 1, 100 and 1,000 times the shipped documents.

Up to 100 times every passage is really embedded. Beyond, vectors are those of the shipped
passages with noise added, so that the run measures the index and not the encoder; they go through
the same indexer and adapters. Building and answering each have a process of their own.

Usage: python -m tests.benchmarks.scale [--times N ...] [--quick]
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import NamedTuple, ParamSpec, TypeVar

import numpy as np

from indexer.app import build_index
from indexer.documents import compose
from indexer.gathering import Steps
from indexer.pipeline import Indexer
from indexer.reading import read
from knowledge.adapters.chroma import open_chroma
from knowledge.adapters.sentence_transformer import open_embedder
from knowledge.catalog import SqliteCatalog
from knowledge.embedding_text import embedded_text
from knowledge.generations import Generations
from knowledge.language.analysis import Analyser
from knowledge.language.gloss import Glosser
from knowledge.language.lexicon import load_lexicon
from knowledge.language.municipalities import find_municipalities
from knowledge.opening import open_answerer
from knowledge.ports import Embedder, Progress, Vectors
from knowledge.recipe import recipe_of
from tests.benchmarks.corpus import SEED, write_corpus
from tests.benchmarks.latency import question_texts, seconds
from tests.benchmarks.measures import (
    markdown_table,
    megabytes,
    milliseconds,
    peak_memory,
    percentile,
    questions,
    settings_in,
    silent,
)
from tests.benchmarks.throughput import embedded_texts, encode

MOST_EMBEDDED = 100
"""Up to so many times the corpus is embedded for real."""

NOISE = 0.4
"""Length of what is added to a vector of length 1."""

WARMING = 5

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class Built(NamedTuple):
    """An index: its size, the seconds and the most memory it took to build, its bytes on disk, and
    the seconds of the bare encoder over the same texts (None where they were not embedded).
    """

    documents: int
    passages: int
    seconds: float
    memory: int
    disk: int
    encoding: float | None


class Answered(NamedTuple):
    """Seconds to open the index, of each answer and of the encoder alone for each question, and
    the most memory it all took. ``first`` are the first answers for a municipality, which read its
    passages and vectors from disk; ``one`` are later ones.
    """

    opening: float
    first: list[float]
    one: list[float]
    everywhere: list[float]
    memory: int
    encoding: list[float]


class Scale(NamedTuple):
    """What came of one size."""

    times: int
    built: Built
    answered: Answered


class PerturbingEmbedder:
    """``ports.Embedder`` whose passages get a vector of a pool with noise; questions a real one."""

    def __init__(self, real: Embedder, pool: Vectors) -> None:
        self._real = real
        self._pool = pool
        self._chance = np.random.default_rng(SEED)
        self.identity = real.identity
        self.english_only = real.english_only

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """One unit row a text; the same text has the same row of the pool."""
        rows = self._pool[[zlib.crc32(text.encode()) % len(self._pool) for text in texts]]
        spread = NOISE / np.sqrt(rows.shape[1])
        moved = rows + self._chance.normal(scale=spread, size=rows.shape)
        if progress is not None:
            progress(len(texts), len(texts))
        return np.asarray(moved / np.linalg.norm(moved, axis=1, keepdims=True), np.float32)

    def embed_question(self, text: str) -> Vectors:
        """The real embedder's vector."""
        return self._real.embed_question(text)


def build(work: Path, times: int) -> Built:
    """Index ``times`` the shipped documents into ``work / "home"``."""
    corpus, home = work / "corpus", work / "home"
    write_corpus(corpus, times)
    indexer = _embedding if times <= MOST_EMBEDDED else _perturbing(work / "pool")
    took = seconds(partial(indexer, home, corpus))
    generation = Generations(home).current()
    files = (file for file in generation.files.directory.rglob("*") if file.is_file())
    memory = peak_memory()
    really = times <= MOST_EMBEDDED
    return Built(
        generation.manifest.documents,
        generation.manifest.passages,
        took,
        memory,
        sum(file.stat().st_size for file in files),
        seconds(partial(encode, embedded_texts(corpus))) if really else None,
    )


def _embedding(home: Path, corpus: Path) -> None:
    build_index(settings_in(home), [corpus], silent)


def _perturbing(pool_home: Path) -> Callable[[Path, Path], None]:
    settings = settings_in(pool_home)
    build_index(settings, [], silent)
    real = open_embedder(settings.embedding_model, settings.embedding_device)
    embedder = PerturbingEmbedder(real, _vectors(pool_home))
    analyser = Analyser(load_lexicon())
    steps = Steps(
        read=read,
        compose=lambda source, path: compose(source, path.name, ""),
        embedded_text=partial(embedded_text, glosser=Glosser(analyser)),
        terms=analyser.terms,
    )

    def index(home: Path, corpus: Path) -> None:
        Indexer(home, embedder, steps, recipe_of(embedder), silent).run([corpus], (str(corpus),))

    return index


def _vectors(home: Path) -> Vectors:
    files = Generations(home).current().files
    store = open_chroma(files.store, files.collection)
    ids = [entry.id for entry in SqliteCatalog(files.catalog).entries()]
    vectors = np.concatenate([store.of_document(identity)[1] for identity in ids])
    store.close()
    return vectors


def answer(home: Path, count: int) -> Answered:
    """Ask each of ``count`` municipalities two questions, then a few of all of them at once."""
    started = time.perf_counter()
    answerer = open_answerer(settings_in(home))
    opening = time.perf_counter() - started
    known = answerer.library.municipalities
    asked = [each for each in questions(5 * count) if not find_municipalities(each.text, known)]
    first, one = (
        [
            seconds(partial(answerer.answer, each.text, name))
            for each, name in zip(texts, cycle(known), strict=False)
        ]
        for texts in (asked[count : 2 * count], asked[:count])
    )
    few = asked[: max(1, count // 20)]
    everywhere = [seconds(partial(answerer.answer, each.text)) for each in few]
    memory = peak_memory()
    embedder = open_embedder(settings_in(home).embedding_model)
    texts = question_texts(embedder, asked[:WARMING] + asked[:count])
    alone = [seconds(partial(embedder.embed_question, text)) for text in texts]
    return Answered(opening, first, one, everywhere, memory, alone[WARMING:])


def measure(times: int, count: int) -> Scale:
    """Build and ask at one size, in a temporary folder."""
    with tempfile.TemporaryDirectory() as work:
        built = _in_own_process(build, Path(work), times)
        return Scale(times, built, _in_own_process(answer, Path(work) / "home", count))


def _in_own_process(
    function: Callable[Arguments, Result], *args: Arguments.args, **kwargs: Arguments.kwargs
) -> Result:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=context) as process:
        return process.submit(function, *args, **kwargs).result()


def table(scales: Sequence[Scale]) -> str:
    """One column a size, in Markdown."""
    header = ("", *(f"{scale.times:,} times" for scale in scales))
    lines: list[tuple[str, Callable[[Scale], str]]] = [
        ("documents", lambda each: f"{each.built.documents:,}"),
        ("passages", lambda each: f"{each.built.passages:,}"),
        ("vectors", lambda each: "real" if each.times <= MOST_EMBEDDED else "real with noise"),
        ("building", lambda each: f"{each.built.seconds:,.0f} s"),
        ("share of the encoder's speed", _speed),
        ("most memory while building", lambda each: megabytes(each.built.memory)),
        ("on disk", lambda each: megabytes(each.built.disk)),
        ("opening", lambda each: milliseconds(each.answered.opening)),
        ("first answer for a municipality, p50", lambda each: _share(each.answered.first, 0.5)),
        ("answer for one municipality, p50", lambda each: _share(each.answered.one, 0.5)),
        ("answer for one municipality, p95", lambda each: _share(each.answered.one, 0.95)),
        ("encoder alone, p50", lambda each: _share(each.answered.encoding, 0.5)),
        ("ratio of the medians", _ratio),
        ("answer for all municipalities, p50", lambda each: _share(each.answered.everywhere, 0.5)),
        ("most memory while answering", lambda each: megabytes(each.answered.memory)),
    ]
    return markdown_table(header, [(name, *map(value, scales)) for name, value in lines])


def _speed(scale: Scale) -> str:
    encoding = scale.built.encoding
    return "–" if encoding is None else f"{encoding / scale.built.seconds:.0%}"


def _ratio(scale: Scale) -> str:
    answered = scale.answered
    return f"{percentile(answered.one, 0.5) / percentile(answered.encoding, 0.5):.2f}"


def _share(times: Sequence[float], share: float) -> str:
    return milliseconds(percentile(times, share))


def run(*, quick: bool, sizes: Sequence[int] = (1, 100, 1000)) -> str:
    """Measure each size; the table."""
    if quick:
        return table([measure(2, 5)])
    return table([measure(times, 100) for times in sizes])


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, nargs="+", default=[1, 100, 1000])
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    sys.stdout.write(run(quick=options.quick, sizes=options.times))


if __name__ == "__main__":
    main()
