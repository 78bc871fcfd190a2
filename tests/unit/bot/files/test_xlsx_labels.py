from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.files.xlsx_formulas import criterion
from bot.files.xlsx_labels import distinct, labels_of
from tests.unit.bot.files.made import GOALS, UNITS, activity, citation, made_report


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=8), max_size=8))
def test_no_two_names_are_the_same_to_a_spreadsheet(names: dict[str, str]) -> None:
    shown = distinct(names)
    assert shown.keys() == names.keys()
    assert len({each.casefold() for each in shown.values()}) == len(names)


def test_ordinary_names_stay_as_they_are() -> None:
    assert distinct(UNITS) == UNITS


def test_what_a_criterion_would_read_as_a_number_or_a_comparison_is_numbered() -> None:
    names = {"a": "01", "b": "1", "c": ">5", "d": "", "e": "Skolan", "f": "SKOLAN"}
    assert list(distinct(names).values()) == [
        "01 [1]",
        "1 [2]",
        ">5 [3]",
        "[4]",
        "Skolan [5]",
        "SKOLAN [6]",
    ]


def test_a_criterion_is_met_by_its_own_name_alone() -> None:
    assert criterion("Kulturskolan") == '"Kulturskolan"'
    assert criterion("A*b?~") == '"A~*b~?~~"'
    assert criterion('=x "y" [1]') == '"==x ""y"" [1]"'


def test_codes_of_goals_are_no_parts_of_each_other() -> None:
    goals = [citation(f"mål {number}") for number in range(12)]
    codes = labels_of(made_report([activity(1, goals=goals)])).goals.values()
    assert len(set(codes)) == len(goals) + len(GOALS)
    assert not any(one in other for one in codes for other in codes if one != other)


def test_units_of_figures_without_activities_have_names_too() -> None:
    assert labels_of(made_report([])).units.keys() == UNITS.keys()
