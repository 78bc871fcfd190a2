"""The register of a municipality's units, out of a sheet: all of it or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.domain.activities.rights import Deed
from bot.domain.activities.units import Unit, UnitKind
from bot.services.activities.cells import places_in, text_in
from bot.services.activities.permission import require
from bot.services.activities.ports import UnitRegister
from bot.services.activities.sheets import BadCell, Columns, Problem, Row, Sheet, plain, rows_of
from bot.services.rights import Rights
from knowledge.model import Value

UNIT_COLUMNS = Columns(
    {
        "id": ("id",),
        "name": ("namn", "name", "enhet", "unit"),
        "kind": ("slag", "kind", "typ", "type"),
        "parent": ("tillhör", "belongs to", "överordnad", "parent"),
        "editors": ("redaktörer", "editors", "redaktör", "editor"),
    },
    needed=("id", "name", "kind"),
)

KINDS = {
    UnitKind.COMMITTEE: ("nämnd", "committee", "styrelse", "board"),
    UnitKind.ADMINISTRATION: ("förvaltning", "administration", "department"),
    UnitKind.COMPANY: ("bolag", "company"),
    UnitKind.SCHOOL: ("skola", "school"),
    UnitKind.OTHER: ("annan", "other", "annat"),
}
"""What the column says, the first Swedish word as in the template."""

_KINDS = {plain(word): kind for kind, words in KINDS.items() for word in (kind.value, *words)}


class UnitPlan(Value):
    """The units of a sheet, and what is wrong with it; nothing is stored yet."""

    municipality: str
    units: tuple[Unit, ...]
    problems: tuple[Problem, ...]


class UnitChanges(Value):
    """What a plan would make of a register: units that it lacks, units that are stated otherwise
    (as they would be, also those that were closed), how many stay the same, and the open ones that
    the sheet lacks.
    """

    new: tuple[Unit, ...]
    changed: tuple[Unit, ...]
    same: int
    absent: tuple[Unit, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the register would be as it is."""
        return not (self.new or self.changed or self.absent)


class UnitsReplaced(Value):
    """How the register stands now, and which units are closed because the sheet lacked them."""

    units: tuple[Unit, ...]
    closed: tuple[Unit, ...]


class Units:
    """The registers, replaced by coordinators."""

    def __init__(self, register: UnitRegister, rights: Rights) -> None:
        self._register = register
        self._rights = rights

    def replace(self, plan: UnitPlan, person: str) -> UnitsReplaced:
        """Set a municipality's units. Raises OnlyCoordinators, and ValueError for a plan with
        problems.
        """
        require(self._rights, person, Deed.IMPORT)
        if plan.problems:
            raise ValueError("units with problems are not stored")
        self._register.replace(plan.municipality, plan.units)
        now = self._register.units(plan.municipality)
        given = {each.id for each in plan.units}
        return UnitsReplaced(
            units=tuple(each for each in now if each.id in given),
            closed=tuple(each for each in now if each.id not in given),
        )


def plan_units(sheet: Sheet, municipality: str) -> UnitPlan:
    """The units of a sheet with the columns id, namn, slag, tillhör, redaktörer."""
    rows, problems = rows_of(sheet, UNIT_COLUMNS)
    units = [_unit(row, municipality) for row in rows]
    whole = [(row, unit) for row, unit in zip(rows, units, strict=True) if unit]
    _refuse_repeated(whole)
    settled = _with_parents(whole)
    _refuse_circles(settled)
    return UnitPlan(
        municipality=municipality,
        units=tuple(unit for _, unit in settled),
        problems=(*problems, *(problem for row in rows for problem in row.problems)),
    )


def changes_by(plan: UnitPlan, now: Sequence[Unit]) -> UnitChanges:
    """What a plan would make of the register as it is ``now``."""
    known, given = {each.id: each for each in now}, {each.id for each in plan.units}
    same = [each for each in plan.units if each == known.get(each.id)]
    return UnitChanges(
        new=tuple(each for each in plan.units if each.id not in known),
        changed=tuple(e for e in plan.units if e.id in known and e != known[e.id]),
        same=len(same),
        absent=tuple(each for each in now if not each.closed and each.id not in given),
    )


def _unit(row: Row, municipality: str) -> Unit | None:
    """The row's unit, its parent not looked up yet."""
    identity = row.needed("id", text_in)
    name = row.needed("name", text_in)
    kind = row.needed("kind", _kind)
    editors = row.read("editors", places_in) or ()
    if row.problems or identity is None or name is None or kind is None:
        return None
    return Unit(
        id=identity,
        municipality=municipality,
        name=name,
        kind=kind,
        parent=row.cells.get("parent"),
        editors=frozenset(editors),
    )


def _kind(text: str) -> UnitKind:
    found = _KINDS.get(plain(text))
    if found is None:
        known = ", ".join(words[0] for words in KINDS.values())
        raise BadCell("reason-cell-unit-kind", value=text, known=known)
    return found


def _refuse_repeated(units: Sequence[tuple[Row, Unit]]) -> None:
    first: dict[str, int] = {}
    for row, unit in units:
        line = first.setdefault(plain(unit.id), row.line)
        if line != row.line:
            row.refuse("id", "reason-cell-unit-twice", value=unit.id, line=str(line))


def _with_parents(units: Sequence[tuple[Row, Unit]]) -> list[tuple[Row, Unit]]:
    """Parents by id, which may be given by id or name; an id is meant before a name."""
    names: dict[str, list[str]] = {}
    for _, unit in units:
        names.setdefault(plain(unit.name), []).append(unit.id)
    known = {**names, **{plain(unit.id): [unit.id] for _, unit in units}}
    return [(row, _with_parent(row, unit, known)) for row, unit in units]


def _with_parent(row: Row, unit: Unit, known: Mapping[str, Sequence[str]]) -> Unit:
    if unit.parent is None:
        return unit
    match known.get(plain(unit.parent), ()):
        case [parent]:
            return unit.model_copy(update={"parent": parent})
        case []:
            row.refuse("parent", "reason-cell-parent", value=unit.parent)
        case _:
            row.refuse("parent", "reason-cell-two-units", value=unit.parent)
    return unit.model_copy(update={"parent": None})


def _refuse_circles(units: Sequence[tuple[Row, Unit]]) -> None:
    """A unit must not belong to itself, by whatever way round."""
    parents = {unit.id: unit.parent for _, unit in units}
    for row, unit in units:
        above, seen = unit.parent, set[str]()
        while above is not None and above not in seen and above != unit.id:
            seen.add(above)
            above = parents.get(above)
        if above == unit.id:
            row.refuse("parent", "reason-cell-circle", value=unit.name)
