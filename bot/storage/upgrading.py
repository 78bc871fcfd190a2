"""Bringing the tables up to date."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import Connection, func, select

from bot.services.errors import StorageNewer
from bot.storage.connections import PATIENCE, Connections, sqlite_file

# Alembic's context belongs to the process.
_alembic = threading.Lock()

_UPGRADING = 0x706F6C6963796C6F
"""The number of the lock on PostgreSQL ("policylo"): any will do that nobody else uses."""


def upgrade(connections: Connections) -> None:
    """Apply the migrations that the database does not have yet, all or none.

    Safe when several processes start at once. Raises StorageUnavailable, and StorageNewer for
    migrations that this version does not know.
    """
    with changing_tables(connections) as connection:
        migrate(connection)


@contextmanager
def changing_tables(connections: Connections) -> Iterator[Connection]:
    """A transaction to change tables in, one at a time of all processes.

    Raises StorageUnavailable.
    """
    file = sqlite_file(connections.engine.url)
    with _alembic, connections.failures(), _alone_with(file) if file else nullcontext():
        if file:
            _use_write_ahead_log(file)
        with connections.writing() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(select(func.pg_advisory_xact_lock(_UPGRADING)))
            yield connection


def migrate(connection: Connection, revision: str = "head") -> None:
    """Apply the migrations up to a revision in a transaction that is there already.

    Raises StorageNewer for a revision that this version does not know.
    """
    config = Config()
    config.set_main_option("script_location", "bot.storage:migrations")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, revision)
    except CommandError as error:
        raise StorageNewer(f"alembic: {error}") from error


@contextmanager
def _alone_with(file: Path) -> Iterator[None]:
    """SQLite fails at once, without waiting, where two switch to the write-ahead log together."""
    import fcntl

    file.parent.mkdir(parents=True, exist_ok=True)
    with file.with_name(f"{file.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _use_write_ahead_log(file: Path) -> None:
    """So that readers and a writer do not wait for each other; the file remembers it
    (https://sqlite.org/wal.html).
    """
    with closing(sqlite3.connect(file, timeout=PATIENCE)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
