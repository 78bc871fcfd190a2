from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE

from indexer.reading.block import BlockKind, SourceText
from indexer.reading.docx import read_docx
from indexer.reading.word_numbering import formatted
from tests.corpus.make_docx import (
    add_body_xml,
    add_multilevel_list,
    add_table,
    number_paragraph,
)

LEVELS = (("decimal", "%1"), ("decimal", "%1.%2"), ("lowerLetter", "%3)"))


def read_back(document: Document) -> SourceText:
    file = BytesIO()
    document.save(file)
    return read_docx(file.getvalue())


def found(source: SourceText) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(source.text)) for block in source.blocks]


def test_swedish_style_names_are_headings() -> None:
    document = docx.Document()
    for name in ("Rubrik 1 Kommun", "Rubrik"):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("Policy för mål", style="Rubrik")
    document.add_paragraph("Syfte", style="Rubrik 1 Kommun")
    source = read_back(document)
    assert found(source) == [("title", "Policy för mål"), ("heading", "Syfte")]
    assert source.blocks[1].level == 1


def test_an_outline_level_makes_a_heading_whatever_the_style_is_called() -> None:
    document = docx.Document()
    add_body_xml(
        document,
        '<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>Syfte</w:t></w:r></w:p>',
    )
    assert [(block.kind, block.level) for block in read_back(document).blocks] == [
        (BlockKind.HEADING, 2)
    ]


