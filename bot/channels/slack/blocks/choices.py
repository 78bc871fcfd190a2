"""Selects, boxes and inputs, and what was chosen in them."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from pydantic import JsonValue

from bot.channels.slack.blocks import limits
from bot.channels.slack.blocks.elements import Block, plain
from bot.channels.slack.blocks.text import shown
from bot.domain.people import EVERYWHERE
from knowledge.language.alphabet import swedish_order
from knowledge.texts.catalogue import say

ALL = EVERYWHERE
"""The value of the option that chooses nothing in particular."""


def option_value(identity: str) -> str:
    """An id as the value of an option: what is too long for one, by its digest."""
    if len(identity) <= limits.OPTION_VALUE:
        return identity
    return hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()


def option(text: str, value: str) -> Block:
    """An option; ``value`` has at most limits.OPTION_VALUE characters."""
    return {"text": plain(text, limits.OPTION), "value": value}


def select(action: str, texts: Mapping[str, str], value: str) -> Block:
    """A select of at most 100 options, ``texts`` by their values, with ``value`` chosen.

    https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element
    """
    options = {each: option(text, each) for each, text in texts.items()}
    return {
        "type": "static_select",
        "action_id": action,
        "options": list(options.values()),
        "initial_option": options[value],
    }


def municipality_select(
    action: str, municipalities: Iterable[str], current: str | None, language: str, none: str
) -> Block:
    """A select of municipalities, after the text of key ``none`` for no certain one; more than fit
    in one list go by letter.

    Slack takes 100 groups of 100 options: Sweden's 290 municipalities and all who may join them.
    """
    known = {name for name in municipalities if shown(name, limits.OPTION) == name}
    names = sorted(known - {ALL}, key=swedish_order)
    texts = {ALL: say(none, language), **{name: name for name in names}}
    value = current if current in texts else ALL
    if len(texts) <= limits.OPTIONS:
        return select(action, texts, value)
    return {
        "type": "static_select",
        "action_id": action,
        "option_groups": list(_groups(texts)),
        "initial_option": option(texts[value], value),
    }


def _groups(texts: Mapping[str, str]) -> list[JsonValue]:
    groups: list[JsonValue] = []
    for letter, values in groupby(texts, lambda value: value[0].upper()[:1]):
        own = list(values)
        for start in range(0, len(own), limits.OPTIONS):
            options = [option(texts[each], each) for each in own[start : start + limits.OPTIONS]]
            label = texts[ALL] if letter == ALL else letter
            groups.append({"label": plain(label, limits.OPTION), "options": list(options)})
    return groups[: limits.OPTION_GROUPS]


def long_select(action: str, texts: Mapping[str, str], value: str | None) -> Block:
    """A select of up to 10,000 options, ``texts`` by their values in alphabetical order, by letter
    where they are more than fit in one list; ``value`` is chosen if it is one of them.
    """
    made: Block = {"type": "static_select", "action_id": action}
    if len(texts) <= limits.OPTIONS:
        made["options"] = [option(text, each) for each, text in texts.items()]
    else:
        made["option_groups"] = list(_by_letter(texts))
    if value is None or value not in texts:
        return made
    return {**made, "initial_option": option(texts[value], value)}


def _by_letter(texts: Mapping[str, str]) -> list[JsonValue]:
    groups: list[JsonValue] = []
    for letter, values in groupby(texts, lambda value: texts[value][:1].upper()):
        own = list(values)
        for start in range(0, len(own), limits.OPTIONS):
            options = [option(texts[each], each) for each in own[start : start + limits.OPTIONS]]
            groups.append({"label": plain(letter, limits.OPTION), "options": list(options)})
    return groups[: limits.OPTION_GROUPS]


def several(action: str, options: Sequence[Block], chosen: Container[str]) -> Block:
    """A select of several out of at most 10,000 options, those with ``chosen`` values chosen; by
    their numbers where they are more than fit in one list.

    https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element
    """
    made: Block = {"type": "multi_static_select", "action_id": action}
    if len(options) <= limits.OPTIONS:
        made["options"] = list(options)
    else:
        made["option_groups"] = list(_by_number(options))
    first = [each for each in options if each["value"] in chosen]
    return {**made, "initial_options": list(first)} if first else made


def _by_number(options: Sequence[Block]) -> Iterator[JsonValue]:
    for start in range(0, len(options), limits.OPTIONS):
        those: list[JsonValue] = list(options[start : start + limits.OPTIONS])
        label = plain(f"{start + 1}–{start + len(those)}", limits.OPTION)
        yield {"label": label, "options": those}


def day_picker(action: str, first: str) -> Block:
    """A calendar; ``first`` is the day chosen in it, as 2026-05-03, or "".

    https://docs.slack.dev/reference/block-kit/block-elements/date-picker-element
    """
    made: Block = {"type": "datepicker", "action_id": action}
    return {**made, "initial_date": first} if first else made


def line(action: str, first: str, most: int) -> Block:
    """An input of one line with ``first`` in it."""
    made: Block = {"type": "plain_text_input", "action_id": action, "max_length": most}
    return _begun(made, " ".join(first.split()), most)


def radio(action: str, texts: Mapping[str, str]) -> Block:
    """Radio buttons, at most ten.

    https://docs.slack.dev/reference/block-kit/block-elements/radio-button-group-element
    """
    options: list[JsonValue] = [option(text, value) for value, text in texts.items()]
    return {"type": "radio_buttons", "action_id": action, "options": options}


def checkbox(action: str, text: str, about: str, value: str, *, is_set: bool) -> Block:
    """One box to tick.

    https://docs.slack.dev/reference/block-kit/block-elements/checkboxes-element
    """
    box: Block = {**option(text, value), "description": plain(about, limits.OPTION)}
    made: Block = {"type": "checkboxes", "action_id": action, "options": [box]}
    return {**made, "initial_options": [box]} if is_set else made


def boxes(action: str, texts: Mapping[str, str], ticked: Container[str]) -> Block:
    """At most ten boxes to tick, ``texts`` by their values."""
    options = [option(text, value) for value, text in texts.items()]
    made: Block = {"type": "checkboxes", "action_id": action, "options": list(options)}
    first = [each for each in options if each["value"] in ticked]
    return {**made, "initial_options": list(first)} if first else made


def whole_number(action: str, first: int | None, least: int, most: int) -> Block:
    """An input of a whole number with ``first`` in it.

    https://docs.slack.dev/reference/block-kit/block-elements/number-input-element
    """
    made: Block = {
        "type": "number_input",
        "action_id": action,
        "is_decimal_allowed": False,
        "min_value": str(least),
        "max_value": str(most),
    }
    return made if first is None else {**made, "initial_value": str(first)}


def writing(action: str, most: int = limits.INPUT, first: str = "") -> Block:
    """An input of several lines with ``first`` in it.

    https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element
    """
    made: Block = {"type": "plain_text_input", "action_id": action, "max_length": most}
    return _begun({**made, "multiline": True}, first, most)


def _begun(made: Block, first: str, most: int) -> Block:
    return {**made, "initial_value": first[:most]} if first else made


def asked_for(
    element: Block, label: str, *, hint: str | None = None, is_optional: bool = False
) -> Block:
    """An input block of a modal, called as its element is.

    https://docs.slack.dev/reference/block-kit/blocks/input-block
    """
    made: Block = {
        "type": "input",
        "block_id": element["action_id"],
        "label": plain(label, limits.LABEL),
        "element": element,
        "optional": is_optional,
    }
    return {**made, "hint": plain(hint, limits.LABEL)} if hint else made
