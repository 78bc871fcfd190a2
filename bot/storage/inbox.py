"""Deliveries of channels."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select, true, update

from bot.services.ports import SUSPECT, Delivery
from bot.storage.connections import Connections
from bot.storage.rows import insert_new
from bot.storage.tables import inbox

_DELIVERY = [inbox.c[name] for name in Delivery.model_fields]


class SqlInbox:
    """``ports.Inbox``."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def accept(self, delivery: Delivery, leased_until: datetime) -> bool:
        """Take in a new delivery, leased to the caller. False if its key is known already."""
        with self._connections.writing() as connection:
            row = {**delivery.model_dump(), "leased_until": leased_until}
            return insert_new(connection, inbox, row)

    def renew(self, keys: Sequence[str], leased_until: datetime) -> None:
        """Prolong the leases of deliveries that are being dealt with."""
        if not keys:
            return
        with self._connections.writing() as connection:
            connection.execute(
                update(inbox)
                .where(inbox.c.key.in_(keys), inbox.c.done_at.is_(None))
                .values(leased_until=leased_until)
            )

    def claim(
        self, now: datetime, leased_until: datetime, most: int, *, suspect: bool | None = None
    ) -> list[Delivery]:
        """Lease unfinished deliveries whose lease has run out, oldest first."""
        meant = true() if suspect is None else (inbox.c.attempts >= SUSPECT) == suspect
        free = (
            select(*_DELIVERY)
            .where(inbox.c.done_at.is_(None), inbox.c.leased_until <= now, meant)
            .order_by(*[inbox.c.attempts] * bool(suspect), inbox.c.received_at, inbox.c.key)
            .limit(max(most, 0))
            # What another process has just locked, it leases. SQLite leaves this out: there a
            # transaction that will write is alone.
            .with_for_update(skip_locked=True)
        )
        with self._connections.writing() as connection:
            found = [
                Delivery.model_validate(dict(row._mapping)) for row in connection.execute(free)
            ]
            connection.execute(
                update(inbox)
                .where(inbox.c.key.in_([delivery.key for delivery in found]))
                .values(leased_until=leased_until, attempts=inbox.c.attempts + 1)
            )
        return [each.model_copy(update={"attempts": each.attempts + 1}) for each in found]

    def done(self, key: str, now: datetime) -> None:
        """It is dealt with: forget its body, keep its key."""
        with self._connections.writing() as connection:
            connection.execute(
                update(inbox)
                .where(inbox.c.key == key, inbox.c.done_at.is_(None))
                .values(body=None, done_at=now)
            )

    def release(self, key: str, until: datetime) -> None:
        """It could not be dealt with now: free to be claimed from ``until``."""
        with self._connections.writing() as connection:
            connection.execute(
                update(inbox)
                .where(inbox.c.key == key, inbox.c.done_at.is_(None))
                .values(leased_until=until, attempts=1)
            )

    def waiting(self) -> int:
        """How many deliveries are not done."""
        unfinished = select(func.count()).select_from(inbox).where(inbox.c.done_at.is_(None))
        with self._connections.reading() as connection:
            return connection.execute(unfinished).scalar_one()

    def forget(self, before: datetime) -> int:
        """Remove the keys of deliveries done before that; how many."""
        with self._connections.writing() as connection:
            return connection.execute(delete(inbox).where(inbox.c.done_at < before)).rowcount
