"""Opening the published index for answering: the kernel's composition."""

from __future__ import annotations

from knowledge.adapters.chroma import open_chroma
from knowledge.adapters.lexical import open_lexical
from knowledge.adapters.sentence_transformer import open_embedder
from knowledge.answerability import Judge
from knowledge.answering import Answerer
from knowledge.catalog import SqliteCatalog
from knowledge.direct import DirectSpeaker
from knowledge.evidence import EvidenceFinder
from knowledge.generations import Generations
from knowledge.kinds import Kinds
from knowledge.language.actors import load_actors
from knowledge.language.analysis import Analyser
from knowledge.language.gloss import Glosser
from knowledge.language.lexicon import load_lexicon
from knowledge.language.needs import NeedFinder
from knowledge.library import Library
from knowledge.questions import QuestionReader
from knowledge.recipe import recipe_of
from knowledge.retrieval import Retriever
from knowledge.settings import KnowledgeSettings


def open_answerer(settings: KnowledgeSettings, *, strict: bool = False) -> Answerer:
    """An answerer over the published index.

    Raises IndexMissing, IndexMismatch, ModelUnavailable and StoreUnavailable.
    """
    embedder = open_embedder(settings.embedding_model, settings.embedding_device)
    generation = Generations(settings.policylots_home).current()
    generation.manifest.check(recipe_of(embedder))
    files = generation.files
    analyser = Analyser(load_lexicon())
    glosser, actors = Glosser(analyser), load_actors()
    kinds = Kinds(actors, load_lexicon())
    library = Library(SqliteCatalog(files.catalog), analyser)
    lexical = open_lexical(files.lexical)
    retriever = Retriever(open_chroma(files.store, files.collection), lexical, embedder, glosser)

    def is_written(term: str) -> bool:
        return bool(lexical.frequency(term))

    return Answerer(
        QuestionReader(NeedFinder(analyser, is_written), library.municipalities),
        library,
        retriever,
        EvidenceFinder(library, lexical, generation.manifest.passages, analyser, kinds),
        Judge(lexical, kinds),
        DirectSpeaker(actors, glosser, kinds),
        strict=strict,
    )
