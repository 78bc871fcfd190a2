"""How lines of Swedish municipal documents look: numbers, labels, list markers, contents."""

from __future__ import annotations

import re
from typing import NamedTuple

NUMBERED = re.compile(
    r"^(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?[ \t]+(?P<heading>[^\W\d_].*)$", re.S
)
LABELLED = re.compile(
    r"^(?P<label>[A-ZÅÄÖ][^\W\d_]+(?: [^\W_.]+){0,5})\s?:(?:[ \t]+(?P<value>.*)|)$", re.S
)
LIST_MARKER = re.compile(r"^(?:[-–•*·o»] +(?:[a-z0-9]{1,2}[.)] +)?|[a-z0-9]{1,2}[.)]\s+)")
CONTENTS_TITLE = re.compile(r"^(?:innehåll(?:sförteckning)?|(?:table of )?contents)\s*:?$", re.I)
CONTENTS_ENTRY = re.compile(
    r"^(?P<entry>.*?\S)(?P<leader>[ .\t…]*(?:\.{3,}|\t|…)[ .\t…]*)(?P<page>\d{1,3})$"
)
LETTER_SPACED = re.compile(r"^(?:\w ){3,}\w$")
CONTACT_LINE = re.compile(r"@|^www\.|^https?:|^\+?[\d() -]{6,}$|\d{2,4}-\d{5,}")

MAX_HEADING = 100
"""Characters of the longest line taken for a heading; a longer one is prose without a full stop."""


class ContentsEntry(NamedTuple):
    """One line of a table of contents: the heading it announces and how deep it stands."""

    heading: str
    level: int


def split_number(line: str) -> tuple[str | None, str]:
    """The section number and the rest of a heading line; (None, line) without a number."""
    found = NUMBERED.match(line)
    return (found["number"], found["heading"]) if found else (None, line)


def bare_heading(line: str) -> str:
    """A heading without its number, its trailing colon and its line breaks."""
    return re.sub(r"\s+", " ", split_number(line)[1]).rstrip(" :").strip()


def could_be_heading(line: str) -> bool:
    """Whether a line that stands apart has the form of a heading: short, titled, not a sentence."""
    bare = split_number(line)[1]
    return (
        len(line) <= MAX_HEADING
        and bare[:1].isupper()
        and bare[-1:] not in ".,;"
        and not LIST_MARKER.match(bare)
        and not CONTACT_LINE.search(bare)
        and not LETTER_SPACED.match(bare)
        and sum(character.isalpha() for character in bare) >= 2
    )
