"""Activities out of a sheet: first what would happen, then all of it or nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from bot.domain.activities.activity import Activity, ChangeKind, Content
from bot.domain.activities.rights import Deed
from bot.domain.activities.units import Unit
from bot.services.activities.alike import alike_rows
from bot.services.activities.concerns import Concern
from bot.services.activities.log import ActivityLog
from bot.services.activities.overrides import overridden, require_usable
from bot.services.activities.permission import require
from bot.services.activities.ports import ActivityBook, Doing, UnitRegister
from bot.services.activities.rows import ACTIVITY_COLUMNS, RowReader
from bot.services.activities.sheets import Problem, Row, Sheet, rows_of
from bot.services.rights import Rights
from knowledge.model import Value


class GoodRow(Value):
    """A row that can be imported. ``duplicates`` are logged activities that may be the same, and
    ``alike`` the lines of rows above it that may be; ``key`` is the same whenever the same content
    is imported for the same municipality.
    """

    line: int
    key: str
    content: Content
    duplicates: tuple[Activity, ...]
    alike: tuple[int, ...] = ()


class ConcernedRow(Value):
    """A row with warnings that nobody has set aside: it needs a reason."""

    line: int
    title: str
    concerns: tuple[Concern, ...]


class ImportPlan(Value):
    """What an import would do; nothing is stored yet. A row is good, was imported before, or is
    among the problems or the concerned; ``known`` are the lines of those imported before.
    """

    municipality: str
    good: tuple[GoodRow, ...]
    known: tuple[int, ...]
    problems: tuple[Problem, ...]
    concerned: tuple[ConcernedRow, ...]

    @property
    def is_clean(self) -> bool:
        """Whether every row is good or was imported before."""
        return not (self.problems or self.concerned)


class Imported(Value):
    """The activities of an import: those that are new, and those that another import of the same
    rows has stored since they were looked at.
    """

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

        Raises OnlyCoordinators, and as ``require_usable`` for the reason.
        """
        require(self._rights, person, Deed.IMPORT)
        require_usable(reason or "")
        rows, problems = rows_of(sheet, ACTIVITY_COLUMNS)
        units = self._register.units(municipality)
        read = self._read(rows, municipality, units)
        known = self._book.known(list(read))
        new = {key: told for key, told in read.items() if key not in known}
        _refuse_closed(new.values(), units)
        judged = [
            self._judged(row, key, content, municipality, row.cells.get("reason") or reason)
            for key, (row, content) in new.items()
            if not row.problems
        ]
        return ImportPlan(
            municipality=municipality,
            good=_compared([each for each in judged if isinstance(each, GoodRow)]),
            known=tuple(row.line for key, (row, _) in read.items() if key in known),
            problems=(*problems, *(problem for row in rows for problem in row.problems)),
            concerned=tuple(each for each in judged if isinstance(each, ConcernedRow)),
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
        self, rows: Sequence[Row], municipality: str, units: Sequence[Unit]
    ) -> dict[str, tuple[Row, Content]]:
        """The rows that can be read, by key. One that is there twice is refused."""
        goals = self._log.goals(municipality)
        reader = RowReader(self._log.kinds.values(), units, goals, takes_closed=True)
        read: dict[str, tuple[Row, Content]] = {}
        for row in rows:
            content = reader.content(row)
            if content is None:
                continue
            first, _ = read.setdefault(_key(municipality, content), (row, content))
            if first is not row:
                row.refuse(None, "reason-row-twice", line=str(first.line))
        return read

    def _judged(
        self, row: Row, key: str, content: Content, municipality: str, because: str | None
    ) -> GoodRow | ConcernedRow:
        concerns = self._log.concerns(municipality, content)
        if concerns and not because:
            return ConcernedRow(line=row.line, title=content.title, concerns=tuple(concerns))
        if concerns and because:
            content = overridden(content, [each.kind for each in concerns], because)
        duplicates = self._log.duplicates(municipality, content)
        return GoodRow(line=row.line, key=key, content=content, duplicates=tuple(duplicates))


def _compared(rows: Sequence[GoodRow]) -> tuple[GoodRow, ...]:
    """The rows with those of each other that may be the same."""
    alike = alike_rows([(each.line, each.content) for each in rows])
    return tuple(
        each.model_copy(update={"alike": tuple(alike[each.line])}) if each.line in alike else each
        for each in rows
    )


def _refuse_closed(told: Iterable[tuple[Row, Content]], units: Sequence[Unit]) -> None:
    """Of new rows: those that were imported while their unit was open are left as they are."""
    closed = {each.id for each in units if each.closed}
    for row, content in told:
        if content.unit in closed:
            row.refuse("unit", "reason-cell-unit-closed", value=row.cells["unit"])


def _key(municipality: str, content: Content) -> str:
    """Of what is told only, so that fields that later versions add change no key; of goals, their
    words, which stay the same when their place in the document does not.
    """
    told = content.model_dump(mode="json", exclude_defaults=True, exclude={"overrides", "goals"})
    goals = [each.quote for each in content.goals]
    named = {**told, "goals": goals} if goals else told
    written = json.dumps([municipality, named], sort_keys=True, ensure_ascii=False)
    return f"import:{hashlib.sha256(written.encode()).hexdigest()}"
