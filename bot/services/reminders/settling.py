"""Settling what was being sent when its worker ended, or what got no answer: it is read whether it
arrived, before anything is sent again.

From the taking over on nobody else begins to send it. A request of the one before may still arrive
for a while; that is waited out by our own steady clock, so that no wall clock matters.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from uuid import uuid4

from bot.domain.reminders.dispatch import Dispatch
from bot.services.errors import NotSent, Unreachable
from bot.services.reminders.pauses import Brake, Steady, steady_seconds
from bot.services.reminders.ports import Outbox, Post
from bot.services.reminders.sending import LEASE, doubt

_log = logging.getLogger(__name__)

MOST_WAITING = 100
"""Dispatches that one process holds while their doubt lasts."""


@dataclass(frozen=True, slots=True)
class _Taken:
    """A dispatch that was taken over first at ``at`` of the steady clock."""

    dispatch: Dispatch
    token: str
    at: float


class Settler:
    """Settles, in one thread of each process."""

    def __init__(
        self,
        outbox: Outbox,
        post: Post,
        now: Callable[[], datetime],
        *,
        steady: Steady = steady_seconds,
        chance: Random | None = None,
        lease: timedelta = LEASE,
    ) -> None:
        """As of ``Sender``; a lease lasts for the doubt and ``lease``."""
        self._outbox = outbox
        self._post = post
        self._now = now
        self._steady = steady
        self._lease = doubt(post) + lease
        self._brake = Brake(steady, chance or Random())  # noqa: S311 - pauses, not secrets
        self._waiting: dict[int, _Taken] = {}

    def settle_some(self, goes_on: Callable[[], bool] = lambda: True) -> int:
        """Take over what is in doubt, and settle that of which the doubt has lasted long enough, as
        long as it ``goes_on``; how many were looked for. Raises StorageUnavailable: what was taken
        over is then taken over again when its lease has run out.
        """
        self._take_over()
        looked_for = 0
        for taken in self._ripe():
            if not goes_on() or self._brake.is_on:
                break
            del self._waiting[taken.dispatch.id]
            self._settle(taken)
            looked_for += 1
        return looked_for

    def _take_over(self) -> None:
        room = MOST_WAITING - len(self._waiting)
        if room <= 0:
            return
        now, token = self._now(), uuid4().hex
        taken = self._outbox.take_over(now, now + self._lease, token, room)
        # Not before: until it was stored, the one before could still begin.
        at = self._steady()
        for each in taken:
            self._waiting[each.id] = _Taken(each, token, self._first_taken(each, at))

    def _first_taken(self, dispatch: Dispatch, at: float) -> float:
        """Of one that was taken from us and back, by clocks that differ, when we had it first: the
        same attempt is in doubt.
        """
        before = self._waiting.get(dispatch.id)
        same = before is not None and before.dispatch.attempts == dispatch.attempts
        return before.at if before and same else at

    def _ripe(self) -> list[_Taken]:
        until = self._steady() - doubt(self._post).total_seconds()
        return [each for each in self._waiting.values() if each.at < until]

    def _settle(self, taken: _Taken) -> None:
        identity, token = taken.dispatch.id, taken.token
        try:
            found = self._post.find(taken.dispatch)
        except Unreachable as error:
            _log.warning("cannot be looked for: %s", error.code, extra={"dispatch": identity})
            self._outbox.failed(identity, token, self._now(), error.code)
        except Exception as error:  # noqa: BLE001 - it stays in doubt
            _log.warning("still in doubt: %r", error, extra={"dispatch": identity})
            self._brake.press(error.pause if isinstance(error, NotSent) else None)
            self._outbox.in_doubt(identity, token)
        else:
            self._brake.release()
            _log.info("it had %sarrived", "" if found else "not ", extra={"dispatch": identity})
            if found:
                at = self._now()
                self._outbox.sent(identity, token, at, found.channel, found.message)
            else:
                self._outbox.not_sent(identity, token, self._now())
