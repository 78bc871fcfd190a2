"""Puts words together again that were divided at the end of a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

DIVIDED = re.compile(r"(?P<stem>[^\W_]+)-$")
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
LONGEST_WORD = 80
LOWER = re.compile(r"^[a-zåäöéüæø]")
SUSPENDED = re.compile(r"^(?:och|eller|samt|respektive|resp|till|and|or)\b")
"""Words after which the hyphen before stands for the end of the next word ("kultur- och")."""


def hyphenated_words(texts: Iterable[str]) -> frozenset[str]:
    """Words that the texts write with a hyphen inside a line, in lower case."""
    return frozenset(found[0].casefold() for text in texts for found in WORD.finditer(text))


def join_lines(lines: Iterable[str], hyphenated: Set[str] = frozenset()) -> str:
    """Lines as one text; a hyphen that only divides a word at a line's end is left out.

    It is kept after capitals, digits and single letters ("EU-projekt", "e-post"), before
    capitals ("Upplands-Bro"), and in words that ``hyphenated`` holds.
    """
    text = ""
    for line in lines:
        text = _joined(text, line, hyphenated) if text else line
    return text


def _joined(text: str, line: str, hyphenated: Set[str]) -> str:
    if text.endswith("\u00ad"):
        return text[:-1] + line
    found = DIVIDED.search(text[-LONGEST_WORD:])
    if not found or SUSPENDED.match(line):
        return f"{text} {line}"
    stem = found["stem"]
    if not LOWER.match(line) or _keeps_hyphen(stem, line, hyphenated):
        return text + line
    return text[:-1] + line


def _keeps_hyphen(stem: str, line: str, hyphenated: Set[str]) -> bool:
    rest = re.match(r"[^\W_]+", line)
    whole = f"{stem}-{rest[0] if rest else ''}".casefold()
    return len(stem) == 1 or stem[-1].isdigit() or stem[-1].isupper() or whole in hyphenated
