"""Inside the namespace: local-slack, the front and the assistant, until one ends or Ctrl-C."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

from tools.slack_local.front import Front

WORKSPACE = Path(__file__).with_name("workspace.json")
PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")
"""Where they are set, Slack's library uses them even for this machine; here none can be reached."""

SAMPLE = Path(__file__).parents[2] / "docs" / "examples"
CONTACTS = Path(__file__).with_name("kontakter.csv")
"""The workspace's people as contacts."""

_IMPORTS = (
    ("Örebro", "units", "import", "--yes", str(SAMPLE / "orebro-enheter.csv")),
    ("Örebro", "import", str(SAMPLE / "orebro-2025.csv"), "--yes"),
    ("Örebro", "import", str(SAMPLE / "orebro-2026.csv"), "--yes"),
    ("Örebro", "agreements", "import", str(SAMPLE / "orebro-avtal.csv"), "--yes"),
    ("Skövde", "units", "import", "--yes", str(SAMPLE / "skovde-enheter.csv")),
    ("Skövde", "import", str(SAMPLE / "skovde-2025.csv"), "--yes"),
    ("Skövde", "import", str(SAMPLE / "skovde-2026.csv"), "--yes"),
    ("Skövde", "contacts", "import", str(CONTACTS), "--yes"),
)
"""Units, two years of made-up activities, agreements and contacts, so that there is something to
list, to report and to remind of: the municipality, and the command.
"""

STARTING_SECONDS = 20
STOPPING_SECONDS = 20

READY = """Policylotsen in a Slack look-alike: http://127.0.0.1:{port}

  Write "@policylotsen Vem beslutar om vänortsavtal?" in #internationellt, or "/lots hjälp".
  "/logga Studiebesök från Kolding 3-5 maj, 12 elever" opens the form of an activity, "/aktiviteter"
  lists made-up ones of Örebro and Skövde, and as Ali "/rapport Örebro 2026" reports on a year.
  As Ali "/paminn" composes a broadcast, "/paminn status" tells what came of it, and "/kalender"
  shows what the documents say is due; "/kontakter" and "/avtal Örebro" list who and what there is.
  Nothing is sent on Saturdays, Sundays and holidays.
  "Act as" at the top chooses who you are: Eva and Sam ask, Ali is the coordinator, Greta a guest.
  Under "Direct messages" stand the assistant's conversations with each of them, under "Apps" its
  Home tab.
  Not here: the message menu, suggested questions, and the question before a button is taken as
  pressed. What is "only visible to you" is visible to whoever you act as.

Ctrl-C ends it; nothing of it is kept."""


async def run(local_slack: str, listener: socket.socket, port: int, bot: Sequence[str]) -> int:
    """Run it all; the exit code of what ended by itself, 0 if it was ended."""
    ended = asyncio.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(each, ended.set)
    with tempfile.TemporaryDirectory(prefix="slack-local-") as folder:
        arguments = ["--config", str(WORKSPACE), "--port", str(port), "--files-dir", folder]
        async with contextlib.AsyncExitStack() as stack:
            slack = await stack.enter_async_context(_started([local_slack, *arguments], {}, True))
            await _answering(port)
            front = await stack.enter_async_context(_served(port))
            await stack.enter_async_context(_forwarded(listener, port + 1))
            settings = _settings(port, folder)
            await _fill(bot[0], settings)
            assistant = await stack.enter_async_context(_started(bot, settings))
            telling = asyncio.create_task(_told(front, port))
            try:
                return await _first_of(ended, slack, assistant)
            finally:
                telling.cancel()


async def _fill(policylots: str, settings: dict[str, str]) -> None:
    """Import what is made up; without it the rest works all the same."""
    _say("The assistant is starting; the first time it makes its index, which takes some minutes.")
    for municipality, *arguments in _IMPORTS:
        command = (policylots, *arguments, "--municipality", municipality)
        async with _started(command, settings, is_quiet=True) as process:
            await process.wait()


