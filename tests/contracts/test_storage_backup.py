"""Backups: whole, of one moment, into either database, or not at all.

One module, for the filled database that all of them need.
"""

from __future__ import annotations

import hashlib
import json
import threading
import zipfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bot.domain.activities.activity import ChangeKind, Status
from bot.domain.activities.units import Unit, UnitKind
from bot.domain.people import Preferences
from bot.domain.reminders.proposals import Acknowledgement
from bot.services.activities.ports import Query
from bot.services.calendar.ports import Feed
from bot.services.errors import (
    BackupNewer,
    BackupUnreadable,
    StorageNotEmpty,
    StorageUnavailable,
    UnwritableOutput,
)
from bot.storage.backup import restore, write_backup
from bot.storage.connections import Connections, read_address
from bot.storage.database import Database, file_address, open_database
from tests.chroma_server import free_port
from tests.contracts.activities import HOME, VISIT, added, changed, doing, meeting
from tests.contracts.agreements import TERRASSA, agreed, agreement_doing
from tests.contracts.calendar import decision
from tests.contracts.contacts import ANNA, contact_doing, stored
from tests.contracts.reminders import answer, begun, planned
from tests.contracts.storages import NOON, later, make_delivery, make_hand_over, make_question
from tests.contracts.test_storage_upgrade import (
    DENIAL,
    FEEDBACK,
    SETTINGS,
    look_for_activities,
    make_earlier,
)

