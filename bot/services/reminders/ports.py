"""What reminders need of a database and of a channel; the rules of the database are those of
``bot.services.ports``: each method is one transaction and may be called from any thread.
In one module, since what one port promises is told by what the others keep.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple, Protocol

from pydantic import AwareDatetime

from bot.domain.people import Standing
from bot.domain.reminders.broadcast import Broadcast, BroadcastStatus, Content, Event
from bot.domain.reminders.dispatch import Dispatch, DispatchState, NewDispatch
from bot.domain.reminders.occurrence import Occurrence, OccurrenceStatus, Recipient
from knowledge.model import Value


class Plan(Value):
    """An occurrence to plan, with all that belongs to it. The ``occurrence`` of the recipients and
    dispatches is filled in by the database. ``planned_to`` and ``next_at`` are the broadcast's
    afterwards.
    """

    broadcast: int
    version: int
    key: str
    due_at: AwareDatetime
    planned_at: AwareDatetime
    status: OccurrenceStatus
    recipients: tuple[Recipient, ...]
    dispatches: tuple[NewDispatch, ...]
    planned_to: AwareDatetime
    next_at: AwareDatetime | None


class BroadcastBook(Protocol):
    """Broadcasts with their record. Ids are given from 1 on and never again."""

    def add(self, key: str, content: Content, event: Event) -> Broadcast:
        """Store a draft, made by ``event.by`` at ``event.at``; the one stored before, and nothing
        changed, if ``key`` is known. ``event.broadcast`` is filled in.
        """

    def find(self, identity: int) -> Broadcast | None:
        """One by id."""

    def search(
        self, municipality: str | None, statuses: frozenset[BroadcastStatus] | None = None
    ) -> list[Broadcast]:
        """Those of a municipality, or of all, the latest first."""

    def save(self, version: int, changed: Broadcast, event: Event) -> Broadcast | None:
        """Store a change as version ``version + 1``, with its event; None, and nothing changed, if
        it has another version than ``version`` by now. Who changed it, and when, is told by the
        event; the one who did before stays where it tells nobody. In the same transaction: pausing
        holds its waiting dispatches, resuming lets them go, cancelling drops them and closes its
        occurrences. What is under way is not called back: this holds for it if it did not arrive.
        """

    def due(self, now: datetime) -> list[Broadcast]:
        """The active ones whose ``next_at`` has come, the earliest first."""

    def finished(self) -> list[Broadcast]:
        """The active ones that are never due again and of whose open occurrences nothing is to
        come: no dispatch waits, is held or is being sent, nobody is to be reminded or told of, and
        nobody says that it is somebody else's. By id.
        """

    def plan(self, plan: Plan, event: Event) -> Occurrence | None:
        """Store an occurrence with its recipients (each person once) and dispatches, and move the
        broadcast on; the event's ``occurrence`` is filled in. None, and nothing changed, if the
        broadcast has another version by now or is not active. None as well if an occurrence of that
        key is there: then the broadcast is only moved on, unless it is further already. Planning
        does not change the version.
        """

    def note(self, event: Event) -> None:
        """Add to the record; nothing if the broadcast is gone."""

    def record(self, identity: int) -> list[Event]:
        """A broadcast's record, oldest first."""

    def recipients_since(self, municipality: str, start: datetime) -> int:
        """How many recipients its occurrences planned from ``start`` on have."""

    def rename(self, person: str, pseudonym: str, by: str, at: datetime) -> int:
        """Put a pseudonym in the place of a person who is erased, everywhere in broadcasts, their
        records, occurrences, recipients and dispatches; how many broadcasts were concerned. What
        they answered in words goes, as does where their messages stand; what was planned or under
        way to them or about them is dropped, and they are reminded no more. Broadcasts that may
        still be sent and name them in their audience go on without them as a new version; one for
        nobody else is cancelled. All that are active have a new version, so that no plan is stored
        of an audience that was found out before.
        """

    def count_before(self, before: datetime) -> int:
        """How many ``forget`` would remove."""

    def forget(self, before: datetime) -> int:
        """Remove occurrences that were due before that, with their recipients, dispatches and
        record; how many. Digests as old go, and broadcasts that are over, were last changed before
        that and have no occurrence left.
        """


