from __future__ import annotations

import pytest

from bot.domain.activities.activity import ChangeKind, Content, Status
from bot.domain.activities.dates import day
from bot.domain.activities.units import Unit, UnitKind
from bot.services.activities.ports import Doing
from bot.services.activities.units import UnitPlan, Units, plan_units
from bot.services.errors import OnlyCoordinators
from bot.services.rights import Rights
from knowledge.texts.catalogue import say
from tests.fakes.activities import FakeActivityBook, FakeUnitRegister
from tests.fakes.storage import FakeDatabase
from tests.unit.bot.services.activities.sheets import sheet
from tests.unit.bot.services.asked import START, FakeDirectory

HEADER = "id | namn | slag | tillhör | redaktörer"

GOOD = sheet(
    HEADER,
    "ks | Kommunstyrelsen | Nämnd | |",
    "stab | Stadsbyggnad | förvaltning | Kommunstyrelsen | U1, U2",
    "skola | Växjöskolan | SKOLA | stab | U3",
    "bolag | Energi AB | company | |",
)


class Register:
    """A register with its rights; kim is a coordinator."""

    def __init__(self) -> None:
        directory = FakeDirectory()
        directory.coordinators.add("kim")
        self.book = FakeActivityBook()
        self.register = FakeUnitRegister(self.book)
        rights = Rights(directory, FakeDatabase().denials, lambda: START)
        self.units = Units(self.register, rights)

    def log_for(self, unit: str) -> None:
        content = Content(kind="k", title="Möte", dates=day(START.date()), unit=unit)
        doing = Doing(kind=ChangeKind.LOGGED, by="kim", at=START)
        self.book.add("key", "Örebro", content, Status.LOGGED, doing)


def told(plan: UnitPlan) -> list[tuple[int, str | None, str]]:
    for each in plan.problems:
        assert say(each.reason, "sv", **each.details)
    return [(each.line, each.column, each.reason) for each in plan.problems]


def test_units_are_read_with_parents_by_name_or_id_and_editors() -> None:
    plan = plan_units(GOOD, "Örebro")
    assert told(plan) == []
    assert [(each.kind, each.parent) for each in plan.units] == [
        (UnitKind.COMMITTEE, None),
        (UnitKind.ADMINISTRATION, "ks"),
        (UnitKind.SCHOOL, "stab"),
        (UnitKind.COMPANY, None),
    ]
    assert plan.units[1].editors == {"U1", "U2"}
    assert all(each.municipality == "Örebro" for each in plan.units)


def test_english_columns_and_kinds_are_read_too() -> None:
    english = sheet("ID | Name | Kind | belongs_to", "a | Board of Education | committee |")
    assert plan_units(english, "Örebro").units == (
        Unit(id="a", municipality="Örebro", name="Board of Education", kind=UnitKind.COMMITTEE),
    )


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ("| Enheten | nämnd | |", "id", "reason-cell-blank"),
        ("ks | Enheten | nämnd | |", "id", "reason-cell-unit-twice"),
        ("KS | Enheten | nämnd | |", "id", "reason-cell-unit-twice"),
        ("x | Enheten | klubb | |", "slag", "reason-cell-unit-kind"),
        ("x | Enheten | nämnd | ingen |", "tillhör", "reason-cell-parent"),
        ("x | Enheten | nämnd | x |", "tillhör", "reason-cell-circle"),
        ("x | Enheten | nämnd | tvilling |", "tillhör", "reason-cell-two-units"),
        ("x | " + "N" * 201 + " | nämnd | |", "namn", "reason-cell-long"),
        ("x | Enheten | nämnd | | | mer", None, "reason-row-too-long"),
    ],
)
def test_a_bad_row_is_told_with_line_column_and_reason(
    row: str, column: str | None, reason: str
) -> None:
    before = [
        "ks | Kommunstyrelsen | nämnd | |",
        "a | Tvilling | skola | |",
        "b | Tvilling | skola | |",
    ]
    assert told(plan_units(sheet(HEADER, *before, row), "Örebro")) == [(5, column, reason)]


def test_units_that_belong_to_each_other_in_a_circle_are_refused_where_the_circle_is() -> None:
    circle = sheet(HEADER, "a | A | nämnd | b |", "b | B | nämnd | a |", "c | C | nämnd | a |")
    assert told(plan_units(circle, "Örebro")) == [
        (2, "tillhör", "reason-cell-circle"),
        (3, "tillhör", "reason-cell-circle"),
    ]


@pytest.mark.parametrize(
    ("rows", "problems"),
    [
        ([], [(1, None, "reason-sheet-empty")]),
        ([HEADER], [(1, None, "reason-sheet-empty")]),
        (["id | namn", "a | A"], [(1, "slag", "reason-column-missing")]),
        (
            ["id | namn | slag | färg | name", "a | A | nämnd | röd | A"],
            [(1, "färg", "reason-column-unknown"), (1, "name", "reason-column-twice")],
        ),
    ],
)
def test_a_header_that_cannot_be_used_is_told(
    rows: list[str], problems: list[tuple[int, str | None, str]]
) -> None:
    assert told(plan_units(sheet(*rows), "Örebro")) == problems


def test_the_register_is_replaced_and_what_has_activities_stays_closed() -> None:
    town = Register()
    town.units.replace(plan_units(GOOD, "Örebro"), "kim")
    town.log_for("bolag")
    replaced = town.units.replace(
        plan_units(sheet(HEADER, "ks | Kommunstyrelsen | nämnd | |"), "Örebro"), "kim"
    )
    assert [each.id for each in replaced.units] == ["ks"]
    assert [(each.id, each.closed) for each in replaced.closed] == [("bolag", True)]


def test_nobody_but_coordinators_replaces_a_register() -> None:
    with pytest.raises(OnlyCoordinators):
        Register().units.replace(plan_units(GOOD, "Örebro"), "eva")


def test_a_plan_with_problems_is_never_stored() -> None:
    town = Register()
    with pytest.raises(ValueError, match="problems"):
        town.units.replace(plan_units(sheet(HEADER), "Örebro"), "kim")
    assert town.register.units("Örebro") == []
