"""The manifest for Slack: within Slack's limits, and as its documentation says.

Limits: https://docs.slack.dev/reference/app-manifest
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]

EVENT_SCOPES = {
    "app_home_opened": None,
    "app_mention": "app_mentions:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
}
"""What an event needs: https://docs.slack.dev/reference/events."""


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(ROOT.joinpath("manifest.json").read_text("utf-8"))
    return loaded


def test_every_text_is_within_its_limit(manifest: dict[str, Any]) -> None:
    display, features = manifest["display_information"], manifest["features"]
    assert len(display["name"]) <= 35
    assert len(display["description"]) <= 140
    assert 175 <= len(display["long_description"]) <= 4000
    assert len(features["bot_user"]["display_name"]) <= 80
    assert len(features["agent_view"]["agent_description"]) <= 300
    for shortcut in features["shortcuts"]:
        assert len(shortcut["name"]) <= 24
        assert len(shortcut["description"]) <= 150
    for command in features["slash_commands"]:
        assert re.fullmatch(r"/[a-z]{1,31}", command["command"])
        assert len(command["usage_hint"]) <= 1000


def test_every_event_has_its_scope(manifest: dict[str, Any]) -> None:
    events = manifest["settings"]["event_subscriptions"]["bot_events"]
    scopes = manifest["oauth_config"]["scopes"]["bot"]
    assert {EVENT_SCOPES[event] for event in events} - {None} <= set(scopes)


def test_every_scope_is_explained_and_no_other(manifest: dict[str, Any]) -> None:
    page = ROOT.joinpath("docs", "slack.md").read_text("utf-8")
    _, _, table = page.partition("\n| scope |")
    explained = re.findall(r"^\| `([a-z_:]+)` \|", table.partition("\n\n")[0], re.MULTILINE)
    assert explained == manifest["oauth_config"]["scopes"]["bot"]
