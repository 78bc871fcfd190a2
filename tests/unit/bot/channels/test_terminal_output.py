from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.channels.terminal.output import FOR_OWNER, folder_for, require_free, write_new
from bot.services.errors import OutputExists, UnwritableOutput


def test_a_file_is_written_for_its_owner_alone_when_told_so(tmp_path: Path) -> None:
    write_new(tmp_path / "a", [b"x", b"y"], FOR_OWNER)
    assert (tmp_path / "a").read_bytes() == b"xy"
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"before")
    with pytest.raises(OutputExists):
        write_new(tmp_path / "a", [b"after"])
    with pytest.raises(OutputExists):
        require_free([tmp_path / "b", tmp_path / "a"])
    assert (tmp_path / "a").read_bytes() == b"before"


def test_of_a_file_that_breaks_off_nothing_stays(tmp_path: Path) -> None:
    def parts() -> Iterator[bytes]:
        yield b"the first"
        raise KeyError("the second")

    with pytest.raises(KeyError):
        write_new(tmp_path / "a", parts())
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnwritableOutput):
        write_new(tmp_path / "none" / "a", [b""])
    (tmp_path / "file").touch()
    with pytest.raises(UnwritableOutput):
        folder_for(tmp_path / "file" / "folder")
