from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.activities.dates import Period, PeriodKind, part_of_year, span
from bot.services.errors import UnreadablePeriod
from bot.services.reports.periods import period_name, read_period
from knowledge.texts.catalogue import say

NOVEMBER = date(2026, 11, 22)
MARCH = date(2027, 3, 1)

YEAR = part_of_year(2026, PeriodKind.YEAR)
THIRD = part_of_year(2026, PeriodKind.TERTIAL, 3)
SECOND = part_of_year(2026, PeriodKind.TERTIAL, 2)
FIRST_HALF = part_of_year(2026, PeriodKind.HALF_YEAR, 1)
SECOND_HALF = part_of_year(2026, PeriodKind.HALF_YEAR, 2)
QUARTER = span(date(2026, 1, 1), date(2026, 3, 31))


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2026", YEAR),
        (" år 2026 ", YEAR),
        ("hela året 2026", YEAR),
        ("the year 2026", YEAR),
        ("bokslut 2026", YEAR),
        ("i år", YEAR),
        ("this year", YEAR),
        ("", YEAR),
        ("förra året", part_of_year(2025, PeriodKind.YEAR)),
        ("last year", part_of_year(2025, PeriodKind.YEAR)),
        ("T3 2026", THIRD),
        ("t3", THIRD),
        ("T3-2026", THIRD),
        ("2026T3", THIRD),
        ("2026 T3", THIRD),
        ("tertial 3 2026", THIRD),
        ("Tertial 3", THIRD),
        ("tertialrapport 3 2026", THIRD),
        ("tertiärrapport 3", THIRD),
        ("tredje tertialet 2026", THIRD),
        ("3:e tertialet 2026", THIRD),
        ("the third tertial of 2026", THIRD),
        ("H1 2026", FIRST_HALF),
        ("första halvåret 2026", FIRST_HALF),
        ("FORSTA HALVARET 2026", FIRST_HALF),
        ("halvår 2 2026", SECOND_HALF),
        ("first half of 2026", FIRST_HALF),
        ("2nd half of 2026", SECOND_HALF),
        ("half-year 2 2026", SECOND_HALF),
        ("Q1 2026", QUARTER),
        ("första kvartalet 2026", QUARTER),
        ("kvartal 1", QUARTER),
        ("januari-mars 2026", QUARTER),
        ("januari–mars 2026", QUARTER),
        ("jan - mar 2026", QUARTER),
        ("från januari till mars 2026", QUARTER),
        ("January to March 2026", QUARTER),
        ("februari 2024", span(date(2024, 2, 1), date(2024, 2, 29))),
        ("november 2025-mars 2026", span(date(2025, 11, 1), date(2026, 3, 31))),
        ("november-mars 2026", span(date(2025, 11, 1), date(2026, 3, 31))),
        ("2025-2026", span(date(2025, 1, 1), date(2026, 12, 31))),
        ("2026-01-01--2026-06-30", span(date(2026, 1, 1), date(2026, 6, 30))),
        ("2026-01-01 - 2026-06-30", span(date(2026, 1, 1), date(2026, 6, 30))),
        ("2026-01-01–2026-06-30", span(date(2026, 1, 1), date(2026, 6, 30))),
        ("2026-01-01 till 2026-06-30", span(date(2026, 1, 1), date(2026, 6, 30))),
        ("2026-05-03", span(date(2026, 5, 3), date(2026, 5, 3))),
        ("2026-05", span(date(2026, 5, 1), date(2026, 5, 31))),
        ("2026-01--2026-03", QUARTER),
        ("2026-01 till 2026-03", QUARTER),
        ("1 januari 2026 - 31 mars 2026", QUARTER),
        ("1 jan\u201431 mar 2026", QUARTER),
        ("från och med 1 januari till och med 31 mars 2026", QUARTER),
        ("1 January to 31 March 2026", QUARTER),
        ("3-5 maj 2026", span(date(2026, 5, 3), date(2026, 5, 5))),
        ("3 maj 2026", span(date(2026, 5, 3), date(2026, 5, 3))),
        ("v. 26 2026", span(date(2026, 6, 22), date(2026, 6, 28))),
        ("perioden januari-mars 2026", QUARTER),
        ("årsredovisningen 2026", YEAR),
        ("verksamhetsåret 2026", YEAR),
        ("T3 26", THIRD),
        ("sista tertialet 2026", THIRD),
        ("sista halvåret 2026", SECOND_HALF),
        ("delårsrapport 2 2026", SECOND),
        ("delårsrapporten 2", SECOND),
        ("andra delårsbokslutet 2026", SECOND),
        ("delår 2 2026", SECOND),
        ("interim report 2 2026", SECOND),
        ("förra delårsrapporten", SECOND),
        ("delår 1 2026", part_of_year(2026, PeriodKind.TERTIAL, 1)),
        ("sista delårsrapporten 2026", SECOND),
        ("förra tertialet", SECOND),
        ("föregående tertial", SECOND),
        ("förra halvåret", FIRST_HALF),
        ("föregående halvår", FIRST_HALF),
        ("förra kvartalet", span(date(2026, 7, 1), date(2026, 9, 30))),
        ("the previous quarter", span(date(2026, 7, 1), date(2026, 9, 30))),
        ("T1-T2 2026", span(date(2026, 1, 1), date(2026, 8, 31))),
        ("tertial 1 och 2 2026", span(date(2026, 1, 1), date(2026, 8, 31))),
        ("kvartal 1-2 2026", span(date(2026, 1, 1), date(2026, 6, 30))),
        ("hösten 2026", SECOND_HALF),
        ("höstterminen 2026", SECOND_HALF),
        ("HT26", SECOND_HALF),
        ("våren 2026", FIRST_HALF),
        ("vt 2026", FIRST_HALF),
        ("spring 2026", FIRST_HALF),
        ("läsåret 2025/26", span(date(2025, 7, 1), date(2026, 6, 30))),
        ("the school year 2025-2026", span(date(2025, 7, 1), date(2026, 6, 30))),
        ("läsåret", span(date(2026, 7, 1), date(2027, 6, 30))),
    ],
)
def test_a_period_is_read_as_people_write_it(text: str, period: Period) -> None:
    assert read_period(text, NOVEMBER) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("tertial 3", THIRD),
        ("tertial 1", part_of_year(2027, PeriodKind.TERTIAL, 1)),
        ("andra halvåret", SECOND_HALF),
        ("maj", span(date(2026, 5, 1), date(2026, 5, 31))),
        ("hösten", SECOND_HALF),
        ("läsåret", span(date(2026, 7, 1), date(2027, 6, 30))),
        ("januari-juni", span(date(2027, 1, 1), date(2027, 6, 30))),
        ("förra tertialet", THIRD),
        ("förra delårsrapporten", SECOND),
        ("föregående halvår", SECOND_HALF),
        ("förra kvartalet", span(date(2026, 10, 1), date(2026, 12, 31))),
        ("november-februari", span(date(2026, 11, 1), date(2027, 2, 28))),
    ],
)
def test_a_part_without_its_year_is_the_latest_that_has_begun(text: str, period: Period) -> None:
    assert read_period(text, MARCH) == period


