from __future__ import annotations

import logging
import sqlite3
import traceback
from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import select, text
from sqlalchemy.exc import StatementError

from bot.services.errors import StorageNewer, StorageUnavailable
from bot.storage import connections as connections_module
from bot.storage.connections import Connections, read_address
from bot.storage.database import Database, file_address, open_database
from bot.storage.tables import inbox, metadata
from tests.chroma_server import free_port
from tests.contracts.storages import NOON, at_once, later, make_delivery, make_question
from tests.postgres import Server

UNTOLD = "Utan-att-någon-ser-det"


@pytest.fixture
def database(made_address: str) -> Iterator[Database]:
    with closing(open_database(made_address)) as opened:
        yield opened


@pytest.fixture
def connections(database: Database, made_address: str) -> Iterator[Connections]:
    """Another way into the same database, for a look behind the ports."""
    with closing(Connections(read_address(made_address))) as opened:
        yield opened


def test_the_migrations_make_the_tables_of_the_code(connections: Connections) -> None:
    with connections.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_migrations_make_every_index(connections: Connections) -> None:
    """Conditions of indexes too, which a comparison of metadata leaves out."""
    master = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    pg = "SELECT indexname, indexdef FROM pg_indexes WHERE indexname LIKE 'ix_%'"
    dialect = connections.engine.dialect.name
    with connections.writing() as connection:
        migrated = connection.execute(text(master if dialect == "sqlite" else pg)).all()
        connection.execute(text("DROP TABLE alembic_version"))
        metadata.drop_all(connection)
        metadata.create_all(connection)
        made = connection.execute(text(master if dialect == "sqlite" else pg)).all()

    assert sorted(migrated) == sorted(made)


def test_a_database_that_is_up_to_date_is_left_alone(
    database: Database, made_address: str, caplog: pytest.LogCaptureFixture
) -> None:
    database.questions.add(make_question("q"))
    caplog.set_level(logging.INFO, "alembic")

    with closing(open_database(made_address)) as again:
        assert again.questions.find("q") == make_question("q")

    assert not [each for each in caplog.messages if each.startswith("Running")]


def test_a_database_of_a_later_version_is_left_alone(made_address: str) -> None:
    with closing(Connections(read_address(made_address))) as opened, opened.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'later'"))

    with pytest.raises(StorageNewer):
        open_database(made_address)


def test_many_threads_may_open_a_new_database_at_once(address: str) -> None:
    with ExitStack() as opened:
        databases = at_once([partial(open_database, address)] * 8)
        for database in databases:
            opened.enter_context(closing(database))
            database.ping()


def test_a_delivery_that_is_done_leaves_no_body(
    database: Database, connections: Connections
) -> None:
    database.inbox.accept(make_delivery("a"), later(1))
    database.inbox.done("a", later(1))

    with connections.reading() as connection:
        empty = connection.execute(select(inbox.c.key).where(inbox.c.body.is_(None)))
        assert empty.scalars().all() == ["a"]


def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    with pytest.raises(StatementError, match="without a time zone"):
        database.inbox.claim(datetime(2026, 11, 22), later(1), 1)


def test_what_no_database_holds_is_replaced(database: Database) -> None:
    delivery = make_delivery("a\x00").model_copy(
        update={"body": {"\x00": ["\x00x", {"y": "\ud800"}]}}
    )

    assert database.inbox.accept(delivery, NOON)

    [claimed] = database.inbox.claim(NOON, later(1), 1)
    assert claimed.key == "a\ufffd"
    assert claimed.body == {"\ufffd": ["\ufffdx", {"y": "\ufffd"}]}
    assert not database.inbox.accept(delivery, NOON)


@pytest.mark.parametrize(
    "address",
    ["", "sqlite://", "sqlite:///:memory:", "mysql://me:x@localhost/it", "postgresql+asyncpg:///x"],
)
def test_other_addresses_are_refused(address: str) -> None:
    with pytest.raises(ValueError, match=r"address|neither"):
        open_database(address)


