"""Who is in the workspace and in what, by Slack's word, remembered for a while."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from threading import Lock
from typing import Any, TypeVar

from cachetools import TTLCache
from slack_sdk import WebClient

from bot.channels.slack.directory import REMEMBERED_SECONDS, person_of
from bot.channels.slack.errors import ChannelRefused, ChannelUnavailable
from bot.channels.slack.failures import failures
from bot.domain.people import Standing
from bot.services.errors import NotLookedUp, Unreachable
from bot.services.reminders.ports import Member

_log = logging.getLogger(__name__)

Found = TypeVar("Found")

PAGE = 200
"""Members asked for at once (https://docs.slack.dev/reference/methods/conversations.members)."""

MANY = 50
"""People of whom one asks one by one."""

AWAY = frozenset((":palm_tree:", ":face_with_thermometer:", ":baby:"))
"""Slack's own emoji for being on holiday, ill or on parental leave: the status that it offers for
the first two, and what people use for the third
(https://slack.com/help/articles/201864558-Set-your-Slack-status-and-availability).
"""

_UNKNOWN = frozenset(("user_not_found", "user_not_visible", "users_not_found"))
"""Slack's words for somebody whom it does not know
(https://docs.slack.dev/reference/methods/users.info).
"""

_NOT_THERE = frozenset(
    (
        "channel_not_found",
        "is_archived",
        "no_such_subteam",
        "not_in_channel",
        "plan_upgrade_required",
    )
)
"""Slack's words for a conversation or user group that is not there for us. All else is a matter of
the token or the moment: who is behind it is then not known, but not nobody either
(https://docs.slack.dev/reference/methods/usergroups.users.list#errors).
"""


class SlackMembers:
    """``services.reminders.ports.Members``; ``team`` is the workspace's id."""

    def __init__(self, client: WebClient, team: str) -> None:
        self._client = client
        self._team = team
        self._users: TTLCache[str, Mapping[str, Any] | None] = TTLCache(20_000, REMEMBERED_SECONDS)
        self._groups: TTLCache[str, Mapping[str, str]] = TTLCache(1, REMEMBERED_SECONDS)
        self._lock = Lock()

    def of_channel(self, channel: str) -> list[str]:
        """The ids of a conversation's members
        (https://docs.slack.dev/reference/methods/conversations.members).
        """
        with _told():
            pages = self._client.conversations_members(channel=channel, limit=PAGE)
            return self._known([str(each) for page in pages for each in page["members"]])

    def of_group(self, group: str) -> list[str]:
        """The ids of a user group's members
        (https://docs.slack.dev/reference/methods/usergroups.users.list).
        """
        with _told():
            return self._known(self._client.usergroups_users_list(usergroup=group)["users"])

    def person(self, identity: str) -> Member:
        """One of them by id, under their whole name, by which coordinators know them
        (https://docs.slack.dev/reference/methods/users.info).
        """
        user = self._user(identity)
        if user is None:
            return Member(id=identity, name=identity, standing=Standing.STRANGER, is_gone=True)
        person = person_of(user, self._team)
        profile = user.get("profile") or {}
        real = user.get("real_name") or profile.get("real_name")
        return Member(
            id=identity,
            name=real or person.name or identity,
            standing=person.standing,
            is_bot=bool(user.get("is_bot")) or identity == "USLACKBOT",
            is_gone=bool(user.get("deleted")),
        )

    def is_away(self, identity: str) -> bool:
        """Whether their status has one of the emoji AWAY. Whether they do not want to be disturbed
        right now says nothing of the days to come.
        """
        profile = (self._user(identity) or {}).get("profile") or {}
        return str(profile.get("status_emoji") or "") in AWAY

    def groups(self) -> Mapping[str, str]:
        """The names of the user groups by id; none where Slack does not tell
        (https://docs.slack.dev/reference/methods/usergroups.list).
        """
        try:
            return self._remembered(self._groups, "all", self._all_groups)
        except (ChannelRefused, ChannelUnavailable) as error:
            _log.warning("user groups cannot be offered: %s", error)
            return {}

    def _all_groups(self) -> Mapping[str, str]:
        with failures():
            found = self._client.usergroups_list()["usergroups"]
            return {str(each["id"]): str(each["name"]) for each in found}

    def _known(self, identities: list[str]) -> list[str]:
        """The same, once all of many are remembered: asking for each would take hours
        (https://docs.slack.dev/reference/methods/users.list).
        """
        with self._lock:
            unknown = sum(each not in self._users for each in identities)
        if unknown > MANY:
            for page in self._client.users_list(limit=PAGE):
                with self._lock:
                    self._users.update({str(each["id"]): each for each in page["members"]})
        return identities

    def _user(self, identity: str) -> Mapping[str, Any] | None:
        return self._remembered(self._users, identity, lambda: self._looked_up(identity))

    def _looked_up(self, identity: str) -> Mapping[str, Any] | None:
        try:
            with failures():
                user: Mapping[str, Any] = self._client.users_info(user=identity)["user"]
                return user
        except ChannelRefused as error:
            if error.code in _UNKNOWN:
                return None
            raise NotLookedUp(f"users.info: {error.code}") from error
        except ChannelUnavailable as error:
            raise NotLookedUp(str(error)) from error

    def _remembered(
        self, cache: TTLCache[str, Found], key: str, found: Callable[[], Found]
    ) -> Found:
        with self._lock:
            if key in cache:
                return cache[key]
        known = found()
        with self._lock:
            cache[key] = known
        return known


@contextmanager
def _told() -> Iterator[None]:
    """Slack's errors as those of the port."""
    try:
        with failures():
            yield
    except ChannelRefused as error:
        if error.code in _NOT_THERE:
            raise Unreachable(error.code) from error
        raise NotLookedUp(str(error)) from error
    except ChannelUnavailable as error:
        raise NotLookedUp(str(error)) from error
