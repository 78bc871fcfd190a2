"""A section's blocks as passages: paragraphs, lists with lead-in, table rows, actions, facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from indexer.reading.block import Block, BlockKind
from indexer.structure.labels import field_of, opens_action
from knowledge.language.sentences import split_sentences
from knowledge.model import Passage, PassageKind, Section, Span

PASSAGE_LIMIT = 700
"""Characters of a passage: the default embedder reads 256 word pieces, about as much Swedish."""


class Draft(NamedTuple):
    """A passage before it has its identity: its form and its units in order."""

    kind: PassageKind
    units: tuple[Span, ...]
    page: int | None


def passages_of(
    text: str,
    document: str,
    section: Section,
    blocks: Sequence[Block],
    abbreviations: AbstractSet[str],
) -> list[Passage]:
    """The passages of one section, none longer than the limit unless a single unit is."""
    groups = _opening_groups(text, blocks) if section.ordinal == 0 else list(_groups(text, blocks))
    drafts = [
        piece for group in groups for piece in _cut(_draft(text, group, section, abbreviations))
    ]
    return [
        Passage(
            document=document,
            section=section.ordinal,
            ordinal=ordinal,
            kind=draft.kind,
            span=Span(start=draft.units[0].start, end=draft.units[-1].end),
            units=draft.units,
            page=draft.page,
        )
        for ordinal, draft in enumerate(drafts)
    ]


def _opening_groups(text: str, blocks: Sequence[Block]) -> list[list[Block]]:
    """An opening's lines stand for themselves, with those that follow without a blank line."""
    groups: list[list[Block]] = []
    for block in blocks:
        joins = groups and not block.apart[0] and _is_fact_line(text, block)
        if joins or (groups and _same_list(block, groups[-1][-1])):
            groups[-1].append(block)
        else:
            groups.append([block])
    return [group for group in groups if any(_tells(text, block) for block in group)]


def _tells(text: str, block: Block) -> bool:
    """Whether an opening's line says something: titles, tick boxes and blank labels do not."""
    line = block.span.of(text)
    stated = re.search(r"\d|@|:\s*\S", line)
    return not _is_fact_line(text, block) or bool(stated)


def _is_fact_line(text: str, block: Block) -> bool:
    return block.kind in (BlockKind.LINE, BlockKind.TITLE) and len(block.span.of(text)) <= 120


def _same_list(block: Block, before: Block) -> bool:
    return block.kind is BlockKind.LIST_ITEM and before.kind is BlockKind.LIST_ITEM


def _groups(text: str, blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks that make one passage together, in order."""
    group: list[Block] = []
    for block in blocks:
        if group and not _continues(text, group, block):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _continues(text: str, group: Sequence[Block], block: Block) -> bool:
    """Whether ``block`` belongs to the passage that ``group`` has begun."""
    before, line = group[-1], block.span.of(text)
    if opens_action(line):
        return False
    if opens_action(group[0].span.of(text)):
        return field_of(line) is not None or not block.apart[0]
    if BlockKind.TABLE_ROW in (block.kind, before.kind):
        return False
    if block.kind is BlockKind.LIST_ITEM:
        return before.kind is BlockKind.LIST_ITEM or _leads_in(before.span.of(text))
    return before.kind is BlockKind.LINE and block.kind is BlockKind.LINE and not block.apart[0]


def _leads_in(line: str) -> bool:
    """A list's lead-in ends with a colon, or with no stop at all."""
    return line.endswith(":") or line[-1:].isalnum()


def _draft(
    text: str, group: Sequence[Block], section: Section, abbreviations: AbstractSet[str]
) -> Draft:
    first = group[0]
    kind = _kind(text, group, section)
    if kind in (PassageKind.PARAGRAPH, PassageKind.LIST):
        units = tuple(unit for block in group for unit in _sentences(text, block, abbreviations))
    else:
        units = tuple(block.span for block in group)
    return Draft(kind, units, first.page)


def _kind(text: str, group: Sequence[Block], section: Section) -> PassageKind:
    if group[-1].kind is BlockKind.LIST_ITEM:
        return PassageKind.LIST
    if group[0].kind is BlockKind.TABLE_ROW:
        return PassageKind.TABLE_ROW
    if opens_action(group[0].span.of(text)):
        return PassageKind.ACTION
    if section.ordinal == 0 and _is_fact_line(text, group[0]):
        return PassageKind.FACTS
    return PassageKind.PARAGRAPH


def _sentences(text: str, block: Block, abbreviations: AbstractSet[str]) -> list[Span]:
    if block.kind is BlockKind.LIST_ITEM:
        return [block.span]
    start = block.span.start
    return [
        Span(start=start + sentence.start, end=start + sentence.end)
        for sentence in split_sentences(block.span.of(text), abbreviations)
    ]


def _cut(draft: Draft) -> Iterator[Draft]:
    """Divides a draft between units so that each piece keeps within the limit."""
    piece: list[Span] = []
    for unit in draft.units:
        if (
            piece
            and unit.end - piece[0].start > PASSAGE_LIMIT
            and draft.kind is not PassageKind.ACTION
        ):
            yield draft._replace(units=tuple(piece))
            piece = []
        piece.append(unit)
    yield draft._replace(units=tuple(piece))
