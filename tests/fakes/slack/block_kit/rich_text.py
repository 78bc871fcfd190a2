"""The rules of rich text.

https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
"""

from __future__ import annotations

from typing import Any, Final

from tests.fakes.slack.block_kit.problem import Findings

#: Type of an inline element -> the keys it needs.
_INLINE: Final = {
    "text": ("text",),
    "link": ("url",),
    "user": ("user_id",),
    "usergroup": ("usergroup_id",),
    "channel": ("channel_id",),
    "team": ("team_id",),
    "emoji": ("name",),
    "date": ("timestamp", "format"),
    "broadcast": ("range",),
    "color": ("value",),
}
_PARTS: Final = {"rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote"}
_STYLES: Final = {
    "bold",
    "italic",
    "strike",
    "code",
    "underline",
    "highlight",
    "client_highlight",
    "unlink",
}


def check_rich_text(findings: Findings, block: Any, pointer: str) -> None:
    for place, part in enumerate(
        findings.items(block.get("elements"), f"{pointer}/elements", 10**6)
    ):
        at = f"{pointer}/elements/{place}"
        kind = part.get("type") if isinstance(part, dict) else None
        if kind not in _PARTS:
            findings.add(at, f"unsupported type: {kind} in rich_text")
        elif kind == "rich_text_list":
            _list(findings, part, at)
        else:
            _inlines(findings, part, at)


def _list(findings: Findings, part: dict[str, Any], pointer: str) -> None:
    findings.one_of(part.get("style"), f"{pointer}/style", ("bullet", "ordered"))
    if not 0 <= part.get("indent", 0) <= 8:
        findings.add(f"{pointer}/indent", "must be from 0 to 8")
    for place, item in enumerate(
        findings.items(part.get("elements"), f"{pointer}/elements", 10**6)
    ):
        at = f"{pointer}/elements/{place}"
        if not isinstance(item, dict) or item.get("type") != "rich_text_section":
            findings.add(at, "a list holds nothing but rich_text_section")
        else:
            _inlines(findings, item, at)


def _inlines(findings: Findings, part: dict[str, Any], pointer: str) -> None:
    elements = findings.items(part.get("elements"), f"{pointer}/elements", 10**6, least=0)
    for place, inline in enumerate(elements):
        at = f"{pointer}/elements/{place}"
        kind = inline.get("type") if isinstance(inline, dict) else None
        if kind not in _INLINE:
            findings.add(at, f"unsupported type: {kind} in {part['type']}")
            continue
        findings.required(inline, at, *_INLINE[kind])
        if kind == "text" and inline.get("text") == "":
            findings.add(f"{at}/text", "must be more than 0 characters")
        if kind == "broadcast":
            findings.one_of(inline.get("range"), f"{at}/range", ("here", "channel", "everyone"))
        findings.keys(inline.get("style") or {}, f"{at}/style", _STYLES)
