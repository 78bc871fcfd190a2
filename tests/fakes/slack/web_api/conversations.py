"""conversations.*: https://docs.slack.dev/reference/methods?family=conversations"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import Any, Final, TypeVar

from tests.fakes.slack import payloads
from tests.fakes.slack.records import Channel, ChannelKind, Message, Payload
from tests.fakes.slack.web_api.arguments import Arguments
from tests.fakes.slack.workspace import BOT_USER, Refused, Workspace

Item = TypeVar("Item")

#: The family of scopes that opens each kind of conversation.
FAMILY: Final[dict[ChannelKind, str]] = {
    "channel": "channels",
    "group": "groups",
    "im": "im",
    "mpim": "mpim",
}


def channel_of(workspace: Workspace, name: str) -> Channel:
    """The conversation that the app can see; raises Refused when there is none."""
    channel = workspace.channels.get(name)
    if channel is None or (channel.kind != "channel" and BOT_USER not in channel.members):
        raise Refused("channel_not_found")
    return channel


def _seen(workspace: Workspace, arguments: Arguments, right: str) -> Channel:
    (name,) = arguments.required("channel")
    channel = channel_of(workspace, name)
    workspace.scopes_needed(f"{FAMILY[channel.kind]}:{right}")
    return channel


def info(workspace: Workspace, arguments: Arguments) -> Payload:
    channel = _seen(workspace, arguments, "read")
    members = arguments.flag("include_num_members")
    return {"ok": True, "channel": payloads.channel_object(channel, members=members)}


def open_im(workspace: Workspace, arguments: Arguments) -> Payload:
    if arguments.text("channel"):
        channel = channel_of(workspace, arguments.text("channel"))
        return {"ok": True, "no_op": True, "channel": {"id": channel.id}}
    users = [user for user in arguments.text("users").split(",") if user]
    if not users:
        raise Refused("users_list_not_supplied")
    for user in users:
        if user not in workspace.members:
            raise Refused("user_not_found")
        if workspace.members[user].deleted:
            raise Refused("user_disabled")
    workspace.scopes_needed("im:write" if len(users) == 1 else "mpim:write")
    channel = _mpim(workspace, users) if len(users) > 1 else workspace.im_with(users[0])
    if arguments.flag("return_im"):
        return {"ok": True, "channel": payloads.channel_object(channel)}
    return {"ok": True, "channel": {"id": channel.id}}


def _mpim(workspace: Workspace, users: list[str]) -> Channel:
    wanted = {*users, BOT_USER}
    for channel in workspace.channels.values():
        if channel.kind == "mpim" and set(channel.members) == wanted:
            return channel
    return workspace.add_channel("mpim", "mpdm-1", [*users, BOT_USER])


def history(workspace: Workspace, arguments: Arguments) -> Payload:
    channel = _seen(workspace, arguments, "history")
    if BOT_USER not in channel.members:
        raise Refused("not_in_channel")
    standing = [
        message
        for message in reversed(channel.messages.values())
        if not message.deleted and (message.thread_ts is None or message.broadcast)
    ]
    return _listed(workspace, arguments, _in_span(standing, arguments), most=999)


def replies(workspace: Workspace, arguments: Arguments) -> Payload:
    channel = _seen(workspace, arguments, "history")
    (ts,) = arguments.required("ts")
    if BOT_USER not in channel.members:
        raise Refused("channel_not_found" if channel.kind != "channel" else "not_in_channel")
    root = channel.messages.get(ts)
    if root is None:
        raise Refused("thread_not_found")
    first, *others = channel.thread(root.thread_ts or ts) or [root]
    return _listed(workspace, arguments, [first, *_in_span(others, arguments)], most=1000)


def _in_span(messages: Sequence[Message], arguments: Arguments) -> list[Message]:
    oldest, latest = (_moment(arguments, name) for name in ("oldest", "latest"))
    inclusive = arguments.flag("inclusive")

    def inside(message: Message) -> bool:
        ts = _parts(message.ts)
        after = oldest is None or ts > oldest or (inclusive and ts == oldest)
        return after and (latest is None or ts < latest or (inclusive and ts == latest))

    return [message for message in messages if inside(message)]


def _moment(arguments: Arguments, name: str) -> tuple[int, int] | None:
    given = arguments.text(name)
    if not given or given == "0":
        return None
    try:
        return _parts(given)
    except ValueError as error:
        raise Refused(f"invalid_ts_{name}") from error


def _parts(ts: str) -> tuple[int, int]:
    """Seconds and microseconds: a float cannot tell two timestamps of one moment apart."""
    seconds, _, fraction = ts.partition(".")
    return int(seconds), int(f"{fraction:0<6}"[:6])


def _listed(
    workspace: Workspace, arguments: Arguments, messages: Sequence[Message], most: int
) -> Payload:
    page, cursor = paged(messages, arguments, default=100, most=most)
    metadata = arguments.flag("include_all_metadata")
    return {
        "ok": True,
        "messages": [
            payloads.message_object(workspace, message, metadata=metadata) for message in page
        ],
        "has_more": bool(cursor),
        "pin_count": 0,
        **({"response_metadata": {"next_cursor": cursor}} if cursor else {}),
    }


def members(workspace: Workspace, arguments: Arguments) -> Payload:
    channel = _seen(workspace, arguments, "read")
    page, cursor = paged(channel.members, arguments, default=100, most=1000)
    return {"ok": True, "members": list(page), "response_metadata": {"next_cursor": cursor}}


def paged(
    items: Sequence[Item], arguments: Arguments, *, default: int, most: int
) -> tuple[Sequence[Item], str]:
    """One page, and the cursor of the next: empty after the last.

    https://docs.slack.dev/apis/web-api/pagination
    """
    start, limit = _start(arguments.text("cursor")), arguments.number("limit", default, most)
    end = start + limit
    cursor = base64.b64encode(f"next:{end}".encode()).decode() if end < len(items) else ""
    return items[start:end], cursor


def _start(cursor: str) -> int:
    if not cursor:
        return 0
    try:
        word, _, number = base64.b64decode(cursor, validate=True).decode().partition(":")
        if word == "next":
            return int(number)
    except (binascii.Error, ValueError):
        pass
    raise Refused("invalid_cursor")


METHODS: Final[dict[str, Any]] = {
    "conversations.info": (info, ""),
    "conversations.open": (open_im, ""),
    "conversations.history": (history, ""),
    "conversations.replies": (replies, ""),
    "conversations.members": (members, ""),
}
