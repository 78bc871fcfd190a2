"""The headings of the five shipped documents, written out from the documents by hand."""

from __future__ import annotations

import pytest

from tests.unit.indexer.made import FIVE, shipped

HEADINGS: dict[str, list[tuple[str | None, str, int]]] = {
    "enkoping-internationell-policy": [
        (None, "Bakgrund", 1),
        (None, "Syfte", 1),
        (None, "Mål", 1),
        (None, "Samordning av arbetet", 1),
        (None, "Arbetsätt", 1),
        (None, "Organisation och ansvarsfördelning", 1),
        (None, "Ekonomi", 1),
        (None, "Uppföljning och utvärdering", 1),
    ],
    "orebro-internationell-policy": [
        (None, "Internationell policy för Örebro kommun", 1),
        (None, "Varför internationellt arbete?", 1),
        (None, "Syfte", 1),
        (None, "Mål", 1),
        (None, "Beslutsnivåer", 1),
        (None, "Policy för politiskt arbete", 1),
        (None, "Omvärldsbevakning", 1),
        (None, "Stödja näringslivets och det civila samhällets kontakter", 1),
        (None, "Politisk representation i nätverk", 1),
        (None, "Strategiskt arbete med vänorterna", 1),
        (None, "Policy för förvaltningarnas arbete", 1),
        (None, "Lärandeprocesser", 1),
        (None, "Verktyg/ instrument", 1),
        (None, "Organiserad stödstruktur", 1),
        (None, "Vänortsbete", 1),
        (None, "Redovisning", 1),
    ],
    "skara-handlingsplan-for-okad-internationalisering": [
        (None, "Inledning", 1),
        (None, "Prioriterade områden", 1),
        (None, "Befintliga samarbeten", 1),
        (None, "Budgetfördelning - ekonomi", 1),
        (None, "Implementering - Att komma igång!", 1),
        ("1", "Internationella nätverk, kontakter och relationer", 1),
        ("2", "Omvärldsspaning, intressebevakning och kunskapsutbyten", 1),
        ("3", "Transnationella projekt", 1),
        (None, "Uppföljning och utvärdering", 1),
    ],
    "skovde-policy-for-internationellt-arbete": [
        ("1", "Inledning", 1),
        ("2", "Syfte med internationellt arbete", 1),
        ("3", "Målsättning och förhållningssätt till internationellt arbete", 1),
        ("4", "Uppföljning", 1),
        ("5", "Definitioner", 1),
    ],
    "upplands-bro-policy-for-arbetet-med-internationella-kontakter": [
        ("1", "Bakgrund", 1),
        ("2", "Syfte och mål", 1),
        ("3", "Principer för arbetet", 1),
        ("4", "Organisation och ansvarsfördelning", 1),
        ("4.1", "Kommunfullmäktige", 2),
        ("4.2", "Kommunstyrelsen", 2),
        ("4.3", "Nämnder och bolag", 2),
        ("5", "Barnperspektiv", 1),
    ],
}

TITLES = {
    "enkoping-internationell-policy": "Internationell policy för Enköpings kommun",
    "orebro-internationell-policy": "Internationell policy Örebro kommun",
    "skara-handlingsplan-for-okad-internationalisering": (
        "Handlingsplan genomförande Strategi för ökad internationalisering"
    ),
    "skovde-policy-for-internationellt-arbete": "Policy för internationellt arbete",
    "upplands-bro-policy-for-arbetet-med-internationella-kontakter": (
        "Policy för arbetet med internationella kontakter"
    ),
}


@pytest.mark.parametrize("identity", FIVE)
def test_every_heading_is_found_and_none_is_invented(identity: str) -> None:
    document = shipped(identity)
    found = [(one.number, one.heading, one.level) for one in document.sections[1:]]
    assert found == HEADINGS[identity]


@pytest.mark.parametrize("identity", FIVE)
def test_the_title_stands_over_the_sections(identity: str) -> None:
    document = shipped(identity)
    assert document.title == TITLES[identity]
    assert document.sections[0].heading == document.title
    assert document.sections[0].level == 0


def test_a_subsection_knows_the_headings_above_it() -> None:
    document = shipped("upplands-bro-policy-for-arbetet-med-internationella-kontakter")
    board = next(one for one in document.sections if one.number == "4.2")
    assert board.path == ("4 Organisation och ansvarsfördelning", "4.2 Kommunstyrelsen")


@pytest.mark.parametrize("identity", FIVE)
def test_everything_taken_out_stands_in_its_section(identity: str) -> None:
    document = shipped(identity)
    places = [
        *(one.place for one in document.facts if one.place),
        *(one.place for one in document.definitions),
        *(one.place for one in document.duties),
        *(one.place for one in document.actions),
    ]
    assert all(one.place for one in document.facts)
    for place in places:
        assert place.document == document.id
        assert document.sections[place.section].span.holds(place.span)
        quote = document.quote(place)
        assert quote == quote.strip() != ""


@pytest.mark.parametrize("identity", FIVE)
def test_words_of_duties_and_definitions_are_verbatim(identity: str) -> None:
    document = shipped(identity)
    for duty in document.duties:
        quote = document.quote(duty.place)
        assert duty.action in quote
        assert duty.recipient is None or duty.recipient in quote
        assert duty.time is None or duty.time in quote
        assert duty.actor is None or duty.actor in document.text
    for definition in document.definitions:
        quote = document.quote(definition.place)
        assert definition.term in quote
        assert definition.meaning in quote
