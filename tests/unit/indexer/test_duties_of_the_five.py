"""Duties of the five documents, each read in the document."""

from __future__ import annotations

import pytest

from knowledge.model import Document, Duty
from tests.unit.indexer.made import FIVE, shipped

DUTIES: dict[str, list[tuple[str | None, str]]] = {
    "enkoping-internationell-policy": [
        (None, "För att på ett framgångsrikt sätt använda sig av"),
        ("kommunstyrelsekontoret", "Det övergripande ansvaret för samordningen av kommunens EU-"),
        ("Den centrala funktionen", "ska bland annat bistå kommunens verksamheter med aktuell"),
        (None, "Det internationella arbetet i kommunen ska vara målinriktat"),
        (None, "Arbetet ska präglas av öppenhet och nytänkande"),
        ("Förvaltningarna", "ska ha ett tydligt internationellt perspektiv i sina"),
        (None, "Internationellt utvecklingsarbete ska vara en integrerad"),
        ("Kommunfullmäktige", "fastställer policy för kommunens internationella arbete"),
        ("Kommunstyrelsen", "svarar för strategisk ledning och beslut om övergripande"),
        ("Kommunstyrelsen", "ansvarar för uppföljning av kommunens internationella arbete"),
        ("Nämnderna", "bevakar den internationella utvecklingen inom sitt område"),
        ("Nämnderna", "svarar för vänortssamarbetet inom sina kompetensområden"),
        (None, "Internationellt arbete är en naturlig del av varje nämnds"),
        (None, "Möjligheterna till finansiering genom EU eller andra"),
        ("nämnderna", "redovisa samt utvärdera sitt internationella arbete"),
        ("kommunstyrelsen", "För den kommungemensamma utvärderingen ansvarar"),
    ],
    "orebro-internationell-policy": [
        ("Örebro", "bör agera därefter"),
        ("Kommunfullmäktige", "beslutar om en internationell policy"),
        ("Kommunfullmäktige", "ingår och beslutar om uppsägning av vänortsavtal"),
        ("Kommunstyrelsen", "samordnar kommunens internationella arbete"),
        ("Kommunstyrelsen", "tecknar samarbetsavtal"),
        ("Kommunstyrelsen", "ingår kommunalt partnerskap"),
        ("Kommunstyrelsen", "beslutar om medlemskap i internationella nätverk och"),
        ("Nämnder och bolagsstyrelser", "har huvudansvaret för det internationella arbetet inom"),
        (None, "Det internationella arbetet ska bidra till att uppnå de"),
        (None, "Det internationella arbetet ska stödja den utveckling som"),
        ("Den politiska organisationen", "har ett ansvar för en god bevakning av internationella"),
        ("Politiken", "har en uppgift att internationellt skapa kontakter och"),
        ("Politiken", "presentera Örebro kommun som besöksmål och etableringsort"),
        (None, "Den politiska representationen i olika internationella"),
        (None, "Regelbundet ska en utvärdering göras om kommunen skall"),
        ("Politiken", "ska aktivt delta i vänortssamarbetet"),
        (None, "Arbetet ska vara strategiskt och i överensstämmelse med de"),
        (None, "Alla vänortsavtal och samarbetsavtal förutom de fyra"),
        (None, "Öppenhet ska finnas för att skriva avtal med nya vänorter"),
        ("Kommunens skolor", "bör utarbeta internationella kontakter"),
        (None, "Allt som har en internationell koppling och ska utveckla"),
        (None, "Deltagandet i internationella nätverk och projekt som har"),
        (None, "Språkträning ska kunna erbjudas för att öka den"),
        (None, "Språkträningen ska samordnas med"),
        (None, "Ett gemensamt engelskt språkbruk ska inrättas i kommunen"),
        (None, "Här bör organisatoriska samordningslösningar sökas för"),
        (None, "Utbyten med vänorterna ska syfta till kunskapsinhämtning"),
        (None, "Internationellt arbete ska redovisas varje år i bokslutet"),
        (None, "Redovisningen ska också beskriva vad utbyten har haft för"),
    ],
    "skara-handlingsplan-for-okad-internationalisering": [
        (None, "Den är verksamhetsövergripande och ska vara en integrerad"),
        (None, "Den beskriver närmare vem som gör vad och ska ligga till"),
        (None, "Övriga medel ska finnas att tillgå för samtliga"),
        (None, "Dessa medel söks från kommunstyrelsen genom den"),
        (None, "Tillsammans med näringslivet, kommuner, universitet och"),
        ("kommunen", "Knyta nya och aktivt bevara internationella kontakter med"),
        ("kommunen", "Skapa förståelse och dra nytta av nya möjligheter som"),
        ("kommunen", "Erbjuder kommuninvånarna information och kunskap för att"),
        ("kommunen", "Utveckla kompetens och färdigheter för att kunna"),
        ("kommunen", "Delta i fler transnationella projekt vilket bidrar till"),
        ("Skara kommuns förvaltningar", "ska i sina verksamhetsplaner redogöra för det"),
        (None, "Uppföljning ska ske årligen"),
    ],
    "skovde-policy-for-internationellt-arbete": [
        ("De kommunala bolagen", "verkar för att intentionerna i policyn efterlevs i den mån"),
        ("Skövde kommun", "ska därför vara öppna"),
        ("Skövde kommun", "ha ett generöst förhållningssätt till att dela med sig av"),
        (None, "I samband med rapportering av kommunstyrelsens"),
        (None, "Internationellt arbete i sin helhet rapporteras i Skövde"),
    ],
    "upplands-bro-policy-for-arbetet-med-internationella-kontakter": [
        (None, "Det internationella arbetet skall präglas av öppenhet och"),
        (
            "Upplands-Bros nämnder, styrelser och bolag",
            "skall aktivt arbeta för att ta del av EU:s fonder för",
        ),
        (None, "Arbetet skall beskrivas i en utvärderingsbar handlingsplan"),
        ("Upplands-Bro kommun", "skall delta i internationella utvecklingsprojekt i syfte"),
        (
            "Upplands-Bro kommuns politiker och tjänstepersoner",
            "ska inhämta kunskap från och lära av de bästa utförarna,",
        ),
        ("Kommunfullmäktige", "Beslutar om Policy för arbetet med internationella kontakter"),
        ("Kommunstyrelsen", "Ansvarar för den strategiska ledningen av det"),
        ("Kommunstyrelsen", "genomför årlig uppföljning och sammanställning"),
        ("KS", "ansvarar för att det finns kompetens inom området som stöd"),
        ("Nämnder och bolag", "Ansvarar för att arbetet med internationella kontakter"),
        ("Nämnder och bolag", "För arbetet upprättas en handlingsplan som utvärderas och"),
        ("Nämnder och bolag", "har det ekonomiska ansvaret för deltagande i projekt"),
        ("Nämnderna", "ansvarar för att en kontaktperson för informationsspridning"),
        ("Nämnder och bolag", "Kontaktpersonerna skall ges möjlighet till gemensam och"),
    ],
}
"""For each document its duties in order: the actor as written, and how the action begins."""


