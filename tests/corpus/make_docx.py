"""Makes Word documents: the small policy, and whatever a test writes into one."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.styles.style import BaseStyle
from docx.text.paragraph import Paragraph

from tests.corpus.twin_towns import ROWS, SECTIONS, TITLE


def make_docx(path: Path) -> Path:
    """Writes the policy with Word's own styles."""
    document = docx.Document()
    document.add_paragraph(TITLE, style="Title")
    document.sections[0].header.paragraphs[0].text = "Sidhuvud"
    for heading, paragraphs, items in SECTIONS:
        document.add_paragraph(heading, style="Heading 2")
        for words in paragraphs:
            document.add_paragraph(words)
        for item in items:
            document.add_paragraph(item, style="List Bullet")
    add_table(document, ROWS)
    document.save(str(path))
    return path


def add_table(document: Document, rows: tuple[tuple[str, ...], ...]) -> None:
    """Adds a table with these cells."""
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = text


def add_body_xml(document: Document, xml: str) -> None:
    """Adds elements to the body as Word stores them; the prefix is w."""
    wrapped = parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>")
    for element in list(wrapped):
        document.element.body.insert(len(document.element.body) - 1, element)


def add_multilevel_list(
    document: Document, list_id: int, levels: tuple[tuple[str, str], ...]
) -> None:
    """Defines a list: (format, pattern) a level, such as ("decimal", "%1.%2")."""
    numbering = document.part.numbering_part.element
    inner = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        for depth, (form, pattern) in enumerate(levels)
    )
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{list_id}">{inner}</w:abstractNum>'
    number = (
        f'<w:num {nsdecls("w")} w:numId="{list_id}"><w:abstractNumId w:val="{list_id}"/></w:num>'
    )
    numbering.insert(0, parse_xml(abstract))
    numbering.append(parse_xml(number))


def number_paragraph(holder: Paragraph | BaseStyle, list_id: int, depth: int) -> None:
    """Puts a paragraph, or all of a style, in a list at a depth from 0."""
    levels = f'<w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/>'
    numbering = parse_xml(f"<w:numPr {nsdecls('w')}>{levels}</w:numPr>")
    holder._element.get_or_add_pPr().append(numbering)
