from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.activities.activity import Activity, FundingSource, Participants, Status
from bot.domain.activities.money import Currency
from bot.services.reports.measuring import figure
from bot.services.reports.selection import Figure, Measure, Selection, undertaking_of
from tests.unit.bot.services.reports.made import (
    EXAMPLES,
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
    assert number(Measure.COUNTRIES, kinds=(PROJECT, NETWORK)) == ("1", (2,))


def test_the_municipalitys_own_country_is_none_of_the_countries() -> None:
    assert number(Measure.COUNTRIES) == ("1", (1, 2))
    home = [activity(1, countries=("SE",))]
    assert figure(Measure.COUNTRIES, Selection(), home, []).number == 0


def test_kronor_and_euros_are_never_added() -> None:
    assert number(Measure.COST, Currency.SEK) == ("60000.00", (1,))
    assert number(Measure.COST, Currency.EUR) == ("100.00", (2,))
    assert number(Measure.FUNDING, Currency.EUR) == ("0.30", (2,))


def test_the_external_share_is_what_others_give_of_the_cost() -> None:
    assert number(Measure.EXTERNAL_SHARE, Currency.SEK) == ("0.75", (1,))
    share = figure(Measure.EXTERNAL_SHARE, Selection(), ACTIVITIES, (), Currency.EUR)
    assert share.number == Decimal("0.001")


def share(*contents: dict[str, object]) -> tuple[str | None, tuple[int, ...], tuple[int, ...]]:
    """The external share in kronor, the activities behind it, and those outside it."""
    activities = [activity(at, status=Status.LOGGED, **each) for at, each in enumerate(contents, 1)]
    made, outside = (
        figure(measure, Selection(), activities, (), Currency.SEK)
        for measure in (Measure.EXTERNAL_SHARE, Measure.OUTSIDE_SHARE)
    )
    told = None if made.number is None else str(made.number)
    return told, made.activities, outside.activities


EU, OWN = (
    funded(source, kronor(given))
    for source, given in ((FundingSource.EU, 30), (FundingSource.OWN, 20))
)


def test_what_an_activity_cost_beyond_its_funding_is_the_municipalitys_own_part() -> None:
    assert share({"cost": kronor(120), "funding": (EU,)}) == ("0.25", (1,), ())
    assert share({"cost": kronor(120), "funding": (EU, OWN)}) == ("0.25", (1,), ())
    assert share({"cost": kronor(40), "funding": (EU, OWN)}) == ("0.6", (1,), ())
    assert share({"cost": kronor(30), "funding": (EU,)}) == ("1", (1,), ())


def test_a_grant_alone_is_no_share_of_the_whole() -> None:
    assert share({"funding": (EU,)}) == (None, (), (1,))
    assert share({"funding": (EU,)}, {"funding": (EU, OWN)}) == ("0.6", (2,), (1,))
    assert share({"cost": euros(100), "funding": (EU,)}) == (None, (), (1,))


def test_funding_in_two_currencies_is_no_share_of_either() -> None:
    both = (OWN, funded(FundingSource.EU, euros(3)))
    assert share({"cost": kronor(120), "funding": both}) == (None, (), (1,))


def test_activities_that_tell_something_are_counted_with_their_ids() -> None:
    assert number(Measure.WITH_FUNDING) == ("2", (1, 2))
    assert number(Measure.WITH_EFFECTS) == ("0", ())
    assert number(Measure.WITH_GOALS, unit="nowhere") == ("0", ())


def test_a_figure_says_how_many_there_were_to_tell_it() -> None:
    earlier = [activity(9), activity(8, unit="skola")]
    made = figure(Measure.PARTICIPANTS, Selection(unit="kultur"), ACTIVITIES, earlier)
    assert (made.selected, made.untold, made.before_untold) == (2, False, True)
    of_eu = figure(
        Measure.FUNDING, Selection(source=FundingSource.EU), ACTIVITIES, (), Currency.SEK
    )
    assert (of_eu.activities, of_eu.selected) == ((1,), 3)


MONEY = (Measure.COST, Measure.FUNDING, Measure.EXTERNAL_SHARE)


@pytest.mark.parametrize("measure", MONEY)
def test_what_is_told_in_another_currency_is_not_untold(measure: Measure) -> None:
    made = figure(measure, Selection(unit="skola"), ACTIVITIES, (), Currency.SEK)
    assert (made.number, made.selected, made.untold) == (None, 1, False)
    unknown = figure(measure, Selection(kinds=(NETWORK,)), ACTIVITIES, (), Currency.SEK)
    assert (unknown.number, unknown.untold) == (None, True)


@pytest.mark.parametrize("measure", MONEY)
def test_who_tells_no_money_does_not_leave_out_a_currency_that_others_did_not_use(
    measure: Measure,
) -> None:
    made = figure(measure, Selection(unit="kultur"), ACTIVITIES, (), Currency.EUR)
    assert (made.number, made.selected, made.untold) == (None, 2, False)


def test_a_share_is_untold_where_money_is_told_without_what_it_is_a_share_of() -> None:
    grant = activity(4, unit="skola", funding=(EU,))
    made = figure(
        Measure.EXTERNAL_SHARE, Selection(unit="skola"), (*ACTIVITIES, grant), (), Currency.SEK
    )
    assert (made.number, made.untold) == (None, True)


def test_of_nothing_there_is_no_share() -> None:
    given = activity(1, funding=(funded(FundingSource.OWN, kronor(0)),))
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
    assert (made.number, made.activities) == (Decimal(2), (1, 3))
    assert (made.before, made.before_activities) == (Decimal(1), (9,))


@settings(max_examples=EXAMPLES)
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
    behind_before = [each for each in earlier if each.id in made.before_activities]
    again = figure(measure, selection, behind, behind_before, currency)
    assert (again.number, again.activities) == (made.number, made.activities)
    assert (again.before, again.before_activities) == (made.before, made.before_activities)
    for each in behind:
        assert selection.holds(each)
        rest = [other for other in behind if other is not each]
        assert figure(measure, selection, rest, earlier, currency).activities != made.activities


@settings(max_examples=EXAMPLES)
@given(any_activities(), st.sampled_from((Measure.FUNDING, Measure.COST)), CURRENCIES)
def test_the_kinds_sums_are_the_sum_of_all(
    activities: tuple[Activity, ...], measure: Measure, currency: Currency
) -> None:
    def total(selection: Selection) -> Decimal:
        return figure(measure, selection, activities, (), currency).number or Decimal(0)

    kinds = {each.content.kind for each in activities}
    assert sum(total(Selection(kinds=(kind,))) for kind in kinds) == total(Selection())


@settings(max_examples=EXAMPLES)
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
