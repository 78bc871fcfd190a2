"""Numbers that Word shows but does not store: counted here as Word counts them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml.etree import _Element

from indexer.reading.word_styles import Numbering, Style, number, numbering_of, value

PLACEHOLDER = re.compile(r"%([1-9])")
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
         (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
DEPTHS = 9


@dataclass(frozen=True)
class Level:
    """One level of a list: how it counts, and how the number is written."""

    start: int
    form: str
    pattern: str
    style: str | None


@dataclass(frozen=True)
class Mark:
    """What stands before a numbered paragraph ("4.2", "a)", or "-" for any bullet)."""

    text: str
    depth: int

    @property
    def is_bullet(self) -> bool:
        """Whether it does not count."""
        return self.text == "-"


class Lists:
    """The lists of one document and how far each has been counted."""

    def __init__(self, element: _Element | None) -> None:
        abstract, nums = _all(element, "w:abstractNum"), _all(element, "w:num")
        self._levels = {a.get(qn("w:abstractNumId"), ""): _levels(a) for a in abstract}
        self._abstract = {n.get(qn("w:numId"), ""): value(n, "w:abstractNumId") or "" for n in nums}
        self._own = {n.get(qn("w:numId"), ""): _overrides(n) for n in nums}
        self._restarts = {n.get(qn("w:numId"), ""): _restarts(n) for n in nums}
        self._counts: dict[str, dict[int, int]] = {}

    def mark(self, paragraph: _Element, chain: Iterable[Style]) -> Mark | None:
        """Counts the paragraph, if it is numbered, and tells what stands before it."""
        styles = list(chain)
        list_id, depth = self._reference(paragraph, styles)
        levels = self._of(list_id)
        if list_id is None or depth not in levels:
            return None
        counts = self._count(list_id, depth, levels)
        if levels[depth].form == "bullet":
            return Mark("-", depth)
        written = PLACEHOLDER.sub(
            lambda found: _written(int(found[1]) - 1, counts, levels), levels[depth].pattern
        )
        return Mark(written.strip(), depth) if written.strip() else None

    def _of(self, list_id: str | None) -> dict[int, Level]:
        abstract = self._abstract.get(list_id or "", "")
        return {**self._levels.get(abstract, {}), **self._own.get(list_id or "", {})}

    def _reference(self, paragraph: _Element, styles: list[Style]) -> tuple[str | None, int]:
        """The list's id and the depth; a style's depth is the level that names the style."""
        own = numbering_of(paragraph)
        sources: list[tuple[Numbering, str | None]] = [(own, None)]
        sources += [(style.numbering, style.identity) for style in styles]
        for numbering, identity in sources:
            if numbering.list_id is not None:
                linked = [
                    d for d, lv in self._of(numbering.list_id).items() if lv.style == identity
                ]
                given = own.depth if own.depth is not None else numbering.depth
                from_style = linked[0] if identity and linked and own.depth is None else given
                return numbering.list_id, from_style or 0
        return None, 0

    def _count(self, list_id: str, depth: int, levels: dict[int, Level]) -> dict[int, int]:
        counts = self._counts.setdefault(self._abstract[list_id], {})
        for level, start in self._restarts.pop(list_id, {}).items():
            counts[level] = start - 1
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in range(depth + 1, DEPTHS):
            counts.pop(deeper, None)
        return counts


def _all(element: _Element | None, tag: str) -> list[_Element]:
    return [] if element is None else element.findall(qn(tag))


def _levels(holder: _Element) -> dict[int, Level]:
    found = {number(lvl.get(qn("w:ilvl"))): _level(lvl) for lvl in holder.findall(qn("w:lvl"))}
    return {depth: level for depth, level in found.items() if depth is not None}


def _level(element: _Element) -> Level:
    start = number(value(element, "w:start"))
    return Level(
        start=1 if start is None else start,
        form=value(element, "w:numFmt") or "decimal",
        pattern=value(element, "w:lvlText") or "",
        style=value(element, "w:pStyle"),
    )


def _overrides(num: _Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for override in num.findall(qn("w:lvlOverride")):
        levels |= _levels(override)
    return levels


def _restarts(num: _Element) -> dict[int, int]:
    """Where a list starts anew, by depth."""
    found = {
        number(override.get(qn("w:ilvl"))): number(value(override, "w:startOverride"))
        for override in num.findall(qn("w:lvlOverride"))
    }
    return {d: start for d, start in found.items() if d is not None and start is not None}


def _written(depth: int, counts: dict[int, int], levels: dict[int, Level]) -> str:
    level = levels.get(depth)
    if level is None:
        return ""
    return formatted(counts.get(depth, level.start), level.form)


def formatted(count: int, form: str) -> str:
    """A count as Word writes it in one of its number formats; unknown formats are decimal."""
    match form:
        case "lowerLetter" | "upperLetter" if count > 0:
            letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
            return letter if form == "lowerLetter" else letter.upper()
        case "lowerRoman" | "upperRoman" if 0 < count < 4000:
            return _roman(count) if form == "lowerRoman" else _roman(count).upper()
        case "decimalZero":
            return f"{count:02d}"
        case "none":
            return ""
    return str(count)


def _roman(count: int) -> str:
    digits = ""
    for worth, digit in ROMAN:
        times, count = divmod(count, worth)
        digits += digit * times
    return digits
