"""What every command works with: the two streams, the language, and the application."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

import typer
from rich.console import Console

from bot.app import Application
from knowledge.texts.catalogue import say

if TYPE_CHECKING:
    from pydantic import BaseModel

    from bot.channels.terminal.desk import Desk
    from bot.channels.terminal.progress import IndexingBar
    from bot.settings import BotSettings

LOG_FILE = "policylots.log"

WIDTH_IN_FILES = 160
"""Characters of a table's lines where there is no terminal to fit into."""


class Session:
    """One run of the command. Settings and application are loaded when first needed; ``command``
    is the name of what runs, None before that is known.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.command: str | None = None
        is_terminal = sys.stdout.isatty()
        width = None if is_terminal else WIDTH_IN_FILES
        self.out = Console(force_terminal=is_terminal, highlight=False, width=width)
        self.err = Console(stderr=True, force_terminal=sys.stderr.isatty(), highlight=False)

    def say(self, key: str, **details: str | int) -> str:
        """The catalogue's text in the language of the interface."""
        return say(key, self.language, **details)

    def show(self, text: str) -> None:
        """A line of results."""
        self.out.print(text, markup=False, soft_wrap=True)

    def show_text(self, key: str, **details: str | int) -> None:
        """A text of the catalogue as a line of results."""
        self.show(self.say(key, **details))

    def tell(self, text: str) -> None:
        """A line on the error stream, beside the results."""
        self.err.print(text, markup=False, soft_wrap=True)

    @property
    def is_interactive(self) -> bool:
        """Whether somebody sits there who can be asked."""
        return sys.stdin.isatty()

    def ask(self, question: str) -> str:
        """What somebody types, without the blanks around it. Raises Abort at the end of input."""
        try:
            return self.err.input(f"{question}: ", markup=False).strip()
        except EOFError as error:
            raise typer.Abort from error

    def confirms(self, question: str) -> bool:
        """Whether somebody says yes; whatever else they type is a no."""
        typed = self.ask(f"{question} [{self.say('confirm-choices')}]")
        return typed.casefold() in ("j", "ja", "y", "yes")

    def write(self, line: str) -> None:
        """A line of results for other programs, at once."""
        self.out.file.write(f"{line}\n")
        self.out.file.flush()

    def write_rows(self, rows: Sequence[BaseModel]) -> None:
        """Rows for other programs: a JSON list with a row a line."""
        body = ",\n".join(f"  {row.model_dump_json()}" for row in rows)
        self.write(f"[\n{body}\n]" if rows else "[]")

    @cached_property
    def settings(self) -> BotSettings:
        """The settings; from now on warnings go to the log. Raises UnusableSetting."""
        from bot.settings import load_settings

        settings = load_settings()
        logging.getLogger().addHandler(_log_handler(settings))
        return settings

    @cached_property
    def application(self) -> Application:
        """The services. Raises UnusableSetting."""
        return Application(self.settings, self._first_index)

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """What is needed for activities. Raises UnusableSetting and StorageUnavailable."""
        from bot.channels.terminal.desk import Desk

        with self.application.records() as records:
            yield Desk(records, self.settings.home_municipality)

    @contextmanager
    def _first_index(self) -> Iterator[IndexingBar]:
        from bot.channels.terminal.progress import IndexingBar

        self.tell(self.say("indexing-first"))
        with IndexingBar(self.err, self.language) as bar:
            yield bar


def session_of(context: typer.Context) -> Session:
    """The session that a command runs in."""
    session = context.obj
    if not isinstance(session, Session):
        raise TypeError("a command runs in a Session")
    session.command = context.command_path
    return session


def _log_handler(settings: BotSettings) -> logging.Handler:
    """The log in the data directory; nothing where that cannot be written."""
    try:
        settings.policylots_home.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = logging.FileHandler(
            settings.policylots_home / LOG_FILE, encoding="utf-8", delay=True
        )
    except OSError:
        return logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    return handler
