"""Duties in the many ways that documents lay them down."""

from __future__ import annotations

import pytest

from knowledge.model import Document, Duty
from tests.unit.indexer.made import made, section


def written(document: Document) -> list[tuple[str | None, str]]:
    return [(one.actor, one.action) for one in document.duties]


def duty(document: Document, beginning: str) -> Duty:
    return next(one for one in document.duties if one.action.startswith(beginning))


def test_each_coordinated_verb_is_a_duty_of_its_own() -> None:
    document = section(
        "Kommunstyrelsen leder arbetet, följer upp målen och rapporterar till kommunfullmäktige."
    )
    assert written(document) == [
        ("Kommunstyrelsen", "leder arbetet"),
        ("Kommunstyrelsen", "följer upp målen"),
        ("Kommunstyrelsen", "rapporterar till kommunfullmäktige"),
    ]
    assert document.duties[2].recipient == "till kommunfullmäktige"


def test_coordinated_infinitives_with_objects_are_divided_and_others_are_not() -> None:
    document = section(
        "Varje nämnd ska utse en kontaktperson samt lämna en rapport senast den 31 mars. "
        "Nämnderna ska stödja och främja vänortsarbetet."
    )
    assert written(document) == [
        ("Varje nämnd", "ska utse en kontaktperson"),
        ("Varje nämnd", "lämna en rapport senast den 31 mars"),
        ("Nämnderna", "ska stödja och främja vänortsarbetet"),
    ]


def test_a_second_subject_in_the_sentence_has_its_own_duty() -> None:
    document = section(
        "Kommunfullmäktige beslutar om policyn och kommunstyrelsen ansvarar för uppföljningen."
    )
    assert written(document) == [
        ("Kommunfullmäktige", "beslutar om policyn"),
        ("kommunstyrelsen", "ansvarar för uppföljningen"),
    ]


def test_a_list_takes_its_actor_from_the_sentence_that_leads_into_it() -> None:
    document = section(
        "Kommunstyrelsen ansvarar för att:\n\n"
        "- samordna kommunens resor,\n"
        "- årligen följa upp kostnaderna, och\n"
        "- rapportera till kommunfullmäktige."
    )
    assert written(document) == [
        ("Kommunstyrelsen", "samordna kommunens resor"),
        ("Kommunstyrelsen", "årligen följa upp kostnaderna"),
        ("Kommunstyrelsen", "rapportera till kommunfullmäktige"),
    ]
    assert document.duties[1].time == "årligen"


def test_a_heading_names_the_actor_of_sentences_without_a_subject() -> None:
    document = section(
        "Leder och samordnar arbetet. Uppföljning görs två gånger per år i delårsrapporten. "
        "Nämnderna ansvarar för sina områden.",
        heading="Kommunstyrelsens ansvar",
    )
    assert written(document) == [
        ("Kommunstyrelsen", "Leder och samordnar arbetet"),
        ("Kommunstyrelsen", "Uppföljning görs två gånger per år i delårsrapporten"),
        ("Nämnderna", "ansvarar för sina områden"),
    ]
    assert document.duties[1].time == "två gånger per år"
    assert document.duties[1].recipient == "i delårsrapporten"


def test_a_table_of_actors_and_tasks_gives_duties() -> None:
    document = section(
        "| Organ | Uppgift |\n|---|---|\n"
        "| Kommunstyrelsen | Samordnar arbetet och tecknar avtal. |\n"
        "| Nämnderna | Ansvarar för sina områden. |"
    )
    assert written(document) == [
        ("Kommunstyrelsen", "Samordnar arbetet"),
        ("Kommunstyrelsen", "tecknar avtal"),
        ("Nämnderna", "Ansvarar för sina områden"),
    ]


