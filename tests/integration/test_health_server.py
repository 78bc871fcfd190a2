"""The health server against its probes."""

from __future__ import annotations

import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator

import pytest
from prometheus_client import CollectorRegistry

from bot.channels.slack.health import Checks, HealthServer
from bot.channels.slack.metrics import Metrics


def get(server: HealthServer, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{server.port}{path}", timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


@pytest.fixture
def serve() -> Iterator[Callable[..., HealthServer]]:
    servers: list[HealthServer] = []

    def serve(
        alive: Checks | None = None,
        ready: Checks | None = None,
        registry: CollectorRegistry | None = None,
    ) -> HealthServer:
        server = HealthServer(
            "127.0.0.1", 0, alive or {}, ready or {}, registry or CollectorRegistry()
        )
        server.start()
        servers.append(server)
        return server

    yield serve
    # No test needs to wait for the end of a server.
    for server in servers:
        threading.Thread(target=server.stop, daemon=True).start()


def broken() -> bool:
    raise RuntimeError("postgresql://lots:secret@db is gone")


def test_each_check_has_its_line_and_all_must_hold(serve: Callable[..., HealthServer]) -> None:
    held = {"slack": True}
    ready: Checks = {"database": lambda: True, "slack": lambda: held["slack"]}
    server = serve(alive={"deliveries": lambda: True}, ready=ready)
    assert get(server, "/healthz") == (200, "deliveries: ok\n")
    assert get(server, "/readyz") == (200, "database: ok\nslack: ok\n")
    held["slack"] = False
    assert get(server, "/readyz") == (503, "database: ok\nslack: failed\n")
    assert get(server, "/healthz")[0] == 200
    held["slack"] = True
    assert get(server, "/readyz")[0] == 200


def test_a_check_that_breaks_does_not_hold_and_tells_no_secret(
    serve: Callable[..., HealthServer], caplog: pytest.LogCaptureFixture
) -> None:
    server = serve(alive={"database": broken, "other": lambda: True})
    assert get(server, "/healthz") == (503, "database: failed\nother: ok\n")
    assert "RuntimeError" in caplog.text
    assert "secret" not in caplog.text


def test_metrics_are_told_in_prometheus_own_form(serve: Callable[..., HealthServer]) -> None:
    metrics = Metrics()
    metrics.delivered("mention", "done")
    metrics.asked("answered", "sv")
    metrics.watch_waiting(lambda: 3)
    status, page = get(serve(registry=metrics.registry), "/metrics")
    assert status == 200
    assert 'policylots_deliveries_total{listener="mention",outcome="done"} 1.0' in page
    assert 'policylots_questions_total{language="sv",status="answered"} 1.0' in page
    assert "policylots_inbox_waiting 3.0" in page


@pytest.mark.parametrize("path", ["/", "/healthz/", "/metricsx", "/slack/events", "/%00"])
def test_there_is_nothing_else(serve: Callable[..., HealthServer], path: str) -> None:
    assert get(serve(), path) == (404, "not found\n")


def test_a_port_that_is_taken_is_an_error_at_once(serve: Callable[..., HealthServer]) -> None:
    taken = serve().port
    with pytest.raises(OSError, match="in use"):
        HealthServer("127.0.0.1", taken, {}, {}, CollectorRegistry())


def test_a_stopped_server_lets_go_of_its_port() -> None:
    server = HealthServer("127.0.0.1", 0, {}, {}, CollectorRegistry())
    server.start()
    server.stop()
    again = HealthServer("127.0.0.1", server.port, {}, {}, CollectorRegistry())
    again.start()
    assert get(again, "/healthz")[0] == 200
    again.stop()


def test_probes_say_nothing(
    serve: Callable[..., HealthServer], capfd: pytest.CaptureFixture[str]
) -> None:
    get(serve(), "/healthz")
    assert capfd.readouterr().err == ""