async def _told(front: Front, port: int) -> None:
    await front.is_listening.wait()
    _say(READY.format(port=port))


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _settings(port: int, folder: str) -> dict[str, str]:
    """The assistant's environment: it finds this Slack, and its database goes with the folder."""
    workspace = json.loads(WORKSPACE.read_text("utf-8"))
    return {
        "SLACK_BOT_TOKEN": workspace["app"]["botToken"],
        "SLACK_APP_TOKEN": workspace["app"]["appToken"],
        "SLACK_API_URL": f"http://localhost:{port + 1}/api/",
        "SLACK_COORDINATOR_CHANNEL": "C02SAMORDNARE",
        "SLACK_COORDINATOR_GROUP": "S01SAMORDNARE",
        "HOME_MUNICIPALITY": "Skövde",
        # Whoever tries it out in the evening wants to see what is sent; on a day off it waits.
        "SENDING_FROM": "00:00",
        "SENDING_UNTIL": "23:59",
        "DATABASE_URL": f"sqlite:///{folder}/policylotsen.sqlite3",
        "HF_HUB_OFFLINE": "1",
        **dict.fromkeys(PROXIES, ""),
    }


@contextlib.asynccontextmanager
async def _started(
    command: Sequence[str], settings: dict[str, str], is_quiet: bool = False
) -> AsyncIterator[Process]:
    """A process in a session of its own, so that Ctrl-C reaches it through us, in order."""
    process = await asyncio.create_subprocess_exec(
        *command,
        env={**os.environ, **settings},
        stdout=DEVNULL if is_quiet else None,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        await _stopped(process)


async def _stopped(process: Process) -> None:
    if process.returncode is None:
        process.terminate()
    try:
        await asyncio.wait_for(process.wait(), STOPPING_SECONDS)
    except TimeoutError:
        process.kill()
        await process.wait()


async def _answering(port: int) -> None:
    async with asyncio.timeout(STARTING_SECONDS):
        while True:
            try:
                _reader, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.1)
            else:
                writer.close()
                return


@contextlib.asynccontextmanager
async def _served(port: int) -> AsyncIterator[Front]:
    """The front, on the port after local-slack's."""
    workspace = json.loads(WORKSPACE.read_text("utf-8"))
    front = Front(workspace, f"http://localhost:{port + 1}", f"http://localhost:{port}")
    runner = await front.start("127.0.0.1", port + 1)
    try:
        yield front
    finally:
        await runner.cleanup()


@contextlib.asynccontextmanager
async def _forwarded(listener: socket.socket, port: int) -> AsyncIterator[None]:
    """Who connects from outside the namespace speaks to ``port`` inside."""

    async def forward(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", port)
        await asyncio.gather(_copied(reader, back), _copied(there, writer))

    server = await asyncio.start_server(forward, sock=listener)
    try:
        yield
    finally:
        server.close()


async def _copied(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    writer.close()


async def _first_of(ended: asyncio.Event, *processes: Process) -> int:
    asked = asyncio.create_task(ended.wait())
    running = [asyncio.create_task(process.wait()) for process in processes]
    await asyncio.wait((asked, *running), return_when=asyncio.FIRST_COMPLETED)
    codes = [task.result() for task in running if task.done()]
    for task in (asked, *running):
        task.cancel()
    return 0 if ended.is_set() else codes[0]


def main() -> None:
    """Arguments: local-slack's program, the listening socket's descriptor, the port, the bot."""
    local_slack, descriptor, port, *bot = sys.argv[1:]
    subprocess.run(("ip", "link", "set", "lo", "up"), check=True)  # noqa: S607 - found by main
    listener = socket.socket(fileno=int(descriptor))
    sys.exit(asyncio.run(run(local_slack, listener, int(port), bot)))


if __name__ == "__main__":
    main()
