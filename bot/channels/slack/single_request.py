"""A request of which is known whether it may have been carried out: it is made once.

Slack's own client is not used for it. It tells a connection that never came about from an answer
that never came only by guessing, gives each of a name's addresses the whole time, and leaves it to
the system to bring what was written to Slack, minutes later if need be. Here nothing is written
after a set time, and what was written when the line fails or the process dies is thrown away.
"""

from __future__ import annotations

import json
import socket
import ssl
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Any
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request

LINE_SECONDS = 10
"""For the connection, for what is written to be received, and for each part of the answer."""

_NO_LINGERING = struct.pack("ii", 1, 0)
"""Closing throws away what was not sent yet (socket(7), SO_LINGER)."""


class NotWritten(Exception):
    """Nothing of the request has left this machine."""


class Unanswered(Exception):
    """It was written, at least in part; there was no whole answer."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back. ``content`` is the JSON object, empty where there is none; ``retry_after``
    in seconds.
    """

    status: int
    content: Mapping[str, Any]
    retry_after: float | None


class _Connection(HTTPConnection):
    """A connection on which nothing is written after a moment of the steady clock."""

    def __init__(self, *given: Any, in_time: Callable[[], bool], **more: Any) -> None:
        super().__init__(*given, **more)
        self._in_time = in_time

    def connect(self) -> None:
        try:
            super().connect()
        except (OSError, HTTPException) as error:
            raise NotWritten(type(error).__name__) from error
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGERING)
        if hasattr(socket, "TCP_USER_TIMEOUT"):
            self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, 1000 * LINE_SECONDS)
        if not self._in_time():
            raise NotWritten("connecting took too long")


class _SecureConnection(_Connection, HTTPSConnection):
    """The same, encrypted."""


class _Http(HTTPHandler):
    def __init__(self, in_time: Callable[[], bool]) -> None:
        super().__init__()
        self._in_time = in_time

    def http_open(self, req: Request) -> HTTPResponse:
        return self.do_open(partial(_Connection, in_time=self._in_time), req)


class _Https(HTTPSHandler):
    def __init__(self, in_time: Callable[[], bool]) -> None:
        super().__init__()
        self._in_time = in_time

    def https_open(self, req: Request) -> HTTPResponse:
        connection = partial(_SecureConnection, in_time=self._in_time)
        return self.do_open(connection, req, context=ssl.create_default_context())


def request_once(
    address: str, token: str, content: Mapping[str, Any], in_time: Callable[[], bool]
) -> Reply:
    """Post JSON to ``address``, through the proxy that the environment names, if it names one.
    Redirections are not followed. Nothing is written unless it is ``in_time`` then.

    Raises NotWritten and Unanswered.
    """
    request = Request(  # noqa: S310 - the address is a setting
        address,
        data=json.dumps(content).encode(),
        headers={
            "Authorization": f"Bearer {token}",
            "Content-Type": "application/json; charset=utf-8",
        },
        method="POST",
    )
    opener = OpenerDirector()
    for handler in (ProxyHandler(), _Http(in_time), _Https(in_time)):
        opener.add_handler(handler)
    try:
        with opener.open(request, timeout=LINE_SECONDS) as response:
            return _reply(response)
    except (OSError, HTTPException, ValueError) as error:
        raise Unanswered(type(error).__name__) from error


def _reply(response: HTTPResponse) -> Reply:
    """Raises ValueError where an answer is no whole one."""
    body = response.read()
    content = json.loads(body) if response.status == 200 else _object_in(body)
    if not isinstance(content, dict):
        raise ValueError("no object")
    return Reply(response.status, content, _seconds(response.headers.get("Retry-After")))


def _object_in(body: bytes) -> object:
    try:
        content = json.loads(body)
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}


def _seconds(told: str | None) -> float | None:
    """Slack tells whole seconds (https://docs.slack.dev/apis/web-api/rate-limits)."""
    return float(told) if told and told.strip().isdecimal() else None
