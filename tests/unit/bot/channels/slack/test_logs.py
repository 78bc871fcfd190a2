from __future__ import annotations

import io
import json
import logging
import threading
import warnings
from collections.abc import Iterator
from typing import Any

import pytest

from bot.channels.slack.logs import HIDDEN, QUIET, SILENT, configure

SIGNING = "8f742231b10e8888abcd99yyyzzz85a5"
BOT = "xoxb-111-222-abcDEF"
ADDRESS = "postgresql://lots:hem%2Flig@db.example/lots"

SECRETS = [
    BOT,
    "xoxp-1-2",
    "xoxe-1-Mabc",
    "xapp-1-A0-99-abc",
    SIGNING,
    ADDRESS,
    "https://hooks.slack.com/commands/T1/2/abc",
    "https://hooks.slack.com/actions/T1/2/abc",
    "https://hooks.slack-gov.com/actions/T1/2/abc",
]


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What is written; all that is configured is put back afterwards."""
    root, loggers = logging.getLogger(), [logging.getLogger(name) for name in (*QUIET, *SILENT)]
    handlers, level, levels = root.handlers, root.level, [each.level for each in loggers]
    hook = threading.excepthook
    stream = io.StringIO()
    configure([BOT, SIGNING, ADDRESS, ""], stream)
    yield stream
    logging.captureWarnings(False)
    threading.excepthook = hook
    root.handlers = handlers
    root.setLevel(level)
    for logger, before in zip(loggers, levels, strict=True):
        logger.setLevel(before)


def read(lines: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines.getvalue().splitlines()]


def test_each_event_is_a_line_of_json_with_its_level_name_and_time(lines: io.StringIO) -> None:
    logging.getLogger("bot.test").warning("två\nrader %s", "åäö", extra={"delivery": "Ev1"})
    (event,) = read(lines)
    assert event.pop("timestamp").endswith("Z")
    assert event == {
        "event": "två\nrader åäö",
        "level": "warning",
        "logger": "bot.test",
        "delivery": "Ev1",
    }


@pytest.mark.parametrize("secret", SECRETS)
def test_secrets_are_hidden_in_messages_arguments_and_extras(
    lines: io.StringIO, secret: str
) -> None:
    log = logging.getLogger("bot.test")
    log.error(f"to {secret} now")
    log.error("to %s now", secret)
    log.error("here", extra={"address": secret, "all": {"deep": [secret]}, "raw": secret.encode()})
    assert secret not in lines.getvalue()
    first, second, third = read(lines)
    assert first["event"] == second["event"] == f"to {HIDDEN} now"
    assert third["address"] == HIDDEN


@pytest.mark.parametrize("secret", SECRETS)
def test_secrets_are_hidden_in_exceptions_their_causes_and_their_lines(
    lines: io.StringIO, secret: str
) -> None:
    try:
        try:
            raise OSError(secret)
        except OSError as error:
            raise ValueError(f"no {secret}") from error
    except ValueError:
        logging.getLogger("bot.test").exception("failed")
    (event,) = read(lines)
    assert secret not in lines.getvalue()
    assert "ValueError: no " in event["exception"]
    assert "OSError" in event["exception"]


def test_a_password_in_any_address_is_hidden_and_the_rest_is_told(lines: io.StringIO) -> None:
    logging.getLogger("bot.test").error("postgresql+psycopg://ann:s3cret@db.example:5432/lots")
    logging.getLogger("bot.test").error("redis://:s3cret@cache.example/0")
    assert [event["event"] for event in read(lines)] == [
        f"postgresql+psycopg://{HIDDEN}@db.example:5432/lots",
        f"redis://{HIDDEN}@cache.example/0",
    ]


def test_a_ticket_to_a_socket_is_hidden(lines: io.StringIO) -> None:
    address = "wss://wss-primary.slack.com/link/?ticket=12ab-34&app_id=A1"
    logging.getLogger("slack_sdk").error("cannot connect to %s", address)
    (event,) = read(lines)
    assert "12ab" not in event["event"]
    assert "app_id=A1" in event["event"]


def test_what_is_no_secret_is_told_as_it_is(lines: io.StringIO) -> None:
    said = "kl 10:30: se https://slack.com/help och http://db.example:5432/a@b, xoxb och xapp"
    logging.getLogger("bot.test").info(said, extra={"count": 3, "part": 0.5, "ok": True})
    (event,) = read(lines)
    assert event["event"] == said
    assert (event["count"], event["part"], event["ok"]) == (3, 0.5, True)


def test_libraries_tell_of_trouble_only_and_nothing_tells_of_each_step(
    lines: io.StringIO,
) -> None:
    for name in (*QUIET, *SILENT, f"{QUIET[0]}.web", "bot.test"):
        logging.getLogger(name).debug("a whole payload")
    for name in (*QUIET, f"{QUIET[0]}.web"):
        logging.getLogger(name).info("a step")
    for name in SILENT:
        logging.getLogger(name).warning("set up otherwise than usual")
    assert lines.getvalue() == ""
    for name in QUIET:
        logging.getLogger(name).warning("trouble")
    for name in SILENT:
        logging.getLogger(name).error("trouble")
    assert len(read(lines)) == len(QUIET) + len(SILENT)


def test_warnings_and_threads_that_end_are_events_like_others(lines: io.StringIO) -> None:
    def fail() -> None:
        raise ValueError(BOT)

    warnings.warn(f"old {BOT}", UserWarning, stacklevel=1)
    thread = threading.Thread(target=fail, name="worker")
    thread.start()
    thread.join()
    warned, ended = read(lines)
    assert BOT not in lines.getvalue()
    assert f"old {HIDDEN}" in warned["event"]
    assert ended["event"] == "thread worker ended"
    assert f"ValueError: {HIDDEN}" in ended["exception"]


def test_configured_twice_an_event_is_written_once(lines: io.StringIO) -> None:
    again = io.StringIO()
    configure([], again)
    logging.getLogger("bot.test").error("here")
    assert lines.getvalue() == ""
    assert len(read(again)) == 1
