"""What the fake Slack sends: to slack-bolt in both modes, and frame by frame over a bare socket.

One module, for the app and the servers that every test of deliveries needs.
"""

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
from slack_sdk.signature import SignatureVerifier
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from tests.fakes.slack import ALL_SCOPES, Channel, Person, SlackServer

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


# The app in both modes


def test_a_mention_is_a_message_and_a_mention(
    slack: SlackServer, eva: Person, channel: Channel, heard: list[Payload]
) -> None:
    asked = eva.says(channel, f"<@{slack.bot_user_id}> Vem beslutar?")
    (answer,) = slack.wait_until(lambda: slack.thread(channel, asked.ts)[1:])
    slack.wait_for_answers()
    assert answer.text == "Hej"
    by_type = {body["event"]["type"]: body for body in heard}
    mention, message = by_type["app_mention"], by_type["message"]
    assert message["event"]["channel_type"] == "channel"
    assert "channel_type" not in mention["event"]
    assert mention["event"]["client_msg_id"] == asked.client_msg_id
    assert mention["event_id"] != message["event_id"]
    assert mention["authorizations"][0]["user_id"] == slack.bot_user_id
    assert mention["context_team_id"] == slack.team_id
    assert slack.violations == []


def test_a_reply_tells_its_thread(
    slack: SlackServer, eva: Person, channel: Channel, heard: list[Payload]
) -> None:
    asked = eva.says(channel, "Vem beslutar?")
    eva.says(channel, "Och i Skara?", thread_ts=asked.ts)
    slack.wait_until(lambda: len(heard) == 2)
    (reply,) = (body["event"] for body in heard if body["event"]["text"] == "Och i Skara?")
    assert (reply["thread_ts"], reply["parent_user_id"]) == (asked.ts, eva.id)


def test_edits_and_deletions_are_told(
    slack: SlackServer, eva: Person, heard: list[Payload]
) -> None:
    asked = eva.dm("Vem")
    eva.edits(asked, "Vem beslutar?")
    eva.deletes(asked)
    slack.wait_until(lambda: len(heard) == 3)
    events = {body["event"].get("subtype"): body["event"] for body in heard}
    assert events[None]["channel_type"] == "im"
    assert events["message_changed"]["message"]["text"] == "Vem beslutar?"
    assert events["message_changed"]["previous_message"]["text"] == "Vem"
    assert events["message_deleted"]["deleted_ts"] == asked.ts


def test_the_app_hears_itself(slack: SlackServer, channel: Channel) -> None:
    WebClient(slack.bot_token, base_url=slack.api_url).chat_postMessage(
        channel=channel.id, text="x", **QUIET
    )
    (delivery,) = slack.wait_until(lambda: slack.delivered("message"))
    assert delivery.event["bot_id"]


def test_opening_the_app_tells_the_tab(
    slack: SlackServer, eva: Person, channel: Channel, heard: list[Payload]
) -> None:
    client = WebClient(slack.bot_token, base_url=slack.api_url)
    client.views_publish(user_id=eva.id, view={"type": "home", "blocks": [{"type": "divider"}]})
    eva.opens_home()
    eva.opens_messages(while_viewing=channel)
    slack.wait_until(lambda: len(heard) == 2)
    events = {body["event"]["tab"]: body["event"] for body in heard}
    assert events["home"]["view"]["type"] == "home"
    assert events["messages"]["channel"] == eva.channel.id
    assert events["messages"]["context"]["entities"][0]["value"] == channel.id


def test_a_command_is_answered_with_its_acknowledgement(
    slack: SlackServer, eva: Person, channel: Channel
) -> None:
    done = eva.commands("/lots", "Hjälp & råd", channel)
    assert [message.shown for message in done.ephemerals] == ["ja: Hjälp & råd"]
    assert done.acked
    done = eva.commands("/lots", "block", channel)
    assert done.results == slack.messages(channel)


