"""What somebody was asked, and changes of it that lose nothing that happens at the same time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.domain.reminders.broadcast import Event, EventKind
from bot.domain.reminders.dispatch import NewDispatch
from bot.domain.reminders.occurrence import (
    Occurrence,
    OccurrenceStatus,
    Recipient,
    RecipientState,
)
from bot.services.errors import (
    NoAnswerWanted,
    NotRecipient,
    OccurrenceGone,
    OccurrenceOver,
    OnlyTriedOut,
    TakenOver,
)
from bot.services.reminders.ports import Members, OccurrenceBook
from bot.services.reminders.trying_out import TRIED_OUT
from knowledge.model import Value


class Asked(Value):
    """Somebody's part in an occurrence, as it is now."""

    occurrence: Occurrence
    recipient: Recipient


class Recipients:
    """The recipients of occurrences."""

    def __init__(
        self, occurrences: OccurrenceBook, members: Members, now: Callable[[], datetime]
    ) -> None:
        self._occurrences = occurrences
        self._members = members
        self._now = now

    def asked(self, occurrence: int, person: str) -> Asked:
        """What somebody was asked. Raises OccurrenceGone, OnlyTriedOut, NotRecipient,
        OccurrenceOver, NoAnswerWanted and TakenOver.
        """
        found = self._occurrence(occurrence)
        recipient = self._occurrences.recipient(occurrence, person)
        if recipient is None:
            raise NotRecipient(f"{person} was not asked by {occurrence}")
        if found.status is not OccurrenceStatus.OPEN:
            raise OccurrenceOver(f"occurrence {occurrence} is {found.status}")
        if recipient.state is RecipientState.TOLD:
            raise NoAnswerWanted(f"occurrence {occurrence} only tells")
        if recipient.state is RecipientState.REPLACED:
            name = self._members.person(recipient.instead or "").name
            raise TakenOver(f"{recipient.instead} was asked instead", name=name)
        return Asked(occurrence=found, recipient=recipient)

    def changed(
        self,
        occurrence: int,
        person: str,
        change: Callable[[Asked], Recipient],
        kind: EventKind,
        by: str,
        *,
        reason: str | None = None,
        message: Callable[[Recipient], NewDispatch] | None = None,
    ) -> tuple[Asked, Recipient]:
        """Them after a change, which is made of what they are by then, and what they were. Where
        it changes nothing, nothing is stored; else ``message`` of them goes out. Raises as
        ``asked``.
        """
        while True:
            asked = self.asked(occurrence, person)
            before, after = asked.recipient, change(asked)
            event = self.event(asked, kind, by, reason)
            new = [message(after)] if message else []
            if after == before or self._occurrences.change(before, after, event, new):
                return Asked(occurrence=asked.occurrence, recipient=after), before

    def event(self, asked: Asked, kind: EventKind, by: str, reason: str | None = None) -> Event:
        """An entry of the record about them."""
        return Event(
            broadcast=asked.occurrence.broadcast,
            kind=kind,
            at=self._now(),
            by=by,
            occurrence=asked.occurrence.id,
            person=asked.recipient.person,
            reason=reason,
        )

    def _occurrence(self, identity: int) -> Occurrence:
        if identity == TRIED_OUT:
            raise OnlyTriedOut("tried out", id=str(identity))
        found = self._occurrences.find(identity)
        if found is None:
            raise OccurrenceGone(f"no occurrence {identity}", id=str(identity))
        return found
