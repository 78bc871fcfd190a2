"""Units as the cells of sheets name them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.domain.activities.units import Unit
from bot.services.activities.sheets import BadCell, plain


class UnitNames:
    """The units of one municipality. Closed ones are refused, unless ``takes_closed``."""

    def __init__(self, units: Sequence[Unit], *, takes_closed: bool) -> None:
        self._closed = {each.id for each in units if each.closed and not takes_closed}
        self._units = _by_names(units)

    def id_in(self, text: str) -> str:
        """The id of the unit whose id or name a cell says. Raises BadCell."""
        found = self._units.get(plain(text), frozenset())
        if len(found) != 1:
            raise BadCell("reason-cell-two-units" if found else "reason-cell-unit", value=text)
        [unit] = found
        if unit in self._closed:
            raise BadCell("reason-cell-unit-closed", value=text)
        return unit


def _by_names(units: Sequence[Unit]) -> Mapping[str, frozenset[str]]:
    """Ids by id and name; an id is meant before a name that reads the same, and an open unit
    before a closed one of its name.
    """
    named: dict[str, frozenset[str]] = {}
    for each in sorted(units, key=lambda unit: unit.closed):
        name = plain(each.name)
        if not (each.closed and name in named):
            named[name] = named.get(name, frozenset()) | {each.id}
    return {**named, **{plain(each.id): frozenset({each.id}) for each in units}}
