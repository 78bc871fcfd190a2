"""What holds for the blocks of any text in any format."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.reading.block import SourceText
from indexer.reading.html import read_html
from indexer.reading.markdown import read_markdown
from indexer.reading.text import read_text
from knowledge.errors import UnreadableDocument

PIECES = st.sampled_from(
    ["Mål", "- ", "• ", "1. ", "a) ", "\t", "....", "3", "\n", "\n\n", "\f", " ", "Ansvarig: ",
     "utveck-\nling ", "*", "# ", "| a | b |\n|---|---|\n", "<br>", "<p>", "<li>",
     "<table><tr><td>", "\u00a0", "\u2028", "---\n",
     "Kommunen ska varje år redovisa arbetet för fullmäktige och "]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=60).map("".join)


def holds(source: SourceText) -> None:
    end = 0
    for block in source.blocks:
        words = block.span.of(source.text)
        assert end <= block.span.start < block.span.end <= len(source.text)
        assert words == words.strip()
        assert "\n\n" not in words
        end = block.span.end


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_spans_are_ordered_apart_and_stripped(text: str) -> None:
    for reader in (read_text, read_markdown, read_html):
        try:
            source = reader(text.encode())
        except UnreadableDocument as error:
            assert error.reason == "unreadable-empty"  # noqa: PT017
        else:
            holds(source)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_plain_text_loses_no_word(text: str) -> None:
    if not text.strip() or "\f" in text:
        return
    source = read_text(text.encode())
    kept = "".join(block.span.of(source.text) for block in source.blocks)
    assert "".join(kept.split()) == "".join(text.split())


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        holds(read_text(data))
    except UnreadableDocument as error:
        assert error.reason in {"unreadable-empty", "unreadable-binary"}  # noqa: PT017
