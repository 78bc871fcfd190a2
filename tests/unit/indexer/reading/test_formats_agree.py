"""The same policy in every format gives the same headings, paragraphs, items and rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.reading import read
from indexer.reading.block import BlockKind, SourceText
from tests.corpus.make_docx import make_docx
from tests.corpus.make_pdf import make_pdf
from tests.corpus.make_plain import make_html, make_markdown, make_text
from tests.corpus.twin_towns import ROWS, SECTIONS, TITLE

MAKERS = {
    "policy.txt": make_text,
    "policy.md": make_markdown,
    "policy.html": make_html,
    "policy.docx": make_docx,
    "policy.pdf": make_pdf,
}
STYLED = [name for name in MAKERS if name != "policy.txt"]


def made(tmp_path: Path, name: str) -> SourceText:
    maker: Callable[[Path], Path] = MAKERS[name]
    return read(maker(tmp_path / name))


def of_kind(source: SourceText, *kinds: BlockKind) -> list[str]:
    return [block.span.of(source.text) for block in source.blocks if block.kind in kinds]


@pytest.mark.parametrize("name", MAKERS)
def test_every_format_gives_the_same_blocks_in_the_same_order(tmp_path: Path, name: str) -> None:
    source = made(tmp_path, name)
    expected = [TITLE]
    for heading, paragraphs, items in SECTIONS:
        expected += [heading, *paragraphs, *(f"- {item}" for item in items)]
    expected += ["\t".join(row) for row in ROWS]
    assert [block.span.of(source.text) for block in source.blocks] == expected


@pytest.mark.parametrize("name", STYLED)
def test_every_format_with_styles_tells_title_headings_and_prose_apart(
    tmp_path: Path, name: str
) -> None:
    source = made(tmp_path, name)
    assert source.title == TITLE
    assert of_kind(source, BlockKind.TITLE) == [TITLE]
    assert of_kind(source, BlockKind.HEADING) == [heading for heading, _, _ in SECTIONS]
    assert of_kind(source, BlockKind.PARAGRAPH) == [
        words for _, paragraphs, _ in SECTIONS for words in paragraphs
    ]


@pytest.mark.parametrize("name", MAKERS)
def test_every_format_gives_the_list_and_the_table(tmp_path: Path, name: str) -> None:
    source = made(tmp_path, name)
    items = [f"- {item}" for _, _, items in SECTIONS for item in items]
    assert of_kind(source, BlockKind.LIST_ITEM) == items
    assert of_kind(source, BlockKind.TABLE_ROW) == ["\t".join(row) for row in ROWS]


def test_plain_text_leaves_headings_to_be_found(tmp_path: Path) -> None:
    source = made(tmp_path, "policy.txt")
    headings = [heading for heading, _, _ in SECTIONS]
    assert [line for line in of_kind(source, BlockKind.LINE) if line in headings] == headings
    assert source.title is None


def test_only_pdf_has_pages(tmp_path: Path) -> None:
    assert {block.page for block in made(tmp_path, "policy.pdf").blocks} == {1}
    assert {block.page for block in made(tmp_path, "policy.docx").blocks} == {None}
