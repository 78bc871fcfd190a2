"""BM25 in tantivy, over terms that were analysed before they come here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.errors import StoreUnavailable
from knowledge.ports import IndexedPassage

if TYPE_CHECKING:
    import tantivy

# A heading says in a few words what its passages are about; a term there counts twice.
HEADING_BOOST = 2.0

_WRITER_MEMORY = 64_000_000
_REMEMBERED_TERMS = 65_536

LexicalRow = tuple[IndexedPassage, Sequence[str], Sequence[str]]
"""A passage, the terms of its heading and the terms of its body."""


def build_lexical(directory: Path, rows: Iterable[LexicalRow]) -> int:
    """Write an index into ``directory``, which is made; gives the number of passages."""
    import tantivy

    directory.mkdir(parents=True)
    index = tantivy.Index(_schema(), path=str(directory))
    # One thread: passages of equal score then keep the order in which they were written.
    writer = index.writer(_WRITER_MEMORY, 1)
    count = 0
    for passage, heading, body in rows:
        writer.add_document(_row(passage, heading, body))
        count += 1
    writer.commit()
    writer.wait_merging_threads()
    return count


def open_lexical(directory: Path) -> TantivyIndex:
    """The index in ``directory``. Raises StoreUnavailable when there is none."""
    import tantivy

    try:
        return TantivyIndex(tantivy.Index.open(str(directory)))
    except (ValueError, OSError) as error:
        raise StoreUnavailable(
            f"{directory}: {error}", location=str(directory), reason=str(error)
        ) from error


def _schema() -> tantivy.Schema:
    import tantivy

    schema = tantivy.SchemaBuilder()
    schema.add_text_field("key", stored=True, tokenizer_name="raw", index_option="basic")
    schema.add_text_field("municipality", tokenizer_name="raw", index_option="basic")
    schema.add_text_field("heading", tokenizer_name="raw", index_option="freq")
    schema.add_text_field("body", tokenizer_name="raw", index_option="freq")
    schema.add_text_field("either", tokenizer_name="raw", index_option="basic")
    return schema.build()


def _row(passage: IndexedPassage, heading: Sequence[str], body: Sequence[str]) -> tantivy.Document:
    import tantivy

    row = tantivy.Document()
    row.add_text("key", passage.key)
    row.add_text("municipality", passage.municipality)
    for term in heading:
        row.add_text("heading", term)
    for term in body:
        row.add_text("body", term)
    for term in sorted({*heading, *body}):
        row.add_text("either", term)
    return row


class TantivyIndex:
    """``ports.LexicalIndex`` over a tantivy index that no longer changes."""

    def __init__(self, index: tantivy.Index) -> None:
        self._schema = index.schema
        self._searcher = index.searcher()
        self._counted = lru_cache(_REMEMBERED_TERMS)(self._count)

    def search(
        self, terms: Mapping[str, float], limit: int, municipality: str | None = None
    ) -> list[tuple[str, float]]:
        """At most ``limit`` (passage key, score), best first. Terms of no weight are left out."""
        weighted = {term: weight for term, weight in terms.items() if weight > 0}
        if not weighted or limit <= 0:
            return []
        query = self._within(self._any_of(weighted), municipality)
        hits = self._searcher.search(query, limit, count=False).hits
        return [(str(self._searcher.doc(place)["key"][0]), score) for score, place in hits]

    def frequency(self, term: str, municipality: str | None = None) -> int:
        """In how many passages the term stands, in heading or body."""
        if municipality is None:
            return self._searcher.doc_freq("either", term)
        return self._counted(term, municipality)

    def _count(self, term: str, municipality: str) -> int:
        query = self._within(self._any_of({term: 1.0}), municipality)
        hits = self._searcher.search(query, 1, count=True)
        return int(hits.count)  # type: ignore[attr-defined]  # its stub leaves it out

    def _any_of(self, terms: Mapping[str, float]) -> tantivy.Query:
        from tantivy import Occur, Query

        return Query.boolean_query(
            [
                (Occur.Should, Query.boost_query(self._term(field, term), boost * weight))
                for term, weight in terms.items()
                for field, boost in (("heading", HEADING_BOOST), ("body", 1.0))
            ]
        )

    def _within(self, query: tantivy.Query, municipality: str | None) -> tantivy.Query:
        from tantivy import Occur, Query

        if municipality is None:
            return query
        place = Query.term_query(self._schema, "municipality", municipality, "basic")
        return Query.boolean_query(
            [(Occur.Must, query), (Occur.Must, Query.const_score_query(place, 0.0))]
        )

    def _term(self, field: str, term: str) -> tantivy.Query:
        from tantivy import Query

        return Query.term_query(self._schema, field, term, "freq")
