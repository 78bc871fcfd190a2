"""Which sentences demand a report, of what and of whom, in other words than those of the five."""

from __future__ import annotations

import pytest

from bot.services.reports.demands import Want, demands_of
from tests.unit.bot.services.reports.demanded import KINDS, occasions, one, wants
from tests.unit.indexer.made import made, section


def none(body: str) -> bool:
    return not demands_of([section(body)], KINDS)


OTHER_WORDS = """# Riktlinjer för internationella kontakter i Provköpings kommun

## Ansvar

Kommunstyrelsen beslutar om medlemskap i nätverk. Avtal med vänorter ska följas upp vart fjärde år.

## Återkoppling

Varje förvaltning ska senast den 15 januari lämna en rapport till kommunstyrelsen om sina projekt
och utbyten. Rapporten ska innehålla:

- hur många elever som deltagit,
- andelen extern finansiering,
- lärdomar för verksamheten.

Kommundirektören ska varje halvår göra en sammanställning av det internationella arbetet för
kommunfullmäktige. Omvärldsbevakningen redovisas i tertialrapport 1 och 2.

## Aktualitet

Riktlinjerna ska utvärderas och revideras en gång per mandatperiod.
"""


def test_other_words_demand_the_same_things() -> None:
    reports, compiled, watched = demands_of([made(OTHER_WORDS)], KINDS)
    assert reports.actors == ("administrations",)
    assert reports.each_unit
    assert reports.recipient == "till kommunstyrelsen"
    assert reports.kinds == ("transnational_exchange", "eu_project")
    assert occasions(reports) == {("month", 1)}
    assert wants(reports) == [
        (Want.BY_UNIT, ()),
        (Want.PARTICIPANTS, ()),
        (Want.FUNDING_SHARE, ()),
        (Want.EFFECTS, ()),
    ]
    assert [each.citation.quote for each in reports.wanted[1:]] == [
        "hur många elever som deltagit,",
        "andelen extern finansiering,",
        "lärdomar för verksamheten.",
    ]
    assert occasions(compiled) == {("half_year", None)}
    assert wants(compiled) == [(Want.COMPILATION, ())]
    assert watched.kinds == ("horizon_scanning",)
    assert occasions(watched) == {("tertial", 1), ("tertial", 2)}


ENGLISH = """# Policy for international work in the municipality of Provköping

## Follow-up

The committees shall report on their international projects and networks annually in the annual
report. The report shall describe the number of participants in network activities and the effects
of exchanges. The municipal executive board shall evaluate the international work each term of
office. The action plan is evaluated and revised annually.
"""


def test_an_english_document_demands_reports_too() -> None:
    committees, evaluation = demands_of([made(ENGLISH)], KINDS)
    assert (committees.actor, committees.actors) == ("The committees", ("committees",))
    assert committees.each_unit
    assert committees.kinds == ("eu_project", "international_network")
    assert occasions(committees) == {("year", None)}
    assert wants(committees) == [
        (Want.BY_UNIT, ()),
        (Want.NETWORK_PARTICIPANTS, ("international_network",)),
        (Want.EFFECTS, ("transnational_exchange",)),
    ]
    assert evaluation.actors == ("municipal_executive_board",)
    assert occasions(evaluation) == {("term_of_office", None)}
    assert wants(evaluation) == [(Want.EVALUATION, ())]


