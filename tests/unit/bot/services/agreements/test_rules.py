"""What the documents lay down about agreements: the five, and others written in other words.

One module: mostly the tables of what was expected by reading.
"""

from __future__ import annotations

import pytest

from bot.domain.agreement_rules import AgreementRule, AgreementRuleKind
from bot.domain.agreements import AgreementKind
from bot.services.agreements.rules import AgreementRules, rules_of
from tests.unit.bot.services.opened import always, open_five
from tests.unit.indexer.made import FIVE, made, section, shipped

ENKOPING, OREBRO, SKARA, SKOVDE, UPPLANDS_BRO = FIVE
TWIN, COOPERATION, NETWORK, MEMBERSHIP = AgreementKind
LIMIT, EVALUATION, DECISION = AgreementRuleKind
AGREEMENTS = {TWIN, COOPERATION}
BELONGING = {NETWORK, MEMBERSHIP}
NORDIC = {"AX", "DK", "FI", "FO", "GL", "IS", "NO", "SE"}


def read(body: str, heading: str = "Avtal") -> list[AgreementRule]:
    return list(rules_of([section(body, heading)]))


def one(body: str) -> AgreementRule:
    (rule,) = read(body)
    return rule


def told(rules: list[AgreementRule]) -> list[tuple[AgreementRuleKind, set[AgreementKind], str]]:
    return [(each.kind, set(each.kinds), each.citation.quote) for each in rules]


LIMITED = (
    "Alla vänortsavtal och samarbetsavtal förutom de fyra nordiska vänorterna ska tidsbegränsas "
    "och utvärderas."
)
SIGNED = (
    "Kommunstyrelsen samordnar kommunens internationella arbete, tecknar samarbetsavtal och ingår "
    "kommunalt partnerskap samt beslutar om medlemskap i internationella nätverk och "
    "organisationer som omfattar hela kommunen."
)


def test_every_rule_of_orebro_is_read_and_nothing_else() -> None:
    rules = list(rules_of([shipped(OREBRO)]))
    assert told(rules) == [
        (
            DECISION,
            {TWIN},
            "Kommunfullmäktige beslutar om en internationell policy samt ingår och beslutar om "
            "uppsägning av vänortsavtal.",
        ),
        (DECISION, {COOPERATION}, SIGNED),
        (DECISION, BELONGING, SIGNED),
        (
            EVALUATION,
            BELONGING,
            "Regelbundet ska en utvärdering göras om kommunen skall tillhöra nätverket.",
        ),
        (LIMIT, AGREEMENTS, LIMITED),
        (EVALUATION, AGREEMENTS, LIMITED),
    ]
    assert [each.actor for each in rules[:3]] == [
        "Kommunfullmäktige",
        "Kommunstyrelsen",
        "Kommunstyrelsen",
    ]
    assert rules[3].regularly
    for each in rules[4:]:
        (exemption,) = each.exemptions
        assert exemption.words == "de fyra nordiska vänorterna"
        assert (set(exemption.kinds), set(exemption.countries)) == ({TWIN}, NORDIC)


def test_enkoping_tells_only_who_decides() -> None:
    (rule,) = rules_of([shipped(ENKOPING)])
    assert (rule.kind, set(rule.kinds), rule.actor) == (
        DECISION,
        {COOPERATION},
        "Kommunstyrelsen",
    )
    assert rule.citation.quote.startswith("Kommunstyrelsen svarar för strategisk ledning")


@pytest.mark.parametrize("identity", [SKARA, SKOVDE, UPPLANDS_BRO])
def test_documents_without_rules_of_agreements_have_none(identity: str) -> None:
    assert rules_of([shipped(identity)]) == ()


@pytest.mark.parametrize("identity", FIVE)
def test_every_rule_is_quoted_character_for_character(identity: str) -> None:
    document = shipped(identity)
    for rule in rules_of([document]):
        assert document.text[rule.citation.start : rule.citation.end] == rule.citation.quote


