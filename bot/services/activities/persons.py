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

from bot.domain.activities.activity import ChangeKind, Status
from bot.domain.activities.rights import Deed
from bot.domain.agreements import AgreementChangeKind
from bot.domain.contacts import ContactChangeKind
from bot.domain.people import pseudonym
from bot.services.activities.permission import require
from bot.services.activities.ports import ActivityRecord, Doing, Query
from bot.services.agreements.ports import AgreementDoing
from bot.services.contacts.ports import ContactDoing
from bot.services.ports import ErasedRecords, PersonRecords, Storage
from bot.services.rights import Rights
from knowledge.model import Value

_log = logging.getLogger(__name__)


class PersonExport(Value):
    """All that the database holds of a person. As JSON: ``model_dump_json``."""

    person: str
    made_at: AwareDatetime
    records: PersonRecords

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing of them."""
        return self.records == PersonRecords()


class Erasure(Value):
    """How much there was of a person: ``activities``, ``contacts``, ``agreements`` and
    ``broadcasts`` that bear a pseudonym now, and the rest.
    """

    activities: int
    contacts: int
    agreements: int
    broadcasts: int
    records: ErasedRecords

    @property
    def others(self) -> int:
        """What bears a pseudonym now besides activities."""
        return self.contacts + self.agreements + self.broadcasts


class Persons:
    """Exports and erasures, for coordinators; the attempts of others are on record."""

    def __init__(self, storage: Storage, rights: Rights, now: Callable[[], datetime]) -> None:
        self._storage = storage
        self._rights = rights
        self._now = now

    def export_person(self, person: str, by: str) -> PersonExport:
        """All that is kept of a person. Raises OnlyCoordinators."""
        require(self._rights, by, Deed.EXPORT_PERSON)
        records = self._storage.people.of(person)
        return PersonExport(person=person, made_at=self._now(), records=records)

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
        hiding = ContactDoing(kind=ContactChangeKind.PERSON_ERASED, by=by, at=doing.at)
        contacts = self._storage.contacts.rename(person, new, hiding)
        ending = AgreementDoing(kind=AgreementChangeKind.PERSON_ERASED, by=by, at=doing.at)
        agreements = self._storage.agreements.rename(person, new, ending)
        broadcasts = self._storage.broadcasts.rename(person, new, by, doing.at)
        records = self._storage.people.erase(person, new)
        _log.info("a person was erased: %d activities, %s", activities, records)
        return Erasure(
            activities=activities,
            contacts=contacts,
            agreements=agreements,
            broadcasts=broadcasts,
            records=records,
        )

    def export_all(self, municipality: str | None, by: str) -> Iterator[ActivityRecord]:
        """The activities of a municipality, or of all, for who asks for public records; also what
        was withdrawn, but no drafts (2 kap. 12 § tryckfrihetsförordningen). As they were in one
        moment, however long it takes to read them.

        Raises OnlyCoordinators at once, before the first is asked for.
        """
        require(self._rights, by, Deed.EXPORT_ALL)
        records = frozenset(Status) - {Status.DRAFT}
        return self._storage.activities.records(Query(municipality=municipality, statuses=records))
