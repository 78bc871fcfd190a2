"""Reminders over fakes: a municipality with its units, contacts and workspace, and a clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.domain.activities.dates import Dates
from bot.domain.activities.units import Unit, UnitKind
from bot.domain.contacts import ContactChangeKind, ContactRole, Entry
from bot.domain.reminders.audience import Audience, Contacts
from bot.domain.reminders.broadcast import Broadcast, Content, EventKind, Wish
from bot.domain.reminders.dispatch import Dispatch, DispatchKind, DispatchState
from bot.domain.reminders.occurrence import Occurrence
from bot.domain.reminders.schedule import Now
from bot.domain.reminders.working_time import in_sweden, in_utc
from bot.services.contacts.ports import ContactDoing
from bot.services.ports import Storage
from bot.services.reminders.limits import Limits
from bot.services.reminders.use_cases import Reminders, reminders_over
from bot.services.rights import Rights
from tests.fakes.members import FakeMembers
from tests.fakes.storage import FakeDatabase
from tests.unit.bot.services.asked import Clock, FakeDirectory

BO, MIA, EVA = "bo", "mia", "eva"
"""Two coordinators and a member."""

EVERYBODY = Audience(contacts=Contacts())
LONG_AGO = Dates(first=date(2020, 1, 1), last=None)
HOURS = (3, 8, 9, 12, 16, 17, 22)


def sweden(text: str) -> datetime:
    """A Swedish local time as a moment."""
    return in_utc(datetime.fromisoformat(text))


def content(**stated: object) -> Content:
    plain = {
        "municipality": "Skara",
        "title": "Dags att rapportera",
        "text": "Logga det som er enhet har gjort.",
        "reason": "Uppgifterna behövs till tertialrapporten.",
        "audience": EVERYBODY,
        "schedule": Now(),
        "wishes": frozenset({Wish.ACKNOWLEDGE, Wish.NOTHING_TO_REPORT}),
    }
    return Content.model_validate({**plain, **stated})


@dataclass
class Desk:
    """The use cases and all that is around them. The working day is from 8 to 17."""

    limits: Limits = field(default_factory=Limits)
    database: Storage = field(default_factory=FakeDatabase)
    members: FakeMembers = field(default_factory=FakeMembers)
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        self.directory = FakeDirectory()
        self.directory.coordinators = {BO, MIA}
        self.rights = Rights(self.directory, self.database.denials, self.clock)
        self.use: Reminders = reminders_over(
            self.database, self.rights, self.members, self.limits, self.clock
        )

    def another(self) -> Desk:
        """Another process over the same database."""
        return Desk(self.limits, self.database, self.members, self.clock)

    def set_units(self, *names: str, closed: Iterable[str] = ()) -> None:
        units = [
            Unit(
                id=name.lower(),
                municipality="Skara",
                name=name,
                kind=UnitKind.OTHER,
                closed=name in closed,
            )
            for name in names
        ]
        self.database.units.replace("Skara", units)

    def add_contact(
        self,
        unit: str,
        person: str | None,
        role: ContactRole = ContactRole.CONTACT_PERSON,
        *,
        name: str | None = None,
        valid: Dates = LONG_AGO,
    ) -> None:
        known = name or (person or "?").title()
        entry = Entry(unit=unit.lower(), name=known, person=person, role=role, valid=valid)
        doing = ContactDoing(kind=ContactChangeKind.ADDED, by=BO, at=self.clock())
        assert self.database.contacts.store("Skara", [entry], [], doing)

    def at(self, local: str) -> None:
        self.clock.time = sweden(local)

    def start(self, said: Content, by: str = BO) -> Broadcast:
        draft = self.use.broadcasts.draft(f"key-{self.clock()}-{said.title}", said, by)
        return self.use.broadcasts.start(draft.id, draft.version, by)

    def send(self, said: Content) -> Occurrence:
        """Start it, plan it and have it arrive."""
        broadcast = self.start(said)
        self.round()
        return self.occurrences(broadcast)[0]

    def now_of(self, broadcast: Broadcast) -> Broadcast:
        return self.use.broadcasts.find(broadcast.id, BO)

    def occurrences(self, broadcast: Broadcast) -> list[Occurrence]:
        return self.database.occurrences.of_broadcast(broadcast.id)

    def plan(self) -> int:
        """A round without sending."""
        planner = self.use.planner
        planned = planner.plan_due() + planner.remind_due() + self.use.digests.plan_due()
        planner.end_finished()
        return planned

    def round(self) -> list[str]:
        """A round; what arrives, such as "first anna"."""
        self.plan()
        arrived = [_words(each) for each in self.deliver()]
        self.use.planner.end_finished()
        return arrived

    def deliver(self, refused: Iterable[str] = ()) -> list[Dispatch]:
        """Send all that may be sent now, but to ``refused``, who are not there."""
        sent: list[Dispatch] = []
        outbox, now = self.database.outbox, self.clock()
        while claimed := outbox.claim(now, now + timedelta(minutes=1), "t", 1_000):
            for each in claimed:
                assert outbox.begin(each.id, "t", now)
                if each.person in refused:
                    assert outbox.failed(each.id, "t", now, "user_not_found")
                else:
                    # Long enough ago for the next to the same person not to have to wait.
                    at = now - timedelta(seconds=2)
                    assert outbox.sent(each.id, "t", at, f"D-{each.person}", "1.0")
                    sent.append(each)
        return sent

    def play(self, first: str, last: str, hours: tuple[int, ...] = HOURS) -> list[str]:
        """Every day a round at these hours; what arrived when, such as "2026-12-01 09:00 first
        anna". Digests are left out.
        """
        arrived = []
        day = date.fromisoformat(first)
        while day <= date.fromisoformat(last):
            for hour in hours:
                self.at(f"{day} {hour:02}:00")
                when = f"{in_sweden(self.clock()):%Y-%m-%d %H:%M}"
                words = (each for each in self.round() if not each.startswith("digest"))
                arrived += [f"{when} {each}" for each in words]
            day += timedelta(days=1)
        return arrived

    def dispatches(self, *kinds: DispatchKind) -> list[Dispatch]:
        wanted = kinds or tuple(DispatchKind)
        return [each for each in self.database.outbox.every() if each.kind in wanted]

    def states(self, occurrence: Occurrence) -> dict[str, DispatchState]:
        """The state of the last message to each person."""
        own = [each for each in self.dispatches() if each.occurrence == occurrence.id]
        return {each.person: each.state for each in own}

    def record(self, broadcast: Broadcast) -> list[EventKind]:
        return [each.kind for each in self.database.broadcasts.record(broadcast.id)]


def _words(each: Dispatch) -> str:
    about = f" about {each.about}" if each.about else ""
    return f"{each.kind.value} {each.person}{about}"


def settle(desk: Desk) -> Desk:
    """Kultur has anna, Skola has bengt; Skola's head is hedda, its deputy dag."""
    desk.at("2026-11-02 09:00")
    desk.set_units("Kultur", "Skola", "Teknik")
    desk.add_contact("Kultur", "anna")
    desk.add_contact("Skola", "bengt")
    desk.add_contact("Skola", "hedda", ContactRole.HEAD)
    desk.add_contact("Skola", "dag", ContactRole.DEPUTY)
    return desk


def skara() -> Desk:
    """On a Monday at nine."""
    return settle(Desk())
