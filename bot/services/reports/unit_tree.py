"""The units of a municipality as they belong to each other, and who of them has reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from bot.domain.activities.units import Unit
from bot.services.reports.material import Material


def below_parents(units: Sequence[Unit]) -> list[Unit]:
    """The units, each below the one it belongs to, otherwise in their order."""
    known = {each.id for each in units}
    children: dict[str, list[Unit]] = defaultdict(list)
    for each in units:
        if each.parent in known:
            children[each.parent].append(each)
    tops = [each for each in units if each.parent not in known]
    placed: dict[str, Unit] = {}
    # Those that only belong to each other are under no top: they follow.
    waiting = [*reversed((*tops, *units))]
    while waiting:
        unit = waiting.pop()
        if unit.id not in placed:
            placed[unit.id] = unit
            waiting += reversed(children[unit.id])
    return list(placed.values())


def counted_apart(material: Material) -> Iterator[str]:
    """Where units belong to others, that each is counted for itself."""
    known = {each.id for each in material.units}
    if any(each.parent in known for each in material.units):
        yield material.names.say("report-units-apart")


def silent_units(material: Material) -> list[str]:
    """The open units of which nothing is reported, neither by them nor by any below them."""
    heard = {activity.content.unit for activity in material.activities} | _heard(material).keys()
    return [each.name for each in material.units if not each.closed and each.id not in heard]


def heard_below(material: Material) -> list[str]:
    """The open units that have reported nothing themselves, each with those below it that have."""
    own, heard = {each.content.unit for each in material.activities}, _heard(material)
    return [
        f"{each.name} ({', '.join(map(material.names.unit, heard[each.id]))})"
        for each in material.units
        if not each.closed and each.id not in own and each.id in heard
    ]


def _heard(material: Material) -> dict[str, list[str]]:
    """The units with activities under each of the units above them, by id."""
    parents = {each.id: each.parent for each in material.units}
    heard: dict[str, list[str]] = {}
    for unit in dict.fromkeys(activity.content.unit for activity in material.activities):
        seen, above = {unit}, parents.get(unit)
        while above is not None and above not in seen:
            heard.setdefault(above, []).append(unit)
            seen.add(above)
            above = parents.get(above)
    return heard
