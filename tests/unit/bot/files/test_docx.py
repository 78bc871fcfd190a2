from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm

from bot.domain.activities.dates import span
from bot.files.docx import write_docx
from bot.files.figures import placed_figures
from bot.files.wording import id_runs
from bot.services.reports.report import Report
from bot.services.reports.selection import Figure
from tests.unit.bot.files.made import DEMAND, EFFECTS, MADE_AT, SHARE, made_report


def opened(report: Report) -> Document:
    return docx.Document(BytesIO(write_docx(report)))


@pytest.fixture(scope="module")
def report() -> Report:
    return made_report()


@pytest.fixture(scope="module")
def document(report: Report) -> Document:
    return opened(report)


def of_style(document: Document, style: str) -> list[str]:
    return [each.text for each in document.paragraphs if each.style and each.style.name == style]


def rows(document: Document) -> Iterator[list[str]]:
    for table in document.tables:
        for row in table.rows:
            yield [cell.text.replace("\xa0", " ") for cell in row.cells]


def test_parts_are_headed_by_real_headings(document: Document) -> None:
    assert of_style(document, "Title") == ["Örebro kommuns internationella arbete 2026"]
    assert of_style(document, "Subtitle") == ["Period: 2026 (1 januari 2026–31 december 2026)"]
    assert of_style(document, "Heading 1") == [
        "Huvudsiffror",
        "Finansieringsandel och deltagande i nätverk",
        "Effekter av utbytena",
        "Allt internationellt arbete",
        "Källor",
        "Bilaga: aktiviteterna bakom siffrorna",
    ]


def test_a_part_is_headed_by_the_sentences_that_demand_it_with_their_sources_and_places(
    document: Document,
) -> None:
    line = "Örebro · Internationell policy · beslutad 2013-05-15 · Redovisning · s. 3"
    assert of_style(document, "Quote") == [
        f"”{DEMAND}” [1]\n{line}",
        f"”{SHARE}” [2]\n{line}",
        f"”{EFFECTS}” [3]\n{line}",
        f"”{DEMAND}” [1]\n{line}",
    ]
    assert of_style(document, "Source") == [
        f"[{number}]\t{line}: ”{quote}”" for number, quote in enumerate((DEMAND, SHARE, EFFECTS), 1)
    ]


def test_every_link_within_the_document_leads_to_a_place(document: Document) -> None:
    body = document.element.body
    links = {each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))}
    places = [each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))]
    assert links
    assert links <= set(places)
    identities = [each.get(qn("w:id")) for each in body.iter(qn("w:bookmarkStart"))]
    assert len(set(identities)) == len(identities) == len(set(places))


def test_the_contents_name_every_heading(document: Document) -> None:
    headings = [*of_style(document, "Heading 1"), *of_style(document, "Heading 2")]
    contents = [*of_style(document, "toc 1"), *of_style(document, "toc 2")]
    assert contents == headings
    fields = [each.text for each in document.element.body.iter(qn("w:instrText"))]
    assert fields == [r'TOC \o "1-2" \h \z \u']
    marks = [each.get(qn("w:fldCharType")) for each in document.element.body.iter(qn("w:fldChar"))]
    assert marks == ["begin", "separate", "end"]


def test_figures_stand_with_the_year_before_and_the_change(document: Document) -> None:
    written = list(rows(document))
    assert ["Uppgift", "2026", "Året före", "Förändring", "Aktiviteter med uppgift"] in written
    assert ["Deltagare", "76", "80", "−4", "4 av 6"] in written
    assert ["Kostnad: kronor", "84 300 kr", "uppgift saknas", "–", "2 av 6"] in written
    assert ["Kulturskolan", "3 (1)", "14 (20)", "12 (5)", "60 000 kr"] in written
    assert ["Örebro Energi AB", "0 (0)", "–", "–", "–"] in written


@pytest.mark.parametrize(("language", "year"), [("sv", "året före"), ("en", "year before")])
def test_a_report_on_several_years_speaks_of_no_year_before(language: str, year: str) -> None:
    period = span(date(2024, 1, 1), date(2026, 12, 31))
    report = made_report(language=language).model_copy(update={"period": period})
    document = opened(report)
    texts = [each.text for each in document.paragraphs]
    texts += [cell for row in rows(document) for cell in row]
    assert not any(year in each.casefold() for each in texts)


def test_accounts_and_silent_units_are_told(document: Document) -> None:
    told = [each.text for each in document.paragraphs]
    assert "Studiebesök från Radviliškis" in of_style(document, "Account")
    assert (
        "Tjugo elever har fått intyg som gäller i tre länder. (Gymnasienämnden, aktivitet 2)"
    ) in told
    assert (
        "Inget rapporterat: Vuxenutbildnings- och arbetsmarknadsnämnden och Örebro Energi AB."
    ) in told


