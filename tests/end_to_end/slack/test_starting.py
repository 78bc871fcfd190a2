"""What the process says when it cannot begin, and who may knock on its door."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.end_to_end.command import Run
from tests.end_to_end.slack.process import Bot
from tests.end_to_end.slack.town import Town
from tests.fakes.slack import SlackServer
from tests.fakes.slack.signing import signature_headers

BOT_TOKEN, APP_TOKEN, SECRET = "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"


@pytest.fixture(scope="module")
def servers() -> Iterator[dict[str, SlackServer]]:
    with SlackServer() as socket, SlackServer(mode="http") as http:
        yield {"socket": socket, "http": http}


@pytest.mark.parametrize(
    ("mode", "settings", "named"),
    [
        ("socket", {BOT_TOKEN: ""}, BOT_TOKEN),
        ("socket", {APP_TOKEN: ""}, APP_TOKEN),
        ("http", {SECRET: ""}, SECRET),
        ("socket", {BOT_TOKEN: "xoxb-wrong"}, BOT_TOKEN),
        ("socket", {APP_TOKEN: "xapp-wrong"}, APP_TOKEN),
        ("http", {BOT_TOKEN: "", f"{BOT_TOKEN}_FILE": "/nonexistent/token"}, f"{BOT_TOKEN}_FILE"),
        ("http", {"HEALTH_PORT": "70000"}, "HEALTH_PORT"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else str(value),
)
def test_a_setting_that_cannot_be_used_ends_the_process_and_is_named(
    indexed: Run,
    home: Path,
    tmp_path: Path,
    servers: dict[str, SlackServer],
    mode: str,
    settings: dict[str, str],
    named: str,
) -> None:
    bot = Bot(servers[mode], home, tmp_path, POLICYLOTS_LANGUAGE="sv", **settings)
    bot.launch()
    assert bot.ended() == 1
    told = bot.written().splitlines()[-1]
    assert told.startswith(f"Inställningen {named} kan inte användas: ")
    assert "Traceback" not in bot.written()
    for secret in ("xoxb-", "xapp-"):
        assert secret not in bot.written()


@pytest.fixture
def door(town: Town) -> str:
    if town.slack.mode != "http":
        pytest.skip("nobody can knock in Socket Mode")
    return town.bot.request_url


def knock(url: str, body: bytes, headers: dict[str, str]) -> int:
    """The status of a request that anybody could send."""
    address = urlsplit(url)
    with closing(HTTPConnection(str(address.hostname), address.port, timeout=10)) as connection:
        content = {"Content-Type": "application/json"}
        connection.request("POST", address.path, body, content | headers)
        return connection.getresponse().status


def event(town: Town) -> bytes:
    inner = {
        "type": "app_mention",
        "user": town.kim.id,
        "text": "Hej",
        "channel": "C1",
        "ts": "1.2",
    }
    frame = {"type": "event_callback", "event_id": "EvFORGED", "team_id": town.slack.team_id}
    return json.dumps({**frame, "event": inner}).encode()


@pytest.mark.parametrize("forgery", ["none", "wrong secret", "no secret", "old", "other body"])
def test_what_slack_has_not_signed_is_refused_and_not_kept(
    town: Town, door: str, forgery: str
) -> None:
    body, now, secret = event(town), time.time(), town.slack.signing_secret
    headers = {
        "none": {},
        "wrong secret": signature_headers("guessed", body, now),
        "no secret": signature_headers("", body, now),
        "old": signature_headers(secret, body, now - 301),
        "other body": signature_headers(secret, body + b" ", now),
    }[forgery]
    assert knock(door, body, headers) == 401
    assert town.bot.rows("SELECT * FROM inbox WHERE key = 'EvFORGED'") == []


def test_other_addresses_lead_nowhere(door: str) -> None:
    assert knock(door.replace("/slack/events", "/"), b"{}", {}) == 404


def test_slack_can_verify_the_address(town: Town, door: str) -> None:
    assert town.slack.verify_request_url()
