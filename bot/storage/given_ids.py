"""The ids that the database gives by itself, and how far it has come."""

from __future__ import annotations

from sqlalchemy import Connection, Table, cast, func, inspect, select, text
from sqlalchemy.dialects.postgresql import REGCLASS


def last_id(connection: Connection, table: Table) -> int | None:
    """The last id that the database has given, even if its row is gone."""
    column = table.autoincrement_column
    if column is None:
        return None
    highest = connection.execute(select(func.max(column))).scalar()
    if connection.dialect.name == "postgresql":
        sequence = func.pg_get_serial_sequence(table.name, column.name)
        given = connection.execute(
            select(func.pg_sequence_last_value(cast(sequence, REGCLASS)))
        ).scalar()
    else:
        given = _sqlite_last_id(connection, table)
    return max(highest or 0, given or 0)


def set_last_id(connection: Connection, table: Table, last: int | None) -> None:
    """Have the database go on after that id."""
    column = table.autoincrement_column
    if column is None or not last:
        return
    if connection.dialect.name == "postgresql":
        sequence = func.pg_get_serial_sequence(table.name, column.name)
        connection.execute(select(func.setval(cast(sequence, REGCLASS), last)))
    elif inspect(connection).has_table("sqlite_sequence"):
        row = {"name": table.name, "seq": last}
        connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), row)
        connection.execute(text("INSERT INTO sqlite_sequence VALUES (:name, :seq)"), row)


def _sqlite_last_id(connection: Connection, table: Table) -> int | None:
    """As SQLite keeps it, where there is a table whose ids are never given again
    (https://sqlite.org/autoinc.html).
    """
    if not inspect(connection).has_table("sqlite_sequence"):
        return None
    kept = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
    return connection.execute(kept, {"name": table.name}).scalar()