class Turn(NamedTuple):
    """When it is somebody's turn to be reminded or told of, and who stands before whom."""

    at: datetime
    occurrence: int
    person: str


class OccurrenceBook(Protocol):
    """Occurrences, who gets them, and what they answer."""

    def find(self, identity: int) -> Occurrence | None:
        """One by id."""

    def of_broadcast(self, broadcast: int) -> list[Occurrence]:
        """A broadcast's, the latest first."""

    def recipients(self, occurrence: int) -> list[Recipient]:
        """Who gets it, by name."""

    def recipient(self, occurrence: int, person: str) -> Recipient | None:
        """One of them."""

    def open_of(self, person: str) -> list[tuple[Occurrence, Recipient]]:
        """What waits for a person's answer, oldest first; nothing of what is cancelled."""

    def change(
        self,
        before: Recipient,
        after: Recipient,
        event: Event,
        dispatches: Sequence[NewDispatch] = (),
    ) -> bool:
        """Put ``after`` in the place of ``before``, with its event and new dispatches. False, and
        nothing changed, if it is not as ``before`` any more. Where ``after`` waits for no answer
        now (answered, snoozed, elsewhere, replaced), its dispatches that are not under way and the
        escalations about it are dropped, those under way if they did not arrive; not ``dispatches``
        and not what tells the same person about others. New dispatches of a paused broadcast are
        held, of a cancelled one dropped. The event's broadcast and occurrence are filled in.
        """

    def replace(
        self,
        before: Recipient,
        after: Recipient,
        there: Recipient | None,
        instead: Recipient,
        event: Event,
        dispatches: Sequence[NewDispatch] = (),
    ) -> bool:
        """The same, and in the same transaction ``instead``, whose units it is from now on, is put
        in the place of ``there``, or becomes a recipient where that is None; False, and nothing
        changed, if they are not as ``there`` any more. Where that changes them, their own
        dispatches that are not under way are dropped: ``dispatches`` ask them for all of it.
        """

    def to_remind(
        self, now: datetime, most: int, after: Turn | None = None
    ) -> list[tuple[Occurrence, Recipient]]:
        """Open recipients whose ``remind_at`` or ``escalate_at`` has come, of open occurrences of
        broadcasts that are active or ended (nothing more is planned of these, but what was sent
        still waits for answers), by turn; only those whose turn is after ``after``.
        """

    def answered_since(self, broadcast: int, start: datetime) -> int:
        """How many recipients of its occurrences answered from ``start`` on."""


class DispatchCount(Value):
    """How many dispatches of an occurrence are in a state."""

    state: DispatchState
    count: int


