from __future__ import annotations

import pytest

from bot.services.activities.free_text.partners import read_partners
from bot.services.activities.free_text.places import read_places


def places(text: str) -> list[tuple[str, str]]:
    return [(place.name, place.country) for place in read_places(text)]


def partners(text: str) -> list[str]:
    return [name for name, _ in read_partners(text, read_places(text))]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Besök från Radviliskis", "Radviliskis", "LT"),
        ("Besök från Radviliškis", "Radviliškis", "LT"),
        ("Konferens i Rom", "Rom", "IT"),
        ("Möte med Stadt Aschaffenburg", "Aschaffenburg", "DE"),
        ("Körsamarbete med Riga Cathedral School", "Riga", "LV"),
        ("Praktik på Universität Greifswald", "Greifswald", "DE"),
        ("Möte med Åbo stad", "Åbo", "FI"),
        ("Vänortsbesök i Fredericia", "Fredericia", "DK"),
        ("Utbyte i Köpenhamn", "Köpenhamn", "DK"),
        ("Möte med Göteborgs stad", "Göteborg", "SE"),
        ("Konferens Barcelona", "Barcelona", "ES"),
        ("Visit to Vienna", "Vienna", "AT"),
        ("på Reggio Emilia-besök", "Reggio Emilia", "IT"),
        ("resa till bryssel", "bryssel", "BE"),
        ("Hälsat på i Vara", "Vara", "SE"),
        ("Elever från Nice", "Nice", "FR"),
        ("Läger i Tyskland", "Tyskland", "DE"),
        ("utbyte med litauen", "litauen", "LT"),
        ("Besök från Holland", "Holland", "NL"),
        ("Praktik i England", "England", "GB"),
        ("Resa till USA", "USA", "US"),
        ("litauiska praktikanter", "litauiska", "LT"),
        ("vi hade turkisk tv på besök", "turkisk", "TR"),
        ("fem tyskar", "tyskar", "DE"),
        ("Japanese guests", "Japanese", "JP"),
    ],
)
def test_towns_and_countries_are_found_as_they_are_written(
    text: str, name: str, country: str
) -> None:
    assert places(text) == [(name, country)]


@pytest.mark.parametrize(
    "text",
    [
        "Vara med i nätverk",
        "Mål för samarbetet",
        "Nice visit",
        "Författarbesök av Sofi Oksanen",
        "Styrelsemöte North Sweden European Office",
        "Rom och sinti på agendan",
        "i mål med arbetet",
        "Horisont Europa",
        "Ung i Norden",
        "möte med Röda Korset",
        "möte på engelska",
        "spanska lärare på kurs",
        "Union of the Baltic Cities",
        "att vara med till slutet",
        "",
    ],
)
def test_words_that_are_like_places_are_none(text: str) -> None:
    assert places(text) == []


def test_places_in_a_list_are_all_found() -> None:
    assert [code for _, code in places("Möte med Bari, Vilnius och Porto")] == ["IT", "LT", "PT"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Besök från Radviliskis", ["Radviliskis"]),
        ("Studenter från Högskolan i Skövde på resa till Gdańsk", ["Gdańsk"]),
        ("Avtal med Comune di Bari", ["Comune di Bari"]),
        ("Elever från Szkoła Podstawowa nr 3 w Ełku", ["Szkoła Podstawowa nr 3 w Ełku"]),
        ("Läger med grannkommunen Halden", ["Halden"]),
        ("Besökte vår systerkommun Lohja", ["Lohja"]),
        ("Partners: Kuldiga, Saldus och Plunge kommun", ["Kuldiga", "Saldus", "Plunge kommun"]),
        ("Visit from the city of Kharkiv", ["Kharkiv"]),
        ("Meeting with Tartu City", ["Tartu City"]),
        ("Besök av vänorten Sulingens borgmästare", ["Sulingen"]),
        ("Elever från vår partnerskola i Bremen", ["partnerskola i Bremen"]),
        ("Möte mellan Skara och Bjerringbro", ["Bjerringbro"]),
        ("Resa till Bryssel tillsammans med Region Örebro län", ["Region Örebro län"]),
        ("Resa till Sevilla med elever från Gullmarsgymnasiet", ["Sevilla"]),
        ("Besök från Norra skolan 2 elever", ["Norra skolan"]),
        ("Besök från Norra skolan 2", ["Norra skolan 2"]),
        ("Möte med Cork City om vatten", ["Cork City"]),
        ("Var på Smart City Expo i Barcelona", []),
        ("Utbyte med Gymnasium Ernestinum i Celle", ["Gymnasium Ernestinum i Celle"]),
        ("Möte med partnerskolan i Palermo", ["partnerskolan i Palermo"]),
        ("Projekt med University of Tartu", ["University of Tartu"]),
        ("Ansökan tillsammans med Århus kommun", ["Århus kommun"]),
        ("Praktik hos Oslo kommune", ["Oslo kommune"]),
        ("Möte med Bari, Vilnius och Porto", ["Bari", "Vilnius", "Porto"]),
        ("Match mot vänorten Oltedal", ["Oltedal"]),
        ("Träffade ”Stowarzyszenie Jutro” i Krakow", ["Stowarzyszenie Jutro"]),
        ("Kurs på Jyväskylä universitet", ["Jyväskylä universitet"]),
        ("Study visit to Tartu", ["Tartu"]),
        ("Study trip to Amsterdam & Utrecht", ["Amsterdam", "Utrecht"]),
        ("Möte med Kuressaare gümnaasium", ["Kuressaare gümnaasium"]),
        ("tre från KS, två från BUN", []),
        ("Konferens i Bryssel", []),
        ("Solskolans gymnasium åkte till Norge", []),
        ("Resa från Skövde till Radviliskis", ["Radviliskis"]),
        ("Utbyte med Litauen", []),
        ("med EU-medel", []),
        ("Resa med 12 elever", []),
    ],
)
def test_partners_are_organisations_or_the_towns_one_meets(text: str, expected: list[str]) -> None:
    assert partners(text) == expected
