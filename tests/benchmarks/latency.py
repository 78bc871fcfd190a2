"""How much longer a warm answer takes than the embedding of its question alone.

Usage: python -m tests.benchmarks.latency [--quick]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from indexer.app import build_index
from knowledge.adapters.sentence_transformer import open_embedder
from knowledge.language.analysis import Analyser
from knowledge.language.detection import detect_language
from knowledge.language.gloss import Glosser
from knowledge.language.lexicon import load_lexicon
from knowledge.opening import open_answerer
from knowledge.ports import Embedder
from knowledge.settings import KnowledgeSettings
from tests.benchmarks.measures import (
    Asked,
    markdown_table,
    milliseconds,
    percentile,
    questions,
    settings_in,
    silent,
)

WARMING = 20
"""Questions asked before any is timed."""


class Latency(NamedTuple):
    """Seconds of each answer, and of embedding the same question; one after the other."""

    answers: list[float]
    embeddings: list[float]

    @property
    def ratio(self) -> float:
        """The median answer in median embeddings."""
        return median(self.answers) / median(self.embeddings)


def measure(settings: KnowledgeSettings, asked: Sequence[Asked]) -> Latency:
    """Ask the index each question once, in turns with the encoder alone."""
    answerer = open_answerer(settings)
    embedder = open_embedder(settings.embedding_model, settings.embedding_device)
    texts = question_texts(embedder, asked)
    for question, text in list(zip(asked, texts, strict=True))[:WARMING]:
        answerer.answer(*question)
        embedder.embed_question(text)
    latency = Latency([], [])
    for question, text in list(zip(asked, texts, strict=True))[WARMING:]:
        latency.answers.append(seconds(partial(answerer.answer, *question)))
        latency.embeddings.append(seconds(partial(embedder.embed_question, text)))
    return latency


def seconds(action: Callable[[], object]) -> float:
    """The wall time of an action."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def question_texts(embedder: Embedder, asked: Sequence[Asked]) -> list[str]:
    """What the embedder sees of each question."""
    lexicon = load_lexicon()
    glosser = Glosser(Analyser(lexicon))
    return [
        glosser.gloss(question.text)
        if embedder.english_only and detect_language(question.text, lexicon) == "sv"
        else question.text
        for question in asked
    ]


def table(latency: Latency) -> str:
    """Both sides and their ratio, in Markdown."""
    rows = [
        (name, *(milliseconds(percentile(times, share)) for share in (0.5, 0.95)))
        for name, times in (("answer", latency.answers), ("encoder alone", latency.embeddings))
    ]
    ratio = ("ratio of the medians", f"{latency.ratio:.2f}", "")
    header = (f"{len(latency.answers)} questions", "p50", "p95")
    return markdown_table(header, [*rows, ratio])


def run(*, quick: bool) -> str:
    """Index the shipped documents and measure; the table."""
    with tempfile.TemporaryDirectory() as home:
        settings = settings_in(Path(home))
        build_index(settings, [], silent)
        return table(measure(settings, questions(WARMING + (5 if quick else 200))))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    sys.stdout.write(run(quick=parser.parse_args().quick))


if __name__ == "__main__":
    main()
