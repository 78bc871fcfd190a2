"""A terminal in this process, over the five documents and a database in memory."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

import pytest
import typer
from rich.console import Console
from typer.core import TyperGroup

from bot.channels.terminal import entry
from bot.channels.terminal.desk import Desk
from bot.channels.terminal.help_texts import localised
from bot.channels.terminal.session import Session
from bot.domain.activities.activity import Activity
from bot.domain.activities.units import Unit, UnitKind
from bot.services.activities.kinds import load_kinds
from bot.services.documents_in_use import DocumentsAlone
from bot.services.records import Records
from knowledge.catalog import SqliteCatalog, write_catalog
from tests.fakes.storage import FakeDatabase
from tests.unit.bot.services.asked import TickingClock
from tests.unit.indexer.made import FIVE, shipped

TEXT = "Studiebesök från Radviliskis 3-5 maj, 12 elever, EU-projekt, 45 000 kr Erasmus+"


class Terminal(Session):
    """A session whose person types ``answers``; without any, nobody sits there."""

    def __init__(self, records: Records, language: str = "sv") -> None:
        super().__init__(language)
        self.answers: list[str] | None = None
        self.records = records
        self.home: str | None = None
        self.shown = io.StringIO()
        self.told = io.StringIO()
        self.out = Console(file=self.shown, width=160, highlight=False)
        self.err = Console(file=self.told, width=160, highlight=False)

    @property
    def is_interactive(self) -> bool:
        return self.answers is not None

    def ask(self, question: str) -> str:
        self.told.write(f"{question}\n")
        if not self.answers:
            raise typer.Abort
        return self.answers.pop(0)

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        yield Desk(self.records, self.home, login="anna")


Run = Callable[..., int]


@cache
def _commands(language: str) -> TyperGroup:
    """Made once for all tests, since that takes longer than most commands do."""
    return localised(entry.commands(), language)


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> SqliteCatalog:
    path = tmp_path_factory.mktemp("catalog") / "catalog"
    write_catalog(path, map(shipped, FIVE))
    return SqliteCatalog(path)


@pytest.fixture
def terminal(catalog: SqliteCatalog) -> Terminal:
    database = FakeDatabase()
    names = {"ks": "Kommunstyrelsen", "gym": "Västerhöjdsgymnasiet"}
    units = [
        Unit(id=each, municipality="Skövde", name=name, kind=UnitKind.OTHER)
        for each, name in names.items()
    ]
    database.units.replace("Skövde", units)
    documents = DocumentsAlone(lambda: "one", lambda: catalog)
    return Terminal(Records(documents, database, load_kinds(None), TickingClock()))


@pytest.fixture
def run(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command; the answers are what somebody types."""

    def running(*arguments: str, answers: list[str] | None = None) -> int:
        terminal.answers = answers
        for stream in (terminal.shown, terminal.told):
            stream.truncate(0)
            stream.seek(0)
        monkeypatch.setattr(entry, "Session", lambda language: terminal)
        monkeypatch.setattr(entry, "localised", lambda _, language: _commands(language))
        return entry.run(arguments, {})

    return running


def only(terminal: Terminal) -> Activity:
    found = terminal.records.storage.activities.find(1)
    assert found is not None
    return found


def nothing_is_stored(terminal: Terminal) -> bool:
    return terminal.records.storage.activities.find(1) is None


def logged(run: Run, *options: str) -> None:
    assert run("log", TEXT, "-m", "skövde", "-u", "gym", "--yes", *options) == 0
