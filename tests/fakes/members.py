"""A channel's workspace in memory."""

from __future__ import annotations

from bot.domain.people import Standing
from bot.services.errors import NotLookedUp, Unreachable
from bot.services.reminders.ports import Member


class FakeMembers:
    """``ports.Members``: everybody is a member who is there, unless something else is said."""

    def __init__(self) -> None:
        self.channels: dict[str, list[str]] = {}
        self.groups: dict[str, list[str]] = {}
        self.others: dict[str, Member] = {}
        self.away: set[str] = set()
        self.is_down = False

    def of_channel(self, channel: str) -> list[str]:
        return self._of(self.channels, channel)

    def of_group(self, group: str) -> list[str]:
        return self._of(self.groups, group)

    def person(self, identity: str) -> Member:
        if self.is_down:
            raise NotLookedUp("the channel is down")
        plain = Member(id=identity, name=identity.title(), standing=Standing.MEMBER)
        return self.others.get(identity, plain)

    def is_away(self, identity: str) -> bool:
        return identity in self.away

    def is_something_else(self, identity: str, **said: object) -> None:
        self.others[identity] = self.person(identity).model_copy(update=said)

    def _of(self, known: dict[str, list[str]], identity: str) -> list[str]:
        if identity not in known:
            raise Unreachable("channel_not_found")
        return known[identity]
