"""HTML pages: the main text without what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.dammit import EncodingDetector
from bs4.element import NavigableString, PageElement, PreformattedString

from indexer.reading.block import BlockKind, SourceText
from indexer.reading.composing import Part, clean, compose, one_line, paragraph, row, title_first
from indexer.reading.decoding import decode
from indexer.reading.limits import MAX_MARKUP_CHARACTERS, too_large
from indexer.reading.marks import plain_bullet

HEADINGS = {f"h{level}": level for level in range(1, 7)}
DROPPED = ("script", "style", "noscript", "template", "svg", "iframe", "button", "select", "nav",
           "footer", "aside", "head")  # fmt: skip
BLOCKS = frozenset(HEADINGS) | {
    "address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "form", "header", "hr", "html", "li", "main", "ol", "p",
    "pre", "section", "summary", "table", "tbody", "td", "th", "thead", "tfoot", "tr", "ul",
}  # fmt: skip
SPACE = re.compile(r"\s+")
BULK = 0.5
"""Share of the page's characters from which <main> is believed to hold the document."""


def read_html(data: bytes) -> SourceText:
    """Reads an HTML page. Raises unreadable-binary, -empty and -too-large."""
    declared = EncodingDetector.find_declared_encoding(data, is_html=True)
    markup = decode(data, declared)
    if len(markup) > MAX_MARKUP_CHARACTERS:
        raise too_large(f"{len(markup)} characters", f"{MAX_MARKUP_CHARACTERS} characters")
    soup = BeautifulSoup(markup, "lxml")
    stated = one_line(soup.title.get_text()) if soup.title else None
    return compose(title_first(list(_parts(soup))), stated or None)


def html_parts(markup: str) -> list[Part]:
    """The parts of a piece of HTML, as it stands within another format."""
    return list(_parts(BeautifulSoup(markup, "lxml")))


def _parts(soup: BeautifulSoup) -> Iterator[Part]:
    for element in soup.find_all(DROPPED):
        element.decompose()
    for element in soup.find_all(lambda tag: tag.has_attr("hidden")):
        element.decompose()
    for header in soup.find_all("header"):
        if not header.find_parent(["main", "article"]):
            header.decompose()
    yield from _within(_bulk(soup))


def _bulk(soup: BeautifulSoup) -> Tag:
    main = soup.find("main") or soup.find(role="main")
    whole = len(one_line(soup.get_text()))
    if isinstance(main, Tag) and len(one_line(main.get_text())) > BULK * whole:
        return main
    return soup


def _within(element: Tag) -> Iterator[Part]:
    """The parts of an element's children; text between blocks is a paragraph of its own."""
    words: list[str] = []
    for child in element.children:
        if _is_block(child):
            yield from paragraph("".join(words))
            words = []
            yield from _block(child) if isinstance(child, Tag) else ()
        else:
            words.append(_inline(child))
    yield from paragraph("".join(words))


def _is_block(child: PageElement) -> bool:
    """Whether the child breaks the line; inline elements do when they hold a block."""
    return isinstance(child, Tag) and (
        child.name in BLOCKS
        or any(isinstance(inner, Tag) and inner.name in BLOCKS for inner in child.descendants)
    )


def _inline(child: PageElement) -> str:
    if isinstance(child, Tag):
        return "\n" if child.name == "br" else "".join(_inline(part) for part in child.children)
    if isinstance(child, PreformattedString) or not isinstance(child, NavigableString):
        return ""
    return SPACE.sub(" ", child)


def _block(element: Tag) -> Iterator[Part]:
    level = HEADINGS.get(element.name)
    if level:
        yield Part(BlockKind.HEADING, one_line(_all_text(element)), level)
    elif element.name in ("ul", "ol"):
        yield from _list(element, 1)
    elif element.name == "table":
        yield from _table(element)
    elif element.name == "dl":
        yield from _definitions(element)
    elif element.name == "pre":
        yield from paragraph(element.get_text())
    else:
        yield from _within(element)


def _all_text(element: Tag) -> str:
    return "".join(_spaced(child) for child in element.children)


def _spaced(child: PageElement) -> str:
    """Inline text, with space around any block inside."""
    if isinstance(child, Tag) and (child.name in BLOCKS or child.name == "br"):
        return f" {_all_text(child)} "
    return _all_text(child) if isinstance(child, Tag) else _inline(child)


def _list(element: Tag, depth: int) -> Iterator[Part]:
    items = element.find_all("li", recursive=False)
    kind = BlockKind.CONTENTS if _only_jumps(items) else BlockKind.LIST_ITEM
    number = _start(element)
    for item in items:
        marker = f"{number}. " if element.name == "ol" else "- "
        yield from _item(item, kind, depth, marker if kind is BlockKind.LIST_ITEM else "")
        number += 1


def _start(element: Tag) -> int:
    start = str(element.get("start", "1"))
    return int(start) if start.isdecimal() else 1


def _only_jumps(items: list[Tag]) -> bool:
    """Whether every item begins with a link to a place on the same page: contents."""
    links = [item.find("a", href=True) for item in items]
    return bool(items) and all(
        isinstance(link, Tag)
        and str(link["href"]).startswith("#")
        and one_line(item.get_text()).startswith(one_line(link.get_text()))
        and item.find("p") is None
        for link, item in zip(links, items, strict=True)
    )


def _item(item: Tag, kind: BlockKind, depth: int, marker: str) -> Iterator[Part]:
    """The item itself, then lists and paragraphs inside it."""
    words: list[str] = []
    inner: list[Part] = []
    for child in item.children:
        if isinstance(child, Tag) and child.name in ("ul", "ol"):
            inner += _list(child, depth + 1)
        elif not _is_block(child):
            words.append(_inline(child))
        elif isinstance(child, Tag) and (inner or clean("".join(words))):
            inner += _block(child)
        elif isinstance(child, Tag):
            first, *rest = list(_block(child)) or [Part(kind, "")]
            words.append(first.text)
            inner += rest
    text = one_line("".join(words))
    if text:
        yield Part(kind, plain_bullet(marker + text), depth)
    yield from inner


def _table(element: Tag) -> Iterator[Part]:
    """A part a row; a table of one column or of tables only lays out the page."""
    rows = [tr for tr in element.find_all("tr") if tr.find_parent("table") is element]
    cells = [tr.find_all(["td", "th"], recursive=False) for tr in rows]
    if element.find(["table", *HEADINGS]) or max(map(len, cells), default=0) < 2:
        yield from _within(element)
        return
    caption = element.find("caption")
    if isinstance(caption, Tag):
        yield from paragraph(_all_text(caption))
    for at, tds in enumerate(cells):
        yield Part(BlockKind.TABLE_ROW, row(_all_text(td) for td in tds), tight=at > 0)


def _definitions(element: Tag) -> Iterator[Part]:
    """A row a term: term, tab, meaning."""
    terms: list[str] = []
    meanings: list[str] = []
    tight = False
    for child in element.find_all(["dt", "dd"]):
        if child.name == "dt" and meanings:
            yield _definition(terms, meanings, tight)
            terms, meanings, tight = [], [], True
        (terms if child.name == "dt" else meanings).append(_all_text(child))
    yield _definition(terms, meanings, tight)


def _definition(terms: list[str], meanings: list[str], tight: bool) -> Part:
    cells = [", ".join(map(one_line, terms)), " ".join(meanings)]
    return Part(BlockKind.TABLE_ROW, row(cells), tight=tight)
