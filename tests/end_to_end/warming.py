"""A process that has loaded what every start of the assistant loads, and forks itself for each.

Loading takes some ten seconds of the processor, which is most of what a test of a command would
take. A fork is a process like any other: it has its own environment, folder and streams, gets
signals, and can be killed. All of them end with the one who holds its standard input open.

Usage: python -m tests.end_to_end.warming SOCKET
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import runpy
import signal
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Thread
from typing import NamedTuple

SLOW = (
    *("sentence_transformers", "chromadb", "knowledge.opening"),
    *("bot.channels.slack.serving", "bot.channels.terminal.entry", "bot.storage.database"),
)

LONGEST = 1 << 20
"""Bytes of a request."""


class Request(NamedTuple):
    """``module`` is run as ``python -m`` does; None for ``policylots`` itself."""

    module: str | None
    arguments: list[str]
    environment: dict[str, str]
    folder: str


def serve(path: Path) -> tuple[Request, Sequence[int]]:
    """Fork for each connection, until ended. Comes back in each fork: with what it is to run, and
    its standard streams.
    """
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listening:
        listening.bind(str(path))
        listening.listen(64)
        while True:
            connection, _ = listening.accept()
            told, streams, _, _ = socket.recv_fds(connection, LONGEST, 3)
            pid = os.fork()
            if pid == 0:
                connection.close()
                return Request(*json.loads(told)), streams
            for each in streams:
                os.close(each)
            connection.send(str(pid).encode())
            Thread(target=_tell_end, args=(pid, connection), daemon=True).start()


def _tell_end(pid: int, connection: socket.socket) -> None:
    """Say how the process ended, as ``subprocess`` numbers it."""
    _, status = os.waitpid(pid, 0)
    with connection:
        connection.send(str(os.waitstatus_to_exitcode(status)).encode())


def become(request: Request, streams: Sequence[int]) -> None:
    """Go on as a new interpreter would that was told to run this."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    sys.stdin = os.fdopen(0, encoding="utf-8")
    sys.stdout = os.fdopen(1, "w", encoding="utf-8")
    sys.stderr = os.fdopen(2, "w", 1, encoding="utf-8", errors="backslashreplace")
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.clear()
    os.environ.update(request.environment)
    os.chdir(request.folder)
    sys.argv = ["policylots", *request.arguments]
    if request.module is None:
        from bot.channels.terminal import main

        main()
    else:
        runpy.run_module(request.module, run_name="__main__")


def end_with_tests() -> None:
    """Take all forks along, whatever ended the tests: this process leads a group of its own."""
    os.read(sys.stdin.fileno(), 1)
    os.killpg(0, signal.SIGKILL)


def load() -> None:
    """What is slow to load, which most of the assistant's own modules leave until it is needed. At
    its end no fork goes through all of it for what could be freed
    (https://docs.python.org/3/library/gc.html#gc.freeze).
    """
    for name in SLOW:
        importlib.import_module(name)
    gc.freeze()


if __name__ == "__main__":
    Thread(target=end_with_tests, daemon=True).start()
    load()
    become(*serve(Path(sys.argv[1])))