def test_the_appendix_tells_the_activities_behind_each_figure(
    document: Document, report: Report
) -> None:
    written = list(rows(document))
    assert ["Aktiviteter", "1–5, 7", "90, 91"] in written
    assert ["Finland: Deltagare, varav barn och unga", "2", ""] in written
    assert ["91", "Aktivitet 91", "EU-projekt", "Gymnasienämnden"] in [row[:4] for row in written]
    assert ["7", "Vänortsbesök i Kokkola", "transnationellt utbyte", "Kulturskolan"] in [
        row[:4] for row in written
    ]
    [appendix] = [each for each in document.tables if each.cell(0, 1).text.endswith("nummer")]
    heading, told = "", []
    for row in appendix.rows[1:]:
        cells = [cell.text for cell in row.cells]
        heading = cells[0] if len(set(cells)) == 1 else heading
        told.append((heading, *cells))
    for each in placed_figures(report):
        behind = [", ".join(id_runs(ids)) for ids in _behind(each.figure)]
        rows_of_it = [
            row
            for row in told
            if row[0] == each.heading and each.row in row[1] and each.column in row[1]
        ]
        assert not any(behind) or [*behind] in [list(row[2:]) for row in rows_of_it], each.name


def _behind(figure: Figure) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return figure.activities, figure.before_activities


def test_readers_of_screens_are_told_headers_pictures_and_language(
    document: Document, report: Report
) -> None:
    for table in document.tables:
        [header] = table._tbl.tr_lst[0].iter(qn("w:tblHeader"))
        assert header.getparent() is table._tbl.tr_lst[0].trPr
        assert all(cell.text for cell in table.rows[0].cells)
        assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None
    pictures = [each.get("descr") for each in document.element.body.iter(qn("wp:docPr"))]
    assert pictures == [each.alt_text for part in report.parts for each in part.charts]
    languages = {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"sv-SE"}


def test_no_empty_paragraph_makes_room(document: Document) -> None:
    assert all(each.text or list(each._p.iter(qn("wp:docPr"))) for each in document.paragraphs)


def test_a_total_never_stands_alone_on_a_page(document: Document) -> None:
    for table in document.tables:
        *_, last_but_one, last = table.rows
        kept = [
            [bool(cell.paragraphs[0].paragraph_format.keep_with_next) for cell in row.cells]
            for row in (last_but_one, last)
        ]
        if len(table.rows) > 2:
            assert all(kept[0])
        assert not any(kept[1])


def test_an_amount_is_never_divided_between_lines(document: Document) -> None:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "84\xa0300\xa0kr" in cells


def test_the_page_is_a4_with_numbers(document: Document) -> None:
    [section] = document.sections
    size = [round((each or 0) / Cm(1), 1) for each in (section.page_width, section.page_height)]
    assert size == [21, 29.7]
    footer = section.footer.paragraphs[0]
    assert footer.text == "Sida  av "
    fields = [each.text for each in footer._p.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_the_day_of_making_is_that_of_sweden() -> None:
    late = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    document = opened(made_report().model_copy(update={"made_at": late}))
    assert "Framtagen 1 januari 2027 med Policylotsen" in [
        each.text for each in document.paragraphs
    ]


def test_the_file_is_described(document: Document) -> None:
    properties = document.core_properties
    assert properties.title == "Örebro kommuns internationella arbete 2026"
    assert properties.author == "Policylotsen"
    assert properties.language == "sv-SE"
    assert properties.created == MADE_AT
    assert properties.comments == ""


def test_an_english_report_is_english_throughout() -> None:
    english = opened(made_report(language="en"))
    assert of_style(english, "Heading 1")[0] == "Main figures"
    languages = {each.get(qn("w:val")) for each in english.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}


def test_a_table_of_many_columns_is_divided_so_that_amounts_have_room() -> None:
    report = made_report()
    part = report.parts[2]
    table = part.tables[0]
    lines = [each.model_copy(update={"figures": each.figures * 2}) for each in table.lines]
    wide = table.model_copy(
        update={"columns": table.columns * 2, "lines": tuple(lines), "total": None}
    )
    divided = part.model_copy(update={"tables": (wide,)})
    document = opened(report.model_copy(update={"parts": (divided,)}))
    assert of_style(document, "Caption") == [
        "Efter enhet (1 av 2). Inom parentes: året före.",
        "Efter enhet (2 av 2). Inom parentes: året före.",
    ]
    assert [len(each.columns) for each in document.tables[1:3]] == [5, 5]


def test_a_report_without_activities_says_so() -> None:
    empty = opened(made_report([]))
    assert "Inga aktiviteter är loggade för perioden." in [each.text for each in empty.paragraphs]
