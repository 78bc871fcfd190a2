"""The composition root: settings to services. Heavy parts are loaded by the first who need them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, TypeVar

from knowledge.errors import IndexMissing

if TYPE_CHECKING:
    from pathlib import Path

    from bot.services.asking import Asking
    from bot.services.evaluation import Evaluator
    from bot.services.indexing import IndexingProgress, IndexingReport
    from bot.settings import BotSettings
    from knowledge.catalog import SqliteCatalog

Opened = TypeVar("Opened")


class Application:
    """The services over one index. On first use the index of the shipped documents is made.

    ``on_first_index`` opens what is told of that.
    """

    def __init__(
        self,
        settings: BotSettings,
        on_first_index: Callable[[], AbstractContextManager[IndexingProgress]],
    ) -> None:
        self._settings = settings
        self._on_first_index = on_first_index

    def catalog(self) -> SqliteCatalog:
        """The documents, without model and vectors. Raises IndexMismatch and StoreUnavailable."""
        from knowledge.catalog import open_catalog

        return self._indexed(lambda: open_catalog(self._settings))

    def asking(self) -> Asking:
        """Asking. Raises UnknownHome, IndexMismatch, ModelUnavailable and StoreUnavailable."""
        from bot.services.asking import Asking
        from knowledge.opening import open_answerer

        answerer = self._indexed(lambda: open_answerer(self._settings))
        return Asking(answerer, self._settings.home_municipality)

    def evaluator(self) -> Evaluator:
        """Evaluation. Raises IndexMismatch, ModelUnavailable and StoreUnavailable."""
        from bot.services.evaluation import Evaluator
        from knowledge.opening import open_answerer

        return Evaluator(self._indexed(lambda: open_answerer(self._settings)))

    def index(self, paths: Sequence[Path], progress: IndexingProgress) -> IndexingReport:
        """Index files and folders. Raises ModelUnavailable and StoreUnavailable."""
        from bot.services.indexing import find_indexer

        return find_indexer()(self._settings, paths, progress)

    def _indexed(self, opened: Callable[[], Opened]) -> Opened:
        try:
            return opened()
        except IndexMissing:
            with self._on_first_index() as progress:
                self.index((), progress)
            return opened()
