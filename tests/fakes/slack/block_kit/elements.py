"""The rules of block elements and composition objects."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, Final

from slack_sdk.models import JsonObject
from slack_sdk.models.blocks import BlockElement

from tests.fakes.slack.block_kit.problem import Findings

Payload = dict[str, Any]

_SELECTS: Final = frozenset(
    f"{many}{kind}_select"
    for many in ("", "multi_")
    for kind in ("static", "external", "users", "conversations", "channels")
)
_CHOICES: Final = _SELECTS | {"checkboxes", "radio_buttons", "datepicker", "timepicker"}

#: Where each element may stand.
IN_SECTIONS: Final = _CHOICES | {"button", "workflow_button", "image", "overflow"}
IN_ACTIONS: Final = _CHOICES | {"button", "workflow_button", "overflow", "datetimepicker"}
IN_INPUTS: Final = _CHOICES | {
    "plain_text_input",
    "email_text_input",
    "url_text_input",
    "number_input",
    "rich_text_input",
    "file_input",
    "datetimepicker",
}
IN_CONTEXT_ACTIONS: Final = frozenset({"feedback_buttons", "icon_button"})


def check_element(
    findings: Findings, element: Any, pointer: str, allowed: frozenset[str], *, where: str
) -> None:
    """One element with its limits; unknown types and keys are refused."""
    kind = element.get("type") if isinstance(element, dict) else None
    if kind not in allowed:
        findings.add(pointer, f"unsupported type: {kind} in {where}")
        return
    known = _known_keys(element["type"])
    if known:
        findings.keys(element, pointer, known)
    if "action_id" in known:
        findings.optional(
            element, "action_id", lambda value: findings.string(value, f"{pointer}/action_id", 255)
        )
    _check_shared(findings, element, pointer)
    _RULES.get(kind, _no_more_rules)(findings, element, pointer)


@cache
def _known_keys(kind: str) -> frozenset[str]:
    """The keys that slack_sdk knows of this type of element."""
    for model in BlockElement._get_sub_block_elements():
        if getattr(model, "type", None) == kind:
            return keys_of(model) | {"type"}
    return frozenset()


def keys_of(model: type[JsonObject]) -> frozenset[str]:
    """A model's attributes, which most of them compute from those they inherit."""
    attributes: Any = model.attributes
    if isinstance(attributes, property) and attributes.fget is not None:
        attributes = attributes.fget(model.__new__(model))
    return frozenset(attributes)


def _check_shared(findings: Findings, element: Payload, pointer: str) -> None:
    findings.optional(
        element,
        "placeholder",
        lambda value: findings.plain(value, f"{pointer}/placeholder", 150),
    )
    findings.optional(
        element, "confirm", lambda value: check_confirm(findings, value, f"{pointer}/confirm")
    )


def check_confirm(findings: Findings, confirm: Any, pointer: str) -> None:
    """https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object"""
    if not isinstance(confirm, dict):
        findings.add(pointer, "must be a confirmation dialog")
        return
    if findings.required(confirm, pointer, "title", "text", "confirm", "deny"):
        findings.plain(confirm["title"], f"{pointer}/title", 100)
        findings.text(confirm["text"], f"{pointer}/text", 300)
        findings.plain(confirm["confirm"], f"{pointer}/confirm", 30)
        findings.plain(confirm["deny"], f"{pointer}/deny", 30)
    findings.keys(confirm, pointer, {"title", "text", "confirm", "deny", "style"})


def check_image(findings: Findings, image: Payload, pointer: str) -> None:
    findings.required(image, pointer, "alt_text")
    findings.optional(
        image, "alt_text", lambda value: findings.string(value, f"{pointer}/alt_text", 2000)
    )
    if ("image_url" in image) == ("slack_file" in image):
        findings.add(pointer, "exactly one of image_url and slack_file is required")
    findings.optional(
        image, "image_url", lambda value: findings.string(value, f"{pointer}/image_url", 3000)
    )


def _button(findings: Findings, element: Payload, pointer: str) -> None:
    findings.plain(element.get("text"), f"{pointer}/text", 75)
    for key, most in (("value", 2000), ("url", 3000), ("accessibility_label", 75)):
        if element.get(key) is not None:
            findings.string(element[key], f"{pointer}/{key}", most, least=0)
    if element.get("style") is not None:
        findings.one_of(element["style"], f"{pointer}/style", ("primary", "danger"))


def _feedback(findings: Findings, element: Payload, pointer: str) -> None:
    for key in ("positive_button", "negative_button"):
        button, place = element.get(key), f"{pointer}/{key}"
        if not isinstance(button, dict):
            findings.add(pointer, f"missing required field: {key}")
            continue
        findings.keys(button, place, {"text", "value", "accessibility_label"})
        findings.plain(button.get("text"), f"{place}/text", 75)
        findings.string(button.get("value"), f"{place}/value", 2000)
        if button.get("accessibility_label") is not None:
            findings.string(button["accessibility_label"], f"{place}/accessibility_label", 75)


