"""Block Kit's blocks and elements as plain dicts; each text is cleaned and kept within its limit.

There is no mrkdwn: text objects are plain, what needs style or a mention is rich text.
https://docs.slack.dev/reference/block-kit
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from pydantic import JsonValue

from bot.channels.slack.blocks import limits, names
from bot.channels.slack.blocks.text import NOTHING, Mrkdwn, clean, neutral, shown
from bot.domain.days import swedish_day

Block = dict[str, JsonValue]

_PERSON = re.compile(r"[UW][A-Z0-9]+")
_GROUP = re.compile(r"S[A-Z0-9]+")
_LINK = re.compile(r"https://[^\s<>|]+")


def plain(text: str, room: int = limits.TEXT) -> Block:
    """A text object in which nothing is interpreted."""
    return {"type": "plain_text", "text": shown(text, room), "emoji": False}


def header(text: str) -> Block:
    """A large bold line."""
    return {"type": "header", "text": plain(text, limits.HEADER)}


def section(text: str, accessory: Block | None = None) -> Block:
    """Text, with an element beside it."""
    block: Block = {"type": "section", "text": plain(text)}
    return {**block, "accessory": accessory} if accessory else block


def context(text: str) -> Block:
    """Small grey text."""
    return {"type": "context", "elements": [plain(text)]}


def actions(buttons: Sequence[Block]) -> Block:
    """A row of at most 25 buttons."""
    return {"type": "actions", "elements": list(buttons)}


def divider() -> Block:
    """A line across."""
    return {"type": "divider"}


def button(
    text: str,
    action: str,
    value: str | None = None,
    *,
    confirm: Block | None = None,
    label: str | None = None,
    is_primary: bool = False,
) -> Block:
    """A button. ``label`` is what a screen reader says instead of ``text``; ``value`` has at most
    limits.VALUE characters.
    """
    made: Block = {
        "type": "button",
        "text": plain(text, limits.BUTTON),
        "action_id": action,
    }
    if value is not None:
        made["value"] = value
    if confirm:
        made["confirm"] = confirm
    if label:
        made["accessibility_label"] = shown(label, limits.BUTTON)
    if is_primary:
        made["style"] = "primary"
    return made


def confirmation(title: str, text: str, confirm: str, deny: str) -> Block:
    """A dialog that asks before a button is taken as pressed."""
    return {
        "title": plain(title, limits.CONFIRM_TITLE),
        "text": plain(text, limits.CONFIRM_TEXT),
        "confirm": plain(confirm, limits.CONFIRM_BUTTON),
        "deny": plain(deny, limits.CONFIRM_BUTTON),
    }


def thumbs(question: str, up: str, down: str) -> Block:
    """Thumb up and thumb down on the answer to ``question``; in messages only.

    https://docs.slack.dev/reference/block-kit/blocks/context-actions-block
    """
    return {
        "type": "context_actions",
        "elements": [
            {
                "type": "feedback_buttons",
                "action_id": names.FEEDBACK,
                "positive_button": _thumb(up, f"{names.LIKED}:{question}"),
                "negative_button": _thumb(down, f"{names.DISLIKED}:{question}"),
            }
        ],
    }


def _thumb(text: str, value: str) -> Block:
    short = plain(text, limits.BUTTON)
    return {"text": short, "value": value, "accessibility_label": short["text"]}


def rich(*parts: Block) -> Block:
    """Rich text of paragraphs, quotes and lists.

    https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
    """
    return {"type": "rich_text", "elements": list(parts)}


def paragraph(*inlines: Block) -> Block:
    """A paragraph of rich text."""
    return {"type": "rich_text_section", "elements": _or_nothing(inlines)}


def quotation(*inlines: Block) -> Block:
    """A quote of rich text, with a bar beside it."""
    return {"type": "rich_text_quote", "elements": _or_nothing(inlines)}


def bullets(items: Iterable[Sequence[Block]]) -> Block:
    """A list of rich text; at least one item."""
    return {
        "type": "rich_text_list",
        "style": "bullet",
        "elements": [paragraph(*item) for item in items],
    }


def words(text: str, *, bold: bool = False, italic: bool = False) -> Block:
    """A stretch of rich text as long as it is."""
    made: Block = {"type": "text", "text": clean(text)}
    style: Block = {name: True for name, is_set in (("bold", bold), ("italic", italic)) if is_set}
    return {**made, "style": style} if style else made


def _or_nothing(inlines: Sequence[Block]) -> list[JsonValue]:
    """Slack refuses empty stretches."""
    kept: list[JsonValue] = [each for each in inlines if each.get("text") != ""]
    return kept or [words(NOTHING)]


def mention(identity: str) -> Block:
    """A person or a user group by id; anything else is shown as it is."""
    if _PERSON.fullmatch(identity):
        return {"type": "user", "user_id": identity}
    if _GROUP.fullmatch(identity):
        return {"type": "usergroup", "usergroup_id": identity}
    return words(shown(identity, limits.BUTTON))


def written_mention(identity: str) -> Mrkdwn:
    """The same for a message's fallback.

    https://docs.slack.dev/messaging/formatting-message-text#mentioning
    """
    if _PERSON.fullmatch(identity):
        return Mrkdwn(f"<@{identity}>")
    if _GROUP.fullmatch(identity):
        return Mrkdwn(f"<!subteam^{identity}>")
    return neutral(identity, limits.BUTTON)


def link(address: str, text: str) -> Block:
    """A link that we made; only its text where the address is not one of https."""
    if not _LINK.fullmatch(address):
        return words(text)
    return {"type": "link", "url": address, "text": text}


def moment(at: datetime) -> Block:
    """Date and time as the reader's own clock shows them."""
    return _date(at, "{date_num} {time}", at.strftime("%Y-%m-%d %H:%M UTC"))


def day(at: datetime) -> Block:
    """The date where the reader is."""
    return _date(at, "{date_num}", swedish_day(at).isoformat())


def _date(at: datetime, shape: str, fallback: str) -> Block:
    return {
        "type": "date",
        "timestamp": int(at.timestamp()),
        "format": shape,
        "fallback": fallback,
    }
