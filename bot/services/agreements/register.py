"""The register of agreements: who may change it, what is wrong in it, and what falls due."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.activities.rights import Deed
from bot.domain.activities.units import Unit
from bot.domain.agreement_rules import AgreementRule, due_days
from bot.domain.agreements import (
    Agreement,
    AgreementChange,
    AgreementChangeKind,
    AgreementContent,
    AgreementStatus,
)
from bot.domain.days import swedish_day
from bot.services.activities.overrides import require_usable
from bot.services.activities.permission import require
from bot.services.activities.personal_numbers import personal_numbers
from bot.services.activities.ports import UnitRegister
from bot.services.agreements.filters import AgreementFilter, chosen
from bot.services.agreements.ports import AgreementBook, AgreementDoing
from bot.services.agreements.standing import Standing, Upcoming, by_due_day, standing_of
from bot.services.errors import (
    AgreementChanged,
    AgreementEnded,
    AgreementGone,
    AgreementHoldsNumber,
    UnitClosed,
    UnknownUnit,
)
from bot.services.rights import Rights


class Rules(Protocol):
    """What the municipalities' documents lay down about agreements."""

    def of(self, municipality: str) -> Sequence[AgreementRule]:
        """The rules of a municipality's documents."""


class AgreementRegister:
    """The agreements of all municipalities: everybody reads them, coordinators change them."""

    def __init__(
        self,
        book: AgreementBook,
        units: UnitRegister,
        rules: Rules,
        rights: Rights,
        now: Callable[[], datetime],
    ) -> None:
        self._book = book
        self._units = units
        self._rules = rules
        self._rights = rights
        self._now = now

    @property
    def today(self) -> date:
        """The day in Sweden."""
        return swedish_day(self._now())

    def may_manage(self, person: str) -> bool:
        """Whether somebody may change agreements, for what to offer them."""
        return self._rights.is_coordinator(person)

    def units(self, municipality: str) -> list[Unit]:
        """The units that may own an agreement."""
        return [each for each in self._units.units(municipality) if not each.closed]

    def find(self, identity: int) -> Agreement:
        """One agreement. Raises AgreementGone."""
        found = self._book.find(identity)
        if found is None:
            raise AgreementGone(f"no agreement {identity}", id=str(identity))
        return found

    def standing(self, agreement: Agreement) -> Standing:
        """How an agreement stands today. May raise as ``DocumentsInUse.get``."""
        return standing_of(agreement, self._rules.of(agreement.municipality), self.today)

    def listed(self, municipality: str, wanted: AgreementFilter) -> list[Standing]:
        """The agreements that are asked for, by what falls due first."""
        rules, today = self._rules.of(municipality), self.today
        standings = [
            standing_of(each, rules, today) for each in self._book.agreements(municipality)
        ]
        return by_due_day(chosen(standings, wanted, today))

    def rules(self, municipality: str) -> Sequence[AgreementRule]:
        """What the municipality's documents lay down about agreements."""
        return self._rules.of(municipality)

    def upcoming(self, municipality: str, first: date, last: date) -> list[Upcoming]:
        """What falls due from ``first`` to ``last``, both included, earliest first: the last day,
        the last day for notice, and evaluations, of agreements in force.
        """
        rules = self._rules.of(municipality)
        found = [
            Upcoming(due=due, agreement=each)
            for each in self._book.agreements(municipality)
            for due in due_days(each, rules)
            if first <= due.day <= last
        ]
        return sorted(found, key=lambda each: (each.due.day, each.agreement.id))

    def add(self, key: str, municipality: str, content: AgreementContent, person: str) -> Agreement:
        """Store an agreement; the one stored before if ``key`` is known.

        Raises OnlyCoordinators, UnknownUnit, UnitClosed and AgreementHoldsNumber.
        """
        require(self._rights, person, Deed.MANAGE_AGREEMENTS)
        self._check(municipality, content, None)
        doing = self._doing(AgreementChangeKind.ADDED, person)
        return self._book.add([key], municipality, [content], doing)[0]

    def change(
        self, identity: int, version: int, content: AgreementContent, person: str
    ) -> Agreement:
        """Change what version ``version`` states. Where nothing is changed, nothing is stored. It
        may stay with a unit that is closed.

        Raises as ``add``, AgreementGone, AgreementEnded, and AgreementChanged with what it states
        by now.
        """
        now = self._changeable(identity, version, person)
        self._check(now.municipality, content, now.content.owner)
        if content == now.content:
            return now
        changed = now.model_copy(update={"content": content})
        doing = self._doing(AgreementChangeKind.CHANGED, person)
        return self._saved(version, changed, doing, now.content)

    def end(self, identity: int, version: int, person: str, reason: str) -> Agreement:
        """Say that an agreement holds no longer: it stays to be read, and nothing falls due. Raises
        as ``change``, and as ``require_usable`` for the reason, which may be "".
        """
        require_usable(reason)
        now = self._changeable(identity, version, person)
        changed = now.model_copy(update={"status": AgreementStatus.ENDED})
        doing = self._doing(AgreementChangeKind.ENDED, person, reason.strip() or None)
        return self._saved(version, changed, doing, None)

    def history(self, identity: int, person: str) -> list[AgreementChange]:
        """Who changed it when, and what it stated before. Raises AgreementGone and
        OnlyCoordinators.
        """
        require(self._rights, person, Deed.MANAGE_AGREEMENTS)
        self.find(identity)
        return self._book.history(identity)

    def _check(
        self, municipality: str, content: AgreementContent, owner_before: str | None
    ) -> None:
        known = {each.id: each for each in self._units.units(municipality)}
        unit = known.get(content.owner)
        if unit is None:
            raise UnknownUnit(f"no unit {content.owner} in {municipality}", name=content.owner)
        if unit.closed and unit.id != owner_before:
            raise UnitClosed(f"unit {unit.id} of {municipality} is closed", name=unit.name)
        if holds_number(content):
            raise AgreementHoldsNumber("an agreement with a personal identity number")

    def _changeable(self, identity: int, version: int, person: str) -> Agreement:
        require(self._rights, person, Deed.MANAGE_AGREEMENTS)
        now = self.find(identity)
        if now.version != version:
            raise _changed(now)
        if not now.is_in_force:
            raise AgreementEnded(f"agreement {identity} was ended", id=str(identity))
        return now

    def _saved(
        self,
        version: int,
        changed: Agreement,
        doing: AgreementDoing,
        before: AgreementContent | None,
    ) -> Agreement:
        saved = self._book.save(version, changed, doing, before)
        if saved is None:
            raise _changed(self.find(changed.id))
        return saved

    def _doing(
        self, kind: AgreementChangeKind, person: str, reason: str | None = None
    ) -> AgreementDoing:
        return AgreementDoing(kind=kind, by=person, at=self._now(), reason=reason)


def holds_number(content: AgreementContent) -> bool:
    """Whether a text of an agreement holds what looks like a personal identity number: about what
    a municipality has agreed on, none has to be told.
    """
    return any(map(personal_numbers, _texts(content)))


def _texts(content: AgreementContent) -> Iterator[str]:
    yield from (content.name, content.partner, content.town or "", content.note)
    yield from (content.responsible or "", str(content.link or ""))


def _changed(now: Agreement) -> AgreementChanged:
    return AgreementChanged(f"agreement {now.id} has another version", now)
