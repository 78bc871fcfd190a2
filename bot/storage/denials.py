"""Who was refused what."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import insert, select

from bot.services.ports import Denial
from bot.storage import tables
from bot.storage.connections import Connections


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
        columns = tables.denial.c
        told = select(*(columns[name] for name in Denial.model_fields))
        later = (
            select(*told)
            .where(tables.denial.c.at >= start)
            .order_by(tables.denial.c.at, tables.denial.c.id)
        )
        with self._connections.reading() as connection:
            return [Denial.model_validate(dict(row._mapping)) for row in connection.execute(later)]
