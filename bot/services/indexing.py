"""The indexer as the bot knows it: by its entry point and what it reports, never by import."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol, cast

from knowledge.settings import KnowledgeSettings

GROUP, NAME = "policylots.indexer", "build"


class IndexingProgress(Protocol):
    """Told of each step; ``phase`` is "waiting", "reading", "embedding" or "words"."""

    def __call__(self, phase: str, done: int, total: int) -> None:
        """``done`` of ``total`` steps of the phase are behind."""


@contextmanager
def untold() -> Iterator[IndexingProgress]:
    """A progress that nobody is told of."""

    def step(phase: str, done: int, total: int) -> None:
        pass

    yield step


class LeftOut(Protocol):
    """A file that did not become a document; ``reason`` is a key of the catalogue of texts."""

    @property
    def path(self) -> str:
        """Where the file is."""

    @property
    def reason(self) -> str:
        """A key of the catalogue."""

    @property
    def details(self) -> dict[str, str]:
        """What fills its placeholders."""


class IndexingReport(Protocol):
    """What a run made; ``published`` is False when nothing had changed or nothing could be read."""

    @property
    def documents(self) -> int:
        """Documents in the index; 0 when none could be made."""

    @property
    def sections(self) -> int:
        """Their sections."""

    @property
    def passages(self) -> int:
        """Their passages."""

    @property
    def embedded(self) -> int:
        """Passages whose vectors were computed."""

    @property
    def reused(self) -> int:
        """Documents taken over unchanged."""

    @property
    def removed(self) -> tuple[str, ...]:
        """Ids of documents that are gone."""

    @property
    def left_out(self) -> Sequence[LeftOut]:
        """Files that did not become documents."""

    @property
    def skipped(self) -> int:
        """Files of kinds that are not read."""

    @property
    def seconds(self) -> float:
        """How long it took."""

    @property
    def published(self) -> bool:
        """Whether the index is a new one."""


class BuildIndex(Protocol):
    """Makes the index of the files and folders named, or of those indexed last.

    Raises ModelUnavailable and StoreUnavailable; the index before is then as it was.
    """

    def __call__(
        self, settings: KnowledgeSettings, paths: Sequence[Path], progress: IndexingProgress
    ) -> IndexingReport:
        """What the run made."""


def find_indexer() -> BuildIndex:
    """The installed indexer. Raises LookupError when there is none."""
    for found in entry_points(group=GROUP, name=NAME):
        return cast(BuildIndex, found.load())
    raise LookupError(f"no entry point {NAME!r} in {GROUP!r}")
