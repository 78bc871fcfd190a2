"""Goals in documents written otherwise than the five."""

from __future__ import annotations

import pytest

from indexer.documents import compose
from indexer.naming import renamed
from indexer.reading.html import read_html
from knowledge.model import Document
from tests.unit.indexer.made import made, section


def goals(document: Document) -> list[str]:
    return [document.quote(goal.place) for goal in document.goals]


def below(heading: str, body: str) -> list[str]:
    return goals(section(body, heading))


@pytest.mark.parametrize(
    "heading",
    [
        "Mål",
        "2 Övergripande mål",
        "Målsättningar",
        "Syfte och mål",
        "Kommunens mål för internationellt arbete",
        "Vision och mål",
        "Goals",
        "Strategic objectives",
    ],
)
def test_items_below_a_heading_of_goals_are_goals(heading: str) -> None:
    assert below(heading, "- Fler elever reser.\n- Fler språk hörs,") == [
        "Fler elever reser.",
        "Fler språk hörs",
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Ansvar",
        "Målgrupp",
        "Uppföljning av mål",
        "Mål och åtgärder",
        "Agenda 2030 och de globala målen",
        "Syfte",
        "Evaluation of goals",
    ],
)
def test_items_below_other_headings_are_no_goals(heading: str) -> None:
    assert below(heading, "- Fler elever reser.\n- Fler språk hörs.") == []


@pytest.mark.parametrize(
    "lead",
    [
        "Målen för arbetet är att:",
        "Kommunens mål är att",
        "Målen är:",
        "Policyn har följande mål:",
        "Det finns tre mål för perioden:",
        "Vi har som mål att:",
        "The goals of the international work are to:",
        "The policy has three objectives:",
    ],
)
def test_items_led_in_by_goals_are_goals_wherever_they_stand(lead: str) -> None:
    assert below("Arbetet", f"{lead}\n\n- fler elever reser\n- fler språk hörs") == [
        "fler elever reser",
        "fler språk hörs",
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "För att nå målen ska nämnderna:",
        "Arbetet bidrar till kommunens mål genom att:",
        "Målgrupper är:",
        "Agenda 2030 har flera mål:",
        "Visionens mål är:",
        "Målen följs upp med dessa indikatorer:",
        "Syftet med målen är att:",
        "To achieve the goals, the committees shall:",
    ],
)
def test_items_that_serve_goals_are_none(lead: str) -> None:
    assert below("Arbetet", f"{lead}\n\n- fler elever reser\n- fler språk hörs") == []


@pytest.mark.parametrize(
    "lead", ["Syftet med policyn är att:", "Policyn gäller för:", "Detta ska ske genom att:"]
)
def test_a_lead_in_to_something_else_wins_over_the_heading(lead: str) -> None:
    assert below("Syfte och mål", f"{lead}\n\n- bolag\n- nämnder") == []


def test_a_list_of_other_things_ends_with_the_next_sentence() -> None:
    body = "Policyn gäller för:\n\n- bolag\n- nämnder\n\nKommunen ska:\n\n- lära av andra"
    assert below("Syfte och mål", body) == ["lära av andra"]


def test_labelled_lines_beside_a_goal_are_no_goals() -> None:
    assert below("Mål", "- Fler elever reser\n- Indikator: antal resor\n- Ansvarig: rektor") == [
        "Fler elever reser"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Målet med det internationella arbetet är att fler elever lär sig språk.",
        "Ett annat viktigt mål är att fler elever lär sig språk.",
        "Det övergripande målet är också att fler elever lär sig språk.",
        "Örebro kommuns målsättning är att fler elever lär sig språk.",
        "Kommunen har som mål att fler elever lär sig språk.",
        "The overall objective of the policy is that more pupils learn languages.",
        "Another goal is to learn from others.",
    ],
)
def test_a_sentence_that_states_a_goal_is_one(sentence: str) -> None:
    assert below("Arbetet", f"Mycket är på gång. {sentence} Språk behövs.") == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Visionens mål är att välfärden ska vara självklar.",
        "Målet med EU:s sammanhållningspolitik är att minska skillnader.",
        "Målet med Erasmus+ är att fler studerar utomlands.",
        "Regionens mål är att växa.",
        "Syftet med policyn är att ange ansvar.",
        "Att nå målet är att lyckas.",
        "Målgruppen är att betrakta som bred.",
        "Genom att fastställa mål ökar förutsättningarna.",
        "Kommunen ska nå sina mål.",
    ],
)
def test_other_sentences_about_goals_state_none(sentence: str) -> None:
    assert below("Arbetet", sentence) == []


def test_what_explains_states_a_goal_only_where_it_says_whose() -> None:
    assert below("Bakgrund", "Målet är att minska klyftor i Europa.") == []
    own = "Målet med kommunens arbete är att lära av andra."
    assert below("Bakgrund", own) == [own]


def test_below_a_heading_of_goals_alone_demands_are_goals_where_no_others_are_told() -> None:
    body = "Världen ändras. Kommunen ska vara känd i Europa. Målen ska följas upp varje år."
    assert below("Mål", body) == ["Kommunen ska vara känd i Europa."]
    assert below("Syfte och mål", body) == []
    assert below("Mål", f"{body}\n\n- Fler elever reser.") == ["Fler elever reser."]


def test_a_numbered_goal_may_head_a_section() -> None:
    assert below("Inriktningsmål 1 – Skola", "Alla elever ska möta andra kulturer.") == [
        "Alla elever ska möta andra kulturer."
    ]


def test_a_column_of_goals_holds_each_goal_once() -> None:
    table = """| Nr | Mål | Indikator |
|---|---|---|
| 1 | Fler elever reser ut. | Antal elever |
| 2 | Fler elever reser ut. | Antal resor |
| 3 | Fler språk hörs. | - |"""
    assert below("Genomförande", table) == ["Fler elever reser ut.", "Fler språk hörs."]
    assert below("Genomförande", table.replace("Mål", "Målgrupp")) == []


def test_parts_of_a_section_of_goals_hold_goals_too() -> None:
    text = """# Policy i Skara kommun\n
## Mål\n
### Skola\n
- Fler elever reser.\n
### Åtgärder\n
- Köp biljetter.\n
## Ansvar\n
- Kommunstyrelsen leder.\n"""
    assert goals(made(text)) == ["Fler elever reser."]


def test_a_long_list_stays_a_list_of_goals() -> None:
    items = [f"{number} skolor har kontakt med skolor i ett annat land" for number in range(30)]
    body = "Målen är att:\n\n" + "\n".join(f"- {item}" for item in items)
    assert below("Arbetet", body) == items


def test_numbered_items_are_goals_without_their_numbers() -> None:
    assert below("Mål", "1. Fler elever reser.\n2. Fler språk hörs.") == [
        "Fler elever reser.",
        "Fler språk hörs.",
    ]


def test_a_web_page_gives_its_goals() -> None:
    page = """<html><body><h1>Policy i Skara kommun</h1><h2>Mål</h2>
<p>Kommunen ska</p><ul><li>lära av andra,</li><li>vara <em>känd</em> i Europa.</li></ul>
<h2>Ansvar</h2><ul><li>Nämnderna ansvarar.</li></ul></body></html>"""
    document = compose(read_html(page.encode()), "sida.html", "digest")
    assert goals(document) == ["lära av andra", "vara känd i Europa."]


def test_a_renamed_document_has_its_goals_under_its_new_name() -> None:
    document = renamed(section("- Fler elever reser.", "Mål"), "annat-namn")
    assert [goal.place.document for goal in document.goals] == ["annat-namn"]
