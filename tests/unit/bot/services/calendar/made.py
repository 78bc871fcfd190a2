"""A calendar over documents that the tests write, and can change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime

from bot.domain.agreement_rules import DueKind
from bot.domain.reminders.proposals import AgreementDay, AgreementTerms, Basis, Identity, Proposal
from bot.domain.reminders.schedule import BeforeDeadline, Schedule
from bot.domain.reminders.working_time import WorkingTime
from bot.services.calendar.agreement_days import DAYS_BEFORE
from bot.services.calendar.documents import DocumentDuties
from bot.services.calendar.duties import DutiesCalendar
from bot.services.calendar.when import MORNING
from bot.services.calendar.year import Entry
from bot.services.rights import Rights
from knowledge.model import Document
from knowledge.ports import CatalogEntry
from tests.fakes.storage import FakeDatabase
from tests.unit.bot.services.asked import FakeDirectory

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
COORDINATOR, OTHER_COORDINATOR, MEMBER = "U9", "U8", "U1"


class FakeCatalog:
    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = {each.id: each for each in documents}

    def entries(self) -> list[CatalogEntry]:
        return [
            CatalogEntry(
                id=each.id,
                source=each.source,
                digest=each.digest,
                municipality=each.municipality,
            )
            for each in self._documents.values()
        ]

    def document(self, identity: str) -> Document:
        return self._documents[identity]

    def documents(self) -> Iterator[Document]:
        return iter(self._documents.values())


class FakeIndex:
    """An index of which another generation can be published."""

    def __init__(self) -> None:
        self.generation = "0"
        self.catalog = FakeCatalog(())

    def publish(self, *documents: Document) -> None:
        self.generation, self.catalog = f"{int(self.generation) + 1}", FakeCatalog(documents)

    def get(self) -> FakeIndex:
        return self


class FakeDrafts:
    """Broadcasts that are only counted."""

    def __init__(self) -> None:
        self.made: list[tuple[str, Schedule, str]] = []
        self.ended: set[int] = set()
        self.fails = False

    def draft(self, proposal: Proposal, schedule: Schedule, by: str) -> int:
        if self.fails:
            raise OSError("killed")
        self.made.append((proposal.what, schedule, by))
        return len(self.made)

    def is_alive(self, broadcast: int) -> bool:
        return broadcast not in self.ended

    def recipients(self, broadcast: int, language: str) -> str:
        return "alla"


def falls_due(
    on: date,
    what: DueKind = DueKind.EXPIRES,
    name: str = "Vänort Eidsberg",
    agreement: int = 7,
    municipality: str = "Provkommun",
    partner: str = "Eidsbergs kommun",
    terms: AgreementTerms | None = None,
) -> Proposal:
    """A day of an agreement."""
    day = AgreementDay(agreement=agreement, what=what, on=on, partner=partner, terms=terms)
    return Proposal(
        identity=Identity.of_agreement(day),
        municipality=municipality,
        what=name,
        who="",
        actors=(),
        when=on.isoformat(),
        citation=None,
        basis=Basis.AGREEMENT,
        schedule=BeforeDeadline(at=MORNING, deadline=on, days_before=DAYS_BEFORE),
        agreement=day,
    )


class FakeAgreements:
    def __init__(self) -> None:
        self.days: list[Proposal] = []

    def proposals(self, municipality: str) -> list[Proposal]:
        return [each for each in self.days if each.municipality == municipality]


class Room:
    """The calendar with what it stands on."""

    def __init__(self, *documents: Document) -> None:
        self.database = FakeDatabase()
        self.index = FakeIndex()
        self.index.publish(*documents)
        self.drafts, self.agreements = FakeDrafts(), FakeAgreements()
        self.now = NOW
        directory = FakeDirectory()
        directory.coordinators = {COORDINATOR, OTHER_COORDINATOR}
        self.rights = Rights(directory, self.database.denials, lambda: self.now)
        self.calendar = DutiesCalendar(
            self.database.calendar,
            DocumentDuties(self.index),
            self.drafts,
            self.agreements,
            WorkingTime(holidays=frozenset({date(2027, 1, 1), date(2027, 1, 6)})),
            self.rights,
            lambda: self.now,
        )
        self.place = documents[0].municipality if documents else "Provkommun"

    def entry(self, words: str) -> Entry:
        [found] = [e for e in self.calendar.entries(self.place) if words in e.proposal.what]
        return found

    def handle(self, words: str) -> str:
        return self.entry(words).proposal.handle
