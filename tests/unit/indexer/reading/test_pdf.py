from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from indexer.reading import limits, read
from indexer.reading.block import SourceText
from knowledge.errors import UnreadableDocument
from tests.corpus.make_pdf import (
    draw_pages,
    encrypt,
    make_columns,
    make_long_table,
    make_pdf,
    make_scanned,
)

SENTENCES = (
    "Samarbetet mellan kommunerna ska bygga på ömsesidig nytta och på ett långsiktigt utbyte av "
    "erfarenheter. Varje nämnd ansvarar för sina egna kontakter och för att de följs upp."
)
COLUMN_PARAGRAPHS = [
    f"{number} stycket. {' '.join([SENTENCES] * 4)} Slut på stycket."
    for number in ("Första", "Andra", "Tredje", "Fjärde", "Femte", "Sjätte", "Sjunde")
]


def found(source: SourceText) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(source.text)) for block in source.blocks]


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableDocument) as raised:
        read(path)
    return raised.value.reason


def drawn(tmp_path: Path, *pages: list[tuple[float, float, float, str]]) -> SourceText:
    return read(draw_pages(tmp_path / "drawn.pdf", pages))


def lines_at(x: float, y: float, *texts: str) -> list[tuple[float, float, float, str]]:
    return [(x, y + 14 * at, 11, text) for at, text in enumerate(texts)]


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    path = make_columns(tmp_path / "a.pdf", "Program för mål", COLUMN_PARAGRAPHS, "Skövde kommun")
    source = read(path)
    assert found(source)[0] == ("title", "Program för mål")
    prose = " ".join(text for kind, text in found(source) if kind == "paragraph")
    assert prose == " ".join(COLUMN_PARAGRAPHS)
    assert "Skövde" not in source.text
    assert "(9)" not in source.text


def test_labels_beside_values_are_no_columns(tmp_path: Path) -> None:
    facts = [("Dokumenttyp:", "Policy"), ("Beslutad av:", "Kommunfullmäktige"),
             ("Diarienummer:", "KS 2020/1"), ("Reviderad:", "Ej reviderad")]  # fmt: skip
    words = [(70.0, 200.0 + 20 * at, 11.0, label) for at, (label, _) in enumerate(facts)]
    words += [(300.0, 200.0 + 20 * at, 11.0, value) for at, (_, value) in enumerate(facts)]
    source = drawn(tmp_path, words)
    assert [text for _, text in found(source)] == [f"{label} {value}" for label, value in facts]


def test_words_divided_at_line_ends_are_whole_again(tmp_path: Path) -> None:
    source = drawn(
        tmp_path,
        lines_at(
            70,
            200,
            "Kommunens internationella arbete ska bidra till verksamhetens utveck-",
            "ling och till att kommunen söker medel för fler projekt inom EU-",
            "projekt som rör miljö-, jämställdhets- och fredsfrågor.",
        ),
    )
    assert source.text == (
        "Kommunens internationella arbete ska bidra till verksamhetens utveckling och till att "
        "kommunen söker medel för fler projekt inom EU-projekt som rör miljö-, jämställdhets- "
        "och fredsfrågor."
    )


def test_running_headers_footers_and_page_numbers_have_no_block(tmp_path: Path) -> None:
    pages = [
        [
            (70.0, 40.0, 9.0, "Policy för mål"),
            *lines_at(70, 200, f"Sida {word} handlar om något eget."),
            (280.0, 810.0, 9.0, f"Sida {page} av 3"),
        ]
        for page, word in enumerate(("ett", "två", "tre"), start=1)
    ]
    source = drawn(tmp_path, *pages)
    assert [(b.span.of(source.text), b.page) for b in source.blocks] == [
        ("Sida ett handlar om något eget.", 1),
        ("Sida två handlar om något eget.", 2),
        ("Sida tre handlar om något eget.", 3),
    ]


def test_a_paragraph_goes_on_across_pages(tmp_path: Path) -> None:
    first = "Kommunens internationella arbete ska bidra till verksamhetens utveckling och"
    source = drawn(
        tmp_path,
        [*lines_at(70, 700, first), (300.0, 810.0, 9.0, "1")],
        [*lines_at(70, 80, "till att fler får kontakt."), (300.0, 810.0, 9.0, "2")],
    )
    assert found(source) == [("paragraph", f"{first} till att fler får kontakt.")]
    assert source.blocks[0].page == 1


def test_a_gap_or_an_indent_begins_a_paragraph(tmp_path: Path) -> None:
    full = "Kommunens internationella arbete ska bidra till verksamhetens utveckling."
    source = drawn(
        tmp_path,
        [
            *lines_at(70, 200, full, full),
            (84.0, 228.0, 11.0, "Indraget stycke som slutar."),
            (70.0, 270.0, 11.0, "Stycke efter mellanrum."),
        ],
    )
    assert [text for _, text in found(source)] == [
        f"{full} {full}",
        "Indraget stycke som slutar.",
        "Stycke efter mellanrum.",
    ]


