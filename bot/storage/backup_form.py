"""The form of a backup: a zip of ``backup.json`` and, for each table, ``<table>.jsonl`` with a JSON
object for each row. Both databases write and read the same.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

from pydantic import AwareDatetime, Field, StringConstraints
from sqlalchemy import Date, Table
from sqlalchemy.types import TypeEngine

from bot.services.errors import BackupNewer, BackupUnreadable
from bot.storage.columns import UtcDateTime
from knowledge.model import Value

FORM = 1
"""Counts the changes of the form itself; those of the tables are told by the revision."""

_HEADER = "backup.json"

# ``zipfile`` raises the last two for a compression and an encryption that it does not know; a
# RecursionError comes of JSON that is nested without end.
_DAMAGE = (
    *(OSError, EOFError, zipfile.BadZipFile, zlib.error, KeyError, TypeError, ValueError),
    *(RecursionError, NotImplementedError, RuntimeError),
)


class Contents(Value):
    """What a backup holds of one table: ``sha256`` of its lines, and the last id that was given,
    None where the database gives none.
    """

    rows: int = Field(ge=0)
    sha256: str
    last_id: int | None = Field(default=None, ge=0)


class Header(Value):
    """What ``backup.json`` tells; ``revision`` is that of the migrations, tables are by name."""

    form: int
    revision: Annotated[str, StringConstraints(pattern=r"^\d{4}$")]
    made_at: AwareDatetime
    tables: Mapping[str, Contents]


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """A backup to read. Raises BackupUnreadable."""
    with damage_told(path):
        archive = zipfile.ZipFile(path)
    with archive:
        yield archive


@contextmanager
def damage_told(path: object) -> Iterator[None]:
    """Raises BackupUnreadable for whatever a damaged file leads to."""
    try:
        yield
    except _DAMAGE as error:
        raise BackupUnreadable(f"{path}: {error!r}", path=str(path)) from error


def write_header(archive: zipfile.ZipFile, header: Header) -> None:
    """Write what the backup holds; last, since it is known then."""
    archive.writestr(_HEADER, header.model_dump_json(indent=2))


def read_header(archive: zipfile.ZipFile) -> Header:
    """What the backup holds. Raises BackupUnreadable and BackupNewer."""
    with damage_told(archive.filename):
        told = json.loads(archive.read(_HEADER))
        if told["form"] > FORM:
            raise BackupNewer(f"a backup of form {told['form']}", path=str(archive.filename))
        return Header.model_validate(told)


def write_rows(
    archive: zipfile.ZipFile, table: Table, rows: Iterable[Mapping[str, object]]
) -> tuple[int, str]:
    """Write a table's rows, one at a time; how many there were, and the SHA-256 of the lines."""
    digest, count = hashlib.sha256(), 0
    with archive.open(f"{table.name}.jsonl", "w", force_zip64=True) as file:
        for row in rows:
            line = _line(row)
            digest.update(line)
            file.write(line)
            count += 1
    return count, digest.hexdigest()


def read_rows(
    archive: zipfile.ZipFile, table: Table, contents: Contents
) -> Iterator[dict[str, object]]:
    """A table's rows, one at a time. Raises BackupUnreadable; where they are others than the
    header tells, only at the end.
    """
    digest, count = hashlib.sha256(), 0
    with damage_told(archive.filename), archive.open(f"{table.name}.jsonl") as file:
        for line in file:
            digest.update(line)
            count += 1
            yield _row(table, json.loads(line))
        if (count, digest.hexdigest()) != (contents.rows, contents.sha256):
            raise ValueError(f"{table.name} has other rows than the header tells")


def _line(row: Mapping[str, object]) -> bytes:
    told = json.dumps(row, default=_told, ensure_ascii=False, separators=(",", ":"))
    return f"{told}\n".encode()


def _told(moment: date) -> str:
    """Days and moments, which JSON does not know (https://www.rfc-editor.org/rfc/rfc3339)."""
    return moment.isoformat()


def _row(table: Table, told: Mapping[str, object]) -> dict[str, object]:
    if told.keys() != set(table.columns.keys()):
        raise ValueError(f"other columns than those of {table.name}")
    return {name: _value(table.columns[name].type, value) for name, value in told.items()}


def _value(kind: TypeEngine[Any], value: object) -> object:
    if isinstance(value, str) and isinstance(kind, UtcDateTime):
        return datetime.fromisoformat(value)
    if isinstance(value, str) and isinstance(kind, Date):
        return date.fromisoformat(value)
    return value
