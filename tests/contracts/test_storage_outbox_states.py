"""Whatever happens in whatever order: nothing is sent twice, nothing is lost."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from bot.storage.connections import Connections, read_address
from bot.storage.database import file_address, open_database
from bot.storage.tables import metadata
from tests.contracts.outbox_model import OutboxMachine
from tests.fakes.storage import FakeDatabase

FAKE = settings(max_examples=60, stateful_step_count=50, deadline=None)
SQLITE = settings(max_examples=15, stateful_step_count=40, deadline=None)


def test_the_fake_outbox_does_what_its_model_says() -> None:
    class OnFake(OutboxMachine):
        def __init__(self) -> None:
            super().__init__(FakeDatabase())

    run_state_machine_as_test(OnFake, settings=FAKE)


def test_the_outbox_does_what_its_model_says(tmp_path: Path) -> None:
    address = file_address(tmp_path)
    with (
        closing(open_database(address)) as database,
        closing(Connections(read_address(address))) as connections,
    ):

        class OnSqlite(OutboxMachine):
            def __init__(self) -> None:
                with connections.writing() as connection:
                    for table in reversed(metadata.sorted_tables):
                        connection.execute(table.delete())
                super().__init__(database)

        run_state_machine_as_test(OnSqlite, settings=SQLITE)
