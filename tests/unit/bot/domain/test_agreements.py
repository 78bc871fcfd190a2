from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from pydantic import ValidationError

from bot.domain.activities.dates import Dates
from bot.domain.agreement_rules import (
    AgreementRule,
    AgreementRuleKind,
    Breach,
    DueKind,
    Exemption,
    breaches,
    due_days,
)
from bot.domain.agreements import (
    Agreement,
    AgreementContent,
    AgreementKind,
    AgreementStatus,
    Notice,
    months_after,
    notice_by,
)
from knowledge.model import Citation

TODAY = date(2026, 11, 23)
AT = datetime(2026, 1, 1, tzinfo=UTC)
NORDIC = Exemption(
    words="de fyra nordiska vänorterna",
    kinds=frozenset({AgreementKind.TWIN_TOWN}),
    countries=frozenset({"DK", "FI", "IS", "NO"}),
)


def cited(quote: str) -> Citation:
    return Citation(
        document_id="d",
        edition="0a1b2c3d",
        ordinal=1,
        municipality="Örebro",
        document="Internationell policy",
        decided=None,
        section_number=None,
        section="Avtal",
        section_path=("Avtal",),
        page=None,
        quote=quote,
        start=0,
        end=len(quote),
    )


LIMIT = AgreementRule(
    kind=AgreementRuleKind.TIME_LIMIT,
    kinds=frozenset({AgreementKind.TWIN_TOWN, AgreementKind.COOPERATION}),
    citation=cited("Avtal ska tidsbegränsas."),
    exemptions=(NORDIC,),
)
EVALUATION = AgreementRule(
    kind=AgreementRuleKind.EVALUATION,
    kinds=frozenset({AgreementKind.TWIN_TOWN}),
    citation=cited("Avtal ska utvärderas."),
    exemptions=(NORDIC,),
)


def content(**stated: object) -> AgreementContent:
    told = {
        "name": "Vänortsavtal",
        "kind": AgreementKind.TWIN_TOWN,
        "partner": "Terrassa",
        "country": "ES",
        "valid": Dates(first=date(2024, 1, 1), last=date(2027, 12, 31)),
        "owner": "kommunstyrelsen",
        **stated,
    }
    return AgreementContent.model_validate(told)


def agreement(status: AgreementStatus = AgreementStatus.IN_FORCE, **stated: object) -> Agreement:
    return Agreement(
        id=1,
        municipality="Örebro",
        content=content(**stated),
        status=status,
        version=1,
        added_by="U1",
        added_at=AT,
        changed_by="U1",
        changed_at=AT,
    )


def wrong(one: Agreement, *rules: AgreementRule) -> list[tuple[Breach, date | None]]:
    return [(each.breach, each.day) for each in breaches(one, rules, TODAY)]


FOREVER = Dates(first=date(2024, 1, 1), last=None)
ONCE = date(2025, 5, 1)


def test_no_end_breaks_a_rule_that_demands_one_and_cites_it() -> None:
    (found,) = breaches(agreement(valid=FOREVER), [LIMIT], TODAY)
    assert (found.breach, found.citation) == (Breach.NO_END, LIMIT.citation)


def test_without_a_rule_no_end_is_nothing_wrong() -> None:
    assert wrong(agreement(valid=FOREVER)) == []


def test_an_exempt_town_needs_no_end() -> None:
    assert wrong(agreement(valid=FOREVER, country="NO"), LIMIT) == []


def test_the_exemption_of_twin_towns_does_not_cover_other_agreements() -> None:
    nordic = agreement(valid=FOREVER, country="NO", kind=AgreementKind.COOPERATION)
    assert wrong(nordic, LIMIT) == [(Breach.NO_END, None)]


@pytest.mark.parametrize(("town", "is_exempt"), [("Kolding", True), ("Kolkata", False)])
def test_an_exemption_may_name_towns(town: str, *, is_exempt: bool) -> None:
    named = Exemption(words="Kolding", names=frozenset({"Kolding"}))
    assert named.holds(content(town=town)) is is_exempt


def test_an_exemption_that_names_nothing_known_exempts_nothing() -> None:
    assert not Exemption(words="de äldre").holds(content())


def test_a_rule_may_say_how_long_at_most() -> None:
    rule = LIMIT.model_copy(update={"months": 36})
    assert wrong(agreement(), rule) == [(Breach.TOO_LONG, date(2027, 1, 1))]
    whole = Dates(first=date(2024, 1, 1), last=date(2026, 12, 31))
    assert wrong(agreement(valid=whole), rule) == []


def test_what_has_expired_is_told_without_any_rule() -> None:
    past = Dates(first=date(2020, 1, 1), last=date(2026, 11, 22))
    (found,) = breaches(agreement(valid=past), [], TODAY)
    assert (found.breach, found.day, found.citation) == (Breach.EXPIRED, past.last, None)


