"""Sending what the outbox holds, each message once.

Who says that a message is being sent has looked at the steady clock before, and writes nothing when
``Post.longest`` has passed since then: a process that stood still meanwhile does not send any more.
So whoever takes a message over knows how long a request for it can still arrive (``doubt``). Only
the instant between the last look at the clock and the write is seen by nobody.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from uuid import uuid4

from bot.domain.reminders.dispatch import Dispatch
from bot.domain.reminders.working_time import WorkingTime
from bot.services.errors import NotMade, NotSent, StorageUnavailable, Unreachable
from bot.services.reminders.pauses import LONGEST_PAUSE, Brake, Steady, back_off, steady_seconds
from bot.services.reminders.ports import OccurrenceBook, Outbox, Outgoing, Post
from bot.services.reminders.reminding import is_too_late, soon

_log = logging.getLogger(__name__)

LEASE = timedelta(minutes=1)
"""How long what somebody claimed stays theirs."""

TOGETHER = 4
"""Messages that one thread claims at once: their requests together end within the lease."""

Load = Callable[[Dispatch, bool], Outgoing]
"""A dispatch with what it is about; whether it is late is told."""


def loading(occurrences: OccurrenceBook) -> Load:
    """Load from the book. The recipient of an escalation is the one it tells of."""

    def load(dispatch: Dispatch, is_late: bool) -> Outgoing:
        of, person = dispatch.occurrence, dispatch.about or dispatch.person
        return Outgoing(
            dispatch=dispatch,
            occurrence=None if of is None else occurrences.find(of),
            recipient=None if of is None else occurrences.recipient(of, person),
            is_late=is_late,
        )

    return load


def doubt(post: Post) -> timedelta:
    """How long after somebody else could begin it last a request may still be carried out: as long
    as they may hesitate, and as long as the request takes.
    """
    return 2 * post.longest


class Sender:
    """Sends; any number of threads and processes do so at once."""

    def __init__(
        self,
        outbox: Outbox,
        load: Load,
        post: Post,
        working_time: WorkingTime,
        now: Callable[[], datetime],
        *,
        steady: Steady = steady_seconds,
        chance: Random | None = None,
        lease: timedelta = LEASE,
    ) -> None:
        """``now`` may jump, ``steady`` not; ``chance`` spreads pauses."""
        self._outbox = outbox
        self._load = load
        self._post = post
        self._working_time = working_time
        self._now = now
        self._steady = steady
        self._chance = chance or Random()  # noqa: S311 - pauses, not secrets
        self._lease = lease
        self._brake = Brake(steady, self._chance)

    @property
    def may_send(self) -> bool:
        """Whether it is working time and the channel takes messages."""
        now = self._now()
        return soon(now, self._working_time) == now and not self._brake.is_on

    def send_some(self, goes_on: Callable[[], bool] = lambda: True) -> int:
        """Claim some and send them, as long as it ``goes_on``; how many were claimed. Raises
        StorageUnavailable: what was begun then is settled by somebody.
        """
        if not self.may_send:
            return 0
        now, token = self._now(), uuid4().hex
        claimed = self._outbox.claim(now, now + self._lease, token, TOGETHER)
        for dispatch in claimed:
            if goes_on() and self.may_send:
                self._try(dispatch, token)
            else:
                self._outbox.not_sent(dispatch.id, token, now)
        return len(claimed)

    def _try(self, dispatch: Dispatch, token: str) -> None:
        try:
            outgoing = self._load(dispatch, self._is_late(dispatch))
        except StorageUnavailable:
            raise
        except Exception:  # noqa: BLE001 - one that cannot be read must not keep the others
            _log.exception("not loaded", extra={"dispatch": dispatch.id})
            self._outbox.not_sent(dispatch.id, token, self._now() + LONGEST_PAUSE)
            return
        until = self._steady() + self._post.longest.total_seconds()
        if self._has_begun(dispatch, token, until):
            self._send(outgoing, token, until)

    def _has_begun(self, dispatch: Dispatch, token: str, until: float) -> bool:
        """Whether it is being sent from now on, and it is in time for that."""
        if not self._outbox.begin(dispatch.id, token, self._now()):
            return False
        if self._steady() < until:
            return True
        _log.warning("not sent: beginning took too long", extra={"dispatch": dispatch.id})
        self._outbox.not_sent(dispatch.id, token, self._now())
        return False

    def _send(self, outgoing: Outgoing, token: str, until: float) -> None:
        dispatch = outgoing.dispatch
        try:
            arrived = self._post.send(outgoing, until)
        except NotSent as error:
            self._put_off(dispatch, token, error)
        except Unreachable as error:
            _log.warning("cannot be reached: %s", error.code, extra={"dispatch": dispatch.id})
            self._brake.release()
            self._outbox.failed(dispatch.id, token, self._now(), error.code)
        except Exception as error:  # noqa: BLE001 - whatever it was, it may have arrived
            _log.warning("in doubt: %r", error, extra={"dispatch": dispatch.id})
            self._brake.press()
            self._outbox.in_doubt(dispatch.id, token)
        else:
            self._brake.release()
            sent = (arrived.channel, arrived.message)
            if not self._outbox.sent(dispatch.id, token, self._now(), *sent):
                _log.warning("sent, taken over meanwhile", extra={"dispatch": dispatch.id})

    def _put_off(self, dispatch: Dispatch, token: str, error: NotSent) -> None:
        _log.warning("not sent: %s", error, extra={"dispatch": dispatch.id})
        if not isinstance(error, NotMade):
            self._brake.press(error.pause)
        own = back_off(dispatch.attempts + 1, self._chance)
        pause = own if error.pause is None else error.pause * self._chance.uniform(1, 1.1)
        self._outbox.not_sent(dispatch.id, token, self._now() + pause)

    def _is_late(self, dispatch: Dispatch) -> bool:
        """By the time at which it could be sent first."""
        return is_too_late(self._now(), soon(dispatch.due_at, self._working_time))
