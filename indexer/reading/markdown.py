"""Markdown: CommonMark with tables and YAML front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from indexer.reading.block import BlockKind, SourceText
from indexer.reading.composing import Part, compose, one_line, paragraph, row, title_first
from indexer.reading.decoding import decode
from indexer.reading.html import html_parts
from indexer.reading.limits import check_text
from indexer.reading.marks import contents_lines, is_label, plain_bullet

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<lines>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
STATED_TITLE = re.compile(r"^title:\s*[\"']?(?P<title>.+?)[\"']?\s*$", re.M)
BREAK = re.compile(r"<br\s*/?>", re.I)


def read_markdown(data: bytes) -> SourceText:
    """Reads a Markdown file. Raises unreadable-binary, -empty and -too-large."""
    text = decode(data)
    check_text(text)
    front = FRONT_MATTER.match(text)
    facts = front["lines"] if front else ""
    tree = SyntaxTreeNode(
        MarkdownIt("commonmark").enable("table").parse(text[front.end() if front else 0 :])
    )
    parts = [part for node in tree.children for part in _block(node, 1)]
    stated = STATED_TITLE.search(facts)
    lines = [one_line(line) for line in facts.split("\n") if line.strip()]
    return compose([*_lines(lines), *title_first(parts)], stated["title"] if stated else None)


def _lines(lines: Sequence[str]) -> list[Part]:
    return [Part(BlockKind.LINE, line, tight=at > 0) for at, line in enumerate(lines)]


def _block(node: SyntaxTreeNode, depth: int) -> Iterator[Part]:
    match node.type:
        case "heading":
            yield Part(BlockKind.HEADING, one_line(_text(node)), int(node.tag[1]))
        case "paragraph":
            yield from _paragraph(_text(node))
        case "bullet_list" | "ordered_list":
            yield from _list(node, depth)
        case "table":
            yield from _table(node)
        case "fence" | "code_block":
            yield from paragraph(node.content)
        case "html_block":
            yield from html_parts(node.content)
        case _:
            for child in node.children:
                yield from _block(child, depth)


def _paragraph(text: str) -> list[Part]:
    """A paragraph; its soft line breaks are kept only between labelled or contents lines."""
    lines = [line.strip() for line in text.split("\r")]
    if len(lines) > 1 and all(map(is_label, lines)):
        return _lines([one_line(line) for line in lines])
    if all(contents_lines(lines)):
        return [Part(BlockKind.CONTENTS, one_line(line)) for line in lines]
    return paragraph(" ".join(lines))


def _list(node: SyntaxTreeNode, depth: int) -> Iterator[Part]:
    kind = BlockKind.CONTENTS if _only_jumps(node) else BlockKind.LIST_ITEM
    number = int(node.attrs.get("start", 1))
    for item in node.children:
        marker = f"{number}{item.markup or '.'} " if node.type == "ordered_list" else "- "
        yield from _item(item, kind, depth, marker if kind is BlockKind.LIST_ITEM else "")
        number += 1


def _item(item: SyntaxTreeNode, kind: BlockKind, depth: int, marker: str) -> Iterator[Part]:
    for at, child in enumerate(item.children):
        if at == 0 and child.type == "paragraph":
            yield Part(kind, plain_bullet(marker + one_line(_text(child))), depth)
        else:
            yield from _block(child, depth + 1)


def _only_jumps(node: SyntaxTreeNode) -> bool:
    """Whether every item is a link to a place in the same document: contents."""
    firsts = [item.children[0] for item in node.children if item.children]
    return bool(firsts) and all(_is_jump(first) for first in firsts)


def _is_jump(node: SyntaxTreeNode) -> bool:
    inline = node.children[0] if node.children else node
    return (
        inline.type == "inline"
        and len(inline.children) == 1
        and inline.children[0].type == "link"
        and str(inline.children[0].attrs.get("href", "")).startswith("#")
    )


def _table(node: SyntaxTreeNode) -> Iterator[Part]:
    rows = [tr for section in node.children for tr in section.children]
    for at, tr in enumerate(rows):
        yield Part(BlockKind.TABLE_ROW, row(_text(td) for td in tr.children), tight=at > 0)


def _text(node: SyntaxTreeNode) -> str:
    r"""The words without markup; "\\n" is a forced line break and "\\r" a soft one."""
    match node.type:
        case "text" | "code_inline":
            return node.content
        case "softbreak":
            return "\r"
        case "hardbreak":
            return "\n"
        case "html_inline":
            return "\n" if BREAK.match(node.content) else ""
        case _:
            return "".join(_text(child) for child in node.children)
