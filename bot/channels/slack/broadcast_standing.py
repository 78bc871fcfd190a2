"""How a broadcast stands for whoever acts on it, by a button, a command or a form."""

from __future__ import annotations

from typing import NamedTuple

from bot.channels.slack.blocks.broadcast_status import broadcast_view
from bot.channels.slack.blocks.fitting import View
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.domain.people import Person
from bot.domain.reminders.broadcast import Broadcast, BroadcastStatus


class Seen(NamedTuple):
    """Which version of a broadcast a button is about, as its value."""

    broadcast: int
    version: int

    @classmethod
    def decoded(cls, value: str) -> Seen:
        """Of a button's value, or of a form's beginning."""
        broadcast, version = map(int, value.split(":")[:2])
        return cls(broadcast, version)


def status_of(desk: Desk, person: Person, broadcast: Broadcast, said: str | None = None) -> View:
    """One broadcast with how far it has come."""
    state = desk.reminders.status.latest(broadcast.id, person.id)
    return broadcast_view(broadcast, state, desk.language(person), said)


def done_before(
    desk: Desk, occasion: Occasion, person: Person, seen: Seen, status: BroadcastStatus
) -> Broadcast | None:
    """The broadcast, if an earlier attempt of this occasion has brought it into that status."""
    found = desk.reminders.broadcasts.find(seen.broadcast, person.id)
    is_done = found.status is status and found.changed_by == person.id
    return found if occasion.attempts > 1 and is_done else None
