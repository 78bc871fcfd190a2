"""People's rights to what is kept of them, and everybody's to what the municipality keeps.

The rules: articles 15 and 17 of the General Data Protection Regulation
(https://eur-lex.europa.eu/eli/reg/2016/679/oj); chapter 2 of tryckfrihetsförordningen (1949:105).
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Iterator
from datetime import datetime

from pydantic import AwareDatetime

from bot.domain.activities.activity import Activity, Change, ChangeKind, Status
from bot.domain.activities.rights import Deed
from bot.domain.people import pseudonym
from bot.services.activities.permission import require
from bot.services.activities.ports import Doing, Query
from bot.services.ports import ErasedRecords, PersonRecords, Storage
from bot.services.rights import Rights
from knowledge.model import Value

_log = logging.getLogger(__name__)


class PersonExport(Value):
    """All that the database holds of a person: ``activities`` that they logged, drafts too,
    ``changes`` of theirs to any activity, and their other ``records``. As JSON:
    ``model_dump_json``.
    """

    person: str
    made_at: AwareDatetime
    activities: tuple[Activity, ...]
    changes: tuple[Change, ...]
    records: PersonRecords

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing of them."""
        return not (self.activities or self.changes) and self.records == PersonRecords()


class Erasure(Value):
    """How much there was of a person: ``activities`` that bear a pseudonym now, and the rest."""

    activities: int
    records: ErasedRecords


class ActivityRecord(Value):
    """An activity with its history, oldest first."""

    activity: Activity
    history: tuple[Change, ...]


class Persons:
    """Exports and erasures, for coordinators; the attempts of others are on record."""

    def __init__(self, storage: Storage, rights: Rights, now: Callable[[], datetime]) -> None:
        self._storage = storage
        self._rights = rights
        self._now = now

    def export_person(self, person: str, by: str) -> PersonExport:
        """All that is kept of a person. Raises OnlyCoordinators."""
        require(self._rights, by, Deed.EXPORT_PERSON)
        book = self._storage.activities
        return PersonExport(
            person=person,
            made_at=self._now(),
            activities=tuple(book.every(Query(logged_by=person))),
            changes=tuple(book.changes_by(person)),
            records=self._storage.people.of(person),
        )

    def erase_person(self, person: str, by: str) -> Erasure:
        """Forget a person. What was done stays, because it is the municipality's record, under a
        pseudonym that nothing leads back from; what they asked and chose is removed.

        Done again it finds nothing more, or what an interrupted one has left. Raises
        OnlyCoordinators.
        """
        require(self._rights, by, Deed.ERASE_PERSON)
        new = pseudonym(secrets.token_hex(4))
        doing = Doing(kind=ChangeKind.PERSON_ERASED, by=by, at=self._now())
        activities = self._storage.activities.rename(person, new, doing)
        records = self._storage.people.erase(person, new)
        _log.info("a person was erased: %d activities, %s", activities, records)
        return Erasure(activities=activities, records=records)

    def export_all(self, municipality: str | None, by: str) -> Iterator[ActivityRecord]:
        """The activities of a municipality, or of all, for who asks for public records; also what
        was withdrawn, but no drafts (2 kap. 12 § tryckfrihetsförordningen).

        Raises OnlyCoordinators at once, before the first is asked for.
        """
        require(self._rights, by, Deed.EXPORT_ALL)
        records = frozenset(Status) - {Status.DRAFT}
        return self._records(Query(municipality=municipality, statuses=records))

    def _records(self, query: Query) -> Iterator[ActivityRecord]:
        book = self._storage.activities
        for each in book.every(query):
            yield ActivityRecord(activity=each, history=tuple(book.history(each.id)))
