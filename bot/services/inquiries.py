"""Questions as they come in from channels: understood in their place, answered, and logged."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import uuid4

from bot.domain.people import EVERYWHERE
from bot.domain.questions import Inquiry, LoggedQuestion, Venue
from bot.services.comparing import Comparison, compare
from bot.services.errors import EmptyQuestion, QuestionGone
from bot.services.index_in_use import IndexInUse, OpenIndex
from bot.services.ports import QuestionLog, SettingsBook
from bot.services.sections import Validity, validity_of
from knowledge.conversation import Conversation
from knowledge.language.municipalities import find_municipalities
from knowledge.model import Answer

_reports = logging.getLogger(__name__)

ONE_CONVERSATION = timedelta(minutes=15)
"""Outside threads nothing but time tells one conversation from the next: a question asked longer
ago is no context, or its municipality would go before the channel's and one's own for ever.
"""

LONGEST_FOLLOW_UP = 1_000
"""Characters; what is longer is a remark. Its form is told before Slack has its acknowledgement."""


class Inquiries:
    """Answers people's questions. ``now`` is the clock; ``log_questions`` tells whether their
    texts may stand in the log.
    """

    def __init__(
        self,
        index: IndexInUse,
        log: QuestionLog,
        settings: SettingsBook,
        now: Callable[[], datetime],
        *,
        log_questions: bool = False,
    ) -> None:
        self._log_questions = log_questions
        self._index = index
        self._log = log
        self._settings = settings
        self._now = now

    def answer(
        self, inquiry: Inquiry, count: Callable[[Answer], None] = lambda _: None
    ) -> LoggedQuestion:
        """The question with its answer, logged; the one logged already if it came before.

        ``count`` is called with an answer when it is logged, so that each is counted once. Raises
        EmptyQuestion, ModelUnavailable, StoreUnavailable and StorageUnavailable.
        """
        logged = self._log.of_delivery(inquiry.key)
        if logged is None:
            logged = self._answered(inquiry, self._index.get())
            if not self._log.add(logged):
                return self._log.of_delivery(inquiry.key) or logged
            self._report(logged)
            count(logged.answer)
        return logged

    def told(self, question: LoggedQuestion, message: str) -> None:
        """Its answer was told in that message."""
        self._log.told(question.id, message)

    def find(self, identity: str) -> LoggedQuestion:
        """A logged question. Raises QuestionGone."""
        found = self._log.find(identity)
        if found is None:
            raise QuestionGone(f"no question {identity}")
        return found

    def recent(self, asker: str, most: int) -> list[LoggedQuestion]:
        """A person's different questions, latest first."""
        latest: dict[str, LoggedQuestion] = {}
        for each in self._log.last_of(asker, 3 * most):
            latest.setdefault(each.question, each)
        return list(latest.values())[:most]

    def begin_sharing(self, question: LoggedQuestion, mark: str) -> bool:
        """Whether ``mark`` may share a private answer: nobody else has, or it began to before."""
        return self._log.share(question.id, mark) or self.find(question.id).shared == mark

    def give_up_sharing(self, identity: str, mark: str) -> None:
        """What ``mark`` began to share, and did not, others may share. Raises as ``find``."""
        if self.find(identity).shared == mark and not self.is_shared(mark):
            self._log.unshare(identity)

    def is_shared(self, mark: str) -> bool:
        """Whether what ``mark`` began to share stands in the channel."""
        return self._log.of_delivery(mark) is not None

    def shared(self, question: LoggedQuestion, mark: str, message: str | None) -> None:
        """A private answer stands in the channel now, in ``message`` (None where the channel gives
        no id): it is logged as answered there too, so that the thread below can go on from it.
        """
        thread = question.venue.thread or message
        venue = Venue(channel=question.venue.channel, thread=thread, is_private=False)
        there = {"id": uuid4().hex, "key": mark, "venue": venue, "message": message}
        self._log.add(question.model_copy(update={**there, "asked_at": self._now()}))

    def takes_part(self, venue: Venue, asker: str) -> bool:
        """Whether a question was answered in this thread before."""
        return venue.thread is not None and self._log.last_in(venue, asker) is not None

    def concerns_us(self, text: str) -> bool:
        """Whether a text in such a thread has the form of a question, and the length of one."""
        return len(text) <= LONGEST_FOLLOW_UP and self._index.get().follow_ups.asks(text)

    def compare(self, question: LoggedQuestion) -> Comparison:
        """The same question put to every municipality. Raises as ``answer``."""
        index = self._index.get()
        everywhere = index.follow_ups.everywhere(question.question)
        return compare(index.asking, everywhere, question.answer.language)

    def validity(self, *answers: Answer) -> dict[str, Validity]:
        """Of the documents that answers cite and that are still in the index, by id."""
        catalog = self._index.get().catalog
        known = {entry.id for entry in catalog.entries()}
        cited = {c.document_id for a in answers for c in (*a.citations, *a.nearest)}
        return {each: validity_of(catalog.document(each)) for each in sorted(cited & known)}

    def scope(self, venue: Venue, asker: str) -> str | None:
        """The municipality that a question belongs to which names none: the channel's, else the
        asker's, else the home's; None for all. A choice without documents counts as none.
        """
        asking = self._index.get().asking
        channel = asking.known(self._settings.of_channel(venue.channel).municipality)
        return channel or self.own_scope(asker)

    def own_scope(self, asker: str) -> str | None:
        """The same outside any channel."""
        asking = self._index.get().asking
        chosen = self._settings.preferences(asker).municipality
        if chosen == EVERYWHERE:
            return None
        return asking.known(chosen) or asking.scope(None)

    def _report(self, logged: LoggedQuestion) -> None:
        """A line in the log; with the question's text only if the setting says so."""
        told = {
            "question": logged.id,
            "status": logged.answer.status.value,
            "language": logged.answer.language,
            **({"text": logged.text} if self._log_questions else {}),
        }
        _reports.info("a question was answered", extra=told)

    def _answered(self, inquiry: Inquiry, index: OpenIndex) -> LoggedQuestion:
        if not inquiry.text.strip():
            raise EmptyQuestion("the question is empty")
        asked = index.follow_ups.resolve(self._before(inquiry), inquiry.text)
        place = asked.municipality or self.scope(inquiry.venue, inquiry.asker)
        place = None if asked.everywhere else place
        answer = index.asking.ask_in(asked.question, place, inquiry.language)
        return LoggedQuestion(
            id=uuid4().hex,
            key=inquiry.key,
            asker=inquiry.asker,
            venue=inquiry.venue,
            text=inquiry.text,
            question=asked.question,
            municipality=asked.municipality,
            answer=answer,
            asked_at=self._now(),
            place=index.asking.place(asked.question, place),
        )

    def _before(self, inquiry: Inquiry) -> Conversation | None:
        before = self._log.last_in(inquiry.venue, inquiry.asker)
        if before is None or (
            inquiry.venue.thread is None and before.asked_at < self._now() - ONE_CONVERSATION
        ):
            return None
        return Conversation(question=before.question, municipality=before.municipality)


def recalled_place(asked: LoggedQuestion) -> str | None:
    """The municipality that a question took from the one before, since it names none itself."""
    place = asked.municipality
    if place is None or any(m.name == place for m in find_municipalities(asked.question, [place])):
        return None
    return place
