"""Activities out of a sheet: first what would happen, then all of it or nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import datetime

from bot.domain.activities.activity import Activity, ChangeKind, Content
from bot.domain.activities.rights import Deed
from bot.services.activities.concerns import Concern
from bot.services.activities.log import ActivityLog, overridden
from bot.services.activities.permission import require
from bot.services.activities.ports import ActivityBook, Doing, UnitRegister
from bot.services.activities.rows import ACTIVITY_COLUMNS, RowReader
from bot.services.activities.sheets import Problem, Row, Sheet, rows_of
from bot.services.rights import Rights
from knowledge.model import Value


class GoodRow(Value):
    """A row that can be imported. ``duplicates`` are logged activities that may be the same;
    ``key`` is the same whenever the same content is imported for the same municipality.
    """

    line: int
    key: str
    content: Content
    duplicates: tuple[Activity, ...]


class ConcernedRow(Value):
    """A row with warnings that nobody has set aside: it needs a reason."""

    line: int
    title: str
    concerns: tuple[Concern, ...]


class ImportPlan(Value):
    """What an import would do; nothing is stored yet. A row is good, or it is among the problems
    or the concerned.
    """

    municipality: str
    good: tuple[GoodRow, ...]
    problems: tuple[Problem, ...]
    concerned: tuple[ConcernedRow, ...]

    @property
    def is_clean(self) -> bool:
        """Whether every row is good."""
        return not (self.problems or self.concerned)


class Imported(Value):
    """The activities of an import: those that are new, and those imported earlier."""

    new: tuple[Activity, ...]
    known: tuple[Activity, ...]


class Importing:
    """Imports for coordinators."""

    def __init__(
        self,
        log: ActivityLog,
        book: ActivityBook,
        register: UnitRegister,
        rights: Rights,
        now: Callable[[], datetime],
    ) -> None:
        self._log = log
        self._book = book
        self._register = register
        self._rights = rights
        self._now = now

    def plan(
        self, sheet: Sheet, municipality: str, person: str, reason: str | None = None
    ) -> ImportPlan:
        """What the sheet would add. ``reason`` sets the warnings aside of rows without their own.

        Raises OnlyCoordinators.
        """
        require(self._rights, person, Deed.IMPORT)
        rows, problems = rows_of(sheet, ACTIVITY_COLUMNS)
        reader = RowReader(self._log.kinds.values(), self._register.units(municipality))
        good: dict[str, GoodRow] = {}
        concerned = []
        for row in rows:
            read = self._read(row, reader, municipality, reason)
            if isinstance(read, ConcernedRow):
                concerned.append(read)
            elif read is not None and read.key in good:
                row.refuse(None, "reason-row-twice", line=str(good[read.key].line))
            elif read is not None:
                good[read.key] = read
            problems += row.problems
        return ImportPlan(
            municipality=municipality,
            good=tuple(good.values()),
            problems=tuple(problems),
            concerned=tuple(concerned),
        )

    def carry_out(self, plan: ImportPlan, person: str) -> Imported:
        """Store the good rows, all of them or none. Raises OnlyCoordinators."""
        require(self._rights, person, Deed.IMPORT)
        doing = Doing(kind=ChangeKind.IMPORTED, by=person, at=self._now())
        stored = self._book.add_all(
            [each.key for each in plan.good],
            plan.municipality,
            [each.content for each in plan.good],
            doing,
        )
        return Imported(
            new=tuple(each for each in stored if each.logged_at == doing.at),
            known=tuple(each for each in stored if each.logged_at != doing.at),
        )

    def _read(
        self, row: Row, reader: RowReader, municipality: str, reason: str | None
    ) -> GoodRow | ConcernedRow | None:
        content = reader.content(row)
        if content is None:
            return None
        key = _key(municipality, content)
        because = row.cells.get("reason") or reason
        concerns = self._log.concerns(municipality, content)
        if concerns and not because:
            return ConcernedRow(line=row.line, title=content.title, concerns=tuple(concerns))
        if concerns and because:
            content = overridden(content, [each.kind for each in concerns], because)
        duplicates = self._log.duplicates(municipality, content)
        return GoodRow(line=row.line, key=key, content=content, duplicates=tuple(duplicates))


def _key(municipality: str, content: Content) -> str:
    """Of what is told only, so that fields that later versions add change no key."""
    told = content.model_dump(mode="json", exclude_defaults=True, exclude={"overrides"})
    written = json.dumps([municipality, told], sort_keys=True, ensure_ascii=False)
    return f"import:{hashlib.sha256(written.encode()).hexdigest()}"
