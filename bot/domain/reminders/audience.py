"""Whom a broadcast is for, as the coordinator says it; who that is, is found when it is planned."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from bot.domain.activities.dates import PeriodKind
from bot.domain.contacts import ContactRole
from knowledge.model import Value


class Silence(StrEnum):
    """What a unit has not done in a period: logged an activity, or either that or answered that
    there is nothing to report.
    """

    NOT_LOGGED = "not_logged"
    NOT_REPORTED = "not_reported"


PARTS_OF_YEAR = (PeriodKind.YEAR, PeriodKind.HALF_YEAR, PeriodKind.TERTIAL)
"""The periods in which somebody can be silent."""


class SilentIn(Value):
    """Only contacts of units that were silent in a period: the one that the occurrence's day lies
    in or, if ``ended``, the one before it. ``period`` is one of PARTS_OF_YEAR.
    """

    silence: Silence
    period: PeriodKind
    ended: bool = False

    @model_validator(mode="after")
    def _part_of_a_year(self) -> Self:
        if self.period not in PARTS_OF_YEAR:
            raise ValueError("no part of a year")
        return self


class Contacts(Value):
    """Contacts of the municipality's register with one of these roles, coordinators in the place of
    contact persons where a unit has none; ``units`` None for those of all units.
    """

    units: frozenset[str] | None = None
    roles: frozenset[ContactRole] = Field(
        default=frozenset({ContactRole.CONTACT_PERSON}), min_length=1
    )


class Audience(Value):
    """Everybody in any of these: contacts, members of channels and of user groups, and people by
    the channel's ids. ``silent`` narrows down the contacts, nobody else.
    """

    contacts: Contacts | None = None
    channels: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    silent: SilentIn | None = None

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        if not (self.contacts or self.channels or self.groups or self.people):
            raise ValueError("an audience of nobody")
        if self.silent and not self.contacts:
            raise ValueError("only contacts can be silent")
        return self

    def without(self, person: str) -> Self | None:
        """The same without somebody whom it names; None where it names nobody else."""
        others = self.people - {person}
        if not (self.contacts or self.channels or self.groups or others):
            return None
        return self.model_copy(update={"people": others})

    def under(self, person: str, pseudonym: str) -> Self:
        """The same with a pseudonym in the place of somebody whom it names."""
        named = {pseudonym} if person in self.people else set()
        return self.model_copy(update={"people": self.people - {person} | named})
