"""The calendar that others subscribe to, by real requests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse

import pytest
from icalendar import Calendar

from bot.channels.slack.calendar_feed import CalendarServer
from bot.services.calendar.duties import feed_address
from tests.unit.bot.services.calendar.made import COORDINATOR, Room
from tests.unit.indexer.made import FIVE, shipped

SKOVDE = FIVE[3]


@pytest.fixture
def room() -> Room:
    return Room(shipped(SKOVDE))


@pytest.fixture
def server(room: Room) -> Iterator[CalendarServer]:
    server = CalendarServer("127.0.0.1", 0, room.calendar, "sv")
    server.start()
    yield server
    server.stop()


def asked(
    server: CalendarServer, path: str, method: str = "GET", **headers: str
) -> tuple[HTTPResponse, bytes]:
    with closing(HTTPConnection("127.0.0.1", server.port, timeout=10)) as connection:
        connection.request(
            method, path, headers={k.replace("_", "-"): v for k, v in headers.items()}
        )
        response = connection.getresponse()
        return response, response.read()


def path_of(token: str) -> str:
    return feed_address("", token)


def summaries(content: bytes) -> list[str]:
    return [str(each["SUMMARY"]) for each in Calendar.from_ical(content).walk("VEVENT")]


def test_a_calendar_is_read_by_its_token(room: Room, server: CalendarServer) -> None:
    token = room.calendar.renew_feed("Skövde", COORDINATOR)
    response, content = asked(server, path_of(token))
    assert response.status == 200
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert any(each.startswith("Förslag: ") for each in summaries(content))
    _, english = asked(server, f"{path_of(token)}?lang=en")
    assert any(each.startswith("Proposal: ") for each in summaries(english))


def test_what_has_not_changed_is_not_sent_again(room: Room, server: CalendarServer) -> None:
    token = room.calendar.renew_feed("Skövde", COORDINATOR)
    first, _ = asked(server, path_of(token))
    tag = str(first.headers["ETag"])
    for condition in (tag, f"W/{tag}", f'"another", {tag}'):
        again, nothing = asked(server, path_of(token), If_None_Match=condition)
        assert (again.status, nothing) == (304, b"")
    [accounts] = [
        e for e in room.calendar.entries("Skövde") if e.proposal.basis.value == "accounts"
    ]
    suggested = room.calendar.suggested(accounts.proposal)
    room.calendar.accept(
        "Skövde", accounts.proposal.handle, COORDINATOR, seen=0, schedule=suggested
    )
    changed, content = asked(server, path_of(token), If_None_Match=tag)
    assert changed.status == 200
    assert changed.headers["ETag"] != tag
    assert any(not each.startswith("Förslag: ") for each in summaries(content))


def test_only_the_last_token_opens_it(room: Room, server: CalendarServer) -> None:
    old = room.calendar.renew_feed("Skövde", COORDINATOR)
    new = room.calendar.renew_feed("Skövde", COORDINATOR)
    assert asked(server, path_of(old))[0].status == 404
    assert asked(server, path_of(new))[0].status == 200
    room.calendar.end_feed("Skövde", COORDINATOR)
    assert asked(server, path_of(new))[0].status == 404


@pytest.mark.parametrize(
    "path",
    ["/", "/kalender/", "/kalender/Sk.ics", "/kalender/../healthz", f"/kalender/{'a' * 43}.ics"],
)
def test_nothing_else_is_there(server: CalendarServer, path: str) -> None:
    response, content = asked(server, path)
    assert (response.status, content) == (404, b"not found\n")


def test_it_is_only_read(room: Room, server: CalendarServer) -> None:
    token = room.calendar.renew_feed("Skövde", COORDINATOR)
    for method in ("POST", "PUT", "DELETE", "PROPFIND"):
        assert asked(server, path_of(token), method)[0].status == 405
    response, content = asked(server, path_of(token), "HEAD")
    assert (response.status, content) == (200, b"")


def test_what_fails_inside_is_not_shown(
    room: Room, server: CalendarServer, caplog: pytest.LogCaptureFixture
) -> None:
    token = room.calendar.renew_feed("Skövde", COORDINATOR)
    room.index.get = lambda: 1 / 0  # type: ignore[assignment, method-assign, return-value]
    response, content = asked(server, path_of(token))
    assert (response.status, content) == (503, b"service unavailable\n")
    assert token not in caplog.text
