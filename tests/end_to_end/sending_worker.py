"""A process that has loaded all that sending needs, and forks a worker whenever it is told to.

Usage: python -m tests.end_to_end.sending_worker ADDRESS API_URL TOKEN FOLDER

Told ``start`` it says the new worker's id, told ``kill ID`` that it is dead, one line each. A
worker notes in FOLDER, in a file of its id, a mark for each thing it does: a kill leaves these.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from threading import Event
from typing import Any

from bot.channels.slack.blocks.fitting import Message
from bot.channels.slack.reminder_post import SlackReminderPost
from bot.domain.reminders.dispatch import Dispatch
from bot.domain.reminders.working_time import WorkingTime
from bot.services.reminders import pauses
from bot.services.reminders.ports import Arrived, Outgoing
from bot.services.reminders.sending import Sender, loading
from bot.services.reminders.sending_loop import SendingLoop
from bot.services.reminders.settling import Settler
from bot.storage.connections import Connections, read_address
from bot.storage.database import Database

LONGEST = timedelta(seconds=1)
"""How long a request may take: on this machine it is far less."""

LEASE = timedelta(seconds=1.5)
LONGEST_PAUSE = 0.2
FIRST_PAUSE = timedelta(milliseconds=40)
SENDERS = 3


class Mark(StrEnum):
    """What a worker notes."""

    BEGUN = "("
    ENDED = ")"
    FOUND = "f"
    NOT_FOUND = "n"


class Always(WorkingTime):
    """Every hour is working time."""

    def moved(self, local: datetime) -> datetime:
        return local


class NotingOutbox:
    """The outbox as a sender sees it, with a note of what was begun and what has ended."""

    def __init__(self, outbox: object, note: Callable[[Mark], None]) -> None:
        self._outbox = outbox
        self._note = note

    def __getattr__(self, name: str) -> Any:
        return getattr(self._outbox, name)

    def begin(self, *given: Any) -> bool:
        begun = bool(self.__getattr__("begin")(*given))
        if begun:
            self._note(Mark.BEGUN)
        return begun

    def sent(self, *given: Any) -> bool:
        return self._ended("sent", given)

    def failed(self, *given: Any) -> bool:
        return self._ended("failed", given)

    def in_doubt(self, *given: Any) -> bool:
        return self._ended("in_doubt", given)

    def not_sent(self, *given: Any) -> bool:
        return self._ended("not_sent", given)

    def _ended(self, name: str, given: tuple[Any, ...]) -> bool:
        ended = bool(getattr(self._outbox, name)(*given))
        self._note(Mark.ENDED)
        return ended


class NotingPost(SlackReminderPost):
    """With a note of what was looked for."""

    note: Callable[[Mark], None]

    def find(self, dispatch: Dispatch) -> Arrived | None:
        found = super().find(dispatch)
        self.note(Mark.FOUND if found else Mark.NOT_FOUND)
        return found


def render(outgoing: Outgoing) -> Message:
    assert outgoing.recipient is not None
    text = f"Hej {outgoing.recipient.name}"
    return Message(text, [{"type": "section", "text": {"type": "mrkdwn", "text": text}}])


def now() -> datetime:
    return datetime.now(UTC)


def work(address: str, api_url: str, token: str, notes: Path) -> None:
    """Send and settle until killed."""
    pauses.FIRST_PAUSE = FIRST_PAUSE
    file = os.open(notes, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def note(mark: Mark) -> None:
        os.write(file, mark.value.encode())

    database = Database(Connections(read_address(address)))
    post = NotingPost(token, api_url, render, longest=LONGEST)
    post.note = note
    sender = Sender(
        NotingOutbox(database.outbox, note),
        loading(database.occurrences),
        post,
        Always(frozenset()),
        now,
        lease=LEASE,
    )
    settler = Settler(database.outbox, post, now, lease=LEASE)
    loop = SendingLoop(
        sender, settler, database.outbox, now, senders=SENDERS, longest_pause=LONGEST_PAUSE
    )
    loop.start()
    Event().wait()


def fork(address: str, api_url: str, token: str, folder: Path) -> int:
    """The id of a new worker."""
    pid = os.fork()
    if pid == 0:
        try:
            work(address, api_url, token, folder / str(os.getpid()))
        finally:
            os._exit(1)
    return pid


def main() -> None:
    """Do what each line of the standard input says."""
    address, api_url, token, folder = sys.argv[1:]
    logging.basicConfig(level=logging.ERROR)
    for line in sys.stdin:
        if line.startswith("start"):
            answer = str(fork(address, api_url, token, Path(folder)))
        else:
            pid = int(line.split()[1])
            os.kill(pid, signal.SIGKILL)
            _, status = os.waitpid(pid, 0)
            answer = f"dead {os.WTERMSIG(status)}"
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
