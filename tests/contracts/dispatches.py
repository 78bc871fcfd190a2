"""What the tests of the outbox share."""

from __future__ import annotations

from bot.domain.reminders.dispatch import Dispatch, DispatchKind, NewDispatch
from tests.contracts.reminders import first
from tests.contracts.storages import NOON, Storage, later


def digest(person: str, minutes: float = 0, **stated: object) -> NewDispatch:
    return first(person, later(minutes), **{"kind": DispatchKind.DIGEST, **stated})


def people(dispatches: list[Dispatch]) -> list[str]:
    return [each.person for each in dispatches]


def only(storage: Storage) -> Dispatch:
    [found] = storage.outbox.every()
    return found


def sent(storage: Storage, each: Dispatch, worker: str = "t") -> bool:
    return storage.outbox.sent(each.id, worker, NOON, "D1", "1700000000.1")
