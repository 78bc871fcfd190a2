"""What the five documents demand of reports."""

from __future__ import annotations

import pytest

from bot.domain.activities.dates import Period
from bot.services.reports.demands import Occasion, OccasionKind, Want, demands_of
from tests.unit.bot.services.reports.demanded import (
    ENKOPING,
    EVERY_YEAR,
    KINDS,
    OREBRO,
    SKARA,
    SKOVDE,
    UPPLANDS_BRO,
    demanded,
    half,
    tertial,
    wants,
)
from tests.unit.indexer.made import FIVE, shipped


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


def test_the_evaluation_of_skara_is_stated_for_2017() -> None:
    plans, yearly, december = demanded(shipped(SKARA))
    assert str(december.years) == "2017"
    assert (plans.years, yearly.years) == (None, None)


def test_the_demands_of_several_documents_follow_one_another() -> None:
    found = demands_of([shipped(SKOVDE), shipped(OREBRO)], KINDS)
    assert [each.citation.municipality for each in found] == ["Skövde", "Skövde", "Örebro"]


def test_municipalities_without_documents_demand_nothing() -> None:
    assert demands_of([], KINDS) == ()
