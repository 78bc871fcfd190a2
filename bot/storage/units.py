"""The units of each municipality, and who may change what they logged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, insert, select, text

from bot.domain.activities.units import Unit, alphabetical
from bot.storage import tables
from bot.storage.agreement_tables import agreement
from bot.storage.connections import Connections
from bot.storage.contact_tables import contact

_units = tables.unit.c
_editors = tables.unit_editor.c


class SqlUnitRegister:
    """``ports.UnitRegister``."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def units(self, municipality: str) -> list[Unit]:
        """The units, by name."""
        with self._connections.reading() as connection:
            return alphabetical(_read(connection, municipality))

    def replace(self, municipality: str, units: Sequence[Unit]) -> None:
        """Set all units of a municipality. Those missing that activities or contacts belong to
        stay, closed.
        """
        with self._connections.writing() as connection:
            _wait_for_others(connection)
            given = {each.id: each for each in units}
            used = _used(connection, municipality)
            kept = {
                each.id: each.model_copy(update={"closed": True})
                for each in _read(connection, municipality)
                if each.id in used
            }
            connection.execute(delete(tables.unit).where(_units.municipality == municipality))
            _write(connection, municipality, (kept | given).values())


def _wait_for_others(connection: Connection) -> None:
    """Two registers of the same municipality at once would mix; on SQLite one writes at a time
    anyway (https://www.postgresql.org/docs/current/explicit-locking.html).
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE unit IN SHARE ROW EXCLUSIVE MODE"))


def _used(connection: Connection, municipality: str) -> set[str]:
    return {
        unit
        for table in (tables.activity, contact, agreement)
        for unit in connection.execute(
            select(table.c.unit).where(table.c.municipality == municipality).distinct()
        ).scalars()
    }


def _read(connection: Connection, municipality: str) -> list[Unit]:
    editors: defaultdict[str, set[str]] = defaultdict(set)
    chosen = select(_editors.unit, _editors.person).where(_editors.municipality == municipality)
    for unit, person in connection.execute(chosen):
        editors[unit].add(person)
    rows = connection.execute(select(tables.unit).where(_units.municipality == municipality))
    return [
        Unit.model_validate({**row._mapping, "editors": frozenset(editors[row.id])}) for row in rows
    ]


def _write(connection: Connection, municipality: str, units: Iterable[Unit]) -> None:
    rows = [
        {**each.model_dump(exclude={"editors"}), "municipality": municipality} for each in units
    ]
    editors = [
        {"municipality": municipality, "unit": each.id, "person": person}
        for each in units
        for person in each.editors
    ]
    for table, written in ((tables.unit, rows), (tables.unit_editor, editors)):
        if written:
            connection.execute(insert(table), written)
