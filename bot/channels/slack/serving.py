"""The two ways in, Socket Mode and HTTP."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import ExitStack
from threading import Event
from types import FrameType

import uvicorn
from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.adapter.asgi import SlackRequestHandler
from slack_bolt.adapter.asgi.http_request import AsgiHttpRequest
from slack_bolt.adapter.asgi.utils import scope_type
from slack_bolt.adapter.socket_mode import SocketModeHandler
from tenacity import RetryError

from bot.app import Application
from bot.channels.slack.channel import Line, Told, attempts, open_channel
from bot.channels.slack.ending import told_to_end
from bot.channels.slack.errors import ChannelRefused
from bot.channels.slack.failures import failures
from bot.channels.slack.logs import configure
from bot.services.indexing import untold
from bot.settings import BotSettings, UnusableSetting, load_settings

_log = logging.getLogger(__name__)

PATH = "/slack/events"

PING_SECONDS = 2
"""Between looks at the connection. One that breaks off without a word is replaced after five looks
that fail; until then Slack cannot reach us. Bolt's own ten seconds make that a minute.
"""

SIGNED, OPENED = "slack_signing_secret", "slack_app_token"
"""What each way in cannot do without: who knows that there is no signing secret could sign."""


def serve(application: Application, settings: BotSettings, *, http: bool) -> None:
    """Serve until the process is told to end (SIGTERM or SIGINT), then finish what is under way.

    Raises UnusableSetting, and all that opening the index and the database raises.
    """
    settings.needed(SIGNED if http else OPENED)
    configure(settings.secrets())
    line = Line()
    stopping = told_to_end(lambda: line.is_loaded)
    try:
        with open_channel(application, settings, line, stopping) as app:
            if http:
                _serve_http(app, settings, line, stopping)
            else:
                _serve_sockets(app, settings.needed(OPENED), line, stopping)
    except Told:
        _log.info("told to end before Slack was reached")


def asgi() -> Endpoint:
    """For any ASGI server: ``uvicorn --factory bot.channels.slack.serving:asgi``."""
    settings = load_settings()
    settings.needed(SIGNED)
    configure(settings.secrets())
    stack, line = ExitStack(), Line(is_open=True)
    application = Application(settings, untold)
    app = stack.enter_context(open_channel(application, settings, line, Event()))
    return Endpoint(app, stack.close)


class Endpoint(SlackRequestHandler):
    """Bolt behind an ASGI server. Requests are taken in by threads, since that waits for the
    database; ``close`` is called when the server ends.
    """

    def __init__(self, app: App, close: Callable[[], None]) -> None:
        super().__init__(app, PATH)
        self._close = close

    async def dispatch(self, request: AsgiHttpRequest) -> BoltResponse:
        """Hand a request to Bolt."""
        body = await request.get_raw_body()
        bolt = BoltRequest(body=body, query=request.query_string, headers=request.get_headers())
        return await asyncio.to_thread(self.app.dispatch, bolt)

    async def __call__(
        self, scope: scope_type, receive: Callable[..., object], send: Callable[..., object]
    ) -> None:
        """One connection (https://asgi.readthedocs.io/en/latest/specs/main.html)."""
        await super().__call__(scope, receive, send)
        if scope["type"] == "lifespan":
            await asyncio.to_thread(self._close)


class _Server(uvicorn.Server):
    """Takes the signals while it runs, and hands them on."""

    def __init__(self, config: uvicorn.Config, stopping: Event) -> None:
        super().__init__(config)
        self._stopping = stopping

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._stopping.set()
        super().handle_exit(sig, frame)

    async def on_tick(self, counter: int) -> bool:
        """Whether to end; also for what was told before the signals were taken."""
        return await super().on_tick(counter) or self._stopping.is_set()


def _serve_http(app: App, settings: BotSettings, line: Line, stopping: Event) -> None:
    if stopping.is_set():
        return
    line.is_open = True
    config = uvicorn.Config(
        Endpoint(app, lambda: None),
        host=settings.http_host,
        port=settings.http_port,
        log_config=None,
        access_log=False,
    )
    _Server(config, stopping).run()


def _serve_sockets(app: App, app_token: str, line: Line, stopping: Event) -> None:
    handler = SocketModeHandler(app, app_token, web_client=app.client, ping_interval=PING_SECONDS)
    try:
        for attempt in attempts(stopping):
            with attempt, failures():
                handler.connect()  # type: ignore[no-untyped-call]
    except RetryError as error:
        raise Told from error
    except ChannelRefused as error:
        raise UnusableSetting(
            f"apps.connections.open: {error.code}",
            name=OPENED.upper(),
            reason="reason-setting-token",
        ) from error
    line.is_open = True
    _log.info("connected to Slack")
    while not stopping.wait(1):
        line.is_open = handler.client.is_connected()
    handler.close()  # type: ignore[no-untyped-call]