def _icon_button(findings: Findings, element: Payload, pointer: str) -> None:
    findings.required(element, pointer, "icon")
    findings.plain(element.get("text"), f"{pointer}/text", 75)


def _select(findings: Findings, element: Payload, pointer: str) -> None:
    if ("options" in element) == ("option_groups" in element):
        findings.add(pointer, "exactly one of options and option_groups is required")
    _options(findings, element, pointer, 100, ("plain_text",))
    groups = element.get("option_groups")
    if groups is not None:
        for place, group in enumerate(findings.items(groups, f"{pointer}/option_groups", 100)):
            at = f"{pointer}/option_groups/{place}"
            findings.plain(group.get("label"), f"{at}/label", 75)
            _options(findings, group, at, 100, ("plain_text",))
    _initial(findings, element, pointer)


def _few_options(findings: Findings, element: Payload, pointer: str) -> None:
    findings.required(element, pointer, "options")
    _options(findings, element, pointer, 10, ("plain_text", "mrkdwn"))
    _initial(findings, element, pointer)


def _overflow(findings: Findings, element: Payload, pointer: str) -> None:
    findings.required(element, pointer, "options")
    _options(findings, element, pointer, 5, ("plain_text",))


def _options(
    findings: Findings, holder: Payload, pointer: str, most: int, kinds: tuple[str, ...]
) -> None:
    if holder.get("options") is None:
        return
    values = []
    for place, option in enumerate(findings.items(holder["options"], f"{pointer}/options", most)):
        check_option(findings, option, f"{pointer}/options/{place}", kinds)
        values.append(option.get("value"))
    if len(set(values)) < len(values):
        findings.add(f"{pointer}/options", "two options have the same value", refused=False)


def check_option(findings: Findings, option: Payload, pointer: str, kinds: tuple[str, ...]) -> None:
    """https://docs.slack.dev/reference/block-kit/composition-objects/option-object

    The value's limit was 75 for a time and is 150 now (slack_sdk's ``Option`` too).
    """
    findings.text(option.get("text"), f"{pointer}/text", 75, kinds=kinds)
    findings.string(option.get("value"), f"{pointer}/value", 150)
    if option.get("description") is not None:
        findings.text(option["description"], f"{pointer}/description", 75, kinds=kinds)
    if option.get("url") is not None:
        findings.string(option["url"], f"{pointer}/url", 3000)
    findings.keys(option, pointer, {"text", "value", "description", "url"})


def _initial(findings: Findings, element: Payload, pointer: str) -> None:
    """An option chosen beforehand must be one of those offered, to the letter."""
    groups = element.get("option_groups") or []
    offered = [
        *(element.get("options") or []),
        *(option for group in groups for option in group.get("options", [])),
    ]
    chosen = element.get("initial_options") or []
    if element.get("initial_option") is not None:
        chosen = [*chosen, element["initial_option"]]
    for option in chosen:
        if option not in offered:
            findings.add(pointer, f"invalid initial option: {option.get('value')}")
    if element.get("initial_options") == []:
        findings.add(f"{pointer}/initial_options", "no fewer than 1 items required")


def _text_input(findings: Findings, element: Payload, pointer: str) -> None:
    least, most = element.get("min_length"), element.get("max_length")
    if least is not None and not 0 <= least <= 3000:
        findings.add(f"{pointer}/min_length", "must be from 0 to 3000")
    if most is not None and not 1 <= most <= 3000:
        findings.add(f"{pointer}/max_length", "must be from 1 to 3000")
    if least is not None and most is not None and least > most:
        findings.add(pointer, "min_length is above max_length")
    first = element.get("initial_value")
    if first is not None and len(first) > (most or 3000):
        findings.add(
            f"{pointer}/initial_value", f"must be less than {(most or 3000) + 1} characters"
        )


def _number(findings: Findings, element: Payload, pointer: str) -> None:
    findings.required(element, pointer, "is_decimal_allowed")


def _file(findings: Findings, element: Payload, pointer: str) -> None:
    if not 1 <= element.get("max_files", 1) <= 10:
        findings.add(f"{pointer}/max_files", "must be from 1 to 10")


def _no_more_rules(findings: Findings, element: Payload, pointer: str) -> None:
    """The shared limits are all there is for the other types."""


_RULES: Final[dict[str, Callable[[Findings, Payload, str], None]]] = {
    "button": _button,
    "feedback_buttons": _feedback,
    "icon_button": _icon_button,
    "static_select": _select,
    "multi_static_select": _select,
    "checkboxes": _few_options,
    "radio_buttons": _few_options,
    "overflow": _overflow,
    "plain_text_input": _text_input,
    "number_input": _number,
    "file_input": _file,
    "image": check_image,
}