@pytest.mark.parametrize(
    ("sentence", "kinds", "months"),
    [
        ("Avtal ska vara tidsbegränsade.", AGREEMENTS, None),
        ("Twinning agreements must have an end date.", {TWIN}, None),
        ("Alla vänortsavtal ska ha ett slutdatum.", {TWIN}, None),
        ("Avtal ska gälla för viss tid.", AGREEMENTS, None),
        ("Avtal får inte ingås tills vidare.", AGREEMENTS, None),
        ("Inga avtal får tecknas utan slutdatum.", AGREEMENTS, None),
        ("Kommunen ska endast teckna tidsbegränsade avtal med vänorter.", {TWIN}, None),
        ("Avtal som ingås ska tidsbegränsas.", AGREEMENTS, None),
        ("Vänorts- och samarbetsavtal ska löpa i högst fem år.", AGREEMENTS, 60),
        ("Samverkansavtal ska tecknas på högst 18 månader.", {COOPERATION}, 18),
        ("Avtalstiden ska vara högst fyra år.", AGREEMENTS, 48),
        ("Vänortsavtal ska tidsbegränsas till tre år.", {TWIN}, 36),
        ("Agreements with a sister city must not be open-ended.", {TWIN}, None),
        ("Cooperation agreements shall be valid for no more than five years.", {COOPERATION}, 60),
        ("Medlemskap i nätverk ska tidsbegränsas.", BELONGING, None),
    ],
)
def test_an_end_is_demanded_in_many_words(
    sentence: str, kinds: set[AgreementKind], months: int | None
) -> None:
    rule = one(sentence)
    assert (rule.kind, set(rule.kinds), rule.months) == (LIMIT, kinds, months)


@pytest.mark.parametrize(
    ("sentence", "kinds", "months"),
    [
        ("Samtliga avtal ska utvärderas vart tredje år.", AGREEMENTS, 36),
        ("Vart tredje år utvärderas samtliga avtal.", AGREEMENTS, 36),
        ("Nämnderna ska utvärdera sina vänortsavtal vartannat år.", {TWIN}, 24),
        ("Vänortsavtalen utvärderas varje mandatperiod.", {TWIN}, 48),
        ("Medlemskap i internationella nätverk ska omprövas årligen.", BELONGING, 12),
        ("Deltagande i nätverk ska utvärderas varje halvår.", {NETWORK}, 6),
        ("Varje vänort ska utvärderas i december.", {TWIN}, 12),
        ("Samarbetet med vänorterna ska utvärderas vart fjärde år.", {TWIN}, 48),
        ("Memberships in networks shall be reviewed annually.", BELONGING, 12),
        ("En utvärdering av medlemskapen ska göras vartannat år.", {MEMBERSHIP}, 24),
        ("Vänortsavtal ska utvärderas.", {TWIN}, None),
    ],
)
def test_an_evaluation_is_demanded_in_many_words(
    sentence: str, kinds: set[AgreementKind], months: int | None
) -> None:
    rule = one(sentence)
    assert (rule.kind, set(rule.kinds), rule.months) == (EVALUATION, kinds, months)


@pytest.mark.parametrize(
    "sentence",
    [
        "Innan ett avtal förlängs ska en utvärdering göras.",
        "Innan avtalet med en vänort förlängs ska det utvärderas.",
        "Förlängning av vänortsavtal ska föregås av en utvärdering.",
        "Agreements shall be evaluated before they are renewed.",
    ],
)
def test_an_evaluation_before_prolonging_is_read_as_such(sentence: str) -> None:
    assert one(sentence).before_prolonging


@pytest.mark.parametrize(
    "sentence",
    [
        "Vänortsarbetet ska utvärderas årligen.",
        "Utbytet med vänorterna ska utvärderas varje år.",
        "Arbetet enligt vänortsavtalen ska utvärderas årligen.",
        "Projekt inom nätverken ska utvärderas.",
        "Nätverken ska utvärdera projekten.",
        "Nätverket leder projekt som ska vara tidsbegränsade.",
        "Vänortsavtalen anger hur utbytena ska utvärderas.",
        "Avtal ska tecknas enligt den handlingsplan som utvärderas årligen.",
        "Medlemskapen kostar pengar och projekten ska utvärderas.",
        "En utvärdering av arbetet ska göras av nätverket.",
        "Avtal behöver inte tidsbegränsas.",
        "Medlemskap ska inte utvärderas.",
        "Avtal kan utvärderas.",
        "Vänortsavtalen har utvärderats.",
        "Under 2024 utvärderas avtalet med vänorten.",
        "Hyresavtal ska vara tidsbegränsade.",
        "Avtal med leverantörer ska vara tidsbegränsade.",
        "Uppföljning av internationella nätverk ska rapporteras till kommunstyrelsen.",
        "Öppenhet ska finnas för att skriva avtal med nya vänorter.",
        "Deltagandet i internationella nätverk ska uppmuntras.",
    ],
)
def test_sentences_that_demand_nothing_of_agreements_are_no_rules(sentence: str) -> None:
    assert read(sentence, "Ansvar") == []


