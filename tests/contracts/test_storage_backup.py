"""Backups: whole, of one moment, into either database."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bot.domain.people import Preferences
from bot.services.activities.ports import Query
from bot.services.errors import StorageNotEmpty, StorageUnavailable, UnwritableOutput
from bot.storage.backup import restore, write_backup
from bot.storage.connections import Connections, read_address
from bot.storage.database import Database, file_address, open_database
from tests.chroma_server import free_port
from tests.contracts.activities import HOME, VISIT, added, changed, doing, meeting
from tests.contracts.backups import Files, all_told, backup, files_of, fill, filled, target
from tests.contracts.storages import NOON, later, make_delivery
from tests.contracts.test_storage_upgrade import DENIAL, look_for_activities, make_earlier

__all__ = ["backup", "filled", "target"]


def test_a_backup_of_either_database_can_be_restored_into_either(
    made_address: str, target: str, tmp_path: Path
) -> None:
    with closing(open_database(made_address)) as database:
        fill(database)
        made = database.backup(tmp_path / "backup.zip")
        told = all_told(database)

    restored = restore(tmp_path / "backup.zip", target)

    assert restored == made
    assert made.rows["activity"] == made.rows["activity_change"] / 2 == 2
    assert {name for name, rows in made.rows.items() if not rows} == set()
    with closing(open_database(target)) as database:
        assert all_told(database) == told
        assert not database.inbox.accept(make_delivery("done"), NOON)
        [delivery] = database.inbox.claim(later(1), later(2), 5)
        assert delivery == make_delivery("d").model_copy(update={"attempts": 2})


def test_a_restored_database_goes_on_where_the_other_was(
    made_address: str, target: str, tmp_path: Path
) -> None:
    with closing(open_database(made_address)) as database:
        database.denials.add(DENIAL)
        database.denials.add(DENIAL)
        last = [added(database.activities, meeting(title)) for title in "abc"][-1]
        database.activities.forget(date.max)
        database.backup(tmp_path / "backup.zip")

    restore(tmp_path / "backup.zip", target)

    with closing(open_database(target)) as database:
        assert added(database.activities, VISIT).id > last.id
        database.denials.add(DENIAL)
        assert len(database.denials.since(NOON)) == 3
        database.backup(tmp_path / "again.zip")


@pytest.mark.parametrize("revision", ["0001", "0002", "0003"])
def test_a_backup_of_an_earlier_version_is_restored_and_upgraded(
    address: str, target: str, tmp_path: Path, revision: str
) -> None:
    make_earlier(address, revision)
    with (
        closing(Connections(read_address(address))) as connections,
        connections.snapshot() as connection,
        (tmp_path / "backup.zip").open("wb") as stream,
    ):
        write_backup(connection, stream, NOON)

    assert restore(tmp_path / "backup.zip", target).made_at == NOON

    with closing(open_database(target)) as database:
        question = database.questions.find("q")
        assert question is not None
        assert question.place == ("Skövde" if revision == "0001" else None)
        assert database.denials.since(NOON) == [DENIAL]
        if revision >= "0003":
            look_for_activities(database)
        assert added(database.activities, VISIT).content == VISIT


def test_a_database_that_a_bot_has_only_opened_counts_as_empty(backup: Path, target: str) -> None:
    open_database(target).close()

    restore(backup, target)

    with closing(open_database(target)) as database:
        assert database.activities.count(Query()) == 2


def test_a_database_that_holds_something_is_left_alone(backup: Path, target: str) -> None:
    with closing(open_database(target)) as database:
        database.settings.prefer("U7", Preferences(language="en"))

        with pytest.raises(StorageNotEmpty):
            restore(backup, target)

        assert database.settings.preferences("U7") == Preferences(language="en")
        assert database.activities.count(Query()) == 0


def test_tables_of_others_are_left_alone(backup: Path, target: str) -> None:
    with closing(Connections(read_address(target))) as connections:
        Path(connections.location).parent.mkdir(parents=True, exist_ok=True)
        with connections.writing() as connection:
            connection.execute(text("CREATE TABLE theirs (id INTEGER)"))

        with pytest.raises(StorageNotEmpty):
            restore(backup, target)

        with connections.reading() as connection:
            assert connection.execute(text("SELECT * FROM theirs")).all() == []


def test_a_database_that_cannot_be_reached_is_unavailable(backup: Path) -> None:
    with pytest.raises(StorageUnavailable):
        restore(backup, f"postgresql://me:x@127.0.0.1:{free_port()}/it")


def test_a_backup_replaces_the_one_before_and_only_its_owner_reads_it(
    backup: Path, tmp_path: Path
) -> None:
    before = backup.read_bytes()
    with closing(open_database(file_address(tmp_path))) as database:
        database.backup(backup)

    assert backup.read_bytes() != before
    assert backup.stat().st_mode & 0o777 == 0o600
    assert not list(tmp_path.glob(".backup*"))


def test_a_backup_that_fails_leaves_the_one_before(
    backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = backup.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("bot.storage.backup.write_header", full)
    with (
        closing(open_database(file_address(tmp_path))) as database,
        pytest.raises(UnwritableOutput),
    ):
        database.backup(backup)

    assert backup.read_bytes() == before
    assert not list(tmp_path.glob(".backup*"))


def test_a_folder_that_is_not_there_is_unwritable(tmp_path: Path) -> None:
    with (
        closing(open_database(file_address(tmp_path))) as database,
        pytest.raises(UnwritableOutput),
    ):
        database.backup(tmp_path / "nowhere" / "backup.zip")


def test_a_backup_made_while_people_write_is_of_one_moment(
    made_address: str, target: str, tmp_path: Path
) -> None:
    with closing(open_database(made_address)) as database:
        book = database.activities
        contents = [meeting(str(n), partners=(f"p{n}",), countries=("LT",)) for n in range(1_000)]
        book.add_all([each.title for each in contents], HOME, contents, doing())
        with _writing(database):
            for number in range(3):
                database.backup(tmp_path / f"{number}.zip")

    backups = [files_of(tmp_path / f"{number}.zip") for number in range(3)]
    for files in backups:
        entries: dict[int, int] = {}
        for row in _rows(files, "activity_change"):
            entries[row["activity"]] = entries.get(row["activity"], 0) + 1
        activities = _rows(files, "activity")
        assert entries == {each["id"]: each["version"] for each in activities}
        named = {(each["activity"], each["name"]) for each in _rows(files, "activity_name")}
        assert named == {(e["id"], e["content"]["partners"][0]) for e in activities}
    assert max(each["version"] for each in _rows(backups[-1], "activity")) > 1
    restore(tmp_path / "2.zip", target)


@contextmanager
def _writing(database: Database) -> Iterator[None]:
    """Somebody who changes an activity and adds another, again and again, until the block ends."""
    stopped = threading.Event()
    book = database.activities

    def write() -> None:
        for number in count():
            if stopped.is_set():
                return
            for each in book.search(Query(), 3):
                now = changed(each, title=f"{number}", partners=(f"q{number}",))
                book.save(each.version, now, doing("U2", number), each.content)
            added(book, meeting(f"new {number}", partners=("new",)), minutes=number)

    with ThreadPoolExecutor(1) as threads:
        writer = threads.submit(write)
        try:
            yield
        finally:
            stopped.set()
        writer.result()


def _rows(files: Files, table: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in files[f"{table}.jsonl"].splitlines()]
