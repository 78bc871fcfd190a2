"""Documents in, their text and blocks out: one module a format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from indexer.reading.block import SourceText
from indexer.reading.limits import load
from knowledge.errors import UnreadableDocument

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf")
"""Of files that can be read, in lower case."""


def read(path: Path) -> SourceText:
    """Read the document at ``path``, its format told by the suffix.

    Raises UnreadableDocument with a reason: unreadable-empty, -binary, -encrypted, -broken,
    -too-large, -no-text, -format, -missing or -denied; ``details`` always hold the file's
    ``name``, with ``cause`` where a parser gave one.
    """
    try:
        reader = _reader(path.suffix.lower())
        return reader(load(path))
    except UnreadableDocument as error:
        error.details.setdefault("name", path.name)
        raise
    except Exception as error:
        cause = f"{type(error).__name__}: {error}"[:300]
        raise UnreadableDocument("unreadable-broken", name=path.name, cause=cause) from error


def _reader(suffix: str) -> Callable[[bytes], SourceText]:
    """The reader of a format; each is loaded only when a file asks for it."""
    match suffix:
        case ".txt":
            from indexer.reading.text import read_text

            return read_text
        case ".md" | ".markdown":
            from indexer.reading.markdown import read_markdown

            return read_markdown
        case ".html" | ".htm":
            from indexer.reading.html import read_html

            return read_html
        case ".docx":
            from indexer.reading.docx import read_docx

            return read_docx
        case ".pdf":
            from indexer.reading.pdf import read_pdf

            return read_pdf
    raise UnreadableDocument("unreadable-format", suffix=suffix)
