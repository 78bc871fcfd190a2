"""A PostgreSQL server of our own on this machine, for the tests that need one.

It is started from Debian's binaries (package ``postgresql``), listens on 127.0.0.1 alone, asks for
a password, and forgets everything at the end.
"""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

import psycopg
import pytest
from psycopg import sql

from tests.chroma_server import free_port

PERSON = "policylots"
UNPRIVILEGED = "postgres"
"""Who runs the server where the tests run as root, which PostgreSQL refuses."""

# A test server may lose everything when the machine stops.
_QUICK = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class Server(NamedTuple):
    """A running server."""

    port: int
    password: str

    def address(self, database: str) -> str:
        return f"postgresql://{PERSON}:{quote(self.password)}@127.0.0.1:{self.port}/{database}"

    def new_database(self, like: str | None = None) -> str:
        """The address of a new database: empty, or a copy of the one at an address, to which nobody
        may be connected.
        """
        name = f"test_{secrets.token_hex(8)}"
        copied = "template1" if like is None else like.rpartition("/")[2]
        create = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(create.format(sql.Identifier(name), sql.Identifier(copied)))
        return self.address(name)

    def end_connections(self, address: str) -> None:
        """Cut everybody off a database, as a restart of the server would."""
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
                [address.rpartition("/")[2]],
            )


@contextmanager
def serving() -> Iterator[Server]:
    """A server; the test is skipped where PostgreSQL is not installed, and fails there in CI."""
    binaries = _binaries()
    # Not pytest's folders: those are closed to the server's user.
    folder = Path(tempfile.mkdtemp(prefix="policylots-postgres-"))
    try:
        with _running(binaries, folder) as server:
            yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _binaries() -> Path:
    """The folder of the newest installed server's programs."""
    debian = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    found = sorted(debian, key=lambda path: float(path.parts[-3]))
    on_path = shutil.which("initdb")
    if found or on_path:
        return (found[-1] if found else Path(str(on_path)).resolve()).parent
    missing = "PostgreSQL is not installed: NOTHING of it is tested (apt-get install postgresql)"
    if os.environ.get("CI") == "true":
        pytest.fail(missing)
    warnings.warn(missing, stacklevel=1)
    pytest.skip(missing)


@contextmanager
def _running(binaries: Path, folder: Path) -> Iterator[Server]:
    server = Server(free_port(), secrets.token_urlsafe(12))
    identity = _identity()
    data, password = folder / "data", folder / "password"
    password.write_text(server.password, "ascii")
    if identity:
        for path in (folder, password):
            shutil.chown(path, UNPRIVILEGED)
    make = [f"{binaries}/initdb", f"--pgdata={data}", f"--username={PERSON}"]
    make += [f"--pwfile={password}", "--auth=scram-sha-256", "--encoding=UTF8", "--no-locale"]
    made = subprocess.run(make, capture_output=True, text=True, check=False, cwd=folder, **identity)
    assert made.returncode == 0, made.stderr
    settings = {"port": str(server.port), "listen_addresses": "127.0.0.1", **_QUICK}
    settings["unix_socket_directories"] = ""
    command = [f"{binaries}/postgres", f"-D{data}"]
    command += [f"--{name}={value}" for name, value in settings.items()]
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(command, stdout=log, stderr=log, cwd=folder, **identity) as process,
    ):
        try:
            _wait_for(server, process, folder / "log")
            yield server
        finally:
            # "Fast shutdown"; SIGTERM would wait for everybody to leave
            # (https://www.postgresql.org/docs/current/server-shutdown.html).
            process.send_signal(signal.SIGINT)


def _identity() -> dict[str, Any]:
    """Whom a process is to run as, other than root."""
    if os.geteuid() != 0:
        return {}
    person = pwd.getpwnam(UNPRIVILEGED)
    return {"user": person.pw_uid, "group": person.pw_gid, "extra_groups": []}


def _wait_for(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            psycopg.connect(server.address("postgres"), connect_timeout=2).close()
        except psycopg.OperationalError:
            told = log.read_text("utf-8", "replace")
            assert process.poll() is None, f"PostgreSQL ended: {told}"
            assert time.monotonic() < deadline, f"PostgreSQL does not answer: {told}"
            time.sleep(0.05)
        else:
            return
