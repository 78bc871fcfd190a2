"""Sheets that people hand in: rows under named columns, and what is wrong with which cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from pydantic import Field

from knowledge.language.words import fold
from knowledge.model import Value

Read = TypeVar("Read")


class SheetRow(Value):
    """A row's cells as text; ``line`` counts the file's rows from 1."""

    line: int
    cells: tuple[str, ...]


class Sheet(Value):
    """The rows that are not blank. The first holds the columns' names."""

    rows: tuple[SheetRow, ...]


class Problem(Value):
    """What is wrong in a row, and how to write it: ``reason`` is a key of the catalogue with its
    ``details``. ``column`` is the column's name as the file has it, None for the whole row.
    """

    line: int
    column: str | None
    reason: str
    details: Mapping[str, str] = Field(default_factory=dict)


class BadCell(ValueError):
    """A cell that cannot be read; ``reason`` is a key of the catalogue."""

    def __init__(self, reason: str, **details: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.details = details


class Columns:
    """The columns that a sheet may have: each with the names it is known by, in any case, without
    diacritics, and with spaces, hyphens or underscores. Those of ``needed`` must be there; those
    called as in ``passed_over`` may be there, and are not read.
    """

    def __init__(
        self,
        names: Mapping[str, Sequence[str]],
        needed: Sequence[str],
        passed_over: Sequence[str] = (),
    ) -> None:
        self.needed = needed
        self.names = names
        self._passed_over = frozenset(map(plain, passed_over))
        self._by_name = {plain(name): each for each, known in names.items() for name in known}

    def called(self, name: str) -> str | None:
        """The column that a name means, or None."""
        return self._by_name.get(plain(name))

    def passes_over(self, name: str) -> bool:
        """Whether a column of that name is not read."""
        return plain(name) in self._passed_over


class Row:
    """One row under its columns. What is wrong with its cells is gathered in ``problems``."""

    def __init__(self, line: int, cells: Mapping[str, str], names: Mapping[str, str]) -> None:
        self.line = line
        self.cells = cells
        self.problems: list[Problem] = []
        self._names = names

    def read(self, column: str, reader: Callable[[str], Read]) -> Read | None:
        """What a cell says; None where it is blank, and where it cannot be read."""
        text = self.cells.get(column, "")
        if not text:
            return None
        try:
            return reader(text)
        except BadCell as error:
            self.refuse(column, error.reason, **error.details)
            return None

    def needed(self, column: str, reader: Callable[[str], Read]) -> Read | None:
        """The same for a cell that must not be blank."""
        if not self.cells.get(column):
            self.refuse(column, "reason-cell-blank")
        return self.read(column, reader)

    def refuse(self, column: str | None, reason: str, **details: str) -> None:
        """Note what is wrong with a cell, or with the row."""
        name = self._names.get(column, column) if column else None
        self.problems.append(Problem(line=self.line, column=name, reason=reason, details=details))


def rows_of(sheet: Sheet, columns: Columns) -> tuple[list[Row], list[Problem]]:
    """The rows under the header; none, and what is wrong, where the header cannot be used."""
    if not sheet.rows:
        return [], [Problem(line=1, column=None, reason="reason-sheet-empty")]
    header, *body = sheet.rows
    problems = _wrong_header(header, columns)
    if not body:
        problems.append(Problem(line=header.line, column=None, reason="reason-sheet-empty"))
    if problems:
        return [], problems
    named = [(columns.called(name), name) for name in header.cells]
    names = {column: name for column, name in named if column}
    return [_row(each, named, names) for each in body], []


def _wrong_header(header: SheetRow, columns: Columns) -> list[Problem]:
    known = ", ".join(names[0] for names in columns.names.values())
    called = [(name, columns.called(name)) for name in header.cells if name]
    found = [column for _, column in called if column]
    unknown = [
        Problem(
            line=header.line, column=name, reason="reason-column-unknown", details={"known": known}
        )
        for name, column in called
        if column is None and not columns.passes_over(name)
    ]
    twice = [
        Problem(line=header.line, column=name, reason="reason-column-twice")
        for position, (name, column) in enumerate(called)
        if column and column in (other for _, other in called[:position])
    ]
    missing = [
        Problem(line=header.line, column=columns.names[each][0], reason="reason-column-missing")
        for each in columns.needed
        if each not in found
    ]
    return [*unknown, *twice, *missing]


def _row(row: SheetRow, columns: Sequence[tuple[str | None, str]], names: Mapping[str, str]) -> Row:
    beside = list(zip(columns, row.cells, strict=False))
    read = Row(row.line, {column: cell for (column, _), cell in beside if column and cell}, names)
    under_no_name = [cell for (_, name), cell in beside if not name]
    if any((*under_no_name, *row.cells[len(columns) :])):
        read.refuse(None, "reason-row-too-long")
    return read


def plain(name: str) -> str:
    """A name as it is compared: folded, with single spaces for whatever divides its words."""
    return re.sub(r"[\s_\-/.]+", " ", fold(name)).strip()
