"""What was done, its effects, goals and units in a report, each told once."""

from __future__ import annotations

from bot.domain.activities.activity import FundingSource
from bot.services.reports.demands import Want
from bot.services.reports.report import Report
from tests.unit.bot.services.reports.made import (
    EXCHANGE,
    GOALS,
    NETWORK,
    PROJECT,
    activity,
    citation,
    demand,
    funded,
    kronor,
    unit,
    wanted,
)
from tests.unit.bot.services.reports.reported import (
    ACTIVITIES,
    EFFECTS,
    SKOVDE,
    YEARLY,
    cells,
    headed,
    ids,
    made,
    orebro,
)

__all__ = ["orebro"]


def test_effects_are_told_in_the_words_of_each_activity_and_the_silent_ones_named(
    orebro: Report,
) -> None:
    part = headed(orebro, "Effekter och vad arbetet har lett till")
    assert [(each.activity, each.unit, each.text) for each in part.accounts] == [
        (1, "Kulturnämnden", "De spelar tillsammans varje vecka.")
    ]
    assert ids(part) == {"Aktiviteter": (1, 2, 3, 4), "Aktiviteter med beskrivna effekter": (1,)}
    assert part.text == (
        "Effekter är ännu inte beskrivna för: Yrkesvägar (2); Årsmöte (3); Aktivitet 4 (4).",
    )


def test_the_goals_have_their_activities_and_those_without_are_named(orebro: Report) -> None:
    part = headed(orebro, "Policyns mål")
    (table,) = part.tables
    assert cells(table) == {
        "Fler skolor ska ha vänskolor [4]": ["1", "14", "12"],
        "Språken ska stärkas [5]": ["0", "-", "-"],
    }
    assert "Mål utan någon aktivitet under perioden: Språken ska stärkas [5]." in part.text
    assert ids(part)["Aktiviteter som anger mål"] == (1,)


def test_a_goal_of_an_earlier_edition_is_told_as_well() -> None:
    old = citation("Ett äldre mål.")
    report = made(activity(1, goals=(old,)), goals=GOALS)
    (table,) = headed(report, "Policyns mål").tables
    assert [line.label[:-4] for line in table.lines][-1] == "Ett äldre mål"


def test_units_that_reported_nothing_are_named(orebro: Report) -> None:
    assert headed(orebro, "Enheterna").silent == ("Vuxennämnden",)


def test_a_unit_of_which_only_those_below_it_have_reported_is_told_apart() -> None:
    units = (
        unit("top", name="Kommunstyrelsen"),
        unit("above", name="Nämnden", parent="top"),
        unit("kultur", name="Skolan", parent="above"),
        unit("other", name="Bolaget", parent="top"),
        unit("closed", name="Det gamla kontoret", closed=True),
    )
    part = headed(made(activity(1), activity(2, unit="top"), units=units), "Enheterna")
    assert part.silent == ("Bolaget",)
    assert part.heard_below == ("Nämnden (Skolan)",)
    assert list(cells(part.tables[0])) == ["Kommunstyrelsen", "Nämnden", "Skolan", "Bolaget"]


def test_units_stand_below_the_one_they_belong_to_and_are_said_to_be_counted_apart() -> None:
    units = (
        unit("skola", name="Almskolan", parent="vuxen"),
        unit("kultur", name="Kulturnämnden"),
        unit("vuxen", name="Utbildningsnämnden"),
        unit("dans", name="Dansskolan", parent="kultur"),
    )
    apart = (
        "Varje enhet redovisas för sig. "
        "Det som enheter under den har gjort står på deras egna rader."
    )
    activities = (activity(1, cost=kronor(1)), activity(2, unit="skola"), activity(3, unit="dans"))
    report = made(*activities, units=units)
    part = headed(report, "Enheterna")
    order = ["Kulturnämnden", "Dansskolan", "Utbildningsnämnden", "Almskolan"]
    assert list(cells(part.tables[0])) == order
    assert part.text == (apart,)
    told = headed(report, "Vad enheterna har gjort").accounts
    assert [each.unit for each in told] == ["Kulturnämnden", "Dansskolan", "Almskolan"]
    assert apart not in headed(report, "Finansiering").text
    paid = activity(1, funding=(funded(FundingSource.OWN, kronor(1)),))
    assert apart in headed(made(paid, units=units), "Finansiering").text


def test_every_open_unit_has_reported_or_is_named() -> None:
    units = tuple(unit(each, parent="b" if each < "b" else "d") for each in "abcde")
    part = headed(made(activity(1, unit="a"), activity(2, unit="c"), units=units), "Enheterna")
    assert (part.silent, part.heard_below) == (("E",), ("B (A)", "D (A, C)"))


def test_without_a_register_nobody_is_said_to_be_silent() -> None:
    part = headed(made(activity(1), units=()), "Enheterna")
    assert part.text[0].startswith("Inget register över kommunens enheter är inläst.")
    assert headed(made(activity(1)), "Enheterna").text == ()


def test_units_that_point_at_each_other_end() -> None:
    units = (unit("kultur", parent="skola"), unit("skola", parent="kultur"))
    part = headed(made(activity(1), units=units), "Enheterna")
    assert (part.silent, part.heard_below) == ((), ("Skola (Kultur)",))
    assert list(cells(part.tables[0])) == ["Kultur", "Skola"]


def test_what_was_done_stands_once_unit_by_unit() -> None:
    report = made(
        activity(1, unit="vuxen"), activity(2, unit="lost"), activity(3, done="De sjöng.")
    )
    part = headed(report, "Vad enheterna har gjort")
    assert [(each.unit, each.activity) for each in part.accounts] == [
        ("Kulturnämnden", 3),
        ("Vuxennämnden", 1),
        ("lost", 2),
    ]
    assert part.accounts[0].text == "Tid: 3–5 maj 2026. De sjöng."
    assert part.text == ()


def test_what_was_done_is_not_repeated_where_a_demand_has_told_it() -> None:
    report = made(*ACTIVITIES, demands=SKOVDE)
    first, last = report.parts[0], headed(report, "Vad enheterna har gjort")
    assert [each.activity for each in first.accounts] == [2, 3, 4]
    assert [each.activity for each in last.accounts] == [1]
    assert last.text == ("Aktiviteter som är beskrivna tidigare i rapporten är inte med här.",)


def test_effects_that_no_demand_asks_for_stand_with_what_was_done() -> None:
    report = made(activity(1, kind=PROJECT, done="De sjöng", effects="Vänklasser."), demands=SKOVDE)
    assert report.parts[0].accounts[0].text == "Tid: 3–5 maj 2026. De sjöng\nEffekter: Vänklasser."
    other = made(activity(1, effects="Vänklasser."), demands=SKOVDE)
    (account,) = headed(other, "Vad enheterna har gjort").accounts
    assert account.text == "Tid: 3–5 maj 2026.\nEffekter: Vänklasser."


def test_effects_of_one_kind_that_are_demanded_leave_those_of_others_with_their_work() -> None:
    demands = (demand(YEARLY, wanted(Want.EFFECTS, EFFECTS, EXCHANGE)),)
    report = made(
        activity(1, effects="Sång."), activity(2, kind=NETWORK, effects="Dans."), demands=demands
    )
    (told,) = headed(
        report, "Effekter och vad arbetet har lett till: transnationella utbyten"
    ).accounts
    assert (told.activity, told.text) == (1, "Sång.")
    texts = [each.text for each in headed(report, "Vad enheterna har gjort").accounts]
    assert texts == ["Tid: 3–5 maj 2026.", "Tid: 3–5 maj 2026.\nEffekter: Dans."]
