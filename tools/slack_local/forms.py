"""Inputs of forms as local-slack can show them, and what was typed in them as Slack tells it.

local-slack knows one-line texts, static menus, boxes, radio buttons and days. Every other input is
drawn as the likest of these, with the input itself under ``WAS``; ``page.html`` makes the boxes of
a menu of several choices look like one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

Block = Mapping[str, Any]
States = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""What was typed, by the ids of blocks and elements; nothing of what was not touched."""

WAS = "was"


class Choices(NamedTuple):
    """What Slack itself offers in menus: names by the ids of people and conversations."""

    people: Mapping[str, str]
    conversations: Mapping[str, str]


class _Kind(NamedTuple):
    """How Slack begins an input and tells what was typed in it, and what it is drawn as."""

    begun: str
    told: str
    likeness: str
    offered: str | None = None


_KINDS = {
    "plain_text_input": _Kind("initial_value", "value", "plain_text_input"),
    "number_input": _Kind("initial_value", "value", "plain_text_input"),
    "datepicker": _Kind("initial_date", "selected_date", "datepicker"),
    "static_select": _Kind("initial_option", "selected_option", "static_select"),
    "radio_buttons": _Kind("initial_option", "selected_option", "radio_buttons"),
    "checkboxes": _Kind("initial_options", "selected_options", "checkboxes"),
    "multi_static_select": _Kind("initial_options", "selected_options", "checkboxes"),
    "users_select": _Kind("initial_user", "selected_user", "static_select", "people"),
    "multi_users_select": _Kind("initial_users", "selected_users", "checkboxes", "people"),
    "multi_conversations_select": _Kind(
        "initial_conversations", "selected_conversations", "checkboxes", "conversations"
    ),
}
"""By type: https://docs.slack.dev/reference/block-kit/block-elements."""


def drawn_input(block: Block, element: Mapping[str, Any], choices: Choices) -> dict[str, Any]:
    """An input block, whose ``element`` is drawn already where it is a menu."""
    label = block["label"]
    if block.get("optional"):
        label = {**label, "text": f"{label['text']} (valfritt)"}
    return {**block, "label": label, "element": _likeness(element, choices)}


def _likeness(element: Mapping[str, Any], choices: Choices) -> dict[str, Any]:
    kind = _KINDS.get(element["type"])
    if kind is None or kind.likeness == element["type"]:
        return dict(element)
    made = {"type": kind.likeness, "action_id": element["action_id"], WAS: dict(element)}
    if kind.likeness == "plain_text_input":
        return {**made, "initial_value": element.get(kind.begun, "")}
    options = _options(element, kind, choices)
    first = element.get(kind.begun) or []
    begun_with = first if isinstance(first, list) else [first]
    chosen = [each for each in options if each in begun_with or each["value"] in begun_with]
    begun = _KINDS[kind.likeness].begun
    if kind.likeness == "checkboxes":
        return {**made, "options": options, begun: chosen}
    return {**made, "options": options, **({begun: chosen[0]} if chosen else {})}


def _options(element: Block, kind: _Kind, choices: Choices) -> list[dict[str, Any]]:
    if kind.offered:
        offered: Mapping[str, str] = getattr(choices, kind.offered)
        return [
            {"text": {"type": "plain_text", "text": name}, "value": identity}
            for identity, name in offered.items()
        ]
    return list(element["options"])


def filled(view: Block, typed: States) -> dict[str, Any]:
    """A view as the assistant made it, with the state that Slack tells: what was typed, and of
    untouched inputs what they began with.
    """
    blocks: Sequence[Block] = view["blocks"]
    values: dict[str, dict[str, Any]] = {}
    for block in blocks:
        element = block.get("element")
        if block["type"] == "input" and element:
            states = typed.get(block["block_id"], {})
            told = _told(element, states.get(element["action_id"]))
            values[block["block_id"]] = {element["action_id"]: told}
    return {**view, "state": {"values": values}}


def _told(element: Block, typed: Block | None) -> dict[str, Any]:
    was = element.get(WAS, element)
    kind = _KINDS[was["type"]]
    if typed is None:
        found = was.get(kind.begun)
    else:
        found = typed.get(_KINDS[kind.likeness].told)
        if kind.offered and isinstance(found, list):
            found = [each["value"] for each in found]
        elif kind.offered and found:
            found = found["value"]
    is_several = kind.told.endswith("s")
    return {"type": was["type"], kind.told: (found or []) if is_several else (found or None)}
