"""What cannot be read is reported with its reason, whatever the parser raises."""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from indexer.reading import SUFFIXES, limits, read
from knowledge.errors import UnreadableDocument
from tests.corpus.make_docx import make_docx
from tests.corpus.make_pdf import make_pdf

CONTENT_TYPES = "[Content_Types].xml"


def refusal(path: Path) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as raised:
        read(path)
    assert raised.value.details["name"] == path.name
    return raised.value


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_empty_file_is_empty_in_every_format(tmp_path: Path, suffix: str) -> None:
    assert refusal(written(tmp_path / f"a{suffix}", b"")).reason == "unreadable-empty"


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_blank_space_is_empty_too(tmp_path: Path, suffix: str) -> None:
    assert refusal(written(tmp_path / f"a{suffix}", b" \n\t\n")).reason == "unreadable-empty"


def test_a_word_document_without_words_is_empty(tmp_path: Path) -> None:
    import docx

    docx.Document().save(str(tmp_path / "a.docx"))
    assert refusal(tmp_path / "a.docx").reason == "unreadable-empty"


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_binary_data_under_a_text_name_is_refused(tmp_path: Path, suffix: str) -> None:
    data = bytes(range(256)) * 4
    assert refusal(written(tmp_path / f"a{suffix}", data)).reason == "unreadable-binary"


@pytest.mark.parametrize("name", ["a.xlsx", "a.doc", "a", "a.txt.bak"])
def test_an_unknown_format_is_named(tmp_path: Path, name: str) -> None:
    assert refusal(written(tmp_path / name, b"x")).reason == "unreadable-format"


def test_suffixes_may_be_in_capitals(tmp_path: Path) -> None:
    assert read(written(tmp_path / "A.TXT", b"Policy")).text == "Policy"


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a.txt").reason == "unreadable-missing"


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    assert refusal(tmp_path / "a.txt").reason == "unreadable-format"


@contextmanager
def without_privileges() -> Iterator[None]:
    privileged = os.geteuid() == 0
    if privileged:
        os.seteuid(65534)
    try:
        yield
    finally:
        if privileged:
            os.seteuid(0)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions are POSIX")
def test_a_file_that_may_not_be_read_is_denied(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", b"Policy")
    path.chmod(0)
    with without_privileges():
        assert refusal(path).reason == "unreadable-denied"


def test_a_file_over_the_limit_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(limits.MAX_FILE_BYTES + 1)
    assert refusal(path).reason == "unreadable-too-large"


def test_more_text_than_a_document_has_is_too_large(tmp_path: Path) -> None:
    data = b"Policy \n" * (limits.MAX_TEXT_CHARACTERS // 8 + 1)
    assert refusal(written(tmp_path / "a.txt", data)).reason == "unreadable-too-large"


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.9])
def test_a_truncated_word_document_is_broken(tmp_path: Path, keep: float) -> None:
    data = make_docx(tmp_path / "whole.docx").read_bytes()
    error = refusal(written(tmp_path / "a.docx", data[: int(keep * len(data))]))
    assert error.reason == "unreadable-broken"
    assert error.details["cause"]


@pytest.mark.parametrize("keep", [0.1, 0.5])
def test_a_truncated_pdf_raises_nothing_of_its_parser(tmp_path: Path, keep: float) -> None:
    data = make_pdf(tmp_path / "whole.pdf").read_bytes()
    error = refusal(written(tmp_path / "a.pdf", data[: int(keep * len(data))]))
    assert error.reason in {"unreadable-broken", "unreadable-no-text"}


@pytest.mark.parametrize("name", ["a.docx", "a.pdf"])
def test_other_data_under_the_name_is_broken(tmp_path: Path, name: str) -> None:
    assert refusal(written(tmp_path / name, b"\x00\x01 no such thing")).reason == (
        "unreadable-broken"
    )


def test_a_zip_archive_that_is_no_word_document_is_broken(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("hello.txt", "hej")
    assert refusal(tmp_path / "a.docx").reason == "unreadable-broken"


def with_document(path: Path, xml: bytes) -> Path:
    """A Word document whose main part is ``xml``."""
    make_docx(path)
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, xml if name == "word/document.xml" else data)
    return path


def test_a_zip_bomb_is_too_large(tmp_path: Path) -> None:
    path = with_document(tmp_path / "a.docx", b" " * 20_000_000)
    assert path.stat().st_size < 100_000
    assert refusal(path).reason == "unreadable-too-large"


def test_a_bomb_of_many_parts_is_too_large(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.docx", "w") as archive:
        for part in range(limits.MAX_ENTRIES + 1):
            archive.writestr(str(part), "")
    assert refusal(tmp_path / "a.docx").reason == "unreadable-too-large"


def test_a_bomb_that_declares_a_small_size_does_not_go_off(tmp_path: Path) -> None:
    data = with_document(tmp_path / "a.docx", b" " * 20_000_000).read_bytes()
    size = struct.pack("<I", 20_000_000)
    assert size in data
    path = written(tmp_path / "a.docx", data.replace(size, struct.pack("<I", 1_000)))
    assert refusal(path).reason in {"unreadable-broken", "unreadable-too-large"}


def test_a_stream_that_unpacks_to_too_much_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_STREAM_BYTES", 1024**2)
    monkeypatch.setattr(limits, "HARMLESS_STREAM_BYTES", 1024)
    packed = zlib.compress(bytes(limits.MAX_STREAM_BYTES + 1024))
    data = b"%PDF-1.4\n1 0 obj <</Filter /FlateDecode>> stream\n" + packed + b"\nendstream endobj"
    assert refusal(written(tmp_path / "a.pdf", data)).reason == "unreadable-too-large"


@pytest.mark.parametrize("piece", [". ", ".", " ", "\t", "3 ", "a-", "x"])
def test_a_line_without_end_takes_no_time(tmp_path: Path, piece: str) -> None:
    words = "Policy" + piece * 300_000 + "x"
    assert read(written(tmp_path / "a.txt", words.encode())).text == words


def test_an_entity_bomb_is_refused_unexpanded(tmp_path: Path) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><a>&b;</a>'
    for encoded in (bomb, bomb.decode().encode("utf-16")):
        error = refusal(with_document(tmp_path / "a.docx", encoded))
        assert error.reason == "unreadable-broken"
        assert "document type" in error.details["cause"]


def test_a_word_document_with_a_password_is_encrypted(tmp_path: Path) -> None:
    data = limits.COMPOUND_FILE + bytes(512) + limits.ENCRYPTED_PACKAGE
    assert refusal(written(tmp_path / "a.docx", data)).reason == "unreadable-encrypted"


def test_an_old_word_document_under_the_new_name_is_another_format(tmp_path: Path) -> None:
    data = limits.COMPOUND_FILE + bytes(512)
    assert refusal(written(tmp_path / "a.docx", data)).reason == "unreadable-format"


def test_archives_are_checked_without_being_kept() -> None:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<a/>" * 1000)
    limits.check_archive(file.getvalue())
