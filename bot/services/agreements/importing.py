"""Agreements out of a sheet: first what would happen, then all of it or nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from datetime import datetime

from bot.domain.activities.rights import Deed
from bot.domain.agreements import Agreement, AgreementChangeKind, AgreementContent
from bot.services.activities.permission import require
from bot.services.activities.ports import UnitRegister
from bot.services.activities.sheets import Problem, Row, Sheet, plain, rows_of
from bot.services.agreements.ports import AgreementBook, AgreementDoing
from bot.services.agreements.rows import AGREEMENT_COLUMNS, AgreementReader
from bot.services.rights import Rights
from knowledge.model import Value


class NewAgreement(Value):
    """A row that can be imported; ``key`` is the same whenever the same content is imported for the
    same municipality.
    """

    line: int
    key: str
    content: AgreementContent


class AgreementPlan(Value):
    """What an import would do; nothing is stored yet. A row is ``new``, ``known`` (its line), since
    it says what is there already, or among the ``problems``.
    """

    municipality: str
    new: tuple[NewAgreement, ...]
    known: tuple[int, ...]
    problems: tuple[Problem, ...]


class AgreementImporting:
    """Imports for coordinators."""

    def __init__(
        self,
        book: AgreementBook,
        units: UnitRegister,
        rights: Rights,
        now: Callable[[], datetime],
    ) -> None:
        self._book = book
        self._units = units
        self._rights = rights
        self._now = now

    def plan(self, sheet: Sheet, municipality: str, person: str) -> AgreementPlan:
        """What the sheet would add. Raises OnlyCoordinators."""
        require(self._rights, person, Deed.MANAGE_AGREEMENTS)
        rows, problems = rows_of(sheet, AGREEMENT_COLUMNS)
        read = self._read(rows, municipality)
        stored = self._book.known(list(read))
        there = self._book.agreements(municipality)
        new, known = [], []
        for key, (row, content) in read.items():
            if key in stored or any(each.content == content for each in there):
                known.append(row.line)
                continue
            same = next((each for each in there if _is_same(each, content)), None)
            if same is not None:
                row.refuse("name", "reason-agreement-known", id=str(same.id))
            elif not row.problems:
                new.append(NewAgreement(line=row.line, key=key, content=content))
        return AgreementPlan(
            municipality=municipality,
            new=tuple(new),
            known=tuple(known),
            problems=(*problems, *(problem for row in rows for problem in row.problems)),
        )

    def carry_out(self, plan: AgreementPlan, person: str) -> list[Agreement]:
        """Store the new ones, all of them or none. Raises OnlyCoordinators, and ValueError for a
        plan with problems.
        """
        require(self._rights, person, Deed.MANAGE_AGREEMENTS)
        if plan.problems:
            raise ValueError("agreements with problems are not stored")
        doing = AgreementDoing(kind=AgreementChangeKind.IMPORTED, by=person, at=self._now())
        contents = [each.content for each in plan.new]
        return self._book.add([each.key for each in plan.new], plan.municipality, contents, doing)

    def _read(
        self, rows: Sequence[Row], municipality: str
    ) -> dict[str, tuple[Row, AgreementContent]]:
        """The rows that can be read, by key. One that is there twice is refused."""
        reader = AgreementReader(self._units.units(municipality))
        read: dict[str, tuple[Row, AgreementContent]] = {}
        named: dict[str, Row] = {}
        for row in rows:
            content = reader.content(row)
            if content is None:
                continue
            first = named.setdefault(_called(content), row)
            if first is not row:
                row.refuse(None, "reason-row-twice", line=str(first.line))
                continue
            read[_key(municipality, content)] = (row, content)
        return read


def _is_same(agreement: Agreement, content: AgreementContent) -> bool:
    """Whether an agreement in force goes by the same names."""
    return agreement.is_in_force and _called(agreement.content) == _called(content)


def _called(content: AgreementContent) -> str:
    return f"{content.kind} {plain(content.name)} {plain(content.partner)}"


def _key(municipality: str, content: AgreementContent) -> str:
    """Of what is told only, so that fields that later versions add change no key."""
    told = content.model_dump(mode="json", exclude_defaults=True)
    written = json.dumps([municipality, told], sort_keys=True, ensure_ascii=False)
    return f"import:{hashlib.sha256(written.encode()).hexdigest()}"
