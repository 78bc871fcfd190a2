"""The generations of the index on disk, and which of them is the published one.

Under ``<home>/index/``: ``CURRENT`` names the published generation, ``LOCK`` is held by the one
indexer at work, and each generation has a folder that is never changed once it is published::

    <generation>/manifest.json  catalog.sqlite3  lexical/  chroma/ (or server: the address of one)

A generation appears as a whole, by the replacement of ``CURRENT``; the one before it stays for
those who are still reading it.
"""

from __future__ import annotations

import hashlib
import logging
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import AwareDatetime, ValidationError

from knowledge.errors import IndexMismatch, IndexMissing, StoreUnavailable
from knowledge.model import Value

_log = logging.getLogger(__name__)

Discard = Callable[[str, str], None]
"""Removes a collection (address, name) from a server. Raises StoreUnavailable."""


class Recipe(Value):
    """What decides how documents become an index: embedder identity, structure and lexicon."""

    embedder: str
    structure: str
    lexicon: str

    @property
    def fingerprint(self) -> str:
        """A digest; indexes of one fingerprint are made alike."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:16]


class Manifest(Value):
    """What a published generation says of itself.

    ``sources`` are the paths that were indexed, none for the shipped documents; ``server`` is
    the address of the Chroma server, None where the vectors are in the generation's own folder.
    """

    generation: str
    created_at: AwareDatetime
    recipe: Recipe
    documents: int
    sections: int
    passages: int
    sources: tuple[str, ...]
    server: str | None
    previous: str | None

    def check(self, recipe: Recipe) -> None:
        """Raise IndexMismatch unless the index was made by ``recipe``.

        ``details`` are ``part`` ("model", "structure" or "lexicon"), ``indexed`` (what the index
        has of it) and ``configured`` (what is set now).
        """
        made = self.recipe
        for part, indexed, configured in (
            ("model", made.embedder, recipe.embedder),
            ("structure", made.structure, recipe.structure),
            ("lexicon", made.lexicon, recipe.lexicon),
        ):
            if indexed != configured:
                raise _mismatch(part, indexed, configured)


def of_another_version() -> IndexMismatch:
    """What to raise of a file whose form this version of the program does not know."""
    return _mismatch("format", "of another version", "of this version")


def _mismatch(part: str, indexed: str, configured: str) -> IndexMismatch:
    back = f", or set the model back to {indexed}" if part == "model" else ""
    return IndexMismatch(
        f"the index has {part} {indexed}, set is {configured}: run `policylots index`{back}",
        part=part,
        indexed=indexed,
        configured=configured,
    )


@dataclass(frozen=True)
class GenerationFiles:
    """Where the parts of a generation are."""

    directory: Path

    @property
    def name(self) -> str:
        """The generation's name."""
        return self.directory.name

    @property
    def collection(self) -> str:
        """The name of the Chroma collection, which holds the recipe's fingerprint."""
        return f"policylots-{self.name}"

    @property
    def manifest(self) -> Path:
        """The manifest, written last."""
        return self.directory / "manifest.json"

    @property
    def catalog(self) -> Path:
        """The documents."""
        return self.directory / "catalog.sqlite3"

    @property
    def lexical(self) -> Path:
        """The folder of the lexical index."""
        return self.directory / "lexical"

    @property
    def store(self) -> Path | str:
        """The folder of the vectors, or the address of the server that has them."""
        server = self.directory / "server"
        return server.read_text("utf-8") if server.is_file() else self.directory / "chroma"


@dataclass(frozen=True)
class Generation:
    """A published generation."""

    files: GenerationFiles
    manifest: Manifest


class Generations:
    """The generations of one home folder."""

    def __init__(self, home: Path) -> None:
        self._root = home / "index"

    def current(self) -> Generation:
        """The published generation.

        Raises IndexMissing when there is none, IndexMismatch when another version wrote it.
        """
        for _ in range(3):
            name = self.current_name()
            if name is None:
                break
            files = GenerationFiles(self._root / name)
            try:
                return Generation(files, Manifest.model_validate_json(files.manifest.read_bytes()))
            except FileNotFoundError:
                # Published anew and cleaned up since the name was read.
                continue
            except ValidationError as error:
                raise of_another_version() from error
        raise IndexMissing(f"no index in {self._root}: run `policylots index`")

    def current_name(self) -> str | None:
        """The published generation's name: quick enough to ask at every question."""
        try:
            return (self._root / "CURRENT").read_text("utf-8").strip() or None
        except FileNotFoundError:
            return None

    @contextmanager
    def writing(self, on_wait: Callable[[], None]) -> Iterator[None]:
        """Hold the lock of the one indexer; ``on_wait`` is called once when another has it.

        The system lets go of the lock when a process ends, however it ends.
        """
        import fcntl

        self._root.mkdir(parents=True, exist_ok=True)
        with (self._root / "LOCK").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                on_wait()
                fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    @contextmanager
    def draft(
        self, recipe: Recipe, server: str | None, discard: Discard
    ) -> Iterator[GenerationFiles]:
        """The folder of a new generation, gone after the block unless it was published there."""
        started = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
        name = f"{started}-{recipe.fingerprint}-{secrets.token_hex(4)}"
        files = GenerationFiles(self._root / name)
        files.directory.mkdir()
        if server is not None:
            (files.directory / "server").write_text(server, "utf-8")
        try:
            yield files
        finally:
            if self.current_name() != name:
                _remove(files, discard)

    def publish(self, files: GenerationFiles, manifest: Manifest) -> None:
        """Make a draft the current generation, at once and for good."""
        files.manifest.write_text(manifest.model_dump_json(indent=2), "utf-8")
        _flush_tree(files.directory)
        current = self._root / "CURRENT"
        fresh = self._root / "CURRENT.new"
        fresh.write_text(manifest.generation + "\n", "utf-8")
        _flush(fresh)
        fresh.replace(current)
        _flush(self._root)

    def remove_stale(self, discard: Discard) -> None:
        """Remove all but the current generation and the one before it. Needs the lock."""
        try:
            current = self.current().manifest
            kept = {current.generation, current.previous}
        except (IndexMissing, IndexMismatch):
            kept = {self.current_name()}
        for directory in sorted(self._root.iterdir()):
            if directory.is_dir() and directory.name not in kept:
                _remove(GenerationFiles(directory), discard)


def _remove(files: GenerationFiles, discard: Discard) -> None:
    """Remove a generation; what cannot be removed now is left for the next indexer."""
    store = files.store
    if isinstance(store, str):
        try:
            discard(store, files.collection)
        except StoreUnavailable as error:
            _log.warning("generation %s is left on its server: %s", files.name, error)
            return
    shutil.rmtree(files.directory, ignore_errors=True)


def _flush_tree(directory: Path) -> None:
    for folder, _, names in os.walk(directory):
        for name in names:
            _flush(Path(folder) / name)
        _flush(Path(folder))


def _flush(path: Path) -> None:
    """Have the disk keep what was written, through a loss of power."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
