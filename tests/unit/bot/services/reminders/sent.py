"""What the tests of sending share: an outbox with messages in it, a way to people that does what it
is told, and clocks.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random

from bot.domain.reminders.dispatch import Dispatch, DispatchKind, NewDispatch
from bot.domain.reminders.working_time import WorkingTime
from bot.services.reminders.ports import Arrived, Outgoing
from bot.services.reminders.sending import Sender
from bot.services.reminders.settling import Settler
from tests.fakes.reminders import FakeOutbox
from tests.fakes.reminders_kept import Reminders

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
LONGEST = timedelta(minutes=1)


class Clocks:
    """A wall clock that may jump, and a steady one."""

    def __init__(self, at: datetime = MONDAY) -> None:
        self.at = at
        self.seconds = 1000.0

    def now(self) -> datetime:
        return self.at

    def steady(self) -> float:
        return self.seconds

    def pass_(self, **time: float) -> None:
        """Time passes, for both."""
        self.at += timedelta(**time)
        self.seconds += timedelta(**time).total_seconds()


class FakePost:
    """``ports.Post``: raises what it is told to, once each."""

    longest = LONGEST

    def __init__(self) -> None:
        self.errors: deque[Exception] = deque()
        self.before: Callable[[], object] = lambda: None
        self.tried: list[Outgoing] = []
        self.arrived: dict[str, Arrived] = {}
        self.looked_for: list[str] = []
        self.until = 0.0

    def send(self, outgoing: Outgoing, until: float) -> Arrived:
        self.until = until
        self.tried.append(outgoing)
        self.before()
        self._fail()
        key = outgoing.dispatch.key
        assert key not in self.arrived, "twice"
        self.arrived[key] = Arrived(channel="D1", message=f"{len(self.arrived)}.1")
        return self.arrived[key]

    def find(self, dispatch: Dispatch) -> Arrived | None:
        self.looked_for.append(dispatch.key)
        self._fail()
        return self.arrived.get(dispatch.key)

    def _fail(self) -> None:
        if self.errors:
            raise self.errors.popleft()


class Scene:
    """An outbox with messages for people, and who sends them."""

    def __init__(self, *people: str, due_at: datetime = MONDAY) -> None:
        self.clocks = Clocks(due_at)
        self.outbox = FakeOutbox(Reminders())
        self.post = FakePost()
        self.sender = self.another_sender(self.clocks)
        self.settler = self.another_settler(self.clocks)
        self.add(*people, due_at=due_at)

    def add(self, *people: str, due_at: datetime = MONDAY, drop_at: datetime | None = None) -> None:
        new = [
            NewDispatch(kind=DispatchKind.DIGEST, person=each, due_at=due_at, drop_at=drop_at)
            for each in people
        ]
        self.outbox.add(new)

    def another_sender(self, clocks: Clocks) -> Sender:
        """One on a machine with clocks of its own."""
        return Sender(
            self.outbox,
            load,
            self.post,
            WorkingTime(frozenset()),
            clocks.now,
            steady=clocks.steady,
            chance=Random(1),  # noqa: S311
        )

    def another_settler(self, clocks: Clocks) -> Settler:
        chance = Random(1)  # noqa: S311
        return Settler(self.outbox, self.post, clocks.now, steady=clocks.steady, chance=chance)

    @property
    def only(self) -> Dispatch:
        """The only dispatch."""
        [dispatch] = self.outbox.every()
        return dispatch

    @property
    def state(self) -> str:
        """Its state."""
        return self.only.state.value

    def settle(self) -> int:
        """Take over, wait as long as there is doubt, and look."""
        self.settler.settle_some()
        self.clocks.pass_(minutes=2, seconds=1)
        return self.settler.settle_some()


def load(dispatch: Dispatch, is_late: bool) -> Outgoing:
    return Outgoing(dispatch=dispatch, occurrence=None, recipient=None, is_late=is_late)