def test_agreements_of_other_matters_are_none_of_ours() -> None:
    policy = "# Inköpspolicy\n\n## Avtal\n\nAvtal ska vara tidsbegränsade och utvärderas årligen.\n"
    assert rules_of([made(policy)]) == ()


def test_a_sentence_may_demand_both() -> None:
    limit, evaluation = read("Avtal ska vara tidsbegränsade och utvärderas vart tredje år.")
    assert (limit.kind, limit.months) == (LIMIT, None)
    assert (evaluation.kind, evaluation.months) == (EVALUATION, 36)


def test_each_kind_keeps_its_own_interval() -> None:
    first, second = read("Vänortsavtal ska utvärderas vart fjärde år och medlemskap varje år.")
    assert (set(first.kinds), first.months) == ({TWIN}, 48)
    assert (set(second.kinds), second.months) == ({MEMBERSHIP}, 12)


def test_a_list_goes_on_with_what_leads_it_in() -> None:
    limit, evaluation = read(
        "För vänortsavtal gäller att de ska:\n\n- vara tidsbegränsade\n- utvärderas vart tredje år"
    )
    assert (limit.kind, set(limit.kinds)) == (LIMIT, {TWIN})
    assert (evaluation.kind, set(evaluation.kinds), evaluation.months) == (EVALUATION, {TWIN}, 36)
    assert limit.citation.quote.startswith("För vänortsavtal gäller att de ska:")
    assert limit.citation.quote.endswith("vara tidsbegränsade")


def test_they_are_those_of_the_sentence_before() -> None:
    rule = one("Avtal med vänorter ska vara skriftliga. De ska tidsbegränsas till högst fyra år.")
    assert (rule.kind, set(rule.kinds), rule.months) == (LIMIT, {TWIN}, 48)


@pytest.mark.parametrize(
    ("body", "kinds", "countries", "names"),
    [
        (
            "Alla avtal, med undantag för de baltiska vänorterna, ska tidsbegränsas.",
            {TWIN},
            {"EE", "LT", "LV"},
            set(),
        ),
        (
            "Avtal ska tidsbegränsas, utom vänortsavtalen med Norge och Finland.",
            {TWIN},
            {"NO", "FI"},
            set(),
        ),
        (
            "All agreements except those with Nordic twin towns shall be limited in time.",
            {TWIN},
            NORDIC,
            set(),
        ),
        (
            "Vänortsavtal ska tidsbegränsas. Undantag är avtalen med Drammen och Kolding.",
            set(),
            set(),
            {"Drammen", "Kolding"},
        ),
        (
            "Avtal ska tidsbegränsas. Detta gäller inte de nordiska vänorterna.",
            {TWIN},
            NORDIC,
            set(),
        ),
    ],
)
def test_exceptions_are_read_where_they_stand(
    body: str, kinds: set[AgreementKind], countries: set[str], names: set[str]
) -> None:
    rule = one(body)
    (exemption,) = rule.exemptions
    assert set(exemption.kinds) == kinds
    assert set(exemption.countries) == countries
    assert set(exemption.names) == names
    assert exemption.words in rule.citation.quote


@pytest.mark.parametrize(
    ("sentence", "kinds", "actor"),
    [
        ("Kommunfullmäktige beslutar om vänortsavtal.", {TWIN}, "Kommunfullmäktige"),
        ("Vänortsavtal beslutas av kommunfullmäktige.", {TWIN}, "kommunfullmäktige"),
        ("Beslut om medlemskap fattas av kommunstyrelsen.", {MEMBERSHIP}, "kommunstyrelsen"),
    ],
)
def test_who_decides_is_told_with_its_sentence(
    sentence: str, kinds: set[AgreementKind], actor: str
) -> None:
    rule = one(sentence)
    assert (rule.kind, set(rule.kinds), rule.actor) == (DECISION, kinds, actor)
    assert rule.citation.quote == sentence


def test_the_rules_of_a_municipality_are_those_of_its_own_documents() -> None:
    rules = AgreementRules(always(open_five()))
    assert len(rules.of("Örebro")) == 6
    assert rules.of("Skövde") == ()
