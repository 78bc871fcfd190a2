"""Sheets of activities: what is imported, once, with which warnings, and by whom."""

from __future__ import annotations

import pytest

from bot.domain.activities.activity import ChangeKind
from bot.services.errors import OnlyCoordinators
from tests.unit.bot.services.activities.imported import HEADER, RULE, VISIT, Town, told
from tests.unit.bot.services.activities.sheets import sheet


def test_good_rows_are_told_beside_the_bad_ones_and_nothing_is_stored() -> None:
    town = Town()
    plan = town.plan(HEADER, VISIT, VISIT.replace("2026-05-03", "i våras"))
    assert [each.line for each in plan.good] == [2]
    assert told(plan) == [(3, "första dag", "reason-cell-date")]
    assert town.book.find(1) is None


def test_a_row_that_is_there_twice_is_told() -> None:
    assert told(Town().plan(HEADER, VISIT, VISIT)) == [(3, None, "reason-row-twice")]


def test_the_same_sheet_twice_adds_nothing() -> None:
    town = Town()
    rows = (HEADER, VISIT, VISIT.replace("Besök", "Möte"))
    first = town.importing.carry_out(town.plan(*rows), "kim")
    town.clock.go_on(days=1)
    plan = town.plan(*rows, VISIT.replace("Besök", "Kurs"))
    again = town.importing.carry_out(plan, "kim")
    assert [each.id for each in first.new] == [1, 2]
    assert plan.known == (2, 3)
    assert [each.content.title for each in again.new] == ["Kurs"]
    assert town.book.history(1)[0].kind is ChangeKind.IMPORTED


def test_nothing_new_is_imported_for_a_closed_unit_and_what_was_before_is_known() -> None:
    town = Town()
    town.importing.carry_out(town.plan(HEADER, VISIT), "kim")
    town.set_units(skola="Växjöskolan")
    plan = town.plan(HEADER, VISIT, VISIT.replace("Besök", "Möte"))
    assert plan.known == (2,)
    assert told(plan) == [(3, "enhet", "reason-cell-unit-closed")]


def test_an_open_unit_is_meant_before_a_closed_one_of_its_name() -> None:
    town = Town()
    town.importing.carry_out(town.plan(HEADER, VISIT), "kim")
    town.set_units(nya="Kommunstyrelsen")
    [good] = town.plan(HEADER, VISIT.replace("Besök", "Möte")).good
    assert good.content.unit == "nya"


def test_of_two_imports_at_the_same_time_one_adds_nothing() -> None:
    town = Town()
    plan = town.plan(HEADER, VISIT)
    town.importing.carry_out(plan, "kim")
    town.clock.go_on(seconds=1)
    other = town.importing.carry_out(plan, "kim")
    assert (other.new, [each.id for each in other.known]) == ((), [1])


def test_what_was_imported_before_needs_no_reason_again() -> None:
    town = Town()
    at_home = VISIT.replace("Litauen", "Sverige")
    town.importing.carry_out(town.plan(HEADER, at_home, reason="På distans"), "kim")
    plan = town.plan(HEADER, at_home)
    assert plan.is_clean
    assert plan.known == (2,)


def test_the_order_of_columns_and_the_way_of_writing_make_no_new_activity() -> None:
    town = Town()
    town.importing.carry_out(town.plan(HEADER, VISIT), "kim")
    town.clock.go_on(days=1)
    other = town.plan(
        "title | kind | unit | first day | countries | partners",
        "Besök | Transnational exchange | ks | 3/5 2026 | LT | Radviliskis",
    )
    assert town.importing.carry_out(other, "kim").new == ()


def test_what_may_be_logged_already_is_shown() -> None:
    town = Town()
    town.importing.carry_out(town.plan(HEADER, VISIT), "kim")
    plan = town.plan(HEADER, VISIT.replace("Besök", "Delegation"))
    assert [[other.id for other in each.duplicates] for each in plan.good] == [[1]]


def test_rows_of_one_sheet_that_may_be_the_same_are_shown() -> None:
    others = (
        VISIT.replace("Besök", "Delegation").replace("Radviliskis", "RADVILIŠKIS"),
        VISIT.replace("Besök", "Kurs").replace("2026-05-03", "2026-05-04"),
        VISIT.replace("Besök", "Nätverk").replace("| |", "| pågår |", 1),
    )
    plan = Town().plan(HEADER, VISIT, *others)
    assert {each.line: each.alike for each in plan.good} == {2: (), 3: (2,), 4: (), 5: (2, 3, 4)}


def test_a_row_with_a_warning_needs_a_reason() -> None:
    town = Town()
    at_home = VISIT.replace("Litauen", "Sverige")
    plan = town.plan(HEADER, at_home)
    assert (plan.good, plan.is_clean) == ((), False)
    assert [each.concerns[0].citation for each in plan.concerned] == [RULE]
    [own] = town.plan(HEADER, f"{at_home} På distans").good
    assert own.content.overrides[0].reason == "På distans"
    [common] = town.plan(HEADER, at_home, reason="Enligt beslut").good
    assert common.content.overrides[0].reason == "Enligt beslut"


def test_nobody_but_coordinators_imports() -> None:
    town = Town()
    plan = town.plan(HEADER, VISIT)
    with pytest.raises(OnlyCoordinators):
        town.importing.plan(sheet(HEADER, VISIT), "Örebro", "eva")
    with pytest.raises(OnlyCoordinators):
        town.importing.carry_out(plan, "eva")
