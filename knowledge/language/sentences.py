"""Sentences of Swedish and English running text, as spans."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from knowledge.model import Span

_END = re.compile(r"(?<=[.!?…])[\"”’)\]]*\s+(?=[\"”’(\[]*(?:[^\W\d_a-zåäöé]|\d))|\n\s*\n")
_LAST_WORD = re.compile(r"(\S+)$")
_ENUMERATION = re.compile(r"^(?:\d{1,3}|[a-zA-Z])\.$")


def split_sentences(text: str, abbreviations: AbstractSet[str] = frozenset()) -> list[Span]:
    """The sentences of ``text`` without the white space between them.

    A full stop ends a sentence when a capital or a digit follows, unless it belongs to one of the
    ``abbreviations`` (lower case, written with their dots), an initial or an enumeration.
    """
    spans: list[Span] = []
    start = 0
    for end in _END.finditer(text):
        if _is_abbreviation(text[start : end.start()], abbreviations):
            continue
        _append_stripped(spans, text, start, end.start())
        start = end.end()
    _append_stripped(spans, text, start, len(text))
    return spans


def _is_abbreviation(sentence: str, abbreviations: AbstractSet[str]) -> bool:
    word = _LAST_WORD.search(sentence)
    if word is None or not word[1].endswith("."):
        return False
    bare = word[1].lstrip('("”').casefold()
    return bare in abbreviations or bool(_ENUMERATION.match(bare))


def _append_stripped(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    if right > left:
        spans.append(Span(start=left, end=right))
