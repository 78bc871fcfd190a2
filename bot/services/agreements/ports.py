"""What the register of agreements needs of a database; the rules are those of
``bot.services.ports``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.agreements import (
    Agreement,
    AgreementChange,
    AgreementChangeKind,
    AgreementContent,
)
from knowledge.model import Value


class AgreementDoing(Value):
    """Who changes an agreement, when, how and why."""

    kind: AgreementChangeKind
    by: str
    at: datetime
    reason: str | None = None


class AgreementBook(Protocol):
    """Agreements with their history. Ids are given from 1 on and never again."""

    def agreements(self, municipality: str) -> list[Agreement]:
        """All of a municipality, ended ones too, by id."""

    def find(self, identity: int) -> Agreement | None:
        """One agreement by id."""

    def add(
        self,
        keys: Sequence[str],
        municipality: str,
        contents: Sequence[AgreementContent],
        doing: AgreementDoing,
    ) -> list[Agreement]:
        """Store new agreements with the first entries of their histories, all of them or none; for
        a key that is known, the one stored before, and nothing changed.
        """

    def known(self, keys: Sequence[str]) -> dict[str, Agreement]:
        """The agreements that were stored under these keys, by key, as they are now."""

    def save(
        self,
        version: int,
        changed: Agreement,
        doing: AgreementDoing,
        before: AgreementContent | None,
    ) -> Agreement | None:
        """Store a change of content and status as version ``version + 1``, with its entry in the
        history. None, and nothing changed, if the agreement has another version by now.
        """

    def history(self, identity: int) -> list[AgreementChange]:
        """An agreement's history, oldest first."""

    def rename(self, person: str, pseudonym: str, doing: AgreementDoing) -> int:
        """Put a pseudonym in a person's place everywhere, also where they are or were responsible,
        with an entry in the history of each agreement concerned; how many there were.
        """