def test_a_form_runs_its_course(
    slack: SlackServer, eva: Person, channel: Channel, heard: list[Payload]
) -> None:
    asked = eva.says(channel, f"<@{slack.bot_user_id}>")
    answer = slack.wait_until(lambda: slack.thread(channel, asked.ts)[1:])[0]
    eva.presses(answer, "open")
    slack.wait_until(lambda: eva.view)

    def submit(text: str) -> Any:
        return eva.submits(eva.view, {"what": {"text": text}})

    assert submit("errors").errors == {"what": "Skriv mer"}
    assert submit("invalid").failed == "invalid_arguments"
    assert [violation.where for violation in slack.violations] == ["views.update"]
    submit("update")
    assert [view.title for view in eva.views] == ["Efter update"]
    submit("push")
    assert [view.title for view in eva.views] == ["Efter update", "Efter push"]
    submit("x")
    assert [view.title for view in eva.views] == ["Efter update"]
    submit("push")
    submit("clear")
    assert eva.views == []
    eva.presses(answer, "open")
    slack.wait_until(lambda: eva.view)
    eva.closes()
    assert (eva.view, heard[-1]["type"]) == (None, "view_closed")


def test_a_message_has_shortcuts(slack: SlackServer, eva: Person, channel: Channel) -> None:
    done = eva.shortcut("note", eva.says(channel, "Hej"))
    slack.wait_until(lambda: done.ephemerals)
    assert done.ephemerals[0].shown == "Noterat"


def test_an_event_comes_again_as_a_retry(
    slack: SlackServer, eva: Person, channel: Channel, heard: list[Payload]
) -> None:
    eva.says(channel, "Hej")
    delivery = slack.wait_until(lambda: slack.delivered("message"))[0]
    slack.wait_for_answers()
    slack.redeliver(delivery)
    assert [body["event_id"] for body in heard] == [delivery.payload["event_id"]] * 2
    assert [attempt.retry_num for attempt in delivery.attempts] == [0, 1]
    assert delivery.ack_ms is not None


def test_what_people_wrote_while_slack_was_down_arrives(
    slack: SlackServer, eva: Person, channel: Channel, heard: list[Payload], mode: Mode
) -> None:
    slack.stop()
    eva.says(channel, "Hej")
    slack.start()
    if mode == "socket":
        with bare_socket(slack) as socket:
            assert next_envelope(socket)["payload"]["event"]["text"] == "Hej"
    else:
        slack.wait_until(lambda: heard)


# HTTP


@contextmanager
def answering(
    slack: SlackServer, answer: Callable[[int], tuple[int, dict[str, str], str]]
) -> Iterator[list[tuple[dict[str, str], bytes]]]:
    """A request URL that answers its nth request so; what it was sent."""
    seen: list[tuple[dict[str, str], bytes]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            seen.append((dict(self.headers.items()), body))
            status, headers, text = answer(len(seen))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, format: str, *args: Any) -> None: ...  # noqa: A002

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    slack.request_url = f"http://127.0.0.1:{server.server_address[1]}/"
    yield seen
    server.shutdown()
    server.server_close()


def test_requests_are_signed() -> None:
    with SlackServer("http") as slack, answering(slack, lambda _: (200, {}, "")) as seen:
        eva = slack.add_person("Eva Ek")
        eva.dm("Hej")
        eva.commands("/lots", "åäö")
        eva.shortcut("note")
        verifier = SignatureVerifier(slack.signing_secret)
        assert all(verifier.is_valid_request(body, headers) for headers, body in seen)
        assert {headers["Content-Type"] for headers, _ in seen} == {
            "application/json",
            "application/x-www-form-urlencoded",
        }


def test_a_failed_event_is_retried_three_times_and_a_command_never() -> None:
    with SlackServer("http") as slack, answering(slack, lambda _: (500, {}, "")) as seen:
        eva = slack.add_person("Eva Ek")
        eva.dm("Hej")
        (delivery,) = slack.delivered("message")
        slack.wait_until(delivery.settled.is_set)
        assert delivery.failed == "http_error"
        retries = [headers.get("X-Slack-Retry-Num") for headers, _ in seen]
        assert retries == [None, "1", "2", "3"]
        assert seen[1][0]["X-Slack-Retry-Reason"] == "http_error"
        assert eva.commands("/lots").failed == "http_error"
        assert len(seen) == 5


