"""Taking deliveries in: each is stored, acknowledged, and dealt with once.

A listener only stores its delivery and hands it on, so that Slack has its acknowledgement after
one insert. A living process renews the leases of what it is dealing with; what a dead one left
is claimed by whoever looks next.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor, wait
from datetime import datetime, timedelta
from threading import Event, Lock, Thread

from slack_bolt import Ack

from bot.channels.slack.blocks.fitting import View
from bot.channels.slack.incoming import Occasion, Payload, key_of, stored
from bot.channels.slack.metrics import Metrics
from bot.services.errors import StorageUnavailable
from bot.services.ports import Delivery, Inbox
from knowledge.errors import PolicylotsenError

_log = logging.getLogger(__name__)

LEASE = timedelta(seconds=20)
RENEWAL_SECONDS = 2
WORKERS = 8
HURRIED_WORKERS = 4
"""Threads for what opens a modal: its trigger lasts three seconds and must not queue."""

TRIED_FOR = timedelta(hours=4)
"""Since its receipt, what meets something that cannot be reached is tried again: longer than such
failures last, and half a working day, after which nobody waits for the answer any more.
"""

SHORTEST_PAUSE, LONGEST_PAUSE = timedelta(seconds=2), timedelta(minutes=5)
"""Between those attempts; in between, as long as it has been tried already."""

MOST_ATTEMPTS = 9
"""What has been begun so often without an end may be what ends the process each time."""

Work = Callable[[Occasion], None]
Concern = Callable[[Occasion], bool]
Objection = Callable[[Occasion], dict[str, str] | View | None]
Meanwhile = Callable[[Occasion], View]
Complaint = Callable[[Occasion, Exception], None]


class TooOften(Exception):
    """A delivery has been begun too often."""


class Reception:
    """Stores deliveries and has them dealt with in its own threads."""

    def __init__(
        self, inbox: Inbox, complain: Complaint, metrics: Metrics, now: Callable[[], datetime]
    ) -> None:
        """``complain`` tells the person that their delivery failed for good."""
        self._inbox = inbox
        self._complain = complain
        self._metrics = metrics
        self._now = now
        self._works: dict[str, tuple[Work, Executor]] = {}
        self._patient = ThreadPoolExecutor(WORKERS, "work")
        self._hurried = ThreadPoolExecutor(HURRIED_WORKERS, "hurried")
        self._under_way: dict[str, Future[None]] = {}
        self._suspect: str | None = None
        self._lock = Lock()
        self._stopping = Event()
        self._stopped = Event()
        self._keeper = Thread(target=self._keep, name="leases", daemon=True)

    def listener(
        self,
        name: str,
        work: Work,
        *,
        hurried: bool = False,
        concerns: Concern | None = None,
        objection: Objection | None = None,
        meanwhile: Meanwhile | None = None,
    ) -> Callable[..., None]:
        """A Bolt listener that has ``work`` done.

        What does not ``concern`` us is not even stored. An ``objection`` sends a form back with
        what is wrong by block, or puts another view in its place
        (https://docs.slack.dev/surfaces/modals#response_actions). What a form shows ``meanwhile``
        stands in its place until the work shows something else; without it, the form closes.
        """
        self._works[name] = (work, self._hurried if hurried else self._patient)

        def receive(body: Payload, ack: Ack) -> None:
            occasion = Occasion(key_of(body), body)
            objected = objection(occasion) if objection else None
            if isinstance(objected, View):
                ack(response_action="update", view=objected.payload)
                return
            if objected:
                ack(response_action="errors", errors=objected)
                return
            if concerns is None or concerns(occasion):
                self._accept(name, occasion)
            if meanwhile:
                ack(response_action="update", view=meanwhile(occasion).payload)
            else:
                ack()

        return receive

    def start(self) -> None:
        """Begin to keep leases and to take on what others left."""
        self._keeper.start()

    def stop(self, patience: timedelta) -> None:
        """Finish what is under way; what is not done in time stays in the inbox, leased as long
        as a thread is still at it.
        """
        self._stopping.set()
        with self._lock:
            running = list(self._under_way.values())
        _done, left = wait(running, timeout=patience.total_seconds())
        if left:
            _log.warning("%d deliveries are left for the next start", len(left))
        for pool in (self._patient, self._hurried):
            pool.shutdown(wait=False, cancel_futures=True)
        with self._lock:
            begun = {key: each for key, each in self._under_way.items() if not each.cancelled()}
            self._under_way = begun
        self._end_when_done()

    def is_keeping(self) -> bool:
        """Whether leases are being kept: without that, nothing is safe."""
        return self._keeper.is_alive()

    def _accept(self, name: str, occasion: Occasion) -> None:
        now = self._now()
        body = stored(occasion.body)
        delivery = Delivery(key=occasion.key, listener=name, body=body, received_at=now, attempts=1)
        if self._inbox.accept(delivery, now + LEASE):
            self._begin(delivery)
        else:
            self._metrics.delivered(name, "repeated")
            _log.info("delivered again, not dealt with again", extra={"delivery": delivery.key})

    def _begin(self, delivery: Delivery) -> None:
        if delivery.listener not in self._works:
            _log.error("nobody deals with %s any more", delivery.listener)
            self._inbox.done(delivery.key, self._now())
            return
        _work, pool = self._works[delivery.listener]
        with self._lock:
            self._under_way[delivery.key] = pool.submit(self._deal_with, delivery)

    def _deal_with(self, delivery: Delivery) -> None:
        try:
            self._carry_out(delivery)
        except Exception:  # noqa: BLE001 - it stays in the inbox, for another attempt
            _log.exception("left for later", extra={"delivery": delivery.key})
        finally:
            with self._lock:
                self._under_way.pop(delivery.key, None)
            if self._stopping.is_set():
                self._end_when_done()

    def _end_when_done(self) -> None:
        with self._lock:
            if not self._under_way:
                self._stopped.set()

    def _carry_out(self, delivery: Delivery) -> None:
        work, _pool = self._works[delivery.listener]
        occasion = Occasion(delivery.key, delivery.body, delivery.attempts)
        outcome = "done"
        try:
            if delivery.attempts > MOST_ATTEMPTS:
                raise TooOften(f"{delivery.listener}: {delivery.attempts} attempts")
            work(occasion)
        except Exception as error:  # noqa: BLE001 - the person is told, with an id for the log
            if _is_passing(error) and self._age(delivery) < TRIED_FOR:
                self._put_off(delivery, error)
                return
            self._give_up(occasion, error)
            outcome = "failed"
        self._inbox.done(delivery.key, self._now())
        self._metrics.delivered(delivery.listener, outcome)
        self._metrics.took(delivery.listener, self._age(delivery))

    def _give_up(self, occasion: Occasion, error: Exception) -> None:
        try:
            self._complain(occasion, error)
        except Exception:  # noqa: BLE001 - else both would be tried again, for ever
            _log.exception("nobody could be told", extra={"delivery": occasion.key})

    def _put_off(self, delivery: Delivery, error: Exception) -> None:
        self._metrics.delivered(delivery.listener, "put_off")
        pause = min(max(self._age(delivery), SHORTEST_PAUSE), LONGEST_PAUSE)
        with self._lock:
            self._under_way.pop(delivery.key, None)
        _log.warning(
            "%s; tried again in %d s", error, pause.seconds, extra={"delivery": delivery.key}
        )
        self._inbox.release(delivery.key, self._now() + pause)

    def _age(self, delivery: Delivery) -> timedelta:
        return self._now() - delivery.received_at

    def _keep(self) -> None:
        while not self._stopped.wait(RENEWAL_SECONDS):
            try:
                self._renew()
                if not self._stopping.is_set():
                    self._take_on()
            except StorageUnavailable as error:
                _log.error("leases are not kept: %s", error)
            except Exception:  # noqa: BLE001 - one bad round must not end them all
                _log.exception("leases are not kept")

    def _renew(self) -> None:
        with self._lock:
            keys = list(self._under_way)
        if keys:
            self._inbox.renew(keys, self._now() + LEASE)

    def _take_on(self) -> None:
        """Take on what others left, of suspects one at a time: whoever only stood in the queue
        behind what ends the process is not given up with it.
        """
        now = self._now()
        left = self._inbox.claim(now, now + LEASE, WORKERS, suspect=False)
        with self._lock:
            is_busy = self._suspect in self._under_way
        if not is_busy:
            suspects = self._inbox.claim(now, now + LEASE, 1, suspect=True)
            self._suspect = next((each.key for each in suspects), None)
            left += suspects
        for delivery in left:
            self._begin(delivery)


def _is_passing(error: Exception) -> bool:
    return isinstance(error, PolicylotsenError) and error.retryable
