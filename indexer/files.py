"""From the paths a person named to the files to read."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from indexer.report import LeftOut


@dataclass
class FoundFiles:
    """The files to read in order, each once; ``skipped`` counts unknown formats in folders."""

    files: list[Path] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    skipped: int = 0


def find_files(paths: Iterable[Path], suffixes: Collection[str]) -> FoundFiles:
    """The files named and those in the folders named, without hidden ones, sorted by path.

    A file named by a person is always to be read, whatever its suffix; reading it tells why not.
    """
    found = FoundFiles()
    seen: set[Path] = set()
    for path in paths:
        for file, named in _below(path, found):
            if not named and file.suffix.lower() not in suffixes:
                found.skipped += 1
            elif (real := file.resolve()) not in seen:
                seen.add(real)
                found.files.append(file)
    return found


def _below(path: Path, found: FoundFiles) -> Iterator[tuple[Path, bool]]:
    """Files with whether they were named themselves; a folder that is closed is left out."""
    if not path.is_dir():
        yield path, True
        return

    def closed(error: OSError) -> None:
        name = str(error.filename)
        details = {"name": Path(name).name}
        found.left_out.append(LeftOut(path=name, reason="unreadable-denied", details=details))

    for folder, folders, names in os.walk(path, onerror=closed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(folder) / name, False