@pytest.mark.parametrize(
    "sentence",
    [
        "Regelbundet ska en utvärdering göras om kommunen ska tillhöra nätverket.",
        "Alla vänortsavtal ska tidsbegränsas och utvärderas.",
        "Nämnderna ansvarar för uppföljning av ingångna samarbetsavtal.",
        "För arbetet upprättas en handlingsplan som utvärderas och revideras årligen.",
        "Kommunstyrelsen ska utvärdera och revidera policyn varje mandatperiod.",
        "Handlingsplanen revideras och följs upp varje år.",
        "Nämnderna ansvarar för vänortskontakterna.",
        "Projektledaren ska redovisa kostnaderna till finansiären.",
        "Samordnaren sammanställer en lista över tolkar.",
        "Arbetet ska vara uppföljningsbart.",
        "Kommunstyrelsen beslutar om internationella resor.",
        "The committees shall evaluate whether the municipality should remain a member.",
        "Internationella aktiviteter ska inte redovisas i årsredovisningen.",
        "I bokslutet ska nämnderna inte redovisa nätverk.",
        "Utbyten behöver ej följas upp.",
        "Inga nätverk redovisas i bokslutet.",
        "Mindre utbyten är undantagna från redovisning.",
        "The committees shall not report networks.",
        "Information om EU-bidrag ska delges nämnderna.",
        "Kontaktpersonerna ska presenteras för kommunstyrelsen.",
        "Efter en resa ska en reserapport lämnas till närmaste chef.",
        "Kommunen ska välja projekt som inte kräver omfattande rapportering.",
        "Nya projektidéer ska presenteras för kommunstyrelsen.",
        "Samordnaren ska presentera kommunen för utländska delegationer.",
        "Deltagare i utbyten ska ge återkoppling till sin chef.",
        "Verksamhetsberättelsen ska godkännas av nämnden.",
        "Slutrapporten om projektet ska undertecknas av förvaltningschefen.",
    ],
)
def test_other_duties_are_no_demands(sentence: str) -> None:
    assert none(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Nämnderna ska varje år rapportera sina internationella aktiviteter.",
        "Kommunstyrelsen ansvarar för att det internationella arbetet följs upp.",
        "Nämnderna redogör för sina utbyten.",
        "Det internationella arbetet återrapporteras till kommunfullmäktige.",
        "Policyn ska följas upp i årsredovisningen.",
        "Samordnaren sammanställer de internationella insatserna.",
        "The committees shall follow up the international work.",
        "The municipal executive board is responsible for monitoring the international work.",
        "Uppföljning görs årligen.",
        "Nämnderna ska lämna en lägesrapport till kommunstyrelsen i juni.",
        "Efter avslutat projekt ska en slutrapport lämnas till kommunstyrelsen.",
        "Det internationella arbetet ska beskrivas i nämndernas verksamhetsberättelser.",
        "Internationellt arbete ska tas upp i årsredovisningen.",
        "Nämnderna ska återkoppla resultatet av sina utbyten till kommunstyrelsen.",
        "Återkoppling av det internationella arbetet ska ske årligen.",
        "Resultatet ska presenteras för kommunfullmäktige varje år.",
        "Erfarenheterna från utbyten ska delges kommunstyrelsen.",
        "Samordnaren ska göra en halvtidsuppföljning av arbetet.",
        "Samtliga projekt ska slutrapporteras.",
        "Rapporten om utbyten ska lämnas till kommunstyrelsen och godkännas av fullmäktige.",
        "Det som inte har redovisats tidigare ska redovisas i årsbokslutet.",
        "Nämnderna ska redovisa utbyten som inte har fått EU-medel.",
        "Nämnderna ska inte bara redovisa sina utbyten utan även utvärdera dem.",
    ],
)
def test_duties_to_tell_of_the_work_are_demands(sentence: str) -> None:
    assert one(sentence).citation.quote == sentence


def test_the_result_of_a_follow_up_is_no_effect_of_the_work() -> None:
    assert one("Resultatet av uppföljningen ska redovisas till kommunfullmäktige.").wanted == ()


def test_documents_about_other_things_demand_nothing_of_these_reports() -> None:
    text = "# Upphandlingspolicy\n\n## Uppföljning\n\nNämnderna ska redovisa sina inköp årligen.\n"
    assert demands_of([made(text)], KINDS) == ()


def test_a_list_that_completes_a_demand_says_what_is_wanted() -> None:
    body = "Nämnderna ska årligen redovisa:\n\n- antal deltagare i utbyten\n- effekter av projekt"
    demand = one(body)
    assert demand.citation.quote == "Nämnderna ska årligen redovisa:"
    assert demand.actors == ("committees",)
    assert demand.each_unit
    assert wants(demand)[1:] == [
        (Want.PARTICIPANTS, ("transnational_exchange",)),
        (Want.EFFECTS, ("eu_project",)),
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "För internationella projekt ska nämnderna redovisa antal deltagare och effekter.",
            [(Want.PARTICIPANTS, ("eu_project",)), (Want.EFFECTS, ("eu_project",))],
        ),
        (
            "Om nätverk ska antal deltagare redovisas, och för utbyten ska effekterna beskrivas.",
            [
                (Want.PARTICIPANTS, ("international_network",)),
                (Want.EFFECTS, ("transnational_exchange",)),
            ],
        ),
        (
            "Nämnderna ska redovisa vilka utbyten som gjorts, hur många som deltagit i dem och "
            "vad de har lett till.",
            [
                (Want.PARTICIPANTS, ("transnational_exchange",)),
                (Want.EFFECTS, ("transnational_exchange",)),
            ],
        ),
        (
            "Nämnderna ska redovisa antal deltagare i nätverk samt andelen extern finansiering.",
            [(Want.NETWORK_PARTICIPANTS, ("international_network",)), (Want.FUNDING_SHARE, ())],
        ),
        (
            "Projektledarna ska redovisa antal deltagare.",
            [(Want.PARTICIPANTS, ())],
        ),
    ],
)
def test_the_kinds_that_a_sentence_begins_with_are_those_of_what_it_wants(
    sentence: str, found: list[tuple[Want, tuple[str, ...]]]
) -> None:
    assert [each for each in wants(one(sentence)) if each[0] is not Want.BY_UNIT] == found


