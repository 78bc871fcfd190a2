"""Whom a posted message would notify.

https://docs.slack.dev/messaging/formatting-message-text/#mentioning
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, Literal

PingKind = Literal["channel", "here", "everyone", "subteam", "user"]

_MENTION: Final = re.compile(
    r"<(?:!(channel|here|everyone)|!(subteam)\^(S\w+)|@([UW]\w+))(?:\|[^<>]*)?>"
)
#: What ``link_names`` and ``parse: full`` make mentions of.
_BARE: Final = re.compile(r"(?<![\w@])@(channel|here|everyone)\b")

#: Texts that Slack shows as they are.
_LITERAL: Final = {"plain_text", "raw_text", "text", "rich_text_preformatted"}


def pings_in(text: str, blocks: list[dict[str, Any]], *, linked: bool) -> set[tuple[PingKind, str]]:
    """(kind, id) of each mention that is not escaped; the id is empty for whole channels.

    ``linked``: ``link_names`` or ``parse: full`` was set.
    """
    found: set[tuple[PingKind, str]] = set()
    for written in (text, *_mrkdwn_in(blocks)):
        found.update(_mentions(written))
        if linked:
            found.update((match[1], "") for match in _BARE.finditer(written))  # type: ignore[misc]
    found.update(_rich_mentions(blocks))
    return found


def _mentions(text: str) -> Iterator[tuple[PingKind, str]]:
    for match in _MENTION.finditer(text):
        everybody, subteam, group, person = match.groups()
        if everybody:
            yield everybody, ""  # type: ignore[misc]
        elif subteam:
            yield "subteam", group
        else:
            yield "user", person


def _mrkdwn_in(part: Any) -> Iterator[str]:
    if isinstance(part, list):
        for item in part:
            yield from _mrkdwn_in(item)
    elif isinstance(part, dict):
        if isinstance(part.get("text"), str) and part.get("type") not in _LITERAL:
            yield part["text"]
        for value in part.values():
            yield from _mrkdwn_in(value)


def _rich_mentions(part: Any) -> Iterator[tuple[PingKind, str]]:
    if isinstance(part, list):
        for item in part:
            yield from _rich_mentions(item)
    elif isinstance(part, dict):
        if part.get("type") == "broadcast":
            yield part["range"], ""
        elif part.get("type") == "user" and "user_id" in part:
            yield "user", part["user_id"]
        elif part.get("type") == "usergroup" and "usergroup_id" in part:
            yield "subteam", part["usergroup_id"]
        for value in part.values():
            yield from _rich_mentions(value)
