"""What the services need of a database. Each adapter is one class of ``bot.storage``; every
method is one transaction and may be called from any thread, in any number of processes.

All raise StorageUnavailable when the database cannot be reached. In texts, what a database cannot
hold (U+0000, half a surrogate pair) comes back as U+FFFD.

One module: they are the parts of one ``Storage``, and what one promises is told by the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from pydantic import AwareDatetime, JsonValue

from bot.domain.activities.activity import Activity, Change
from bot.domain.agreements import Agreement, AgreementChange
from bot.domain.contacts import Contact, ContactChange
from bot.domain.hand_overs import HandOver
from bot.domain.people import Preferences
from bot.domain.questions import ChannelSettings, Feedback, LoggedQuestion, Venue
from bot.domain.reminders.broadcast import Broadcast, Event
from bot.domain.reminders.dispatch import Dispatch
from bot.domain.reminders.occurrence import Recipient
from bot.domain.reminders.proposals import Acknowledgement, Decision
from bot.services.activities.ports import ActivityBook, UnitRegister
from bot.services.agreements.ports import AgreementBook
from bot.services.calendar.ports import CalendarBook
from bot.services.contacts.ports import ContactBook
from bot.services.reminders.ports import BroadcastBook, OccurrenceBook, Outbox
from knowledge.model import Value


class Delivery(Value):
    """Something a channel delivered, kept until it is dealt with.

    ``key`` is the channel's name for it, the same each time it is delivered; ``listener`` names
    who deals with it; ``attempts`` counts how often that was begun since it was last released.
    """

    key: str
    listener: str
    body: dict[str, JsonValue]
    received_at: AwareDatetime
    attempts: int


SUSPECT = 2
"""A delivery begun so often without an end may be what ended the process each time."""


class Inbox(Protocol):
    """Deliveries: each is dealt with by one worker at a time; once done, only its key is kept."""

    def accept(self, delivery: Delivery, leased_until: datetime) -> bool:
        """Take in a new delivery, leased to the caller. False if its key is known already."""

    def renew(self, keys: Sequence[str], leased_until: datetime) -> None:
        """Prolong the leases of deliveries that are being dealt with; those done stay done."""

    def claim(
        self, now: datetime, leased_until: datetime, most: int, *, suspect: bool | None = None
    ) -> list[Delivery]:
        """Lease up to ``most`` unfinished deliveries whose lease has run out, oldest first, and
        count an attempt on each. No two callers get the same one. With ``suspect`` only those with
        SUSPECT attempts or more, those with the fewest first; with False only the others.
        """

    def done(self, key: str, now: datetime) -> None:
        """It is dealt with: forget its body, keep its key."""

    def release(self, key: str, until: datetime) -> None:
        """It could not be dealt with now: free to be claimed from ``until``, unless it is done.
        The next attempt is its second, however many there were.
        """

    def waiting(self) -> int:
        """How many deliveries are not done."""

    def forget(self, before: datetime) -> int:
        """Remove the keys of deliveries done before that; how many."""


class QuestionLog(Protocol):
    """The questions asked and their answers."""

    def add(self, question: LoggedQuestion) -> bool:
        """Log a question. False, and nothing changed, if one of its key is there already."""

    def find(self, identity: str) -> LoggedQuestion | None:
        """One question by id."""

    def of_delivery(self, key: str) -> LoggedQuestion | None:
        """The question that came with a delivery."""

    def told(self, identity: str, message: str) -> None:
        """Its answer was told in that message."""

    def share(self, identity: str, mark: str) -> bool:
        """Mark it as shared by ``mark``. False if it was shared already."""

    def unshare(self, identity: str) -> None:
        """It was not shared after all."""

    def last_in(self, venue: Venue, asker: str) -> LoggedQuestion | None:
        """The question asked last in the venue's channel and thread (or, without one, in the
        channel's main line), as privately; in a private venue, or outside threads, only one of
        the asker's own.
        """

    def last_of(self, asker: str, most: int) -> list[LoggedQuestion]:
        """A person's questions, latest first."""

    def since(self, start: datetime) -> list[LoggedQuestion]:
        """All questions asked from ``start`` on, oldest first."""

    def count_before(self, before: datetime) -> int:
        """How many ``forget`` would remove."""

    def forget(self, before: datetime) -> int:
        """Remove questions asked before that, with their feedback and hand-overs; how many."""


class FeedbackLog(Protocol):
    """What people think of answers: one word a person and question."""

    def give(self, feedback: Feedback) -> None:
        """Set a person's word on a question; the one before is replaced unless it is later.

        Raises QuestionGone.
        """

    def on(self, questions: Sequence[str]) -> list[Feedback]:
        """The feedback on these questions, oldest first."""


class HandOverBook(Protocol):
    """Questions in the coordinator's hands; at most one hand-over a question."""

    def open(self, hand_over: HandOver) -> bool:
        """Hand a question over. False if it is handed over already. Raises QuestionGone."""

    def find(self, identity: str) -> HandOver | None:
        """One hand-over by id."""

    def of_question(self, question: str) -> HandOver | None:
        """The hand-over of a question."""

    def withdraw(self, identity: str) -> None:
        """Take one back whose card was not posted; nothing if it was."""

    def posted(self, identity: str, card: str) -> None:
        """Its card stands in the coordinators' channel."""

    def answer(self, identity: str, text: str, by: str, at: datetime) -> bool:
        """Answer it. False, and nothing changed, if somebody has answered already."""

    def delivered(self, identity: str, message: str) -> None:
        """The asker has the answer, in that message."""

    def undelivered(self, since: datetime) -> list[HandOver]:
        """Those answered from ``since`` on whose answer has not reached the asker, oldest first."""

    def remind(self, identity: str, reminders: int) -> bool:
        """Count a reminder after ``reminders`` earlier ones. False if somebody else counted it or
        it was answered meanwhile.
        """

    def all_open(self) -> list[HandOver]:
        """Those that nobody has answered, oldest first."""


