from __future__ import annotations

import pytest

from bot.services.evaluation import evaluation_of
from bot.services.scoring import Case, GoldPlace, Outcome, facts_present, judge, score
from knowledge.model import Answer, AnswerStatus, Citation

TEXT = "Kommunfullmäktige beslutar om vänortsavtal."


def case(
    *,
    kind: str = "responsibility",
    section: str | None = "Beslutsnivåer",
    facts: tuple[str, ...] = ("kommunfullmäktige|municipal council",),
) -> Case:
    gold = (GoldPlace(municipality="Örebro", section=section, quote=TEXT),)
    return Case(
        id="a1",
        lang="sv",
        kind=kind,
        municipality=None,
        question="Vem?",
        gold=() if kind == "unanswerable" else gold,
        facts=facts,
        difficulty="easy",
    )


def cited(section: str, municipality: str = "Örebro", quote: str = TEXT) -> Citation:
    return Citation(
        document_id="orebro",
        edition="0a1b2c3d",
        ordinal=1,
        municipality=municipality,
        document="Policy",
        decided=None,
        section_number=None,
        section=section,
        section_path=() if section == "Policy" else (section,),
        page=None,
        quote=quote,
        start=0,
        end=len(quote),
    )


def answer(*citations: Citation, text: str = TEXT) -> Answer:
    status = AnswerStatus.ANSWERED if citations else AnswerStatus.NOT_FOUND
    return Answer(
        language="sv", status=status, sentence=text, text=text, citations=citations, nearest=()
    )


def judged(asked: Case, given: Answer, seconds: float = 0.1) -> Outcome:
    return judge(asked, given, seconds, lambda _: TEXT)


def test_an_answer_from_the_right_section_with_its_facts_is_right() -> None:
    outcome = judged(case(), answer(cited("Beslutsnivåer")))
    assert outcome.right
    assert outcome.first
    assert outcome.reason is None


@pytest.mark.parametrize("heading", ["beslutsnivåer", "4.2 Beslutsnivåer", "Beslutsnivåer:"])
def test_case_number_and_colon_of_a_heading_do_not_matter(heading: str) -> None:
    assert judged(case(section=heading), answer(cited("Beslutsnivåer"))).right


def test_the_opening_of_a_document_has_no_section() -> None:
    assert judged(case(section=None), answer(cited("Policy"))).right
    assert not judged(case(section=None), answer(cited("Beslutsnivåer"))).right


def test_the_same_heading_in_another_municipality_is_wrong() -> None:
    outcome = judged(case(), answer(cited("Beslutsnivåer", municipality="Skara")))
    assert outcome.reason == "failure-section"


def test_the_right_section_must_be_among_the_first_three() -> None:
    others = [cited(name) for name in ("A", "B", "C")]
    third = judged(case(), answer(*others[:2], cited("Beslutsnivåer")))
    fourth = judged(case(), answer(*others, cited("Beslutsnivåer")))
    assert third.right
    assert not third.first
    assert fourth.cited
    assert not fourth.right


def test_all_facts_must_stand_in_the_text_by_one_of_their_alternatives() -> None:
    assert facts_present(("Council|FULLMÄKTIGE", "vänorts avtal"), "fullmäktige\n vänorts  avtal")
    assert not facts_present(("fullmäktige", "2017"), "fullmäktige")
    assert judged(case(facts=("2017",)), answer(cited("Beslutsnivåer"))).reason == "failure-facts"


def test_a_refusal_is_right_only_where_there_is_no_answer() -> None:
    assert judged(case(kind="unanswerable"), answer()).right
    assert judged(case(), answer()).reason == "failure-refused"
    wrong = judged(case(kind="unanswerable"), answer(cited("Beslutsnivåer")))
    assert wrong.reason == "failure-answered"


def test_a_quote_that_is_not_in_the_document_is_counted() -> None:
    outcome = judged(case(), answer(cited("Beslutsnivåer", quote="Något annat")))
    assert outcome.invalid_quotes == 1


def test_scores_count_each_over_its_own_questions() -> None:
    outcomes = [
        judged(case(), answer(cited("Beslutsnivåer")), 0.1),
        judged(case(), answer(), 0.2),
        judged(case(kind="unanswerable"), answer(), 0.3),
    ]
    total = score(outcomes)
    assert (total.questions, total.right) == (3, 2)
    assert (total.answerable, total.section_first, total.wrong_refusals) == (2, 1, 1)
    assert (total.unanswerable, total.refusals_right) == (1, 1)
    assert (total.p50_ms, total.p95_ms) == (200.0, 300.0)


def test_an_evaluation_is_by_kind_language_and_difficulty() -> None:
    outcomes = [
        judged(case(), answer(cited("Beslutsnivåer"))),
        judged(case(kind="unanswerable"), answer()),
    ]
    evaluation = evaluation_of(outcomes)
    assert list(evaluation.kind) == ["responsibility", "unanswerable"]
    assert evaluation.language["sv"].questions == 2
    assert evaluation.difficulty["easy"] == evaluation.total


def test_no_questions_give_an_empty_score() -> None:
    assert score([]).p95_ms == 0.0
