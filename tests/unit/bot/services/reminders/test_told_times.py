"""Schedules in words, which are read back as what they were."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.reminders.schedule import (
    BeforeDeadline,
    EachPart,
    LastWorkingDay,
    Monthly,
    Now,
    Once,
    Schedule,
    Yearly,
)
from bot.services.errors import TimePassed
from bot.services.reminders.reading_times import DEFAULT_TIME
from bot.services.reminders.told_times import told
from knowledge.texts.catalogue import LANGUAGES
from tests.unit.bot.domain.reminders.schedules import schedules
from tests.unit.bot.services.reminders.times import HALF_PAST_TWO, NINE, schedule_of

LONG_AGO = datetime(2015, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("schedule", "swedish", "english"),
    [
        (Now(), "nu", "now"),
        (
            Once(on=date(2026, 12, 1), at=NINE),
            "tisdag 1 december 2026 kl. 09:00",
            "Tuesday 1 December 2026 at 09:00",
        ),
        (
            Yearly(month=12, day=1, at=NINE),
            "varje år den 1 december kl. 09:00",
            "every year on 1 December at 09:00",
        ),
        (
            EachPart(parts=3, days=10, at=NINE),
            "10 dagar efter varje tertials slut kl. 09:00",
            "10 days after the end of each tertial at 09:00",
        ),
        (
            EachPart(parts=2, days=-1, at=NINE),
            "1 dag före varje halvårs slut kl. 09:00",
            "1 day before the end of each half-year at 09:00",
        ),
        (
            EachPart(parts=4, days=0, at=NINE),
            "sista dagen varje kvartal kl. 09:00",
            "on the last day of each quarter at 09:00",
        ),
        (
            Monthly(day=2, at=NINE),
            "den 2:a varje månad kl. 09:00",
            "on the 2nd of each month at 09:00",
        ),
        (
            Monthly(day=13, at=NINE),
            "den 13:e varje månad kl. 09:00",
            "on the 13th of each month at 09:00",
        ),
        (
            Monthly(day=31, at=NINE),
            "sista dagen varje månad kl. 09:00",
            "on the last day of each month at 09:00",
        ),
        (
            LastWorkingDay(at=HALF_PAST_TWO),
            "sista arbetsdagen varje månad kl. 14:30",
            "on the last working day of each month at 14:30",
        ),
        (
            LastWorkingDay(months=(3, 6, 12), at=NINE),
            "sista arbetsdagen i mars, juni och december varje år kl. 09:00",
            "on the last working day of March, June and December every year at 09:00",
        ),
        (
            BeforeDeadline(deadline=date(2027, 1, 31), days_before=(30, 10), at=NINE),
            "30 och 10 dagar före den 31 januari 2027 kl. 09:00",
            "30 and 10 days before 31 January 2027 at 09:00",
        ),
        (
            BeforeDeadline(
                deadline=date(2027, 1, 31), yearly=True, days_before=(14, 0), at=NINE
            ),
            "14 dagar före den 31 januari varje år samt på dagen, första gången 2027 kl. 09:00",
            "14 days before 31 January every year and on the day, for the first time in 2027 "
            "at 09:00",
        ),
        (
            Monthly(day=5, at=NINE, first=date(2027, 1, 1), until=date(2028, 12, 31)),
            "den 5:e varje månad kl. 09:00, från och med den 1 januari 2027, till och med den 31 "
            "december 2028",
            "on the 5th of each month at 09:00, from 1 January 2027, until 31 December 2028",
        ),
    ],
)  # fmt: skip
def test_schedules_in_words(schedule: Schedule, swedish: str, english: str) -> None:
    assert told(schedule, "sv") == swedish
    assert told(schedule, "en") == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_day_of_the_month_is_told_and_read(language: str) -> None:
    for day in range(1, 32):
        schedule = Monthly(day=day, at=NINE)
        assert schedule_of(told(schedule, language)) == schedule


@given(schedules(), st.sampled_from(LANGUAGES))
@example(BeforeDeadline(deadline=date(2027, 1, 31), days_before=(0,), at=NINE), "sv")
@example(BeforeDeadline(deadline=date(2028, 2, 29), yearly=True, days_before=(0,), at=NINE), "en")
def test_what_is_told_is_read_back(schedule: Schedule, language: str) -> None:
    with suppress(TimePassed):
        assert schedule_of(told(schedule, language), LONG_AGO) == schedule


def test_the_time_that_is_not_told_is_nine() -> None:
    assert DEFAULT_TIME == NINE
