"""The manifest and the code agree: what Slack is told to deliver is listened to, and nothing else;
every scope is needed by something, and nothing needs another.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from slack_bolt import App
from slack_sdk import WebClient

import bot.channels.slack
from bot.channels.slack import actions, commands, events, shortcuts, views
from bot.channels.slack.blocks import agreement_names, calendar_names, names
from bot.channels.slack.metrics import Metrics
from bot.channels.slack.reception import Reception
from tests.fakes.storage import FakeInbox
from tests.unit.bot.channels.slack.desks import Office
from tests.unit.bot.services.asked import Clock

CHANNEL = Path(bot.channels.slack.__file__).parent
MANIFEST = Path(__file__).parents[5] / "manifest.json"

HISTORY = frozenset(("channels:history", "groups:history", "im:history"))
"""A right for each kind of conversation that the assistant can be in by the manifest's events."""

METHOD_SCOPES: dict[str, frozenset[str]] = {
    "assistant_threads_setStatus": frozenset({"assistant:write"}),
    "assistant_threads_setSuggestedPrompts": frozenset({"assistant:write"}),
    "auth_test": frozenset(),
    "chat_getPermalink": frozenset(),
    "chat_postEphemeral": frozenset({"chat:write"}),
    "chat_postMessage": frozenset({"chat:write"}),
    "chat_update": frozenset({"chat:write"}),
    "conversations_history": HISTORY,
    "conversations_members": frozenset({"channels:read", "groups:read"}),
    "conversations_open": frozenset({"im:write"}),
    "conversations_replies": HISTORY,
    "files_upload_v2": frozenset({"files:write"}),
    "usergroups_list": frozenset({"usergroups:read"}),
    "usergroups_users_list": frozenset({"usergroups:read"}),
    "users_info": frozenset({"users:read"}),
    "users_list": frozenset({"users:read"}),
    "views_open": frozenset(),
    "views_publish": frozenset(),
    "views_push": frozenset(),
    "views_update": frozenset(),
}
"""By https://docs.slack.dev/reference/methods, for bot tokens."""

EVENT_SCOPES = {
    "app_home_opened": frozenset[str](),
    "app_mention": frozenset({"app_mentions:read"}),
    "message.channels": frozenset({"channels:history"}),
    "message.groups": frozenset({"groups:history"}),
    "message.im": frozenset({"im:history"}),
}
"""By https://docs.slack.dev/reference/events."""

Decorator = Callable[[object], object]


class PaperApp:
    """Bolt's ``App``, as far as writing down what is registered."""

    def __init__(self) -> None:
        self.registered: dict[str, set[str | re.Pattern[str]]] = {}

    def __getattr__(self, kind: str) -> Callable[..., Decorator]:
        assert hasattr(App, kind)

        def register(what: str | re.Pattern[str], **_: object) -> Decorator:
            self.registered.setdefault(kind, set()).add(what)
            return lambda listener: listener

        return register


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(MANIFEST.read_text("utf-8"))
    return loaded


@pytest.fixture(scope="module")
def listened_to() -> dict[str, set[str | re.Pattern[str]]]:
    """What is listened to, by kind."""
    app, office = PaperApp(), Office()
    reception = Reception(FakeInbox(), lambda *_: None, Metrics(), Clock())
    for area in (events, commands, shortcuts, actions, views):
        area.register(cast(App, app), reception, office.desk)
    return app.registered


def trees() -> Iterator[ast.AST]:
    for path in sorted(CHANNEL.rglob("*.py")):
        yield ast.parse(path.read_text("utf-8"))


def methods_called() -> set[str]:
    """The methods of the Web API that stand anywhere in the channel's code."""
    attributes = {
        node.attr for tree in trees() for node in ast.walk(tree) if isinstance(node, ast.Attribute)
    }
    return {name for name in attributes if "_" in name.strip("_") and hasattr(WebClient, name)}


def test_what_slack_is_told_to_deliver_is_what_is_listened_to(
    manifest: dict[str, Any], listened_to: dict[str, set[str | re.Pattern[str]]]
) -> None:
    subscribed = manifest["settings"]["event_subscriptions"]["bot_events"]
    assert {event.partition(".")[0] for event in subscribed} == listened_to["event"]
    commands = {each["command"] for each in manifest["features"]["slash_commands"]}
    assert commands == listened_to["command"]


def test_every_shortcut_of_the_manifest_is_listened_to_as_what_it_is(
    manifest: dict[str, Any], listened_to: dict[str, set[str | re.Pattern[str]]]
) -> None:
    declared = {(each["type"], each["callback_id"]) for each in manifest["features"]["shortcuts"]}
    kinds = {"message_shortcut": "message", "global_shortcut": "global"}
    registered = {
        (kind, what) for way, kind in kinds.items() for what in listened_to.get(way, set())
    }
    assert declared == registered


