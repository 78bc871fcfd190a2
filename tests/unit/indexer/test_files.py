from __future__ import annotations

from pathlib import Path

from indexer.files import find_files
from tests.fakes.documents import write_policy

SUFFIXES = (".txt", ".md")


def test_folders_are_searched_in_order_without_hidden_files(tmp_path: Path) -> None:
    b = write_policy(tmp_path / "b.txt", "x")
    a = write_policy(tmp_path / "a" / "deep" / "POLICY.TXT", "x")
    write_policy(tmp_path / ".hidden.txt", "x")
    write_policy(tmp_path / ".git" / "c.txt", "x")

    found = find_files([tmp_path], SUFFIXES)

    assert found.files == [b, a]
    assert found.skipped == 0


def test_unknown_formats_in_a_folder_are_counted(tmp_path: Path) -> None:
    write_policy(tmp_path / "picture.png", "x")

    found = find_files([tmp_path], SUFFIXES)

    assert (found.files, found.skipped, found.left_out) == ([], 1, [])


def test_a_file_that_was_named_is_read_whatever_its_suffix(tmp_path: Path) -> None:
    picture = write_policy(tmp_path / "picture.png", "x")

    assert find_files([picture], SUFFIXES).files == [picture]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    policy = write_policy(tmp_path / "a.txt", "x")

    assert find_files([policy, tmp_path, policy], SUFFIXES).files == [policy]
