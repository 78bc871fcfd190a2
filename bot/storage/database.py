"""The database of the bot: opened once by the composition root, closed at the end."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, select

from bot.services.activities.ports import ActivityBook, UnitRegister
from bot.services.agreements.ports import AgreementBook
from bot.services.calendar.ports import CalendarBook
from bot.services.contacts.ports import ContactBook
from bot.services.ports import (
    DenialLog,
    FeedbackLog,
    HandOverBook,
    Inbox,
    PersonBook,
    QuestionLog,
    SettingsBook,
)
from bot.services.reminders.ports import BroadcastBook, OccurrenceBook, Outbox
from bot.storage import tables
from bot.storage.activities import SqlActivityBook
from bot.storage.agreements import SqlAgreementBook
from bot.storage.backup import BackupReport, back_up
from bot.storage.broadcasts import SqlBroadcastBook
from bot.storage.calendar import SqlCalendarBook
from bot.storage.connections import Connections, read_address
from bot.storage.contacts import SqlContactBook
from bot.storage.denials import SqlDenialLog
from bot.storage.hand_overs import SqlHandOverBook
from bot.storage.inbox import SqlInbox
from bot.storage.occurrences import SqlOccurrenceBook
from bot.storage.outbox import SqlOutbox
from bot.storage.people import SqlPersonBook
from bot.storage.questions import SqlFeedbackLog, SqlQuestionLog
from bot.storage.settings import SqlSettingsBook
from bot.storage.units import SqlUnitRegister
from bot.storage.upgrading import upgrade

FILE = "policylots.sqlite3"


class Database:
    """The ports of ``bot.services.ports`` over one database. Safe to share between threads."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self.inbox: Inbox = SqlInbox(connections)
        self.questions: QuestionLog = SqlQuestionLog(connections)
        self.feedback: FeedbackLog = SqlFeedbackLog(connections)
        self.hand_overs: HandOverBook = SqlHandOverBook(connections)
        self.settings: SettingsBook = SqlSettingsBook(connections)
        self.denials: DenialLog = SqlDenialLog(connections)
        self.people: PersonBook = SqlPersonBook(connections)
        self.activities: ActivityBook = SqlActivityBook(connections)
        self.units: UnitRegister = SqlUnitRegister(connections)
        self.contacts: ContactBook = SqlContactBook(connections)
        self.agreements: AgreementBook = SqlAgreementBook(connections)
        self.calendar: CalendarBook = SqlCalendarBook(connections)
        self.broadcasts: BroadcastBook = SqlBroadcastBook(connections)
        self.occurrences: OccurrenceBook = SqlOccurrenceBook(connections)
        self.outbox: Outbox = SqlOutbox(connections)

    def ping(self) -> None:
        """Read something. Raises StorageUnavailable."""
        with self._connections.reading() as connection:
            connection.execute(select(tables.inbox.c.key).limit(1))

    def backup(self, path: Path) -> BackupReport:
        """Write all of it into a file, as ``bot.storage.backup.back_up``."""
        return back_up(self._connections, path)

    def close(self) -> None:
        """Let go of all connections."""
        self._connections.close()


def open_database(url: str) -> Database:
    """The database at ``url`` (as ``read_address``), its tables made or brought up to date.

    Raises ValueError for an address that cannot be used, and StorageUnavailable.
    """
    connections = Connections(read_address(url))
    try:
        upgrade(connections)
    except BaseException:
        connections.close()
        raise
    return Database(connections)


def file_address(home: Path) -> str:
    """The address of the SQLite database in a data directory."""
    return URL.create("sqlite", database=str(home / FILE)).render_as_string()
