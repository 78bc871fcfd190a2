"""Backups that are damaged, of a later version or none at all: restored whole or not at all."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.services.errors import BackupNewer, BackupUnreadable
from bot.storage.backup import restore
from bot.storage.connections import Connections, read_address
from bot.storage.database import file_address, open_database
from tests.contracts.backups import Files, all_told, backup, files_of, filled, target

__all__ = ["backup", "filled", "target"]


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
    files = files_of(backup)
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
    damaged = _with_rows(files_of(backup), "question", b"")
    _write(backup, damaged)

    with pytest.raises(BackupUnreadable):
        restore(backup, target)

    assert _is_empty(target)


@pytest.mark.parametrize("newer", [{"form": 2, "unknown": 1}, {"revision": "9999"}])
def test_a_backup_of_a_later_version_is_refused(
    backup: Path, target: str, newer: dict[str, object]
) -> None:
    _write(backup, _with_header(files_of(backup), **newer))

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
        return all_told(database)


@pytest.mark.parametrize("content", [None, b"", b"no zip"])
def test_what_is_no_backup_is_refused(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "backup.zip").write_bytes(content)

    with pytest.raises(BackupUnreadable):
        restore(tmp_path / "backup.zip", file_address(tmp_path))

    assert not (tmp_path / "policylots.sqlite3").exists()