@pytest.mark.parametrize("password", [f"x@{UNTOLD}", f"x@{UNTOLD}:y", f"x@y/{UNTOLD}"])
def test_no_part_of_a_password_with_a_bare_at_sign_is_told(password: str) -> None:
    with pytest.raises(ValueError, match=r"address|%40") as caught:
        open_database(f"postgresql://me:{password}@localhost/it")

    assert UNTOLD not in "".join(traceback.format_exception(caught.value))


def test_the_address_of_a_file_holds_any_folder(tmp_path: Path) -> None:
    home = tmp_path / "å % ?#" / "data"

    open_database(file_address(home)).close()

    assert (home / "policylots.sqlite3").is_file()


def test_sqlite_writes_ahead_and_checks_references(tmp_path: Path) -> None:
    address = file_address(tmp_path)
    open_database(address).close()
    connections = Connections(read_address(address))

    with closing(connections), connections.reading() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar_one() == "wal"
        assert connection.execute(text("PRAGMA foreign_keys")).scalar_one() == 1


def test_a_file_that_cannot_be_made_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(StorageUnavailable):
        open_database(file_address(tmp_path / "file"))


def test_a_file_locked_for_long_is_unavailable_and_no_value_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections_module, "PATIENCE", 0.1)
    address = file_address(tmp_path)
    with (
        closing(open_database(address)) as database,
        closing(sqlite3.connect(tmp_path / "policylots.sqlite3")) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageUnavailable) as caught:
            database.inbox.accept(make_delivery(UNTOLD), NOON)

        assert database.inbox.waiting() == 0

    assert caught.value.retryable
    assert UNTOLD not in "".join(traceback.format_exception(caught.value))


def test_when_all_connections_are_in_use_for_long_it_is_unavailable(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections_module, "PATIENCE", 0.1)
    with closing(Connections(read_address(address))) as connections, ExitStack() as used:

        def use_all() -> None:
            while True:
                used.enter_context(connections.reading()).execute(text("SELECT 1"))

        with pytest.raises(StorageUnavailable):
            use_all()


def test_a_server_that_is_not_there_is_unavailable_and_its_password_is_not_told() -> None:
    port = free_port()

    with pytest.raises(StorageUnavailable) as caught:
        open_database(f"postgres://me:{UNTOLD}@127.0.0.1:{port}/it?application_name=x")

    assert caught.value.details == {"location": f"127.0.0.1:{port}/it"}
    assert UNTOLD not in "".join(traceback.format_exception(caught.value))


def test_a_wrong_password_is_unavailable_and_not_told(postgres: Server) -> None:
    wrong = postgres._replace(password=UNTOLD)

    with pytest.raises(StorageUnavailable) as caught:
        open_database(wrong.address("postgres"))

    assert UNTOLD not in "".join(traceback.format_exception(caught.value))


def test_a_database_that_is_not_there_does_not_answer_a_ping() -> None:
    nowhere = read_address(f"postgresql://me:x@127.0.0.1:{free_port()}/it")

    with closing(Database(Connections(nowhere))) as database, pytest.raises(StorageUnavailable):
        database.ping()


def test_a_connection_that_was_cut_is_made_anew(postgres: Server) -> None:
    address = postgres.new_database()
    with closing(open_database(address)) as database:
        database.ping()
        postgres.end_connections(address)

        database.ping()


def test_a_connection_that_is_cut_in_the_middle_is_unavailable(postgres: Server) -> None:
    address = postgres.new_database()
    open_database(address).close()

    def write(connections: Connections) -> None:
        with connections.writing() as connection:
            connection.execute(select(inbox.c.key))
            postgres.end_connections(address)
            connection.execute(select(inbox.c.key))

    with closing(Connections(read_address(address))) as connections:
        with pytest.raises(StorageUnavailable):
            write(connections)
        with connections.reading() as connection:
            assert connection.execute(select(inbox.c.key)).all() == []
