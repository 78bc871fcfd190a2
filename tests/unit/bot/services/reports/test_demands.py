"""What the documents demand of reports: the five, and others written in other words.

One module: mostly the tables of what was expected by reading.
"""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.activities.dates import Dates, Period, PeriodKind, part_of_year, span
from bot.services.activities.kinds import load_kinds
from bot.services.reports.demands import (
    Demand,
    Occasion,
    OccasionKind,
    Want,
    demands_of,
    due,
)
from bot.services.reports.dueness import seldom, terms_of_office
from knowledge.model import Document
from tests.unit.indexer.made import FIVE, made, section, shipped

KINDS = tuple(load_kinds(None).values())
ENKOPING, OREBRO, SKARA, SKOVDE, UPPLANDS_BRO = FIVE
YEAR = part_of_year(2026, PeriodKind.YEAR)
EVERY_YEAR = Occasion(kind=OccasionKind.YEAR)


def tertial(number: int) -> Period:
    return part_of_year(2026, PeriodKind.TERTIAL, number)


def whole(year: int) -> Period:
    return part_of_year(year, PeriodKind.YEAR)


def half(number: int) -> Period:
    return part_of_year(2026, PeriodKind.HALF_YEAR, number)


def demanded(document: Document, period: Period = YEAR) -> list[Demand]:
    return list(due(demands_of([document], KINDS), period))


def one(body: str, heading: str = "Uppföljning") -> Demand:
    (demand,) = demands_of([section(body, heading)], KINDS)
    return demand


def none(body: str) -> bool:
    return not demands_of([section(body)], KINDS)


def wants(demand: Demand) -> list[tuple[Want, tuple[str, ...]]]:
    return [(each.want, each.kinds) for each in demand.wanted]


def occasions(demand: Demand) -> set[tuple[str, int | None]]:
    return {(each.kind.value, each.number) for each in demand.occasions}


def test_the_third_tertial_of_skovde_tells_the_drafting_committee_of_projects_and_networks() -> (
    None
):
    (demand,) = demanded(shipped(SKOVDE), tertial(3))
    assert demand.recipient == "till beredning medborgare och folkhälsa"
    assert demand.kinds == ("eu_project", "international_network")
    assert demand.occasions == {Occasion(kind=OccasionKind.TERTIAL, number=3)}
    assert not demand.each_unit


@pytest.mark.parametrize("period", [tertial(1), tertial(2), half(1)])
def test_nothing_is_due_in_skovde_in_other_parts_of_the_year(period: Period) -> None:
    assert demanded(shipped(SKOVDE), period) == []


def test_the_year_of_skovde_tells_the_annual_report_of_the_whole() -> None:
    projects, whole = demanded(shipped(SKOVDE))
    assert projects.kinds
    assert whole.citation.quote.startswith("Internationellt arbete i sin helhet")
    assert whole.recipient == "i Skövde kommuns årsredovisning"
    assert (whole.kinds, whole.wanted) == ((), ())
    assert whole.occasions == {EVERY_YEAR}


def test_the_year_of_enkoping_has_each_committees_account_and_the_common_evaluation() -> None:
    followed, committees, common = demanded(shipped(ENKOPING))
    assert followed.actors == common.actors == ("municipal_executive_board",)
    assert committees.citation.quote == (
        "I årsbokslut och årsredovisning ska nämnderna redovisa samt utvärdera sitt "
        "internationella arbete."
    )
    assert (committees.actor, committees.actors) == ("nämnderna", ("committees",))
    assert committees.each_unit
    assert committees.recipient == "I årsbokslut och årsredovisning"
    assert wants(committees) == [(Want.EVALUATION, ()), (Want.BY_UNIT, ())]
    assert common.citation.quote == (
        "För den kommungemensamma utvärderingen ansvarar kommunstyrelsen."
    )
    assert wants(common) == [(Want.EVALUATION, ())]
    assert not followed.each_unit
    assert not common.each_unit


def test_the_year_of_upplands_bro_has_the_boards_follow_up_and_compilation() -> None:
    (demand,) = demanded(shipped(UPPLANDS_BRO))
    assert demand.actors == ("municipal_executive_board",)
    assert demand.citation.quote.endswith("genomför årlig uppföljning och sammanställning.")
    assert demand.occasions == {EVERY_YEAR}
    assert wants(demand) == [(Want.COMPILATION, ())]


def test_the_year_of_orebro_has_funding_network_participants_and_effects_each_with_its_words() -> (
    None
):
    (demand,) = demanded(shipped(OREBRO))
    assert demand.recipient == "i bokslutet"
    assert wants(demand) == [
        (Want.FUNDING_SHARE, ()),
        (Want.NETWORK_PARTICIPANTS, ("international_network",)),
        (Want.EFFECTS, ("transnational_exchange",)),
    ]
    share, participants, effects = demand.wanted
    assert share.citation == participants.citation
    assert share.citation.quote.startswith("Det kan göras i form av finansieringsandel")
    assert effects.citation.quote.startswith("Redovisningen ska också beskriva")


