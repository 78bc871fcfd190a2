"""What the fake Slack sends over HTTP, and what it does with the answers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from slack_sdk.signature import SignatureVerifier

from tests.fakes.slack import SlackServer
from tests.integration.slack_delivering import bolt_app, serving_http


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
