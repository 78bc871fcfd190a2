"""The JSON of people, conversations, messages and views, as Slack writes it.

https://docs.slack.dev/reference/objects
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from tests.fakes.slack.elements import unescaped
from tests.fakes.slack.records import Channel, Member, Message, Payload, View
from tests.fakes.slack.workspace import APP, BOT, BOT_USER, TEAM, Workspace


def user_object(member: Member, *, locale: bool, email: bool) -> Payload:
    """https://docs.slack.dev/reference/objects/user-object"""
    profile: Payload = {
        "real_name": member.real_name,
        "real_name_normalized": member.real_name,
        "display_name": member.name,
        "display_name_normalized": member.name,
        "first_name": member.real_name.split()[0],
        "last_name": member.real_name.split()[-1],
        "status_text": "",
        "status_emoji": member.status_emoji,
        "team": member.team,
        "image_72": "https://example.com/72.png",
    }
    if email and not member.is_bot:
        profile["email"] = f"{member.name}@example.se"
    user: Payload = {
        "id": member.id,
        "team_id": member.team,
        "name": member.name,
        "deleted": member.deleted,
        "profile": profile,
        "is_bot": member.is_bot,
        "is_app_user": False,
        "updated": 1_700_000_000,
    }
    if not member.deleted:
        offset = datetime.now(ZoneInfo(member.tz)).utcoffset()
        user |= {
            "color": "9f69e7",
            "real_name": member.real_name,
            "tz": member.tz,
            "tz_label": member.tz,
            "tz_offset": int(offset.total_seconds()) if offset else 0,
            "is_admin": False,
            "is_owner": False,
            "is_primary_owner": False,
            "is_restricted": bool(member.guest),
            "is_ultra_restricted": member.guest == "single-channel",
        }
    if locale and not member.deleted:
        user["locale"] = member.locale
    return user


def channel_object(channel: Channel, *, members: bool = False) -> Payload:
    """https://docs.slack.dev/reference/objects/conversation-object"""
    common: Payload = {
        "id": channel.id,
        "created": channel.created,
        "is_archived": channel.archived,
        "is_im": channel.kind == "im",
        "is_org_shared": False,
        "context_team_id": TEAM,
    }
    if channel.kind == "im":
        (user,) = (one for one in channel.members if one != BOT_USER)
        return {**common, "user": user, "is_open": True, "priority": 0}
    return {
        **common,
        **({"num_members": len(channel.members)} if members else {}),
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": True,
        "is_group": False,
        "is_mpim": channel.kind == "mpim",
        "is_private": channel.kind != "channel",
        "is_general": False,
        "is_shared": False,
        "is_ext_shared": False,
        "is_member": BOT_USER in channel.members,
        "creator": channel.members[0] if channel.members else BOT_USER,
        "topic": {"value": "", "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
    }


def message_object(
    workspace: Workspace, message: Message, *, metadata: bool = False, in_thread: bool = True
) -> Payload:
    """A message as the Web API lists it and as events carry it."""
    payload: Payload = {
        "type": "message",
        "user": message.user,
        "text": message.text,
        "ts": message.ts,
        "team": workspace.members[message.user].team,
    }
    if message.bot_id:
        payload |= {"bot_id": message.bot_id, "app_id": APP, "bot_profile": _bot_profile()}
    if message.client_msg_id:
        payload["client_msg_id"] = message.client_msg_id
    payload["blocks"] = message.blocks or [_rich_text(message)]
    for key in ("attachments", "files"):
        if getattr(message, key):
            payload[key] = getattr(message, key)
    if message.edited_at:
        payload["edited"] = {"user": message.user, "ts": message.edited_at}
    if message.reactions:
        payload["reactions"] = [
            {"name": name, "users": users, "count": len(users)}
            for name, users in message.reactions.items()
        ]
    if metadata and message.metadata:
        payload["metadata"] = message.metadata
    return payload | (_threading(message) if in_thread else {})


def _threading(message: Message) -> Payload:
    if message.thread_ts:
        parent = message.channel.messages.get(message.thread_ts)
        known: Payload = {"parent_user_id": parent.user} if parent else {}
        broadcast = {"subtype": "thread_broadcast"} if message.broadcast else {}
        return {"thread_ts": message.thread_ts, **known, **broadcast}
    replies = message.channel.replies.get(message.ts, [])
    standing = [reply for reply in replies if not reply.deleted]
    if not standing:
        return {}
    users = list(dict.fromkeys(reply.user for reply in standing))
    return {
        "thread_ts": message.ts,
        "reply_count": len(standing),
        "reply_users_count": len(users),
        "reply_users": users,
        "latest_reply": standing[-1].ts,
        "subscribed": False,
    }


def _bot_profile() -> Payload:
    return {
        "id": BOT,
        "deleted": False,
        "name": "Lotsen",
        "updated": 0,
        "app_id": APP,
        "team_id": TEAM,
    }


def _rich_text(message: Message) -> Payload:
    """What Slack's own editor makes of a typed text."""
    text = unescaped(message.text)
    inline = [{"type": "text", "text": text}] if text else []
    section = {"type": "rich_text_section", "elements": inline}
    return {"type": "rich_text", "block_id": "typed", "elements": [section]}


def view_object(view: View) -> Payload:
    """https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload"""
    content = view.content
    payload: dict[str, Any] = {
        "id": view.id,
        "team_id": TEAM,
        "type": view.kind,
        "blocks": view.blocks,
        "private_metadata": view.private_metadata,
        "callback_id": view.callback_id,
        "state": {"values": view.state},
        "hash": view.hash,
        "clear_on_close": bool(content.get("clear_on_close")),
        "notify_on_close": bool(content.get("notify_on_close")),
        "root_view_id": view.root_view_id,
        "previous_view_id": view.previous_view_id,
        "app_id": APP,
        "external_id": content.get("external_id") or "",
        "app_installed_team_id": TEAM,
        "bot_id": BOT,
    }
    for key in ("title", "submit", "close"):
        payload[key] = content.get(key)
    return payload
