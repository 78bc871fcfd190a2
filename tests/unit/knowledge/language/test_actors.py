"""Actors found in documents and questions, however they are inflected or typed."""

from __future__ import annotations

import pytest

from knowledge.language.actors import Actor, Actors, load_actors


def found(text: str) -> list[tuple[str, str]]:
    return [(mention.actor, mention.span.of(text)) for mention in load_actors().find(text)]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("nämnderna", [("committees", "nämnderna")]),
        ("Kommunstyrelsens ansvar", [("municipal_executive_board", "Kommunstyrelsens")]),
        ("Nämnder och bolag", [("committees", "Nämnder"), ("municipal_companies", "bolag")]),
        ("KF/KS", [("municipal_council", "KF"), ("municipal_executive_board", "KS")]),
        ("KS:s ordförande", [("municipal_executive_board", "KS")]),
        ("hos kommunstyrelsekontoret", [("executive_office", "kommunstyrelsekontoret")]),
        (
            "av internationella samordnare",
            [("international_coordinator", "internationella samordnare")],
        ),
    ],
)
def test_inflected_names_are_found(text: str, mentions: list[tuple[str, str]]) -> None:
    assert found(text) == mentions


def test_names_typed_without_diacritics_are_found() -> None:
    assert [actor for actor, _ in found("vad gor kommunfullmaktige och namnderna")] == [
        "municipal_council",
        "committees",
    ]


def test_abbreviations_count_only_as_capitals_of_their_own() -> None:
    assert found("ks och kf samt KSX") == []


def test_the_longest_name_wins() -> None:
    assert found("kommunstyrelsens ordförande") == [
        ("executive_board_chair", "kommunstyrelsens ordförande")
    ]


def test_english_names_are_found_in_the_plural_too() -> None:
    assert found("the committees and the city council") == [
        ("committees", "committees"),
        ("municipal_council", "city council"),
    ]


def test_an_unknown_committee_is_a_committee_all_the_same() -> None:
    assert found("Servicenämndens beslut") == [("committees", "Servicenämndens")]
    assert found("nämndplaner") == []


def test_a_set_of_actors_is_looked_up_by_id() -> None:
    actor = Actor(
        "harbour_board", "hamnstyrelsen", "harbour board", ("hamnstyrelse",), (), "political"
    )
    actors = Actors([actor])
    assert actors["harbour_board"] is actor
    assert list(actors) == [actor]
    assert [one.actor for one in actors.find("Hamnstyrelserna möts")] == ["harbour_board"]
