"""What a person sees of blocks, as text that can be read and kept in a file."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bot.channels.slack.blocks.fitting import Message, View

KEPT = Path(__file__).parent / "seen"


def matches(name: str, text: str) -> None:
    """The text is the kept one; KEEP_SEEN=1 keeps it anew."""
    file = KEPT / f"{name}.txt"
    if os.environ.get("KEEP_SEEN"):
        file.write_text(text, "utf-8")
    assert text == file.read_text("utf-8")


def message_seen(message: Message) -> str:
    """A message, and below a line its text for those who do not see the blocks."""
    return f"{blocks_seen(message.blocks)}\n=== text ===\n{message.text}\n"


def view_seen(view: View) -> str:
    """A view with its frame."""
    payload: dict[str, Any] = dict(view.payload)
    title, submit, close = (_text(payload.get(each)) for each in ("title", "submit", "close"))
    frame = f"=== {title} ===\n" if title else ""
    buttons = " ".join(f"[{each}]" for each in (close, submit) if each)
    return f"{frame}{blocks_seen(payload['blocks'])}\n{buttons}".rstrip() + "\n"


def blocks_seen(blocks: Sequence[Any]) -> str:
    """One paragraph a block."""
    return "\n".join(_SEEN[block["type"]](block) for block in blocks)


def _section(block: dict[str, Any]) -> str:
    accessory = block.get("accessory")
    return f"{_text(block['text'])}{'  ' + _element(accessory) if accessory else ''}"


def _input(block: dict[str, Any]) -> str:
    hint = f"\n  ({_text(block['hint'])})" if block.get("hint") else ""
    optional = " (optional)" if block["optional"] else ""
    return f"{_text(block['label'])}{optional}: {_element(block['element'])}{hint}"


def _rich(block: dict[str, Any]) -> str:
    return "\n".join(_part(part) for part in block["elements"])


def _part(part: dict[str, Any]) -> str:
    if part["type"] == "rich_text_list":
        return "\n".join(f"  • {_inlines(item)}" for item in part["elements"])
    if part["type"] == "rich_text_quote":
        return "\n".join(f"  | {line}" for line in _inlines(part).split("\n"))
    return _inlines(part)


def _inlines(part: dict[str, Any]) -> str:
    return "".join(_inline(each) for each in part["elements"])


def _inline(inline: dict[str, Any]) -> str:
    if inline["type"] == "text":
        style = inline.get("style", {})
        mark = "**" if style.get("bold") else "__" if style.get("italic") else ""
        before = "\n" if inline["text"].startswith("\n") else ""
        return f"{before}{mark}{inline['text'].removeprefix(before)}{mark}"
    if inline["type"] == "link":
        return f"{inline['text']} <{inline['url']}>"
    return f"@{inline['user_id']}" if inline["type"] == "user" else _rare(inline)


def _rare(inline: dict[str, Any]) -> str:
    return f"@{inline['usergroup_id']}" if "usergroup_id" in inline else str(inline["fallback"])


def _element(element: dict[str, Any]) -> str:
    if element["type"] == "button":
        return f"[{_text(element['text'])}]"
    if element["type"] == "feedback_buttons":
        up, down = element["positive_button"], element["negative_button"]
        return f"[+ {_text(up['text'])}] [- {_text(down['text'])}]"
    if element["type"] in {"plain_text_input", "number_input"}:
        return str(element.get("initial_value", "________"))
    if element["type"] == "datepicker":
        return str(element.get("initial_date", "____-__-__"))
    if element["type"] == "static_select":
        chosen = element.get("initial_option", {}).get("text") or element.get("placeholder")
        return f"<{_text(chosen)}>"
    if element["type"] in _OF_SLACK:
        return f"<{' '.join(element.get(_OF_SLACK[element['type']], []))}>"
    ticked = element.get("initial_options", [])
    return "".join(
        f"\n  {'(x)' if each in ticked else '( )'} {_text(each['text'])}"
        for each in element["options"]
    )


_OF_SLACK = {
    "users_select": "initial_user",
    "multi_users_select": "initial_users",
    "multi_conversations_select": "initial_conversations",
}
"""Selects that Slack fills itself, with the key of what is chosen."""


def _text(text: Any) -> str:
    return str(text["text"]) if text else ""


_SEEN: dict[str, Callable[[dict[str, Any]], str]] = {
    "header": lambda block: f"# {_text(block['text'])}",
    "divider": lambda _: "----",
    "section": _section,
    "context": lambda block: f"~ {' '.join(map(_text, block['elements']))}",
    "actions": lambda block: " ".join(map(_element, block["elements"])),
    "context_actions": lambda block: " ".join(map(_element, block["elements"])),
    "input": _input,
    "rich_text": _rich,
}
