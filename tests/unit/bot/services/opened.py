"""Indexes of documents, open, without a model: the vectors are the fake embedder's."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp

from bot.services.asking import Asking
from bot.services.index_in_use import IndexInUse, OpenIndex
from indexer.storing import indexed_passages
from knowledge.adapters.lexical import TantivyIndex, build_lexical, open_lexical
from knowledge.answerability import Judge
from knowledge.answering import Answerer
from knowledge.conversation import open_follow_ups
from knowledge.direct import DirectSpeaker
from knowledge.evidence import EvidenceFinder
from knowledge.kinds import Kinds
from knowledge.language.actors import load_actors
from knowledge.language.analysis import Analyser
from knowledge.language.gloss import Glosser
from knowledge.language.lexicon import load_lexicon
from knowledge.language.needs import NeedFinder
from knowledge.model import Document
from knowledge.questions import QuestionReader
from knowledge.retrieval import Retriever
from tests.fakes.embedder import FakeEmbedder
from tests.fakes.library import make_library
from tests.fakes.passage_store import FakePassageStore
from tests.unit.indexer.made import FIVE, shipped


@lru_cache(maxsize=1)
def _analyser() -> Analyser:
    return Analyser(load_lexicon())


@lru_cache(maxsize=1)
def five() -> Answerer:
    """Over the five shipped documents."""
    return make_answerer(Path(mkdtemp()), *map(shipped, FIVE))


def open_five(home: str | None = None, generation: str = "one") -> OpenIndex:
    return opened(five(), home, generation)


def opened(answerer: Answerer, home: str | None = None, generation: str = "one") -> OpenIndex:
    asking = Asking(answerer, home)
    return OpenIndex(generation, asking, open_follow_ups(asking.municipalities), asking.catalog)


def always(index: OpenIndex) -> IndexInUse:
    """An index in use that never changes."""
    return IndexInUse(lambda: index.generation, lambda: index)


def make_answerer(folder: Path, *documents: Document) -> Answerer:
    store, embedder, analyser = FakePassageStore(), FakeEmbedder(), _analyser()
    for document in documents:
        passages = indexed_passages(document)
        store.add(passages, embedder.embed_passages([each.text for each in passages]))
    lexical = _lexical(folder / "lexical", store, analyser)
    library = make_library(folder, *documents)
    glosser, actors = Glosser(analyser), load_actors()
    kinds = Kinds(actors, load_lexicon())
    return Answerer(
        QuestionReader(
            NeedFinder(analyser, lambda term: bool(lexical.frequency(term))), library.municipalities
        ),
        library,
        Retriever(store, lexical, embedder, glosser),
        EvidenceFinder(library, lexical, store.count(), analyser, kinds),
        Judge(lexical, kinds),
        DirectSpeaker(actors, glosser, kinds),
        strict=True,
    )


def _lexical(folder: Path, store: FakePassageStore, analyser: Analyser) -> TantivyIndex:
    rows = (
        (each, analyser.terms(each.heading), analyser.terms(each.text)) for each in store.passages()
    )
    build_lexical(folder, rows)
    return open_lexical(folder)
