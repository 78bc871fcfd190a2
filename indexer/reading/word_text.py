"""The words of Word paragraphs, as the document reads with every tracked change accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docx.oxml.ns import qn
from lxml.etree import _Element

from indexer.reading.word_styles import switched

SIGNS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
SKIPPED = frozenset(
    map(qn, ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:instrText", "w:delText", "w:pict"))
)
DRAWINGS = frozenset(map(qn, ("w:drawing", "w:object"))) | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
}
RUN, TEXT, BREAK = qn("w:r"), qn("w:t"), qn("w:br")
FIELD, INSTRUCTION = qn("w:fldChar"), qn("w:instrText")
CONTENTS_FIELD = re.compile(r"^\s*TOC\b", re.I)


def words(element: _Element) -> str:
    r"""The text within a paragraph; "\t" and "\n" as the author set tabs and line breaks."""
    return "".join(_pieces(element))


def _pieces(element: _Element) -> Iterator[str]:
    for child in element:
        if child.tag == TEXT:
            yield child.text or ""
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif child.tag == BREAK:
            yield "\n" if child.get(qn("w:type"), "textWrapping") == "textWrapping" else ""
        elif not _is_hidden(child):
            yield from _pieces(child)


def _is_hidden(element: _Element) -> bool:
    return (
        not isinstance(element.tag, str)
        or element.tag in SKIPPED
        or element.tag in DRAWINGS
        or (element.tag == RUN and bool(switched(element, "w:rPr/w:vanish")))
    )


def boxes(paragraph: _Element) -> list[_Element]:
    """The text boxes anchored in the paragraph, each once although stored for two Word versions."""
    found: list[_Element] = []
    for box in paragraph.iter(qn("w:txbxContent")):
        inside = any(ancestor.tag.endswith("}Fallback") for ancestor in box.iterancestors())
        if not inside:
            found.append(box)
    return found


def all_bold(paragraph: _Element, by_style: bool) -> bool:
    """Whether every word of the paragraph is bold."""
    runs = [run for run in paragraph.iter(RUN) if words(run).strip() and not _is_hidden(run)]
    own = [switched(run, "w:rPr/w:b") for run in runs]
    return bool(runs) and all(by_style if bold is None else bold for bold in own)


class ContentsField:
    """Follows Word's fields from paragraph to paragraph, to know the table of contents."""

    def __init__(self) -> None:
        self._open: list[bool] = []

    def covers(self, paragraph: _Element) -> bool:
        """Whether any of the paragraph stands in a table of contents."""
        covered = any(self._open)
        for element in paragraph.iter(FIELD, INSTRUCTION):
            if element.tag == INSTRUCTION:
                if self._open and CONTENTS_FIELD.match(element.text or ""):
                    self._open[-1] = True
            elif element.get(qn("w:fldCharType")) == "begin":
                self._open.append(False)
            elif element.get(qn("w:fldCharType")) == "end" and self._open:
                self._open.pop()
            covered = covered or any(self._open)
        return covered