def test_the_app_may_refuse_retries() -> None:
    no = {"X-Slack-No-Retry": "1"}
    with SlackServer("http") as slack, answering(slack, lambda _: (500, no, "")) as seen:
        slack.add_person("Eva Ek").dm("Hej")
        slack.wait_until(slack.delivered("message")[0].settled.is_set)
        assert len(seen) == 1


def test_a_late_acknowledgement_is_a_violation_and_a_retry() -> None:
    released = threading.Event()

    def answer(number: int) -> tuple[int, dict[str, str], str]:
        if number == 1:
            released.wait(5)
        return 200, {}, ""

    with (
        SlackServer("http", ack_limit=0.1) as slack,
        answering(slack, answer) as seen,
    ):
        slack.add_person("Eva Ek").dm("Hej")
        (delivery,) = slack.delivered("message")
        slack.wait_until(delivery.settled.is_set)
        released.set()
        assert delivery.acked
        assert [attempt.outcome for attempt in delivery.attempts] == ["http_timeout", "acked"]
        assert seen[1][0]["X-Slack-Retry-Reason"] == "http_timeout"
        assert [violation.kind for violation in slack.violations] == ["late_ack"]


def test_an_app_that_is_not_there_fails_the_connection() -> None:
    with SlackServer("http") as slack:
        slack.request_url = "http://127.0.0.1:9/"
        assert slack.add_person("Eva Ek").commands("/lots").failed == "connection_failed"


def test_the_request_url_is_verified() -> None:
    with SlackServer("http") as slack:
        with serving_http(slack, bolt_app(slack, [])):
            assert slack.verify_request_url()
        with answering(slack, lambda _: (200, {}, "hej")):
            assert not slack.verify_request_url()


# Socket Mode, frame by frame


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


@pytest.fixture
def bare() -> Iterator[SlackServer]:
    with SlackServer(ack_limit=0.15) as server:
        yield server


def test_a_connection_is_greeted_and_counted(bare: SlackServer) -> None:
    hellos: list[Payload] = []
    with bare_socket(bare, hellos), bare_socket(bare, hellos):
        assert [hello["num_connections"] for hello in hellos] == [1, 2]
        assert hellos[0]["connection_info"]["app_id"]
        bare.wait_until(lambda: bare.connections == 2)
    bare.wait_until(lambda: bare.connections == 0)


def test_an_address_opens_one_connection(bare: SlackServer) -> None:
    opened = WebClient(base_url=bare.api_url).apps_connections_open(app_token=bare.app_token)
    with connect(str(opened["url"])), pytest.raises(InvalidStatus, match="403"):
        connect(str(opened["url"]))
    bare.refuse_connections(True)
    opened = WebClient(base_url=bare.api_url).apps_connections_open(app_token=bare.app_token)
    with pytest.raises(InvalidStatus, match="503"):
        connect(str(opened["url"]))


def test_envelopes_say_what_they_hold(bare: SlackServer) -> None:
    eva = bare.add_person("Eva Ek")
    with bare_socket(bare) as socket:
        eva.dm("Hej")
        event = next_envelope(socket)
        assert (event["type"], event["accepts_response_payload"]) == ("events_api", False)
        assert (event["retry_attempt"], event["retry_reason"]) == (0, "")
        command = eva.commands("/lots", "x", wait=False)
        envelope = next_envelope(socket, ack={"text": "ja"})
        assert (envelope["type"], envelope["accepts_response_payload"]) == ("slash_commands", True)
        command.delivery.settled.wait(5)
        assert [message.shown for message in command.ephemerals] == ["ja"]
        eva.shortcut("note", wait=False)
        assert next_envelope(socket)["type"] == "interactive"


