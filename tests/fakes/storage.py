"""The bot's database in memory."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from operator import attrgetter

from bot.domain.hand_overs import HandOver
from bot.domain.people import Preferences
from bot.domain.questions import ChannelSettings, Feedback, LoggedQuestion, Venue
from bot.services.errors import QuestionGone
from bot.services.ports import Delivery, Denial
from tests.fakes.activities import FakeActivityBook, FakeUnitRegister


class FakeInbox:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._leases: dict[str, tuple[Delivery, datetime]] = {}
        self._done: dict[str, datetime] = {}

    def accept(self, delivery: Delivery, leased_until: datetime) -> bool:
        with self._lock:
            if delivery.key in self._leases or delivery.key in self._done:
                return False
            self._leases[delivery.key] = (delivery, leased_until)
            return True

    def renew(self, keys: Sequence[str], leased_until: datetime) -> None:
        with self._lock:
            for key in self._leases.keys() & set(keys):
                self._leases[key] = (self._leases[key][0], leased_until)

    def claim(self, now: datetime, leased_until: datetime, most: int) -> list[Delivery]:
        with self._lock:
            free = [each for each, lease in self._leases.values() if lease <= now]
            oldest = sorted(free, key=attrgetter("received_at", "key"))[: max(most, 0)]
            claimed = [each.model_copy(update={"attempts": each.attempts + 1}) for each in oldest]
            self._leases |= {each.key: (each, leased_until) for each in claimed}
            return claimed

    def done(self, key: str, now: datetime) -> None:
        with self._lock:
            if self._leases.pop(key, None):
                self._done[key] = now

    def release(self, key: str, until: datetime) -> None:
        with self._lock:
            if key in self._leases:
                delivery = self._leases[key][0].model_copy(update={"attempts": 1})
                self._leases[key] = (delivery, until)

    def waiting(self) -> int:
        return len(self._leases)

    def forget(self, before: datetime) -> int:
        with self._lock:
            old = [key for key, at in self._done.items() if at < before]
            for key in old:
                del self._done[key]
            return len(old)


class FakeQuestionLog:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._questions: dict[str, LoggedQuestion] = {}
        self._followers: list[Callable[[str], None]] = []

    def add(self, question: LoggedQuestion) -> bool:
        with self._lock:
            if question.id in self._questions or self.of_delivery(question.key):
                return False
            self._questions[question.id] = question
            return True

    def find(self, identity: str) -> LoggedQuestion | None:
        return self._questions.get(identity)

    def of_delivery(self, key: str) -> LoggedQuestion | None:
        return next((each for each in self._all() if each.key == key), None)

    def told(self, identity: str, message: str) -> None:
        self._change(identity, message=message)

    def share(self, identity: str, mark: str) -> bool:
        with self._lock:
            found = self._questions.get(identity)
            if found is None or found.shared is not None:
                return False
            self._questions[identity] = found.model_copy(update={"shared": mark})
            return True

    def unshare(self, identity: str) -> None:
        self._change(identity, shared=None)

    def last_in(self, venue: Venue, asker: str) -> LoggedQuestion | None:
        own = venue.is_private or venue.thread is None
        here = [q for q in self._all() if q.venue == venue and (q.asker == asker or not own)]
        return here[-1] if here else None

    def last_of(self, asker: str, most: int) -> list[LoggedQuestion]:
        return [each for each in reversed(self._all()) if each.asker == asker][:most]

    def since(self, start: datetime) -> list[LoggedQuestion]:
        return [each for each in self._all() if each.asked_at >= start]

    def forget(self, before: datetime) -> int:
        with self._lock:
            old = [each.id for each in self._all() if each.asked_at < before]
            for identity in old:
                del self._questions[identity]
                for forget in self._followers:
                    forget(identity)
            return len(old)

    def follow(self, forget: Callable[[str], None]) -> None:
        """Have ``forget`` called with each question that is forgotten."""
        self._followers.append(forget)

    def require(self, identity: str) -> None:
        if identity not in self._questions:
            raise QuestionGone(f"no question {identity}")

    def _all(self) -> list[LoggedQuestion]:
        return sorted(self._questions.values(), key=attrgetter("asked_at", "id"))

    def _change(self, identity: str, **fields: str | None) -> None:
        with self._lock:
            if identity in self._questions:
                changed = self._questions[identity].model_copy(update=fields)
                self._questions[identity] = changed


class FakeFeedbackLog:
    def __init__(self, questions: FakeQuestionLog) -> None:
        self._lock = threading.Lock()
        self._questions = questions
        self._feedback: dict[tuple[str, str], Feedback] = {}
        questions.follow(self._forget)

    def give(self, feedback: Feedback) -> None:
        self._questions.require(feedback.question)
        key = (feedback.question, feedback.person)
        with self._lock:
            before = self._feedback.get(key)
            if before is None or before.given_at <= feedback.given_at:
                self._feedback[key] = feedback

    def on(self, questions: Sequence[str]) -> list[Feedback]:
        found = [each for each in self._feedback.values() if each.question in questions]
        return sorted(found, key=attrgetter("given_at", "question", "person"))

    def _forget(self, question: str) -> None:
        with self._lock:
            left = {key: each for key, each in self._feedback.items() if key[0] != question}
            self._feedback = left


class FakeHandOverBook:
    def __init__(self, questions: FakeQuestionLog) -> None:
        self._lock = threading.Lock()
        self._questions = questions
        self._hand_overs: dict[str, HandOver] = {}
        questions.follow(self._forget)

    def open(self, hand_over: HandOver) -> bool:
        with self._lock:
            if self.of_question(hand_over.question):
                return False
            self._questions.require(hand_over.question)
            self._hand_overs[hand_over.id] = hand_over
            return True

    def find(self, identity: str) -> HandOver | None:
        return self._hand_overs.get(identity)

    def of_question(self, question: str) -> HandOver | None:
        return next((h for h in list(self._hand_overs.values()) if h.question == question), None)

    def withdraw(self, identity: str) -> None:
        with self._lock:
            found = self._hand_overs.get(identity)
            if found and found.card is None:
                del self._hand_overs[identity]

    def posted(self, identity: str, card: str) -> None:
        self._change(identity, lambda _: True, card=card)

    def answer(self, identity: str, text: str, by: str, at: datetime) -> bool:
        return self._change(
            identity, lambda h: h.is_open, answer=text, answered_by=by, answered_at=at
        )

    def delivered(self, identity: str, message: str) -> None:
        self._change(identity, lambda _: True, delivered=message)

    def undelivered(self, since: datetime) -> list[HandOver]:
        found = [
            each
            for each in list(self._hand_overs.values())
            if each.answered_at and each.answered_at >= since and each.delivered is None
        ]
        return sorted(found, key=attrgetter("answered_at", "id"))

    def remind(self, identity: str, reminders: int) -> bool:
        return self._change(
            identity,
            lambda h: h.is_open and h.reminders == reminders,
            reminders=reminders + 1,
        )

    def all_open(self) -> list[HandOver]:
        waiting = [each for each in list(self._hand_overs.values()) if each.is_open]
        return sorted(waiting, key=attrgetter("handed_over_at", "id"))

    def _change(
        self, identity: str, condition: Callable[[HandOver], bool], **fields: object
    ) -> bool:
        with self._lock:
            found = self._hand_overs.get(identity)
            if found is None or not condition(found):
                return False
            self._hand_overs[identity] = found.model_copy(update=fields)
            return True

    def _forget(self, question: str) -> None:
        with self._lock:
            left = {key: h for key, h in self._hand_overs.items() if h.question != question}
            self._hand_overs = left


class FakeSettingsBook:
    def __init__(self) -> None:
        self._preferences: dict[str, Preferences] = {}
        self._channels: dict[str, ChannelSettings] = {}

    def preferences(self, person: str) -> Preferences:
        return self._preferences.get(person, Preferences())

    def prefer(self, person: str, preferences: Preferences) -> None:
        self._preferences[person] = preferences

    def of_channel(self, channel: str) -> ChannelSettings:
        return self._channels.get(channel, ChannelSettings())

    def set_channel(self, channel: str, settings: ChannelSettings, by: str, at: datetime) -> None:
        self._channels[channel] = settings


class FakeDenialLog:
    def __init__(self) -> None:
        self._denials: list[Denial] = []

    def add(self, denial: Denial) -> None:
        self._denials.append(denial)

    def since(self, start: datetime) -> list[Denial]:
        later = [each for each in self._denials if each.at >= start]
        return sorted(later, key=attrgetter("at"))

    def forget(self, before: datetime) -> int:
        kept = [each for each in self._denials if each.at >= before]
        gone = len(self._denials) - len(kept)
        self._denials = kept
        return gone


class FakeDatabase:
    """All of them together, as ``bot.storage.database.Database`` has them."""

    def __init__(self) -> None:
        self.inbox = FakeInbox()
        self.questions = FakeQuestionLog()
        self.feedback = FakeFeedbackLog(self.questions)
        self.hand_overs = FakeHandOverBook(self.questions)
        self.settings = FakeSettingsBook()
        self.denials = FakeDenialLog()
        self.activities = FakeActivityBook()
        self.units = FakeUnitRegister(self.activities)

    def ping(self) -> None:
        """It is always there."""

    def close(self) -> None:
        """There is nothing to let go of."""
