"""Slack, as the play has it: who is there, and what everybody has got."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import NamedTuple

from bot.domain.people import Person, Standing
from bot.domain.reminders.dispatch import Dispatch
from bot.services.errors import InDoubt, NotSent, Unreachable
from bot.services.reminders.ports import Arrived, Member, Outgoing
from tools.played_year.clock import Clock

_PAUSE = timedelta(seconds=30)
_TAKES = timedelta(seconds=1)
"""How long Slack needs for a message."""

_TOO_FAST, _LOST, _UNANSWERED = 0.03, 0.045, 0.06
"""How often, of all attempts, Slack asks for a pause; a message gets lost without an answer; it
arrives without an answer. Each limit holds from the one before it.
"""


class Letter(NamedTuple):
    """A message that somebody got."""

    at: datetime
    outgoing: Outgoing


class Workspace:
    """The people by id with their names, and who of them was deactivated."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self.coordinators: set[str] = set()
        self.gone: set[str] = set()

    def has(self, identity: str) -> bool:
        """Whether somebody is there."""
        return identity in self.names and identity not in self.gone

    def standing(self, identity: str) -> Standing:
        """Members are all who are there."""
        return Standing.MEMBER if self.has(identity) else Standing.STRANGER


class PlayedMembers:
    """``bot.services.reminders.ports.Members``; it has neither channels nor groups."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def of_channel(self, channel: str) -> list[str]:
        """Raises Unreachable."""
        raise Unreachable(f"channel_not_found: {channel}")

    def of_group(self, group: str) -> list[str]:
        """Raises Unreachable."""
        raise Unreachable(f"no_such_subteam: {group}")

    def person(self, identity: str) -> Member:
        """Somebody, also who has left."""
        return Member(
            id=identity,
            name=self._workspace.names.get(identity, identity),
            standing=self._workspace.standing(identity),
            is_gone=not self._workspace.has(identity),
        )

    def is_away(self, identity: str) -> bool:
        """Nobody says so."""
        del identity
        return False


class PlayedDirectory:
    """``bot.services.rights.Directory``."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def person(self, identity: str) -> Person:
        """Somebody, also who has left."""
        name, standing = self._workspace.names.get(identity, ""), self._workspace.standing(identity)
        return Person(id=identity, name=name, standing=standing, language="sv")

    def is_coordinator(self, identity: str) -> bool:
        """Whether they are one."""
        return identity in self._workspace.coordinators

    def every_coordinator(self) -> frozenset[str]:
        """All of them."""
        return frozenset(self._workspace.coordinators)


class PlayedPost:
    """``bot.services.reminders.ports.Post``: it keeps what arrives, and tells ``on_arrival`` of it.
    Now and then it has no time, or says nothing of what it did.
    """

    longest = timedelta(seconds=10)

    def __init__(self, workspace: Workspace, clock: Clock, seed: str) -> None:
        self._workspace = workspace
        self._clock = clock
        self._seed = seed
        self._tries: dict[str, int] = {}
        self.letters: list[Letter] = []
        self.on_arrival: Callable[[Letter], None] = lambda _: None
        self.unanswered = 0

    def send(self, outgoing: Outgoing, until: float) -> Arrived:
        """Raises NotSent, Unreachable and InDoubt."""
        if self._clock.seconds() >= until:
            raise NotSent("too_late")
        dispatch = outgoing.dispatch
        self._clock.go_on(_TAKES)
        if not self._workspace.has(dispatch.person):
            raise Unreachable("user_disabled")
        chance = self._chance(dispatch)
        if chance < _TOO_FAST:
            raise NotSent("rate_limited", _PAUSE)
        if chance >= _LOST:
            self._arrive(outgoing)
        if chance < _UNANSWERED:
            self.unanswered += 1
            raise InDoubt("no answer")
        return _arrived(dispatch)

    def find(self, dispatch: Dispatch) -> Arrived | None:
        """The message, if it arrived."""
        keys = {letter.outgoing.dispatch.key for letter in self.letters}
        return _arrived(dispatch) if dispatch.key in keys else None

    def _arrive(self, outgoing: Outgoing) -> None:
        letter = Letter(self._clock(), outgoing)
        self.letters.append(letter)
        self.on_arrival(letter)

    def _chance(self, dispatch: Dispatch) -> float:
        """From 0 to 1, another one for each attempt, whatever else is sent."""
        tries = self._tries[dispatch.key] = self._tries.get(dispatch.key, 0) + 1
        return Random(f"{self._seed}:{dispatch.key}:{tries}").random()  # noqa: S311 - a play


def _arrived(dispatch: Dispatch) -> Arrived:
    return Arrived(channel=f"D{dispatch.person}", message=dispatch.key)
