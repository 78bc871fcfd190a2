"""What a response_url replies (https://docs.slack.dev/interactivity/handling-user-interaction)."""

from __future__ import annotations

import pytest

from bot.channels.slack.blocks.notices import plain_notice
from bot.channels.slack.errors import ChannelRefused
from bot.channels.slack.messenger import Messenger


class Reply:
    status_code = 200

    def __init__(self, body: str) -> None:
        self.body = body


def respond(monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    sent = "bot.channels.slack.messenger.WebhookClient.send_dict"
    monkeypatch.setattr(sent, lambda *_: Reply(body))
    messenger = Messenger("xoxb-1", "http://127.0.0.1:1/api/")
    messenger.respond("http://127.0.0.1:1/actions/1", plain_notice("Hej", "sv"))


@pytest.mark.parametrize("body", ["ok", " ok\n", "{}", '{"ok": true}'])
def test_a_reply_that_was_taken(monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    respond(monkeypatch, body)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("expired_url", "expired_url"),
        ('{"ok": false, "error": "used_url"}', "used_url"),
        ('{"ok": false}', "unknown"),
        ("404", "404"),
        ("null", "null"),
        ('["no"]', '["no"]'),
    ],
)
def test_a_reply_that_was_refused(monkeypatch: pytest.MonkeyPatch, body: str, code: str) -> None:
    with pytest.raises(ChannelRefused) as refused:
        respond(monkeypatch, body)
    assert refused.value.code == code
