"""Finding what was logged, by words."""

from __future__ import annotations

from datetime import date

import pytest

from bot.channels.slack.activity_filters import Known, Wish, read_wish
from bot.channels.slack.commands import activity_list
from bot.domain.activities.activity import Content, Status
from bot.domain.activities.dates import Dates, day
from bot.domain.activities.units import Unit, UnitKind
from bot.services.activities.kinds import load_kinds
from bot.services.activities.ports import Query
from tests.unit.bot.channels.slack.delivered import command, press_in_ephemeral, press_in_view
from tests.unit.bot.channels.slack.desks import Office, occasion, written

UNITS = [
    Unit(id="ks", municipality="Skövde", name="Kommunstyrelsen", kind=UnitKind.COMMITTEE),
    Unit(id="gym", municipality="Skövde", name="Västerhöjds skola", kind=UnitKind.SCHOOL),
]
YEAR = Dates(first=date(2026, 1, 1), last=date(2026, 12, 31))


def wish(text: str) -> Wish:
    known = Known(
        person="U1",
        today=date(2026, 11, 22),
        municipalities=["Skövde", "Upplands-Bro"],
        home="Skövde",
        kinds=load_kinds(None),
        units=lambda place: UNITS if place == "Skövde" else [],
        own_units=lambda _: ["gym"],
    )
    return read_wish(text, known)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("", {"municipality": "Skövde"}),
        ("mina", {"logged_by": "U1"}),
        ("mine in Skövde", {"logged_by": "U1", "municipality": "Skövde"}),
        ("min enhet", {"municipality": "Skövde", "units": {"gym"}}),
        ("enhetens", {"municipality": "Skövde", "units": {"gym"}}),
        ("2026", {"municipality": "Skövde", "overlapping": YEAR}),
        ("litauen", {"municipality": "Skövde", "countries": {"LT"}}),
        ("Lithuania, LV", {"municipality": "Skövde", "countries": {"LT", "LV"}}),
        ("bosnien och hercegovina", {"municipality": "Skövde", "countries": {"BA"}}),
        ("natverk", {"municipality": "Skövde", "kinds": {"international_network"}}),
        ("eu projekt", {"municipality": "Skövde", "kinds": {"eu_project"}}),
        ("utbyten", {"municipality": "Skövde", "kinds": {"transnational_exchange"}}),
        ("upplands bro", {"municipality": "Upplands-Bro"}),
        ("vasterhojds skola", {"municipality": "Skövde", "units": {"gym"}}),
        ("utkast", {"municipality": "Skövde", "statuses": {Status.DRAFT}}),
        (
            "Litauen nätverk 2026 mina",
            {
                "logged_by": "U1",
                "countries": {"LT"},
                "kinds": {"international_network"},
                "overlapping": YEAR,
            },
        ),
    ],
)
def test_words_of_any_order_say_which(text: str, asked: dict[str, object]) -> None:
    found = wish(text)
    assert found.query == Query.model_validate(asked)
    assert found.unknown == ()


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("i år", 2026),
        ("this year", 2026),
        ("förra året", 2025),
        ("i fjol", 2025),
        ("last year", 2025),
        ("år 2024", 2024),
        ("activities from year 2024", 2024),
    ],
)
def test_a_year_is_named_in_words(text: str, year: int) -> None:
    found = wish(text)
    assert found.query.overlapping == Dates(first=date(year, 1, 1), last=date(year, 12, 31))
    assert found.unknown == ()


def test_a_year_that_is_none_is_told() -> None:
    assert wish("nästa år").unknown == ("nästa", "år")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("transnationella utbyten 2026", "transnational_exchange"),
        ("transnational exchanges", "transnational_exchange"),
        ("vänortsutbytena", "transnational_exchange"),
        ("internationella nätverk", "international_network"),
        ("internationella nätverken i Skövde", "international_network"),
        ("international networks", "international_network"),
        ("EU projects", "eu_project"),
        ("EU-projekten 2025", "eu_project"),
        ("EU-projektet", "eu_project"),
        ("omvärldsbevakningar", "horizon_scanning"),
    ],
)
def test_a_kind_is_named_in_any_inflection(text: str, kind: str) -> None:
    found = wish(text)
    assert found.query.kinds == frozenset({kind})
    assert found.unknown == ()


def test_the_page_is_no_year_and_what_is_not_understood_is_told() -> None:
    found = wish("sida 2 xyzzy 2026")
    assert (found.page, found.unknown) == (2, ("xyzzy",))
    assert found.query.overlapping == YEAR


@pytest.fixture
def office() -> Office:
    office = Office(home="Skövde")
    office.database.units.replace("Skövde", UNITS)
    for number in range(1, 13):
        content = Content(
            kind="international_network",
            title=f"Träff {number}",
            dates=day(date(2026, 1, number)),
            unit="gym",
        )
        office.desk.log.log(f"key{number}", "Skövde", content, "U1" if number > 1 else "U2")
    return office


def test_a_list_has_pages_that_are_turned_where_it_stands(office: Office) -> None:
    activity_list.carry_out(office.desk, occasion(command("mina")))
    _, said = office.said[-1]
    assert "Träff 12" in said["message"].text
    assert "Träff 2 " not in said["message"].text
    assert "open_activity:0" in written(said["message"])
    action = {"action_id": "turn_activities:1", "value": '["mina", 2]'}
    activity_list.turn(office.desk, occasion(press_in_ephemeral(action)))
    way, said = office.said[-1]
    assert (way, said["replaces"]) == ("respond", True)
    assert "Träff 2 " in said["message"].text
    assert "Träff 1 " not in said["message"].text


def test_ones_own_are_shown_in_a_modal_from_the_home_tab(office: Office) -> None:
    pressed = press_in_view({"action_id": "my_activities"}, kind="home")
    activity_list.show_own(office.desk, occasion(pressed))
    way, said = office.said[-1]
    assert way == "open"
    assert "11 aktiviteter, de senaste först. Sida 1 av 2." in str(said["view"])
    turned = press_in_view({"action_id": "turn_activities:1", "value": '["mina", 2]'})
    activity_list.turn(office.desk, occasion(turned))
    way, said = office.said[-1]
    assert way == "turn"
    assert "Träff 2 " in str(said["view"])


def listed(office: Office, text: str) -> str:
    activity_list.carry_out(office.desk, occasion(command(text)))
    return written(office.said[-1][1]["message"])


def test_a_list_says_which_municipality_it_is_about(office: Office) -> None:
    assert "Skövde · 2026" in listed(office, "2026")
    told = listed(office, "mina 2026")
    assert "Alla kommuner · mina 2026" in told
    assert "loggad · Skövde" in told


def test_who_has_no_unit_yet_is_told_so_when_asking_for_its_activities(office: Office) -> None:
    told = listed(office, "enhet")
    assert "Träff 12" in told
    body = command("enhet", user_id="U3")
    activity_list.carry_out(office.desk, occasion(body))
    told = written(office.said[-1][1]["message"])
    assert "Vilken enhet är din?" in told
    assert "Inga aktiviteter hittades" not in told
