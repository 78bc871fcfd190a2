"""users.*, usergroups.*, bots.*, auth.* and api.*: who is who.

https://docs.slack.dev/reference/methods
"""

from __future__ import annotations

from typing import Any, Final

from tests.fakes.slack import payloads
from tests.fakes.slack.records import Member, Payload
from tests.fakes.slack.web_api.arguments import Arguments
from tests.fakes.slack.web_api.conversations import paged
from tests.fakes.slack.workspace import APP, BOT, BOT_USER, DOMAIN, TEAM, Refused, Workspace


def auth_test(workspace: Workspace, arguments: Arguments) -> Payload:
    return {
        "ok": True,
        "url": f"https://{DOMAIN}.slack.com/",
        "team": "Kommunen",
        "user": "lotsen",
        "team_id": TEAM,
        "user_id": BOT_USER,
        "bot_id": BOT,
        "is_enterprise_install": False,
    }


def api_test(workspace: Workspace, arguments: Arguments) -> Payload:
    if arguments.text("error"):
        raise Refused(arguments.text("error"), args=arguments.given)
    return {"ok": True, "args": arguments.given}


def users_info(workspace: Workspace, arguments: Arguments) -> Payload:
    (user,) = arguments.required("user")
    if user not in workspace.members:
        raise Refused("user_not_found")
    return {"ok": True, "user": _user(workspace, workspace.members[user], arguments)}


def users_list(workspace: Workspace, arguments: Arguments) -> Payload:
    page, cursor = paged([*workspace.members.values()], arguments, default=1000, most=1000)
    return {
        "ok": True,
        "members": [_user(workspace, member, arguments) for member in page],
        "cache_ts": int(workspace.clock.now()),
        "response_metadata": {"next_cursor": cursor},
    }


def _user(workspace: Workspace, member: Member, arguments: Arguments) -> Payload:
    email = "users:read.email" in workspace.scopes
    return payloads.user_object(member, locale=arguments.flag("include_locale"), email=email)


def usergroup_users(workspace: Workspace, arguments: Arguments) -> Payload:
    (group,) = arguments.required("usergroup")
    if group not in workspace.groups:
        raise Refused("no_such_subteam")
    return {"ok": True, "users": list(workspace.groups[group])}


def usergroups(workspace: Workspace, arguments: Arguments) -> Payload:
    """https://docs.slack.dev/reference/methods/usergroups.list"""
    return {
        "ok": True,
        "usergroups": [_group(workspace, group, arguments) for group in sorted(workspace.groups)],
    }


def _group(workspace: Workspace, group: str, arguments: Arguments) -> Payload:
    """https://docs.slack.dev/reference/objects/usergroup-object"""
    handle = workspace.group_handles.get(group, group.lower())
    users = list(workspace.groups[group])
    return {
        "id": group,
        "team_id": TEAM,
        "is_usergroup": True,
        "name": handle,
        "handle": handle,
        "date_delete": 0,
        "user_count": len(users),
        **({"users": users} if arguments.flag("include_users") else {}),
    }


def bots_info(workspace: Workspace, arguments: Arguments) -> Payload:
    if arguments.text("bot") != BOT:
        raise Refused("bot_not_found")
    bot = {"id": BOT, "deleted": False, "name": "Lotsen", "app_id": APP, "user_id": BOT_USER}
    return {"ok": True, "bot": {**bot, "updated": 1_700_000_000, "icons": {}}}


METHODS: Final[dict[str, Any]] = {
    "auth.test": (auth_test, ""),
    "api.test": (api_test, ""),
    "users.info": (users_info, "users:read"),
    "users.list": (users_list, "users:read"),
    "usergroups.list": (usergroups, "usergroups:read"),
    "usergroups.users.list": (usergroup_users, "usergroups:read"),
    "bots.info": (bots_info, "users:read"),
}