def test_an_envelope_goes_to_one_connection_in_turn(bare: SlackServer) -> None:
    eva = bare.add_person("Eva Ek")
    with bare_socket(bare) as first, bare_socket(bare) as second:
        bare.wait_until(lambda: bare.connections == 2)
        for socket in (first, second, first):
            eva.dm("Hej")
            next_envelope(socket)
        for socket in (first, second):
            with pytest.raises(TimeoutError):
                socket.recv(0.02)


def test_an_unacknowledged_event_goes_to_another_connection(bare: SlackServer) -> None:
    eva = bare.add_person("Eva Ek")
    with bare_socket(bare) as first, bare_socket(bare) as second:
        bare.wait_until(lambda: bare.connections == 2)
        eva.dm("Hej")
        envelope = json.loads(first.recv(5))
        again = next_envelope(second)
        assert again["payload"] == envelope["payload"]
        assert (again["retry_attempt"], again["retry_reason"]) == (1, "timeout")
        (delivery,) = bare.delivered("message")
        bare.wait_until(delivery.settled.is_set)
        assert delivery.acked
        assert [violation.kind for violation in bare.violations] == ["late_ack"]


def test_an_event_survives_a_dropped_connection(bare: SlackServer) -> None:
    eva = bare.add_person("Eva Ek")
    with bare_socket(bare) as socket:
        eva.dm("Hej")
        socket.recv(5)
        bare.drop_connections()
        with pytest.raises(ConnectionClosed):
            socket.recv(5)
    eva.dm("Är du där?")
    with bare_socket(bare) as socket:
        texts = {next_envelope(socket)["payload"]["event"]["text"] for _ in range(2)}
    assert texts == {"Hej", "Är du där?"}
    assert bare.violations == []


def test_a_person_does_not_wait_for_a_connection(bare: SlackServer) -> None:
    assert bare.add_person("Eva Ek").commands("/lots").failed == "no_connection"


@pytest.mark.parametrize(("reason", "left"), [("warning", 1), ("refresh_requested", 0)])
def test_the_app_is_asked_to_reconnect(
    bare: SlackServer, reason: Literal["warning", "refresh_requested"], left: int
) -> None:
    with bare_socket(bare) as socket:
        bare.disconnect(reason)
        asked = json.loads(socket.recv(5))
        assert (asked["type"], asked["reason"]) == ("disconnect", reason)
        assert bare.connections == left


def test_socket_mode_can_be_turned_off(bare: SlackServer) -> None:
    with bare_socket(bare) as socket:
        bare.disconnect("link_disabled")
        assert json.loads(socket.recv(5))["reason"] == "link_disabled"
        with pytest.raises(ConnectionClosed):
            socket.recv(5)
    opened = WebClient(base_url=bare.api_url).apps_connections_open(app_token=bare.app_token)
    with pytest.raises(InvalidStatus, match="503"):
        connect(str(opened["url"]))


def test_acknowledgements_that_mean_nothing_are_violations(bare: SlackServer) -> None:
    with bare_socket(bare) as socket:
        socket.send(json.dumps({"envelope_id": "none"}))
        bare.wait_until(lambda: bare.violations)
        bare.add_person("Eva Ek").dm("Hej")
        next_envelope(socket, ack={"text": "hej"})
        bare.wait_until(lambda: len(bare.violations) == 2)
    kinds = [violation.kind for violation in bare.violations]
    assert kinds == ["unknown_envelope", "unexpected_payload"]


def test_pings_are_answered(bare: SlackServer) -> None:
    with bare_socket(bare) as socket:
        assert socket.ping("hej").wait(5)


def test_events_need_their_scope() -> None:
    with SlackServer(scopes=ALL_SCOPES - {"im:history"}) as slack:
        slack.add_person("Eva Ek").dm("Hej")
        assert slack.deliveries == []


def test_bolt_moves_to_a_new_connection_when_asked() -> None:
    with SlackServer() as slack, serving_socket(slack, bolt_app(slack, [])):
        slack.disconnect("refresh_requested")
        assert slack.connections == 0
        slack.wait_until(lambda: slack.connections)
        assert len(slack.called("apps.connections.open")) == 2
