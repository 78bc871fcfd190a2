"""Deliveries through Socket Mode.

https://docs.slack.dev/apis/events-api/using-socket-mode
"""

from __future__ import annotations

import asyncio
import json
import uuid
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from aiohttp import WSMsgType, web

from tests.fakes.slack.deliveries import Delivery, Outcome
from tests.fakes.slack.records import Payload
from tests.fakes.slack.workspace import APP, Workspace

DisconnectReason = Literal["warning", "refresh_requested", "link_disabled"]

#: More deliveries than these do not wait for a connection.
BACKLOG: Final = 1_000


@dataclass(eq=False)
class _Connection:
    request: web.Request
    socket: web.WebSocketResponse
    #: False once Slack has asked the app to move on to another connection.
    used: bool = True
    acks: dict[str, asyncio.Future[Payload]] = field(default_factory=dict)


class SocketDelivery:
    """The open connections; everything but the counters runs in the server's loop."""

    def __init__(self, workspace: Workspace, ack_limit: float) -> None:
        self._workspace = workspace
        self._limit = ack_limit
        self._connections: list[_Connection] = []
        self._tickets: set[str] = set()
        self._sent: dict[str, Delivery] = {}
        self._connected = asyncio.Event()
        self._waiting = 0
        self.refusing = False

    @property
    def open_connections(self) -> int:
        return sum(connection.used for connection in self._connections)

    def open(self) -> None:
        """A start of the server, with a loop that the events of the one before do not know."""
        self._connected = asyncio.Event()

    def new_url(self, server: str) -> str:
        """A WebSocket address for one use, from ``http://host:port``."""
        ticket = uuid.uuid4().hex
        self._tickets.add(ticket)
        return f"{server.replace('http', 'ws', 1)}/link/?ticket={ticket}&app_id={APP}"

    async def connect(self, request: web.Request) -> web.StreamResponse:
        """The WebSocket's handler."""
        ticket = request.query.get("ticket", "")
        if self.refusing or ticket not in self._tickets:
            return web.Response(status=503 if self.refusing else 403)
        self._tickets.discard(ticket)
        socket = web.WebSocketResponse(heartbeat=5.0)
        await socket.prepare(request)
        connection = _Connection(request, socket)
        await socket.send_json(self._hello())
        self._open(connection)
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    self._acknowledge(connection, message.data)
        finally:
            self._closed(connection)
        return socket

    def _hello(self) -> Payload:
        return {
            "type": "hello",
            "num_connections": self.open_connections + 1,
            "connection_info": {"app_id": APP},
            "debug_info": {
                "host": "applink-1",
                "build_number": 1,
                "approximate_connection_time": 18060,
            },
        }

    def _open(self, connection: _Connection) -> None:
        with self._workspace.changing():
            self._connections.append(connection)
        self._connected.set()

    def _closed(self, connection: _Connection) -> None:
        with self._workspace.changing():
            self._connections.remove(connection)
        self._note_open()
        for ack in connection.acks.values():
            if not ack.done():
                ack.set_exception(ConnectionError())

    def _note_open(self) -> None:
        if not self.open_connections:
            self._connected.clear()

    def _acknowledge(self, connection: _Connection, text: str) -> None:
        try:
            message: Any = json.loads(text)
        except ValueError:
            message = None
        envelope = message.get("envelope_id") if isinstance(message, dict) else None
        if envelope not in self._sent:
            self._workspace.violate("unknown_envelope", "Socket Mode", text[:200])
            return
        payload = message.get("payload") or {}
        if payload and self._sent[envelope].envelope == "events_api":
            self._workspace.violate("unexpected_payload", "Socket Mode", text[:200])
        ack = connection.acks.get(envelope)
        if ack is not None and not ack.done():
            ack.set_result(payload)

    async def attempt(self, delivery: Delivery, retry_num: int, reason: str | None) -> Outcome:
        connection = await self._connection(delivery)
        if connection is None:
            return Outcome("no_connection", final=True)
        envelope = str(uuid.uuid4())
        self._sent[envelope] = delivery
        ack: asyncio.Future[Payload] = asyncio.get_running_loop().create_future()
        connection.acks[envelope] = ack
        try:
            await connection.socket.send_json(_envelope(delivery, envelope, retry_num, reason))
            response = await asyncio.wait_for(ack, self._limit)
        except ConnectionError:
            return Outcome("connection_lost")
        except TimeoutError:
            return Outcome("timeout")
        finally:
            connection.acks.pop(envelope, None)
        return Outcome(response=response or None)

    async def _connection(self, delivery: Delivery) -> _Connection | None:
        """The next connection in turn; events wait for one, what a person waits for does not."""
        if self._waiting >= BACKLOG:
            return None
        self._waiting += 1
        try:
            limit = None if delivery.envelope == "events_api" else self._limit
            return await asyncio.wait_for(self._next(), limit)
        except TimeoutError:
            return None
        finally:
            self._waiting -= 1

    async def _next(self) -> _Connection:
        while True:
            await self._connected.wait()
            for connection in self._connections:
                if connection.used:
                    self._connections.remove(connection)
                    self._connections.append(connection)
                    return connection

    async def disconnect(self, reason: DisconnectReason) -> None:
        """Asks the app to reconnect.

        After a warning the connections still serve; ``link_disabled`` means that Socket Mode was
        turned off: they are closed and no new one is taken until ``refusing`` is unset.
        """
        self.refusing = self.refusing or reason == "link_disabled"
        for connection in list(self._connections):
            await connection.socket.send_json(
                {"type": "disconnect", "reason": reason, "debug_info": {"host": "applink-1"}}
            )
            connection.used = connection.used and reason == "warning"
            if reason == "link_disabled":
                await connection.socket.close()
        self._note_open()
        self._workspace.touch()

    def drop(self) -> None:
        """Breaks all connections without a word."""
        for connection in list(self._connections):
            connection.used = False
            if connection.request.transport is not None:
                connection.request.transport.abort()
        self._note_open()


def _envelope(delivery: Delivery, envelope: str, retry_num: int, reason: str | None) -> Payload:
    content: Payload = {
        "envelope_id": envelope,
        "type": delivery.envelope,
        "accepts_response_payload": delivery.envelope != "events_api",
        "payload": delivery.payload,
    }
    if delivery.envelope == "events_api":
        content |= {"retry_attempt": retry_num, "retry_reason": reason or ""}
    return content
