from __future__ import annotations

import pytest

from bot.domain.activities.activity import Content, Funding, FundingSource
from bot.domain.activities.kinds import Rule
from bot.domain.activities.money import Amount, Currency, amount
from bot.services.activities.concerns import Concern, ConcernKind, concerns_of
from bot.services.activities.overrides import overridden
from bot.services.errors import ReasonTooLong, UnknownKind
from tests.unit.bot.services.activities.logged import AUTHOR, FakePolicies, content, make_desk
from tests.unit.bot.services.reports.made import citation

EU = citation("En del av finansieringen ska komma från EU.")
BORDER = citation("Utbytet ska ske över nationsgränserna.", 100)
STATED = {Rule.EU_FUNDING: EU, Rule.CROSSES_BORDER: BORDER}
NUMBER = "811228-9874"
"""Made up, with the right check digit."""


def kronor(value: int) -> Amount:
    return amount(value, Currency.SEK)


def funded(source: FundingSource, given: Amount) -> Funding:
    return Funding(source=source, amount=given)


def concerns(told: Content) -> list[Concern]:
    return make_desk(FakePolicies(STATED)).log.concerns("Skövde", told)


PROJECT = content(kind="eu_project", countries=("SE",))
OWN = funded(FundingSource.OWN, kronor(10))


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"cost": kronor(10)},
        {"funding": (OWN,)},
        {"funding": (OWN, funded(FundingSource.EU, kronor(0)))},
    ],
)
def test_a_project_without_money_from_the_eu_is_asked_about_with_the_sentence(
    told: dict[str, object],
) -> None:
    found = concerns(PROJECT.model_copy(update=told))
    assert found == [Concern(kind=ConcernKind.EU_FUNDING, citation=EU)]


def test_a_project_with_money_from_the_eu_is_not_asked_about() -> None:
    from_eu = funded(FundingSource.EU, kronor(1))
    assert concerns(PROJECT.model_copy(update={"funding": (OWN, from_eu)})) == []


def test_of_a_draft_only_a_personal_identity_number_is_asked_about() -> None:
    log = make_desk(FakePolicies(STATED)).log
    told = PROJECT.model_copy(update={"title": f"Om {NUMBER}"})
    found = log.concerns("Skövde", told, draft=True)
    assert found == [Concern(kind=ConcernKind.PERSONAL_NUMBER)]


@pytest.mark.parametrize(
    ("countries", "crosses"),
    [((), False), (("SE",), False), (("LT",), True), (("SE", "LT"), True)],
)
def test_an_exchange_has_to_cross_a_border(countries: tuple[str, ...], crosses: bool) -> None:
    found = concerns(content(countries=countries))
    assert found == ([] if crosses else [Concern(kind=ConcernKind.CROSSES_BORDER, citation=BORDER)])


def test_a_rule_is_only_asked_about_where_the_documents_state_it_for_the_kind() -> None:
    assert make_desk().log.concerns("Skara", content()) == []
    assert concerns(content(kind="international_network")) == []


def test_an_unknown_kind_has_no_rules() -> None:
    with pytest.raises(UnknownKind):
        concerns(content(kind="party"))


def test_more_funding_than_cost_is_asked_about_in_the_currency_of_the_cost() -> None:
    euros = funded(FundingSource.OWN, amount(1_000, Currency.EUR))
    costly = content(cost=kronor(15), funding=(OWN, euros))
    assert concerns_of(costly, {}) == []
    dear = costly.model_copy(update={"funding": (OWN, OWN)})
    assert concerns_of(dear, {}) == [Concern(kind=ConcernKind.FUNDING_EXCEEDS_COST)]
    exact = costly.model_copy(update={"funding": (OWN, funded(FundingSource.EU, kronor(5)))})
    assert concerns_of(exact, {}) == []


@pytest.mark.parametrize("field", ["title", "done", "effects", "agreement"])
def test_what_looks_like_a_personal_identity_number_is_asked_about(field: str) -> None:
    found = concerns_of(content(**{field: f"Eleven {NUMBER} deltog"}), {})
    assert found == [Concern(kind=ConcernKind.PERSONAL_NUMBER)]


def test_a_warning_that_is_set_aside_with_a_reason_does_not_come_again() -> None:
    told = content(kind="eu_project", cost=kronor(10), title=f"Om {NUMBER}")
    kinds = [each.kind for each in concerns(told)]
    assert kinds == [ConcernKind.EU_FUNDING, ConcernKind.PERSONAL_NUMBER]
    settled = overridden(told, kinds[:1], "Ansökan är inskickad")
    assert [each.kind for each in concerns(settled)] == [ConcernKind.PERSONAL_NUMBER]
    assert [(each.rule, each.reason) for each in settled.overrides] == [
        ("eu_funding", "Ansökan är inskickad")
    ]


def test_a_reason_goes_with_its_cause_so_that_somebody_is_asked_again_when_that_comes_back() -> (
    None
):
    desk = make_desk(FakePolicies(STATED))
    from_eu = funded(FundingSource.EU, kronor(1))
    without = overridden(
        content(kind="eu_project", effects=f"Om {NUMBER}"),
        [ConcernKind.EU_FUNDING, ConcernKind.PERSONAL_NUMBER],
        "Beslut väntas",
    )
    first = desk.log.log("k", "Skara", without, AUTHOR)
    assert first.content == without
    funded_now = without.model_copy(update={"funding": (from_eu,)})
    second = desk.log.correct(first.id, 1, funded_now, AUTHOR)
    assert [each.rule for each in second.content.overrides] == ["personal_number"]
    third = desk.log.add_effect(first.id, 2, "Inget", AUTHOR)
    assert third.content.overrides == ()
    assert [each.before for each in desk.log.history(first.id, AUTHOR)][1:] == [
        without,
        second.content,
    ]
    again = third.content.model_copy(update={"funding": ()})
    assert [each.kind for each in desk.log.concerns("Skara", again, third.content)] == [
        ConcernKind.EU_FUNDING
    ]


def test_what_nobody_changes_keeps_its_reasons() -> None:
    desk = make_desk(FakePolicies(STATED))
    told = overridden(content(), [ConcernKind.CROSSES_BORDER], "På distans")
    first = desk.log.log("k", "Skara", told, AUTHOR)
    assert desk.log.correct(first.id, 1, told, AUTHOR) == first


def test_a_new_reason_takes_the_place_of_the_old_one() -> None:
    first = overridden(content(), [ConcernKind.CROSSES_BORDER, ConcernKind.EU_FUNDING], "Ett")
    second = overridden(first, [ConcernKind.CROSSES_BORDER], "Två")
    assert {each.rule: each.reason for each in second.overrides} == {
        "eu_funding": "Ett",
        "crosses_border": "Två",
    }


def test_a_reason_is_not_blank() -> None:
    with pytest.raises(ValueError, match="reason"):
        overridden(content(), [ConcernKind.CROSSES_BORDER], "  ")


def test_a_reason_that_is_too_long_is_refused_by_name() -> None:
    with pytest.raises(ReasonTooLong):
        overridden(content(), [ConcernKind.EU_FUNDING], "x" * 501)
    assert overridden(content(), [ConcernKind.EU_FUNDING], f" {'x' * 500} ").overrides
