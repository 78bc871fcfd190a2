"""What the styles of a Word document say of the paragraphs that use them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml.etree import _Element

HEADING = re.compile(r"^(?:heading|rubrik) ?(?P<level>[1-9])\b", re.I)
CONTENTS = re.compile(r"^(?:toc|innehåll|innehållsförteckning) ?(?P<level>[1-9])$", re.I)
CONTENTS_TITLE = re.compile(r"^(?:toc heading|innehållsförteckningsrubrik)$", re.I)
TITLE = re.compile(r"^(?:title|rubrik|titel|dokumentrubrik)$", re.I)
LIST = re.compile(r"^(?:list (?:bullet|number)|punktlista|numrerad lista)\b", re.I)
BODY_OUTLINE = 9
"""The outline level that Word gives to running text."""

OFF = ("0", "false", "off")


@dataclass(frozen=True)
class Numbering:
    """A reference to a list: its id and how deep from 0; None where another style decides."""

    list_id: str | None
    depth: int | None


@dataclass(frozen=True)
class Style:
    """One paragraph style as the document defines it."""

    identity: str
    name: str
    based_on: str | None
    outline: int | None
    numbering: Numbering
    bold: bool | None


def value(element: _Element | None, path: str) -> str | None:
    """The w:val of the first element at ``path`` ("w:pPr/w:jc"), or None."""
    found = None if element is None else element.find("/".join(map(qn, path.split("/"))))
    return None if found is None else found.get(qn("w:val"))


def switched(element: _Element | None, path: str) -> bool | None:
    """Whether a switch such as w:b is on; None where it is not mentioned."""
    found = None if element is None else element.find("/".join(map(qn, path.split("/"))))
    return None if found is None else found.get(qn("w:val"), "1") not in OFF


def number(text: str | None) -> int | None:
    """A whole number from an attribute, or None."""
    return int(text) if text is not None and text.isdecimal() else None


def numbering_of(holder: _Element) -> Numbering:
    """What a paragraph's or a style's own properties say of its list."""
    return Numbering(
        value(holder, "w:pPr/w:numPr/w:numId"), number(value(holder, "w:pPr/w:numPr/w:ilvl"))
    )


class Styles:
    """The paragraph styles of one document, each asked with all it is based on."""

    def __init__(self, element: _Element) -> None:
        self._styles: dict[str, Style] = {}
        self._default: str | None = None
        for found in element.findall(qn("w:style")):
            if found.get(qn("w:type")) == "paragraph":
                style = _style(found)
                self._styles[style.identity] = style
                if found.get(qn("w:default")) in ("1", "true", "on"):
                    self._default = style.identity

    def chain(self, paragraph: _Element) -> list[Style]:
        """The paragraph's style and those it is based on, nearest first."""
        return list(self._up(value(paragraph, "w:pPr/w:pStyle") or self._default))

    def _up(self, identity: str | None) -> Iterator[Style]:
        seen: set[str] = set()
        while identity in self._styles and identity not in seen:
            seen.add(identity)
            style = self._styles[identity]
            yield style
            identity = style.based_on


def heading_level(paragraph: _Element, chain: list[Style]) -> int | None:
    """The level from 1, by the name of the style or the outline level; None for other text."""
    for style in chain:
        named = HEADING.match(style.name)
        if named:
            return int(named["level"])
        if CONTENTS_TITLE.match(style.name):
            return None
    direct = number(value(paragraph, "w:pPr/w:outlineLvl"))
    outlines = [direct, *(style.outline for style in chain)]
    outline = next((level for level in outlines if level is not None), BODY_OUTLINE)
    return None if outline >= BODY_OUTLINE else outline + 1


def _style(element: _Element) -> Style:
    identity = element.get(qn("w:styleId"), "")
    return Style(
        identity=identity,
        name=value(element, "w:name") or identity,
        based_on=value(element, "w:basedOn"),
        outline=number(value(element, "w:pPr/w:outlineLvl")),
        numbering=numbering_of(element),
        bold=switched(element, "w:rPr/w:b"),
    )
