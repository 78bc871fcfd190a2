"""Who people are, by Slack's word, remembered for a while."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any, TypeVar

from cachetools import TTLCache
from slack_sdk import WebClient

from bot.channels.slack.errors import ChannelRefused
from bot.channels.slack.failures import failures
from bot.domain.people import Person, Standing

REMEMBERED_SECONDS = 300
"""For how long a change of somebody's standing may go unnoticed."""

Found = TypeVar("Found")


class SlackDirectory:
    """``services.rights.Directory`` over users.info and usergroups.users.list.

    ``team`` is the workspace's id; coordinators are the members of ``group`` and ``named``.
    """

    def __init__(
        self, client: WebClient, team: str, group: str | None, named: frozenset[str]
    ) -> None:
        self._client = client
        self._team = team
        self._group = group
        self._named = named
        self._people: TTLCache[str, Person] = TTLCache(10_000, REMEMBERED_SECONDS)
        self._members: TTLCache[str, frozenset[str]] = TTLCache(1, REMEMBERED_SECONDS)
        self._lock = Lock()

    def person(self, identity: str) -> Person:
        """One person; whom Slack does not know is a stranger. Raises ChannelUnavailable."""
        return self._remembered(self._people, identity, lambda: self._looked_up(identity))

    def is_coordinator(self, identity: str) -> bool:
        """Whether they belong to the coordinators. Raises ChannelUnavailable, ChannelRefused."""
        return identity in self._named or identity in self._in_group()

    def every_coordinator(self) -> frozenset[str]:
        """The ids of those who do. Raises ChannelUnavailable, ChannelRefused."""
        return self._named | self._in_group()

    def _in_group(self) -> frozenset[str]:
        group = self._group
        if not group:
            return frozenset()
        return self._remembered(self._members, group, lambda: self._of_group(group))

    def _remembered(
        self, cache: TTLCache[str, Found], key: str, found: Callable[[], Found]
    ) -> Found:
        with self._lock:
            known = cache.get(key)
        if known is None:
            known = found()
            with self._lock:
                cache[key] = known
        return known

    def _looked_up(self, identity: str) -> Person:
        try:
            with failures():
                user = self._client.users_info(user=identity, include_locale=True)["user"]
        except ChannelRefused as error:
            if error.code not in {"user_not_found", "user_not_visible"}:
                raise
            return Person(id=identity, name="", standing=Standing.STRANGER, language="sv")
        return person_of(user, self._team)

    def _of_group(self, group: str) -> frozenset[str]:
        with failures():
            return frozenset(self._client.usergroups_users_list(usergroup=group)["users"])


def person_of(user: Mapping[str, Any], team: str) -> Person:
    """A user object (https://docs.slack.dev/reference/objects/user-object) as a person."""
    profile = user.get("profile") or {}
    return Person(
        id=user["id"],
        name=profile.get("display_name") or user.get("real_name") or user.get("name") or "",
        standing=_standing(user, team),
        language="en" if str(user.get("locale") or "").startswith("en") else "sv",
        full_name=profile.get("real_name") or user.get("real_name") or "",
    )


def _standing(user: Mapping[str, Any], team: str) -> Standing:
    enterprise = user.get("enterprise_user") or {}
    teams = {user.get("team_id"), *(enterprise.get("teams") or ())}
    if team not in teams or user.get("is_stranger") or user.get("deleted"):
        return Standing.STRANGER
    if user.get("is_restricted") or user.get("is_ultra_restricted") or user.get("is_bot"):
        return Standing.GUEST
    return Standing.MEMBER
