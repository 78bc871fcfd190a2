"""Days as people write them: mostly tables of phrases with what is read of each.

One module: the phrases of one reader.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.activities.free_text.dates import read_dates

WEDNESDAY = date(2026, 5, 20)


def told(text: str, today: date = WEDNESDAY) -> str | None:
    found = read_dates(text, today)
    if found is None:
        return None
    first, last = found.value.first, found.value.last
    return str(first) if last == first else f"{first}/{last or '...'}"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("idag", "2026-05-20"),
        ("i morse", "2026-05-20"),
        ("igår", "2026-05-19"),
        ("igår kväll", "2026-05-19"),
        ("i förrgår", "2026-05-18"),
        ("i tisdags", "2026-05-19"),
        ("i onsdags", "2026-05-13"),
        ("förra tisdagen", "2026-05-12"),
        ("i tisdags förra veckan", "2026-05-12"),
        ("på fredag", "2026-05-22"),
        ("nästa fredag", "2026-05-29"),
        ("i helgen", "2026-05-16/2026-05-17"),
        ("förra veckan", "2026-05-11/2026-05-17"),
        ("förra veckan. 12 deltagare", "2026-05-11/2026-05-17"),
        ("förra veckan\n5 personer", "2026-05-11/2026-05-17"),
        ("denna vecka 3 politiker", "2026-05-18/2026-05-24"),
        ("nästa vecka", "2026-05-25/2026-05-31"),
        ("förra månaden", "2026-04-01/2026-04-30"),
        ("förra året", "2025-01-01/2025-12-31"),
        ("för 3 dagar sedan", "2026-05-17"),
        ("för två veckor sedan", "2026-05-04/2026-05-10"),
        ("för en månad sedan", "2026-04-01/2026-04-30"),
        ("last Tuesday", "2026-05-19"),
        ("yesterday", "2026-05-19"),
        ("two weeks ago", "2026-05-04/2026-05-10"),
    ],
)
def test_days_are_counted_from_today(text: str, days: str) -> None:
    assert told(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("3–5 maj", "2026-05-03/2026-05-05"),
        ("3 - 5 maj", "2026-05-03/2026-05-05"),
        ("3-5/5", "2026-05-03/2026-05-05"),
        ("18/3 -20/3", "2026-03-18/2026-03-20"),
        ("den 3 maj", "2026-05-03"),
        ("den 3:e maj", "2026-05-03"),
        ("den tredje maj", "2026-05-03"),
        ("torsdagen den 7 maj", "2026-05-07"),
        ("3 maj 2025", "2025-05-03"),
        ("3 feb -26", "2026-02-03"),
        ("5-7 nov -25, ca", "2025-11-05/2025-11-07"),
        ("3/5 2025", "2025-05-03"),
        ("2026-05-03", "2026-05-03"),
        ("20260503", "2026-05-03"),
        ("260503", "2026-05-03"),
        ("3.5.2026", "2026-05-03"),
        ("2026-05-03--05", "2026-05-03/2026-05-05"),
        ("2026-02-10 – 2026-02-12", "2026-02-10/2026-02-12"),
        ("30 april–2 maj", "2026-04-30/2026-05-02"),
        ("från 1 mars till 15 april", "2026-03-01/2026-04-15"),
        ("mellan den 3 och 6 maj", "2026-05-03/2026-05-06"),
        ("10.-12. april", "2026-04-10/2026-04-12"),
        ("1 maj-5 maj 2025", "2025-05-01/2025-05-05"),
        ("16-18.3 kongress", "2026-03-16/2026-03-18"),
        ("24.–26.4.", "2026-04-24/2026-04-26"),
        ("3 och 4 maj", "2026-05-03/2026-05-04"),
        ("3-5 May", "2026-05-03/2026-05-05"),
        ("May 3rd to 5th", "2026-05-03/2026-05-05"),
        ("14 January 2026", "2026-01-14"),
        ("maj 2025", "2025-05-01/2025-05-31"),
        ("i april", "2026-04-01/2026-04-30"),
        ("februari-mars 2026", "2026-02-01/2026-03-31"),
        ("nov 2025 – feb 2026", "2025-11-01/2026-02-28"),
        ("under 2025", "2025-01-01/2025-12-31"),
        ("27/4-1/5", "2026-04-27/2026-05-01"),
        ("den 22.4", "2026-04-22"),
        ("29/12-3/1 2026", "2025-12-29/2026-01-03"),
        ("12.10-14.10", "2025-10-12/2025-10-14"),
        ("30.11-2.12.2025", "2025-11-30/2025-12-02"),
        ("4.-6.11.2025", "2025-11-04/2025-11-06"),
        ("5, 6 och 7 juni 2025", "2025-06-05/2025-06-07"),
        ("sön-tis 10-12 maj", "2026-05-10/2026-05-12"),
        ("Tuesday 3 to Thursday 5 March", "2026-03-03/2026-03-05"),
        ("11 mars i år", "2026-03-11"),
        ("11 mars förra året", "2025-03-11"),
        ("i mars i fjol", "2025-03-01/2025-03-31"),
        ("under maj månad", "2026-05-01/2026-05-31"),
        ("2019-2023", "2019-01-01/2023-12-31"),
    ],
)
def test_written_days_months_and_years_are_read(text: str, days: str) -> None:
    assert told(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("v. 12", "2026-03-16/2026-03-22"),
        ("v12", "2026-03-16/2026-03-22"),
        ("vecka 12-13", "2026-03-16/2026-03-29"),
        ("v. 12 2025", "2025-03-17/2025-03-23"),
        ("tors-fre v. 16", "2026-04-16/2026-04-17"),
        ("tisdagen v. 12", "2026-03-17"),
        ("week 12", "2026-03-16/2026-03-22"),
        ("v. 53", None),
        ("v. 40", "2025-09-29/2025-10-05"),
    ],
)
def test_weeks_are_those_of_iso_8601(text: str, days: str | None) -> None:
    assert told(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("våren 2026", "2026-03-01/2026-05-31"),
        ("i våras", "2026-03-01/2026-05-31"),
        ("under våren", "2026-03-01/2026-05-31"),
        ("förra våren", "2025-03-01/2025-05-31"),
        ("förra hösten", "2025-09-01/2025-11-30"),
        ("sedan hösten", "2025-09-01/..."),
        ("last summer", "2025-06-01/2025-08-31"),
        ("Q1 2026", "2026-01-01/2026-03-31"),
        ("första kvartalet", "2026-01-01/2026-03-31"),
        ("tertial 3 2025", "2025-09-01/2025-12-31"),
        ("andra halvåret 2025", "2025-07-01/2025-12-31"),
        ("i somras", "2025-06-01/2025-08-31"),
        ("vintern 2025/26", "2025-12-01/2026-02-28"),
        ("VT26", "2026-01-01/2026-06-30"),
        ("höstterminen 2025", "2025-08-01/2025-12-31"),
        ("läsåret 2025/26", "2025-08-01/2026-06-30"),
        ("summer 2025", "2025-06-01/2025-08-31"),
    ],
)
def test_seasons_and_terms_are_read(text: str, days: str) -> None:
    assert told(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("sedan januari", "2026-01-01/..."),
        ("pågår sedan 2024", "2024-01-01/..."),
        ("sedan hösten 2025", "2025-09-01/..."),
        ("från och med 1 mars", "2026-03-01/..."),
        ("since January", "2026-01-01/..."),
        ("löpande", "2026-05-20/..."),
    ],
)
def test_what_still_runs_has_no_last_day(text: str, days: str) -> None:
    assert told(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "kl 10-12",
        "10:00-12:00",
        "kl. 10.30",
        "kl 10.10-11.10",
        "version 2.4.",
        "ring 0500-49 80 00",
        "070-123 45 67",
        "08-12 34 56",
        "810101-1234",
        "12 elever från åk 9",
        "1/2 tjänst",
        "450 000 kr",
        "260503 kr",
        "Agenda 2030",
        "rapport från 2024",
        "it may help",
        "31 februari",
        "",
    ],
)
def test_times_telephone_numbers_and_amounts_are_no_dates(text: str) -> None:
    assert told(text) is None


def test_two_days_without_a_relation_are_no_date() -> None:
    assert told("möte 3 maj, uppföljning 17 maj") is None


@pytest.mark.parametrize("text", ["hösten", "under höstterminen", "in autumn", "Q7 2026"])
def test_a_season_that_may_be_the_last_or_the_next_is_no_date(text: str) -> None:
    assert told(text) is None


@pytest.mark.parametrize(
    "text", ["pågår till och med december 2026", "slutade igår", "avslutades 30 april"]
)
def test_what_only_tells_an_end_is_no_date(text: str) -> None:
    assert told(text) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("började 1 mars och slutade 30 april", "2026-03-01/2026-04-30"),
        ("sedan januari, till december 2027", "2026-01-01/2027-12-31"),
        ("startade 1 september 2025 och pågår", "2025-09-01/..."),
        ("startade 3 maj, slutrapport senast 30 juni", "2026-05-03"),
        ("började 3 maj. Kursen avslutades 10 maj", "2026-05-03"),
    ],
)
def test_a_beginning_and_an_end_make_one_span(text: str, days: str) -> None:
    assert told(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("i tre veckor från 2 mars", "2026-03-02/2026-03-22"),
        ("fyra veckor fr.o.m. 13 april", "2026-04-13/2026-05-10"),
        ("from 2 March for two weeks", "2026-03-02/2026-03-15"),
        ("5 maj, två dagar", "2026-05-05/2026-05-06"),
        ("3 nätter från 12 april", "2026-04-12/2026-04-15"),
        ("en månad från 31 januari", "2026-01-31/2026-02-27"),
        ("2 dagar (17–18 mars)", "2026-03-17/2026-03-18"),
        ("om två veckor 5 maj", "2026-05-05"),
        ("3 maj, två veckor efter kursen", "2026-05-03"),
    ],
)
def test_how_long_it_lasted_counts_from_its_first_day(text: str, days: str) -> None:
    assert told(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("den 18:e", "2026-05-18"),
        ("den 25:e", "2026-04-25"),
        ("vi ska träffas den 25:e", "2026-05-25"),
        ("den 2:a upplagan", None),
    ],
)
def test_a_day_without_a_month_is_the_last_of_that_number(text: str, days: str | None) -> None:
    assert told(text) == days


def test_of_a_week_and_a_day_in_it_the_day_is_meant() -> None:
    assert told("v. 12, 16-18 mars") == "2026-03-16/2026-03-18"


def test_a_day_without_a_year_is_the_most_recent_one() -> None:
    assert told("3 juni") == "2025-06-03"


def test_a_day_to_come_may_lie_sixty_days_ahead() -> None:
    assert told("vi ska åka 3 juni") == "2026-06-03"
    assert told("vi ska åka 3 september") == "2025-09-03"


@pytest.mark.parametrize(
    "words",
    [
        "onsdagen den 6 maj",
        "under hela v. 12",
        "tors 7/5 kl 9-12",
        "6 maj, 13.00-15.30",
        "sön-tis 10-12 maj",
        "11 mars i år",
        "under maj månad",
        "i tre veckor från 2 mars",
    ],
)
def test_the_small_words_of_a_date_belong_to_it(words: str) -> None:
    text = f"Möte {words} i Bari"
    found = read_dates(text, WEDNESDAY)
    assert found is not None
    assert [span.of(text) for span in found.spans] == [words]


def test_the_full_stop_after_a_month_stays_with_the_sentence() -> None:
    text = "Möte 4 maj. Resor"
    found = read_dates(text, WEDNESDAY)
    assert found is not None
    assert found.spans[0].of(text) == "4 maj"


@given(st.dates(date(2020, 1, 1), date(2029, 12, 31)), st.dates(date(2024, 1, 1), date(2027, 1, 1)))
def test_every_date_in_figures_is_read_as_it_stands(day: date, today: date) -> None:
    assert told(f"Möte {day} i Bari", today) == str(day)
    assert told(f"Möte {day.day}/{day.month} {day.year} i Bari", today) == str(day)


@given(st.dates(date(2024, 1, 1), date(2028, 12, 31)), st.integers(1, 52))
def test_a_week_without_a_year_is_the_last_that_has_begun(today: date, week: int) -> None:
    found = read_dates(f"vecka {week}", today)
    assert found is not None
    first, last = found.value.first, found.value.last
    assert last is not None
    assert first.isocalendar()[1:] == (week, 1)
    assert last.isocalendar()[1:] == (week, 7)
    assert 0 <= (today - first).days < 372


@given(st.dates(date(2024, 1, 1), date(2028, 12, 31)), st.integers(1, 12), st.integers(1, 28))
def test_a_day_of_a_month_lies_within_the_year_before_today(
    today: date, month: int, day: int
) -> None:
    found = read_dates(f"{day}/{month}", today)
    assert found is not None
    assert 0 <= (today - found.value.first).days <= 366
    assert (found.value.first.month, found.value.first.day) == (month, day)
