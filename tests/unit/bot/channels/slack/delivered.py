"""What Slack delivers, as its documentation shows it, in short.

https://docs.slack.dev/apis/events-api/, https://docs.slack.dev/reference/interaction-payloads/
and https://docs.slack.dev/interactivity/implementing-slash-commands
"""

from __future__ import annotations

from typing import Any

Body = dict[str, Any]

TEAM = {"id": "T1", "domain": "kommunen"}
USER = {"id": "U1", "username": "eva", "name": "eva", "team_id": "T1"}
CHANNEL = {"id": "C1", "name": "internationellt"}
RESPONSE_URL = "https://hooks.slack.com/actions/T1/2/abc"


def event(event: Body, identity: str = "Ev1") -> Body:
    """An event in its envelope."""
    return {
        "token": "verification",
        "team_id": "T1",
        "api_app_id": "A1",
        "event": {"event_ts": "1700000000.000100", **event},
        "type": "event_callback",
        "event_id": identity,
        "event_time": 1700000000,
        "authorizations": [{"team_id": "T1", "user_id": "U0BOT", "is_bot": True}],
    }


def mention(text: str = "<@U0BOT> Vem?", **more: Any) -> Body:
    said = {"type": "app_mention", "user": "U1", "text": text, "ts": "1.0", "channel": "C1"}
    return event(said | more)


def message(text: str = "Vem?", **more: Any) -> Body:
    said = {"type": "message", "user": "U1", "text": text, "ts": "1.0", "channel": "C1"}
    return event(said | {"channel_type": "channel"} | more)


def direct(text: str = "Vem?", **more: Any) -> Body:
    return message(text, channel="D1", channel_type="im", **more)


def home_opened(tab: str = "home", **more: Any) -> Body:
    return event({"type": "app_home_opened", "user": "U1", "channel": "D1", "tab": tab} | more)


def command(text: str = "", **more: Any) -> Body:
    return {
        "token": "verification",
        "team_id": "T1",
        "team_domain": "kommunen",
        "channel_id": "C1",
        "channel_name": "internationellt",
        "user_id": "U1",
        "user_name": "eva",
        "command": "/lots",
        "text": text,
        "api_app_id": "A1",
        "is_enterprise_install": "false",
        "response_url": "https://hooks.slack.com/commands/T1/2/abc",
        "trigger_id": "11.22.command",
        **more,
    }


def interaction(kind: str, **more: Any) -> Body:
    return {
        "type": kind,
        "token": "verification",
        "team": TEAM,
        "user": USER,
        "api_app_id": "A1",
        "trigger_id": f"11.22.{kind}",
        "enterprise": None,
        "is_enterprise_install": False,
        **more,
    }


def press(action: Body, **more: Any) -> Body:
    used = {"block_id": "row", "action_ts": "1700000001.0", "type": "button", **action}
    return interaction("block_actions", actions=[used], **more)


def press_in_message(action: Body, *, thread: str | None = "1.0") -> Body:
    """In a message that all see."""
    place = {"thread_ts": thread} if thread else {}
    return press(
        action,
        container={
            "type": "message",
            "message_ts": "2.0",
            "channel_id": "C1",
            "is_ephemeral": False,
            **place,
        },
        channel=CHANNEL,
        message={"type": "message", "user": "U0BOT", "ts": "2.0", "text": "Svar", **place},
        response_url=RESPONSE_URL,
        state={"values": {}},
    )


def press_in_ephemeral(action: Body, *, thread: str | None = "1.0") -> Body:
    """In a message that its person alone sees: it is not sent along."""
    place = {"thread_ts": thread} if thread else {}
    return press(
        action,
        container={
            "type": "message",
            "message_ts": "2.0",
            "channel_id": "C1",
            "is_ephemeral": True,
            **place,
        },
        channel=CHANNEL,
        response_url=RESPONSE_URL,
        state={"values": {}},
    )


def press_in_view(action: Body, kind: str = "modal") -> Body:
    return press(
        action,
        container={"type": "view", "view_id": "V1"},
        view={"id": "V1", "type": kind, "hash": "156.abc", "private_metadata": ""},
    )


def submission(values: Body, callback: str = "answer_view", metadata: str = "") -> Body:
    return interaction(
        "view_submission",
        view={
            "id": "V1",
            "type": "modal",
            "callback_id": callback,
            "private_metadata": metadata,
            "hash": "156.abc",
            "state": {"values": values},
        },
        response_urls=[],
    )


def shortcut(text: str = "Vem?", *, thread: str | None = None) -> Body:
    place = {"thread_ts": thread} if thread else {}
    return interaction(
        "message_action",
        callback_id="ask_about_message",
        action_ts="1700000001.0",
        message_ts="2.0",
        channel=CHANNEL,
        message={"type": "message", "user": "U2", "ts": "2.0", "text": text, **place},
        response_url="https://hooks.slack.com/app/T1/2/abc",
    )
