"""The kernel's retrieval in LangChain's form, for those who build chains of their own."""

from __future__ import annotations

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from knowledge.library import Library
from knowledge.questions import QuestionReader
from knowledge.retrieval import Hit, Retriever


class PolicyRetriever(BaseRetriever):
    """The passages nearest to a question, verbatim, best first.

    ``municipality`` limits the search unless the question names municipalities of its own. The
    metadata of each document are municipality, document, section, section_path, start, end,
    page and score; ``text[start:end]`` of the stored document is its ``page_content``.
    """

    reader: QuestionReader
    library: Library
    retriever: Retriever
    limit: int = 5
    municipality: str | None = None

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 - the signature is LangChain's
    ) -> list[Document]:
        """Raises ModelUnavailable and StoreUnavailable."""
        question = self.reader.read(query)
        vector = self.retriever.embed(question)
        places = question.municipalities or (self.municipality,)
        hits = [
            hit
            for place in places
            for hit in self.retriever.search(question, vector, self.limit, place)
        ]
        best = sorted(hits, key=lambda hit: -hit.fused)[: self.limit]
        return [self._document(hit) for hit in best]

    def _document(self, hit: Hit) -> Document:
        read = self.library.passage(hit.key)
        span = read.passage.span
        return Document(
            id=hit.key,
            page_content=read.text,
            metadata={
                "municipality": read.document.municipality,
                "document": read.document.title,
                "section": read.section.heading,
                "section_path": list(read.section.path),
                "start": span.start,
                "end": span.end,
                "page": read.passage.page or read.section.page,
                "score": hit.fused,
            },
        )
