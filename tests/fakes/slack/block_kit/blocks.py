"""The rules of blocks, one function a type."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Final, Literal

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block

from tests.fakes.slack.block_kit.elements import (
    IN_ACTIONS,
    IN_CONTEXT_ACTIONS,
    IN_INPUTS,
    IN_SECTIONS,
    check_element,
    check_image,
    keys_of,
)
from tests.fakes.slack.block_kit.problem import Findings
from tests.fakes.slack.block_kit.rich_text import check_rich_text

Payload = dict[str, Any]
Surface = Literal["message", "modal", "home"]

#: Blocks that only messages may hold.
_ONLY_IN_MESSAGES: Final = {"markdown", "table", "context_actions", "file", "task_card", "plan"}


def check_blocks(
    findings: Findings, blocks: Any, pointer: str, surface: Surface, most: int
) -> None:
    """All blocks of a surface, and that their ids are unique."""
    checked = findings.items(blocks, pointer, most, least=0 if surface == "message" else 1)
    seen: set[str] = set()
    for place, block in enumerate(checked):
        at = f"{pointer}/{place}"
        _check_block(findings, block, at, surface)
        block_id = block.get("block_id") if isinstance(block, dict) else None
        if block_id in seen and block_id:
            findings.add(f"{at}/block_id", f"`block_id` {block_id!r} already exists")
        seen.add(block_id or "")


def _check_block(findings: Findings, block: Any, pointer: str, surface: Surface) -> None:
    kind = block.get("type") if isinstance(block, dict) else None
    model = _model(kind)
    if kind is None or model is None:
        findings.add(pointer, f"unsupported type: {kind}")
        return
    if surface != "message" and kind in _ONLY_IN_MESSAGES:
        findings.add(pointer, f"unsupported type: {kind} in a {surface} view")
    findings.keys(block, pointer, keys_of(model) | {"type", "block_id"})
    if block.get("block_id") is not None:
        findings.string(block["block_id"], f"{pointer}/block_id", 255)
    before = len(findings.problems)
    _RULES.get(kind, _no_rules)(findings, block, pointer)
    _unique_action_ids(findings, block, pointer)
    if kind == "input" and surface == "message" and not block.get("dispatch_action"):
        # A message has no submit: without dispatch_action the answer never reaches the app.
        findings.add(pointer, "an input that never reaches the app", refused=False)
    if len(findings.problems) == before:
        _as_the_sdk_sees_it(findings, block, pointer)


@cache
def _model(kind: str | None) -> type[Block] | None:
    models = (model for model in Block.__subclasses__() if getattr(model, "type", None) == kind)
    return next(models, None) if kind else None


def _as_the_sdk_sees_it(findings: Findings, block: Payload, pointer: str) -> None:
    """What the rules here do not know, slack_sdk may."""
    try:
        (parsed,) = Block.parse_all([block])
        with contextlib.suppress(AttributeError):
            parsed.to_dict()
        parsed.validate_json()
    except (SlackObjectFormationError, TypeError, KeyError) as problem:
        findings.add(pointer, str(problem))


def _unique_action_ids(findings: Findings, block: Payload, pointer: str) -> None:
    elements = block.get("elements")
    seen: set[str] = set()
    for place, element in enumerate(elements if isinstance(elements, list) else []):
        action_id = element.get("action_id") if isinstance(element, dict) else None
        if action_id and action_id in seen:
            findings.add(
                f"{pointer}/elements/{place}/action_id", f"`action_id` {action_id!r} already exists"
            )
        seen.add(action_id or "")


def _section(findings: Findings, block: Payload, pointer: str) -> None:
    if block.get("text") is None and not block.get("fields"):
        findings.add(pointer, "text or fields is required")
    if block.get("text") is not None:
        findings.text(block["text"], f"{pointer}/text", 3000)
    if block.get("fields") is not None:
        for place, one in enumerate(findings.items(block["fields"], f"{pointer}/fields", 10)):
            findings.text(one, f"{pointer}/fields/{place}", 2000)
    if block.get("accessory") is not None:
        check_element(
            findings, block["accessory"], f"{pointer}/accessory", IN_SECTIONS, where="a section"
        )


def _header(findings: Findings, block: Payload, pointer: str) -> None:
    findings.plain(block.get("text"), f"{pointer}/text", 150)


def _context(findings: Findings, block: Payload, pointer: str) -> None:
    for place, element in enumerate(
        findings.items(block.get("elements"), f"{pointer}/elements", 10)
    ):
        at = f"{pointer}/elements/{place}"
        if isinstance(element, dict) and element.get("type") == "image":
            check_image(findings, element, at)
        else:
            findings.text(element, at, 3000)


def _elements(
    allowed: frozenset[str], most: int, where: str
) -> Callable[[Findings, Payload, str], None]:
    def check(findings: Findings, block: Payload, pointer: str) -> None:
        elements = findings.items(block.get("elements"), f"{pointer}/elements", most)
        for place, element in enumerate(elements):
            check_element(findings, element, f"{pointer}/elements/{place}", allowed, where=where)

    return check


def _input(findings: Findings, block: Payload, pointer: str) -> None:
    findings.plain(block.get("label"), f"{pointer}/label", 2000)
    if block.get("hint") is not None:
        findings.plain(block["hint"], f"{pointer}/hint", 2000)
    check_element(findings, block.get("element"), f"{pointer}/element", IN_INPUTS, where="an input")


def _image(findings: Findings, block: Payload, pointer: str) -> None:
    check_image(findings, block, pointer)
    if block.get("title") is not None:
        findings.plain(block["title"], f"{pointer}/title", 2000)


def _markdown(findings: Findings, block: Payload, pointer: str) -> None:
    findings.string(block.get("text"), f"{pointer}/text", 12_000)


def _table(findings: Findings, block: Payload, pointer: str) -> None:
    """https://docs.slack.dev/reference/block-kit/blocks/table-block"""
    for place, row in enumerate(findings.items(block.get("rows"), f"{pointer}/rows", 100)):
        at = f"{pointer}/rows/{place}"
        for column, cell in enumerate(findings.items(row, at, 20)):
            _cell(findings, cell, f"{at}/{column}")
    settings = block.get("column_settings")
    if settings is not None:
        for place, column in enumerate(findings.items(settings, f"{pointer}/column_settings", 20)):
            at = f"{pointer}/column_settings/{place}"
            if isinstance(column, dict) and column.get("align") is not None:
                findings.one_of(column["align"], f"{at}/align", ("left", "center", "right"))


