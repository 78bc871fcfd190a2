"""The figures of a report: each by its activities, compared with the year before."""

from __future__ import annotations

import pytest

from bot.domain.activities.activity import FundingSource
from bot.services.reports.demands import Want
from bot.services.reports.report import Report
from tests.unit.bot.services.reports.made import activity, demand, funded, kronor, wanted
from tests.unit.bot.services.reports.reported import (
    ACTIVITIES,
    HOW,
    YEARLY,
    cells,
    every_figure,
    headed,
    ids,
    lines,
    made,
    orebro,
)

__all__ = ["orebro"]


def test_the_main_figures_say_how_much_was_done(orebro: Report) -> None:
    assert lines(orebro) == {
        "Aktiviteter": "4",
        "Varav transnationella utbyten": "1",
        "Varav EU-projekt": "1",
        "Varav internationella nätverk": "2",
        "Varav omvärldsbevakning": "0",
        "Deltagare": "19",
        "Varav barn och unga": "12",
        "Länder utanför Sverige": "3",
        "Kostnad i kronor": "60000",
        "Finansiering i kronor": "60000",
        "Extern finansieringsandel i kronor": "0.75",
        "Kostnad i euro": "1000",
        "Finansiering i euro": "1000",
        "Extern finansieringsandel i euro": "1",
    }


def test_only_what_was_logged_and_not_taken_back_counts(orebro: Report) -> None:
    assert [each.activity.id for each in orebro.rows] == [1, 2, 3, 4]
    assert not {5, 6} & {i for each in every_figure(orebro) for i in each.activities}
    (activities, *_) = orebro.figures
    assert activities.figures[0].before == 1


def test_every_figure_is_compared_with_the_year_before(orebro: Report) -> None:
    participants = next(each for each in orebro.figures if each.label == "Deltagare")
    assert participants.figures[0].before == 10
    assert "Jämförelsen gäller 2025." in orebro.notes


def test_the_funding_share_is_told_for_the_whole_and_each_unit_with_money(orebro: Report) -> None:
    part = headed(orebro, "Finansieringsandel")
    assert lines(part)["Extern finansieringsandel i kronor"] == "0.75"
    assert lines(part)["EU-medel i euro"] == "1000"
    assert "Egna medel i euro" not in lines(part)
    (units,) = part.tables
    assert cells(units) == {
        "Kulturnämnden": ["60000", "0.75", "-", "-"],
        "Skolnämnden": ["-", "-", "1000", "1"],
    }
    assert ids(part)["Aktiviteter med uppgift om finansiering"] == (1, 2)


@pytest.mark.parametrize(
    ("quote", "is_said"),
    [
        ("Det görs i form av finansieringsandel av verksamheterna och budget.", True),
        ("Nämnderna anger extern finansiering och andel av verksamhetsbudgeten.", True),
        ("The share of funding and of the budget is stated.", True),
        ("Finansieringsandelen anges för varje budgetår.", False),
        ("The share of funding is stated for each budget year.", False),
        (HOW, False),
    ],
)
def test_a_share_of_a_budget_is_said_to_be_added_by_hand(quote: str, is_said: bool) -> None:
    report = made(*ACTIVITIES, demands=(demand(YEARLY, wanted(Want.FUNDING_SHARE, quote)),))
    note = (
        "Källa [2] nämner också budget. Enheternas budget loggas inte, så hur stor andel av den "
        "som har gått till det internationella arbetet får läggas till för hand. Utgå då från "
        "egna medel."
    )
    assert (note in headed(report, "Finansieringsandel").text) == is_said
    assert note not in headed(report, "Det internationella arbetet i sin helhet").text


def test_participants_in_network_work_are_told_by_network(orebro: Report) -> None:
    part = headed(orebro, "Antal deltagare: internationella nätverk")
    assert lines(part) == {"Aktiviteter": "2", "Deltagare": "5", "Varav barn och unga": "-"}
    (table,) = part.tables
    assert cells(table) == {"Eurocities": ["2", "5", "-"]}


def test_activities_outside_the_external_share_are_counted() -> None:
    grant = activity(1, funding=(funded(FundingSource.EU, kronor(9)),))
    label = "Aktiviteter utanför den externa finansieringsandelen i kronor"
    assert ids(headed(made(grant), "Finansiering"))[label] == (1,)
    assert label not in ids(headed(made(ACTIVITIES[0]), "Finansiering"))
