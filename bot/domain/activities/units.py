"""The units of a municipality: who does what is logged."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from knowledge.language.alphabet import swedish_order
from knowledge.model import Value


class UnitKind(StrEnum):
    """What a unit is."""

    COMMITTEE = "committee"
    ADMINISTRATION = "administration"
    COMPANY = "company"
    SCHOOL = "school"
    OTHER = "other"


class Unit(Value):
    """A nämnd, förvaltning, bolag or school. ``id`` is unique in its municipality; ``parent`` the
    id of the unit it belongs to; ``editors`` are the people who may change what it logged. A
    ``closed`` one is no longer chosen, but stands in reports.
    """

    id: str
    municipality: str
    name: str
    kind: UnitKind
    parent: str | None = None
    editors: frozenset[str] = frozenset()
    closed: bool = False


def alphabetical(units: Iterable[Unit]) -> list[Unit]:
    """The units in the order of their names."""
    return sorted(units, key=lambda each: (swedish_order(each.name), each.id))
