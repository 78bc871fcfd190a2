"""Whose it is: recipients say that it is somebody else's, coordinators decide."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.domain.activities.rights import Deed
from bot.domain.people import is_erased
from bot.domain.reminders.broadcast import EventKind
from bot.domain.reminders.dispatch import DispatchKind, NewDispatch
from bot.domain.reminders.occurrence import Recipient, RecipientState, Why
from bot.domain.reminders.working_time import WorkingTime
from bot.services.activities.permission import require
from bot.services.errors import AnsweredByThem, PointedOtherwise, UnusablePerson
from bot.services.reminders.audiences import reason_against
from bot.services.reminders.ports import Member, Members, OccurrenceBook, Outbox
from bot.services.reminders.recipients import Asked, Recipients
from bot.services.reminders.reminding import remind_again_at, soon, times_after
from bot.services.rights import Rights


class HandingOn:
    """As ``answering.Answers``, which offers this."""

    def __init__(
        self,
        occurrences: OccurrenceBook,
        outbox: Outbox,
        members: Members,
        working_time: WorkingTime,
        rights: Rights,
        now: Callable[[], datetime],
    ) -> None:
        self._occurrences = occurrences
        self._outbox = outbox
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

    def keep(self, occurrence: int, person: str, by: str, seen: str | None) -> Asked:
        """A coordinator says that it is theirs."""
        require(self._rights, by, Deed.BROADCAST)

        def change(asked: Asked) -> Recipient:
            _require_seen(asked.recipient, seen)
            is_pointing = asked.recipient.state is RecipientState.ELSEWHERE
            can_be_asked = is_pointing and not is_erased(person)
            return self._asked_again(asked) if can_be_asked else asked.recipient

        return self._recipients.changed(
            occurrence, person, change, EventKind.KEPT, by, message=self._message
        )[0]

    def confirm(self, occurrence: int, person: str, by: str, seen: str) -> Asked:
        """A coordinator says that it is ``seen``'s, whom they have named, if they still do."""
        return self._handed_on(occurrence, person, by, seen, seen)

    def replace(self, occurrence: int, person: str, by: str, instead: str | None) -> Asked:
        """A coordinator says whose it is. Who takes over units that they were not asked for is
        asked anew for all of theirs, whatever they had answered before: that was said of fewer.
        Who is asked for them already stays as they are. So each unit stays somebody's. Raises
        AnsweredByThem: what somebody has answered stays.
        """
        return self._handed_on(occurrence, person, by, instead, None)

    def _handed_on(
        self, occurrence: int, person: str, by: str, instead: str | None, seen: str | None
    ) -> Asked:
        require(self._rights, by, Deed.BROADCAST)
        while True:
            asked = self._recipients.asked(occurrence, person)
            if asked.recipient.state is RecipientState.ANSWERED:
                raise AnsweredByThem(f"{person} has answered", name=asked.recipient.name)
            _require_seen(asked.recipient, seen)
            new = self._usable(instead or asked.recipient.instead or "", person)
            if self._replaced(asked, new, by):
                return self._recipients.asked(occurrence, new.id)

    def _replaced(self, asked: Asked, new: Member, by: str) -> bool:
        now = asked.recipient
        silent = {"remind_at": None, "escalate_at": None}
        replaced = {"state": RecipientState.REPLACED, "instead": new.id}
        after = now.model_copy(update={**silent, **replaced})
        there = self._occurrences.recipient(now.occurrence, new.id)
        taking_over = self._taking_over(asked, there, new)
        messages = [] if taking_over == there else [self._first(taking_over)]
        event = self._recipients.event(asked, EventKind.REPLACED, by)
        return self._occurrences.replace(now, after, there, taking_over, event, messages)

    def _taking_over(self, asked: Asked, there: Recipient | None, new: Member) -> Recipient:
        """The new one as they are from now on; ``there`` where they are a recipient already."""
        now, at = asked.recipient, soon(self._now(), self._working_time)
        is_asked = there is not None and there.state is not RecipientState.REPLACED
        own = there.units if there and is_asked else ()
        units = tuple(dict.fromkeys((*own, *now.units)))
        if there and is_asked and units == own:
            return there
        times = times_after(asked.occurrence.content, at, self._working_time)
        return Recipient(
            occurrence=now.occurrence,
            person=new.id,
            name=new.name,
            unit=units[0] if units else None,
            also=units[1:],
            why=there.why if there and is_asked else Why.INSTEAD,
            state=RecipientState.WAITING,
            # Those that were planned before have their numbers.
            reminders=there.reminders if there else 0,
            remind_at=times.remind_at,
            escalate_at=times.escalate_at,
        )

    def _first(self, taking_over: Recipient) -> NewDispatch:
        """What asks them, under a number that none of theirs had."""
        theirs = [
            each.number
            for each in self._outbox.of_occurrence(taking_over.occurrence)
            if each.kind is DispatchKind.FIRST and each.person == taking_over.person
        ]
        return NewDispatch(
            kind=DispatchKind.FIRST,
            person=taking_over.person,
            due_at=soon(self._now(), self._working_time),
            occurrence=taking_over.occurrence,
            number=max(theirs, default=-1) + 1,
        )

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


def _require_seen(now: Recipient, seen: str | None) -> None:
    """That they still name whom the coordinator has ``seen``; None where that is all the same."""
    is_pointing = now.state is RecipientState.ELSEWHERE
    if seen is not None and not (is_pointing and now.instead == seen):
        raise PointedOtherwise(f"{now.person} does not name {seen}", name=now.name)