@pytest.mark.parametrize(
    ("sentence", "actor", "action"),
    [
        ("Det åligger varje chef att informera sina medarbetare.", "varje chef", "att informera"),
        ("Ytterst ansvarig för arbetet är kommundirektören.", "kommundirektören", "Ytterst"),
        ("Ansvaret för resorna vilar på respektive nämnd.", "respektive nämnd", "Ansvaret"),
        ("Vid behov ska kommundirektören utse en grupp.", "kommundirektören", "utse en grupp"),
        ("Planen revideras av kommunstyrelsen vartannat år.", "kommunstyrelsen", "Planen"),
        ("Medarbetare får inte använda bonuspoäng privat.", "Medarbetare", "får inte använda"),
        ("Avtalen ska utvärderas en gång per mandatperiod.", None, "Avtalen ska utvärderas"),
        ("Resor som någon annan betalar ska redovisas till nämnden.", None, "Resor som"),
        (
            "Internationella gruppen ska träffas fyra gånger per år.",
            "Internationella gruppen",
            "ska",
        ),
        ("The committees shall report to the council annually.", "The committees", "shall report"),
        ("The executive board is responsible for follow-up.", "The executive board", "is resp"),
        ("The strategy should be evaluated every four years.", None, "The strategy should"),
    ],
)
def test_other_ways_of_laying_down_a_duty(sentence: str, actor: str | None, action: str) -> None:
    (found,) = section(sentence).duties
    assert found.actor == actor
    assert found.action.startswith(action)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kommuner verkar på en internationell arena.",
        "Målet är att arbetet ska vara känt i hela kommunen.",
        "Policyn ska bidra till ökad förståelse.",
        "Strategin ska ses som ett verktyg.",
        "Det är viktigt att nämnderna ska ha kunskap.",
        "Internationellt arbete kan göras på många sätt.",
        "Föreningar som ansvarar för utbyten har vuxit.",
        "Vänorten ingår i ett större nätverk.",
        "Europa Direkt har kontor i flera städer.",
        "Many cities work internationally.",
    ],
)
def test_descriptions_and_aims_are_no_duties(sentence: str) -> None:
    assert section(sentence).duties == ()


def test_necessity_in_the_background_is_no_duty() -> None:
    text = "Viktiga framtidsfrågor måste hanteras globalt."
    assert section(text, heading="Bakgrund").duties == ()
    assert len(section(text, heading="Uppföljning").duties) == 1


def test_a_municipality_s_own_name_is_an_actor() -> None:
    document = made("# Policy\n\nKiruna kommun\n\n## Mål\n\nKiruna ska delta i nätverk.\n")
    assert written(document) == [("Kiruna", "ska delta i nätverk")]
    assert document.duties[0].actors == ("municipality",)


@pytest.mark.parametrize(
    "piece", ["nämnderna ska leda arbetet och ", "Ab cd dvs. ", "i samband med "]
)
def test_endless_sentences_do_not_hang_the_reader(piece: str) -> None:
    section(piece * 1000)


def test_an_actor_brought_forward_or_given_a_mission_has_the_duty() -> None:
    document = section(
        "Det är kommunstyrelsen som ansvarar för policyn. "
        "I nämndernas uppdrag ingår att samordna resorna. "
        "Beslut om resor fattas av närmaste chef. "
        "Eleverna ska få möjlighet att delta."
    )
    assert written(document) == [
        ("kommunstyrelsen", "ansvarar för policyn"),
        ("nämnderna", "samordna resorna"),
        ("närmaste chef", "Beslut om resor fattas av närmaste chef"),
        (None, "Eleverna ska få möjlighet att delta"),
    ]


def test_a_heading_of_those_whom_the_text_is_about_is_no_actor() -> None:
    document = section("Erfarenheter ska tas till vara.", heading="Barn och unga")
    assert written(document) == [(None, "Erfarenheter ska tas till vara")]


def test_a_subsection_belongs_to_the_actor_above_it() -> None:
    document = made("# Policy\n\n## 4 Kommunstyrelsen\n\n### 4.1 Uppgifter\n\nSamordnar arbetet.\n")
    assert written(document) == [("Kommunstyrelsen", "Samordnar arbetet")]
