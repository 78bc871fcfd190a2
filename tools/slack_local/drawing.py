"""Blocks as local-slack can show them.

local-slack knows section, header, context, actions, divider, image and input, and static menus
without groups; ``forms`` makes its inputs. What else the assistant sends is made of these; what is
not known here either goes through and shows as its type in red. The look differs from Slack's;
words and buttons do not.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import Any

from tools.slack_local.forms import Block, Choices, drawn_input

NOTHING_OFFERED = Choices(people={}, conversations={})

_LITERAL = str.maketrans({"*": "∗", "_": "ˍ", "~": "∼", "`": "ˋ"})
"""local-slack has no way to write these without emphasis, so they are drawn by their likes."""

_STYLES = (("code", "`"), ("strike", "~"), ("italic", "_"), ("bold", "*"))


def drawn(blocks: Sequence[Block], choices: Choices = NOTHING_OFFERED) -> list[dict[str, Any]]:
    """A message's or view's blocks, with what Slack itself would offer in menus."""
    return [_block(block, choices) for block in blocks]


def drawn_view(view: Block, choices: Choices = NOTHING_OFFERED) -> dict[str, Any]:
    """A modal or Home tab."""
    return {**view, "blocks": drawn(view.get("blocks", ()), choices)}


def spoken(text: str) -> str:
    """A message's own text: local-slack shows Slack's escapes as they are written."""
    return html.unescape(text)


def _block(block: Block, choices: Choices) -> dict[str, Any]:
    kind = block["type"]
    if kind == "input":
        return drawn_input(block, _ungrouped(block["element"]), choices)
    if kind == "rich_text":
        text = "\n".join(_paragraph(each) for each in block["elements"])
        return {**_named(block), "type": "section", "text": {"type": "mrkdwn", "text": text}}
    if kind == "context_actions":
        buttons = [button for each in block["elements"] for button in _buttons(each)]
        return {**_named(block), "type": "actions", "elements": buttons}
    if kind in {"context", "actions"}:
        return {**block, "elements": [_element(each) for each in block["elements"]]}
    parts: dict[str, Any] = {}
    if "accessory" in block:
        parts["accessory"] = _element(block["accessory"])
    if kind == "section":
        if "text" in block:
            parts["text"] = _text(block["text"])
        if "fields" in block:
            parts["fields"] = [_text(each) for each in block["fields"]]
    return {**block, **parts}


def _named(block: Block) -> dict[str, Any]:
    return {"block_id": block["block_id"]} if "block_id" in block else {}


def _text(text: Block) -> dict[str, Any]:
    if text["type"] == "mrkdwn":
        return {**text, "text": spoken(text["text"])}
    # Only mrkdwn is drawn with its line ends.
    return {"type": "mrkdwn", "text": _literal(text["text"])}


def _literal(text: str) -> str:
    return text.translate(_LITERAL)


def _element(element: Block) -> dict[str, Any]:
    if element["type"] in {"mrkdwn", "plain_text"}:
        return _text(element)
    if element["type"] == "static_select":
        return _menu(element)
    return dict(element)


def _menu(element: Block) -> dict[str, Any]:
    """A menu without groups, whose placeholder is what is chosen now."""
    chosen = element.get("initial_option")
    shown = {"placeholder": chosen["text"]} if chosen else {}
    return {**_ungrouped(element), **shown}


def _ungrouped(element: Block) -> dict[str, Any]:
    if "option_groups" not in element:
        return dict(element)
    options = [option for group in element["option_groups"] for option in group["options"]]
    return {**element, "options": options}


def _buttons(element: Block) -> list[dict[str, Any]]:
    if element["type"] != "feedback_buttons":
        return [dict(element)]
    shared = {"type": "button", "action_id": element["action_id"]}
    return [
        {**shared, "text": element[side]["text"], "value": element[side]["value"]}
        for side in ("positive_button", "negative_button")
    ]


def _paragraph(element: Block) -> str:
    kind = element["type"]
    if kind == "rich_text_list":
        indent = "\u2003" * element.get("indent", 0)
        return "\n".join(f"{indent}• {_paragraph(item)}" for item in element["elements"])
    text = "".join(_inline(each) for each in element["elements"])
    if kind == "rich_text_quote":
        return "\n".join(f"> {line}" for line in text.split("\n"))
    return text


def _inline(element: Block) -> str:
    kind = element["type"]
    if kind == "text":
        return _styled(_literal(element["text"]), element.get("style", {}))
    if kind == "link":
        return f"<{element['url']}|{element.get('text', element['url'])}>"
    if kind == "user":
        return f"<@{element['user_id']}>"
    if kind == "usergroup":  # In the workspace's file groups are among the users.
        return f"<@{element['usergroup_id']}>"
    if kind == "channel":
        return f"<#{element['channel_id']}>"
    if kind == "emoji":
        return f":{element['name']}:"
    return str(element.get("fallback", f"[{kind}]"))


def _styled(text: str, style: Mapping[str, bool]) -> str:
    """Emphasis line by line and inside the spaces, where alone local-slack sees it."""
    marks = [mark for name, mark in _STYLES if style.get(name)]
    return "\n".join(_marked(line, marks) for line in text.split("\n"))


def _marked(line: str, marks: Sequence[str]) -> str:
    core = line.strip()
    if not core or not marks:
        return line
    before, after = line[: line.index(core)], line[line.index(core) + len(core) :]
    opening = "".join(reversed(marks))
    return f"{before}{opening}{core}{''.join(marks)}{after}"
