"""Handing questions over to the coordinator, and bringing the answers back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from uuid import NAMESPACE_OID, uuid5

from bot.domain.hand_overs import TAKEN_UP_FOR, HandOver
from bot.domain.questions import LoggedQuestion
from bot.services.errors import AnsweredAlready, EmptyAnswer, QuestionGone
from bot.services.ports import HandOverBook
from bot.services.rights import Rights


class HandOvers:
    """Hand-overs; only coordinators answer them."""

    def __init__(self, book: HandOverBook, rights: Rights, now: Callable[[], datetime]) -> None:
        self._book = book
        self._rights = rights
        self._now = now

    def hand_over(self, question: LoggedQuestion, asker: str, mark: str) -> HandOver:
        """Hand a question over for ``asker``; the hand-over that there is if there is one.

        ``mark`` names the delivery that does so: who ``began`` it posts the card, nobody else.
        """
        new = HandOver(
            id=_identity(mark),
            question=question.id,
            asker=asker,
            venue=question.venue,
            handed_over_at=self._now(),
        )
        if self._book.open(new):
            return new
        return self._book.of_question(question.id) or new

    def began(self, hand_over: HandOver, mark: str) -> bool:
        """Whether the delivery ``mark`` made this hand-over, in this attempt or an earlier one."""
        return hand_over.id == _identity(mark)

    def give_up(self, mark: str) -> None:
        """What ``mark`` began and posted no card of may be handed over by others."""
        self._book.withdraw(_identity(mark))

    def posted(self, hand_over: HandOver, card: str) -> None:
        """Its card stands in the coordinators' channel."""
        self._book.posted(hand_over.id, card)

    def find(self, identity: str) -> HandOver:
        """One hand-over. Raises QuestionGone."""
        found = self._book.find(identity)
        if found is None:
            raise QuestionGone(f"no hand-over {identity}")
        return found

    def to_answer(self, identity: str, person: str) -> HandOver:
        """One that ``person`` is about to answer.

        Raises OnlyCoordinators, QuestionGone and AnsweredAlready.
        """
        self._rights.require_coordinator(person, "answer a hand-over")
        found = self.find(identity)
        if not found.is_open:
            raise AnsweredAlready(f"hand-over {identity} is answered", found)
        return found

    def answer(self, identity: str, text: str, person: str) -> HandOver:
        """Answer one, and give it with its answer; the same answer again changes nothing.

        Raises EmptyAnswer and as ``to_answer``.
        """
        self._rights.require_coordinator(person, "answer a hand-over")
        if not text.strip():
            raise EmptyAnswer("the answer is empty")
        is_first = self._book.answer(identity, text.strip(), person, self._now())
        found = self.find(identity)
        if not is_first and (found.answered_by, found.answer) != (person, text.strip()):
            raise AnsweredAlready(f"hand-over {identity} is answered", found)
        return found

    def delivered(self, hand_over: HandOver, message: str) -> None:
        """The asker has the answer."""
        self._book.delivered(hand_over.id, message)

    def undelivered(self) -> list[tuple[HandOver, int]]:
        """Those whose answer is to be taken up again, with how often it should have been by now."""
        now = self._now()
        waiting = self._book.undelivered(now - TAKEN_UP_FOR)
        due = ((each, each.deliveries_due(now)) for each in waiting)
        return [(each, times) for each, times in due if times]

    def due(self) -> Iterator[HandOver]:
        """Those to be called to mind now, each counted when it is taken, so that nobody else takes
        it as well, and that a failure over one leaves the next ones due.
        """
        now = self._now()
        waiting = [each for each in self._book.all_open() if each.card and each.is_due(now)]
        return (each for each in waiting if self._counted(each, each.reminders_due(now)))

    def _counted(self, hand_over: HandOver, due: int) -> bool:
        """Count all reminders that are due: after a standstill one reminder stands for them."""
        missed = range(hand_over.reminders, due)
        return all(self._book.remind(hand_over.id, reminders) for reminders in missed)


def _identity(mark: str) -> str:
    return uuid5(NAMESPACE_OID, mark).hex
