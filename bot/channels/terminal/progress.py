"""Progress of long work on the error stream."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from knowledge.texts.catalogue import say


def progress_bar(console: Console) -> Progress:
    """A bar with its words, count and time."""
    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
    )


class IndexingBar:
    """One bar a phase of indexing; it is what an indexer tells its progress."""

    def __init__(self, console: Console, language: str) -> None:
        self._progress = progress_bar(console)
        self._language = language
        self._phase = ""

    def __enter__(self) -> IndexingBar:
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()

    def __call__(self, phase: str, done: int, total: int) -> None:
        """``done`` of ``total`` steps of ``phase`` are behind."""
        if phase != self._phase:
            self._phase = phase
            self._task = self._progress.add_task(say(f"phase-{phase}", self._language))
        self._progress.update(self._task, completed=done, total=total)
