from __future__ import annotations

from functools import partial

import pytest

from bot.domain.activities.activity import ChangeKind, Status
from bot.domain.activities.units import Unit, UnitKind
from tests.contracts.activities import HOME, added, changed, doing, meeting
from tests.contracts.storages import OpenStorage, Storage, at_once


def _unit(identity: str, name: str | None = None, editors: tuple[str, ...] = ()) -> Unit:
    return Unit(
        id=identity,
        municipality=HOME,
        name=name or identity,
        kind=UnitKind.SCHOOL,
        editors=frozenset(editors),
    )


def test_units_come_back_as_they_were_set(storage: Storage) -> None:
    units = [
        Unit(id="ks", municipality=HOME, name="Kommunstyrelsen", kind=UnitKind.COMMITTEE),
        Unit(
            id="skolan",
            municipality=HOME,
            name="Västerhöjd 😀",
            kind=UnitKind.SCHOOL,
            parent="ks",
            editors=frozenset({"U1", "U2"}),
            closed=True,
        ),
    ]

    storage.units.replace(HOME, units)

    assert storage.units.units(HOME) == units
    assert storage.units.units("Örebro") == []


def test_units_come_in_the_order_of_the_swedish_alphabet(storage: Storage) -> None:
    names = ["ale", "Zink", "Ålder", "äldre", "Öring"]
    storage.units.replace(HOME, [_unit(str(n), name) for n, name in enumerate(reversed(names))])

    assert [each.name for each in storage.units.units(HOME)] == names


def test_setting_the_units_replaces_those_of_that_municipality_only(storage: Storage) -> None:
    other = _unit("a").model_copy(update={"municipality": "Örebro"})
    storage.units.replace("Örebro", [other])
    storage.units.replace(HOME, [_unit("a", editors=("U1",)), _unit("b", editors=("U1",))])

    storage.units.replace(HOME, [_unit("a", "A", editors=("U2",)), _unit("c")])

    assert storage.units.units(HOME) == [_unit("a", "A", editors=("U2",)), _unit("c")]
    assert storage.units.units("Örebro") == [other]
    storage.units.replace(HOME, [])
    assert storage.units.units(HOME) == []


def test_a_unit_that_activities_belong_to_stays_closed(storage: Storage) -> None:
    used, elsewhere = _unit("used", editors=("U1",)), _unit("elsewhere")
    storage.units.replace(HOME, [used, elsewhere])
    added(storage.activities, meeting(unit="used"))
    added(storage.activities, meeting(unit="elsewhere"), municipality="Örebro")

    storage.units.replace(HOME, [_unit("new")])

    closed = used.model_copy(update={"closed": True})
    assert storage.units.units(HOME) == [_unit("new"), closed]
    storage.units.replace(HOME, [used])
    assert storage.units.units(HOME) == [used]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.WITHDRAWN])
def test_what_stands_in_no_report_keeps_its_unit_too(storage: Storage, status: Status) -> None:
    storage.units.replace(HOME, [_unit("used")])
    made = added(storage.activities, meeting(unit="used"))
    storage.activities.save(1, changed(made, status=status), doing(), None)

    storage.units.replace(HOME, [])

    assert [each.closed for each in storage.units.units(HOME)] == [True]


def test_who_is_erased_edits_no_unit(storage: Storage) -> None:
    storage.units.replace(HOME, [_unit("a", editors=("U1", "U2")), _unit("b", editors=("U1",))])

    assert storage.activities.rename("U1", "p", doing("U9", 1, ChangeKind.PERSON_ERASED)) == 0

    assert storage.units.units(HOME) == [_unit("a", editors=("U2",)), _unit("b")]


def test_of_many_who_set_the_units_one_is_the_last(open_storage: OpenStorage) -> None:
    storages = [open_storage(), open_storage()]
    registers = [[_unit(f"{n} {each}", editors=("U1",)) for each in range(3)] for n in range(8)]

    at_once([partial(storages[n % 2].units.replace, HOME, u) for n, u in enumerate(registers)])

    assert storages[0].units.units(HOME) in registers