def test_the_items_of_a_list_are_about_the_kinds_of_its_lead_in() -> None:
    demand = one("Nämnderna ska för sina projekt redovisa:\n\n- antal deltagare\n- effekter")
    assert wants(demand)[1:] == [
        (Want.PARTICIPANTS, ("eu_project",)),
        (Want.EFFECTS, ("eu_project",)),
    ]


def test_what_is_not_to_be_reported_is_not_wanted() -> None:
    body = "Arbetet ska redovisas årligen. Redovisningen behöver inte beskriva effekter."
    assert one(body).wanted == ()
    demand = one("Nämnderna ska inte redovisa utbyten utan endast projekt.")
    assert demand.kinds == ("eu_project",)
    assert one("Nämnderna ska redovisa projekt men inte nätverk.").kinds == ("eu_project",)


def test_a_row_of_an_action_plan_may_demand_a_report() -> None:
    demand = one(
        "| Åtgärd | Ansvarig | Klart |\n|---|---|---|\n"
        "| Utvärdera vänortsarbetet och rapportera till KS | Samtliga nämnder | November 2026 |\n"
        "| Revidera och utvärdera handlingsplanen | Samordnaren | Maj 2026 |\n"
        "| Skriva ansökan | Samordnaren | 2026 |"
    )
    assert demand.citation.quote.startswith("Utvärdera vänortsarbetet")
    assert (demand.recipient, demand.each_unit) == ("till KS", True)
    assert occasions(demand) == {("month", 11)}
    assert demand.kinds == ("transnational_exchange",)


def test_a_row_of_a_table_of_responsibilities_may_demand_a_report() -> None:
    demand = one(
        "| Vem | Uppgift |\n|---|---|\n"
        "| Nämnderna | Redovisar sitt internationella arbete i årsredovisningen. |\n"
        "| Kommunstyrelsen | Beslutar om avtal. |"
    )
    assert demand.citation.quote == "Redovisar sitt internationella arbete i årsredovisningen."
    assert demand.each_unit
    assert occasions(demand) == {("year", None)}


def test_what_one_actor_is_to_do_in_a_sentence_is_one_demand() -> None:
    demand = one("Nämnderna ska följa upp arbetet och rapportera effekterna till kommunstyrelsen.")
    assert demand.recipient == "till kommunstyrelsen"
    assert wants(demand) == [(Want.EFFECTS, ()), (Want.BY_UNIT, ())]


def test_two_actors_in_a_sentence_have_a_demand_each() -> None:
    body = "Nämnderna redovisar sitt arbete och kommunstyrelsen sammanställer redovisningarna."
    committees, board = demands_of([section(body)], KINDS)
    assert (committees.each_unit, board.each_unit) == (True, False)
    assert board.actors == ("municipal_executive_board",)


def test_one_committee_does_not_stand_for_each() -> None:
    demand = one("Kultur- och fritidsnämnden ska redovisa sina utbyten.")
    assert not demand.each_unit
    assert demand.kinds == ("transnational_exchange",)


def test_sentences_of_other_sections_say_nothing_of_the_report() -> None:
    text = """# Internationell policy\n
## Uppföljning\n
Arbetet ska redovisas årligen.\n
## Ekonomi\n
Rapporten om extern finansiering är viktig.\n"""
    (demand,) = demands_of([made(text)], KINDS)
    assert demand.wanted == ()
