"""A report as a Word document: what people put before their committee."""

from __future__ import annotations

from io import BytesIO
from itertools import count
from typing import NamedTuple

from docx.document import Document
from docx.shared import Cm, Emu
from docx.text.paragraph import Paragraph

from bot.files.appendix import activities_grid, figures_grid
from bot.files.charts import chart_png
from bot.files.figures import lines_figures, table_lines
from bot.files.safe_text import clean, one_line
from bot.files.word_elements import (
    Grid,
    TableRow,
    add_bookmark,
    add_link,
    add_table,
    begin_field,
    describe_picture,
    end_field,
    paragraph_after,
    set_style,
)
from bot.files.word_page import (
    ACCOUNT_STYLE,
    PICTURE_STYLE,
    SOURCE_STYLE,
    TEXT_WIDTH,
    contents_style,
    empty_document,
)
from bot.files.wording import (
    before_key,
    before_words,
    change_words,
    compared_words,
    coverage_words,
    figure_words,
    made_line,
    period_line,
    silent_lines,
    told,
)
from bot.services.reports.report import Account, Chart, Line, Part, Report, Table
from knowledge.model import Citation
from knowledge.texts.catalogue import say
from knowledge.wording import citation_line, quoted

_HIGHEST_PICTURE = Cm(20)
_CONTENTS = r'TOC \o "1-2" \h \z \u'
_TWIPS = 635
"""English Metric Units in a twentieth of a point."""
_WIDTH, _NUMBERS_WIDTH, _WIDEST_NUMBER = 16, 12.4, 3.4
"""Centimetres of a table, of all its numbers and of one column: amounts of millions have room, and
"finansieringsandel" in the heading of each of four.
"""
_MOST_COLUMNS = 4


class _Heading(NamedTuple):
    text: str
    level: int
    bookmark: str


def write_docx(report: Report) -> bytes:
    """The document: figures, parts under the sentences that demand them, numbered sources, and
    the activities behind each figure.
    """
    return _Writer(report).write()


