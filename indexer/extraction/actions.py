"""The measures of an action plan: blocks of labelled lines, or rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.reading.block import Block, BlockKind
from indexer.structure.labels import ActionField, action_columns, field_of, opens_action
from indexer.structure.patterns import LABELLED
from knowledge.model import ActionItem, Place, Section, Span

_BLANK = re.compile(r"[-–—\s]*")


def actions_of(
    text: str, document: str, section: Section, blocks: Sequence[Block]
) -> list[ActionItem]:
    """The action items of one section, in order."""
    return [*_labelled(text, document, section, blocks), *_rows(text, document, section, blocks)]


def _labelled(
    text: str, document: str, section: Section, blocks: Sequence[Block]
) -> Iterator[ActionItem]:
    """Items that begin with a line "Åtgärd: ..."; unlabelled lines straight below go on."""
    item: list[Block] = []
    for block in blocks:
        line = block.span.of(text)
        goes_on = item and (field_of(line) or not block.apart[0])
        if opens_action(line) or not goes_on:
            if item:
                yield _item(text, document, section, item)
            item = [block] if opens_action(line) else []
        else:
            item.append(block)
    if item:
        yield _item(text, document, section, item)


def _item(text: str, document: str, section: Section, blocks: Sequence[Block]) -> ActionItem:
    values: dict[ActionField, list[str]] = {}
    current = ActionField.MEASURE
    for block in blocks:
        line = block.span.of(text)
        named, labelled = field_of(line), LABELLED.match(line)
        current = named or current
        value = (labelled["value"] or "") if named and labelled else line
        values.setdefault(current, []).append(value)
    fields = {field: _value(" ".join(parts)) for field, parts in values.items()}
    span = Span(start=blocks[0].span.start, end=blocks[-1].span.end)
    return _made(fields, Place(document=document, section=section.ordinal, span=span))


def _rows(
    text: str, document: str, section: Section, blocks: Sequence[Block]
) -> Iterator[ActionItem]:
    """The rows under a table's heading row that names a measure and who or when."""
    columns: tuple[ActionField | None, ...] | None = None
    for block in blocks:
        if block.kind is not BlockKind.TABLE_ROW:
            columns = None
            continue
        row = block.span.of(text)
        heading = action_columns(row)
        if heading or columns is None:
            columns = heading or columns
            continue
        cells = dict(zip(columns, row.split("\t"), strict=False))
        fields = {field: _value(cells.get(field, "")) for field in columns if field}
        if fields.get(ActionField.MEASURE):
            place = Place(document=document, section=section.ordinal, span=block.span)
            yield _made(fields, place)


def _made(fields: dict[ActionField, str], place: Place) -> ActionItem:
    return ActionItem(
        measure=fields.get(ActionField.MEASURE, ""),
        participants=fields.get(ActionField.PARTICIPANTS),
        time=fields.get(ActionField.TIME),
        responsible=fields.get(ActionField.RESPONSIBLE),
        place=place,
    )


def _value(written: str) -> str:
    """A value in one line; a dash is a blank."""
    return "" if _BLANK.fullmatch(written) else re.sub(r"\s+", " ", written).strip()