def test_a_style_based_on_a_heading_is_a_heading() -> None:
    document = docx.Document()
    style = document.styles.add_style("Kommunens egen", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Heading 3"]
    document.add_paragraph("Syfte", style="Kommunens egen")
    assert read_back(document).blocks[0].level == 3


def test_numbers_that_word_counts_are_written_out() -> None:
    document = docx.Document()
    add_multilevel_list(document, 77, LEVELS)
    for text, depth in [("Mål", 0), ("Organisation", 0), ("Fullmäktige", 1), ("Styrelsen", 1),
                        ("Uppföljning", 0), ("Tid", 1)]:  # fmt: skip
        heading = document.add_paragraph(text, style=f"Heading {depth + 1}")
        number_paragraph(heading, 77, depth)
    assert [text for _, text in found(read_back(document))] == [
        "1 Mål",
        "2 Organisation",
        "2.1 Fullmäktige",
        "2.2 Styrelsen",
        "3 Uppföljning",
        "3.1 Tid",
    ]


def test_numbers_may_belong_to_the_heading_styles() -> None:
    document = docx.Document()
    add_multilevel_list(document, 79, LEVELS)
    for depth in (0, 1):
        style = document.styles[f"Heading {depth + 1}"]
        number_paragraph(style, 79, depth)
    document.add_paragraph("Mål", style="Heading 1")
    document.add_paragraph("Nämnder", style="Heading 2")
    number_paragraph(document.add_paragraph("Utan nummer", style="Heading 1"), 0, 0)
    assert [text for _, text in found(read_back(document))] == [
        "1 Mål",
        "1.1 Nämnder",
        "Utan nummer",
    ]


def test_numbered_paragraphs_are_list_items() -> None:
    document = docx.Document()
    add_multilevel_list(document, 78, (("decimal", "%1."), ("bullet", "\uf0b7")))
    for text, depth in [("ett", 0), ("punkt", 1), ("två", 0)]:
        number_paragraph(document.add_paragraph(text), 78, depth)
    source = read_back(document)
    assert found(source) == [
        ("list_item", "1. ett"),
        ("list_item", "- punkt"),
        ("list_item", "2. två"),
    ]
    assert [block.level for block in source.blocks] == [1, 2, 1]


@pytest.mark.parametrize(
    ("count", "form", "written"),
    [(4, "decimal", "4"), (3, "lowerLetter", "c"), (27, "upperLetter", "AA"),
     (14, "lowerRoman", "xiv"), (9, "upperRoman", "IX"), (7, "decimalZero", "07"),
     (2, "none", ""), (5, "chicago", "5")],
)  # fmt: skip
def test_numbers_are_written_in_words_forms(count: int, form: str, written: str) -> None:
    assert formatted(count, form) == written


def test_typed_bullets_are_list_items() -> None:
    document = docx.Document()
    document.add_paragraph("•\tett")
    document.add_paragraph("– två")
    assert found(read_back(document)) == [("list_item", "- ett"), ("list_item", "- två")]


def test_contents_are_known_by_style_and_by_field() -> None:
    document = docx.Document()
    document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("1\tBakgrund\t3", style="toc 1")
    add_body_xml(
        document,
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/><w:t>Syfte</w:t><w:tab/><w:t>4</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>Mål</w:t><w:tab/><w:t>4</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    )
    document.add_paragraph("Efter innehållet kommer text.")
    assert found(read_back(document)) == [
        ("contents", "1\tBakgrund\t3"),
        ("contents", "Syfte\t4"),
        ("contents", "Mål\t4"),
        ("paragraph", "Efter innehållet kommer text."),
    ]


def test_content_controls_and_tables_keep_their_place() -> None:
    document = docx.Document()
    document.add_paragraph("Först kommer text.")
    add_table(document, (("Vänort", "Land"), ("Skive", "Danmark\nNorden")))
    add_body_xml(
        document,
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>Sist kommer text.</w:t></w:r></w:p>"
        "</w:sdtContent></w:sdt>",
    )
    assert found(read_back(document)) == [
        ("paragraph", "Först kommer text."),
        ("table_row", "Vänort\tLand"),
        ("table_row", "Skive\tDanmark Norden"),
        ("paragraph", "Sist kommer text."),
    ]


def test_a_merged_cell_is_told_once() -> None:
    document = docx.Document()
    add_table(document, (("Område", "x", "y"), ("Kultur", "a", "b"), ("z", "c", "d")))
    table = document.tables[0]
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Ansvar"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Kultur"
    rows = [text for _, text in found(read_back(document))]
    assert rows == ["Område\tAnsvar", "Kultur\ta\tb", "c\td"]


def test_a_table_of_one_column_frames_its_text() -> None:
    document = docx.Document()
    add_table(document, (("Policyn gäller alla nämnder.",),))
    assert found(read_back(document)) == [("paragraph", "Policyn gäller alla nämnder.")]


def test_tracked_changes_are_read_as_accepted() -> None:
    document = docx.Document()
    add_body_xml(
        document,
        "<w:p><w:r><w:t xml:space='preserve'>Nämnden </w:t></w:r>"
        "<w:del w:id='1' w:author='x'><w:r><w:delText>bör</w:delText></w:r></w:del>"
        "<w:ins w:id='2' w:author='x'><w:r><w:t>ska</w:t></w:r></w:ins>"
        "<w:r><w:t xml:space='preserve'> rapportera.</w:t></w:r></w:p>",
    )
    assert read_back(document).text == "Nämnden ska rapportera."


def test_headers_and_footers_are_left_out() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Skövde kommun"
    document.sections[0].footer.paragraphs[0].text = "Sida 1"
    document.add_paragraph("Policyn gäller.")
    assert read_back(document).text == "Policyn gäller."


def test_bold_lines_are_headings_where_no_style_says_so() -> None:
    document = docx.Document()
    document.add_paragraph().add_run("Syfte").bold = True
    document.add_paragraph("Policyn gäller alla nämnder.")
    document.add_paragraph().add_run("Ansvarig: KS").bold = True
    source = read_back(document)
    assert [kind for kind, _ in found(source)] == ["heading", "paragraph", "paragraph"]
    assert source.blocks[0].level is None


def test_bold_lines_are_prose_where_headings_have_styles() -> None:
    document = docx.Document()
    document.add_paragraph("Syfte", style="Heading 1")
    document.add_paragraph().add_run("Viktigt att minnas").bold = True
    assert found(read_back(document))[1] == ("paragraph", "Viktigt att minnas")


def test_forced_line_breaks_part_lines_and_tabs_part_cells() -> None:
    document = docx.Document()
    document.add_paragraph("Ansvarig: KS\nTidpunkt: 2017")
    document.add_paragraph("EU-projekt\tEtt flerårigt projekt.")
    document.add_paragraph("Dokumenttyp:\tPolicy")
    assert found(read_back(document)) == [
        ("line", "Ansvarig: KS"),
        ("line", "Tidpunkt: 2017"),
        ("table_row", "EU-projekt\tEtt flerårigt projekt."),
        ("line", "Dokumenttyp: Policy"),
    ]


def test_text_boxes_are_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Policy i en ruta.</w:t></w:r></w:p></w:txbxContent>"
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    document = docx.Document()
    add_body_xml(
        document,
        f'<w:p><w:r><mc:AlternateContent xmlns:mc="{compatible}"><mc:Choice Requires="wps">'
        f"<w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Policyn gäller.</w:t></w:r></w:p>",
    )
    assert read_back(document).text == "Policyn gäller.\n\nPolicy i en ruta."


def test_the_stated_title_is_kept_where_no_paragraph_is_the_title() -> None:
    document = docx.Document()
    document.core_properties.title = "Policy för mål"
    document.add_paragraph("Policyn gäller.")
    assert read_back(document).title == "Policy för mål"