def _cell(findings: Findings, cell: Any, pointer: str) -> None:
    kind = cell.get("type") if isinstance(cell, dict) else None
    if kind == "rich_text":
        check_rich_text(findings, cell, pointer)
    elif kind in {"raw_text", "raw_number"}:
        findings.string(cell.get("text"), f"{pointer}/text", 10**6)
    else:
        findings.add(pointer, f"unsupported type: {kind} in a table")


def _no_rules(findings: Findings, block: Payload, pointer: str) -> None:
    """What slack_sdk checks is all there is for the other types."""


_RULES: Final[dict[str, Callable[[Findings, Payload, str], None]]] = {
    "section": _section,
    "header": _header,
    "context": _context,
    "actions": _elements(IN_ACTIONS, 25, "actions"),
    "context_actions": _elements(IN_CONTEXT_ACTIONS, 5, "context_actions"),
    "input": _input,
    "image": _image,
    "markdown": _markdown,
    "table": _table,
    "rich_text": check_rich_text,
}


def with_ids(blocks: Sequence[Payload], new_id: Callable[[], str]) -> list[Payload]:
    """The blocks with an id for each block and element that the app gave none."""
    return [_with_ids(block, new_id) for block in blocks]


def _with_ids(block: Payload, new_id: Callable[[], str]) -> Payload:
    named: Payload = {**block, "block_id": block.get("block_id") or new_id()}
    for key in ("accessory", "element"):
        if isinstance(named.get(key), dict):
            named[key] = _named_element(named[key], new_id)
    if block["type"] in {"actions", "context_actions"}:
        named["elements"] = [_named_element(element, new_id) for element in block["elements"]]
    if block.get("actions"):
        named["actions"] = [_named_element(element, new_id) for element in block["actions"]]
    if block["type"] == "carousel":
        named["elements"] = with_ids(block["elements"], new_id)
    if block.get("child_blocks"):
        named["child_blocks"] = with_ids(block["child_blocks"], new_id)
    return named


def _named_element(element: Payload, new_id: Callable[[], str]) -> Payload:
    if element["type"] == "image":
        return element
    return {**element, "action_id": element.get("action_id") or new_id()}
