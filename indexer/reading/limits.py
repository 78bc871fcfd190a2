"""What a document may weigh, checked before any parser sees it."""

from __future__ import annotations

import re
import stat
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo
from zlib import decompressobj
from zlib import error as ZlibError  # noqa: N812

from knowledge.errors import UnreadableDocument

MAX_FILE_BYTES = 64 * 1024**2
MAX_TEXT_CHARACTERS = 5_000_000
"""About 2,000 pages: more is no policy document."""

MAX_MARKUP_CHARACTERS = 10_000_000
"""Of a page of HTML with its tags and embedded pictures."""

MAX_PAGES = 1_000
MAX_STREAM_BYTES = 128 * 1024**2
"""Of one unpacked stream of a PDF file; a picture of a whole page takes about 26 MiB."""

HARMLESS_STREAM_BYTES = MAX_STREAM_BYTES // 1032
"""Packed bytes that cannot reach MAX_STREAM_BYTES: deflate packs 1032 times at most."""

MAX_PART_BYTES = 64 * 1024**2
"""Of one unpacked XML part, which is parsed whole."""

MAX_UNPACKED_BYTES = 256 * 1024**2
MAX_ENTRIES = 5_000
MAX_RATIO = 200
"""Unpacked bytes a packed byte; XML of long tables reaches about 50."""

RATIO_FREE_BYTES = 1024**2
"""Entries that unpack to less than this may have any ratio."""

CHUNK_BYTES = 256 * 1024
STREAM = re.compile(rb"stream\r?\n(?=\x78)")
COMPOUND_FILE = bytes.fromhex("d0cf11e0a1b11ae1")
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")


def load(path: Path) -> bytes:
    """The bytes of a file of at most MAX_FILE_BYTES.

    Raises UnreadableDocument: unreadable-missing, -denied, -format (no regular file),
    -too-large, -empty, or -broken when the disk fails.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableDocument("unreadable-format")
        if status.st_size > MAX_FILE_BYTES:
            raise too_large(f"{status.st_size} bytes", f"{MAX_FILE_BYTES} bytes")
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise UnreadableDocument("unreadable-missing") from error
    except PermissionError as error:
        raise UnreadableDocument("unreadable-denied") from error
    if len(data) > MAX_FILE_BYTES:
        raise too_large(f"over {MAX_FILE_BYTES} bytes", f"{MAX_FILE_BYTES} bytes")
    if not data:
        raise UnreadableDocument("unreadable-empty")
    return data


def too_large(size: str, limit: str) -> UnreadableDocument:
    """The error for a document over a limit, both in words."""
    return UnreadableDocument("unreadable-too-large", size=size, limit=limit)


def check_text(text: str) -> None:
    """Raises unreadable-too-large or unreadable-empty for a text that no document has."""
    if len(text) > MAX_TEXT_CHARACTERS:
        raise too_large(f"{len(text)} characters", f"{MAX_TEXT_CHARACTERS} characters")
    if not text.strip():
        raise UnreadableDocument("unreadable-empty")


def check_archive(data: bytes) -> None:
    """Unpacks a zip archive of XML parts piece by piece, keeping nothing.

    Sizes and ratios are checked as declared and as read. Raises unreadable-too-large,
    -encrypted, -format (an old binary Word file), or -broken when a part declares a document
    type: the format forbids them, and entity bombs need them. May raise zipfile's own errors.
    """
    if data.startswith(COMPOUND_FILE):
        encrypted = ENCRYPTED_PACKAGE in data
        raise UnreadableDocument("unreadable-encrypted" if encrypted else "unreadable-format")
    with ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
        _check_declared(entries)
        unpacked = 0
        for entry in entries:
            unpacked = _check_read(archive, entry, unpacked)


def check_streams(data: bytes) -> None:
    """Unpacks every large deflated stream of a PDF file piece by piece, keeping nothing.

    Raises unreadable-too-large for one that is over MAX_STREAM_BYTES.
    """
    for found in STREAM.finditer(data):
        end = data.find(b"endstream", found.end())
        if (end if end >= 0 else len(data)) - found.end() > HARMLESS_STREAM_BYTES:
            _check_stream(data[found.end() : end if end >= 0 else len(data)])


def _check_stream(packed: bytes) -> None:
    unpacker, unpacked = decompressobj(), 0
    try:
        for start in range(0, len(packed), CHUNK_BYTES):
            rest = packed[start : start + CHUNK_BYTES]
            while rest:
                unpacked += len(unpacker.decompress(rest, CHUNK_BYTES))
                rest = unpacker.unconsumed_tail
                if unpacked > MAX_STREAM_BYTES:
                    raise too_large(f"over {MAX_STREAM_BYTES} bytes", f"{MAX_STREAM_BYTES} bytes")
    except ZlibError:
        return


def _check_declared(entries: list[ZipInfo]) -> None:
    if len(entries) > MAX_ENTRIES:
        raise too_large(f"{len(entries)} parts", f"{MAX_ENTRIES} parts")
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableDocument("unreadable-encrypted")
    _check_unpacked(sum(entry.file_size for entry in entries))
    for entry in entries:
        _check_ratio(entry, entry.file_size)


def _check_read(archive: ZipFile, entry: ZipInfo, unpacked: int) -> int:
    """``unpacked`` and the bytes of one entry, all of them read."""
    size, tail = 0, b""
    with archive.open(entry) as file:
        while chunk := file.read(CHUNK_BYTES):
            size += len(chunk)
            _check_unpacked(unpacked + size)
            _check_ratio(entry, size)
            if entry.filename.lower().endswith((".xml", ".rels")):
                if size > MAX_PART_BYTES:
                    raise too_large(
                        f"over {MAX_PART_BYTES} bytes of XML", f"{MAX_PART_BYTES} bytes"
                    )
                tail = _check_markup(tail + chunk)
    return unpacked + size


def _check_markup(chunk: bytes) -> bytes:
    """The end of ``chunk``, to be read with the next; NULs are left out for UTF-16."""
    markup = chunk.replace(b"\0", b"")
    if b"<!DOCTYPE" in markup or b"<!ENTITY" in markup:
        raise UnreadableDocument("unreadable-broken", cause="a part declares a document type")
    return markup[-16:]


def _check_unpacked(size: int) -> None:
    if size > MAX_UNPACKED_BYTES:
        raise too_large(f"{size} bytes unpacked", f"{MAX_UNPACKED_BYTES} bytes unpacked")


def _check_ratio(entry: ZipInfo, size: int) -> None:
    if size > RATIO_FREE_BYTES and size > MAX_RATIO * max(entry.compress_size, 1):
        raise too_large(f"over {MAX_RATIO} times its packed size", f"{MAX_RATIO} times")
