"""How single lines look: list markers, labels, tab rows, contents lines, page numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

BULLET = re.compile(r"^(?:[-–—•·●○▪■◦‣⁃∙*\u00b7\uf0b7\uf0a7\uf02d]|o|\(cid:\d+\))[ \t]+(?=\S)")
"""A bullet with what divides it from its text; private-use signs are those of symbol fonts."""

ENUMERATOR = re.compile(r"^(?:\d{1,2}|[a-zåäö]|[ivx]{1,4})[.)][ \t]+(?=\S)")
"""A number or letter of a list ("1. ", "a) ")."""

NUMBERED = re.compile(r"^\d{1,2}[.)][ \t]+(?=\S)")
"""A list number that may as well be that of a heading."""

SECTION_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2}){0,4}\.?(?=[ \t]+\S)")
"""The number before a heading ("4.2")."""

LABEL = re.compile(r"^[A-ZÅÄÖ][\w-]*(?: [^\W\d_.]+){0,5}\s?:(?:\s|$)")
"""A label and its colon at the start of a line ("Ansvarig: ...")."""

LEADER = re.compile(r"^(?P<entry>.*?\S)[ \t]*(?:\.{3,}|…|(?:\. ){3,})[ .\t…]*(?P<page>\d{1,3})$")
TAB_ENTRY = re.compile(r"^(?P<entry>.*\S)\t[ \t]*(?P<page>\d{1,3})$")

PAGE_NUMBER = re.compile(
    r"^\W*(?:(?:sida|sid|page)\W*)?\d{1,3}\s*(?:(?:\(|/|av|of)\s*\d{1,3}\s*\)?)?\W*$", re.I
)
"""A line that only says which page it is on: "3", "- 3 -", "3 (7)", "Sida 3 av 7"."""

LONGEST_ENTRY = 300
LONGEST_PAGE_NUMBER = 40
"""Characters beyond which a line cannot be one, whatever it looks like."""

SENTENCE_END = (".", "!", "?", ":", ";")


def is_list_item(line: str) -> bool:
    """Whether the line begins with a bullet or a list's number or letter."""
    return bool(BULLET.match(line) or ENUMERATOR.match(line))


def is_page_number(line: str) -> bool:
    """Whether the line holds a page number and nothing else."""
    return len(line) <= LONGEST_PAGE_NUMBER and bool(PAGE_NUMBER.match(line))


def is_label(line: str) -> bool:
    """Whether the line begins with a label and a colon."""
    return bool(LABEL.match(line))


def is_row(line: str) -> bool:
    """Whether a tab stands between two texts."""
    return "\t" in line.strip()


def plain_bullet(line: str) -> str:
    """The line with its bullet, if any, written as "- " and one space after a list number."""
    found = BULLET.match(line)
    if found:
        return "- " + line[found.end() :]
    found = ENUMERATOR.match(line)
    return f"{found[0].rstrip()} {line[found.end() :]}" if found else line


def contents_lines(lines: Sequence[str]) -> list[bool]:
    """Which of ``lines`` belong to a table of contents.

    Dot leaders to a page number always do. A tab and a number is a table's last column as well,
    so a run of such lines counts only if every line of it ends so and the pages never go back.
    """
    result = [len(line) <= LONGEST_ENTRY and bool(LEADER.match(line)) for line in lines]
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and (result[end] or is_row(lines[end])):
            end += 1
        pages = [_page_of(line) for line in lines[start:end]]
        known = [page for page in pages if page is not None]
        if pages and len(known) == len(pages) and known == sorted(known):
            result[start:end] = [True] * (end - start)
        start = max(end, start + 1)
    return result


def _page_of(line: str) -> int | None:
    if len(line) > LONGEST_ENTRY:
        return None
    found = LEADER.match(line) or TAB_ENTRY.match(line)
    return int(found["page"]) if found else None


def list_depths(indents: Sequence[float], tolerance: float = 0.5) -> list[int]:
    """The depth from 1 of each item of one list, by how far its marker stands in."""
    depths: list[int] = []
    open_indents: list[float] = []
    for indent in indents:
        while open_indents and indent < open_indents[-1] - tolerance:
            open_indents.pop()
        if not open_indents or indent > open_indents[-1] + tolerance:
            open_indents.append(indent)
        depths.append(len(open_indents))
    return depths
