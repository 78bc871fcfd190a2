"""Transactions with one database, and what becomes of its errors.

No text of an error holds the address's password or a value of a statement.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolExhausted

from bot.services.errors import StorageUnavailable
from bot.storage.turns import Turns

PATIENCE = 10
"""Seconds to wait for one's turn to write to SQLite, or for a connection that is in use."""

MOST_CONNECTIONS = 20
"""Of one process; kept open, since opening takes longer than a transaction."""

# When a server that has gone silent counts as lost; libpq waits for hours otherwise. Seconds, the
# last milliseconds (https://www.postgresql.org/docs/current/libpq-connect.html).
_SILENCE = {
    "connect_timeout": 5,
    "keepalives_idle": PATIENCE,
    "keepalives_interval": 5,
    "keepalives_count": 2,
    "tcp_user_timeout": 1000 * PATIENCE,
}

_SNAPSHOT: dict[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}

_UNREACHABLE = (OperationalError, InterfaceError, PoolExhausted, OSError, sqlite3.OperationalError)

_SQLITE = frozenset({"sqlite", "sqlite+pysqlite"})
_POSTGRESQL = frozenset({"postgres", "postgresql", "postgresql+psycopg"})


class Connections:
    """Transactions with the database at ``url``; made without connecting."""

    def __init__(self, url: URL) -> None:
        is_sqlite = url.drivername in _SQLITE
        self.location = location(url)
        self.engine = _sqlite_engine(url) if is_sqlite else _server_engine(url)
        # SQLite refuses a transaction that begins by reading and writes after somebody else did
        # (https://sqlite.org/lang_transaction.html): one that will write says so first.
        self._writer = self.engine.execution_options(begin="BEGIN IMMEDIATE")
        # On SQLite a transaction sees what was there when it first read, on PostgreSQL only one
        # that says so (https://www.postgresql.org/docs/current/transaction-iso.html).
        self._still = self.engine.execution_options(**({} if is_sqlite else _SNAPSHOT))
        # Who waits for SQLite asks again and again, and may always be too late: of 16 threads one
        # waited for seconds. So the threads of a process queue here, and only processes there.
        self._turns = Turns(PATIENCE) if is_sqlite else None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that only reads. Raises StorageUnavailable."""
        with self.failures(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A transaction whose statements all read one state. Raises StorageUnavailable."""
        with self.failures(), self._still.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is committed when the block ends. Raises StorageUnavailable."""
        turn = self._turns.mine() if self._turns else nullcontext()
        with self.failures(), turn, self._writer.begin() as connection:
            yield connection

    @contextmanager
    def failures(self) -> Iterator[None]:
        """Raises StorageUnavailable for what says that the database cannot be reached."""
        try:
            yield
        except _UNREACHABLE as error:
            told = error.orig if isinstance(error, DBAPIError) else error
            raise StorageUnavailable(f"{self.location}: {told}", location=self.location) from error

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


def read_address(address: str) -> URL:
    """An address of SQLite (``sqlite:////folder/file``) or PostgreSQL
    (``postgresql://person:password@host:port/database``, also ``postgres://``).

    Raises ValueError for any other.
    """
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        raise ValueError("not an address of a database") from None
    if url.drivername in _SQLITE and url.database not in {None, "", ":memory:"}:
        return url
    if url.drivername in _POSTGRESQL:
        # What follows would count as the host, and errors tell the host.
        if "@" in f"{url.host}{url.database}":
            raise ValueError("an @ in a password is written %40")
        return url.set(drivername="postgresql+psycopg")
    raise ValueError(f"neither a file of SQLite nor PostgreSQL: {url.drivername}")


def location(url: URL) -> str:
    """Where the database is, without who logs in and how."""
    if url.drivername in _SQLITE:
        return str(url.database)
    port = f":{url.port}" if url.port else ""
    return f"{url.host or ''}{port}/{url.database or ''}"


def sqlite_file(url: URL) -> Path | None:
    """The file of a SQLite database, None for another."""
    return Path(url.database) if url.drivername in _SQLITE and url.database else None


def _sqlite_engine(url: URL) -> Engine:
    engine = _engine(url, connect_args={"timeout": PATIENCE})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _server_engine(url: URL) -> Engine:
    silence = {name: value for name, value in _SILENCE.items() if name not in url.query}
    return _engine(url, connect_args=silence, pool_pre_ping=True)


def _engine(url: URL, **options: Any) -> Engine:
    return create_engine(
        url,
        hide_parameters=True,
        json_serializer=partial(json.dumps, ensure_ascii=False),
        pool_size=MOST_CONNECTIONS,
        max_overflow=0,
        pool_timeout=PATIENCE,
        **options,
    )


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    # Python would begin transactions by itself, and too late
    # (https://docs.sqlalchemy.org/en/21/dialects/sqlite.html#sqlite-transactions).
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))