class SettingsBook(Protocol):
    """What people and channels have chosen."""

    def preferences(self, person: str) -> Preferences:
        """A person's choices; empty ones if none were made."""

    def prefer(self, person: str, preferences: Preferences) -> None:
        """Set them."""

    def of_channel(self, channel: str) -> ChannelSettings:
        """A channel's settings; the default ones if none were made."""

    def set_channel(self, channel: str, settings: ChannelSettings, by: str, at: datetime) -> None:
        """Set them; by whom and when stays with them."""


class Denial(Value):
    """Somebody was refused something. ``action`` is a word of the code, never a text of theirs."""

    person: str
    action: str
    reason: str
    at: AwareDatetime


class DenialLog(Protocol):
    """Who was refused what."""

    def add(self, denial: Denial) -> None:
        """Log a refusal."""

    def since(self, start: datetime) -> list[Denial]:
        """The refusals from ``start`` on, oldest first."""

    def count_before(self, before: datetime) -> int:
        """How many ``forget`` would remove."""

    def forget(self, before: datetime) -> int:
        """Remove refusals older than that; how many."""


class EditedUnit(Value):
    """A unit that somebody may change the activities of."""

    municipality: str
    unit: str


class PersonRecords(Value):
    """What is kept of a person: ``activities`` that they logged, drafts too, by id; ``changes`` of
    theirs to any activity; ``hand_overs`` that they asked for or answered, ``channels`` whose
    settings they made, ``units`` that they are editors of; ``contacts`` that they are, and the
    ``contact_changes`` that they made or that tell of them; ``decisions`` of theirs on proposals of
    the calendar, the ``drifts_seen`` of it and municipalities of ``calendar_feeds``;
    ``agreements`` that they are responsible for, and ``agreement_changes`` as those of contacts;
    ``broadcasts`` that they decided something of or are named in, ``broadcast_events`` of what they
    did or what concerns them, ``recipients`` that they are, answered for or are to replace, and
    ``dispatches`` to them and about them. Oldest first.
    """

    activities: tuple[Activity, ...] = ()
    changes: tuple[Change, ...] = ()
    questions: tuple[LoggedQuestion, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    hand_overs: tuple[HandOver, ...] = ()
    preferences: Preferences = Preferences()
    channels: tuple[str, ...] = ()
    units: tuple[EditedUnit, ...] = ()
    denials: tuple[Denial, ...] = ()
    contacts: tuple[Contact, ...] = ()
    contact_changes: tuple[ContactChange, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    agreement_changes: tuple[AgreementChange, ...] = ()
    decisions: tuple[Decision, ...] = ()
    drifts_seen: tuple[Acknowledgement, ...] = ()
    calendar_feeds: tuple[str, ...] = ()
    broadcasts: tuple[Broadcast, ...] = ()
    broadcast_events: tuple[Event, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    dispatches: tuple[Dispatch, ...] = ()


class ErasedRecords(Value):
    """How much was removed of a person; ``renamed`` counts what stays under the pseudonym."""

    questions: int
    feedback: int
    hand_overs: int
    preferences: int
    denials: int
    renamed: int


class PersonBook(Protocol):
    """What is kept of each person. To rename them in activities and contacts is the task of the
    ``ActivityBook`` and the ``ContactBook``.
    """

    def of(self, person: str) -> PersonRecords:
        """All of it, as it was in one moment."""

    def erase(self, person: str, pseudonym: str) -> ErasedRecords:
        """Remove it, with the feedback and hand-overs of their questions, but for activities and
        contacts.
        Answers that they gave as coordinators and channels' settings stay, under the pseudonym.
        """


class Storage(Protocol):
    """One database with all of these."""

    @property
    def inbox(self) -> Inbox:
        """Deliveries."""

    @property
    def questions(self) -> QuestionLog:
        """Questions."""

    @property
    def feedback(self) -> FeedbackLog:
        """Feedback."""

    @property
    def hand_overs(self) -> HandOverBook:
        """Hand-overs."""

    @property
    def settings(self) -> SettingsBook:
        """Choices."""

    @property
    def denials(self) -> DenialLog:
        """Refusals."""

    @property
    def people(self) -> PersonBook:
        """People."""

    @property
    def activities(self) -> ActivityBook:
        """Activities."""

    @property
    def units(self) -> UnitRegister:
        """Units."""

    @property
    def contacts(self) -> ContactBook:
        """Contacts."""

    @property
    def agreements(self) -> AgreementBook:
        """Agreements."""

    @property
    def calendar(self) -> CalendarBook:
        """The duties' calendar."""

    @property
    def broadcasts(self) -> BroadcastBook:
        """Broadcasts."""

    @property
    def occurrences(self) -> OccurrenceBook:
        """Occurrences of broadcasts."""

    @property
    def outbox(self) -> Outbox:
        """Dispatches."""

    def ping(self) -> None:
        """Read something."""
