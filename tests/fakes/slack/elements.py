"""What stands in blocks: their texts, their elements, and the values people give them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

Payload = dict[str, Any]

#: Element types that a press dispatches and that never hold a value.
BUTTONS: Final = {"button", "icon_button", "workflow_button", "feedback_buttons", "overflow"}

#: Element type -> (the key of its value in a state, the key of its first value).
_VALUES: Final = {
    "plain_text_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "checkboxes": ("selected_options", "initial_options"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "users_select": ("selected_user", "initial_user"),
    "multi_users_select": ("selected_users", "initial_users"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "channels_select": ("selected_channel", "initial_channel"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "file_input": ("files", "initial_files"),
}


def texts_of(part: Any) -> Iterator[str]:
    """Every text in blocks, elements or attachments as it was sent, in reading order."""
    for text, _ in _texts_with_kind(part):
        yield text


def read_texts(part: Any) -> Iterator[str]:
    """The same as people read it: ``&lt;`` in formatted text is a ``<`` to them."""
    for text, kind in _texts_with_kind(part):
        yield text if kind in {"plain_text", "raw_text", "text"} else unescaped(text)


def unescaped(text: str) -> str:
    """https://docs.slack.dev/messaging/formatting-message-text/#escaping"""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _texts_with_kind(part: Any) -> Iterator[tuple[str, str]]:
    if isinstance(part, list):
        for item in part:
            yield from _texts_with_kind(item)
    elif isinstance(part, dict):
        for key, value in part.items():
            if key in {"text", "fallback", "alt_text"} and isinstance(value, str):
                yield value, str(part.get("type", ""))
            elif isinstance(value, dict | list) and key not in {"metadata", "confirm"}:
                yield from _texts_with_kind(value)


def elements_of(blocks: Sequence[Payload]) -> Iterator[tuple[Payload, Payload]]:
    """Each interactive element with the block it stands in."""
    for block in blocks:
        for key in ("accessory", "element"):
            if isinstance(block.get(key), dict):
                yield block, block[key]
        if block["type"] in {"actions", "context_actions"}:
            yield from ((block, element) for element in block["elements"])
        yield from ((block, element) for element in block.get("actions") or [])
        if block["type"] == "carousel":
            yield from elements_of(block["elements"])
        yield from elements_of(block.get("child_blocks") or [])


def holds_value(element: Payload) -> bool:
    return element["type"] in _VALUES


def first_state(blocks: Sequence[Payload], before: Payload | None = None) -> Payload:
    """The state of freshly shown blocks; what stood under the same ids before is kept.

    https://docs.slack.dev/surfaces/modals/#updating_views
    """
    state: Payload = {}
    for block, element in elements_of(blocks):
        if not holds_value(element):
            continue
        kept = (before or {}).get(block["block_id"], {}).get(element["action_id"])
        value = kept if kept and kept["type"] == element["type"] else _first_value(element)
        state.setdefault(block["block_id"], {})[element["action_id"]] = value
    return state


def _first_value(element: Payload) -> Payload:
    key, initial = _VALUES[element["type"]]
    value = element.get(initial)
    return {"type": element["type"], key: [] if value is None and key.endswith("s") else value}


def given_value(element: Payload, value: Any) -> Payload:
    """A person's value in the shape of ``state.values``.

    Options are given by their ``value``, several of them as a list.
    Raises LookupError for an option that is not offered, TypeError for the wrong shape.
    """
    kind = element["type"]
    key, _ = _VALUES[kind]
    if key.endswith("s") and not isinstance(value, list | tuple):
        raise TypeError(f"{element['action_id']} ({kind}) takes a list, not {value!r}")
    shaped: Any = value
    if key == "selected_option":
        shaped = None if value is None else _option(element, value)
    elif key == "selected_options":
        shaped = [_option(element, one) for one in value]
    elif key == "value" and value is not None:
        shaped = str(value)
    elif kind in {"datepicker", "timepicker"} and value is not None:
        shaped = str(value) if kind == "datepicker" else str(value)[:5]
    return {"type": kind, key: list(shaped) if isinstance(shaped, tuple) else shaped}


def is_empty(value: Payload) -> bool:
    key, _ = _VALUES[value["type"]]
    return value.get(key) in (None, "", [])


def _option(element: Payload, value: str) -> Payload:
    if "external" in element["type"]:
        return {"text": {"type": "plain_text", "text": value, "emoji": True}, "value": value}
    offered = options_of(element)
    for option in offered:
        if option.get("value") == value:
            return option
    values = [option.get("value") for option in offered]
    raise LookupError(f"{element['action_id']} offers {values}, not {value!r}")


def options_of(element: Payload) -> list[Payload]:
    groups = element.get("option_groups") or []
    return [*(element.get("options") or []), *(one for group in groups for one in group["options"])]