def test_the_year_of_skara_has_each_administrations_account_and_the_evaluation_in_december() -> (
    None
):
    plans, yearly, december = demanded(shipped(SKARA))
    assert plans.each_unit
    assert plans.actors == ("administrations",)
    assert plans.recipient == "i sina verksamhetsplaner"
    assert yearly.citation.quote == "Uppföljning ska ske årligen."
    assert december.citation.quote.startswith("Åtgärd: Utvärdering av 2017 års")
    assert december.recipient == "till KS"
    assert december.actors == ("international_coordinator",)
    assert december.occasions == {Occasion(kind=OccasionKind.MONTH, number=12)}
    assert wants(december) == [(Want.EVALUATION, ())]


def test_the_evaluation_in_december_is_due_in_the_last_tertial() -> None:
    (december,) = demanded(shipped(SKARA), tertial(3))
    assert december.recipient == "till KS"


@pytest.mark.parametrize("identity", FIVE)
def test_every_quote_is_the_text_of_the_document(identity: str) -> None:
    document = shipped(identity)
    for demand in demands_of([document], KINDS):
        for citation in (demand.citation, *(each.citation for each in demand.wanted)):
            assert document.text[citation.start : citation.end] == citation.quote
            assert document.sections[citation.ordinal].heading == citation.section


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


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("årligen", {("year", None)}),
        ("vid årets slut", {("year", None)}),
        ("i årsbokslutet", {("year", None)}),
        ("i tertialrapport 2", {("tertial", 2)}),
        ("efter varje tertial", {("tertial", None)}),
        ("efter andra tertialet", {("tertial", 2)}),
        ("i delårsrapporten", {("half_year", 1), ("tertial", 2)}),
        ("i delårsrapporten per 31 augusti", {("month", 8)}),
        ("i delårsrapport per 30 april", {("month", 4)}),
        ("i delårsbokslut till och med juli", {("month", 7)}),
        ("i tertialrapporten per april", {("month", 4)}),
        ("i delårsrapporten per nämnd", {("half_year", 1), ("tertial", 2)}),
        (
            "i delårsbokslutet per den 31 augusti samt i årsbokslutet",
            {("month", 8), ("year", None)},
        ),
        ("i delårsrapporten senast i oktober", {("half_year", 1), ("tertial", 2), ("month", 10)}),
        ("i delårsrapport 1", {("tertial", 1)}),
        ("efter sista tertialet", {("tertial", 3)}),
        ("efter sista kvartalet", {("quarter", 4)}),
        ("under sista halvåret", {("half_year", 2)}),
        ("i delårsrapport 1 och 2", {("tertial", 1), ("tertial", 2)}),
        ("i delårs- och årsbokslut", {("half_year", 1), ("tertial", 2), ("year", None)}),
        ("för föregående år senast i mars varje år", {("year", None)}),
        ("varje halvår", {("half_year", None)}),
        ("efter första halvåret", {("half_year", 1)}),
        ("två gånger per år", {("half_year", None)}),
        ("kvartalsvis", {("quarter", None)}),
        ("i december varje år", {("month", 12), ("year", None)}),
        ("varje månad", {("month", None)}),
        ("en gång per mandatperiod", {("term_of_office", None)}),
        ("regelbundet", {("regularly", None)}),
        ("till kommunstyrelsen", set()),
    ],
)
def test_the_words_say_when(when: str, found: set[tuple[str, int | None]]) -> None:
    assert occasions(one(f"Internationellt arbete ska redovisas {when}.")) == found


@pytest.mark.parametrize(
    ("when", "period", "is_due"),
    [
        ("i tertialrapport 2", tertial(2), True),
        ("i tertialrapport 2", tertial(3), False),
        ("efter varje tertial", tertial(1), True),
        ("årligen", tertial(3), False),
        ("en gång per mandatperiod", tertial(3), False),
        ("till kommunstyrelsen", tertial(3), False),
        ("regelbundet", tertial(1), True),
        ("i delårsrapporten", half(1), True),
        ("i delårsrapporten", tertial(2), True),
        ("i delårsrapporten", half(2), False),
        ("kvartalsvis", tertial(1), True),
        ("i oktober", half(2), True),
        ("i oktober", half(1), False),
        ("årligen", span(date(2025, 7, 1), date(2026, 6, 30)), False),
        ("årligen", span(date(2025, 1, 1), date(2026, 6, 30)), True),
        ("i tertialrapport 2", span(date(2026, 5, 1), date(2026, 9, 3)), True),
    ],
)
def test_a_demand_is_due_where_its_occasion_falls(when: str, period: Period, is_due: bool) -> None:
    document = section(f"Internationellt arbete ska redovisas {when}.")
    assert bool(demanded(document, period)) is is_due
    assert demanded(document, YEAR)


