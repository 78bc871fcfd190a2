"""views.*, assistant.threads.* and reactions.*: what the app shows beside its messages.

https://docs.slack.dev/reference/methods
"""

from __future__ import annotations

import re
from typing import Any, Final

from tests.fakes.slack import payloads, views
from tests.fakes.slack.records import Member, Payload, Status, SuggestedPrompts, View
from tests.fakes.slack.web_api.arguments import Arguments
from tests.fakes.slack.web_api.conversations import channel_of
from tests.fakes.slack.workspace import BOT_USER, Refused, Workspace


def _view_of(workspace: Workspace, arguments: Arguments, where: str, kind: str = "modal") -> Any:
    content = arguments.value("view")
    if content is None:
        arguments.required("view")
    views.checked(workspace, where, content, kind)
    return content


def _shown(view: View) -> Payload:
    return {"ok": True, "view": payloads.view_object(view)}


def _triggered(workspace: Workspace, arguments: Arguments) -> Member:
    trigger = views.exchange(workspace, arguments.text("trigger_id"))
    return workspace.members[trigger.user]


def views_open(workspace: Workspace, arguments: Arguments) -> Payload:
    arguments.required("trigger_id")
    content = _view_of(workspace, arguments, "views.open")
    person = _triggered(workspace, arguments)
    return _shown(views.open_root(workspace, person, content))


def views_push(workspace: Workspace, arguments: Arguments) -> Payload:
    arguments.required("trigger_id")
    content = _view_of(workspace, arguments, "views.push")
    trigger = workspace.triggers.get(arguments.text("trigger_id"))
    if trigger and trigger.view_id not in workspace.views:
        # A push needs a trigger that was given within the open modal.
        raise Refused("not_found")
    person = _triggered(workspace, arguments)
    return _shown(views.push(workspace, person, content))


def views_update(workspace: Workspace, arguments: Arguments) -> Payload:
    content = _view_of(workspace, arguments, "views.update", _kind(workspace, arguments))
    view = _named(workspace, arguments)
    if view is None:
        raise Refused("not_found")
    return _shown(views.replace(workspace, view, content, arguments.text("hash") or None))


def _kind(workspace: Workspace, arguments: Arguments) -> str:
    view = _named(workspace, arguments)
    return view.kind if view else "modal"


def _named(workspace: Workspace, arguments: Arguments) -> View | None:
    view_id, external_id = arguments.text("view_id"), arguments.text("external_id")
    if bool(view_id) == bool(external_id):
        raise Refused("invalid_arguments")
    if view_id:
        return workspace.views.get(view_id)
    named = (
        view for view in workspace.views.values() if view.content.get("external_id") == external_id
    )
    return next(named, None)


def views_publish(workspace: Workspace, arguments: Arguments) -> Payload:
    (user,) = arguments.required("user_id")
    content = _view_of(workspace, arguments, "views.publish", "home")
    if user not in workspace.members:
        raise Refused("invalid_arguments")
    person = workspace.members[user]
    return _shown(views.publish(workspace, person, content, arguments.text("hash") or None))


def set_status(workspace: Workspace, arguments: Arguments) -> Payload:
    name, thread_ts = arguments.required("channel_id", "thread_ts")
    channel = channel_of(workspace, name)
    if "status" not in arguments.given:
        arguments.required("status")
    if thread_ts not in channel.messages:
        raise Refused("invalid_thread_ts")
    if not workspace.scopes & {"assistant:write", "chat:write"}:
        workspace.scopes_needed("assistant:write")
    loading = arguments.value("loading_messages") or []
    if len(loading) > 10:
        raise Refused("invalid_arguments")
    status = Status(channel.id, thread_ts, arguments.text("status"), tuple(loading))
    for user in channel.members:
        if user != BOT_USER:
            workspace.members[user].statuses.append(status)
    return {"ok": True}


def set_suggested_prompts(workspace: Workspace, arguments: Arguments) -> Payload:
    """https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts/"""
    (name,) = arguments.required("channel_id")
    channel = channel_of(workspace, name)
    if channel.kind != "im":
        raise Refused("channel_not_found")
    prompts = arguments.value("prompts")
    if not _are_prompts(prompts):
        raise Refused("invalid_arguments")
    if arguments.text("thread_ts"):
        # With agent_view, Slack answers ok and shows nothing.
        workspace.violate(
            "silently_ignored", "assistant.threads.setSuggestedPrompts", "thread_ts was given"
        )
        return {"ok": True}
    (user,) = (member for member in channel.members if member != BOT_USER)
    title = arguments.text("title") or None
    workspace.members[user].prompts = SuggestedPrompts(title, tuple(prompts))
    return {"ok": True}


def _are_prompts(prompts: Any) -> bool:
    return (
        isinstance(prompts, list)
        and 1 <= len(prompts) <= 4
        and all(
            isinstance(prompt, dict) and prompt.get("title") and prompt.get("message")
            for prompt in prompts
        )
    )


def reactions_add(workspace: Workspace, arguments: Arguments) -> Payload:
    name, emoji, ts = arguments.required("channel", "name", "timestamp")
    channel = channel_of(workspace, name)
    if channel.archived:
        raise Refused("is_archived")
    if not re.fullmatch(r"[a-z0-9_+'-]+(::skin-tone-[2-6])?", emoji):
        raise Refused("invalid_name")
    message = channel.messages.get(ts)
    if message is None or message.deleted:
        raise Refused("message_not_found")
    users = message.reactions.setdefault(emoji, [])
    if BOT_USER in users:
        raise Refused("already_reacted")
    users.append(BOT_USER)
    return {"ok": True}


METHODS: Final[dict[str, Any]] = {
    "views.open": (views_open, ""),
    "views.push": (views_push, ""),
    "views.update": (views_update, ""),
    "views.publish": (views_publish, ""),
    "assistant.threads.setStatus": (set_status, ""),
    "assistant.threads.setSuggestedPrompts": (set_suggested_prompts, "assistant:write"),
    "reactions.add": (reactions_add, "reactions:write"),
}
