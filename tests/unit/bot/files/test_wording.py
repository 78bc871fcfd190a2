from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.activities.dates import span
from bot.domain.activities.money import Currency
from bot.files.wording import (
    before_key,
    before_words,
    change_words,
    compared_words,
    coverage_words,
    figure_label,
    figure_words,
    id_runs,
    money,
    percent,
    short_ids,
)
from bot.services.reports.naming import number
from bot.services.reports.report import Line
from bot.services.reports.selection import Figure, Measure, Selection
from tests.unit.bot.files.made import made_report


def made(
    measure: Measure,
    now: str | None,
    before: str | None = None,
    currency: Currency | None = None,
    selected: int = 1,
) -> Figure:
    return Figure(
        measure=measure,
        selection=Selection(),
        currency=currency,
        number=None if now is None else Decimal(now),
        before=None if before is None else Decimal(before),
        activities=(),
        before_activities=(),
        selected=selected,
        untold=bool(selected),
        before_untold=bool(selected),
    )


@pytest.mark.parametrize(
    ("sum_", "currency", "swedish", "english"),
    [
        ("45000", Currency.SEK, "45 000 kr", "SEK 45,000"),
        ("45000.50", Currency.SEK, "45 000,50 kr", "SEK 45,000.50"),
        ("0", Currency.SEK, "0 kr", "SEK 0"),
        ("1234567.05", Currency.EUR, "1 234 567,05 €", "€1,234,567.05"),
    ],
)
def test_money_is_written_as_in_the_language(
    sum_: str, currency: Currency, swedish: str, english: str
) -> None:
    assert money(Decimal(sum_), currency, "sv").replace("\xa0", " ") == swedish
    assert money(Decimal(sum_), currency, "en").replace("\xa0", " ") == english


def test_no_line_breaks_within_an_amount() -> None:
    assert " " not in money(Decimal("1234567.05"), Currency.SEK, "sv")


def test_numbers_are_written_as_in_the_language() -> None:
    assert number(12345, "sv") == "12\xa0345"
    assert number(12345, "en") == "12,345"


def test_halves_of_a_share_are_rounded_as_in_excel() -> None:
    assert percent(Decimal("0.3745"), "sv") == "37,5\xa0%"
    assert percent(Decimal("0.3735"), "en") == "37.4%"
    assert percent(Decimal(1), "sv") == "100\xa0%"
    assert percent(Decimal(0), "sv") == "0\xa0%"


def test_what_is_not_told_is_said_to_be_missing_and_nought_is_nought() -> None:
    assert figure_words(made(Measure.PARTICIPANTS, None), "sv") == "uppgift saknas"
    assert figure_words(made(Measure.PARTICIPANTS, "0"), "sv") == "0"
    assert before_words(made(Measure.PARTICIPANTS, "0"), "en") == "not stated"


def test_what_nobody_has_left_out_is_not_missing() -> None:
    figure = made(Measure.PARTICIPANTS, None, selected=0)
    assert (figure_words(figure, "sv"), before_words(figure, "sv")) == ("–", "–")


def test_a_figure_tells_how_many_activities_have_told_it() -> None:
    told = made(Measure.PARTICIPANTS, "12", selected=17).model_copy(update={"activities": (1, 2)})
    assert coverage_words(told, "sv") == "2 av 17"
    assert coverage_words(made(Measure.ACTIVITIES, "17", selected=17), "sv") == ""
    assert coverage_words(made(Measure.COST, None, selected=0), "sv") == ""


def test_the_year_before_stands_in_brackets_where_it_is_known() -> None:
    assert compared_words(made(Measure.ACTIVITIES, "12", "9"), "sv") == "12 (9)"
    assert compared_words(made(Measure.PARTICIPANTS, "12"), "sv") == "12"


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (made(Measure.ACTIVITIES, "12", "9"), "+3"),
        (made(Measure.ACTIVITIES, "9", "12"), "−3"),
        (made(Measure.ACTIVITIES, "9", "9"), "±0"),
        (made(Measure.COST, "10000", "2500.50", Currency.SEK), "+7\xa0499,50\xa0kr"),
        (made(Measure.EXTERNAL_SHARE, "0.25", "0.5"), "−25 procentenheter"),
        (made(Measure.PARTICIPANTS, None, "9"), "–"),
        (made(Measure.PARTICIPANTS, "9", None), "–"),
    ],
)
def test_a_change_has_its_sign_and_unit(figure: Figure, words: str) -> None:
    assert change_words(figure, "sv") == words


@pytest.mark.parametrize(
    ("first", "last", "key"),
    [
        (date(2026, 1, 1), date(2026, 12, 31), "x"),
        (date(2025, 7, 1), date(2026, 6, 30), "x"),
        (date(2026, 3, 1), date(2026, 3, 5), "x"),
        (date(2025, 7, 1), date(2026, 7, 31), "x-longer"),
        (date(2023, 1, 1), date(2026, 12, 31), "x-longer"),
    ],
)
def test_what_a_period_longer_than_a_year_is_compared_with_is_not_called_the_year_before(
    first: date, last: date, key: str
) -> None:
    report = made_report().model_copy(update={"period": span(first, last)})
    assert before_key("x", report) == key


def test_figures_of_one_line_are_told_apart() -> None:
    people = (made(Measure.PARTICIPANTS, "9"), made(Measure.YOUNG, "4"))
    cost = tuple(made(Measure.COST, "9", currency=each) for each in Currency)
    lines = [Line(label="Deltagare", figures=people), Line(label="Kostnad", figures=cost)]
    lines.append(Line(label="Länder", figures=(made(Measure.COUNTRIES, "3"),)))
    labels = [figure_label(line, each, "sv") for line in lines for each in line.figures]
    assert labels == [
        "Deltagare",
        "Deltagare: barn och unga",
        "Kostnad: kronor",
        "Kostnad: euro",
        "Länder",
    ]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("measure", Measure)
def test_every_measure_has_a_name(measure: Measure, language: str) -> None:
    figures = (made(measure, "1"), made(Measure.ACTIVITIES, "1"))
    assert figure_label(Line(label="Rad", figures=figures), figures[0], language)


@given(st.lists(st.integers(min_value=1, max_value=60)))
def test_runs_name_exactly_the_ids(ids: list[int]) -> None:
    named: list[int] = []
    for run in id_runs(ids):
        first, _, last = run.partition("–")
        named += range(int(first), int(last or first) + 1)
    assert named == sorted(set(ids))


def test_many_ids_are_cut_and_counted() -> None:
    ids = tuple(range(1, 100, 2))
    assert short_ids(ids, "sv", most=3) == "1, 3, 5 … (50 st)"
    assert short_ids((1, 2, 3, 9), "sv") == "1–3, 9"
    assert short_ids((), "sv") == ""
