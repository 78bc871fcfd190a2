"""A backup of the whole database in one file, and the way back into an empty one."""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import IO

from alembic.migration import MigrationContext
from pydantic import AwareDatetime
from sqlalchemy import JSON, Connection, DateTime, MetaData, Table, event, insert, select
from sqlalchemy.engine.interfaces import ReflectedColumn
from sqlalchemy.exc import InterfaceError, OperationalError, StatementError

from bot.services.errors import (
    BackupNewer,
    BackupUnreadable,
    StorageNewer,
    StorageNotEmpty,
    UnwritableOutput,
)
from bot.storage import tables
from bot.storage.backup_form import (
    FORM,
    Contents,
    Header,
    opened,
    read_header,
    read_rows,
    write_header,
    write_rows,
)
from bot.storage.columns import PlainJson, UtcDateTime
from bot.storage.connections import Connections, read_address
from bot.storage.given_ids import last_id, set_last_id
from bot.storage.upgrading import changing_tables, migrate
from knowledge.model import Value

_PART = 500
"""Rows in memory at once."""

_REVISION = "alembic_version"


class BackupReport(Value):
    """What a backup holds: when it was made, and how many rows of each table."""

    made_at: AwareDatetime
    rows: Mapping[str, int]


def back_up(connections: Connections, path: Path) -> BackupReport:
    """Write all that is in the database into a file, which is there as a whole or not at all.

    People may go on working: it is read in one transaction and holds what was there when that
    began. Only its owner may read the file. Raises StorageUnavailable and UnwritableOutput.
    """
    with connections.snapshot() as connection, _put_in_place(path) as stream:
        return write_backup(connection, stream, datetime.now(UTC))


def write_backup(connection: Connection, stream: IO[bytes], made_at: datetime) -> BackupReport:
    """Write all that a transaction sees."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        revision = MigrationContext.configure(connection).get_current_revision() or ""
        contents = {
            each.name: _write_table(connection, archive, each) for each in _tables(connection)
        }
        header = Header(form=FORM, revision=revision, made_at=made_at, tables=contents)
        write_header(archive, header)
    return _report(header)


def restore(path: Path, url: str) -> BackupReport:
    """Fill the empty database at ``url`` (as ``read_address``) with a backup, made by this or an
    earlier version from either kind of database; all of it or nothing.

    Raises ValueError for an address that cannot be used, BackupUnreadable, BackupNewer,
    StorageNotEmpty and StorageUnavailable.
    """
    with opened(path) as archive, closing(Connections(read_address(url))) as connections:
        header = read_header(archive)
        with changing_tables(connections) as connection:
            _require_empty(connection, connections.location)
            try:
                migrate(connection, header.revision)
            except StorageNewer as error:
                raise BackupNewer(f"{path}: {error}", path=str(path)) from error
            _fill(connection, archive, header, path)
            migrate(connection)
    return _report(header)


@contextmanager
def _put_in_place(path: Path) -> Iterator[IO[bytes]]:
    """A new file that takes its name when it is written. Raises UnwritableOutput."""
    try:
        number, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(number, "wb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise UnwritableOutput(f"{path}: {error}", path=str(path)) from error


def _write_table(connection: Connection, archive: zipfile.ZipFile, table: Table) -> Contents:
    rows = connection.execute(
        select(table).order_by(*table.primary_key).execution_options(yield_per=_PART)
    )
    count, digest = write_rows(archive, table, (dict(row._mapping) for row in rows))
    return Contents(rows=count, sha256=digest, last_id=last_id(connection, table))


def _require_empty(connection: Connection, location: str) -> None:
    """Remove tables that hold nothing, as a bot that was started makes them.

    Raises StorageNotEmpty, also for tables that are not ours.
    """
    found = MetaData()
    found.reflect(connection)
    ours = found.tables.keys() <= {*tables.metadata.tables, _REVISION}
    filled = (
        connection.execute(select(each).limit(1)).first()
        for each in found.tables.values()
        if each.name != _REVISION
    )
    if not ours or any(filled):
        raise StorageNotEmpty(f"{location} holds something", location=location)
    found.drop_all(connection)


def _fill(connection: Connection, archive: zipfile.ZipFile, header: Header, path: Path) -> None:
    made = _tables(connection)
    if header.tables.keys() != {each.name for each in made}:
        raise BackupUnreadable(f"{path}: other tables than its revision has", path=str(path))
    try:
        for table in made:
            contents = header.tables[table.name]
            rows = read_rows(archive, table, contents)
            while part := list(islice(rows, _PART)):
                connection.execute(insert(table), part)
            set_last_id(connection, table, contents.last_id)
    except StatementError as error:
        if isinstance(error, (OperationalError, InterfaceError)):
            raise
        # A value or a reference that the tables do not take.
        refused = f"{path}: {type(error).__name__}"
        raise BackupUnreadable(refused, path=str(path)) from error


def _tables(connection: Connection) -> list[Table]:
    """The tables as they are, of whatever revision, in the order in which they can be filled."""
    found = MetaData()
    event.listen(found, "column_reflect", _read_as_our_own)
    found.reflect(connection)
    return [each for each in found.sorted_tables if each.name != _REVISION]


def _read_as_our_own(_: object, __: object, column: ReflectedColumn) -> None:
    """Have moments and JSON written as ``tables`` has them written."""
    if isinstance(column["type"], DateTime):
        column["type"] = UtcDateTime()
    elif isinstance(column["type"], JSON):
        column["type"] = PlainJson()


def _report(header: Header) -> BackupReport:
    rows = {name: each.rows for name, each in header.tables.items()}
    return BackupReport(made_at=header.made_at, rows=rows)
