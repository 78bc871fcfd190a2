"""Parts of a Word document that python-docx has no words for: tables made at once, fields, links.

The elements are those of Office Open XML
(https://ecma-international.org/publications-and-standards/standards/ecma-376/, part 1, 17).
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from bot.files.safe_text import one_line
from knowledge.model import Value

CELL_STYLE, NUMBER_STYLE = "Table Text", "Table Number"
HEADER_STYLE, NUMBER_HEADER_STYLE = "Table Heading", "Table Number Heading"
_LONGEST_ALT_TEXT = 2_000
_ROWS_OF_A_SMALL_TABLE = 15
_RULE = 'w:val="single" w:sz="4" w:space="0" w:color="8C8C8C"'


class TableRow(Value):
    """A row of cells; an ``important`` one is a total. A single cell is a heading across the table,
    which stays with the row below it.
    """

    cells: tuple[str, ...]
    important: bool = False


class Grid(Value):
    """A table: its header, which is repeated on each page, and its rows. ``numbers`` tells the
    columns whose cells stand to the right, ``widths`` their shares of the page's width.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[TableRow, ...]
    widths: tuple[float, ...]
    numbers: frozenset[int] = frozenset()


def add_table(document: Document, grid: Grid, width: int) -> None:
    """Put a table at the end of the document, ``width`` twentieths of a point wide.

    It is written as text and read at once: python-docx takes minutes for thousands of rows.
    """
    widths = [round(width * share / sum(grid.widths)) for share in grid.widths]
    columns = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    title = quoteattr(one_line(grid.title, _LONGEST_ALT_TEXT))
    rows = [_row(TableRow(cells=grid.header), grid, widths, is_header=True)]
    rows += [
        _row(each, grid, widths, is_header=False, with_next=_stays_with_next(at, len(grid.rows)))
        for at, each in enumerate(grid.rows, 1)
    ]
    xml = (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f"<w:tblBorders><w:top {_RULE}/><w:bottom {_RULE}/><w:insideH {_RULE}/></w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/>'
        f"</w:tblCellMar>"
        f'<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val={title}/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
    body = document.element.body
    # The last element holds the page's properties, and stays last.
    body.insert(len(body) - 1, parse_xml(xml))


def _stays_with_next(number: int, count: int) -> bool:
    """Whether a row is on the same page as the next one: all of a small table are, and the last two
    of any, so that no total stands alone.
    """
    return number < count and (count <= _ROWS_OF_A_SMALL_TABLE or number == count - 1)


def _row(
    row: TableRow, grid: Grid, widths: Sequence[int], *, is_header: bool, with_next: bool = False
) -> str:
    """A row that no page break divides; the header is told to be one."""
    header = "<w:tblHeader/>" if is_header else ""
    if len(row.cells) == 1 < len(widths):
        cells = _cell(row.cells[0], HEADER_STYLE, sum(widths), columns=len(widths))
    else:
        cells = "".join(
            _cell(text, _style(column, grid, is_header), widths[column], bold=row.important)
            for column, text in enumerate(row.cells)
        )
    if with_next:
        cells = cells.replace("</w:pPr>", "<w:keepNext/></w:pPr>")
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>"


def _style(column: int, grid: Grid, is_header: bool) -> str:
    if column in grid.numbers:
        return NUMBER_HEADER_STYLE if is_header else NUMBER_STYLE
    return HEADER_STYLE if is_header else CELL_STYLE


def _cell(text: str, style: str, width: int, *, columns: int = 1, bold: bool = False) -> str:
    """A cell across so many columns."""
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    properties = "<w:rPr><w:b/></w:rPr>" if bold else ""
    words = escape(one_line(text))
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{_style_id(style)}"/></w:pPr>'
        f'<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r></w:p></w:tc>'
    )


def set_style(paragraph: Paragraph, name: str) -> None:
    """Give a paragraph a style of the document; python-docx would go through all of them."""
    paragraph._p.style = _style_id(name)


def _style_id(name: str) -> str:
    """As Word and python-docx make it out of a style's name."""
    return name.replace(" ", "")


def paragraph_after(paragraph: Paragraph) -> Paragraph:
    """A new, empty paragraph behind another."""
    added = OxmlElement("w:p")
    paragraph._p.addnext(added)
    return Paragraph(added, paragraph._parent)


def begin_field(paragraph: Paragraph, instruction: str) -> None:
    """Begin a field at the end of a paragraph. What is put behind it until ``end_field``, which
    may be in a later paragraph, is shown until somebody has it computed.
    """
    _add_mark(paragraph, "begin")
    words = OxmlElement("w:instrText")
    words.set(qn("xml:space"), "preserve")
    words.text = instruction
    paragraph.add_run()._r.append(words)
    _add_mark(paragraph, "separate")


def end_field(paragraph: Paragraph) -> None:
    """End the field that was begun last."""
    _add_mark(paragraph, "end")


def add_field(paragraph: Paragraph, instruction: str) -> None:
    """Put a field that programs always compute, such as that of a page's number."""
    begin_field(paragraph, instruction)
    end_field(paragraph)


def _add_mark(paragraph: Paragraph, kind: str) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(mark)


def add_bookmark(paragraph: Paragraph, name: str, identity: int) -> None:
    """Make the paragraph a place that links lead to. Names are unique and begin with a letter."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:name"), name)
    for mark in (start, end):
        mark.set(qn("w:id"), str(identity))
    properties = paragraph._p.pPr
    paragraph._p.insert(0 if properties is None else 1, start)
    paragraph._p.append(end)


def add_link(paragraph: Paragraph, text: str, bookmark: str) -> None:
    """Put a link to a place of the document at the end of a paragraph."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), bookmark)
    link.set(qn("w:history"), "1")
    link.append(paragraph.add_run(one_line(text))._r)
    paragraph._p.append(link)


def describe_picture(paragraph: Paragraph, title: str, alt_text: str) -> None:
    """Tell those who do not see the paragraph's picture what it shows."""
    for properties in paragraph._p.iter(qn("wp:docPr")):
        properties.set("title", one_line(title, _LONGEST_ALT_TEXT))
        properties.set("descr", one_line(alt_text, _LONGEST_ALT_TEXT))
