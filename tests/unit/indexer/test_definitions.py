"""Definitions of the five documents, and the ways in which other documents define."""

from __future__ import annotations

from knowledge.model import Document
from tests.unit.indexer.made import FIVE, section, shipped


def terms(document: Document) -> list[tuple[str, str]]:
    return [(one.term, one.meaning) for one in document.definitions]


def test_skovde_defines_five_terms() -> None:
    found = terms(shipped("skovde-policy-for-internationellt-arbete"))
    assert [term for term, _ in found] == [
        "internationellt arbete",
        "Transnationella utbyten",
        "EU-projekt",
        "Internationella nätverk",
        "Omvärldsbevakning",
    ]
    assert found[0][1] == (
        "allt arbete där det internationella perspektivet på något sätt har beaktats"
    )
    assert found[4][1].startswith("Aktivt leta möjligheter")


def test_orebro_defines_its_kinds_of_documents_and_an_abbreviation() -> None:
    found = dict(terms(shipped("orebro-internationell-policy")))
    assert list(found) == ["PROGRAM", "PLANER", "POLICY", "RIKTLINJE", "HANDLINGSPLAN", "ÖSB"]
    assert found["PROGRAM"] == found["PLANER"]
    assert found["POLICY"].startswith("uttrycker ett värdegrundsbaserat förhållningssätt")
    assert found["ÖSB"] == "Övergripande Strategier och Budget"


def test_skara_says_who_the_so_called_are_and_which_year_is_the_first() -> None:
    assert terms(shipped("skara-handlingsplan-for-okad-internationalisering")) == [
        ("V6 kommunerna", "Götene, Lidköping, Grästorp, Vara och Essunga"),
        ("år 1", "2017"),
    ]


def test_documents_that_define_nothing_have_no_definitions() -> None:
    assert terms(shipped(FIVE[0])) == []
    assert terms(shipped(FIVE[4])) == []


def test_swedish_ways_of_defining() -> None:
    document = section(
        "Med tjänsteresa avses i dessa riktlinjer en resa på uppdrag av arbetsgivaren. "
        "Med vänort menas en ort som kommunen har avtal med. "
        "Begreppet omvärldsbevakning innefattar både EU och resten av världen. "
        "Delegation definieras här som en grupp som företräder kommunen.",
        heading="Inledning",
    )
    assert terms(document) == [
        ("tjänsteresa", "en resa på uppdrag av arbetsgivaren"),
        ("vänort", "en ort som kommunen har avtal med"),
        ("omvärldsbevakning", "både EU och resten av världen"),
        ("Delegation", "en grupp som företräder kommunen"),
    ]


def test_a_section_of_definitions_defines_by_plain_statements_and_labels() -> None:
    document = section(
        "Tjänsteresa är en resa i arbetet. Det är ett brett begrepp.\n\n"
        "- Vänort: en ort med avtal\n- Delegation: en grupp på resa",
        heading="Begrepp och definitioner",
    )
    assert terms(document) == [
        ("Tjänsteresa", "en resa i arbetet"),
        ("Vänort", "en ort med avtal"),
        ("Delegation", "en grupp på resa"),
    ]


def test_plain_statements_elsewhere_define_nothing() -> None:
    document = section("Vänortsarbete är viktigt. Internationella kontakter är en resurs för alla.")
    assert terms(document) == []


def test_abbreviations_are_defined_where_their_letters_fit() -> None:
    document = section(
        "Arbetet stöds av Svenskt Internationellt Centrum (SIC) och följer målen (se bilaga)."
    )
    assert terms(document) == [("SIC", "Svenskt Internationellt Centrum")]


def test_english_definitions() -> None:
    document = section(
        'In this policy, "partner city" means a city with a signed agreement. '
        "Twinning refers to long-term cooperation between towns."
    )
    assert terms(document) == [
        ("partner city", "a city with a signed agreement"),
        ("Twinning", "long-term cooperation between towns"),
    ]


def test_a_table_of_responsibilities_defines_nothing() -> None:
    document = section(
        "| Organ | Uppgift |\n|---|---|\n| Kommunstyrelsen | Samordnar arbetet i hela kommunen. |"
    )
    assert terms(document) == []
