from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.domain.activities.dates import Dates
from bot.domain.activities.units import Unit, UnitKind
from bot.domain.contacts import (
    Contact,
    ContactRole,
    Entry,
    answering,
    in_order,
    without_contact,
)
from bot.domain.people import pseudonym

FIRST, LAST = date(2026, 1, 1), date(2026, 6, 30)
TODAY = date(2026, 3, 1)
MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


def contact(identity: int = 1, unit: str = "a", name: str = "Anna", **stated: object) -> Contact:
    return Contact.model_validate(
        {
            "id": identity,
            "municipality": "Skara",
            "unit": unit,
            "name": name,
            "valid": Dates(first=FIRST, last=LAST),
            "version": 1,
            "changed_by": "U9",
            "changed_at": MOMENT,
            **stated,
        }
    )


def unit(identity: str, parent: str | None = None, *, closed: bool = False) -> Unit:
    return Unit(
        id=identity,
        municipality="Skara",
        name=identity,
        kind=UnitKind.OTHER,
        parent=parent,
        closed=closed,
    )


def names(found: tuple[Contact, ...]) -> list[str]:
    return [each.name for each in found]


@pytest.mark.parametrize(
    ("on", "holds"),
    [
        (date(2025, 12, 31), False),
        (FIRST, True),
        (LAST, True),
        (date(2026, 7, 1), False),
    ],
)
def test_a_contact_holds_from_its_first_to_its_last_day(on: date, holds: bool) -> None:
    assert contact().holds_on(on) is holds


def test_one_without_a_last_day_holds_until_further_notice() -> None:
    assert contact(valid=Dates(first=FIRST, last=None)).holds_on(date(2999, 1, 1))


def test_who_has_left_holds_it_still_but_does_not_serve() -> None:
    gone = contact(left_at=MOMENT)
    assert gone.holds_on(TODAY)
    assert not gone.serves_on(TODAY)


def test_who_was_erased_is_no_contact_any_more() -> None:
    assert not contact(person=pseudonym("1a")).holds_on(TODAY)


def test_people_are_told_apart_by_their_id_and_else_by_their_name() -> None:
    assert contact(person="U1", name="Anna").who == contact(person="U1", name="Ann").who
    assert contact(name="Anna  Åström").who == contact(name="ANNA ASTROM").who
    assert contact(name="U1").who != contact(person="U1").who


def test_an_entry_under_a_pseudonym_tells_nothing_of_the_person() -> None:
    hidden = contact(person="U1", email="anna@example.se").entry.under("raderad-1")
    assert hidden == Entry(
        unit="a", name="raderad-1", person="raderad-1", valid=Dates(first=FIRST, last=LAST)
    )


def test_contacts_come_by_role_and_then_by_name() -> None:
    found = in_order(
        [
            contact(1, name="Åke", role=ContactRole.HEAD),
            contact(2, name="Öst"),
            contact(3, name="Ann", role=ContactRole.DEPUTY),
            contact(4, name="Bo"),
            contact(5, name="Cia", role=ContactRole.COORDINATOR),
        ]
    )
    assert [each.name for each in found] == ["Bo", "Öst", "Cia", "Ann", "Åke"]


def test_a_units_own_contacts_answer_for_it() -> None:
    units = {each.id: each for each in (unit("a"), unit("b", "a"))}
    found = answering(units["b"], units, [contact(1, "a"), contact(2, "b", "Bo")], TODAY)
    assert (found.asked.id, found.unit.id, names(found.contacts)) == ("b", "b", ["Bo"])


def test_the_nearest_unit_above_answers_for_one_without_contacts() -> None:
    units = {each.id: each for each in (unit("a"), unit("b", "a"), unit("c", "b"))}
    over = contact(2, "b", "Bo", valid=Dates(first=FIRST, last=FIRST))
    gone = contact(3, "c", "Cia", left_at=MOMENT)
    found = answering(units["c"], units, [contact(1, "a"), over, gone], TODAY)
    assert (found.asked.id, found.unit.id, names(found.contacts)) == ("c", "a", ["Anna"])


def test_nobody_answers_where_no_unit_has_a_contact() -> None:
    units = {each.id: each for each in (unit("a", "b"), unit("b", "a"), unit("c", "gone"))}
    for each in units.values():
        assert answering(each, units, [], TODAY).contacts == ()


def test_a_unit_lacks_a_contact_unless_it_has_a_contact_person_or_a_coordinator_of_its_own() -> (
    None
):
    units = [unit("a"), unit("b"), unit("c", "a"), unit("d"), unit("e"), unit("f", closed=True)]
    contacts = [
        contact(1, "a"),
        contact(2, "b", role=ContactRole.COORDINATOR),
        contact(3, "d", role=ContactRole.DEPUTY),
        contact(4, "e", left_at=MOMENT),
    ]
    assert [each.id for each in without_contact(units, contacts, TODAY)] == ["c", "d", "e"]
