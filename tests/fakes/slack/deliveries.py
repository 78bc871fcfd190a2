"""What Slack sends to the app: each delivery, its attempts, and the retrying.

https://docs.slack.dev/apis/events-api/#retries
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, Protocol

from tests.fakes.slack.records import Payload
from tests.fakes.slack.workspace import Refused, Workspace

EnvelopeType = Literal["events_api", "slash_commands", "interactive"]

#: After which reasons the app, not the line, was too slow.
TOO_SLOW: Final = {"http_timeout", "timeout"}


@dataclass
class Attempt:
    at: float
    #: 0 for the first.
    retry_num: int
    #: Why there was a retry; what ``X-Slack-Retry-Reason`` says.
    retry_reason: str | None
    #: ``acked`` or why not: http_timeout, http_error, connection_failed, timeout, connection_lost,
    #: no_connection.
    outcome: str = "under way"
    ms: float = 0.0


@dataclass(eq=False)
class Delivery:
    """An event, a command or an interaction on its way to the app."""

    envelope: EnvelopeType
    #: The event's type, the command, or the interaction's type.
    payload_type: str
    payload: Payload
    #: What the acknowledgement's payload does; it raises Refused when it cannot.
    on_ack: Callable[[Payload | None], None] = lambda _: None
    attempts: list[Attempt] = field(default_factory=list)
    #: Milliseconds from the successful attempt to its acknowledgement, and when that came.
    ack_ms: float | None = None
    acked_at: float | None = None
    #: The acknowledgement's payload.
    response: Payload | None = None
    #: Why it was given up, or why Slack did not take the acknowledgement.
    failed: str | None = None
    settled: threading.Event = field(default_factory=threading.Event)

    @property
    def event(self) -> Payload:
        """The inner event."""
        event: Payload = self.payload["event"]
        return event

    @property
    def acked(self) -> bool:
        return self.ack_ms is not None

    def __str__(self) -> str:
        state = f"acked in {self.ack_ms:.0f} ms" if self.ack_ms is not None else "not acked"
        tries = ", ".join(attempt.outcome for attempt in self.attempts)
        failed = f", failed: {self.failed}" if self.failed else ""
        return f"{self.envelope} {self.payload_type}: {state} ({tries}){failed}"


@dataclass(frozen=True)
class Outcome:
    """How an attempt ended: ``reason`` is empty when it was acknowledged."""

    reason: str = ""
    response: Payload | None = None
    #: The app said ``X-Slack-No-Retry: 1``.
    final: bool = False


class Transport(Protocol):
    """HTTP or Socket Mode."""

    async def attempt(self, delivery: Delivery, retry_num: int, reason: str | None) -> Outcome:
        """Sends it once and waits for the acknowledgement as long as Slack does."""


class Deliverer:
    """Carries deliveries in the server's loop; ``submit`` may be called from any thread."""

    def __init__(
        self, workspace: Workspace, transport: Transport, retry_pauses: Sequence[float]
    ) -> None:
        self._workspace = workspace
        self._transport = transport
        self._pauses = retry_pauses
        self._loop: asyncio.AbstractEventLoop | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self.all: list[Delivery] = []

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Goes on with what was not settled when Slack went down."""
        self._loop = loop
        for delivery in [one for one in self.all if not one.settled.is_set()]:
            self._begin(delivery, len(delivery.attempts))

    async def stop(self) -> None:
        self._loop = None
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for delivery in self.all:
            if delivery.envelope != "events_api" and not delivery.settled.is_set():
                # Nobody waits at a button for Slack to come back.
                self._settle(delivery, "connection_lost")

    @property
    def running(self) -> bool:
        return self._loop is not None

    def submit(self, delivery: Delivery) -> Delivery:
        """Sends it, or keeps it until Slack is up again."""
        with self._workspace.changing():
            self.all.append(delivery)
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._begin, delivery, 0)
        return delivery

    def again(self, delivery: Delivery) -> None:
        """Once more, as a retry, though it was acknowledged."""
        if self._loop is None:
            raise RuntimeError("Slack is down")
        delivery.settled.clear()
        self._loop.call_soon_threadsafe(self._begin, delivery, max(1, len(delivery.attempts)))

    def _begin(self, delivery: Delivery, retry_num: int) -> None:
        task = asyncio.get_running_loop().create_task(self._carry(delivery, retry_num))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _carry(self, delivery: Delivery, retry_num: int) -> None:
        reason: str | None = delivery.attempts[-1].outcome if delivery.attempts else None
        if reason in {"acked", "under way"}:
            reason = "http_timeout"
        pauses = [0.0, *self._pauses] if delivery.envelope == "events_api" else [0.0]
        for pause in pauses:
            if pause:
                await asyncio.sleep(pause)
            outcome = await self._attempt(delivery, retry_num, reason)
            if not outcome.reason:
                self._acknowledged(delivery, outcome.response)
                return
            retry_num, reason = retry_num + 1, outcome.reason
            if outcome.final:
                break
        self._settle(delivery, reason)

    async def _attempt(self, delivery: Delivery, retry_num: int, reason: str | None) -> Outcome:
        attempt = Attempt(time.time(), retry_num, reason if retry_num else None)
        with self._workspace.changing():
            delivery.attempts.append(attempt)
        began = time.perf_counter()
        outcome = await self._transport.attempt(delivery, retry_num, attempt.retry_reason)
        with self._workspace.changing():
            attempt.ms = (time.perf_counter() - began) * 1000
            attempt.outcome = outcome.reason or "acked"
            if not outcome.reason:
                delivery.ack_ms = attempt.ms
                delivery.acked_at = time.time()
        if outcome.reason in TOO_SLOW:
            self._workspace.violate("late_ack", delivery.payload_type, f"{attempt.ms:.0f} ms")
        return outcome

    def _acknowledged(self, delivery: Delivery, response: Payload | None) -> None:
        delivery.response = response
        failed = None
        try:
            delivery.on_ack(response)
        except Refused as refused:
            failed = refused.code
        self._settle(delivery, failed)

    def _settle(self, delivery: Delivery, failed: str | None) -> None:
        with self._workspace.changing():
            delivery.failed = failed
            delivery.settled.set()
