from __future__ import annotations

from collections.abc import Sequence

import pytest

from indexer.reading.furniture import EdgeLine, furniture
from indexer.reading.marks import is_page_number


def dropped(*pages: Sequence[str]) -> list[tuple[int, int]]:
    return sorted(furniture([[EdgeLine(line) for line in page] for page in pages]))


@pytest.mark.parametrize("line", ["3", "- 3 -", "3 (7)", "3(7)", "Sida 3 av 7", "Sid 3", "3/7"])
def test_page_numbers_are_known(line: str) -> None:
    assert is_page_number(line)


@pytest.mark.parametrize("line", ["2017", "3 § Syfte", "Sida vid sida", "1 Bakgrund"])
def test_other_lines_are_no_page_numbers(line: str) -> None:
    assert not is_page_number(line)


def test_headers_that_differ_in_numbers_alone_are_the_same() -> None:
    pages = [[f"Policy, sida {page}", "abc"[page], "def"[page]] for page in range(3)]
    assert dropped(*pages) == [(0, 0), (1, 0), (2, 0)]


def test_text_that_repeats_inside_pages_stays() -> None:
    pages = [[f"{word} ett", "Ansvarig: Samordnare", f"{word} två"] for word in ("a", "b", "c")]
    assert dropped(*pages) == []


def test_the_cover_may_lack_the_header() -> None:
    pages = [["Policy"], ["Kommun", "Text b"], ["Kommun", "Text c"]]
    assert dropped(*pages) == [(1, 0), (2, 0)]


def test_a_single_page_keeps_all_but_its_number() -> None:
    assert dropped(["Policy", "Text", "1 (1)"]) == [(0, 2)]


def test_the_same_words_in_another_size_are_no_header() -> None:
    pages = [[EdgeLine("Policy", 22), EdgeLine("a")]] + [
        [EdgeLine("Policy", 9), EdgeLine(word)] for word in "bc"
    ]
    assert sorted(furniture(pages)) == [(1, 0), (2, 0)]


def test_numbered_headings_on_two_pages_are_no_header() -> None:
    assert dropped(["Bilaga 1", "Text b"], ["Bilaga 2", "Text c"]) == []
    assert dropped(["KS 1 (2)", "Text b"], ["KS 2 (2)", "Text c"]) == [(0, 0), (1, 0)]