@pytest.mark.parametrize(
    ("when", "every", "start"),
    [
        ("vartannat år", 2, None),
        ("vart annat år", 2, None),
        ("vart fjärde år", 4, None),
        ("vart 4:e år", 4, None),
        ("en gång vart femte år", 5, None),
        ("vart fjärde år med början 2024", 4, 2024),
        ("vartannat år, nästa gång 2027", 2, 2027),
    ],
)
def test_what_is_not_each_year_tells_how_many_years_lie_between(
    when: str, every: int, start: int | None
) -> None:
    found = one(f"Internationellt arbete ska redovisas {when}.").occasions
    assert found == {Occasion(kind=OccasionKind.YEAR, every=every, start=start)}


@pytest.mark.parametrize(
    ("when", "due_in"),
    [
        ("vart fjärde år med början 2024", [2024, 2028]),
        ("vartannat år från och med 2025", [2025, 2027, 2029]),
        ("vart fjärde år i december från 2024", [2024, 2028]),
        ("vart fjärde år", list(range(2024, 2030))),
        ("varje år från 2026", list(range(2026, 2030))),
        ("i december 2026", list(range(2026, 2030))),
    ],
)
def test_a_year_that_is_told_says_in_which_years_a_demand_is_due(
    when: str, due_in: list[int]
) -> None:
    document = section(f"Internationellt arbete ska redovisas {when}.")
    years = [year for year in range(2024, 2030) if demanded(document, whole(year))]
    assert years == due_in


@pytest.mark.parametrize(
    ("when", "waits_for"),
    [
        ("vart fjärde år", Occasion(kind=OccasionKind.YEAR, every=4)),
        ("vart fjärde år i december", Occasion(kind=OccasionKind.YEAR, every=4)),
        ("en gång per mandatperiod", Occasion(kind=OccasionKind.TERM_OF_OFFICE)),
        ("vart fjärde år och i årsredovisningen", None),
        ("vart fjärde år med början 2024", None),
        ("årligen", None),
        ("till kommunstyrelsen", None),
    ],
)
def test_what_waits_for_a_year_that_is_not_told_is_told_apart(
    when: str, waits_for: Occasion | None
) -> None:
    assert seldom(one(f"Internationellt arbete ska redovisas {when}.")) == waits_for


def test_a_month_of_some_year_is_due_in_no_part_of_every_year() -> None:
    document = section("Internationellt arbete ska redovisas vart fjärde år i december.")
    assert not demanded(document, tertial(3))
    assert demanded(document, YEAR)


def test_terms_of_office_begin_on_the_15th_of_october_of_an_election() -> None:
    assert terms_of_office(tertial(1)) == [Dates(first=date(2022, 10, 15), last=date(2026, 10, 14))]
    assert [each.first.year for each in terms_of_office(YEAR)] == [2022, 2026]
    assert [each.first.year for each in terms_of_office(whole(2014))] == [2010, 2014]
    assert [each.first.year for each in terms_of_office(whole(2021))] == [2018]


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("Arbetet ska utvärderas 2027.", None),
        ("Arbetet ska utvärderas under 2027.", "2027"),
        ("Arbetet 2024–2026 ska utvärderas.", "2024–2026"),
        ("2026 års arbete ska redovisas.", "2026"),
        ("Hösten 2026 ska arbetet utvärderas.", "2026"),
        ("Arbetet ska redovisas årligen.", None),
    ],
)
def test_a_demand_is_stated_for_the_years_that_its_sentence_names(
    sentence: str, years: str | None
) -> None:
    told = one(sentence).years
    assert (told and str(told)) == years


def test_the_heading_tells_the_year_where_the_sentence_does_not() -> None:
    demand = one("Arbetet ska redovisas till kommunstyrelsen.", "Aktiviteter 2027")
    assert str(demand.years) == "2027"
    document = section("Arbetet ska redovisas till kommunstyrelsen.", "Aktiviteter 2027")
    assert not demanded(document, YEAR)
    assert demanded(document, whole(2027))


def test_the_evaluation_of_skara_is_stated_for_2017() -> None:
    plans, yearly, december = demanded(shipped(SKARA))
    assert str(december.years) == "2017"
    assert (plans.years, yearly.years) == (None, None)


def test_the_demands_of_several_documents_follow_one_another() -> None:
    found = demands_of([shipped(SKOVDE), shipped(OREBRO)], KINDS)
    assert [each.citation.municipality for each in found] == ["Skövde", "Skövde", "Örebro"]


def test_municipalities_without_documents_demand_nothing() -> None:
    assert demands_of([], KINDS) == ()
