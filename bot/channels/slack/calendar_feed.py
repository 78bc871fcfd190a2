"""The calendars that others subscribe to, on a port of their own: they are read, nothing else.

An address holds a token that cannot be guessed, and whoever has it may read one calendar. Wrong
tokens are answered like wrong paths, and no address is logged.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qs

from bot.channels.slack.side_server import SideServer, StartResponse
from bot.services.calendar.duties import FEED_PATH, DutiesCalendar
from knowledge.texts.catalogue import LANGUAGES

_log = logging.getLogger(__name__)

_PATH = re.compile(rf"/{FEED_PATH}/(?P<token>[\w-]{{20,100}})\.ics")
_HEADERS = [
    ("Cache-Control", "private, max-age=3600"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Robots-Tag", "noindex"),
]


class CalendarServer(SideServer):
    """Answers ``/kalender/<token>.ics``, with ``?lang=en`` in English."""

    def __init__(self, host: str, port: int, calendar: DutiesCalendar, language: str) -> None:
        """Listen at once. Raises OSError when the port is taken."""
        self._calendar = calendar
        self._language = language
        super().__init__(host, port, self._answer, "calendar")

    def _answer(self, environ: dict[str, Any], start: StartResponse) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return _short(start, "405 Method Not Allowed", ("Allow", "GET, HEAD"))
        try:
            content = self._content(environ)
        except Exception:  # noqa: BLE001 - whoever subscribes is told to come again, not why
            _log.exception("a calendar could not be made")
            return _short(start, "503 Service Unavailable", ("Retry-After", "600"))
        if content is None:
            return _short(start, "404 Not Found")
        # https://www.rfc-editor.org/rfc/rfc9110#name-conditional-requests
        tag = f'"{sha256(content).hexdigest()}"'
        headers = [*_HEADERS, ("ETag", tag)]
        if _holds(environ.get("HTTP_IF_NONE_MATCH", ""), tag):
            start("304 Not Modified", headers)
            return []
        kind = ("Content-Type", "text/calendar; charset=utf-8")
        start("200 OK", [*headers, kind, ("Content-Length", str(len(content)))])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [content]

    def _content(self, environ: dict[str, Any]) -> bytes | None:
        """The calendar of the year and of the next; None where there is none to read."""
        from bot.files.ics import write_ics

        found = _PATH.fullmatch(environ.get("PATH_INFO", ""))
        municipality = self._calendar.subscribed(found["token"]) if found else None
        if municipality is None:
            return None
        asked = parse_qs(environ.get("QUERY_STRING", "")).get("lang", [""])[0]
        language = asked if asked in LANGUAGES else self._language
        this = self._calendar.today.year
        years = [self._calendar.year(municipality, each) for each in (this, this + 1)]
        return write_ics(years, language)


def _holds(condition: str, tag: str) -> bool:
    """Whether what the client has is this; a proxy may have marked its tag as weak."""
    had = {each.strip().removeprefix("W/") for each in condition.split(",")}
    return tag in had or "*" in had


def _short(start: StartResponse, status: str, *headers: tuple[str, str]) -> list[bytes]:
    start(status, [("Content-Type", "text/plain"), *_HEADERS[1:], *headers])
    return [f"{status.partition(' ')[2].lower()}\n".encode()]
