from __future__ import annotations

import pytest

from knowledge.language.municipalities import find_municipalities, swedish_municipalities

KNOWN = ("Enköping", "Skara", "Skövde", "Upplands-Bro", "Örebro")


def named(text: str) -> list[str]:
    return [mention.name for mention in find_municipalities(text, KNOWN)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vem beslutar i Skövde?", "Skövde"),
        ("skovde", "Skövde"),
        ("SKÖVDE", "Skövde"),
        ("Skaras policy", "Skara"),
        ("orebros mål", "Örebro"),
        ("Enköpngs mål", "Enköping"),
        ("Enköpings kommun", "Enköping"),
        ("upplands bro", "Upplands-Bro"),
        ("Upplandsbro", "Upplands-Bro"),
        ("Upplands-Bros policy", "Upplands-Bro"),
        ("skara-samordnaren", "Skara"),
    ],
)
def test_a_municipality_with_documents_is_found_as_people_write_it(text: str, name: str) -> None:
    assert named(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vem beslutar i Kiruna?", "Kiruna"),
        ("Göteborgs vänorter", "Göteborg"),
        ("resor i Vara?", "Vara"),
        ("Vara kommun", "Vara"),
        ("Marks policy", "Mark"),
        ("does Kiruna have twin towns?", "Kiruna"),
    ],
)
def test_another_municipality_is_found_where_the_place_is_meant(text: str, name: str) -> None:
    assert named(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Vad ska vara klart?",
        "Var ska det vara?",
        "Vara eller inte vara",
        "Vem äger mark?",
        "Mark är dyrt",
        "Hur är det i Vara Nordic?",
        "skrapa",
        "",
    ],
)
def test_common_words_are_no_municipalities(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize("text", ["skarpa mål", "Sara undrar vem som betalar"])
def test_a_word_one_letter_from_a_name_is_still_that_word(text: str) -> None:
    assert named(text) == []


def test_several_are_found_in_the_order_of_the_text() -> None:
    assert named("Jämför Örebro och Skara med hur det är i Kiruna") == ["Örebro", "Skara", "Kiruna"]


def test_a_mention_tells_where_its_words_begin() -> None:
    found = find_municipalities("och i upplands bro?", KNOWN)
    assert [mention.starts for mention in found] == [(6, 15)]


def test_every_municipality_of_sweden_with_one_word_is_known_by_name() -> None:
    single = [name for name in swedish_municipalities() if " " not in name]
    assert [name for name in single if name not in named(f"{name} kommun")] == []


@pytest.mark.parametrize("name", [n for n in swedish_municipalities() if " " in n])
def test_every_municipality_with_several_words_is_known_by_name(name: str) -> None:
    assert named(f"Vem beslutar i {name}?") == [name]


@pytest.mark.parametrize("name", ["", "-", " - "])
def test_a_name_without_words_is_found_nowhere(name: str) -> None:
    mentions = find_municipalities("Vem beslutar i Malung-Sälen?", [name])
    assert [mention.name for mention in mentions] == ["Malung-Sälen"]
