"""The rules of whole messages: their text, blocks, attachments and metadata.

https://docs.slack.dev/reference/methods/chat.postMessage
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from tests.fakes.slack.block_kit.blocks import check_blocks
from tests.fakes.slack.block_kit.problem import Findings, Problem
from tests.fakes.slack.elements import texts_of

#: Undocumented. By https://github.com/slackapi/bolt-js/issues/2509 (13,297 characters in one
#: block) and /2867 (11,341 in 45 blocks refused, 9,597 in 50 accepted) each block costs too.
BLOCKS_TEXT: Final = 13_200
BLOCK_COST: Final = 60

#: https://docs.slack.dev/reference/block-kit/blocks/markdown-block: all of them together.
MARKDOWN_TEXT: Final = 12_000

#: The documentation says "exceeds size limit" without a number.
METADATA_BYTES: Final = 16_000

Payload = dict[str, Any]


def message_problems(
    *, text: str, blocks: Any = None, attachments: Any = None, markdown_text: str | None = None
) -> list[Problem]:
    """What is wrong with a message; the first refused one gives the API's error."""
    findings = Findings("invalid_blocks")
    if markdown_text is not None:
        findings.string(markdown_text, "/markdown_text", MARKDOWN_TEXT)
        if blocks or text:
            findings.add(
                "/markdown_text", "not beside text or blocks", code="markdown_text_conflict"
            )
    if blocks is not None:
        check_blocks(findings, blocks, "/blocks", "message", 50)
        _check_together(findings, blocks)
        if blocks and not text.strip():
            findings.add(
                "/text",
                "no text for notifications and screen readers",
                code="no_fallback",
                refused=False,
            )
    _check_attachments(findings, attachments)
    return findings.problems


def _check_together(findings: Findings, blocks: Any) -> None:
    """The rules of all blocks of a message taken together."""
    known = (
        [block for block in blocks if isinstance(block, dict)] if isinstance(blocks, list) else []
    )
    tables = [block for block in known if block.get("type") in {"table", "data_table"}]
    if len(tables) > 1:
        findings.add("/blocks", "only_one_table_allowed", code="invalid_attachments")
    markdown = sum(
        len(block["text"])
        for block in known
        if block.get("type") == "markdown" and isinstance(block.get("text"), str)
    )
    if markdown > MARKDOWN_TEXT:
        findings.add("/blocks", f"markdown blocks hold {markdown} characters of {MARKDOWN_TEXT}")
    if (size := blocks_size(known)) > BLOCKS_TEXT:
        findings.add("/blocks", f"{size} characters of {BLOCKS_TEXT}", code="msg_blocks_too_long")


def blocks_size(blocks: Sequence[Payload]) -> int:
    """Characters as Slack seems to count them."""
    return sum(map(len, texts_of(list(blocks)))) + BLOCK_COST * max(0, len(blocks) - 1)


def _check_attachments(findings: Findings, attachments: Any) -> None:
    if attachments is None:
        return
    if not isinstance(attachments, list):
        findings.add("/attachments", "must be an array", code="invalid_attachments")
        return
    if len(attachments) > 100:
        findings.add("/attachments", "no more than 100", code="too_many_attachments")
    for place, attachment in enumerate(attachments):
        if isinstance(attachment, dict) and attachment.get("blocks") is not None:
            check_blocks(
                findings, attachment["blocks"], f"/attachments/{place}/blocks", "message", 50
            )


def metadata_problems(metadata: Any) -> list[Problem]:
    """https://docs.slack.dev/messaging/message-metadata"""
    findings = Findings("invalid_metadata_format")
    if not isinstance(metadata, dict):
        findings.add("/metadata", "must be an object")
        return findings.problems
    findings.string(metadata.get("event_type"), "/metadata/event_type", 255)
    if not isinstance(metadata.get("event_payload"), dict):
        findings.add("/metadata/event_payload", "must be an object")
    size = len(json.dumps(metadata, ensure_ascii=False).encode())
    if size > METADATA_BYTES:
        findings.add("/metadata", f"{size} bytes of {METADATA_BYTES}", code="metadata_too_large")
    return findings.problems
