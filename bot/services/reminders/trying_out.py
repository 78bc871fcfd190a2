"""A message that a coordinator sends to themself first."""

from __future__ import annotations

from datetime import datetime

from bot.domain.people import Person
from bot.domain.reminders.broadcast import Broadcast
from bot.domain.reminders.dispatch import Dispatch, DispatchKind, DispatchState
from bot.domain.reminders.occurrence import (
    Occurrence,
    OccurrenceStatus,
    Recipient,
    RecipientState,
    Why,
)
from bot.services.reminders.ports import Outgoing

TRIED_OUT = 0
"""The id of an occurrence that is none: the database gives ids from 1 on."""


def tried_out(broadcast: Broadcast, person: Person, now: datetime) -> Outgoing:
    """The message as a recipient would get it now. Nothing of it is stored."""
    content = broadcast.content
    occurrence = Occurrence(
        id=TRIED_OUT,
        broadcast=broadcast.id,
        version=broadcast.version,
        key=now.isoformat(timespec="seconds"),
        due_at=now,
        planned_at=now,
        status=OccurrenceStatus.OPEN,
        content=content,
    )
    recipient = Recipient(
        occurrence=TRIED_OUT,
        person=person.id,
        name=person.name,
        unit=None,
        why=Why.NAMED,
        state=RecipientState.WAITING if content.wishes else RecipientState.TOLD,
    )
    dispatch = Dispatch(
        id=TRIED_OUT,
        kind=DispatchKind.FIRST,
        person=person.id,
        due_at=now,
        occurrence=TRIED_OUT,
        state=DispatchState.SENDING,
        not_before=now,
    )
    return Outgoing(dispatch=dispatch, occurrence=occurrence, recipient=recipient, is_late=False)
