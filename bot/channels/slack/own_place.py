"""Which municipality a person means without naming one."""

from __future__ import annotations

from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.domain.people import Person
from bot.domain.questions import Venue


def home_of(desk: Desk, occasion: Occasion, person: Person) -> str | None:
    """That of the channel, their own, or that of what they logged last."""
    here = Venue(channel=occasion.channel, thread=None, is_private=True)
    last = desk.log.last_by(person.id)
    return desk.inquiries.scope(here, person.id) or (last.municipality if last else None)
