"""Starts of the assistant in processes that need not load its libraries first."""

from __future__ import annotations

import atexit
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from time import monotonic, sleep
from typing import IO

from tests.end_to_end.warming import Request

WARMING = 180.0
"""Seconds for the loading on a busy machine."""


class Process:
    """A started one; as far as it goes, what ``subprocess.Popen`` is."""

    def __init__(self, request: Request, streams: Sequence[int]) -> None:
        self._connection = _connected()
        socket.send_fds(self._connection, [json.dumps(request).encode()], streams)
        self.pid = int(self._connection.recv(64))
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """The exit code, if it has ended."""
        if self.returncode is None and self._is_told(0):
            self.wait()
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """The exit code, once it has ended. Raises subprocess.TimeoutExpired."""
        if self.returncode is None:
            if not self._is_told(timeout):
                raise subprocess.TimeoutExpired(["policylots"], timeout or 0)
            self.returncode = int(self._connection.recv(64))
            self._connection.close()
        return self.returncode

    def terminate(self) -> None:
        """SIGTERM."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """SIGKILL."""
        self.send_signal(signal.SIGKILL)

    def send_signal(self, number: int) -> None:
        """A signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def _is_told(self, timeout: float | None) -> bool:
        return bool(select.select([self._connection], [], [], timeout)[0])


def start(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    folder: Path,
    out: IO[bytes],
    error: IO[bytes],
    stdin: IO[bytes] | None = None,
    module: str | None = None,
) -> Process:
    """Start ``policylots``, or a module, with these arguments."""
    request = Request(module, list(arguments), dict(environment), str(folder))
    with Path(os.devnull).open("rb") as nothing:
        given = nothing if stdin is None else stdin
        return Process(request, [given.fileno(), out.fileno(), error.fileno()])


def run(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    folder: Path,
    stdin: str = "",
    module: str | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run ``policylots``, or a module, with these arguments to its end."""
    with (
        tempfile.TemporaryFile() as given,
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as error,
    ):
        given.write(stdin.encode())
        given.seek(0)
        code = start(arguments, environment, folder, out, error, given, module).wait()
        return subprocess.CompletedProcess(list(arguments), code, _read(out), _read(error))


def _read(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode()


def _connected() -> socket.socket:
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    connection.connect(str(_warm()))
    return connection


@lru_cache(maxsize=1)
def _warm() -> Path:
    """The socket of the process that has loaded them: one for each that runs tests."""
    folder = tempfile.TemporaryDirectory(prefix="policylots-warm-")
    path = Path(folder.name) / "socket"
    command = [sys.executable, "-m", "tests.end_to_end.warming", str(path)]
    environment = {**os.environ, "HF_HUB_OFFLINE": "1", "LANG": "C.UTF-8"}
    warming = subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, start_new_session=True
    )
    atexit.register(folder.cleanup)
    until = monotonic() + WARMING
    while not path.exists():
        assert warming.poll() is None, "what was to load the libraries has ended"
        assert monotonic() < until, "the libraries are not loaded yet"
        sleep(0.05)
    return path
