from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.activities.activity import Activity, FundingSource, Participants
from bot.domain.activities.money import Currency
from bot.services.reports.selection import Figure, Measure, Selection, figure, undertaking_of
from tests.unit.bot.services.reports.made import (
    EXCHANGE,
    GOALS,
    NETWORK,
    PROJECT,
    activity,
    any_activities,
    euros,
    funded,
    kronor,
)

MEASURES = st.sampled_from(Measure)
CURRENCIES = st.sampled_from(Currency)
SELECTIONS = st.builds(
    Selection,
    kinds=st.none() | st.lists(st.sampled_from((EXCHANGE, NETWORK)), max_size=2).map(tuple),
    unit=st.none() | st.sampled_from(("kultur", "skola")),
    country=st.none() | st.sampled_from(("LT", "SE")),
    goal=st.none() | st.sampled_from([each.quote for each in GOALS]),
    source=st.none() | st.sampled_from(FundingSource),
    undertaking=st.none() | st.just("eurocities"),
)

ACTIVITIES = (
    activity(
        1,
        participants=Participants(total=14, young=12),
        countries=("LT", "SE"),
        cost=kronor(60_000),
        funding=(
            funded(FundingSource.EU, kronor(45_000)),
            funded(FundingSource.OWN, kronor(15_000)),
        ),
    ),
    activity(
        2,
        kind=PROJECT,
        unit="skola",
        participants=Participants(total=6),
        countries=("LT",),
        cost=euros(100),
        funding=(
            funded(FundingSource.OTHER, euros(Decimal("0.10"))),
            funded(FundingSource.OWN, euros(Decimal("0.20"))),
        ),
    ),
    activity(3, kind=NETWORK, agreement="Eurocities"),
)


def number(
    measure: Measure, currency: Currency | None = None, **chosen: object
) -> tuple[str | None, tuple[int, ...]]:
    made = figure(measure, Selection.model_validate(chosen), ACTIVITIES, (), currency)
    return None if made.number is None else str(made.number), made.activities


def test_activities_are_counted() -> None:
    assert number(Measure.ACTIVITIES) == ("3", (1, 2, 3))
    assert number(Measure.ACTIVITIES, kinds=(PROJECT, NETWORK)) == ("2", (2, 3))
    assert number(Measure.ACTIVITIES, unit="vuxen") == ("0", ())


def test_people_are_counted_where_they_are_told() -> None:
    assert number(Measure.PARTICIPANTS) == ("20", (1, 2))
    assert number(Measure.YOUNG) == ("12", (1,))


def test_what_nobody_tells_is_no_number() -> None:
    assert number(Measure.PARTICIPANTS, kinds=(NETWORK,)) == (None, ())
    assert number(Measure.COST, Currency.EUR, unit="kultur") == (None, ())
    assert number(Measure.COUNTRIES, kinds=(NETWORK,)) == (None, ())


def test_different_countries_are_counted_once() -> None:
    assert number(Measure.COUNTRIES) == ("2", (1, 2))


def test_kronor_and_euros_are_never_added() -> None:
    assert number(Measure.COST, Currency.SEK) == ("60000.00", (1,))
    assert number(Measure.COST, Currency.EUR) == ("100.00", (2,))
    assert number(Measure.FUNDING, Currency.EUR) == ("0.30", (2,))


def test_the_external_share_is_what_others_give_of_all_that_is_given() -> None:
    assert number(Measure.EXTERNAL_SHARE, Currency.SEK) == ("0.75", (1,))
    share = figure(Measure.EXTERNAL_SHARE, Selection(), ACTIVITIES, (), Currency.EUR)
    assert share.number == Decimal(1) / Decimal(3)


def test_of_nothing_there_is_no_share() -> None:
    given = activity(1, funding=(funded(FundingSource.EU, kronor(0)),))
    made = figure(Measure.EXTERNAL_SHARE, Selection(), [given], [given], Currency.SEK)
    assert (made.number, made.before) == (None, None)


def test_a_source_selects_its_part_of_the_funding() -> None:
    assert number(Measure.FUNDING, Currency.SEK, source="eu") == ("45000.00", (1,))
    assert number(Measure.FUNDING, Currency.SEK, source="other") == (None, ())


@pytest.mark.parametrize("name", ["Eurocities", "EUROCITIES"])
def test_an_undertaking_is_known_in_any_case(name: str) -> None:
    assert number(Measure.ACTIVITIES, undertaking=name) == ("1", (3,))


def test_an_activity_without_agreement_is_its_own_undertaking() -> None:
    assert undertaking_of(ACTIVITIES[0].content) == "Aktivitet 1"


def test_the_year_before_is_measured_in_the_same_way() -> None:
    earlier = [activity(9, participants=Participants(total=3)), activity(8, unit="skola")]
    made = figure(Measure.ACTIVITIES, Selection(unit="kultur"), ACTIVITIES, earlier)
    assert (made.number, made.before, made.activities) == (Decimal(2), Decimal(1), (1, 3))


@given(any_activities(), any_activities(), MEASURES, CURRENCIES, SELECTIONS)
def test_a_figure_comes_of_exactly_the_activities_it_names(
    activities: tuple[Activity, ...],
    earlier: tuple[Activity, ...],
    measure: Measure,
    currency: Currency,
    selection: Selection,
) -> None:
    made = figure(measure, selection, activities, earlier, currency)
    behind = [each for each in activities if each.id in made.activities]
    assert figure(measure, selection, behind, earlier, currency) == made
    for each in behind:
        assert selection.holds(each)
        rest = [other for other in behind if other is not each]
        assert figure(measure, selection, rest, earlier, currency).activities != made.activities


@given(any_activities(), st.sampled_from((Measure.FUNDING, Measure.COST)), CURRENCIES)
def test_the_kinds_sums_are_the_sum_of_all(
    activities: tuple[Activity, ...], measure: Measure, currency: Currency
) -> None:
    def total(selection: Selection) -> Decimal:
        return figure(measure, selection, activities, (), currency).number or Decimal(0)

    kinds = {each.content.kind for each in activities}
    assert sum(total(Selection(kinds=(kind,))) for kind in kinds) == total(Selection())


@given(any_activities(), any_activities(), MEASURES, CURRENCIES, SELECTIONS)
def test_a_figure_survives_being_written_down(
    activities: tuple[Activity, ...],
    earlier: tuple[Activity, ...],
    measure: Measure,
    currency: Currency,
    selection: Selection,
) -> None:
    made = figure(measure, selection, activities, earlier, currency)
    assert Figure.model_validate_json(made.model_dump_json()) == made
