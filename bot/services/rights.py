"""Who may do what: members ask, coordinators answer hand-overs and see the gap list."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from bot.domain.people import Person, Standing
from bot.services.errors import NotAdmitted, OnlyCoordinators
from bot.services.ports import Denial, DenialLog

_log = logging.getLogger(__name__)


class Directory(Protocol):
    """Who people are, as the channel's workspace knows them."""

    def person(self, identity: str) -> Person:
        """One person. Raises ChannelUnavailable."""

    def is_coordinator(self, identity: str) -> bool:
        """Whether they belong to the coordinators. Raises ChannelUnavailable."""

    def every_coordinator(self) -> frozenset[str]:
        """The ids of those who do. Raises ChannelUnavailable."""


class Rights:
    """Admits people, or refuses them and keeps a record of it."""

    def __init__(
        self, directory: Directory, denials: DenialLog, now: Callable[[], datetime]
    ) -> None:
        self._directory = directory
        self._denials = denials
        self._now = now

    def look_up(self, identity: str) -> Person:
        """A person, whether admitted or not."""
        return self._directory.person(identity)

    def admit(self, identity: str, action: str) -> Person:
        """A member of the workspace. Raises NotAdmitted for guests and strangers."""
        person = self._directory.person(identity)
        if person.standing is not Standing.MEMBER:
            self.deny(identity, action, person.standing.value)
            raise NotAdmitted(f"{person.standing.value} tried {action}", person.standing)
        return person

    def require_coordinator(self, identity: str, action: str) -> None:
        """Raises OnlyCoordinators for everybody else."""
        if not self._directory.is_coordinator(identity):
            self.deny(identity, action, "not a coordinator")
            raise OnlyCoordinators(f"not a coordinator: {action}")

    def is_coordinator(self, identity: str) -> bool:
        """Whether they belong to the coordinators."""
        return self._directory.is_coordinator(identity)

    def every_coordinator(self) -> frozenset[str]:
        """The ids of those who do."""
        return self._directory.every_coordinator()

    def deny(self, identity: str, action: str, reason: str) -> None:
        """Keep a record of a refusal."""
        _log.warning("denied: %s (%s)", action, reason, extra={"person": identity})
        denial = Denial(person=identity, action=action, reason=reason, at=self._now())
        self._denials.add(denial)
