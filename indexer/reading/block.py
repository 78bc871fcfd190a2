"""What every reader hands on: the stored text, and its blocks in body order."""

from __future__ import annotations

from enum import StrEnum

from knowledge.model import Span, Value


class BlockKind(StrEnum):
    """What the format itself says a block is; LINE says nothing and leaves it to the structure."""

    LINE = "line"
    HEADING = "heading"
    TITLE = "title"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    CONTENTS = "contents"


class Block(Value):
    """A stretch of text without blank lines inside.

    ``level`` is the heading level from 1, or the depth of a list item or contents entry from 1;
    ``apart`` tells whether blank space (an empty line, a new paragraph) stands before and after;
    a table row's cells are divided by tabs, a list item keeps its marker.
    """

    kind: BlockKind
    span: Span
    level: int | None = None
    page: int | None = None
    apart: tuple[bool, bool] = (True, True)


class SourceText(Value):
    """A document as read: ``text`` is what is stored and quoted, ``blocks`` are in body order.

    Running headers and footers, page numbers and form feeds have no block.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
