"""What people see of agreements, kept in files beside this one; and whatever is stated of them,
Slack takes it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.slack.blocks.agreement_card import (
    agreement_message,
    agreement_view,
    history_view,
)
from bot.channels.slack.blocks.agreement_form import AgreementState, agreement_form
from bot.channels.slack.blocks.agreement_list import MOST, AgreementListing, agreements_message
from bot.domain.activities.dates import Dates
from bot.domain.activities.units import Unit, UnitKind
from bot.domain.agreement_rules import AgreementRule, AgreementRuleKind
from bot.domain.agreements import (
    Agreement,
    AgreementChange,
    AgreementChangeKind,
    AgreementContent,
    AgreementKind,
    AgreementStatus,
    Notice,
)
from bot.services.agreements.rows import cells_of
from bot.services.agreements.rules import rules_of
from bot.services.agreements.standing import Standing, by_due_day, standing_of
from bot.services.agreements.wording import AgreementNames
from tests.unit.bot.channels.slack.seeing import matches, message_seen, view_seen
from tests.unit.bot.channels.slack.strategies import CITATIONS, LANGUAGES
from tests.unit.bot.channels.slack.test_any_activity import few, worded
from tests.unit.bot.channels.slack.test_any_values import check_message, check_view
from tests.unit.indexer.made import shipped

UNITS = [Unit(id="ks", municipality="Örebro", name="Kommunstyrelsen", kind=UnitKind.COMMITTEE)]
AT = datetime(2026, 5, 6, 12, tzinfo=UTC)
TODAY = date(2026, 11, 23)
RULES = rules_of([shipped("orebro-internationell-policy")])
TERRASSA = AgreementContent(
    name="Vänort Terrassa",
    kind=AgreementKind.TWIN_TOWN,
    partner="Ajuntament de Terrassa",
    town="Terrassa",
    country="ES",
    valid=Dates(first=date(2012, 5, 1), last=None),
    owner="ks",
    responsible="U0EVA12",
)
FREIBURG = AgreementContent(
    name="Hållbar stadsutveckling",
    kind=AgreementKind.COOPERATION,
    partner="Stadt Freiburg",
    country="DE",
    valid=Dates(first=date(2024, 9, 1), last=date(2027, 8, 31)),
    notice=Notice(months=6),
    next_evaluation=date(2026, 6, 30),
    owner="ks",
    responsible="Bo Påhittad",
    note="Skrivs under av ordföranden.",
)


def agreement(
    content: AgreementContent, number: int = 3, status: AgreementStatus = AgreementStatus.IN_FORCE
) -> Agreement:
    return Agreement(
        id=number,
        municipality="Örebro",
        content=content,
        status=status,
        version=2,
        added_by="U0EVA12",
        added_at=AT,
        changed_by="U0EVA12",
        changed_at=AT,
    )


def known(language: str) -> AgreementNames:
    return AgreementNames(language, UNITS)


def listing(*standings: Standing, text: str = "", total: int = 3) -> AgreementListing:
    return AgreementListing(
        text=text,
        municipality="Örebro",
        standings=tuple(by_due_day(standings)),
        total=total,
        is_managed=True,
    )


def standing(content: AgreementContent, number: int = 3) -> Standing:
    return standing_of(agreement(content, number), RULES, TODAY)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_list_shows_what_is_wrong_and_why(language: str) -> None:
    found = listing(standing(TERRASSA), standing(FREIBURG, 4), text="varningar")
    told = agreements_message(found, known(language), TODAY)
    matches(f"agreements_{language}", message_seen(told))


def test_an_empty_list_tells_how_many_there_are() -> None:
    for total, name in ((3, "agreements_none_found"), (0, "agreements_none")):
        told = agreements_message(listing(text="Polen", total=total), known("sv"), TODAY)
        matches(name, message_seen(told))


def test_what_has_expired_stands_under_its_own_heading() -> None:
    over = FREIBURG.model_copy(
        update={"valid": Dates(first=date(2020, 1, 1), last=date(2025, 12, 31))}
    )
    ended = standing_of(agreement(FREIBURG, 6, AgreementStatus.ENDED), RULES, TODAY)
    found = listing(standing(TERRASSA), standing(over, 5), ended)
    matches("agreements_expired", message_seen(agreements_message(found, known("sv"), TODAY)))
    only = agreements_message(listing(standing(TERRASSA)), known("sv"), TODAY)
    assert "Örebro · alla som gäller" in message_seen(only)


@pytest.mark.parametrize("warned", [True, False])
def test_of_two_hundred_agreements_the_first_are_shown_and_how_to_find_the_others(
    warned: bool,
) -> None:
    content = TERRASSA if warned else FREIBURG
    names = [f"Avtal {number} {'om mycket ' * 12}" for number in range(200)]
    many = [
        standing(content.model_copy(update={"name": name}), number)
        for number, name in enumerate(names, 1)
    ]
    message = agreements_message(listing(*many, total=200), known("sv"), TODAY)
    check_message(message)
    told = message_seen(message)
    assert "Alla 200 avtal får inte plats här. Skriv ord för att välja" in told
    opened = sum("[Öppna]" in line for line in told.splitlines())
    assert 0 < opened <= MOST
    assert f"… och {200 - opened} till" in told


@pytest.mark.parametrize("language", ["sv", "en"])
def test_an_agreement_shows_what_it_states_and_what_falls_due(language: str) -> None:
    view = agreement_view(standing(FREIBURG), known(language), TODAY, is_managed=True)
    matches(f"agreement_{language}", view_seen(view))


def test_who_only_reads_has_no_buttons_and_sees_who_is_responsible() -> None:
    view = agreement_view(standing(TERRASSA), known("sv"), TODAY, is_managed=False)
    matches("agreement_read", view_seen(view))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_form_shows_what_stands_in_it(language: str) -> None:
    state = AgreementState(municipality="Örebro", agreement=3, version=2)
    cells = {**cells_of(FREIBURG), "kind": "cooperation"}
    changed = known(language).differences(FREIBURG, TERRASSA)[:2]
    view = agreement_form(cells, UNITS, state, language, changed)
    matches(f"agreement_form_{language}", view_seen(view))


def test_a_history_shows_who_changed_what() -> None:
    by = {"agreement": 3, "by": "U0EVA12", "at": AT}
    added, changed = AgreementChangeKind.ADDED, AgreementChangeKind.CHANGED
    before = TERRASSA.model_copy(update={"town": None})
    changes = [
        AgreementChange.model_validate({**by, "version": 1, "kind": added, "before": None}),
        AgreementChange.model_validate({**by, "version": 2, "kind": changed, "before": before}),
    ]
    entries = known("sv").history(changes, TERRASSA)
    matches("agreement_history", view_seen(history_view(agreement(TERRASSA), entries, known("sv"))))


@pytest.mark.parametrize("name", ["USA", "WILHELM", "U0NITED STATES"])
def test_a_name_in_capitals_is_nobodys_id(name: str) -> None:
    named = FREIBURG.model_copy(update={"name": name, "partner": "U0EVA12", "responsible": name})
    view = agreement_view(standing(named), known("sv"), TODAY, is_managed=False)
    assert "@" not in view_seen(view)


def test_what_has_expired_is_not_said_to_be_in_force() -> None:
    valid = Dates(first=date(2012, 5, 1), last=date(2025, 12, 31))
    over = TERRASSA.model_copy(update={"valid": valid})
    view = agreement_view(standing(over), known("sv"), TODAY, is_managed=False)
    assert "Örebro · har gått ut" in view_seen(view)
    last_day = over.model_copy(update={"valid": Dates(first=valid.first, last=TODAY)})
    view = agreement_view(standing(last_day), known("sv"), TODAY, is_managed=False)
    assert "Örebro · gäller" in view_seen(view)


DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
CONTENTS = st.builds(
    AgreementContent,
    name=worded(150),
    kind=st.sampled_from(AgreementKind),
    partner=worded(200),
    town=st.none() | worded(200),
    country=st.sampled_from(["SE", "ES", "XX"]),
    valid=DAYS.map(lambda day: Dates(first=day, last=None))
    | DAYS.map(lambda day: Dates(first=day, last=day)),
    notice=st.none() | st.builds(Notice, months=st.integers(1, 120)),
    next_evaluation=st.none() | DAYS,
    last_evaluation=st.none() | DAYS,
    owner=worded(200),
    responsible=st.none() | worded(200),
    note=worded(3_000),
)
RULE = st.builds(
    AgreementRule,
    kind=st.sampled_from(AgreementRuleKind),
    kinds=st.just(frozenset(AgreementKind)),
    citation=CITATIONS,
    months=st.none() | st.integers(1, 120),
    regularly=st.booleans(),
    actor=worded(300),
)


@few
@given(st.lists(CONTENTS, max_size=25), st.lists(RULE, max_size=3), LANGUAGES, worded(300))
def test_whatever_is_stated_slack_takes_it(
    contents: list[AgreementContent], rules: list[AgreementRule], language: str, text: str
) -> None:
    names = known(language)
    found = [
        standing_of(agreement(each, number), rules, TODAY) for number, each in enumerate(contents)
    ]
    check_message(agreements_message(listing(*found, text=text), names, TODAY))
    for each in found[:2]:
        content = each.agreement.content
        check_view(agreement_view(each, names, TODAY, is_managed=True))
        check_message(agreement_message(text, each, names, TODAY, is_managed=True))
        state = AgreementState(municipality="Örebro", agreement=1, version=1)
        changed = names.differences(content, TERRASSA)
        cells = {**cells_of(content), "kind": content.kind.value}
        check_view(agreement_form(cells, UNITS, state, language, changed))
        change = AgreementChange(
            agreement=1,
            version=2,
            kind=AgreementChangeKind.CHANGED,
            by="U0EVA",
            at=AT,
            before=TERRASSA,
            reason=text,
        )
        entries = names.history([change] * 30, content)
        check_view(history_view(each.agreement, entries, names), mentioned=True)
