"""Statements that both databases know, but SQLAlchemy spells for each by itself, and the columns
of a venue.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, Update
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.questions import Venue


def insert_new(connection: Connection, table: Table, row: Mapping[str, object]) -> bool:
    """Insert a row. False, and nothing changed, if one with a unique value of it is there."""
    statement = _insert(connection, table).values(row).on_conflict_do_nothing()
    # Of an insertion SQLAlchemy keeps the count only if asked
    # (https://docs.sqlalchemy.org/en/21/core/connections.html, ``preserve_rowcount``).
    return connection.execute(statement.execution_options(preserve_rowcount=True)).rowcount == 1


def insert_new_rows(
    connection: Connection,
    table: Table,
    rows: Sequence[Mapping[str, object]],
    *told: ColumnElement[Any],
) -> list[Row[Any]]:
    """Insert those rows whose unique values are not there yet; the columns ``told`` of these, in
    no certain order.
    """
    if not rows:
        return []
    statement = _insert(connection, table).on_conflict_do_nothing().returning(*told)
    return list(connection.execute(statement, rows))


def put(
    connection: Connection, table: Table, row: Mapping[str, object], dated_by: str | None = None
) -> None:
    """Insert a row, or replace the one of its primary key unless that is later by ``dated_by``."""
    statement = _insert(connection, table).values(row)
    keys = set(table.primary_key.columns.keys())
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=sorted(keys),
            set_={name: statement.excluded[name] for name in row if name not in keys},
            where=table.c[dated_by] <= statement.excluded[dated_by] if dated_by else None,
        )
    )


def changes_one(connection: Connection, statement: Update) -> bool:
    """Carry the update of one row out; whether its condition held."""
    return connection.execute(statement).rowcount == 1


def row_of(venue: Venue) -> dict[str, object]:
    """The columns of a venue."""
    return venue.model_dump()


def fields_of(row: Row[Any]) -> dict[str, object]:
    """A row's columns as fields, those of its venue together."""
    fields = dict(row._mapping)
    venue = {name: fields.pop(name) for name in Venue.model_fields}
    return {**fields, "venue": venue}


def _insert(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)
