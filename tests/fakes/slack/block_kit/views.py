"""The rules of modals and Home tabs.

https://docs.slack.dev/reference/views
"""

from __future__ import annotations

import json
from typing import Any, Final

from tests.fakes.slack.block_kit.blocks import check_blocks
from tests.fakes.slack.block_kit.problem import Findings, Problem

_KEYS: Final = {
    "type",
    "title",
    "blocks",
    "close",
    "submit",
    "private_metadata",
    "callback_id",
    "clear_on_close",
    "notify_on_close",
    "external_id",
    "submit_disabled",
}
VIEW_BYTES: Final = 250_000


def view_problems(view: Any) -> list[Problem]:
    """What is wrong with a view; the first refused one gives the API's error."""
    findings = Findings("invalid_arguments")
    if not isinstance(view, dict) or view.get("type") not in {"modal", "home"}:
        findings.add("/view/type", "must be modal or home")
        return findings.problems
    findings.keys(view, "/view", _KEYS)
    check_blocks(findings, view.get("blocks"), "/view/blocks", view["type"], 100)
    if view.get("private_metadata") is not None:
        findings.string(view["private_metadata"], "/view/private_metadata", 3000, least=0)
    for key in ("callback_id", "external_id"):
        if view.get(key) is not None:
            findings.string(view[key], f"/view/{key}", 255, least=0)
    _check_frame(findings, view)
    if len(json.dumps(view, ensure_ascii=False).encode()) > VIEW_BYTES:
        findings.add("/view", "more than 250 kB", code="view_too_large")
    return findings.problems


def _check_frame(findings: Findings, view: dict[str, Any]) -> None:
    """Title, submit and close: what a modal needs and a Home tab has not."""
    if view["type"] == "home":
        for key in ("title", "submit", "close", "clear_on_close", "notify_on_close"):
            if view.get(key) is not None:
                findings.add(f"/view/{key}", f"a Home tab has no {key}")
        return
    findings.plain(view.get("title"), "/view/title", 24)
    for key in ("submit", "close"):
        if view.get(key) is not None:
            findings.plain(view[key], f"/view/{key}", 24)
    blocks = view.get("blocks")
    kinds = {block.get("type") for block in blocks if isinstance(block, dict)} if blocks else set()
    if "input" in kinds and view.get("submit") is None:
        findings.add("/view/submit", "missing required field: submit (the modal has inputs)")
