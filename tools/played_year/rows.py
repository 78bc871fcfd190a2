"""The year as a table: who got what when, why, and what they answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from bot.domain.days import swedish_day
from bot.domain.reminders.broadcast import Event, EventKind
from bot.domain.reminders.dispatch import Dispatch, DispatchKind, DispatchState
from bot.domain.reminders.occurrence import Occurrence, OccurrenceStatus, Recipient, Why
from bot.domain.reminders.working_time import WorkingTime, in_sweden
from bot.services.contacts.words import ROLES
from knowledge.model import Citation
from tools.played_year.closed import why_moved
from tools.played_year.played import Played

_ANSWERS = {"done": "Klart", "nothing_to_report": "Inget att rapportera"}
_KINDS = {
    DispatchKind.FIRST: "utskick",
    DispatchKind.REMINDER: "påminnelse",
    DispatchKind.ESCALATION: "till chef eller ersättare",
    DispatchKind.DIGEST: "sammandrag",
}
_TOLD = {
    EventKind.MISSED: "skickades aldrig",
    EventKind.POINTED_ELSEWHERE: "att avgöra",
    EventKind.NOBODY_TO_TELL: "utan chef att vända sig till",
    EventKind.UNITS_WITHOUT: "med enheter utan kontaktperson",
    EventKind.NOBODY_REACHED: "nådde ingen",
    EventKind.ENDED: "avslutade",
}
"""What a digest counts of the record, beside answers and what failed."""

NOT_RUNNING = "tjänsten var inte i gång"


class Row(NamedTuple):
    """A message, or one that nobody got, as ``kind`` says. Times are local, to the second;
    ``decided`` is the one that was decided, where it was another, and ``why_moved`` why.
    ``broadcast`` is None for a digest. ``reason`` is why it was sent, ``why_them`` why to them.
    """

    at: datetime
    decided: datetime | None
    why_moved: str
    name: str
    unit: str
    why_them: str
    kind: str
    broadcast: int | None
    title: str
    reason: str
    citation: Citation | None
    answer: str
    answered_at: datetime | None


class _Sent(NamedTuple):
    """A dispatch that arrived at that moment or, with a ``failure``, never will."""

    at: datetime
    dispatch: Dispatch
    is_late: bool
    failure: str | None = None


def rows_of(played: Played, working_time: WorkingTime) -> list[Row]:
    """In the order of their moments."""
    return _Table(played, working_time).rows()


class _Table:
    def __init__(self, played: Played, working_time: WorkingTime) -> None:
        self._played = played
        self._working_time = working_time
        self._names = {each.person: each.name for each in played.contacts}
        self._sent = sorted(_sent(played), key=lambda each: each.at)

    def rows(self) -> list[Row]:
        rows = [self._row(place, each) for place, each in enumerate(self._sent)]
        return sorted([*rows, *self._missed()], key=lambda row: row.at)

    def _row(self, place: int, sent: _Sent) -> Row:
        dispatch = sent.dispatch
        if dispatch.occurrence is None:
            return self._digest(sent)
        occurrence = self._played.occurrences[dispatch.occurrence]
        about = self._played.recipients[dispatch.occurrence, dispatch.subject]
        decided, moved = self._moved(place, sent, occurrence)
        answers = list(self._answers(place, sent, about))
        return Row(
            at=in_sweden(sent.at),
            decided=decided,
            why_moved=moved,
            name=self._names[dispatch.person],
            unit=self._unit(about.unit),
            why_them=self._why_them(sent, about),
            kind=_kind(sent),
            broadcast=occurrence.broadcast,
            title=occurrence.content.title,
            reason=occurrence.content.reason,
            citation=occurrence.content.citation,
            answer="; ".join(told for _, told in answers),
            answered_at=in_sweden(answers[-1][0]) if answers else None,
        )

    def _digest(self, sent: _Sent) -> Row:
        digest = self._played.digests[sent.dispatch.key]
        counts: Counter[str] = Counter()
        for each in digest.entries:
            counts["svar"] += each.answered
            counts["kom inte fram"] += each.failed
            counts.update(_TOLD[event.kind] for event in each.events if event.kind in _TOLD)
        return Row(
            at=in_sweden(sent.at),
            decided=None,
            why_moved="",
            name=self._names[sent.dispatch.person],
            unit="",
            why_them="samordnare",
            kind=_kind(sent),
            broadcast=None,
            title="Nytt sedan sist",
            reason=", ".join(f"{count} {what}" for what, count in counts.items() if count),
            citation=None,
            answer="",
            answered_at=None,
        )

    def _missed(self) -> Iterator[Row]:
        for each in self._played.occurrences.values():
            if each.status is OccurrenceStatus.MISSED:
                yield Row(
                    at=in_sweden(each.planned_at),
                    decided=datetime.fromisoformat(each.key),
                    why_moved=NOT_RUNNING,
                    name="",
                    unit="",
                    why_them="",
                    kind="skickades aldrig",
                    broadcast=each.broadcast,
                    title=each.content.title,
                    reason=each.content.reason,
                    citation=each.content.citation,
                    answer="",
                    answered_at=None,
                )

    def _moved(
        self, place: int, sent: _Sent, occurrence: Occurrence
    ) -> tuple[datetime | None, str]:
        """The time that was decided and why it was another; None and "" if it was the same."""
        due = in_sweden(sent.dispatch.due_at)
        decided = self._decided(place, sent, occurrence) or due
        reasons = [why_moved(decided, self._working_time)] if decided != due else []
        reasons += [NOT_RUNNING] if sent.is_late else []
        return (decided if reasons else None), ", ".join(reasons)

    def _decided(self, place: int, sent: _Sent, occurrence: Occurrence) -> datetime | None:
        """What was moved to when it was due; None where that is not known."""
        dispatch, content = sent.dispatch, occurrence.content
        if dispatch.kind is DispatchKind.FIRST:
            recipient = self._played.recipients[occurrence.id, dispatch.person]
            is_instead = recipient.why is Why.INSTEAD
            return None if is_instead else datetime.fromisoformat(occurrence.key)
        is_reminder = dispatch.kind is DispatchKind.REMINDER
        days = content.nagging.every_days if is_reminder and content.nagging else None
        if not is_reminder and content.escalation:
            days = content.escalation.after_days
        before = self._before(place, sent, is_first=not is_reminder)
        if days is None or before is None:
            return None
        decided = in_sweden(before.dispatch.due_at) + timedelta(days=days)
        is_it = self._working_time.moved(decided) == in_sweden(dispatch.due_at)
        return decided if is_it else None

    def _before(self, place: int, sent: _Sent, *, is_first: bool) -> _Sent | None:
        """The message to them before, or the first."""
        own = [each for each in self._sent[:place] if _of(each) == _of(sent)]
        return (own[0] if is_first else own[-1]) if own else None

    def _answers(self, place: int, sent: _Sent, about: Recipient) -> Iterator[tuple[datetime, str]]:
        """What they did until the next message to them."""
        if sent.dispatch.kind is DispatchKind.ESCALATION:
            return
        later = (e.at for e in self._sent[place + 1 :] if _of(e) == _of(sent) and _asks(e))
        until = next(later, None)
        for event in self._played.events:
            is_theirs = (event.occurrence, event.person) == _of(sent) and sent.at <= event.at
            told = self._told(event, about) if is_theirs else ""
            if told and (until is None or event.at < until):
                yield event.at, told

    def _told(self, event: Event, about: Recipient) -> str:
        instead = self._names.get(about.instead or "", "")
        match event.kind:
            case EventKind.ANSWERED:
                kind, _, words = (event.reason or "").partition(": ")
                words = f"Loggat: aktivitet {words}" if kind == "logged" else f"”{words}”"
                return _ANSWERS.get(kind, words)
            case EventKind.SNOOZED:
                return "Påminn mig senare"
            case EventKind.POINTED_ELSEWHERE:
                return f"Inte jag, utan {instead}" if instead else "Inte jag"
            case EventKind.REPLACED:
                return f"samordnaren: {instead} i stället"
            case EventKind.KEPT:
                return "samordnaren: frågan är din"
            case _:
                return ""

    def _why_them(self, sent: _Sent, about: Recipient) -> str:
        dispatch = sent.dispatch
        if dispatch.about:
            role = self._role(dispatch.person, about.unit, sent)
            return f"{role}; {about.name} har inte svarat"
        if about.why is Why.INSTEAD:
            before = next(
                each.name
                for each in self._played.recipients.values()
                if (each.occurrence, each.instead) == (about.occurrence, about.person)
            )
            return f"i stället för {before}"
        return self._role(dispatch.person, about.unit, sent)

    def _role(self, person: str, unit: str | None, sent: _Sent) -> str:
        """Their role at the unit when it was planned."""
        on = swedish_day(sent.dispatch.due_at)
        held = [
            ROLES[each.role][0]
            for each in self._played.contacts
            if (each.person, each.unit) == (person, unit) and each.holds_on(on)
        ]
        return ", ".join(dict.fromkeys(held))

    def _unit(self, identity: str | None) -> str:
        return self._played.units[identity].name if identity else ""


def _sent(played: Played) -> Iterator[_Sent]:
    for letter in played.letters:
        yield _Sent(letter.at, letter.outgoing.dispatch, letter.outgoing.is_late)
    for each in played.dispatches:
        if each.state is DispatchState.FAILED and each.failed_at:
            yield _Sent(each.failed_at, each, is_late=False, failure=each.failure)


def _of(sent: _Sent) -> tuple[int | None, str]:
    """Whose answer in which occurrence it is about."""
    return sent.dispatch.occurrence, sent.dispatch.subject


def _asks(sent: _Sent) -> bool:
    return sent.dispatch.kind in (DispatchKind.FIRST, DispatchKind.REMINDER)


def _kind(sent: _Sent) -> str:
    kind = _KINDS[sent.dispatch.kind]
    if sent.dispatch.kind is DispatchKind.REMINDER:
        kind = f"{kind} {sent.dispatch.number}"
    return f"{kind}, kom inte fram" if sent.failure else kind
