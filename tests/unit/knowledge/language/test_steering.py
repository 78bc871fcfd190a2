from __future__ import annotations

import pytest

from knowledge.language.steering import (
    SteeringKind,
    is_of_others,
    kinds_named,
    kinds_spoken_of,
    own_kinds,
    tells_of_treatment,
)

POLICY, PLAN, STRATEGY = SteeringKind.POLICY, SteeringKind.ACTION_PLAN, SteeringKind.STRATEGY
GUIDELINES, DOCUMENT = SteeringKind.GUIDELINES, SteeringKind.DOCUMENT


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Hur ofta ska Upplands-Bros policy revideras?", {POLICY}),
        ("How often is the action plan in Upplands-Bro revised?", {PLAN}),
        ("Vem i Enköping fastställer strategin?", {STRATEGY}),
        ("vem beslutar om atgardsplanen", {PLAN}),
        ("Who adopts the guidelines?", {GUIDELINES}),
        ("Arbetet beskrivs i en handlingsplan som revideras årligen.", {PLAN}),
        ("Arbetet beskrivs i en handlingsplan.", set()),
        ("Vilka aktiviteter som genomförs styrs av verksamhetsplanerna.", set()),
        ("Revidering av handlingsplanen", {PLAN}),
        ("Enligt policyn, hur ofta ska handlingsplanen utvärderas?", {PLAN}),
        ("Vad säger Upplands-Bros policy om utvärdering?", set()),
        ("Hur ofta säger policyn att handlingsplanen ska revideras?", {PLAN}),
        ("How often does the policy in Skara say the action plan must be revised?", {PLAN}),
        ("Kommunstyrelsen leder det strategiska arbetet.", set()),
    ],
)
def test_a_sentence_speaks_of_the_documents_that_are_not_only_where_it_stands(
    text: str, kinds: set[SteeringKind]
) -> None:
    assert kinds_spoken_of(text) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "Policyn revideras årligen.",
        "Handlingsplanen ses över.",
        "Nämnden tar varje år fram en plan.",
        "följa upp",
        "The policy is followed up.",
        "Who draws it up?",
    ],
)
def test_what_is_done_to_a_document_is_told_by_its_verbs(text: str) -> None:
    assert tells_of_treatment(text)


@pytest.mark.parametrize("text", ["Policyn gäller för bolagen.", "Nämnden tar kontakt.", "antal"])
def test_other_verbs_tell_nothing_of_what_is_done_to_it(text: str) -> None:
    assert not tells_of_treatment(text)


def test_a_document_is_called_by_its_own_kinds_and_by_those_of_all() -> None:
    assert own_kinds("Handlingsplan för ökad internationalisering", "") == {PLAN, POLICY, DOCUMENT}
    assert own_kinds("Internationellt arbete", "Strategi") == {STRATEGY, POLICY, DOCUMENT}


def test_a_document_whose_kind_is_not_told_may_be_of_any() -> None:
    assert own_kinds("Internationellt arbete", "") == set(SteeringKind)


def test_a_rule_about_an_action_plan_is_none_about_the_policy_that_wants_it() -> None:
    own = own_kinds("Policy för internationellt arbete")
    assert is_of_others(frozenset({PLAN}), frozenset({POLICY}), own)
    assert is_of_others(own, frozenset({PLAN}), own)
    assert not is_of_others(frozenset({PLAN}), frozenset({PLAN}), own)
    assert not is_of_others(frozenset({DOCUMENT}), frozenset({POLICY}), own)


def test_without_a_document_asked_about_or_told_of_nothing_is_another_s() -> None:
    own = own_kinds("Policy")
    assert not is_of_others(frozenset({PLAN}), frozenset(), own)
    assert not is_of_others(frozenset(), frozenset({POLICY}), own)


def test_an_action_plan_asked_for_as_the_policy_is_the_one_meant() -> None:
    own = own_kinds("Handlingsplan")
    assert not is_of_others(frozenset({PLAN}), frozenset({POLICY}), own)


def test_all_kinds_that_a_text_names_are_found() -> None:
    assert kinds_named("Handlingsplan genomförande Strategi") == {PLAN, STRATEGY}
