"""What the fakes of reminders keep of each person."""

from __future__ import annotations

from datetime import datetime
from operator import attrgetter

from bot.domain.reminders.broadcast import (
    OVER,
    Broadcast,
    BroadcastStatus,
    Content,
    Event,
    EventKind,
)
from bot.domain.reminders.dispatch import Dispatch, DispatchState
from bot.domain.reminders.occurrence import Recipient
from tests.fakes.reminders_kept import UNFINISHED, Reminders

_DECIDING = ("made_by", "changed_by", "asked_by", "approved_by")


class PeopleReminded:
    """Who is named where."""

    def __init__(self, kept: Reminders) -> None:
        self._kept = kept

    def broadcasts_of(self, person: str) -> list[Broadcast]:
        return [
            each
            for _, each in sorted(self._kept.broadcasts.items())
            if person in {*each.content.audience.people, *(getattr(each, n) for n in _DECIDING)}
        ]

    def events_of(self, person: str) -> list[Event]:
        return [each for each in self._kept.events if person in (each.by, each.person)]

    def recipients_of(self, person: str) -> list[Recipient]:
        found = [
            each
            for each in self._kept.recipients.values()
            if person in (each.person, each.instead, each.answer and each.answer.by)
        ]
        return sorted(found, key=attrgetter("occurrence", "person"))

    def dispatches_of(self, person: str) -> list[Dispatch]:
        found = [e for e in self._kept.dispatches.values() if person in (e.person, e.about)]
        return sorted(found, key=attrgetter("id"))


class Renaming:
    """One person under a pseudonym."""

    def __init__(self, kept: Reminders, person: str, pseudonym: str, by: str, at: datetime) -> None:
        self._kept = kept
        self._people = PeopleReminded(kept)
        self._person = person
        self._pseudonym = pseudonym
        self._by = by
        self._at = at

    def rename(self) -> int:
        concerned = self._concerned()
        for each in list(self._kept.broadcasts.values()):
            if self._person in each.content.audience.people:
                self._go_on_without(each)
            elif each.status is BroadcastStatus.ACTIVE:
                renewed = each.model_copy(update={"version": each.version + 1})
                self._kept.broadcasts[each.id] = renewed
        self._rename_decisions()
        self._rename_recipients()
        self._rename_dispatches()
        return len(concerned)

    def _concerned(self) -> set[int]:
        occurrences = {each.occurrence for each in self._people.recipients_of(self._person)}
        occurrences |= {
            each.occurrence
            for each in self._people.dispatches_of(self._person)
            if each.occurrence is not None
        }
        return {
            *(each.id for each in self._people.broadcasts_of(self._person)),
            *(each.broadcast for each in self._people.events_of(self._person)),
            *(self._kept.occurrences[each].broadcast for each in occurrences),
        }

    def _go_on_without(self, each: Broadcast) -> None:
        hidden = self._under(each.content)
        if each.status in OVER:
            self._kept.broadcasts[each.id] = each.model_copy(update={"content": hidden})
            return
        others = each.content.audience.without(self._person)
        content = each.content.model_copy(update={"audience": others}) if others else hidden
        now = {"content": content, "version": each.version + 1}
        now |= {"changed_by": self._by, "changed_at": self._at}
        if others is None:
            now |= {"status": BroadcastStatus.CANCELLED, "next_at": None}
            self._kept.follow(each.id, BroadcastStatus.CANCELLED)
        self._kept.broadcasts[each.id] = each.model_copy(update=now)
        event = Event(
            broadcast=each.id,
            kind=EventKind.CHANGED if others else EventKind.CANCELLED,
            at=self._at,
            by=self._by,
            person=self._pseudonym,
            before=hidden if others else None,
        )
        self._kept.events.append(event)

    def _rename_decisions(self) -> None:
        kept = self._kept
        for each in list(kept.broadcasts.values()):
            named = {name: self._name(getattr(each, name)) for name in _DECIDING}
            kept.broadcasts[each.id] = each.model_copy(update=named)
        for occurrence in list(kept.occurrences.values()):
            hidden = {"content": self._under(occurrence.content)}
            kept.occurrences[occurrence.id] = occurrence.model_copy(update=hidden)
        kept.events = list(map(self._event, kept.events))

    def _event(self, each: Event) -> Event:
        named: dict[str, object] = {"by": self._name(each.by), "person": self._name(each.person)}
        named["before"] = self._under(each.before) if each.before else None
        if each.person == self._person:
            named["reason"] = None
        return each.model_copy(update=named)

    def _rename_recipients(self) -> None:
        for each in self._people.recipients_of(self._person):
            del self._kept.recipients[each.occurrence, each.person]
            renamed = self._recipient(each)
            self._kept.recipients[each.occurrence, renamed.person] = renamed

    def _recipient(self, each: Recipient) -> Recipient:
        named = {"person": self._name(each.person), "instead": self._name(each.instead)}
        answer = each.answer and each.answer.model_copy(update={"by": self._name(each.answer.by)})
        if each.person != self._person:
            return each.model_copy(update={**named, "answer": answer})
        silent = answer and answer.model_copy(update={"text": ""})
        unasked = {"name": self._pseudonym, "remind_at": None, "escalate_at": None}
        return each.model_copy(update={**named, **unasked, "answer": silent})

    def _rename_dispatches(self) -> None:
        kept = self._kept
        for each in self._people.dispatches_of(self._person):
            kept.leases.pop(each.id, None)
            kept.dispatch_keys.discard(each.key)
            named = {"person": self._name(each.person), "about": self._name(each.about)}
            kept.put(each, **named, **self._hidden(each))
            kept.dispatch_keys.add(kept.dispatches[each.id].key)

    def _hidden(self, each: Dispatch) -> dict[str, object]:
        hidden: dict[str, object] = {}
        if each.state in (*UNFINISHED, DispatchState.SENDING):
            hidden["state"] = DispatchState.DROPPED
        if each.person == self._person:
            hidden |= {"channel": None, "message": None}
        return hidden

    def _under(self, content: Content) -> Content:
        audience = content.audience.under(self._person, self._pseudonym)
        return content.model_copy(update={"audience": audience})

    def _name(self, who: str | None) -> str | None:
        return self._pseudonym if who == self._person else who