def test_the_last_day_is_still_valid() -> None:
    assert wrong(agreement(valid=Dates(first=date(2020, 1, 1), last=TODAY))) == []


def test_nothing_is_wrong_with_what_was_ended() -> None:
    ended = agreement(AgreementStatus.ENDED, valid=FOREVER)
    assert breaches(ended, [LIMIT, EVALUATION], TODAY) == ()
    assert due_days(ended, [LIMIT, EVALUATION]) == ()


def test_an_evaluation_that_was_planned_and_passed_is_told_with_the_rule() -> None:
    (found,) = breaches(agreement(next_evaluation=ONCE), [EVALUATION], TODAY)
    assert (found.breach, found.day) == (Breach.EVALUATION_PASSED, ONCE)
    assert found.citation == EVALUATION.citation


def test_an_evaluation_that_passed_is_told_without_a_rule_too() -> None:
    (found,) = breaches(agreement(next_evaluation=ONCE), [], TODAY)
    assert (found.breach, found.citation) == (Breach.EVALUATION_PASSED, None)


def test_an_evaluation_today_has_not_passed() -> None:
    assert wrong(agreement(next_evaluation=TODAY), EVALUATION) == []


def test_an_evaluation_that_is_demanded_must_be_planned_or_done() -> None:
    assert wrong(agreement(), EVALUATION) == [(Breach.NO_EVALUATION, None)]
    assert wrong(agreement(last_evaluation=ONCE), EVALUATION) == []


def test_one_that_is_demanded_regularly_must_be_planned_again() -> None:
    regular = EVALUATION.model_copy(update={"regularly": True})
    assert wrong(agreement(last_evaluation=ONCE), regular) == [(Breach.NO_EVALUATION, None)]


def test_an_interval_counts_from_the_last_evaluation_or_from_the_beginning() -> None:
    yearly = EVALUATION.model_copy(update={"months": 12})
    assert wrong(agreement(), yearly) == [(Breach.EVALUATION_PASSED, date(2025, 1, 1))]
    recent = agreement(last_evaluation=date(2026, 3, 1))
    assert wrong(recent, yearly) == []
    assert next(each.day for each in due_days(recent, [yearly])) == date(2027, 3, 1)


def test_an_evaluation_planned_after_the_interval_is_too_late() -> None:
    yearly = EVALUATION.model_copy(update={"months": 12})
    late = agreement(last_evaluation=date(2026, 3, 1), next_evaluation=date(2027, 6, 1))
    assert wrong(late, yearly) == [(Breach.EVALUATION_TOO_LATE, date(2027, 3, 1))]


def test_an_evaluation_before_prolonging_is_due_by_the_last_day_for_notice() -> None:
    before = EVALUATION.model_copy(update={"before_prolonging": True})
    noticed = agreement(notice=Notice(months=6))
    assert [(e.day, e.what, e.citation) for e in due_days(noticed, [before])] == [
        (date(2027, 6, 30), DueKind.NOTICE_BY, None),
        (date(2027, 6, 30), DueKind.EVALUATE, EVALUATION.citation),
        (date(2027, 12, 31), DueKind.EXPIRES, None),
    ]
    ready = agreement(last_evaluation=date(2027, 5, 1))
    assert DueKind.EVALUATE not in [each.what for each in due_days(ready, [before])]


def test_a_rule_is_broken_once_however_many_sentences_say_it() -> None:
    assert wrong(agreement(valid=FOREVER), LIMIT, LIMIT) == [(Breach.NO_END, None)]


def test_what_falls_due_is_told_in_the_order_of_days() -> None:
    one = agreement(notice=Notice(day=date(2027, 3, 1)), next_evaluation=date(2027, 1, 15))
    assert [(each.day, each.what) for each in due_days(one, [LIMIT])] == [
        (date(2027, 1, 15), DueKind.EVALUATE),
        (date(2027, 3, 1), DueKind.NOTICE_BY),
        (date(2027, 12, 31), DueKind.EXPIRES),
    ]
    assert due_days(one, [LIMIT])[-1].citation == LIMIT.citation


def test_months_of_notice_before_no_end_are_no_day() -> None:
    assert notice_by(content(valid=FOREVER, notice=Notice(months=3))) is None


@pytest.mark.parametrize("told", [{}, {"months": 3, "day": TODAY}, {"months": 0}])
def test_notice_is_either_months_or_a_day(told: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Notice.model_validate(told)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 31), -6, date(2026, 6, 30)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_months_end_where_the_month_does(day: date, months: int, later: date) -> None:
    assert months_after(day, months) == later
