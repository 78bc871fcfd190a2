"""The bot's database: in memory, in SQLite and in PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from bot.storage.connections import Connections, read_address
from bot.storage.database import file_address, open_database
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
def _postgres_address(postgres: Server) -> str:
    return postgres.new_database()


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without tables."""
    if request.param == "sqlite":
        return file_address(tmp_path)
    server: Server = request.getfixturevalue("postgres")
    return server.new_database()


@pytest.fixture(params=["fake", "sqlite", "postgresql"])
def open_storage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OpenStorage]:
    """Opens the same database each time, as every process does for itself."""
    if request.param == "fake":
        fake = FakeDatabase()
        yield lambda: fake
        return
    here = file_address(tmp_path)
    if request.param == "postgresql":
        here = request.getfixturevalue("_postgres_address")
    with ExitStack() as opened:
        yield lambda: opened.enter_context(closing(open_database(here)))
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
