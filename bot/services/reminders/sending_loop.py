"""The threads that send and settle, as long as the process runs."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Event, Thread

from bot.services.errors import StorageUnavailable
from bot.services.reminders.ports import Outbox
from bot.services.reminders.sending import Sender
from bot.services.reminders.settling import Settler

_log = logging.getLogger(__name__)

SENDERS = 4
"""Threads; most of their time they wait for the channel."""

SHORTEST_PAUSE, LONGEST_PAUSE = 0.2, 5.0
"""Seconds between two looks into the outbox where there was nothing to do: what another process
adds is seen after the longest.
"""


class SendingLoop:
    """Sends and settles in threads of its own; several processes may do so at once."""

    def __init__(
        self,
        sender: Sender,
        settler: Settler,
        outbox: Outbox,
        now: Callable[[], datetime],
        *,
        senders: int = SENDERS,
        longest_pause: float = LONGEST_PAUSE,
    ) -> None:
        """``longest_pause`` is in seconds."""
        self._sender = sender
        self._settler = settler
        self._outbox = outbox
        self._now = now
        self._longest_pause = longest_pause
        self._stopping = Event()
        sending = [self._thread(self._send, f"sender-{number}") for number in range(senders)]
        self._threads = [*sending, self._thread(self._settle, "settler")]

    def start(self) -> None:
        """Begin."""
        for thread in self._threads:
            thread.start()

    def stop(self, patience: timedelta) -> None:
        """End, after the messages under way; what is not done in time is settled later."""
        self._stopping.set()
        until = time.monotonic() + patience.total_seconds()
        for thread in self._threads:
            thread.join(max(until - time.monotonic(), 0))
        left = sum(thread.is_alive() for thread in self._threads)
        if left:
            _log.warning("%d messages under way are left for the next start", left)

    def is_going(self) -> bool:
        """Whether all its threads are alive."""
        return all(thread.is_alive() for thread in self._threads)

    def _thread(self, step: Callable[[], float], name: str) -> Thread:
        return Thread(target=self._repeat, args=(step,), name=name, daemon=True)

    def _goes_on(self) -> bool:
        return not self._stopping.is_set()

    def _repeat(self, step: Callable[[], float]) -> None:
        pause = 0.0
        while not self._stopping.wait(pause):
            pause = self._longest_pause
            try:
                pause = step()
            except StorageUnavailable as error:
                _log.error("nothing is sent: %s", error)
            except Exception:  # noqa: BLE001 - one bad round must not end them all
                _log.exception("nothing is sent")

    def _send(self) -> float:
        """One round; how long to wait before the next, in seconds."""
        if self._sender.send_some(self._goes_on):
            return 0
        if not self._sender.may_send:
            return self._longest_pause
        at = self._outbox.next_at()
        left = (at - self._now()).total_seconds() if at else self._longest_pause
        return min(max(left, SHORTEST_PAUSE), self._longest_pause)

    def _settle(self) -> float:
        self._settler.settle_some(self._goes_on)
        return self._longest_pause / 2
