"""Which activities a report takes the documents' words for."""

from __future__ import annotations

from bot.domain.activities.activity import Activity
from bot.services.reports.kinds_read import kinds_read
from tests.unit.bot.services.reports.made import (
    EXCHANGE,
    NETWORK,
    PROJECT,
    SCANNING,
    activity,
    material,
)


def said(
    kinds: tuple[str, ...], *activities: Activity, earlier: tuple[Activity, ...] = ()
) -> list[str]:
    return list(kinds_read(material(*activities, earlier=earlier), kinds))


def test_nothing_is_said_where_all_kinds_are_meant() -> None:
    assert said((), activity(1, agreement="Projektet Bygga broar")) == []


def test_the_kinds_that_the_words_are_taken_for_are_told() -> None:
    assert said((PROJECT, NETWORK)) == [
        "Delen gäller aktiviteter som är loggade som EU-projekt och internationella nätverk. "
        "Det är så Policylotsen har läst dokumentets ord."
    ]


def test_activities_of_other_kinds_that_belong_to_a_project_or_network_are_named() -> None:
    _, beside = said(
        (PROJECT, NETWORK),
        activity(1, kind=PROJECT, title="Gröna städer"),
        activity(2, kind=NETWORK, agreement="Eurocities"),
        activity(3, kind=EXCHANGE, agreement="gröna städer"),
        activity(4, kind=SCANNING, agreement="Eurocities"),
        activity(5, kind=EXCHANGE, agreement="Projektet Bygga broar"),
        activity(6, kind=EXCHANGE, agreement="Vänortsavtal"),
        activity(7, kind=EXCHANGE),
        activity(8, kind=SCANNING, agreement="Cittaslow"),
        earlier=(activity(9, kind=NETWORK, agreement="Cittaslow"),),
    )
    named = "Aktivitet 3 (3); Aktivitet 4 (4); Aktivitet 5 (5); Aktivitet 8 (8)"
    assert beside.endswith(f"De ingår inte i siffrorna här: {named}.")


def test_a_kind_that_is_not_known_any_more_belongs_to_nothing() -> None:
    assert len(said(("of_old",), activity(1, agreement="Eurocities"))) == 1
