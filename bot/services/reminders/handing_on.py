"""Whose it is: recipients say that it is somebody else's, coordinators decide."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.domain.activities.rights import Deed
from bot.domain.reminders.broadcast import EventKind
from bot.domain.reminders.dispatch import DispatchKind, NewDispatch
from bot.domain.reminders.occurrence import Recipient, RecipientState, Why
from bot.domain.reminders.working_time import WorkingTime
from bot.services.activities.permission import require
from bot.services.errors import UnusablePerson
from bot.services.reminders.audiences import reason_against
from bot.services.reminders.ports import Member, Members, OccurrenceBook
from bot.services.reminders.recipients import Asked, Recipients
from bot.services.reminders.reminding import remind_again_at, soon, times_after
from bot.services.rights import Rights


class HandingOn:
    """As ``answering.Answers``, which offers this."""

    def __init__(
        self,
        occurrences: OccurrenceBook,
        members: Members,
        working_time: WorkingTime,
        rights: Rights,
        now: Callable[[], datetime],
    ) -> None:
        self._occurrences = occurrences
        self._recipients = Recipients(occurrences, members, now)
        self._members = members
        self._working_time = working_time
        self._rights = rights
        self._now = now

    def point(self, occurrence: int, person: str, instead: str | None) -> Asked:
        """They say that it is ``instead``'s, or just not theirs."""
        if instead is not None:
            self._usable(instead, person)

        def change(asked: Asked) -> Recipient:
            if asked.recipient.state is RecipientState.ANSWERED:
                return asked.recipient
            silent = {"remind_at": None, "escalate_at": None}
            pointing = {"state": RecipientState.ELSEWHERE, "instead": instead}
            return asked.recipient.model_copy(update={**silent, **pointing})

        kind = EventKind.POINTED_ELSEWHERE
        return self._recipients.changed(occurrence, person, change, kind, person)[0]

    def keep(self, occurrence: int, person: str, by: str) -> Asked:
        """A coordinator says that it is theirs."""
        require(self._rights, by, Deed.BROADCAST)

        def change(asked: Asked) -> Recipient:
            is_pointing = asked.recipient.state is RecipientState.ELSEWHERE
            return self._asked_again(asked) if is_pointing else asked.recipient

        return self._recipients.changed(
            occurrence, person, change, EventKind.KEPT, by, message=self._message
        )[0]

    def replace(self, occurrence: int, person: str, by: str, instead: str | None) -> Asked:
        """A coordinator says whose it is."""
        require(self._rights, by, Deed.BROADCAST)
        while True:
            asked = self._recipients.asked(occurrence, person)
            new = self._usable(instead or asked.recipient.instead or "", person)
            self._take_back(asked, new, by)
            if self._replaced(asked, new, by):
                return self._recipients.asked(occurrence, new.id)

    def _replaced(self, asked: Asked, new: Member, by: str) -> bool:
        now, at = asked.recipient, soon(self._now(), self._working_time)
        times = times_after(asked.occurrence.content, at, self._working_time)
        after = now.model_copy(
            update={
                "state": RecipientState.REPLACED,
                "remind_at": None,
                "escalate_at": None,
                "instead": new.id,
            }
        )
        taking_over = Recipient(
            occurrence=now.occurrence,
            person=new.id,
            name=new.name,
            unit=now.unit,
            also=now.also,
            why=Why.INSTEAD,
            state=RecipientState.WAITING,
            remind_at=times.remind_at,
            escalate_at=times.escalate_at,
        )
        first = NewDispatch(
            kind=DispatchKind.FIRST, person=new.id, due_at=at, occurrence=now.occurrence
        )
        event = self._recipients.event(asked, EventKind.REPLACED, by)
        return self._occurrences.replace(now, after, taking_over, first, event)

    def _take_back(self, asked: Asked, new: Member, by: str) -> None:
        """Ask somebody again in whose place another was asked, to whom it comes back now."""
        before = self._occurrences.recipient(asked.occurrence.id, new.id)
        if before is None or before.state is not RecipientState.REPLACED:
            return
        theirs = Asked(occurrence=asked.occurrence, recipient=before)
        after = self._asked_again(theirs)
        event = self._recipients.event(theirs, EventKind.KEPT, by)
        self._occurrences.change(before, after, event, [self._message(after)])

    def _asked_again(self, asked: Asked) -> Recipient:
        """Waiting, after one more reminder that goes out at once."""
        content, now = asked.occurrence.content, asked.recipient
        at, reminders = soon(self._now(), self._working_time), now.reminders + 1
        return now.model_copy(
            update={
                "state": RecipientState.WAITING,
                "instead": None,
                "reminders": reminders,
                "remind_at": remind_again_at(content, reminders, at, self._working_time),
                "escalate_at": times_after(content, at, self._working_time).escalate_at,
            }
        )

    def _message(self, after: Recipient) -> NewDispatch:
        return NewDispatch(
            kind=DispatchKind.REMINDER,
            person=after.person,
            due_at=soon(self._now(), self._working_time),
            occurrence=after.occurrence,
            number=after.reminders,
        )

    def _usable(self, instead: str, person: str) -> Member:
        """Raises UnusablePerson."""
        member = self._members.person(instead) if instead else None
        if member is None or instead == person or reason_against(member):
            name = member.name or instead if member else "none"
            raise UnusablePerson(f"{instead!r} cannot be asked instead of {person}", name=name)
        return member
