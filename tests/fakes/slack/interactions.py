"""The payloads of what people do with the app: commands, shortcuts, presses, submissions.

https://docs.slack.dev/reference/interaction-payloads
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from tests.fakes.slack import payloads
from tests.fakes.slack.deliveries import Delivery
from tests.fakes.slack.elements import BUTTONS, given_value, options_of
from tests.fakes.slack.events import VERIFICATION_TOKEN
from tests.fakes.slack.records import Channel, Member, Message, Payload, ResponseUrl, View
from tests.fakes.slack.workspace import APP, DOMAIN, TEAM, Workspace

_NAMES: Final = {"im": "directmessage", "group": "privategroup", "mpim": "mpdm"}


@dataclass(eq=False)
class Interaction:
    """Something that a person did, and what came of it."""

    delivery: Delivery
    person: Member
    response_url: ResponseUrl | None = None

    @property
    def payload(self) -> Payload:
        return self.delivery.payload

    @property
    def trigger_id(self) -> str:
        return str(self.payload["trigger_id"])

    @property
    def acked(self) -> bool:
        return self.delivery.acked

    @property
    def failed(self) -> str | None:
        """Why the person sees that it did not work."""
        return self.delivery.failed

    @property
    def results(self) -> list[Message]:
        """What was answered with the acknowledgement or through the response_url, in order."""
        return self.response_url.results if self.response_url else []

    @property
    def ephemerals(self) -> list[Message]:
        return [message for message in self.results if message.ephemeral_to]

    @property
    def errors(self) -> dict[str, str]:
        """The errors of the modal on top: block_id -> text."""
        return self.person.views[-1].errors if self.person.views else {}


def command(
    workspace: Workspace, person: Member, channel: Channel, name: str, text: str, link: str
) -> Payload:
    """https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling"""
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": TEAM,
        "team_domain": DOMAIN,
        "channel_id": channel.id,
        "channel_name": _NAMES.get(channel.kind, channel.name),
        "user_id": person.id,
        "user_name": person.name,
        "command": name,
        "text": text,
        "api_app_id": APP,
        "is_enterprise_install": "false",
        "response_url": link,
        "trigger_id": workspace.new_trigger(person.id),
    }


def shortcut(
    workspace: Workspace, person: Member, callback_id: str, message: Message | None, link: str
) -> Payload:
    """A global shortcut, or one of a message."""
    payload = _frame(workspace, person, "shortcut" if message is None else "message_action")
    payload |= {"callback_id": callback_id, "action_ts": workspace.ids.ts()}
    if message is not None:
        payload |= {
            "message_ts": message.ts,
            "channel": _channel(message.channel),
            "message": payloads.message_object(workspace, message),
            "response_url": link,
        }
    return payload


def message_action(
    workspace: Workspace, person: Member, message: Message, action: Payload, link: str
) -> Payload:
    """https://docs.slack.dev/reference/interaction-payloads/block_actions-payload"""
    container: Payload = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": message.channel.id,
        "is_ephemeral": message.ephemeral_to is not None,
    }
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    payload = _frame(workspace, person, "block_actions") | {
        "container": container,
        "channel": _channel(message.channel),
        "state": {"values": message.states.get(person.id, {})},
        "response_url": link,
        "actions": [action],
    }
    if message.ephemeral_to is None:
        payload["message"] = payloads.message_object(workspace, message)
    return payload


def view_action(workspace: Workspace, person: Member, view: View, action: Payload) -> Payload:
    return _frame(workspace, person, "block_actions", view.id) | {
        "container": {"type": "view", "view_id": view.id},
        "view": payloads.view_object(view),
        "actions": [action],
    }


def submission(workspace: Workspace, person: Member, view: View) -> Payload:
    """https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload"""
    return _frame(workspace, person, "view_submission", view.id) | {
        "view": payloads.view_object(view),
        "response_urls": [],
    }


def closing(workspace: Workspace, person: Member, view: View, *, cleared: bool) -> Payload:
    payload = _frame(workspace, person, "view_closed") | {
        "view": payloads.view_object(view),
        "is_cleared": cleared,
    }
    del payload["trigger_id"]
    return payload


def _frame(workspace: Workspace, person: Member, kind: str, view_id: str | None = None) -> Payload:
    return {
        "type": kind,
        "team": {"id": TEAM, "domain": DOMAIN},
        "user": {
            "id": person.id,
            "username": person.name,
            "name": person.name,
            "team_id": person.team,
        },
        "api_app_id": APP,
        "token": VERIFICATION_TOKEN,
        "trigger_id": workspace.new_trigger(person.id, view_id),
        "enterprise": None,
        "is_enterprise_install": False,
    }


def _channel(channel: Channel) -> Payload:
    return {"id": channel.id, "name": _NAMES.get(channel.kind, channel.name)}


def press(workspace: Workspace, block: Payload, element: Payload, value: str | None) -> Payload:
    """The entry of ``actions`` for a pressed button; ``value`` chooses among several in one."""
    action = _action(workspace, block, element)
    if element["type"] == "feedback_buttons":
        pressed = _feedback(element, value)
        return action | {"text": pressed["text"], "value": pressed["value"]}
    if element["type"] == "overflow":
        offered = {option["value"]: option for option in options_of(element)}
        if value not in offered:
            raise LookupError(f"{element['action_id']} offers {list(offered)}, not {value!r}")
        return action | {"selected_option": offered[value]}
    kept = {key: element[key] for key in ("text", "value", "style") if key in element}
    return action | kept


def _feedback(element: Payload, value: str | None) -> Payload:
    buttons: list[Payload] = [element["positive_button"], element["negative_button"]]
    for button in buttons:
        if button["value"] == value:
            return button
    values = [button["value"] for button in buttons]
    raise LookupError(f"{element['action_id']} holds {values}, not {value!r}")


def choice(workspace: Workspace, block: Payload, element: Payload, value: Any) -> Payload:
    """The entry of ``actions`` for a choice or an input that dispatches."""
    return _action(workspace, block, element) | given_value(element, value)


def _action(workspace: Workspace, block: Payload, element: Payload) -> Payload:
    return {
        "type": element["type"],
        "action_id": element["action_id"],
        "block_id": block["block_id"],
        "action_ts": workspace.ids.ts(),
    }


def is_button(element: Payload) -> bool:
    return element["type"] in BUTTONS
