"""What the fakes of broadcasts, occurrences and dispatches keep, in one place as in a database."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from itertools import count

from bot.domain.reminders.broadcast import Broadcast, BroadcastStatus, Event
from bot.domain.reminders.dispatch import Dispatch, DispatchState, NewDispatch
from bot.domain.reminders.occurrence import Occurrence, OccurrenceStatus, Recipient
from knowledge.model import Value

UNFINISHED = (DispatchState.WAITING, DispatchState.HELD)


class Lease(Value):
    token: str
    until: datetime


class Reminders:
    """What the three books keep."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.keys: dict[str, int] = {}
        self.broadcasts: dict[int, Broadcast] = {}
        self.events: list[Event] = []
        self.occurrences: dict[int, Occurrence] = {}
        self.recipients: dict[tuple[int, str], Recipient] = {}
        self.dispatches: dict[int, Dispatch] = {}
        self.dispatch_keys: set[str] = set()
        self.if_unsent: dict[int, DispatchState] = {}
        self.leases: dict[int, Lease] = {}
        self.ids = {kind: count(1) for kind in ("broadcast", "occurrence", "dispatch")}

    def status(self, occurrence: int) -> BroadcastStatus:
        """That of an occurrence's broadcast."""
        return self.broadcasts[self.occurrences[occurrence].broadcast].status

    def of_broadcast(self, identity: int) -> list[Dispatch]:
        """The dispatches of a broadcast."""
        own = {each.id for each in self.occurrences.values() if each.broadcast == identity}
        return [each for each in self.dispatches.values() if each.occurrence in own]

    def add_dispatches(self, new: Iterable[NewDispatch], state: DispatchState) -> int:
        before = len(self.dispatch_keys)
        for each in new:
            if each.key not in self.dispatch_keys:
                self._add_dispatch(each, state)
        return len(self.dispatch_keys) - before

    def beginning(self, occurrence: int) -> DispatchState:
        """The state in which dispatches of an occurrence begin."""
        match self.status(occurrence):
            case BroadcastStatus.PAUSED:
                return DispatchState.HELD
            case BroadcastStatus.CANCELLED:
                return DispatchState.DROPPED
        return DispatchState.WAITING

    def put(self, each: Dispatch, **fields: object) -> None:
        """Change a dispatch."""
        self.dispatches[each.id] = each.model_copy(update=fields)

    def turn(
        self,
        dispatches: Iterable[Dispatch],
        before: Collection[DispatchState],
        after: DispatchState,
    ) -> None:
        for each in dispatches:
            if each.state is DispatchState.SENDING and self.if_unsent[each.id] in before:
                self.if_unsent[each.id] = after
            elif each.state in before:
                self.if_unsent[each.id] = after
                self.leases.pop(each.id, None)
                self.put(each, state=after)

    def follow(self, identity: int, status: BroadcastStatus) -> None:
        """Have the dispatches and occurrences of a broadcast follow its status."""
        theirs = self.of_broadcast(identity)
        match status:
            case BroadcastStatus.PAUSED:
                self.turn(theirs, [DispatchState.WAITING], DispatchState.HELD)
            case BroadcastStatus.ACTIVE:
                self.turn(theirs, [DispatchState.HELD], DispatchState.WAITING)
            case BroadcastStatus.CANCELLED:
                self.turn(theirs, UNFINISHED, DispatchState.DROPPED)
                for each in list(self.occurrences.values()):
                    if each.broadcast == identity and each.status is OccurrenceStatus.OPEN:
                        closed = each.model_copy(update={"status": OccurrenceStatus.CANCELLED})
                        self.occurrences[each.id] = closed

    def remove_dispatches(self, is_gone: Callable[[Dispatch], bool]) -> None:
        for each in [each for each in self.dispatches.values() if is_gone(each)]:
            del self.dispatches[each.id], self.if_unsent[each.id]
            self.dispatch_keys.discard(each.key)
            self.leases.pop(each.id, None)

    def _add_dispatch(self, new: NewDispatch, state: DispatchState) -> None:
        identity = next(self.ids["dispatch"])
        made = {"id": identity, "state": state, "not_before": new.due_at}
        self.dispatches[identity] = Dispatch.model_validate({**new.model_dump(), **made})
        self.if_unsent[identity] = state
        self.dispatch_keys.add(new.key)
