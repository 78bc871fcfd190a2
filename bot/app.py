"""The composition root: settings to services. Heavy parts are loaded by the first who need them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, TypeVar

from knowledge.errors import IndexMissing

if TYPE_CHECKING:
    from pathlib import Path

    from bot.services.asking import Asking
    from bot.services.channel import ChannelServices
    from bot.services.evaluation import Evaluator
    from bot.services.index_in_use import IndexInUse
    from bot.services.indexing import IndexingProgress, IndexingReport
    from bot.services.records import Records
    from bot.services.reminders.limits import Limits
    from bot.services.retention import Kept
    from bot.settings import BotSettings
    from bot.storage.backup import BackupReport
    from bot.storage.database import Database
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

    @contextmanager
    def services(self) -> Iterator[ChannelServices]:
        """What channels work with, until the block ends. Raises as ``asking``, and
        StorageUnavailable and UnusableSetting for the database.
        """
        from bot.services.activities.kinds import load_kinds
        from bot.services.channel import ChannelServices

        settings = self._settings
        index = self._index_in_use()
        index.get().asking.warm_up()
        with self._database() as database:
            yield ChannelServices(
                index,
                database,
                load_kinds(settings.activity_kinds_file),
                self.kept,
                lambda: datetime.now(UTC),
                log_questions=settings.log_questions,
                limits=self.limits,
            )

    @contextmanager
    def records(self) -> Iterator[Records]:
        """What was logged, beside the documents without their model, until the block ends.

        Raises StorageUnavailable and UnusableSetting; the documents are opened when needed.
        """
        from bot.services.activities.kinds import load_kinds
        from bot.services.documents_in_use import DocumentsAlone
        from bot.services.records import Records
        from knowledge.generations import Generations

        documents = DocumentsAlone(
            lambda: Generations(self._settings.policylots_home).current_name(), self.catalog
        )
        with self._database() as database:
            yield Records(
                documents,
                database,
                load_kinds(self._settings.activity_kinds_file),
                lambda: datetime.now(UTC),
                self.limits,
            )

    @property
    def limits(self) -> Limits:
        """When and to how many the settings let reminders be sent."""
        from bot.services.reminders.limits import Limits

        settings = self._settings
        return Limits(
            opens=time.fromisoformat(settings.sending_from),
            closes=time.fromisoformat(settings.sending_until),
            second_yes_from=settings.broadcast_second_yes_from,
            a_day=settings.broadcast_daily_limit,
        )

    @property
    def kept(self) -> Kept:
        """How long the settings have things kept."""
        from bot.services.retention import Kept

        settings = self._settings
        days = timedelta(days=settings.question_retention_days)
        return Kept(days, settings.activity_retention_years)

    def back_up(self, path: Path) -> BackupReport:
        """Back the database up into a file, while others use it. Raises as
        ``bot.storage.backup.back_up``.
        """
        with self._database() as database:
            return database.backup(path)

    def restore(self, path: Path) -> BackupReport:
        """Fill the database, which must be empty, with a backup. Raises as
        ``bot.storage.backup.restore``, and UnusableSetting.
        """
        from bot.storage.backup import restore
        from bot.storage.connections import read_address

        with self._usable_address():
            read_address(self.database_address)
        return restore(path, self.database_address)

    @property
    def database_address(self) -> str:
        """The URL of the database, with its secrets: that of the settings, else SQLite's file."""
        from bot.storage.database import file_address

        settings = self._settings
        return settings.secret("database_url") or file_address(settings.policylots_home)

    @contextmanager
    def _database(self) -> Iterator[Database]:
        from bot.storage.database import open_database

        with self._usable_address():
            database = open_database(self.database_address)
        with closing(database):
            yield database

    @contextmanager
    def _usable_address(self) -> Iterator[None]:
        from bot.settings import UnusableSetting

        try:
            yield
        except ValueError as error:
            raise UnusableSetting(
                "database_url", name="DATABASE_URL", reason="reason-setting-database_url"
            ) from error

    def _index_in_use(self) -> IndexInUse:
        from bot.services.index_in_use import IndexInUse, OpenIndex
        from knowledge.conversation import open_follow_ups
        from knowledge.generations import Generations

        def published() -> str | None:
            return Generations(self._settings.policylots_home).current_name()

        def opened() -> OpenIndex:
            name, asking = published(), self.asking()
            return OpenIndex(
                name or published() or "",
                asking,
                open_follow_ups(asking.municipalities),
                asking.catalog,
            )

        return IndexInUse(published, opened)

    def _indexed(self, opened: Callable[[], Opened]) -> Opened:
        try:
            return opened()
        except IndexMissing:
            with self._on_first_index() as progress:
                self.index((), progress)
            return opened()