@pytest.mark.parametrize("marker", ["•", "-", "–", "o"])
def test_bullets_are_list_items_with_their_wrapped_lines(tmp_path: Path, marker: str) -> None:
    source = drawn(
        tmp_path,
        [
            (70.0, 200.0, 11.0, marker),
            (88.0, 200.0, 11.0, "ge unga möjlighet att möta unga"),
            (88.0, 214.0, 11.0, "i andra länder"),
            (70.0, 228.0, 11.0, marker),
            (88.0, 228.0, 11.0, "stärka kommunen"),
        ],
    )
    assert found(source) == [
        ("list_item", "- ge unga möjlighet att möta unga i andra länder"),
        ("list_item", "- stärka kommunen"),
    ]


def test_an_indented_paragraph_below_a_list_is_no_part_of_its_last_item(tmp_path: Path) -> None:
    full = "Kommunens internationella arbete ska bidra till verksamhetens utveckling och"
    source = drawn(
        tmp_path,
        [
            *lines_at(70, 186, full),
            (70.0, 214.0, 11.0, "•"),
            (84.0, 214.0, 11.0, "stärka kommunen"),
            (
                84.0,
                228.0,
                11.0,
                "Kommunens nämnder ansvarar för det internationella arbetet, både nu och för",
            ),
            *lines_at(70, 242, "att det följs upp."),
        ],
    )
    assert [text for _, text in found(source)][1:] == [
        "- stärka kommunen",
        "Kommunens nämnder ansvarar för det internationella arbetet, både nu och för "
        "att det följs upp.",
    ]


def test_headings_rank_by_size_and_the_largest_of_page_one_is_the_title(tmp_path: Path) -> None:
    prose = "Kommunens internationella arbete ska bidra till verksamhetens utveckling."
    source = drawn(
        tmp_path,
        [
            (70.0, 150.0, 24.0, "Policy för mål"),
            (70.0, 200.0, 16.0, "Organisation och"),
            (70.0, 220.0, 16.0, "ansvar"),
            (70.0, 250.0, 13.0, "1.1 Nämnder"),
            *lines_at(70, 280, prose, prose, prose),
        ],
    )
    assert [(b.kind.value, b.level, b.span.of(source.text)) for b in source.blocks[:3]] == [
        ("title", None, "Policy för mål"),
        ("heading", 1, "Organisation och ansvar"),
        ("heading", 2, "1.1 Nämnder"),
    ]


def test_dot_leaders_make_contents(tmp_path: Path) -> None:
    source = drawn(
        tmp_path,
        lines_at(
            70,
            200,
            "1 Bakgrund ................ 3",
            "2 Mål ................ 4",
            "Prosa som slutar.",
        ),
    )
    assert [kind for kind, _ in found(source)] == ["contents", "contents", "paragraph"]


def test_the_words_of_a_table_are_not_prose_as_well(tmp_path: Path) -> None:
    source = read(make_pdf(tmp_path / "a.pdf"))
    rows = [text for kind, text in found(source) if kind == "table_row"]
    assert rows[1] == "Kongsvinger\tNorge\t1947"
    assert source.text.count("Kongsvinger") == 1


def test_a_table_over_two_pages_has_one_header_row(tmp_path: Path) -> None:
    rows = [("Åtgärd", "Ansvarig"), *((f"Åtgärd {n}", f"Nämnd {n}") for n in range(60))]
    source = read(make_long_table(tmp_path / "a.pdf", rows))
    assert [text for _, text in found(source)] == ["\t".join(row) for row in rows]
    assert {block.page for block in source.blocks} == {1, 2}


def test_a_pdf_with_a_password_is_encrypted(tmp_path: Path) -> None:
    path = encrypt(tmp_path / "a.pdf", make_pdf(tmp_path / "open.pdf"))
    assert refusal(path) == "unreadable-encrypted"


def picture(path: Path) -> Path:
    """A grey picture of one pixel, in PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + checksum

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\x00\x80")
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )
    return path


def test_a_scanned_pdf_has_no_text(tmp_path: Path) -> None:
    path = make_scanned(tmp_path / "a.pdf", picture(tmp_path / "a.png"))
    assert refusal(path) == "unreadable-no-text"


def test_a_pdf_of_blank_pages_has_no_text(tmp_path: Path) -> None:
    assert refusal(draw_pages(tmp_path / "a.pdf", [[], []])) == "unreadable-no-text"


def test_too_many_pages_are_too_large(tmp_path: Path) -> None:
    writer = PdfWriter()
    for _ in range(limits.MAX_PAGES + 1):
        writer.add_blank_page(100, 100)
    with (tmp_path / "a.pdf").open("wb") as file:
        writer.write(file)
    assert len(PdfReader(tmp_path / "a.pdf").pages) == limits.MAX_PAGES + 1
    assert refusal(tmp_path / "a.pdf") == "unreadable-too-large"


def test_every_block_of_a_pdf_knows_its_page(tmp_path: Path) -> None:
    source = drawn(tmp_path, lines_at(70, 200, "Policyn gäller."), lines_at(70, 200, "Slut."))
    assert [block.page for block in source.blocks] == [1, 2]
