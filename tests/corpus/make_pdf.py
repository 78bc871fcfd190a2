"""Makes PDF files: the small policy, and pages drawn line by line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    ListFlowable,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Table,
)

from tests.corpus.twin_towns import ROWS, SECTIONS, TITLE

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=14, spaceAfter=8)
JUSTIFIED = ParagraphStyle("justified", BODY, alignment=TA_JUSTIFY)
HEADING = ParagraphStyle("heading", BODY, fontName="Helvetica-Bold", fontSize=14, spaceBefore=10)
MAIN = ParagraphStyle("main", BODY, fontName="Helvetica-Bold", fontSize=22, leading=28)

RULED = [("GRID", (0, 0), (-1, -1), 0.5, "black")]


def make_pdf(path: Path) -> Path:
    """Writes the policy with headings, bullets and a ruled table."""
    story: list[Flowable] = [Paragraph(TITLE, MAIN)]
    for heading, paragraphs, items in SECTIONS:
        story.append(Paragraph(heading, HEADING))
        story += [Paragraph(words, BODY) for words in paragraphs]
        if items:
            story.append(
                ListFlowable([Paragraph(item, BODY) for item in items], bulletType="bullet")
            )
    story.append(Table([list(row) for row in ROWS], style=RULED))
    SimpleDocTemplate(str(path), pagesize=A4).build(story)
    return path


def make_long_table(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    """Writes a ruled table that repeats its header row on every page."""
    story = [Table([list(row) for row in rows], style=RULED, repeatRows=1)]
    SimpleDocTemplate(str(path), pagesize=A4).build(story)
    return path


def make_columns(path: Path, title: str, paragraphs: Sequence[str], header: str) -> Path:
    """Writes two columns of prose under a title across both, with a running header and footer."""
    height = A4[1]
    page = PageTemplate(
        "columns",
        [
            Frame(60, 60, 220, height - 200, leftPadding=0, rightPadding=0),
            Frame(315, 60, 220, height - 200, leftPadding=0, rightPadding=0),
        ],
        onPage=lambda canvas, document: _frame(canvas, document.page, title, header),
    )
    document = BaseDocTemplate(str(path), pagesize=A4, pageTemplates=[page])
    document.build([Paragraph(words, JUSTIFIED) for words in paragraphs])
    return path


def _frame(canvas: Canvas, page: int, title: str, header: str) -> None:
    canvas.setFont("Helvetica", 9)
    canvas.drawString(60, A4[1] - 40, header)
    canvas.drawString(280, 30, f"{page} (9)")
    if page == 1:
        canvas.setFont("Helvetica-Bold", 20)
        canvas.drawString(60, A4[1] - 110, title)


def draw_pages(path: Path, pages: Sequence[Sequence[tuple[float, float, float, str]]]) -> Path:
    """Writes (x, y from the top, type size, text) where they should stand; one list a page."""
    canvas = Canvas(str(path), pagesize=A4)
    for lines in pages:
        for x, y, size, text in lines:
            canvas.setFont("Helvetica", size)
            canvas.drawString(x, A4[1] - y, text)
        canvas.showPage()
    canvas.save()
    return path


def make_scanned(path: Path, picture: Path) -> Path:
    """Writes a page that holds nothing but a picture."""
    canvas = Canvas(str(path), pagesize=A4)
    canvas.drawImage(str(picture), 0, 0, *A4)
    canvas.showPage()
    canvas.save()
    return path


def encrypt(path: Path, source: Path) -> Path:
    """Writes ``source`` so that nobody can open it without a password."""
    writer = PdfWriter(clone_from=PdfReader(source))
    writer.encrypt("hemligt", algorithm="RC4-128")
    with path.open("wb") as file:
        writer.write(file)
    return path
