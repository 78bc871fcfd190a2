"""What contacts need of a database; the rules are those of ``bot.services.ports``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.contacts import Contact, ContactChange, ContactChangeKind, Entry
from knowledge.model import Value


class ContactDoing(Value):
    """Who changes contacts, when and how."""

    kind: ContactChangeKind
    by: str
    at: datetime


class ContactBook(Protocol):
    """Contacts with their history. Ids are given from 1 on and never again. No two contacts are
    the same person (or, without one, name) in the same role at the same unit from the same day.
    """

    def contacts(self, municipality: str) -> list[Contact]:
        """All of a municipality, past and coming ones too, by role and name."""

    def of_unit(self, municipality: str, unit: str) -> list[Contact]:
        """Those of one unit, by role and name."""

    def of_person(self, person: str) -> list[Contact]:
        """What somebody is a contact for, in any municipality, by id."""

    def find(self, identity: int) -> Contact | None:
        """One contact by id."""

    def store(
        self,
        municipality: str,
        new: Sequence[Entry],
        changed: Sequence[Contact],
        doing: ContactDoing,
    ) -> list[Contact] | None:
        """Add the new ones, and store each changed one as the version after its own, with entries
        in their history; as they are then, the new ones first.

        None, and nothing stored, if one has another version by now or would be there twice.
        """

    def remove(self, identity: int, version: int) -> bool:
        """Remove a contact with its history; False, and nothing removed, if it has another version
        than ``version`` by now.
        """

    def history(self, identity: int) -> list[ContactChange]:
        """A contact's history, oldest first."""

    def people(self) -> list[str]:
        """The persons of all contacts, each once, in order; no one who was erased."""

    def mark_left(self, person: str, at: datetime | None) -> int:
        """Note since when somebody is gone from the workspace, or with None that they are there,
        on each of their contacts where that is news; how many. It makes no new version: nobody
        stated it.
        """

    def rename(self, person: str, pseudonym: str, doing: ContactDoing) -> int:
        """Put a pseudonym in a person's place everywhere, in contacts and their history; of what
        they were contact for, their name and address go too. How many contacts were concerned.
        """
