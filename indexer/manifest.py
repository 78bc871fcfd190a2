"""What is known of documents beside their own words: where they come from, under which licence."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from knowledge.errors import InvalidInput
from knowledge.model import FactName, Value


class ManifestEntry(Value):
    """One document's entry. ``facts`` are only those that the document itself does not state."""

    file: str
    municipality: str | None = None
    source: str | None = None
    licence: str | None = None
    facts: dict[FactName, str] = Field(default_factory=dict)


def load_manifest(path: Path) -> dict[str, ManifestEntry]:
    """The entries of a manifest by file name; empty where there is no manifest.

    Raises InvalidInput when it is not TOML, has unknown fields or names a file twice.
    """
    if not path.is_file():
        return {}
    try:
        written: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        entries = [ManifestEntry(**entry) for entry in written.get("document", [])]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError, ValidationError) as error:
        raise InvalidInput(f"manifest {path.name}: {error}", name=path.name) from error
    by_file = {entry.file: entry for entry in entries}
    if len(by_file) != len(entries):
        raise InvalidInput(f"manifest {path.name} names a file twice", name=path.name)
    return by_file
