"""The bot's database: in memory, in SQLite and in PostgreSQL."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from bot.storage.connections import Connections, read_address
from bot.storage.database import FILE, Database, file_address, open_database
from bot.storage.tables import metadata
from tests.contracts.storages import OpenStorage, Storage
from tests.fakes.storage import FakeDatabase
from tests.postgres import Server, serving


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server."""
    with serving() as server:
        yield server


@pytest.fixture(scope="session")
def _postgres_made(postgres: Server) -> str:
    """The address of a database with empty tables, to be copied: making them takes longer."""
    address = postgres.new_database()
    open_database(address).close()
    return address


@pytest.fixture(scope="session")
def _postgres_tables(postgres: Server, _postgres_made: str) -> str:
    """The address of a database that is emptied after each test."""
    return postgres.new_database(like=_postgres_made)


@pytest.fixture(scope="session")
def _sqlite_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of empty tables, to be copied."""
    home = tmp_path_factory.mktemp("tables")
    open_database(file_address(home)).close()
    return home / FILE


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without tables."""
    if request.param == "sqlite":
        return file_address(tmp_path)
    server: Server = request.getfixturevalue("postgres")
    return server.new_database()


@pytest.fixture(params=["sqlite", "postgresql"])
def made_address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database with empty tables."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("_sqlite_tables"), tmp_path)
        return file_address(tmp_path)
    server: Server = request.getfixturevalue("postgres")
    return server.new_database(like=request.getfixturevalue("_postgres_made"))


@pytest.fixture(params=["fake", "sqlite", "postgresql"])
def open_storage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OpenStorage]:
    """Opens the same database each time, as every process does for itself."""
    if request.param == "fake":
        fake = FakeDatabase()
        yield lambda: fake
        return
    if request.param == "postgresql":
        here = request.getfixturevalue("_postgres_tables")
    else:
        here = file_address(tmp_path)
        shutil.copy(request.getfixturevalue("_sqlite_tables"), tmp_path)
    with ExitStack() as opened:
        yield lambda: opened.enter_context(closing(Database(Connections(read_address(here)))))
    if request.param == "postgresql":
        _empty(here)


@pytest.fixture
def storage(open_storage: OpenStorage) -> Storage:
    """One database."""
    return open_storage()


def _empty(address: str) -> None:
    connections = Connections(read_address(address))
    with closing(connections), connections.writing() as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(table.delete())
