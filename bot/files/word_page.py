"""An empty Word document as ours look: A4, styles, language, page numbers."""

from __future__ import annotations

from typing import cast

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from bot.files.safe_text import one_line
from bot.files.word_elements import (
    CELL_STYLE,
    HEADER_STYLE,
    NUMBER_HEADER_STYLE,
    NUMBER_STYLE,
    add_field,
)
from bot.files.wording import around
from bot.services.reports.report import Report

TEXT_WIDTH = Cm(16)
"""What A4 leaves between the margins."""

ACCOUNT_STYLE, SOURCE_STYLE, PICTURE_STYLE = "Account", "Source", "Picture"

_FONT = "Calibri"
_INK, _GREY, _HEADING_COLOUR = RGBColor(0x1A, 0x1A, 0x1A), "4D4D4D", RGBColor(0x1F, 0x3A, 0x5F)
_TAGS = {"sv": "sv-SE", "en": "en-GB"}
_LONGEST_PROPERTY = 255
_NOW = "15"
"""The compatibility mode of Word since 2013, in which it does not call a document old
(https://learn.microsoft.com/openspecs/office_standards/ms-docx/90138c4d-eb18-4edc-aa6c-dfb799cb1d0d).
"""


def empty_document(report: Report) -> Document:
    """A document without text, described as the report's."""
    document = docx.Document()
    _set_page(document)
    _set_styles(document)
    _set_language(document, report.language)
    _describe(document, report)
    _number_pages(document, report.language)
    return document


def contents_style(level: int) -> str:
    """The style that Word itself uses for a level of the contents."""
    return f"toc {level}"


def _set_page(document: Document) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.5)
    page.top_margin = page.bottom_margin = Cm(2.3)


def _set_styles(document: Document) -> None:
    _style(document, "Normal", 11, after=6, colour=_INK)
    _style(document, "Title", 22, after=4, colour=_HEADING_COLOUR, bold=True)
    _style(document, "Subtitle", 13, after=12, colour=_INK)
    _style(document, "Heading 1", 17, before=22, after=6, colour=_HEADING_COLOUR, bold=True)
    _style(document, "Heading 2", 13, before=14, after=4, colour=_HEADING_COLOUR, bold=True)
    caption = _style(document, "Caption", 10, before=12, after=4, colour=_INK, bold=True)
    caption.paragraph_format.keep_with_next = True
    quote = _style(document, "Quote", 11, after=6, colour=_INK, italic=True)
    quote.paragraph_format.left_indent = quote.paragraph_format.right_indent = Cm(0.8)
    quote.paragraph_format.keep_with_next = True
    account = _new_style(document, ACCOUNT_STYLE, 11, before=8, after=2, bold=True)
    account.paragraph_format.keep_with_next = True
    source = _new_style(document, SOURCE_STYLE, 11, after=4)
    source.paragraph_format.left_indent = Cm(1)
    source.paragraph_format.first_line_indent = Cm(-1)
    source.paragraph_format.tab_stops.add_tab_stop(Cm(1))
    for level, indent in ((1, 0.0), (2, 0.6)):
        contents = _new_style(document, contents_style(level), 11, after=2)
        contents.paragraph_format.left_indent = Cm(indent)
    picture = _new_style(document, PICTURE_STYLE, 11, before=12, after=6)
    picture.paragraph_format.line_spacing = 1
    _set_table_styles(document)


def _set_table_styles(document: Document) -> None:
    for name in (CELL_STYLE, NUMBER_STYLE, HEADER_STYLE, NUMBER_HEADER_STYLE):
        is_header = name in (HEADER_STYLE, NUMBER_HEADER_STYLE)
        style = _new_style(document, name, 9.5, before=2, after=2, bold=is_header)
        style.paragraph_format.line_spacing = 1
        style.paragraph_format.keep_with_next = is_header
        if name in (NUMBER_STYLE, NUMBER_HEADER_STYLE):
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _new_style(
    document: Document,
    name: str,
    size: float,
    *,
    before: float = 0,
    after: float = 0,
    bold: bool = False,
) -> ParagraphStyle:
    made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.startswith("toc"))
    made.base_style = document.styles["Normal"]
    return _style(document, name, size, before=before, after=after, bold=bold, colour=_INK)


def _style(
    document: Document,
    name: str,
    size: float,
    *,
    colour: RGBColor,
    before: float = 0,
    after: float = 0,
    bold: bool = False,
    italic: bool = False,
) -> ParagraphStyle:
    style = cast(ParagraphStyle, document.styles[name])
    font, spacing = style.font, style.paragraph_format
    font.name, font.size, font.bold, font.italic = _FONT, Pt(size), bold, italic
    font.color.rgb = colour
    spacing.space_before, spacing.space_after = Pt(before), Pt(after)
    spacing.line_spacing = 1.15
    _forget_theme(style)
    return style


def _forget_theme(style: ParagraphStyle) -> None:
    """Fonts, rules and spread letters of the template, which would come before our own."""
    fonts = style.element.rPr.rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for spacing in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spacing)
    for border in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(border)


def _set_language(document: Document, language: str) -> None:
    tag = _TAGS[language]
    for element in (document.styles.element, document.settings.element):
        for name in ("w:lang", "w:themeFontLang"):
            for each in element.iter(qn(name)):
                each.set(qn("w:val"), tag)
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _NOW)


def _describe(document: Document, report: Report) -> None:
    properties = document.core_properties
    properties.title = one_line(report.title, _LONGEST_PROPERTY)
    properties.subject = one_line(report.period_name, _LONGEST_PROPERTY)
    properties.author = properties.last_modified_by = "Policylotsen"
    properties.language = _TAGS[report.language]
    properties.comments = ""
    properties.created = properties.modified = report.made_at


def _number_pages(document: Document, language: str) -> None:
    """Page of pages in the footer, by Word's own fields."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    before, between, after = around("file-page", language, "page", "pages")
    paragraph.add_run(before)
    add_field(paragraph, "PAGE")
    paragraph.add_run(between)
    add_field(paragraph, "NUMPAGES")
    paragraph.add_run(after)
