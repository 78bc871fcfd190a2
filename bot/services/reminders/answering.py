"""What recipients answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from bot.domain.activities.rights import Deed
from bot.domain.days import swedish_day
from bot.domain.reminders.broadcast import LONGEST_PAUSE, EventKind
from bot.domain.reminders.dispatch import DispatchKind
from bot.domain.reminders.occurrence import (
    LONGEST_ANSWER,
    Answer,
    AnswerKind,
    Recipient,
    RecipientState,
)
from bot.domain.reminders.postponing import Snooze, next_reminder, snoozed
from bot.domain.reminders.working_time import WorkingTime
from bot.services.activities.permission import require
from bot.services.errors import AnswerTooLong, EmptyAnswer, UnusableDay
from bot.services.reminders.handing_on import HandingOn
from bot.services.reminders.ports import Arrived, Members, OccurrenceBook, Outbox
from bot.services.reminders.recipients import Asked, Recipients
from bot.services.rights import Rights

__all__ = ["Answered", "Answers", "Asked", "Told"]

_THEIRS = frozenset({DispatchKind.FIRST, DispatchKind.REMINDER})
"""What asks a person themself."""


class Answered(Asked):
    """The same after an answer; ``before`` is the one that held until then, if there was one."""

    before: Answer | None = None


class Told(Asked):
    """Somebody's part in an occurrence, whatever became of it, and where the messages to them stand
    that arrived.
    """

    messages: tuple[Arrived, ...]


class Answers:
    """Recipients' answers. The latest holds, the record keeps all; the same once more changes
    nothing. They count also where the broadcast is paused or has ended.

    ``by`` is a coordinator who answers in the recipient's place, None for the recipient. All raise
    OccurrenceGone, OnlyTriedOut, NotRecipient, OccurrenceOver, NoAnswerWanted, TakenOver, and
    OnlyCoordinators for another ``by``.
    """

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
        self._handing_on = HandingOn(occurrences, outbox, members, working_time, rights, now)
        self._working_time = working_time
        self._rights = rights
        self._now = now

    def asked(self, occurrence: int, person: str) -> Asked:
        """What somebody was asked, for a form or a message."""
        return self._recipients.asked(occurrence, person)

    def told(self, occurrence: int, person: str) -> Told | None:
        """What somebody was told, to bring it up to date; None where they never were a recipient.
        Raises nothing of the above.
        """
        found = self._occurrences.find(occurrence)
        recipient = self._occurrences.recipient(occurrence, person)
        if found is None or recipient is None:
            return None
        messages = tuple(
            Arrived(channel=each.channel, message=each.message)
            for each in self._outbox.of_occurrence(occurrence)
            if each.person == person and each.kind in _THEIRS and each.channel and each.message
        )
        return Told(occurrence=found, recipient=recipient, messages=messages)

    def mine(self, person: str) -> list[Asked]:
        """What waits for somebody's answer, oldest first."""
        return [
            Asked(occurrence=occurrence, recipient=recipient)
            for occurrence, recipient in self._occurrences.open_of(person)
        ]

    def done(self, occurrence: int, person: str, by: str | None = None) -> Answered:
        """Done."""
        return self._answer(occurrence, person, AnswerKind.DONE, by)

    def nothing_to_report(self, occurrence: int, person: str, by: str | None = None) -> Answered:
        """There is nothing to report."""
        return self._answer(occurrence, person, AnswerKind.NOTHING_TO_REPORT, by)

    def text(self, occurrence: int, person: str, text: str, by: str | None = None) -> Answered:
        """A short text. Raises EmptyAnswer and AnswerTooLong."""
        said = text.strip()
        if not said:
            raise EmptyAnswer("an answer without a word")
        if len(said) > LONGEST_ANSWER:
            raise AnswerTooLong(f"{len(said)} characters", longest=str(LONGEST_ANSWER))
        return self._answer(occurrence, person, AnswerKind.TEXT, by, text=said)

    def logged(
        self, occurrence: int, person: str, activity: int, by: str | None = None
    ) -> Answered:
        """They logged that activity because of it."""
        return self._answer(occurrence, person, AnswerKind.LOGGED, by, activity=activity)

    def snooze(self, occurrence: int, person: str, until: Snooze | date) -> Asked:
        """Remind them then, also where no more reminders would come; who would be told of them
        until then is told a day later. What is answered stays so. Raises UnusableDay.
        """
        at = self._snoozed(until)
        day_after = next_reminder(at, 1, self._working_time)

        def change(asked: Asked) -> Recipient:
            now = asked.recipient
            if now.state is RecipientState.ANSWERED:
                return now
            escalate_at = max(now.escalate_at, day_after) if now.escalate_at else None
            snoozing = {"state": RecipientState.SNOOZED, "remind_at": at, "instead": None}
            return now.model_copy(update={**snoozing, "escalate_at": escalate_at})

        return self._recipients.changed(occurrence, person, change, EventKind.SNOOZED, person)[0]

    def not_me(self, occurrence: int, person: str, instead: str | None = None) -> Asked:
        """It is somebody else's, as they say: a coordinator decides. What is answered stays so.
        Raises UnusablePerson for somebody who cannot get it.
        """
        return self._handing_on.point(occurrence, person, instead)

    def replace(self, occurrence: int, person: str, by: str, instead: str | None = None) -> Asked:
        """Ask ``instead``, or whom they named, in their place; what the new one is asked: also who
        has answered for units of their own is asked anew. Raises UnusablePerson and
        OnlyCoordinators.
        """
        return self._handing_on.replace(occurrence, person, by, instead)

    def confirm(self, occurrence: int, person: str, by: str, seen: str) -> Asked:
        """The same with ``seen``, whom the coordinator has read that they named. Raises also
        PointedOtherwise where they do not any more.
        """
        return self._handing_on.confirm(occurrence, person, by, seen)

    def keep(self, occurrence: int, person: str, by: str, seen: str | None = None) -> Asked:
        """It is theirs after all: they are reminded again at once. Raises OnlyCoordinators, and
        PointedOtherwise where they do not name ``seen`` any more.
        """
        return self._handing_on.keep(occurrence, person, by, seen)

    def _answer(
        self,
        occurrence: int,
        person: str,
        kind: AnswerKind,
        by: str | None,
        *,
        text: str = "",
        activity: int | None = None,
    ) -> Answered:
        if by is not None and by != person:
            require(self._rights, by, Deed.ANSWER_FOR_OTHERS)
        answer = Answer(kind=kind, at=self._now(), by=by or person, text=text, activity=activity)

        def change(asked: Asked) -> Recipient:
            if _says_the_same(asked.recipient.answer, answer):
                return asked.recipient
            closed = {"remind_at": None, "escalate_at": None, "instead": None}
            told = {"state": RecipientState.ANSWERED, "answer": answer}
            return asked.recipient.model_copy(update={**closed, **told})

        said = _for_the_record(answer)
        asked, before = self._recipients.changed(
            occurrence, person, change, EventKind.ANSWERED, answer.by, reason=said
        )
        return Answered(
            occurrence=asked.occurrence, recipient=asked.recipient, before=before.answer
        )

    def _snoozed(self, until: Snooze | date) -> datetime:
        today = swedish_day(self._now())
        last = today + timedelta(days=LONGEST_PAUSE)
        is_far = not isinstance(until, Snooze) and until > last
        try:
            if is_far:
                raise ValueError(f"{until} is too far off")
            return snoozed(until, self._now(), self._working_time)
        except ValueError as error:
            raise UnusableDay(str(error), last=last.isoformat()) from None


def _says_the_same(before: Answer | None, answer: Answer) -> bool:
    return (
        before is not None
        and answer.model_copy(update={"at": before.at, "by": before.by}) == before
    )


def _for_the_record(answer: Answer) -> str:
    """What was answered, so that the record has it also where a later answer holds."""
    said = answer.text or (f"#{answer.activity}" if answer.activity else "")
    return f"{answer.kind.value}: {said}" if said else answer.kind.value