class Outbox(Protocol):
    """Dispatches: each is one worker's at a time, who proves it by ``token``. All that changes one
    is False, and nothing changed, for a token that is not the last one given, and for one with
    which something final, ``not_sent`` or ``in_doubt`` was said already.

    A lease has run out at its end, and also where it has more than twice the time to go that is
    being asked for: then the clock that gave it was put back.
    """

    def add(self, dispatches: Sequence[NewDispatch]) -> int:
        """Plan dispatches unless their keys are there; how many are new. They are held where the
        broadcast is paused, and dropped where it is cancelled or their recipient (of an escalation
        the one it is about) waits for no answer now; nothing of an occurrence that is gone.
        """

    def claim(self, now: datetime, leased_until: datetime, token: str, most: int) -> list[Dispatch]:
        """Lease waiting dispatches that may be tried by now and that nobody leases, the earliest
        first; no two callers get the same one. At most one a person, and none for whom another is
        leased, is being sent, or was sent less than PACE ago or, by a clock that is ahead, less
        than PACE from now. Those whose ``drop_at`` has come are dropped.
        """

    def begin(self, identity: int, token: str, at: datetime) -> bool:
        """It is being sent from now on, unless it was dropped or held meanwhile. Counts an
        attempt.
        """

    def sent(self, identity: int, token: str, at: datetime, channel: str, message: str) -> bool:
        """It arrived."""

    def not_sent(self, identity: int, token: str, until: datetime) -> bool:
        """It certainly did not arrive: waiting again, to be tried from ``until``; dropped where its
        recipient has answered meanwhile or it was cancelled, held where it was paused. Also gives
        back one that was not begun.
        """

    def failed(self, identity: int, token: str, at: datetime, failure: str) -> bool:
        """It certainly did not arrive and never will."""

    def in_doubt(self, identity: int, token: str) -> bool:
        """Whether it arrived is unknown: free to be taken over at once."""

    def take_over(
        self, now: datetime, leased_until: datetime, token: str, most: int
    ) -> list[Dispatch]:
        """Lease dispatches that are being sent and whose lease has run out, oldest first. From now
        on nobody else can say anything of them.
        """

    def of_occurrence(self, occurrence: int) -> list[Dispatch]:
        """All of an occurrence, by id."""

    def counts(self, occurrence: int) -> list[DispatchCount]:
        """How many are in which state."""

    def last_digest(self, person: str | None, before: datetime) -> datetime | None:
        """When the latest digest to somebody, or with None to anybody, that was due before that
        moment was due, of those that arrived or still may: what the others were to tell, the next
        one tells.
        """

    def next_at(self) -> datetime | None:
        """When the next may be tried, or taken over, at the earliest; None where none is left."""

    def every(self) -> Iterator[Dispatch]:
        """All of them by id, read in parts, so that many take little memory."""


PACE = timedelta(seconds=1)
"""Between two messages in one channel (https://docs.slack.dev/apis/web-api/rate-limits)."""


class Outgoing(Value):
    """A dispatch with what is to be said; for a digest there is no occurrence. ``is_late`` where it
    goes out long after it was due.
    """

    dispatch: Dispatch
    occurrence: Occurrence | None
    recipient: Recipient | None
    is_late: bool


class Arrived(Value):
    """Where a message stands."""

    channel: str
    message: str


class Post(Protocol):
    """The way to people. A request is made once and takes at most ``longest``."""

    @property
    def longest(self) -> timedelta:
        """How long after its beginning a request may still be carried out."""

    def send(self, outgoing: Outgoing, until: float) -> Arrived:
        """Send a message under its dispatch's key. Nothing of it is written from ``until`` on,
        seconds of ``pauses.steady_seconds``.

        Raises NotSent where it certainly did not arrive (NotMade where that is our own fault),
        Unreachable where it never will, and InDoubt where nobody knows.
        """

    def find(self, dispatch: Dispatch) -> Arrived | None:
        """The message under the dispatch's key, if it stands in the person's channel. Raises
        NotSent where that cannot be read now, Unreachable where it never can.
        """


class Member(Value):
    """Somebody as the channel knows them; ``is_gone`` who was deactivated or is not known there."""

    id: str
    name: str
    standing: Standing
    is_bot: bool = False
    is_gone: bool = False


class Members(Protocol):
    """Who belongs to what in a channel's workspace. All raise NotLookedUp where it cannot be told
    now; ``of_channel`` and ``of_group`` raise Unreachable where there is no such conversation or
    group, or the assistant may not see it.
    """

    def of_channel(self, channel: str) -> list[str]:
        """The ids of a conversation's members, bots and the assistant too."""

    def of_group(self, group: str) -> list[str]:
        """The ids of a user group's members."""

    def person(self, identity: str) -> Member:
        """One of them by id."""

    def is_away(self, identity: str) -> bool:
        """Whether their status says that they do not read what comes now."""
