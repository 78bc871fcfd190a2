from __future__ import annotations

import pytest

from knowledge.kinds import Kinds
from knowledge.language.actors import load_actors
from knowledge.language.lexicon import load_lexicon
from knowledge.model import Aspect


@pytest.fixture(scope="module")
def kinds() -> Kinds:
    return Kinds(load_actors(), load_lexicon())


HAVING = [
    (Aspect.WHO, "Kommunfullmäktige beslutar om vänortsavtal.", "Kommunen beslutar om detta."),
    (Aspect.WHEN, "Uppföljning sker årligen.", "Uppföljning sker."),
    (Aspect.YEAR, "Planen gäller 2017.", "Planen gäller i 12 dagar."),
    (Aspect.MONTH, "Resan sker i augusti.", "Resan sker på hösten."),
    (Aspect.WEEK, "Resan sker vecka 12.", "Resan sker på hösten."),
    (Aspect.DATE, "Beslutat den 12 februari 2020.", "Beslutat i februari."),
    (Aspect.DURATION, "Beslut tas inom tre månader.", "Beslut tas årligen."),
    (Aspect.HOW_MUCH, "Budgeten är 500 000 kronor.", "Budgeten är stor."),
    (Aspect.HOW_MANY, "Kommunen har sex vänorter.", "Kommunen har vänorter."),
    (
        Aspect.HOW_MUCH,
        "En del av finansieringen kommer från EU.",
        "Det är en naturlig del av arbetet.",
    ),
    (Aspect.COUNTRY, "Utbytet sker på Island.", "Utbytet sker i augusti."),
    (Aspect.PURPOSE, "Utbytena ska bidra till lärande.", "Utbytena är tre."),
    (Aspect.REPORT, "Allt redovisas i årsbokslutet.", "Allt sker i samförstånd."),
    (Aspect.COUNTRY, "Staden ligger i Bosnien och Hercegovina.", "Staden är liten."),
    (Aspect.MEANING, "Med utbyte avses ett besök.", "Utbyten sker varje år."),
    (Aspect.PERSON, "Samordnare är Anna-Karin Bergvall.", "Samordnare är Europa Direkt."),
    (Aspect.CONTACT, "Ring 0171-62 54 89.", "Ring före kl. 16."),
    (Aspect.CONTACT, "Skriv till anna@skara.se.", "Skriv till Anna."),
    (Aspect.NAME, "Kommunen har en vänort i Kongsvinger.", "Kommunen har en vänort."),
]


@pytest.mark.parametrize(("kind", "having", "lacking"), HAVING, ids=lambda each: str(each))
def test_a_text_has_a_kind_of_thing_or_lacks_it(
    kinds: Kinds, kind: Aspect, having: str, lacking: str
) -> None:
    assert kinds.has(having, kind)
    assert not kinds.has(lacking, kind)


@pytest.mark.parametrize("text", ["Planen gäller i tre år.", "Avtalet löper under tre år."])
def test_how_long_something_holds_is_a_duration(kinds: Kinds, text: str) -> None:
    assert kinds.has(text, Aspect.DURATION)


def test_the_municipality_as_a_whole_is_nobody(kinds: Kinds) -> None:
    assert not kinds.has("Kommunen ansvarar.", Aspect.WHO)
    assert kinds.has("Nämnderna ansvarar.", Aspect.WHO)


def test_a_heading_names_who_and_why_for_all_that_stands_under_it(kinds: Kinds) -> None:
    assert kinds.told(Aspect.WHO, "Ansvarar för uppföljning.", "Kommunstyrelsen")
    assert kinds.told(Aspect.PURPOSE, "En öppen kommun.", "Syfte")
    assert not kinds.told(Aspect.HOW_MUCH, "Budgeten är stor.", "500 000 kronor")


def test_a_body_or_a_known_word_is_no_proper_name(kinds: Kinds) -> None:
    assert not kinds.has("Beslut fattas av Kommunstyrelsen.", Aspect.NAME)


def test_only_kinds_that_a_text_can_be_searched_for_are_asked(kinds: Kinds) -> None:
    assert kinds.asked(frozenset((Aspect.DEFINITION, Aspect.COMPARE))) == []
    assert kinds.asked(frozenset((Aspect.WHO, Aspect.COMPARE))) == [Aspect.WHO]


def test_how_much_and_how_long_ask_for_no_further_number(kinds: Kinds) -> None:
    asked = kinds.asked(frozenset((Aspect.DURATION, Aspect.HOW_MANY)))
    assert asked == [Aspect.DURATION]