Files = dict[str, bytes]


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of another database without tables."""
    if request.param == "sqlite":
        return file_address(tmp_path / "other")
    made: str = request.getfixturevalue("postgres").new_database()
    return made


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """A backup of a database with something in every table."""
    path = tmp_path / "backup.zip"
    with closing(open_database(file_address(tmp_path))) as database:
        _fill(database)
        database.backup(path)
    return path


def _fill(database: Database) -> None:
    database.inbox.accept(make_delivery("d"), NOON)
    database.inbox.accept(make_delivery("done"), NOON)
    database.inbox.done("done", later(1))
    database.questions.add(make_question("q"))
    database.feedback.give(FEEDBACK)
    database.hand_overs.open(make_hand_over("h", "q"))
    database.settings.prefer("U1", Preferences(municipality="Örebro"))
    database.settings.set_channel("C1", SETTINGS, "U9", NOON)
    database.denials.add(DENIAL)
    school = Unit(
        id="skolan",
        municipality=HOME,
        name="Västerhöjd",
        kind=UnitKind.SCHOOL,
        editors=frozenset({"U1", "U2"}),
    )
    database.units.replace(HOME, [school])
    first = added(database.activities, VISIT)
    draft = added(database.activities, meeting("runs", runs=True), status=Status.DRAFT)
    database.activities.save(
        1, changed(first, title="Nytt"), doing("U2", 2, ChangeKind.CORRECTED), VISIT
    )
    database.activities.save(1, changed(draft, status=Status.WITHDRAWN), doing(), None)
    made = stored(database.contacts, ANNA)
    database.contacts.store(HOME, [], made, contact_doing("U1"))
    signed = agreed(database.agreements, TERRASSA)
    database.agreements.save(1, signed, agreement_doing("U1"), TERRASSA)
    database.calendar.decide(HOME, decision())
    seen = Acknowledgement(handle="a", mark="1", by="U1", at=NOON)
    database.calendar.acknowledge(HOME, seen)
    database.calendar.set_feed(Feed(municipality=HOME, digest="d", by="U1", at=NOON))
    being_sent = planned(database)
    begun(database)
    answer(database, being_sent, "U2")


def _told(database: Database) -> list[object]:
    """All that the ports tell of what ``_fill`` writes."""
    activities = list(database.activities.every(Query()))
    return [
        activities,
        [database.activities.history(each.id) for each in activities],
        database.activities.like(HOME, ["radviliškis"], VISIT.dates, None),
        database.activities.search(Query(countries=frozenset({"GB"})), 5),
        database.units.units(HOME),
        database.questions.find("q"),
        database.feedback.on(["q"]),
        database.hand_overs.all_open(),
        database.settings.preferences("U1"),
        database.settings.of_channel("C1"),
        database.denials.since(NOON),
        [database.broadcasts.record(each.id) for each in database.broadcasts.search(HOME)],
        [
            (each, database.occurrences.recipients(each.id))
            for each in database.occurrences.of_broadcast(1)
        ],
        list(database.outbox.every()),
        database.outbox.next_at(),
        database.contacts.contacts(HOME),
        database.contacts.history(1),
        database.agreements.agreements(HOME),
        database.agreements.history(1),
        database.calendar.decisions(HOME),
        database.calendar.acknowledged(HOME),
        database.calendar.feed("d"),
    ]


def _files(backup: Path) -> Files:
    with zipfile.ZipFile(backup) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _write(path: Path, files: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)


def _with_header(files: Files, **told: object) -> Files:
    header = {**json.loads(files["backup.json"]), **told}
    return {**files, "backup.json": json.dumps(header).encode()}


def _with_rows(files: Files, table: str, rows: bytes) -> Files:
    """Other rows, with the digest that belongs to them."""
    tables = json.loads(files["backup.json"])["tables"]
    tables[table]["sha256"] = hashlib.sha256(rows).hexdigest()
    tables[table]["rows"] = rows.count(b"\n")
    return _with_header({**files, f"{table}.jsonl": rows}, tables=tables)


def _is_empty(address: str) -> bool:
    with closing(Connections(read_address(address))) as connections:
        master = "SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
        if connections.engine.dialect.name == "postgresql":
            master = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        with connections.reading() as connection:
            return not connection.execute(text(master)).all()


def test_a_backup_of_either_database_can_be_restored_into_either(
    address: str, target: str, tmp_path: Path
) -> None:
    with closing(open_database(address)) as database:
        _fill(database)
        made = database.backup(tmp_path / "backup.zip")
        told = _told(database)

    restored = restore(tmp_path / "backup.zip", target)

    assert restored == made
    assert made.rows["activity"] == made.rows["activity_change"] / 2 == 2
    assert {name for name, rows in made.rows.items() if not rows} == set()
    with closing(open_database(target)) as database:
        assert _told(database) == told
        assert not database.inbox.accept(make_delivery("done"), NOON)
        [delivery] = database.inbox.claim(later(1), later(2), 5)
        assert delivery == make_delivery("d").model_copy(update={"attempts": 2})


def test_a_restored_database_goes_on_where_the_other_was(
    address: str, target: str, tmp_path: Path
) -> None:
    with closing(open_database(address)) as database:
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


DAMAGES: dict[str, Callable[[Files], Files]] = {
    "a table is missing": lambda files: {n: f for n, f in files.items() if n != "unit.jsonl"},
    "the header is missing": lambda files: {n: f for n, f in files.items() if n != "backup.json"},
    "the header is no object": lambda files: {**files, "backup.json": b"[]"},
    "the header is no text": lambda files: {**files, "backup.json": b"\xff"},
    "the header tells no form": lambda files: {**files, "backup.json": b"{}"},
    "the revision is no number": lambda files: _with_header(files, revision="head"),
    "the header tells of other tables": lambda files: _with_header(files, tables={}),
    "a row is missing": lambda files: {
        **files,
        "activity_change.jsonl": b"".join(files["activity_change.jsonl"].splitlines(True)[1:]),
    },
    "a row is no JSON": lambda files: _with_rows(files, "denial", b"{\n"),
    "a row is nested without end": lambda files: _with_rows(files, "denial", b"[" * 99_999),
    "a row has other columns": lambda files: _with_rows(files, "denial", b"{}\n"),
    "a moment is none": lambda files: _with_rows(
        files, "denial", files["denial.jsonl"].replace(b"2026-", b"year-")
    ),
    "a moment has no zone": lambda files: _with_rows(
        files, "denial", files["denial.jsonl"].replace(b"+00:00", b"")
    ),
    "a row refers to none": lambda files: _with_rows(files, "question", b""),
    "two rows are one": lambda files: _with_rows(
        files, "preference", files["preference.jsonl"] * 2
    ),
}


@pytest.mark.parametrize("target", ["sqlite"], indirect=True)
@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_backup_with_wrong_contents_is_refused_and_nothing_stays_of_it(
    backup: Path, target: str, damage: Callable[[Files], Files]
) -> None:
    files = _files(backup)
    _write(backup, damage(files))

    with pytest.raises(BackupUnreadable) as caught:
        restore(backup, target)

    assert caught.value.details == {"path": str(backup)}
    assert not Path(target.removeprefix("sqlite:///")).exists() or _is_empty(target)
    _write(backup, files)
    assert restore(backup, target).rows["activity"] == 2


@pytest.mark.parametrize("target", ["postgresql"], indirect=True)
def test_what_postgresql_refuses_is_refused_and_nothing_stays_of_it(
    backup: Path, target: str
) -> None:
    damaged = _with_rows(_files(backup), "question", b"")
    _write(backup, damaged)

    with pytest.raises(BackupUnreadable):
        restore(backup, target)

    assert _is_empty(target)


@pytest.mark.parametrize("newer", [{"form": 2, "unknown": 1}, {"revision": "9999"}])
def test_a_backup_of_a_later_version_is_refused(
    backup: Path, target: str, newer: dict[str, object]
) -> None:
    _write(backup, _with_header(_files(backup), **newer))

    with pytest.raises(BackupNewer):
        restore(backup, target)


def test_a_file_that_is_cut_or_altered_anywhere_is_never_half_restored(
    backup: Path, tmp_path: Path
) -> None:
    whole = backup.read_bytes()
    told = _told_after_restoring(backup, tmp_path / "whole")
    step = len(whole) // 30
    for number, place in enumerate(range(0, len(whole), step)):
        altered = whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :]
        for kind, content in (("cut", whole[:place]), ("altered", altered)):
            backup.write_bytes(content)
            home = tmp_path / f"{kind} {number}"
            try:
                # A byte may be altered that says nothing, such as the hour of a file.
                assert _told_after_restoring(backup, home) == told
            except BackupUnreadable:
                assert not home.exists() or _is_empty(file_address(home))


def _told_after_restoring(backup: Path, home: Path) -> list[object]:
    restore(backup, file_address(home))
    with closing(open_database(file_address(home))) as database:
        return _told(database)


@pytest.mark.parametrize("content", [None, b"", b"no zip"])
def test_what_is_no_backup_is_refused(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "backup.zip").write_bytes(content)

    with pytest.raises(BackupUnreadable):
        restore(tmp_path / "backup.zip", file_address(tmp_path))

    assert not (tmp_path / "policylots.sqlite3").exists()


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
    address: str, target: str, tmp_path: Path
) -> None:
    with closing(open_database(address)) as database:
        book = database.activities
        contents = [meeting(str(n), partners=(f"p{n}",), countries=("LT",)) for n in range(1_000)]
        book.add_all([each.title for each in contents], HOME, contents, doing())
        with _writing(database):
            for number in range(3):
                database.backup(tmp_path / f"{number}.zip")

    backups = [_files(tmp_path / f"{number}.zip") for number in range(3)]
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
