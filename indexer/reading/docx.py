"""Word documents: paragraphs and tables in body order, with the numbers that Word counts."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml.etree import _Element

from indexer.reading.block import BlockKind, SourceText
from indexer.reading.composing import (
    SHORT,
    Part,
    clean,
    compose,
    is_unmarked_heading,
    one_line,
    paragraph,
    row,
)
from indexer.reading.limits import check_archive
from indexer.reading.marks import (
    SECTION_NUMBER,
    contents_lines,
    is_label,
    is_list_item,
    is_row,
    plain_bullet,
)
from indexer.reading.word_numbering import Lists
from indexer.reading.word_styles import CONTENTS, LIST, TITLE, Style, Styles, heading_level
from indexer.reading.word_text import ContentsField, all_bold, boxes, words

PARAGRAPH, TABLE, ROW, CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
WRAPPERS = frozenset(
    map(qn, ("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag"))
)


def read_docx(data: bytes) -> SourceText:
    """Reads a Word document.

    Raises unreadable-too-large, -encrypted, -format, -broken and -empty; python-docx and
    zipfile raise their own errors for a damaged file.
    """
    check_archive(data)
    document = docx.Document(BytesIO(data))
    walk = _Walk(document)
    stated = one_line(document.core_properties.title or "")
    return compose(list(walk.parts(document.element.body)), stated or None)


def _children(element: _Element, *wanted: str) -> Iterator[_Element]:
    """Children with a wanted tag, also those inside content controls and accepted changes."""
    for child in element:
        if child.tag in wanted:
            yield child
        elif child.tag in WRAPPERS:
            yield from _children(child, *wanted)


class _Walk:
    """Goes through a body once, counting lists and fields on the way."""

    def __init__(self, document: Document) -> None:
        self._styles = Styles(document.styles.element)
        self._lists = Lists(_numbering(document))
        self._field = ContentsField()
        self._has_headings = any(
            heading_level(p, self._styles.chain(p)) and words(p).strip()
            for p in document.element.body.iter(PARAGRAPH)
        )

    def parts(self, body: _Element) -> Iterator[Part]:
        for child in _children(body, PARAGRAPH, TABLE):
            if child.tag == TABLE:
                yield from self._table(child)
            else:
                yield from self._paragraph(child)
                for box in boxes(child):
                    yield from self.parts(box)

    def _paragraph(self, element: _Element) -> list[Part]:
        chain = self._styles.chain(element)
        in_contents = self._field.covers(element)
        text = clean(words(element))
        if not text:
            self._count_empty(element, chain)
            return []
        name = chain[0].name if chain else ""
        entry = CONTENTS.match(name)
        if entry or (in_contents and is_row(text)):
            return [Part(BlockKind.CONTENTS, text, int(entry["level"]) if entry else 1)]
        if TITLE.match(name):
            return [Part(BlockKind.TITLE, one_line(text))]
        return self._numbered(element, chain, text)

    def _count_empty(self, element: _Element, chain: list[Style]) -> None:
        """Word counts a numbered paragraph without words too, unless it was deleted."""
        if element.find("/".join(map(qn, ("w:pPr", "w:rPr", "w:del")))) is None:
            self._lists.mark(element, chain)

    def _numbered(self, element: _Element, chain: list[Style], text: str) -> list[Part]:
        level = heading_level(element, chain)
        mark = self._lists.mark(element, chain)
        if level:
            number = f"{mark.text} " if mark and not mark.is_bullet else ""
            return [Part(BlockKind.HEADING, number + one_line(text), level)]
        if mark:
            item = f"{mark.text} {one_line(text)}"
            return [Part(BlockKind.LIST_ITEM, plain_bullet(item), mark.depth + 1)]
        if chain and LIST.match(chain[0].name) and not is_list_item(text):
            return [Part(BlockKind.LIST_ITEM, f"- {one_line(text)}", 1)]
        return self._plain(element, chain, text)

    def _plain(self, element: _Element, chain: list[Style], text: str) -> list[Part]:
        by_style = next((style.bold for style in chain if style.bold is not None), False)
        if not self._has_headings and _is_bold_heading(text) and all_bold(element, by_style):
            return [Part(BlockKind.HEADING, one_line(text))]
        if is_row(text) and "\n" not in text:
            return [_tabbed(text)]
        return paragraph(text)

    def _table(self, table: _Element) -> Iterator[Part]:
        """A part a row; a table of one column only frames its text."""
        rows = [
            tr for tr in _children(table, ROW) if tr.find(f"{qn('w:trPr')}/{qn('w:del')}") is None
        ]
        cells = [list(_children(tr, CELL)) for tr in rows]
        if max(map(len, cells), default=0) < 2:
            for tcs in cells:
                for tc in tcs:
                    yield from self.parts(tc)
            return
        for at, tcs in enumerate(cells):
            text = row(self._cell(tc) for tc in tcs)
            yield Part(BlockKind.TABLE_ROW, text, tight=at > 0)

    def _cell(self, cell: _Element) -> str:
        """The cell's paragraphs in one line; empty where the cell above reaches down to it."""
        merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        if merged is not None and merged.get(qn("w:val"), "continue") == "continue":
            return ""
        return " ".join(part.text for part in self.parts(cell))


def _numbering(document: Document) -> _Element | None:
    """The definitions of lists, if the document has any."""
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            element: _Element = relation.target_part.element
            return element
    return None


def _is_bold_heading(text: str) -> bool:
    return (
        len(text) <= SHORT
        and "\t" not in text
        and not is_label(text)
        and not is_list_item(text)
        and is_unmarked_heading(text)
    )


def _tabbed(text: str) -> Part:
    """A paragraph with a tab: a typed item, a contents line, a numbered heading, label or row."""
    if is_list_item(text):
        return Part(BlockKind.LIST_ITEM, plain_bullet(one_line(text)), 1)
    if contents_lines([text])[0]:
        return Part(BlockKind.CONTENTS, text, 1)
    number = SECTION_NUMBER.match(text)
    if is_label(text) or (number and not is_row(text[number.end() :])):
        return Part(BlockKind.LINE, one_line(text))
    return Part(BlockKind.TABLE_ROW, row(text.split("\t")))
