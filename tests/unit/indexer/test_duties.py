"""Duties of the five documents, each read in the document, and of other ways to write them."""

from __future__ import annotations

from time import perf_counter

import pytest

from knowledge.model import Document, Duty
from tests.unit.indexer.made import FIVE, made, section, shipped

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
def test_endless_sentences_are_read_in_reasonable_time(piece: str) -> None:
    before = perf_counter()
    section(piece * 1000)
    assert perf_counter() - before < 10


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