def written(document: Document) -> list[tuple[str | None, str]]:
    return [(one.actor, one.action) for one in document.duties]


def duty(document: Document, beginning: str) -> Duty:
    return next(one for one in document.duties if one.action.startswith(beginning))


@pytest.mark.parametrize("identity", FIVE)
def test_every_duty_is_found_and_none_is_invented(identity: str) -> None:
    found = written(shipped(identity))
    wanted = DUTIES[identity]
    assert [actor for actor, _ in found] == [actor for actor, _ in wanted]
    for (_, action), (_, beginning) in zip(found, wanted, strict=True):
        assert action.startswith(beginning)


def test_reports_and_bodies_are_recipients() -> None:
    enkoping, orebro, skara, skovde, upplands_bro = map(shipped, FIVE)
    assert duty(enkoping, "redovisa samt").recipient == "I årsbokslut och årsredovisning"
    assert duty(enkoping, "ska ha ett tydligt").recipient == "i sina respektive nämndplaner"
    assert duty(orebro, "Internationellt arbete ska redovisas").recipient == "i bokslutet"
    assert duty(orebro, "Allt som").recipient == "i förvaltningarnas verksamhetsplan"
    assert duty(skara, "ska i sina").recipient == "i sina verksamhetsplaner"
    assert duty(skovde, "I samband").recipient == "till beredning medborgare och folkhälsa"
    assert duty(skovde, "Internationellt").recipient == "i Skövde kommuns årsredovisning"
    assert duty(upplands_bro, "Ansvarar för att").recipient is None


def test_times_stand_with_their_duties() -> None:
    _, orebro, skara, skovde, upplands_bro = map(shipped, FIVE)
    assert duty(orebro, "Internationellt arbete ska redovisas").time == "varje år"
    assert duty(orebro, "Regelbundet").time == "Regelbundet"
    assert duty(skara, "Uppföljning").time == "årligen"
    assert duty(skovde, "I samband").time == (
        "I samband med rapportering av kommunstyrelsens verksamhetsberättelse (tertiärrapport 3)"
    )
    assert duty(upplands_bro, "genomför").time == "årlig"
    assert duty(upplands_bro, "Arbetet skall").time == "årligen"


def test_actors_are_known_by_their_ids() -> None:
    upplands_bro = shipped(FIVE[4])
    assert duty(upplands_bro, "genomför").actors == ("municipal_executive_board",)
    assert duty(upplands_bro, "ansvarar för att det").actors == ("municipal_executive_board",)
    assert duty(upplands_bro, "har det ekonomiska").actors == ("committees", "municipal_companies")
