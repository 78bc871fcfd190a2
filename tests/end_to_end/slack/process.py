"""``policylots slack`` in a process of its own, against the server that speaks Slack."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, TypeVar
from urllib.error import HTTPError
from urllib.request import urlopen

from tests.chroma_server import free_port
from tests.end_to_end import warm
from tests.end_to_end.command import environment
from tests.fakes.slack import SlackServer

STARTING = 300.0
"""Seconds for a start on a busy machine: libraries and model are loaded."""

T = TypeVar("T")


class Page(NamedTuple):
    status: int
    text: str


def eventually(found: Callable[[], T], within: float = 20.0, told: Callable[[], str] = str) -> T:
    """The first true value; raises AssertionError with what is ``told`` after so many seconds."""
    until = time.monotonic() + within
    while True:
        value = found()
        if value:
            return value
        if time.monotonic() > until:
            raise AssertionError(f"not within {within} s\n{told()}")
        time.sleep(0.02)


class Bot:
    """The process, of ``policylots slack`` or of a ``module`` that makes another of it. It may be
    started and ended any number of times over the same database.
    """

    def __init__(
        self,
        slack: SlackServer,
        home: Path,
        folder: Path,
        *,
        module: str | None = None,
        **settings: str,
    ) -> None:
        self._slack = slack
        self._home = home
        self._module = module
        self._settings = settings
        self.folder = folder
        self._database = folder / "bot.sqlite3"
        self.http_port = free_port()
        own = {
            "DATABASE_URL": f"sqlite:///{self._database}",
            "SLACK_API_URL": slack.api_url,
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_APP_TOKEN": slack.app_token,
            "SLACK_SIGNING_SECRET": slack.signing_secret,
            "HTTP_PORT": str(self.http_port),
            "HEALTH_PORT": "0",
            "HF_HUB_OFFLINE": "1",
        }
        self.environment = environment(home, **own | settings)
        self._log = folder / f"log-{self.http_port}.jsonl"
        self._began = 0
        self._process: warm.Process | None = None

    def __enter__(self) -> Bot:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.is_running:
            self.kill()

    def replica(self) -> Bot:
        """Another process with the same settings, over the same database."""
        return Bot(
            self._slack,
            self._home,
            self.folder,
            module=self._module,
            **self._settings,
        )

    # Beginning and end

    def start(self) -> Bot:
        """Returns when Slack can reach it."""
        self.launch()
        eventually(self._is_reached, STARTING, self.account)
        if self._slack.mode == "http":
            self._slack.request_url = self.request_url
        return self

    def launch(self) -> None:
        """Returns at once."""
        self._began = self._log.stat().st_size if self._log.exists() else 0
        with self._log.open("ab") as log:
            arguments = ["slack", *(["--http"] if self._slack.mode == "http" else [])]
            self._process = warm.start(
                arguments, self.environment, self.folder, log, log, module=self._module
            )

    def terminate(self) -> None:
        """SIGTERM."""
        self._running.terminate()

    def ended(self, within: float = 60.0) -> int:
        """The exit code, once it has ended."""
        return self._running.wait(within)

    def stop(self) -> int:
        """The exit code after SIGTERM."""
        self.terminate()
        return self.ended()

    def kill(self) -> None:
        """SIGKILL."""
        self._running.kill()
        self._running.wait()

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int:
        return self._running.pid

    @property
    def _running(self) -> warm.Process:
        assert self._process is not None
        return self._process

    def _is_reached(self) -> bool:
        assert self.is_running, self.account()
        return any(
            line.startswith(("connected to Slack", "Uvicorn running")) for line in self.told()
        )

    @property
    def request_url(self) -> str:
        return f"http://127.0.0.1:{self.http_port}/slack/events"

    # What it leaves

    def written(self) -> str:
        """All that it has written since its first start."""
        return self._log.read_text("utf-8")

    def log(self) -> list[dict[str, Any]]:
        """The entries of the last start. Raises ValueError for a line that is no JSON."""
        return [json.loads(line) for line in self._last().splitlines()]

    def told(self) -> list[str]:
        """The events of the entries."""
        return [str(entry["event"]) for entry in self.log()]

    def account(self) -> str:
        """The end of the log, for a test that failed."""
        return self._last()[-4000:]

    def _last(self) -> str:
        """Whole lines of the last start; the one being written is left out."""
        with self._log.open("rb") as log:
            log.seek(self._began)
            text = log.read().decode()
        return text if not self.is_running else text[: text.rfind("\n") + 1]

    def rows(self, statement: str, *values: object) -> list[dict[str, Any]]:
        """Rows of its database."""
        with closing(sqlite3.connect(self._database, timeout=20)) as connection:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute(statement, values)]

    def waiting(self) -> int:
        """Deliveries that it has not dealt with."""
        [row] = self.rows("SELECT count(*) AS number FROM inbox WHERE done_at IS NULL")
        return int(row["number"])

    @property
    def database(self) -> Path:
        return self._database

    def page(self, path: str) -> Page:
        """A page of its health server."""
        told = next(each for each in self.told() if each.startswith("health on port"))
        address = f"http://127.0.0.1:{told.rsplit(maxsplit=1)[-1]}{path}"
        try:
            with urlopen(address, timeout=20) as answer:
                return Page(answer.status, answer.read().decode())
        except HTTPError as error:
            return Page(error.code, error.read().decode())
