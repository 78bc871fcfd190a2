from __future__ import annotations

from pathlib import Path

import pytest

from indexer.reading import read
from indexer.reading.block import BlockKind, SourceText
from indexer.reading.text import read_text
from knowledge.errors import UnreadableDocument

DOCUMENTS = Path("knowledge/documents")


def text_of(words: str) -> SourceText:
    return read_text(words.encode())


def found(source: SourceText) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(source.text)) for block in source.blocks]


def shipped(name: str) -> SourceText:
    return read(next((Path(__file__).parents[4] / DOCUMENTS).glob(f"{name}*.txt")))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_swedish_letters_survive_every_usual_encoding(encoding: str) -> None:
    source = read_text("Mål för vänorter – på “svenska”".encode(encoding))
    assert source.text == "Mål för vänorter – på “svenska”"


def test_line_ends_of_other_systems_become_newlines() -> None:
    assert read_text(b"ett\r\ntv\xc3\xa5\rtre").text == "ett\ntvå\ntre"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00", b"abc\x81def\xe5", b"\xe5\x01\x02"])
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocument) as raised:
        read_text(data)
    assert raised.value.reason == "unreadable-binary"


def test_the_text_is_kept_as_it_is_and_lines_are_stripped() -> None:
    source = text_of("\n  Policy  \n\n\n  Syfte\n")
    assert source.text == "\n  Policy  \n\n\n  Syfte\n"
    assert found(source) == [("line", "Policy"), ("line", "Syfte")]


def test_blank_space_around_lines_is_told() -> None:
    source = text_of("Ett\nTvå\n\nTre")
    assert [block.apart for block in source.blocks] == [(True, False), (False, True), (True, True)]


def test_lines_with_markers_are_list_items() -> None:
    lines = ["- ett", "• två", "a) tre", "4. fyra", "- a. Att fem"]
    assert found(text_of("\n".join(lines))) == [("list_item", line) for line in lines]


def test_a_deeper_marker_is_a_deeper_level() -> None:
    source = text_of("- ett\n   - två\n- tre")
    assert [block.level for block in source.blocks] == [1, 2, 1]


def test_a_numbered_line_that_stands_apart_may_be_a_heading() -> None:
    source = text_of("1. Nätverk\n\nText.\n\n1 Bakgrund:\n\n4\tUppföljning\n\nText.")
    assert {kind for kind, _ in found(source)} == {"line"}


def test_tabs_make_rows_unless_they_lead_to_page_numbers() -> None:
    source = text_of("Vänort\tLand\nSkive\tDanmark\n\nMål.....\t4\nSyfte\t5\n1.1\tMer\t5")
    assert [kind for kind, _ in found(source)] == ["table_row"] * 2 + ["contents"] * 3


def test_a_table_of_numbers_is_no_table_of_contents() -> None:
    source = text_of("Nämnd\tAntal\nKultur\t3\nSkola\t5\n\nNorge\t9\nDanmark\t4")
    assert {kind for kind, _ in found(source)} == {"table_row"}


WRAPPED = """\
Policy för vänortsarbete

Kommunen har haft vänorter sedan 1947. Samarbetet omfattar skola, kultur
och näringsliv, och det ska bidra till kommunens egen utveckling och till
att fler invånare får kontakt med andra länder.
Ansvarig: Kommunstyrelsen

Kommunstyrelsen ska varje år redovisa arbetet för kommunfullmäktige senast
den 31 mars, tillsammans med årsredovisningen och med
nämndernas rapporter om

- utbyten mellan skolor och föreningar som har fått stöd av kommunen under
  det gångna året
- avtal
"""


def test_wrapped_prose_becomes_paragraphs() -> None:
    source = text_of(WRAPPED)
    kinds = [kind for kind, _ in found(source)]
    assert kinds == ["line", "paragraph", "line", "paragraph", "line", "list_item", "list_item"]
    assert found(source)[1][1].startswith("Kommunen har")
    assert found(source)[1][1].endswith("andra länder.")
    assert found(source)[5][1].endswith("året")


def test_short_lines_are_not_taken_for_wrapped_prose() -> None:
    lines = ["Kommunledningskontoret", "Pernilla", "0171-62", "Box 1", "Enköping", "Sverige"]
    assert len(text_of("\n".join(lines)).blocks) == len(lines)


def test_form_feeds_count_pages_and_their_edges_are_dropped() -> None:
    pages = [
        f"Skövde kommun\n\n{words}\n\nSida {page} av 3"
        for page, words in enumerate(["Policy", "Syfte", "Mål"], start=1)
    ]
    source = text_of("\f".join(pages))
    assert [(b.span.of(source.text), b.page) for b in source.blocks] == [
        ("Skövde kommun", 1),
        ("Policy", 1),
        ("Syfte", 2),
        ("Mål", 3),
    ]


def test_without_form_feeds_there_are_no_pages_and_numbers_stay() -> None:
    source = text_of("Syfte\n\n3\n\nMål")
    assert [block.page for block in source.blocks] == [None] * 3


def test_the_contents_of_the_shipped_documents_are_known() -> None:
    entries = {
        name: sum(block.kind is BlockKind.CONTENTS for block in shipped(name).blocks)
        for name in ("enkoping", "orebro", "skara", "skovde", "upplands-bro")
    }
    assert entries == {"enkoping": 8, "orebro": 16, "skara": 0, "skovde": 0, "upplands-bro": 8}


def test_the_table_of_a_shipped_document_is_known() -> None:
    source = shipped("skovde")
    rows = [b.span.of(source.text) for b in source.blocks if b.kind is BlockKind.TABLE_ROW]
    assert [row.split("\t")[0] for row in rows] == [
        "Transnationella utbyten",
        "EU-projekt",
        "Internationella nätverk",
        "Omvärldsbevakning",
    ]


def test_the_prose_of_shipped_documents_is_not_merged() -> None:
    for name in ("enkoping", "orebro", "skara", "skovde", "upplands-bro"):
        source = shipped(name)
        assert all("\n" not in block.span.of(source.text) for block in source.blocks)
