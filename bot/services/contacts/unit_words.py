"""One unit in words: by its name, or by what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.activities.units import Unit
from bot.services.activities.sheets import BadCell
from bot.services.activities.unit_names import UnitNames
from bot.services.contacts.words import Known, read_wish


def unit_meant(text: str, units: Sequence[Unit]) -> str:
    """The id of the open unit of one municipality that a text names by id or name or, if there is
    just one, is about. Raises BadCell.
    """
    try:
        return UnitNames(units, takes_closed=False).id_in(text)
    except BadCell as error:
        if error.reason != "reason-cell-unit":
            raise
        home = next((each.municipality for each in units), None)
        known = Known(municipalities=(), home=home, units=lambda _: units, contacts=lambda _: ())
        wish = read_wish(text, known)
        if not wish.units or wish.unknown:
            raise
        if len(wish.units) == 1:
            return wish.units[0]
    alike = ", ".join(each.name for each in units if each.id in wish.units)
    raise BadCell("reason-cell-units-alike", value=text, known=alike)
