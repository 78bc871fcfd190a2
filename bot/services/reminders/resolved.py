"""Who an audience is on a day, and who was left out of it and why."""

from __future__ import annotations

from enum import StrEnum

from bot.domain.activities.units import Unit
from bot.domain.reminders.occurrence import Why
from knowledge.model import Value


class Reached(Value):
    """Somebody who gets it, once. ``unit`` is the id of the one for which they are asked; of
    several, the others stand in ``also``.
    """

    person: str
    name: str
    unit: str | None
    also: tuple[str, ...] = ()
    why: Why

    @property
    def units(self) -> tuple[str, ...]:
        """All for which they are asked."""
        return (self.unit, *self.also) if self.unit else self.also


class LeftOutReason(StrEnum):
    """Why somebody of the audience does not get it."""

    NOT_IN_CHANNEL = "not_in_channel"
    GONE = "gone"
    BOT = "bot"
    GUEST = "guest"


class LeftOut(Value):
    """Somebody of the audience who does not get it. ``person`` is None for who is not in the
    channel, ``unit`` the id of the contact's.
    """

    name: str
    person: str | None
    unit: str | None
    reason: LeftOutReason


class Resolved(Value):
    """Who an audience is. ``recipients`` are in the order of their names; ``doubles`` those of
    them whom more than one part of the audience or several units lead to; ``away`` those of them
    who are away. ``units_without`` are its units of which nobody has one of the wanted roles;
    ``unreadable`` the channels and user groups whose members cannot be seen.
    """

    recipients: tuple[Reached, ...]
    doubles: tuple[Reached, ...] = ()
    away: tuple[Reached, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    units_without: tuple[Unit, ...] = ()
    unreadable: tuple[str, ...] = ()
