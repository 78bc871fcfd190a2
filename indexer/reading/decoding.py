"""Bytes to characters, for files that do not say how they are encoded."""

from __future__ import annotations

import codecs
import re

from knowledge.errors import UnreadableDocument

CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
LINE_ENDS = re.compile(r"\r\n?")

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, declared: str | None = None) -> str:
    r"""The text of ``data``, its line ends as "\\n".

    A byte order mark decides; else UTF-8 if it fits strictly, else ``declared`` (an encoding
    that the document names), else Windows-1252. Raises unreadable-binary when none gives text.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _lines(_strict(data, encoding))
    for candidate in ("utf-8", declared, "cp1252"):
        decoded = _strict(data, candidate) if candidate else None
        if decoded is not None and (candidate != "cp1252" or not CONTROLS.search(decoded)):
            return _lines(decoded)
    raise UnreadableDocument("unreadable-binary")


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _lines(text: str | None) -> str:
    if text is None or "\0" in text:
        raise UnreadableDocument("unreadable-binary")
    return LINE_ENDS.sub("\n", text)
