"""What is left of a played year: what arrived, and what the database tells of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.domain.activities.units import Unit
from bot.domain.contacts import Contact
from bot.domain.reminders.broadcast import Broadcast, Event
from bot.domain.reminders.dispatch import Dispatch, DispatchKind
from bot.domain.reminders.occurrence import Occurrence, Recipient
from bot.domain.reminders.proposals import Decision
from bot.services.ports import Storage
from bot.services.reminders.digests import Digest, Digests
from tools.played_year.cast import Place
from tools.played_year.workspace import Letter


class Played(NamedTuple):
    """A municipality's year. ``recipients`` are by occurrence and person, ``digests`` by the
    keys of their dispatches.
    """

    place: Place
    year: int
    letters: Sequence[Letter]
    decisions: Sequence[Decision]
    broadcasts: dict[int, Broadcast]
    occurrences: dict[int, Occurrence]
    recipients: dict[tuple[int, str], Recipient]
    events: Sequence[Event]
    dispatches: Sequence[Dispatch]
    contacts: Sequence[Contact]
    units: dict[str, Unit]
    digests: dict[str, Digest]


def read_back(
    place: Place,
    year: int,
    database: Storage,
    letters: Sequence[Letter],
    decisions: Sequence[Decision],
    digests: Digests,
) -> Played:
    """All of it, as it stands in the end."""
    broadcasts = sorted(database.broadcasts.search(place.municipality), key=lambda each: each.id)
    occurrences = [o for each in broadcasts for o in database.occurrences.of_broadcast(each.id)]
    recipients = [r for each in occurrences for r in database.occurrences.recipients(each.id)]
    return Played(
        place=place,
        year=year,
        letters=tuple(letters),
        decisions=tuple(decisions),
        broadcasts={each.id: each for each in broadcasts},
        occurrences={each.id: each for each in occurrences},
        recipients={(each.occurrence, each.person): each for each in recipients},
        events=tuple(e for each in broadcasts for e in database.broadcasts.record(each.id)),
        dispatches=tuple(database.outbox.every()),
        contacts=tuple(database.contacts.contacts(place.municipality)),
        units={each.id: each for each in database.units.units(place.municipality)},
        digests={
            each.key: digests.digest(each.person, each.due_at)
            for each in database.outbox.every()
            if each.kind is DispatchKind.DIGEST
        },
    )
