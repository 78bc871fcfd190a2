"""An app of slack-bolt and a bare socket, for what the fake Slack sends."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal

import pytest
from slack_bolt import App, BoltRequest
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient
from websockets.sync.client import ClientConnection, connect

from tests.fakes.slack import Channel, Person, SlackServer

Payload = dict[str, Any]
Mode = Literal["socket", "http"]

QUIET: Payload = {"unfurl_links": False, "unfurl_media": False}


def plain(text: str) -> Payload:
    return {"type": "plain_text", "text": text}


def form(title: str = "Registrera") -> Payload:
    element = {"type": "plain_text_input", "action_id": "text"}
    block = {"type": "input", "block_id": "what", "label": plain("Vad"), "element": element}
    return {
        "type": "modal",
        "callback_id": "form",
        "title": plain(title),
        "submit": plain("Spara"),
        "notify_on_close": True,
        "blocks": [block],
    }


def bolt_app(slack: SlackServer, heard: list[Payload]) -> App:
    """A small app that uses everything; ``heard`` is what came in."""
    client = WebClient(slack.bot_token, base_url=slack.api_url)
    app = App(client=client, signing_secret=slack.signing_secret)
    listen_to_events(app, heard)
    listen_to_interactions(app)
    listen_to_views(app)
    return app


def listen_to_events(app: App, heard: list[Payload]) -> None:
    @app.middleware
    def listen(body: Payload, next: Callable[[], None]) -> None:  # noqa: A002
        heard.append(body)
        next()

    @app.event("app_mention")
    def mentioned(event: Payload, say: Any) -> None:
        button = {"type": "button", "action_id": "open", "text": plain("Öppna"), "value": "1"}
        blocks = [{"type": "actions", "elements": [button]}]
        say(text="Hej", blocks=blocks, thread_ts=event["ts"], **QUIET)

    @app.event("message")
    @app.event("app_home_opened")
    def ignored() -> None: ...


def listen_to_interactions(app: App) -> None:
    @app.command("/lots")
    def command(ack: Any, command: Payload) -> None:
        if command["text"] == "block":
            ack(text="block", blocks=[{"type": "divider"}], response_type="in_channel")
        else:
            ack(f"ja: {command['text']}")

    @app.action("open")
    def opened(ack: Any, body: Payload, client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=form())

    @app.shortcut("note")
    def noted(ack: Any, respond: Any) -> None:
        ack()
        respond("Noterat")


def listen_to_views(app: App) -> None:
    @app.view("form")
    def submitted(ack: Any, view: Payload) -> None:
        text = view["state"]["values"]["what"]["text"]["value"]
        if text == "errors":
            ack(response_action="errors", errors={"what": "Skriv mer"})
        elif text in {"update", "push"}:
            ack(response_action=text, view=form(f"Efter {text}"))
        elif text == "clear":
            ack(response_action="clear")
        elif text == "invalid":
            ack(response_action="update", view={**form(), "title": plain("x" * 25)})
        else:
            ack()

    @app.view_closed("form")
    def closed(ack: Any) -> None:
        ack()


@contextmanager
def serving_http(slack: SlackServer, app: App) -> Iterator[None]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            headers: dict[str, Any] = {key: [value] for key, value in self.headers.items()}
            answer = app.dispatch(BoltRequest(body=body, headers=headers))
            self.send_response(answer.status)
            for name, values in answer.headers.items():
                self.send_header(name, values[0])
            self.end_headers()
            self.wfile.write((answer.body or "").encode())

        def log_message(self, format: str, *args: Any) -> None: ...  # noqa: A002

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    slack.request_url = f"http://127.0.0.1:{server.server_address[1]}/slack/events"
    yield
    server.shutdown()
    server.server_close()


@contextmanager
def serving_socket(slack: SlackServer, app: App) -> Iterator[None]:
    handler = SocketModeHandler(app, app_token=slack.app_token)
    handler.connect()  # type: ignore[no-untyped-call]
    slack.wait_until(lambda: slack.connections)
    yield

    def close() -> None:
        # The SDK's threads close the same socket, and whoever comes second finds none.
        with suppress(AttributeError):
            handler.close()  # type: ignore[no-untyped-call]

    # It takes the SDK seconds to stop its threads, which no test needs to wait for.
    threading.Thread(target=close, daemon=True).start()


@pytest.fixture(params=["socket", "http"])
def mode(request: pytest.FixtureRequest) -> Mode:
    chosen: Mode = request.param
    return chosen


@pytest.fixture
def heard() -> list[Payload]:
    return []


@pytest.fixture
def slack(mode: Mode, heard: list[Payload]) -> Iterator[SlackServer]:
    """With the app running."""
    with SlackServer(mode) as server:
        app = bolt_app(server, heard)
        with (serving_http if mode == "http" else serving_socket)(server, app):
            yield server


@pytest.fixture
def eva(slack: SlackServer) -> Person:
    return slack.add_person("Eva Ek")


@pytest.fixture
def channel(slack: SlackServer, eva: Person) -> Channel:
    return slack.add_channel("internationellt", members=[eva])


@contextmanager
def bare_socket(
    slack: SlackServer, hellos: list[Payload] | None = None
) -> Iterator[ClientConnection]:
    opened = WebClient(base_url=slack.api_url).apps_connections_open(app_token=slack.app_token)
    with connect(str(opened["url"])) as socket:
        hello = json.loads(socket.recv(5))
        if hellos is not None:
            hellos.append(hello)
        before = slack.connections
        slack.wait_until(lambda: slack.connections >= max(1, before))
        yield socket


def next_envelope(socket: ClientConnection, ack: Payload | None = None) -> Payload:
    """The next message, acknowledged at once, with this payload."""
    envelope: Payload = json.loads(socket.recv(5))
    payload = {"payload": ack} if ack else {}
    socket.send(json.dumps({"envelope_id": envelope["envelope_id"], **payload}))
    return envelope
