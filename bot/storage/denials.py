"""Who was refused what."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, func, insert, select

from bot.services.ports import Denial
from bot.storage import tables
from bot.storage.connections import Connections

_denials = tables.denial.c


class SqlDenialLog:
    """``ports.DenialLog``."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(self, denial: Denial) -> None:
        """Log a refusal."""
        with self._connections.writing() as connection:
            connection.execute(insert(tables.denial).values(denial.model_dump()))

    def since(self, start: datetime) -> list[Denial]:
        """The refusals from ``start`` on, oldest first."""
        told = select(*[_denials[name] for name in Denial.model_fields])
        later = told.where(_denials.at >= start).order_by(_denials.at, _denials.id)
        with self._connections.reading() as connection:
            return [Denial.model_validate(dict(row._mapping)) for row in connection.execute(later)]

    def count_before(self, before: datetime) -> int:
        """How many ``forget`` would remove."""
        old = select(func.count()).select_from(tables.denial).where(_denials.at < before)
        with self._connections.reading() as connection:
            return connection.execute(old).scalar_one()

    def forget(self, before: datetime) -> int:
        """Remove refusals older than that; how many."""
        with self._connections.writing() as connection:
            return connection.execute(delete(tables.denial).where(_denials.at < before)).rowcount
