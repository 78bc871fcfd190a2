from __future__ import annotations

from indexer.reading.block import BlockKind, SourceText
from indexer.reading.markdown import read_markdown


def found(source: SourceText) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(source.text)) for block in source.blocks]


def test_markup_is_taken_away() -> None:
    source = read_markdown("Det *ska* ske **årligen** enligt [planen](x.md) `nu`.".encode())
    assert source.text == "Det ska ske årligen enligt planen nu."


def test_front_matter_becomes_lines_and_gives_the_title() -> None:
    source = read_markdown(b"---\ntitle: Policy X\ndnr: 2020/1\n---\n\nText som slutar.\n")
    assert found(source)[:2] == [("line", "title: Policy X"), ("line", "dnr: 2020/1")]
    assert source.title == "Policy X"


def test_lists_keep_numbers_and_depth() -> None:
    source = read_markdown("3. ett\n4. två\n   * inre\n".encode())
    assert found(source) == [
        ("list_item", "3. ett"),
        ("list_item", "4. två"),
        ("list_item", "- inre"),
    ]
    assert [block.level for block in source.blocks] == [1, 1, 2]


def test_labelled_lines_stay_lines() -> None:
    source = read_markdown(b"Ansvarig: Samordnare\nTidpunkt: 2017\n")
    assert found(source) == [("line", "Ansvarig: Samordnare"), ("line", "Tidpunkt: 2017")]
    assert [block.apart for block in source.blocks] == [(True, False), (False, True)]


def test_a_list_of_links_into_the_document_is_its_contents() -> None:
    source = read_markdown("# P\n\n- [Syfte](#syfte)\n- [Mål](#mal)\n\n## Syfte\n".encode())
    assert [block.kind for block in source.blocks].count(BlockKind.CONTENTS) == 2


def test_several_top_headings_leave_no_title() -> None:
    source = read_markdown("# Ett\n\n# Två\n".encode())
    assert [(block.kind, block.level) for block in source.blocks] == [(BlockKind.HEADING, 1)] * 2
    assert source.title is None


def test_html_within_markdown_is_read() -> None:
    source = read_markdown("<dl><dt>Vänort</dt><dd>En ort</dd></dl>\n\nrad<br>rad två\n".encode())
    assert found(source) == [("table_row", "Vänort\tEn ort"), ("line", "rad"), ("line", "rad två")]
