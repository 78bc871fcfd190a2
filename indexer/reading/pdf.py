"""PDF files: words with their type from pdfplumber, laid out again as the author wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.table import Table
from pdfplumber.utils.exceptions import PdfminerException

from indexer.reading.block import SourceText
from indexer.reading.composing import clean, compose
from indexer.reading.furniture import EdgeLine, furniture
from indexer.reading.hyphens import join_lines
from indexer.reading.limits import MAX_PAGES, MAX_TEXT_CHARACTERS, check_streams, too_large
from indexer.reading.pdf_blocks import parts_of
from indexer.reading.pdf_layout import Grid, Line, Word, reading_order, rows_of
from knowledge.errors import UnreadableDocument

BOLD = re.compile(r"bold|black|heavy|demi", re.I)
MARGIN = 0.15
"""Share of the page's height, at top and bottom, where running headers and footers stand."""

SCANNED_LETTERS = 10
"""Letters a page below which a page of pictures counts as scanned."""


MAX_RULES = 2_000
"""Lines and boxes above which a page holds a drawing, not tables."""


@dataclass
class Sheet:
    """What stands on one page."""

    words: list[Word]
    grids: list[Grid]
    height: float
    pictured: bool


def read_pdf(data: bytes) -> SourceText:
    """Reads a PDF file.

    Raises unreadable-encrypted, -too-large, -no-text and -broken; pdfminer raises its own errors
    for a damaged file.
    """
    check_streams(data)
    try:
        sheets = list(_sheets(data))
    except PdfminerException as error:
        if error.args and isinstance(error.args[0], PDFPasswordIncorrect):
            raise UnreadableDocument("unreadable-encrypted") from error
        raise
    if not sheets:
        raise UnreadableDocument("unreadable-broken", cause="no pages")
    _check_letters(sheets)
    _drop_furniture(sheets)
    items: list[Line | Grid] = []
    for page, sheet in enumerate(sheets, start=1):
        items += reading_order(sheet.words, sheet.grids, page)
    return compose(parts_of(items))


def _sheets(data: bytes) -> Iterator[Sheet]:
    with pdfplumber.open(BytesIO(data)) as document:
        if len(document.pages) > MAX_PAGES:
            raise too_large(f"{len(document.pages)} pages", f"{MAX_PAGES} pages")
        characters = 0
        for page in document.pages:
            characters += len(page.chars)
            if characters > MAX_TEXT_CHARACTERS:
                raise too_large(f"over {MAX_TEXT_CHARACTERS}", f"{MAX_TEXT_CHARACTERS} characters")
            yield _sheet(page)
            page.close()


def _sheet(page: Page) -> Sheet:
    words = _words(page)
    ruled = 0 < len(page.lines) + len(page.rects) + len(page.curves) <= MAX_RULES
    grids: list[Grid] = []
    for table in page.find_tables() if ruled else ():
        grid = _grid(table, words, page.page_number)
        if grid:
            grids.append(grid)
            words = [word for word in words if not _inside(word, table.bbox)]
    return Sheet(words, grids, float(page.height), bool(page.images))


def _words(page: Page) -> list[Word]:
    """The page's upright words; text drawn twice for boldness counts once."""
    places = [(c["text"], round(c["x0"]), round(c["top"])) for c in page.chars if c["text"].strip()]
    once = page.dedupe_chars() if len(set(places)) < len(places) else page
    found = once.extract_words(
        x_tolerance_ratio=0.18, extra_attrs=["fontname", "size", "upright"], expand_ligatures=True
    )
    return [
        Word(
            text=clean(word["text"]) or word["text"],
            x0=word["x0"],
            x1=word["x1"],
            top=word["top"],
            bottom=word["bottom"],
            size=word["size"],
            bold=bool(BOLD.search(word["fontname"])),
        )
        for word in found
        if word["upright"]
    ]


def _grid(table: Table, words: Sequence[Word], page: int) -> Grid | None:
    """The table with its words, or None where the rules only frame or underline text."""
    rows = [tuple(_cell(words, bbox) if bbox else "" for bbox in row.cells) for row in table.rows]
    filled = {at for row in rows for at, cell in enumerate(row) if cell}
    if len(filled) < 2 or len(rows) < 2:
        return None
    return Grid(page, table.bbox[1], tuple(rows))


def _cell(words: Sequence[Word], bbox: tuple[float, float, float, float]) -> str:
    inside = [word for word in words if _inside(word, bbox)]
    return join_lines(" ".join(word.text for word in row) for row in rows_of(inside))


def _inside(word: Word, bbox: tuple[float, float, float, float]) -> bool:
    x0, top, x1, bottom = bbox
    return x0 <= (word.x0 + word.x1) / 2 <= x1 and top <= word.middle <= bottom


def _check_letters(sheets: Sequence[Sheet]) -> None:
    letters = sum(
        sum(map(str.isalpha, word.text)) for sheet in sheets for word in sheet.words
    ) + sum(
        len(cell) for sheet in sheets for grid in sheet.grids for row in grid.rows for cell in row
    )
    scanned = all(sheet.pictured for sheet in sheets) and letters < SCANNED_LETTERS * len(sheets)
    if not letters or scanned:
        raise UnreadableDocument("unreadable-no-text")


def _drop_furniture(sheets: Sequence[Sheet]) -> None:
    """Takes running headers, footers and page numbers off every page."""
    rows = [rows_of(sheet.words) for sheet in sheets]
    edges = [
        [row for row in page if _at_edge(row, sheet.height)]
        for page, sheet in zip(rows, sheets, strict=True)
    ]
    for page, index in furniture([[_edge_line(row) for row in page] for page in edges]):
        dropped = set(map(id, edges[page][index]))
        sheets[page].words = [word for word in sheets[page].words if id(word) not in dropped]


def _at_edge(row: Sequence[Word], height: float) -> bool:
    middle = row[0].middle
    return middle < MARGIN * height or middle > (1 - MARGIN) * height


def _edge_line(row: Sequence[Word]) -> EdgeLine:
    size = round(max(word.size for word in row))
    return EdgeLine(" ".join(word.text for word in row), size)