def test_the_kinds_of_things_listened_to_are_those_that_the_manifest_switches_on(
    manifest: dict[str, Any], listened_to: dict[str, set[str | re.Pattern[str]]]
) -> None:
    assert set(listened_to) == {"event", "command", "message_shortcut", "action", "view_submission"}
    assert manifest["settings"]["interactivity"]["is_enabled"]
    assert manifest["settings"]["socket_mode_enabled"]
    assert manifest["features"]["app_home"]["home_tab_enabled"]
    assert manifest["features"]["app_home"]["messages_tab_enabled"]


BUTTONS = [
    names.SHOW_SECTION, names.TURN_SECTION, names.SHOW_ANSWER, names.COMPARE, names.HAND_OVER,
    names.SHARE, names.FEEDBACK, names.ANSWER_HAND_OVER, names.EXPORT_GAPS,
    names.HOME_MUNICIPALITY, names.HOME_LANGUAGE, names.LOG_ACTIVITY, names.ACTIVITY_MUNICIPALITY,
    names.ACTIVITY_KIND, names.OPEN_ACTIVITY, names.CHANGE_ACTIVITY, names.ADD_EFFECT,
    names.ACTIVITY_HISTORY, names.WITHDRAW_ACTIVITY, names.MY_ACTIVITIES, names.TURN_ACTIVITIES,
    names.REMINDER_DONE, names.REMINDER_NOTHING, names.REMINDER_LOG, names.REMINDER_REPLY,
    names.REMINDER_LATER, names.REMINDER_NOT_ME, names.CONFIRM_INSTEAD, names.KEEP_RECIPIENT,
    names.SHOW_MINE, names.COMPOSE, names.broadcast_input("municipality"),
    names.broadcast_input("template"), names.TRY_OUT, names.SAVE_DRAFT, names.CHANGE_AGAIN,
    names.SHOW_BROADCASTS, names.SHOW_BROADCAST, names.SEND_AGAIN, names.PAUSE_BROADCAST,
    names.RESUME_BROADCAST, names.CANCEL_BROADCAST, names.CHANGE_BROADCAST, names.COPY_BROADCAST,
    names.EXPORT_BROADCAST, names.BROADCAST_HISTORY, names.APPROVE_BROADCAST,
    names.DECLINE_BROADCAST, names.ADD_CONTACT, names.CHANGE_CONTACT, names.REMOVE_CONTACT,
    names.ADD_GROUP, agreement_names.NEW, agreement_names.OPEN, agreement_names.CHANGE,
    agreement_names.END, agreement_names.HISTORY, calendar_names.ACCEPT, calendar_names.CHANGE,
    calendar_names.REJECT, calendar_names.ACKNOWLEDGE, calendar_names.TURN, calendar_names.FILE,
]  # fmt: skip


@pytest.mark.parametrize("button", BUTTONS)
def test_each_button_has_one_listener_with_a_number_or_without(
    listened_to: dict[str, set[str | re.Pattern[str]]], button: str
) -> None:
    patterns = [each for each in listened_to["action"] if isinstance(each, re.Pattern)]
    assert len(patterns) == len(listened_to["action"]) == len(BUTTONS)
    for used in (button, names.numbered(button, 0), names.numbered(button, 17)):
        assert len([each for each in patterns if each.search(used)]) == 1
    for other in (f"{button}x", f"x{button}", f"{button}:", f"{button}:a"):
        assert not [each for each in patterns if each.search(other)]


def test_each_form_has_a_listener(listened_to: dict[str, set[str | re.Pattern[str]]]) -> None:
    forms = {
        names.ANSWER_VIEW, names.FEEDBACK_VIEW, names.CHANNEL_VIEW, names.ACTIVITY_FORM,
        names.EFFECT_FORM, names.REPLY_FORM, names.LATER_FORM, names.NOT_ME_FORM, names.COMPOSER,
        names.PREVIEW, names.DECLINE_FORM, names.CONTACT_FORM, agreement_names.FORM,
        calendar_names.ACCEPT_FORM, calendar_names.REJECT_FORM,
    }  # fmt: skip
    assert listened_to["view_submission"] == forms


def test_the_web_api_methods_of_the_code_are_known_with_their_scopes() -> None:
    assert methods_called() == set(METHOD_SCOPES)


def test_every_scope_is_needed_and_none_is_missing(manifest: dict[str, Any]) -> None:
    subscribed = manifest["settings"]["event_subscriptions"]["bot_events"]
    features = manifest["features"]
    needed = {"commands"} if features["slash_commands"] or features["shortcuts"] else set()
    needed |= {"assistant:write"} if "agent_view" in features else set()
    needed = needed.union(*(METHOD_SCOPES[method] for method in methods_called()))
    needed = needed.union(*(EVENT_SCOPES[event] for event in subscribed))
    scopes = manifest["oauth_config"]["scopes"]
    assert sorted(needed) == scopes["bot"]
    assert set(scopes) == {"bot"}


def test_mentions_in_commands_come_as_ids(manifest: dict[str, Any]) -> None:
    assert all(each["should_escape"] for each in manifest["features"]["slash_commands"])
