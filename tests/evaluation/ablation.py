"""What each part of the search adds: right section first, and among the first three.

Usage: python -m tests.evaluation.ablation FILE.jsonl
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from indexer.app import build_index
from indexer.storing import indexed_passages
from knowledge.adapters.chroma import open_chroma
from knowledge.adapters.lexical import build_lexical, open_lexical
from knowledge.adapters.sentence_transformer import open_embedder
from knowledge.catalog import SqliteCatalog
from knowledge.embedding_text import embedded_text
from knowledge.generations import Generations
from knowledge.language.analysis import Analyser
from knowledge.language.gloss import Glosser
from knowledge.language.lexicon import load_lexicon
from knowledge.language.need import Alternative, Need
from knowledge.language.needs import NeedFinder
from knowledge.language.words import swedish_stem, tokenise
from knowledge.model import Document
from knowledge.ports import Embedder, LexicalIndex, PassageStore, Vectors
from knowledge.questions import Question, QuestionReader
from knowledge.retrieval import Retriever, weighted_terms
from tests.benchmarks.measures import markdown_table, settings_in, silent
from tests.evaluation.plain_recipe import PlainRecipe
from tests.fakes.passage_store import FakePassageStore

FIRST = 3


class Scoped(NamedTuple):
    """A question, what the search is limited to, and the sections that answer it."""

    question: Question
    language: str
    municipality: str | None
    gold: frozenset[tuple[str, int]]


Search = Callable[[Scoped], list[frozenset[tuple[str, int]]]]
"""The first results, best first, each by the (document, section) that it shows."""


def read_questions(
    lines: Sequence[str], reader: QuestionReader, documents: Sequence[Document]
) -> list[Scoped]:
    """The answerable questions of an evaluation file.

    A question that names or is given exactly one municipality is asked of that one only.
    """
    of_municipality = {document.municipality: document for document in documents}
    scoped = []
    for row in map(json.loads, lines):
        if not row["gold"]:
            continue
        question = reader.read(row["question"])
        named = question.municipalities or (row["municipality"],)
        gold = frozenset(
            place
            for each in row["gold"]
            for place in _sections(of_municipality[each["municipality"]], each["section"])
        )
        only = named[0] if len(named) == 1 and named[0] in of_municipality else None
        scoped.append(Scoped(question, row["lang"], only, gold))
    return scoped


def _sections(document: Document, heading: str | None) -> Iterator[tuple[str, int]]:
    """The sections with that heading; the opening for None."""
    for section in document.sections:
        if (heading is None and section.ordinal == 0) or heading in {
            section.heading,
            section.label,
        }:
            yield document.id, section.ordinal


class _Unglossed:
    """``ports.Embedder`` that gets every question as it was asked."""

    english_only = False

    def __init__(self, real: Embedder) -> None:
        self.identity = real.identity
        self.embed_passages = real.embed_passages
        self.embed_question = real.embed_question


class Side(NamedTuple):
    """Vectors, BM25 and embedder of one way to search, with its reading of questions."""

    store: PassageStore
    lexical: LexicalIndex
    retriever: Retriever
    reading: Callable[[Question], Question]

    def dense(self, scoped: Scoped) -> list[str]:
        """Keys by cosine similarity alone."""
        vector = self.retriever.embed(self.reading(scoped.question))
        return [key for key, _ in self.store.nearest(vector, FIRST, scoped.municipality)]

    def words(self, scoped: Scoped) -> list[str]:
        """Keys by BM25 alone."""
        terms = weighted_terms(self.reading(scoped.question))
        return [key for key, _ in self.lexical.search(terms, FIRST, scoped.municipality)]

    def hybrid(self, scoped: Scoped) -> list[str]:
        """Keys as the retriever fuses both."""
        question = self.reading(scoped.question)
        vector: Vectors = self.retriever.embed(question)
        hits = self.retriever.search(question, vector, FIRST, scoped.municipality)
        return [hit.key for hit in hits]


def own_stems(question: Question) -> Question:
    """The question needing the stems of its own words, and nothing a lexicon knows."""
    stems = dict.fromkeys(swedish_stem(token.text) for token in tokenise(question.text))
    return question.model_copy(update={"needs": tuple(map(_need, stems))})


def _need(stem: str) -> Need:
    alternative = Alternative(terms=frozenset({stem}), weight=1.0)
    return Need(
        words=stem,
        alternatives=(alternative,),
        is_term=False,
        is_known=False,
        is_thing=False,
        is_verb=False,
        is_name=False,
    )


def side_without_lexicon(
    work: Path, documents: Sequence[Document], embedder: Embedder, glosser: Glosser
) -> Side:
    """Swedish text as it stands in the embedder, Swedish stems in BM25."""
    plain = _Unglossed(embedder)
    store = FakePassageStore()
    rows = []
    for document in documents:
        passages = indexed_passages(document)
        texts = [embedded_text(document, passage, None) for passage in document.passages]
        store.add(passages, plain.embed_passages(texts))
        rows += [(each, _stems(each.heading), _stems(each.text)) for each in passages]
    build_lexical(work / "stems", rows)
    lexical = open_lexical(work / "stems")
    return Side(store, lexical, Retriever(store, lexical, plain, glosser), own_stems)


def _stems(text: str) -> list[str]:
    return [swedish_stem(token.text) for token in tokenise(text)]


def searches(
    work: Path, home: Path, documents: Sequence[Document], glosser: Glosser
) -> dict[str, Search]:
    """Every way to search, by its name in the table."""
    files = Generations(home).current().files
    embedder = open_embedder()
    store, lexical = open_chroma(files.store, files.collection), open_lexical(files.lexical)
    whole = Side(
        store, lexical, Retriever(store, lexical, embedder, glosser), lambda question: question
    )
    bare = side_without_lexicon(work, documents, embedder, glosser)
    recipe = PlainRecipe(documents, embedder)
    return {
        "dense, Swedish text": _of_passages(bare.dense),
        "dense, glossed": _of_passages(whole.dense),
        "BM25 without lexicon": _of_passages(bare.words),
        "BM25 with lexicon": _of_passages(whole.words),
        "hybrid without lexicon": _of_passages(bare.hybrid),
        "**hybrid with lexicon**": _of_passages(whole.hybrid),
        "plain recipe": lambda scoped: recipe.search(
            scoped.question.text, FIRST, scoped.municipality
        ),
        "plain recipe, no filter": lambda scoped: recipe.search(scoped.question.text, FIRST),
    }


def _of_passages(search: Callable[[Scoped], list[str]]) -> Search:
    def sections(scoped: Scoped) -> list[frozenset[tuple[str, int]]]:
        return [frozenset({_section_of(key)}) for key in search(scoped)]

    return sections


def _section_of(key: str) -> tuple[str, int]:
    document, _, rest = key.rpartition("#")
    return document, int(rest.partition(".")[0])


def hits(search: Search, asked: Sequence[Scoped]) -> Mapping[str, list[tuple[bool, bool]]]:
    """By language: whether the first result is right, and whether one of the first three is."""
    found = defaultdict(list)
    for scoped in asked:
        right = [bool(shown & scoped.gold) for shown in search(scoped)[:FIRST]]
        found[scoped.language].append((any(right[:1]), any(right)))
    return found


def table(results: Mapping[str, Mapping[str, list[tuple[bool, bool]]]]) -> str:
    """Shares by language, in Markdown."""
    languages = ("sv", "en")
    header = ("search", *(f"{name}, first {n}" for name in languages for n in (1, FIRST)))
    rows = [
        (name, *(_share(found[language], column) for language in languages for column in (0, 1)))
        for name, found in results.items()
    ]
    return markdown_table(header, rows)


def _share(found: Sequence[tuple[bool, bool]], column: int) -> str:
    return f"{sum(each[column] for each in found) / len(found):.1%}" if found else "-"


RULE = f"""
Answerable questions: {{sv}} Swedish, {{en}} English. A result is right if it is of a section that
answers the question. A chunk of the plain recipe is right if a single character of it is: chunks
span sections, so this rule favours it. Each search gives its first {FIRST} passages or chunks. A
question that names or is given one municipality is asked of that one only, except in the last row.
"""


def ablation(lines: Sequence[str], work: Path) -> str:
    """The table for the questions of an evaluation file, and how to read it."""
    home = work / "home"
    build_index(settings_in(home), [], silent)
    documents = list(SqliteCatalog(Generations(home).current().files.catalog).documents())
    analyser = Analyser(load_lexicon())
    reader = QuestionReader(NeedFinder(analyser), [each.municipality for each in documents])
    asked = read_questions(lines, reader, documents)
    ways = searches(work, home, documents, Glosser(analyser))
    results = {name: hits(search, asked) for name, search in ways.items()}
    counts = {
        language: sum(each.language == language for each in asked) for language in ("sv", "en")
    }
    return table(results) + RULE.format(**counts)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    lines = parser.parse_args().file.read_text("utf-8").splitlines()
    with tempfile.TemporaryDirectory() as work:
        sys.stdout.write(ablation(lines, Path(work)))


if __name__ == "__main__":
    main()