@pytest.mark.parametrize(
    "text",
    [
        "tertial 4 2026",
        "tertial 0",
        "H3 2026",
        "delårsrapport 3 2026",
        "delårsrapport 2026",
        "förra tertialet 2026",
        "förra tertial 2",
        "förra",
        "förra delårsrapporten och tertialet",
        "kvartal 5 2026",
        "tertial",
        "tertial 3 2025 2026",
        "3",
        "år",
        "snart",
        "1826",
        "2026-02-30",
        "2026-06-30--2026-01-01",
        "2026-2025",
        "mars 2026-januari 2026",
        "januari februari mars",
        "2026 2025 2024",
        "tertial 3-2 2026",
        "T1-T2-T3 2026",
        "läsåret 2026",
        "hösten 2 2026",
        "0001-01-01",
        "besök 3-5 maj 2026",
        "sedan 3 maj 2026",
        "29 februari 2026",
        "?",
    ],
)
def test_what_is_no_period_is_told_with_examples(text: str) -> None:
    with pytest.raises(UnreadablePeriod) as refusal:
        read_period(text, NOVEMBER)
    for language in ("sv", "en"):
        told = say(refusal.value.key, language, **refusal.value.details)
        assert text in told
        assert "2026" in told


@given(st.text())
def test_any_words_are_a_period_or_refused(text: str) -> None:
    with suppress(UnreadablePeriod):
        assert read_period(text, NOVEMBER)


@pytest.mark.parametrize(
    ("period", "swedish", "english"),
    [
        (YEAR, "2026", "2026"),
        (THIRD, "tertial 3 2026", "tertial 3 2026"),
        (FIRST_HALF, "första halvåret 2026", "first half of 2026"),
        (SECOND_HALF, "andra halvåret 2026", "second half of 2026"),
        (QUARTER, "januari–mars 2026", "January\u2009–\u2009March 2026"),
        (span(date(2026, 5, 1), date(2026, 5, 31)), "maj 2026", "May 2026"),
        (
            span(date(2026, 5, 3), date(2026, 6, 5)),
            "3 maj–5 juni 2026",
            "3 May\u2009–\u20095 Jun 2026",
        ),
        (span(date(2026, 5, 3), date(2026, 5, 3)), "3 maj 2026", "3 May 2026"),
    ],
)
def test_a_period_has_a_name_in_both_languages(period: Period, swedish: str, english: str) -> None:
    assert (period_name(period, "sv"), period_name(period, "en")) == (swedish, english)


@given(st.sampled_from(PeriodKind), st.integers(1, 3), st.integers(1950, 2099))
def test_the_name_of_a_part_of_the_year_is_read_as_that_part(
    kind: PeriodKind, number: int, year: int
) -> None:
    try:
        period = part_of_year(year, kind, number)
    except (KeyError, ValueError):
        return
    for language in ("sv", "en"):
        assert read_period(period_name(period, language), NOVEMBER) == period
