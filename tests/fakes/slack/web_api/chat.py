"""chat.*: https://docs.slack.dev/reference/methods?family=chat"""

from __future__ import annotations

from typing import Any, Final

from tests.fakes.slack import payloads, posting
from tests.fakes.slack.posting import LONGEST_TEXT, change, check_content, post
from tests.fakes.slack.records import Channel, Message, Payload
from tests.fakes.slack.web_api.arguments import Arguments
from tests.fakes.slack.web_api.conversations import channel_of
from tests.fakes.slack.workspace import BOT_USER, DOMAIN, Refused, Workspace

#: https://docs.slack.dev/reference/methods/chat.update#errors, msg_too_long
LONGEST_UPDATE: Final = 4_000

_CONTENT: Final = (
    "text",
    "blocks",
    "attachments",
    "metadata",
    "markdown_text",
    "link_names",
    "parse",
    "reply_broadcast",
)


def _content(arguments: Arguments) -> Payload:
    return {name: arguments.value(name) for name in _CONTENT if arguments.value(name) is not None}


def _writable(workspace: Workspace, name: str) -> Channel:
    """A conversation the app may write in; a person's id stands for their conversation with it."""
    if name in workspace.members:
        return workspace.im_with(name)
    channel = channel_of(workspace, name)
    if channel.archived:
        raise Refused("is_archived")
    if BOT_USER not in channel.members:
        if channel.kind != "channel":
            raise Refused("channel_not_found")
        if "chat:write.public" not in workspace.scopes:
            raise Refused("not_in_channel")
    return channel


def _customised(workspace: Workspace, arguments: Arguments) -> None:
    if any(arguments.given.get(key) for key in ("username", "icon_url", "icon_emoji")):
        workspace.scopes_needed("chat:write.customize")


def post_message(workspace: Workspace, arguments: Arguments) -> Payload:
    (name,) = arguments.required("channel")
    channel = _writable(workspace, name)
    _customised(workspace, arguments)
    content = _content(arguments)
    check_content(workspace, "chat.postMessage", content)
    _note_unfurling(workspace, arguments)
    thread_ts = arguments.text("thread_ts") or None
    if thread_ts and thread_ts not in channel.messages:
        raise Refused("cannot_reply_to_message")
    message = post(workspace, channel, content, thread_ts=_root(channel, thread_ts))
    answer: Payload = {
        "ok": True,
        "channel": channel.id,
        "ts": message.ts,
        "message": payloads.message_object(workspace, message, metadata=True),
    }
    if len(content.get("text") or "") > LONGEST_TEXT:
        workspace.violate("message_truncated", "chat.postMessage", f"above {LONGEST_TEXT}")
        answer["response_metadata"] = {"warnings": ["message_truncated"]}
    return answer


def _root(channel: Channel, thread_ts: str | None) -> str | None:
    """A reply to a reply joins the thread it stands in."""
    return (channel.messages[thread_ts].thread_ts or thread_ts) if thread_ts else None


def _note_unfurling(workspace: Workspace, arguments: Arguments) -> None:
    for name in ("unfurl_links", "unfurl_media"):
        if name not in arguments.given or arguments.flag(name):
            workspace.unfurling.append(f"chat.postMessage without {name}=False")


def post_ephemeral(workspace: Workspace, arguments: Arguments) -> Payload:
    name, user = arguments.required("channel", "user")
    channel = _writable(workspace, name)
    _customised(workspace, arguments)
    if user not in channel.members:
        raise Refused("user_not_in_channel")
    content = _content(arguments)
    if len(content.get("text") or "") > LONGEST_TEXT:
        raise Refused("msg_too_long")
    check_content(workspace, "chat.postEphemeral", content)
    thread_ts = arguments.text("thread_ts") or None
    message = post(workspace, channel, content, thread_ts=thread_ts, ephemeral_to=user)
    return {"ok": True, "message_ts": message.ts}


def _message(channel: Channel, ts: str) -> Message:
    message = channel.messages.get(ts)
    if message is None or message.deleted:
        raise Refused("message_not_found")
    return message


def update(workspace: Workspace, arguments: Arguments) -> Payload:
    name, ts = arguments.required("channel", "ts")
    channel = channel_of(workspace, name)
    message = _message(channel, ts)
    if message.user != BOT_USER:
        raise Refused("cant_update_message")
    if channel.archived:
        raise Refused("is_inactive")
    content = _content(arguments)
    if len(content.get("text") or "") > LONGEST_UPDATE:
        workspace.violate("msg_too_long", "chat.update", f"above {LONGEST_UPDATE} characters")
        raise Refused("msg_too_long")
    check_content(workspace, "chat.update", content)
    change(workspace, message, content)
    return {
        "ok": True,
        "channel": channel.id,
        "ts": ts,
        "text": message.text,
        "message": payloads.message_object(workspace, message, metadata=True),
    }


def delete(workspace: Workspace, arguments: Arguments) -> Payload:
    name, ts = arguments.required("channel", "ts")
    channel = channel_of(workspace, name)
    message = _message(channel, ts)
    if message.user != BOT_USER:
        raise Refused("cant_delete_message")
    posting.delete(workspace, message)
    return {"ok": True, "channel": channel.id, "ts": ts}


def get_permalink(workspace: Workspace, arguments: Arguments) -> Payload:
    name, ts = arguments.required("channel", "message_ts")
    channel = channel_of(workspace, name)
    message = _message(channel, ts)
    link = f"https://{DOMAIN}.slack.com/archives/{channel.id}/p{ts.replace('.', '')}"
    if message.thread_ts:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"ok": True, "channel": channel.id, "permalink": link}


METHODS: Final[dict[str, Any]] = {
    "chat.postMessage": (post_message, "chat:write"),
    "chat.postEphemeral": (post_ephemeral, "chat:write"),
    "chat.update": (update, "chat:write"),
    "chat.delete": (delete, "chat:write"),
    "chat.getPermalink": (get_permalink, ""),
}