class _Writer:
    """Writes one report from its title to its appendix."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._language = report.language
        self._document: Document = empty_document(report)
        self._headings: list[_Heading] = []
        self._identities = count(1)

    def write(self) -> bytes:
        contents = self._opening()
        heading = self._say("main-figures")
        self._heading(heading)
        self._lines(heading, self._report.figures)
        for part in self._report.parts:
            self._part(part)
        self._sources()
        self._appendix()
        self._fill_contents(contents)
        file = BytesIO()
        self._document.save(file)
        return file.getvalue()

    def _opening(self) -> Paragraph:
        """Title, period and notes; the place of the contents comes back."""
        report = self._report
        self._paragraph(report.title, "Title")
        self._paragraph(period_line(report), "Subtitle")
        self._paragraph(made_line(report))
        for note in report.notes:
            self._paragraph(note)
        self._paragraph(self._say("contents"), "TOC Heading")
        return self._document.add_paragraph()

    def _fill_contents(self, place: Paragraph) -> None:
        """The contents as links: there before Word is asked to put page numbers to them."""
        begin_field(place, _CONTENTS)
        entry = place
        for number, heading in enumerate(self._headings):
            if number:
                entry = paragraph_after(entry)
            set_style(entry, contents_style(heading.level))
            add_link(entry, heading.text, heading.bookmark)
        end_field(entry)

    def _part(self, part: Part) -> None:
        self._heading(part.heading)
        quotes = {each.number: each.citation for each in self._report.sources}
        for number in part.sources:
            self._quote(quotes[number], number)
        for text in part.text:
            self._paragraph(text)
        if part.figures:
            self._lines(part.heading, part.figures)
        for table in part.tables:
            self._table(table)
        for chart in part.charts:
            self._chart(chart)
        self._accounts(part.accounts)
        for line in silent_lines(part, self._language):
            self._paragraph(line)

    def _quote(self, citation: Citation, number: int) -> None:
        """A sentence with a link to its source, and under it where it stands."""
        paragraph = self._paragraph(f"{quoted(citation)} ", "Quote")
        add_link(paragraph, f"[{number}]", _source_mark(number))
        place = paragraph.add_run(f"\n{one_line(citation_line(citation, self._language))}")
        place.italic = False

    def _lines(self, part: str, lines: tuple[Line, ...]) -> None:
        """Figures below each other, each with the year before and what has changed."""
        language = self._language
        keys = ("figure", before_key("before", self._report), "change", "coverage")
        figure, before, change, coverage = (self._say(f"column-{key}") for key in keys)
        rows = (
            TableRow(
                cells=(
                    placed.row,
                    figure_words(placed.figure, language),
                    before_words(placed.figure, language),
                    change_words(placed.figure, language),
                    coverage_words(placed.figure, language),
                )
            )
            for placed in lines_figures(part, lines, language)
        )
        self._add(
            Grid(
                title=told("file-figures-table", language, heading=part),
                header=(figure, self._report.period_name, before, change, coverage),
                rows=tuple(rows),
                widths=(4.9, 2.8, 2.8, 3, 2.5),
                numbers=frozenset({1, 2, 3, 4}),
            )
        )

    def _table(self, table: Table) -> None:
        """In one piece, or in several with the same lines where it has many columns."""
        pieces = -(-len(table.columns) // _MOST_COLUMNS)
        width = -(-len(table.columns) // max(pieces, 1))
        for number in range(pieces):
            title = table.title
            if pieces > 1:
                parts = {"number": number + 1, "count": pieces}
                title = told("file-divided", self._language, title=title, **parts)
            self._columns_of(table, slice(number * width, (number + 1) * width), title)

    def _columns_of(self, table: Table, chosen: slice, title: str) -> None:
        """Some columns of a table."""
        figures = [(line, line.figures[chosen]) for line in table_lines(table)]
        caption = title
        if any(each.before is not None for _, shown in figures for each in shown):
            key = before_key("file-before-in-brackets", self._report)
            caption = told(key, self._language, title=title)
        self._paragraph(caption, "Caption")
        rows = (
            TableRow(
                cells=(line.label, *(compared_words(each, self._language) for each in shown)),
                important=line is table.total,
            )
            for line, shown in figures
        )
        columns = table.columns[chosen]
        width = len(columns)
        widths = [min(_NUMBERS_WIDTH / width, _WIDEST_NUMBER)] * width
        self._add(
            Grid(
                title=title,
                header=(table.first_column, *columns),
                rows=tuple(rows),
                widths=(_WIDTH - sum(widths), *widths),
                numbers=frozenset(range(1, width + 1)),
            )
        )

    def _chart(self, chart: Chart) -> None:
        paragraph = self._paragraph("", PICTURE_STYLE)
        picture = paragraph.add_run().add_picture(
            BytesIO(chart_png(chart, self._language)), width=TEXT_WIDTH
        )
        if picture.height > _HIGHEST_PICTURE:
            picture.width = Emu(picture.width * _HIGHEST_PICTURE // picture.height)
            picture.height = _HIGHEST_PICTURE
        describe_picture(paragraph, chart.title, chart.alt_text)

    def _accounts(self, accounts: tuple[Account, ...]) -> None:
        for each in accounts:
            self._paragraph(each.title, ACCOUNT_STYLE)
            unit = told("file-account-line", self._language, unit=each.unit, id=each.activity)
            self._paragraph(f"{each.text.strip()} ({unit})")

    def _sources(self) -> None:
        if not self._report.sources:
            return
        self._heading(self._say("sources"))
        for source in self._report.sources:
            line = citation_line(source.citation, self._language)
            words = f"[{source.number}]\t{line}: {quoted(source.citation)}"
            paragraph = self._paragraph(words, SOURCE_STYLE)
            self._mark(paragraph, _source_mark(source.number))

    def _appendix(self) -> None:
        """What each figure is made of, and what the numbers stand for."""
        self._heading(self._say("appendix")).paragraph_format.page_break_before = True
        self._paragraph(self._say(before_key("appendix-intro", self._report)))
        self._heading(self._say("appendix-figures"), 2)
        self._add(figures_grid(self._report))
        self._heading(self._say("appendix-activities"), 2)
        if not self._report.rows:
            self._paragraph(self._say("no-activities"))
        if self._report.rows or self._report.earlier_rows:
            self._add(activities_grid(self._report))

    def _heading(self, text: str, level: int = 1) -> Paragraph:
        paragraph = self._paragraph(text, f"Heading {level}")
        bookmark = f"heading_{len(self._headings) + 1}"
        self._mark(paragraph, bookmark)
        self._headings.append(_Heading(text=text, level=level, bookmark=bookmark))
        return paragraph

    def _mark(self, paragraph: Paragraph, bookmark: str) -> None:
        add_bookmark(paragraph, bookmark, next(self._identities))

    def _paragraph(self, text: str, style: str = "Normal") -> Paragraph:
        paragraph = self._document.add_paragraph(clean(text).strip("\n"))
        set_style(paragraph, style)
        return paragraph

    def _add(self, grid: Grid) -> None:
        add_table(self._document, grid, TEXT_WIDTH // _TWIPS)

    def _say(self, key: str) -> str:
        return say(f"file-{key}", self._language)


def _source_mark(number: int) -> str:
    return f"source_{number}"
