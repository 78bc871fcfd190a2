"""Senders and settlers of several machines, played step by step: each stops before and after
whatever it does to the outbox or to Slack, and goes on, or dies, when the test says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import wraps
from random import Random
from threading import Semaphore, Thread
from typing import Any, Literal

from bot.domain.reminders.dispatch import Dispatch
from bot.domain.reminders.working_time import WorkingTime
from bot.services.errors import InDoubt, NotSent, StorageUnavailable, Unreachable
from bot.services.reminders.ports import Arrived, Outbox, Outgoing
from bot.services.reminders.sending import Sender
from bot.services.reminders.settling import Settler

START = datetime(2026, 11, 23, 9, tzinfo=UTC)
LONGEST = timedelta(seconds=60)

Turn = Literal["go on", "away"]
"""How it goes on: as it should, or with the database or the channel away."""

Answer = Literal["arrived", "refused", "too fast", "unanswered", "unreachable", "broken"]
"""What Slack says to a message."""


class Always(WorkingTime):
    """Every hour is working time."""

    def moved(self, local: datetime) -> datetime:
        return local


class Killed(BaseException):
    """The process ends here and does nothing any more."""


class Steps:
    """A thread that goes on to its next stop only when it is told to."""

    def __init__(self, run: Callable[[Steps], None]) -> None:
        self._going, self._stopped = Semaphore(0), Semaphore(0)
        self._turn: Turn | None = "go on"
        self._thread = Thread(target=self._run, args=(run,), daemon=True)
        self._thread.start()

    def go_on(self, turn: Turn | None = "go on") -> None:
        """Until the next stop; None kills it."""
        self._turn = turn
        self._going.release()
        self._stopped.acquire()

    def stop(self) -> Turn:
        """A stop; the turn that it takes."""
        self._stopped.release()
        self._going.acquire()
        if self._turn is None:
            raise Killed
        return self._turn

    def _run(self, run: Callable[[Steps], None]) -> None:
        self._going.acquire()
        try:
            run(self)
        except Killed:
            self._stopped.release()


@dataclass
class Request:
    """A message on its way: until ``last``, in true seconds, it may still arrive."""

    key: str
    last: float
    landed: bool = False


@dataclass
class World:
    """True time in seconds, and what people have got."""

    outbox: Outbox
    time: float = 0.0
    under_way: list[Request] = field(default_factory=list)
    arrived: Counter[str] = field(default_factory=Counter)

    def write(self, key: str) -> Request:
        request = Request(key, self.time + LONGEST.total_seconds())
        self.under_way.append(request)
        return request

    def lose(self, request: Request) -> None:
        request.last = self.time - 1
        self.under_way = [each for each in self.under_way if each is not request]

    def land(self, request: Request) -> None:
        if request.last >= self.time and not request.landed:
            request.landed = True
            self.lose(request)
            self.arrived[request.key] += 1

    def wait(self, seconds: float, *, lands: bool) -> None:
        """What can be under way no longer then arrives at the last moment, or never."""
        for request in [each for each in self.under_way if each.last < self.time + seconds]:
            if lands:
                self.land(request)
            self.lose(request)
        self.time += seconds


class Machine:
    """A process with a wall clock of its own that sends or settles round after round."""

    def __init__(self, world: World, kind: Literal["sender", "settler"]) -> None:
        self._world = world
        self._kind = kind
        self.ahead = 0.0
        self.answer: Answer = "arrived"
        self.start()

    def start(self) -> None:
        """A new process."""
        self._steps = Steps(self._live)

    def step(self, turn: Turn = "go on") -> None:
        self._steps.go_on(turn)

    def kill(self) -> None:
        """SIGKILL; another is started."""
        self._steps.go_on(None)
        self.start()

    def end(self) -> None:
        self._steps.go_on(None)

    def _now(self) -> datetime:
        return START + timedelta(seconds=self._world.time + self.ahead)

    def _take_answer(self) -> Answer:
        answer, self.answer = self.answer, "arrived"
        return answer

    def _live(self, steps: Steps) -> None:
        outbox: Any = _Stopping(self._world.outbox, steps)
        post = PlayedPost(self._world, steps, self._take_answer)
        do = self._doing(outbox, post)
        while True:
            with suppress(StorageUnavailable):
                do()
            steps.stop()

    def _doing(self, outbox: Outbox, post: PlayedPost) -> Callable[[], object]:
        steady, chance = (lambda: self._world.time), Random(1)  # noqa: S311
        if self._kind == "settler":
            return Settler(outbox, post, self._now, steady=steady, chance=chance).settle_some
        working_time = Always(frozenset())
        sender = Sender(outbox, _load, post, working_time, self._now, steady=steady, chance=chance)
        return sender.send_some


class _Stopping:
    """The outbox, with a stop before and after each transaction, in which it may be out of reach:
    before it, or after it was carried out.
    """

    def __init__(self, outbox: Outbox, steps: Steps) -> None:
        self._outbox = outbox
        self._steps = steps

    def __getattr__(self, name: str) -> Callable[..., Any]:
        method = getattr(self._outbox, name)

        @wraps(method)
        def stopping(*given: Any) -> Any:
            self._pass()
            done = method(*given)
            self._pass()
            return done

        return stopping

    def _pass(self) -> None:
        if self._steps.stop() == "away":
            raise StorageUnavailable("away", location="here")


class PlayedPost:
    """``ports.Post``: Slack as the test plays it."""

    longest = LONGEST

    def __init__(self, world: World, steps: Steps, answer: Callable[[], Answer]) -> None:
        self._world = world
        self._steps = steps
        self._answer = answer

    def send(self, outgoing: Outgoing, _: float) -> Arrived:
        # Nothing is between the last look at the clock and this: see the sender.
        request = self._world.write(outgoing.dispatch.key)
        self._steps.stop()
        answer = self._answer()
        if answer == "unanswered":
            raise InDoubt("no answer")
        if answer == "broken":
            raise RuntimeError("broken")
        if answer != "arrived" and not request.landed:
            self._world.lose(request)
            if answer == "unreachable":
                raise Unreachable("user_not_found")
            raise NotSent(answer, timedelta(seconds=20) if answer == "too fast" else None)
        self._world.land(request)
        if not request.landed:
            raise InDoubt("it was lost")
        return Arrived(channel="D1", message=request.key)

    def find(self, dispatch: Dispatch) -> Arrived | None:
        if self._steps.stop() != "go on":
            raise NotSent("not read")
        found = self._world.arrived[dispatch.key]
        self._steps.stop()
        return Arrived(channel="D1", message=dispatch.key) if found else None


def _load(dispatch: Dispatch, is_late: bool) -> Outgoing:
    return Outgoing(dispatch=dispatch, occurrence=None, recipient=None, is_late=is_late)
