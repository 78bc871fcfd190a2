from __future__ import annotations

import pytest

from knowledge.adapters.langchain_retriever import PolicyRetriever
from knowledge.adapters.lexical import build_lexical, open_lexical
from knowledge.catalog import SqliteCatalog, write_catalog
from knowledge.language.analysis import Analyser
from knowledge.language.gloss import Glosser
from knowledge.language.lexicon import load_lexicon
from knowledge.language.needs import NeedFinder
from knowledge.library import Library
from knowledge.model import Document
from knowledge.ports import IndexedPassage
from knowledge.questions import QuestionReader
from knowledge.retrieval import Retriever
from tests.fakes.documents import make_document, make_passage
from tests.fakes.embedder import FakeEmbedder
from tests.fakes.passage_store import FakePassageStore

DOCUMENTS = (
    make_document(
        "skovde",
        "Skövde",
        paragraphs=("Kommunfullmäktige beslutar om vänorter.", "Resor ska vara klimatsmarta."),
    ),
    make_document("skara", "Skara", paragraphs=("Rektorer ansvarar för elevutbyten.",)),
)


def indexed(document: Document) -> list[IndexedPassage]:
    return [
        make_passage(
            passage.key, passage.span.of(document.text), document.id, document.municipality
        )
        for passage in document.passages
    ]


@pytest.fixture(scope="module")
def retriever(tmp_path_factory: pytest.TempPathFactory) -> PolicyRetriever:
    folder = tmp_path_factory.mktemp("index")
    analyser, embedder, store = Analyser(load_lexicon()), FakeEmbedder(), FakePassageStore()
    passages = [passage for document in DOCUMENTS for passage in indexed(document)]
    store.add(passages, embedder.embed_passages([passage.text for passage in passages]))
    rows = ((p, analyser.terms(p.heading), analyser.terms(p.text)) for p in passages)
    build_lexical(folder / "lexical", rows)
    write_catalog(folder / "catalog", DOCUMENTS)
    library = Library(SqliteCatalog(folder / "catalog"), analyser)
    return PolicyRetriever(
        reader=QuestionReader(NeedFinder(analyser), library.municipalities),
        library=library,
        retriever=Retriever(store, open_lexical(folder / "lexical"), embedder, Glosser(analyser)),
        limit=2,
    )


def test_the_nearest_passage_comes_first_verbatim_with_its_place(
    retriever: PolicyRetriever,
) -> None:
    best, second = retriever.invoke("Vem beslutar om vänorter?")
    assert best.page_content == "Kommunfullmäktige beslutar om vänorter."
    place = best.metadata
    assert DOCUMENTS[0].text[place["start"] : place["end"]] == best.page_content
    assert place["municipality"] == "Skövde"
    assert place["document"] == "Policy för internationellt arbete"
    assert (place["section"], place["section_path"]) == ("Syfte", ["1 Syfte"])
    assert place["page"] is None
    assert place["score"] >= second.metadata["score"]


def test_a_municipality_in_the_question_goes_before_the_one_set(
    retriever: PolicyRetriever,
) -> None:
    in_skara = retriever.model_copy(update={"municipality": "Skara"})
    own = in_skara.invoke("Vem beslutar om vänorter i Skövde?")
    assert {found.metadata["municipality"] for found in own} == {"Skövde"}
    found = in_skara.invoke("Vem beslutar om vänorter?")
    assert [each.metadata["municipality"] for each in found] == ["Skara"]
