"""The bot's database in memory.

One module: a class of some forty lines for each port, put together at its end.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from operator import attrgetter

from bot.domain.hand_overs import HandOver
from bot.domain.people import Preferences
from bot.domain.questions import ChannelSettings, Feedback, LoggedQuestion, Venue
from bot.services.activities.ports import Query
from bot.services.errors import QuestionGone
from bot.services.ports import SUSPECT, Delivery, Denial, EditedUnit, ErasedRecords, PersonRecords
from tests.fakes.activities import FakeActivityBook, FakeUnitRegister
from tests.fakes.agreements import FakeAgreementBook
from tests.fakes.calendar import FakeCalendarBook
from tests.fakes.contacts import FakeContactBook
from tests.fakes.reminder_people import PeopleReminded
from tests.fakes.reminders import FakeBroadcastBook, FakeOccurrenceBook, FakeOutbox
from tests.fakes.reminders_kept import Reminders


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

    def claim(
        self, now: datetime, leased_until: datetime, most: int, *, suspect: bool | None = None
    ) -> list[Delivery]:
        with self._lock:
            free = [
                each
                for each, lease in self._leases.values()
                if lease <= now and suspect in (None, each.attempts >= SUSPECT)
            ]
            order = attrgetter(*["attempts"] * bool(suspect), "received_at", "key")
            first = sorted(free, key=order)[: max(most, 0)]
            claimed = [each.model_copy(update={"attempts": each.attempts + 1}) for each in first]
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

    def count_before(self, before: datetime) -> int:
        return sum(each.asked_at < before for each in self._all())

    def forget(self, before: datetime) -> int:
        return self._remove([each.id for each in self._all() if each.asked_at < before])

    def forget_asker(self, asker: str) -> int:
        return self._remove([each.id for each in self._all() if each.asker == asker])

    def follow(self, forget: Callable[[str], None]) -> None:
        """Have ``forget`` called with each question that is forgotten."""
        self._followers.append(forget)

    def require(self, identity: str) -> None:
        if identity not in self._questions:
            raise QuestionGone(f"no question {identity}")

    def _all(self) -> list[LoggedQuestion]:
        return sorted(self._questions.values(), key=attrgetter("asked_at", "id"))

    def _remove(self, identities: Sequence[str]) -> int:
        with self._lock:
            for identity in identities:
                del self._questions[identity]
                for forget in self._followers:
                    forget(identity)
            return len(identities)

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

    def by(self, person: str) -> list[Feedback]:
        found = [each for each in self._feedback.values() if each.person == person]
        return sorted(found, key=attrgetter("given_at", "question"))

    def forget_person(self, person: str) -> int:
        with self._lock:
            theirs = [key for key in self._feedback if key[1] == person]
            for key in theirs:
                del self._feedback[key]
            return len(theirs)

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

    def concerning(self, person: str) -> list[HandOver]:
        found = [h for h in self._hand_overs.values() if person in (h.asker, h.answered_by)]
        return sorted(found, key=attrgetter("handed_over_at", "id"))

    def forget_asker(self, asker: str) -> int:
        with self._lock:
            theirs = [key for key, each in self._hand_overs.items() if each.asker == asker]
            for key in theirs:
                del self._hand_overs[key]
            return len(theirs)

    def rename(self, person: str, pseudonym: str) -> int:
        answered = [h.id for h in self._hand_overs.values() if h.answered_by == person]
        return sum(self._change(key, lambda _: True, answered_by=pseudonym) for key in answered)

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
        self._set_by: dict[str, str] = {}

    def preferences(self, person: str) -> Preferences:
        return self._preferences.get(person, Preferences())

    def prefer(self, person: str, preferences: Preferences) -> None:
        self._preferences[person] = preferences

    def of_channel(self, channel: str) -> ChannelSettings:
        return self._channels.get(channel, ChannelSettings())

    def set_channel(self, channel: str, settings: ChannelSettings, by: str, at: datetime) -> None:
        self._channels[channel] = settings
        self._set_by[channel] = by

    def channels_of(self, person: str) -> list[str]:
        return sorted(channel for channel, by in self._set_by.items() if by == person)

    def forget_person(self, person: str) -> int:
        return int(self._preferences.pop(person, None) is not None)

    def rename(self, person: str, pseudonym: str) -> int:
        theirs = self.channels_of(person)
        self._set_by |= dict.fromkeys(theirs, pseudonym)
        return len(theirs)


class FakeDenialLog:
    def __init__(self) -> None:
        self._denials: list[Denial] = []

    def add(self, denial: Denial) -> None:
        self._denials.append(denial)

    def since(self, start: datetime) -> list[Denial]:
        later = [each for each in self._denials if each.at >= start]
        return sorted(later, key=attrgetter("at"))

    def count_before(self, before: datetime) -> int:
        return sum(each.at < before for each in self._denials)

    def forget(self, before: datetime) -> int:
        return self._keep([each for each in self._denials if each.at >= before])

    def of(self, person: str) -> list[Denial]:
        theirs = [each for each in self._denials if each.person == person]
        return sorted(theirs, key=attrgetter("at"))

    def forget_person(self, person: str) -> int:
        return self._keep([each for each in self._denials if each.person != person])

    def _keep(self, kept: list[Denial]) -> int:
        gone = len(self._denials) - len(kept)
        self._denials = kept
        return gone


class FakePersonBook:
    def __init__(
        self,
        questions: FakeQuestionLog,
        feedback: FakeFeedbackLog,
        hand_overs: FakeHandOverBook,
        settings: FakeSettingsBook,
        denials: FakeDenialLog,
        activities: FakeActivityBook,
        units: FakeUnitRegister,
        contacts: FakeContactBook,
        agreements: FakeAgreementBook,
        calendar: FakeCalendarBook,
        reminders: Reminders,
    ) -> None:
        self._questions = questions
        self._feedback = feedback
        self._hand_overs = hand_overs
        self._settings = settings
        self._denials = denials
        self._activities = activities
        self._units = units
        self._contacts = contacts
        self._agreements = agreements
        self._calendar = calendar
        self._reminders = PeopleReminded(reminders)

    def of(self, person: str) -> PersonRecords:
        return PersonRecords(
            activities=tuple(self._activities.every(Query(logged_by=person))),
            changes=tuple(self._activities.changes_by(person)),
            questions=tuple(reversed(self._questions.last_of(person, sys.maxsize))),
            feedback=tuple(self._feedback.by(person)),
            hand_overs=tuple(self._hand_overs.concerning(person)),
            preferences=self._settings.preferences(person),
            channels=tuple(self._settings.channels_of(person)),
            units=tuple(
                EditedUnit(municipality=each.municipality, unit=each.id)
                for each in self._units.edited_by(person)
            ),
            denials=tuple(self._denials.of(person)),
            contacts=tuple(self._contacts.of_person(person)),
            contact_changes=tuple(self._contacts.changes_of(person)),
            agreements=tuple(self._agreements.of_person(person)),
            agreement_changes=tuple(self._agreements.changes_of(person)),
            decisions=tuple(self._calendar.decisions_by(person)),
            drifts_seen=tuple(self._calendar.acknowledgements_by(person)),
            calendar_feeds=tuple(self._calendar.feeds_by(person)),
            broadcasts=tuple(self._reminders.broadcasts_of(person)),
            broadcast_events=tuple(self._reminders.events_of(person)),
            recipients=tuple(self._reminders.recipients_of(person)),
            dispatches=tuple(self._reminders.dispatches_of(person)),
        )

    def erase(self, person: str, pseudonym: str) -> ErasedRecords:
        return ErasedRecords(
            feedback=self._feedback.forget_person(person),
            hand_overs=self._hand_overs.forget_asker(person),
            questions=self._questions.forget_asker(person),
            preferences=self._settings.forget_person(person),
            denials=self._denials.forget_person(person),
            renamed=self._hand_overs.rename(person, pseudonym)
            + self._settings.rename(person, pseudonym)
            + self._calendar.rename(person, pseudonym),
        )


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
        self.contacts = FakeContactBook()
        self.calendar = FakeCalendarBook()
        reminders = Reminders()
        self.broadcasts = FakeBroadcastBook(reminders)
        self.occurrences = FakeOccurrenceBook(reminders)
        self.outbox = FakeOutbox(reminders)
        self.agreements = FakeAgreementBook()
        self.units = FakeUnitRegister(self.activities, self.contacts, self.agreements)
        self.people = FakePersonBook(
            self.questions,
            self.feedback,
            self.hand_overs,
            self.settings,
            self.denials,
            self.activities,
            self.units,
            self.contacts,
            self.agreements,
            self.calendar,
            reminders,
        )

    def ping(self) -> None:
        """It is always there."""

    def close(self) -> None:
        """There is nothing to let go of."""
