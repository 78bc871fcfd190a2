"""What is taken for a personal identity number; those here are made up, with right check digits."""

from __future__ import annotations

import pytest

from bot.domain.activities.activity import Override, Status
from bot.services.activities.concerns import ConcernKind, concerns_of
from bot.services.activities.overrides import overridden
from bot.services.activities.personal_numbers import personal_numbers
from bot.services.errors import ReasonHoldsNumber
from tests.unit.bot.services.activities.logged import AUTHOR, content, logged, make_desk

NUMBER, OTHER = "811228-9874", "701063-2391"
"""The second is a coordination number: 60 is added to its day."""


@pytest.mark.parametrize(
    "written",
    [
        "811228-9874",
        "8112289874",
        "811228 9874",
        "19811228-9874",
        "19811228 9874",
        "811228–9874",
        "811228\u22129874",
        "811228\u20119874",
        "811228+9874",
        "19811228 – 9874",
        "811228\u00a0-\u00a09874",
        "1981-12-28-9874",
        "811228-9874-",
        "-811228-9874",
        "(811228-9874),",
        "nr811228-9874.",
    ],
)
def test_a_number_is_found_however_it_is_written(written: str) -> None:
    assert personal_numbers(f"Eleven {written} deltog") == {"8112289874"}


@pytest.mark.parametrize("written", [OTHER, "19701063-2391", "701063 – 2391"])
def test_a_coordination_number_is_found(written: str) -> None:
    assert personal_numbers(written) == {"7010632391"}


@pytest.mark.parametrize(
    "text",
    [
        "811228-9875",
        "811328-9874",
        "811228-98741",
        "1811228-9874",
        "2026-05-03–2026-05-04",
        "2026-05-03 - 2026-05-04",
        "45 000 000 kr",
        "811228\n9874",
        "070-123 45 67",
    ],
)
def test_what_has_another_form_date_or_check_digit_is_none(text: str) -> None:
    assert personal_numbers(text) == frozenset()


def test_a_reason_for_one_number_is_none_for_another_that_comes_later() -> None:
    before = overridden(
        content(title=f"Om {NUMBER}"), [ConcernKind.PERSONAL_NUMBER], "Diarienummer"
    )
    assert concerns_of(before, {}, before) == []
    assert concerns_of(before.model_copy(update={"done": "Mer text"}), {}, before) == []
    for told in ({"effects": f"Och {OTHER}"}, {"title": f"Om {OTHER}"}):
        [found] = concerns_of(before.model_copy(update=told), {}, before)
        assert found.kind is ConcernKind.PERSONAL_NUMBER


def test_the_same_number_in_another_form_or_field_is_no_other() -> None:
    before = overridden(
        content(title=f"Om {NUMBER}"), [ConcernKind.PERSONAL_NUMBER], "Diarienummer"
    )
    assert concerns_of(before.model_copy(update={"done": "19811228 9874"}), {}, before) == []


def test_a_number_is_asked_about_in_an_effect_too() -> None:
    desk = make_desk()
    activity = logged(desk)
    assert desk.log.effect_concerns(activity, "Två klasser har vänklasser") == []
    [found] = desk.log.effect_concerns(activity, f"Eleven {NUMBER} fick praktik")
    assert found.kind is ConcernKind.PERSONAL_NUMBER


def test_a_reason_given_with_an_effect_stays_with_the_activity() -> None:
    desk = make_desk()
    told = f"Diarienummer {NUMBER}"
    changed = desk.log.add_effect(logged(desk).id, 1, told, AUTHOR, "Ett diarienummer")
    assert changed.content.overrides == (
        Override(rule=ConcernKind.PERSONAL_NUMBER, reason="Ett diarienummer"),
    )
    assert desk.log.effect_concerns(changed, told) == []


def test_a_reason_that_nothing_needs_is_not_kept_with_an_effect() -> None:
    desk = make_desk()
    assert desk.log.add_effect(logged(desk).id, 1, "Vänner", AUTHOR, "?").content.overrides == ()


def test_no_reason_may_hold_a_number() -> None:
    desk = make_desk()
    activity = logged(desk)
    with pytest.raises(ReasonHoldsNumber):
        overridden(content(), [ConcernKind.PERSONAL_NUMBER], f"{NUMBER} är jag")
    with pytest.raises(ReasonHoldsNumber):
        desk.log.withdraw(activity.id, 1, AUTHOR, f"{NUMBER} vill det")
    with pytest.raises(ReasonHoldsNumber):
        desk.log.add_effect(activity.id, 1, f"Om {OTHER}", AUTHOR, f"{NUMBER} är jag")
    assert desk.log.find(activity.id, AUTHOR).status is Status.LOGGED
    assert desk.log.find(activity.id, AUTHOR) == activity
