"""The recipe of most tutorials: chunks of 1,000 characters, one vector each, the nearest three."""

from __future__ import annotations

from collections.abc import Sequence

from langchain_core.embeddings import Embeddings

from knowledge.model import Document
from knowledge.ports import Embedder

CHUNK, OVERLAP = 1000, 200


class _AsLangChain(Embeddings):
    """The same model in LangChain's form; texts go in as they are."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [[float(number) for number in row] for row in self._embedder.embed_passages(texts)]

    def embed_query(self, text: str) -> list[float]:
        return [float(number) for number in self._embedder.embed_question(text)]


class PlainRecipe:
    """Recursive splitting of the whole documents, and Chroma in memory."""

    def __init__(self, documents: Sequence[Document], embedder: Embedder) -> None:
        from langchain_chroma import Chroma
        from langchain_text_splitters import RecursiveCharacterTextSplitter

        splitter = RecursiveCharacterTextSplitter(
            chunk_size=CHUNK, chunk_overlap=OVERLAP, add_start_index=True
        )
        chunks = splitter.create_documents(
            [document.text for document in documents],
            [
                {"document": document.id, "municipality": document.municipality}
                for document in documents
            ],
        )
        self._documents = {document.id: document for document in documents}
        self._chunks = Chroma.from_documents(chunks, _AsLangChain(embedder))

    def search(
        self, question: str, limit: int, municipality: str | None = None
    ) -> list[frozenset[tuple[str, int]]]:
        """The nearest chunks, each by the (document, section) that it has a part of."""
        within = {"municipality": municipality} if municipality else None
        found = self._chunks.similarity_search(question, k=limit, filter=within)
        return [
            self._sections(
                chunk.metadata["document"], chunk.metadata["start_index"], len(chunk.page_content)
            )
            for chunk in found
        ]

    def _sections(self, identity: str, start: int, length: int) -> frozenset[tuple[str, int]]:
        return frozenset(
            (identity, section.ordinal)
            for section in self._documents[identity].sections
            if section.span.start < start + length and start < section.span.end
        )
