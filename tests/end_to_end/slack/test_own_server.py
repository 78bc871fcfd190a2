"""The assistant behind an ASGI server of one's own."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.chroma_server import free_port
from tests.end_to_end import warm
from tests.end_to_end.command import Run
from tests.end_to_end.slack.process import eventually
from tests.end_to_end.slack.test_starting import event, knock
from tests.end_to_end.slack.town import QUESTION, SENTENCE, Town
from tests.fakes.slack import SlackServer
from tests.fakes.slack.signing import signature_headers

FACTORY = "bot.channels.slack.serving:asgi"


@contextmanager
def serving(town: Town, folder: Path) -> Iterator[str]:
    """The address of uvicorn with our factory; it has ended politely after the block."""
    port = free_port()
    at = ["--host", "127.0.0.1", "--port", str(port)]
    log = folder / "uvicorn.log"
    with log.open("wb") as written:
        arguments = ["--factory", FACTORY, *at]
        environment = town.bot.environment
        process = warm.start(arguments, environment, folder, written, written, module="uvicorn")
    try:
        eventually(lambda: "Uvicorn running" in log.read_text("utf-8"), 120, log.read_text)
        yield f"http://127.0.0.1:{port}/slack/events"
        process.terminate()
        # uvicorn ends itself by the signal that it was sent.
        assert process.wait(60) in (0, -15), log.read_text()
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


def test_any_asgi_server_serves_the_factory(indexed: Run, home: Path, tmp_path: Path) -> None:
    with SlackServer(mode="http") as slack:
        town = Town(slack, home, tmp_path)
        with serving(town, tmp_path) as address:
            slack.request_url = address
            eva = town.person()
            assert SENTENCE in town.asks(eva, town.channel(eva), QUESTION).shown
            forged = signature_headers("guessed", event(town), time.time())
            assert knock(address, event(town), forged) == 401
            assert town.bot.rows("SELECT * FROM inbox WHERE key = 'EvFORGED'") == []
            town.quiet()
