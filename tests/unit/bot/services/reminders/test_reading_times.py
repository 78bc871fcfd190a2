"""Times at which to send, as people write them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given
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
from bot.services.errors import TimePassed, UnreadableTime
from bot.services.reminders.told_times import told
from tests.unit.bot.services.reminders.times import HALF_PAST_TWO, NINE, schedule_of


@pytest.mark.parametrize("text", ["nu", "Nu!", "NU", "genast", "now", "Immediately."])
def test_now(text: str) -> None:
    assert schedule_of(text.rstrip("!")) == Now()


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("i morgon", "2026-11-24"),
        ("imorgon", "2026-11-24"),
        ("tomorrow", "2026-11-24"),
        ("i övermorgon", "2026-11-25"),
        ("på fredag", "2026-11-27"),
        ("fredag", "2026-11-27"),
        ("on Friday", "2026-11-27"),
        ("nästa fredag", "2026-12-04"),
        ("1 december", "2026-12-01"),
        ("den 1 december", "2026-12-01"),
        ("1 dec 2026", "2026-12-01"),
        ("den första december", "2026-12-01"),
        ("tisdag den 1 december", "2026-12-01"),
        ("på tisdag den 1 december", "2026-12-01"),
        ("on 1 December", "2026-12-01"),
        ("December 1st", "2026-12-01"),
        ("on the 1st of December", "2026-12-01"),
        ("2026-12-01", "2026-12-01"),
        ("20261201", "2026-12-01"),
        ("1/12", "2026-12-01"),
        ("1/12 2026", "2026-12-01"),
        ("1.12.2026", "2026-12-01"),
        ("1.12", "2026-12-01"),
        ("1 mars", "2027-03-01"),
        ("22 november", "2027-11-22"),
        ("29 februari", "2028-02-29"),
        ("24 november 2027", "2027-11-24"),
        ("om tre dagar", "2026-11-26"),
        ("om 2 veckor", "2026-12-07"),
        ("in a week", "2026-11-30"),
    ],
)
def test_a_day_without_a_time_is_at_nine(text: str, on: str) -> None:
    assert schedule_of(text) == Once(on=date.fromisoformat(on), at=NINE)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("i morgon kl 9", NINE),
        ("i morgon kl. 9", NINE),
        ("i morgon kl. 09.00", NINE),
        ("i morgon klockan 14:30", HALF_PAST_TWO),
        ("i morgon, kl 14.30", HALF_PAST_TWO),
        ("kl 14.30 i morgon", HALF_PAST_TWO),
        ("i morgon kl 1430", HALF_PAST_TWO),
        ("i morgon 14.30", HALF_PAST_TWO),
        ("i morgon 14:30", HALF_PAST_TWO),
        ("tomorrow at 9", NINE),
        ("tomorrow at 9 am", NINE),
        ("tomorrow at 2.30 pm", HALF_PAST_TWO),
        ("tomorrow 9am", NINE),
        ("tomorrow at 12 am", time(0)),
        ("tomorrow at 12 pm", time(12)),
        ("2026-11-24 14.30", HALF_PAST_TWO),
        ("2026-11-24 14:30", HALF_PAST_TWO),
        ("2026-11-24T14:30", HALF_PAST_TWO),
        ("24/11 kl 9", NINE),
        ("24.11.2026 9.00", NINE),
        ("24 november 09:00", NINE),
        ("24 november 2026 9.00", NINE),
        ("Tuesday 24 November 2026 at 14:30", HALF_PAST_TWO),
    ],
)
def test_a_day_with_its_time(text: str, at: time) -> None:
    assert schedule_of(text) == Once(on=date(2026, 11, 24), at=at)


def test_a_time_of_today_that_is_to_come() -> None:
    assert schedule_of("i dag kl 13") == Once(on=date(2026, 11, 23), at=time(13))
    assert schedule_of("23 november kl 13") == Once(on=date(2026, 11, 23), at=time(13))
    assert schedule_of("23 november kl 9") == Once(on=date(2027, 11, 23), at=NINE)


@pytest.mark.parametrize(
    ("text", "schedule"),
    [
        ("varje år den 1 december", Yearly(month=12, day=1, at=NINE)),
        ("varje år den 1 december kl 9.00", Yearly(month=12, day=1, at=NINE)),
        ("den 1 december varje år", Yearly(month=12, day=1, at=NINE)),
        ("årligen 15 mars kl 14.30", Yearly(month=3, day=15, at=HALF_PAST_TWO)),
        ("Årligen, den 15 mars", Yearly(month=3, day=15, at=NINE)),
        ("15/3 varje år", Yearly(month=3, day=15, at=NINE)),
        ("yearly on 1 December at 9", Yearly(month=12, day=1, at=NINE)),
        ("every year on December 1st", Yearly(month=12, day=1, at=NINE)),
        ("annually on the 1st of December", Yearly(month=12, day=1, at=NINE)),
        ("en gång per år den 1 december", Yearly(month=12, day=1, at=NINE)),
        ("29 februari varje år", Yearly(month=2, day=29, at=NINE)),
        ("varje tertial", EachPart(parts=3, days=1, at=NINE)),
        ("Each tertial at 14.30", EachPart(parts=3, days=1, at=HALF_PAST_TWO)),
        ("varje kvartal", EachPart(parts=4, days=1, at=NINE)),
        ("vart halvår", EachPart(parts=2, days=1, at=NINE)),
        ("varje tertial 10 dagar efter", EachPart(parts=3, days=10, at=NINE)),
        ("varje tertial, 10 dagar efter dess slut", EachPart(parts=3, days=10, at=NINE)),
        ("varje kvartal 5 dagar före slutet", EachPart(parts=4, days=-5, at=NINE)),
        ("10 dagar efter varje tertial", EachPart(parts=3, days=10, at=NINE)),
        ("10 dagar efter tertialets slut", EachPart(parts=3, days=10, at=NINE)),
        ("10 dgr efter varje tertials utgång", EachPart(parts=3, days=10, at=NINE)),
        ("tio dagar efter varje tertials slut", EachPart(parts=3, days=10, at=NINE)),
        ("två veckor före varje kvartals slut", EachPart(parts=4, days=-14, at=NINE)),
        ("dagen efter varje halvår", EachPart(parts=2, days=1, at=NINE)),
        ("10 days after each tertial", EachPart(parts=3, days=10, at=NINE)),
        ("10 days after the end of each tertial", EachPart(parts=3, days=10, at=NINE)),
        ("each quarter 5 days before its end", EachPart(parts=4, days=-5, at=NINE)),
        ("a week before each quarter's end", EachPart(parts=4, days=-7, at=NINE)),
        ("sista dagen varje halvår", EachPart(parts=2, days=0, at=NINE)),
        ("at the end of every quarter", EachPart(parts=4, days=0, at=NINE)),
        ("den 5:e varje månad", Monthly(day=5, at=NINE)),
        ("den 5 i varje månad", Monthly(day=5, at=NINE)),
        ("den femte varje månad", Monthly(day=5, at=NINE)),
        ("varje månad den 5:e", Monthly(day=5, at=NINE)),
        ("varje månad, den 5:e, kl 9", Monthly(day=5, at=NINE)),
        ("månadsvis den 5", Monthly(day=5, at=NINE)),
        ("den 5:e i månaden", Monthly(day=5, at=NINE)),
        ("var månad den 5", Monthly(day=5, at=NINE)),
        ("en gång per månad, den 5:e", Monthly(day=5, at=NINE)),
        ("den sista i varje månad", Monthly(day=31, at=NINE)),
        ("on the 5th of each month", Monthly(day=5, at=NINE)),
        ("monthly on the 5th", Monthly(day=5, at=NINE)),
        ("sista dagen varje månad", Monthly(day=31, at=NINE)),
        ("sista dagen i varje månad", Monthly(day=31, at=NINE)),
        ("on the last day of every month", Monthly(day=31, at=NINE)),
        ("sista arbetsdagen varje månad", LastWorkingDay(at=NINE)),
        ("sista arbetsdagen i varje månad kl 14.30", LastWorkingDay(at=HALF_PAST_TWO)),
        ("varje månad den sista arbetsdagen", LastWorkingDay(at=NINE)),
        ("sista vardagen i månaden", LastWorkingDay(at=NINE)),
        ("on the last working day of each month", LastWorkingDay(at=NINE)),
        ("last business day of every month at 2.30pm", LastWorkingDay(at=HALF_PAST_TWO)),
        ("sista arbetsdagen i juni och december", LastWorkingDay(months=(6, 12), at=NINE)),
        ("varje år sista arbetsdagen i maj och dec", LastWorkingDay(months=(5, 12), at=NINE)),
        ("on the last working day of June", LastWorkingDay(months=(6,), at=NINE)),
    ],
)  # fmt: skip
def test_a_recurrence(text: str, schedule: Schedule) -> None:
    assert schedule_of(text) == schedule


@pytest.mark.parametrize(
    ("text", "deadline", "yearly", "before"),
    [
        ("10 dagar före 31 januari", "2027-01-31", False, (10,)),
        ("10 dagar innan den 31 januari kl 9", "2027-01-31", False, (10,)),
        ("10 dagar före 2027-01-31", "2027-01-31", False, (10,)),
        ("dagen före 31 januari", "2027-01-31", False, (1,)),
        ("en vecka före 31 januari", "2027-01-31", False, (7,)),
        ("14 dagar före 31 januari varje år", "2027-01-31", True, (14,)),
        ("varje år 14 dagar före den 31 januari", "2027-01-31", True, (14,)),
        ("30, 14 och 7 dagar före den 31 januari varje år", "2027-01-31", True, (30, 14, 7)),
        ("7 och 30 dagar före 31 januari samt på dagen", "2027-01-31", False, (30, 7, 0)),
        ("14 dagar före 31 januari 2028 varje år", "2028-01-31", True, (14,)),
        ("14 dagar före 31 januari varje år, första gången 2029", "2029-01-31", True, (14,)),
        ("14 days before 31 January every year", "2027-01-31", True, (14,)),
        ("30 and 7 days before January 31st and on the day", "2027-01-31", False, (30, 7, 0)),
        ("the day before 31 January 2027", "2027-01-31", False, (1,)),
        ("two weeks before 31 January", "2027-01-31", False, (14,)),
    ],
)
def test_days_before_a_deadline(
    text: str, deadline: str, yearly: bool, before: tuple[int, ...]
) -> None:
    assert schedule_of(text) == BeforeDeadline(
        deadline=date.fromisoformat(deadline), yearly=yearly, days_before=before, at=NINE
    )


@pytest.mark.parametrize(
    "bounds",
    [
        "från och med den 1 januari 2027, till och med den 31 december 2028",
        "fr.o.m. 2027-01-01 t.o.m. 2028-12-31",
        "från 1 januari till 31 december 2028",
        "from 1 January 2027 until 31 December 2028",
        "starting 1 January 2027 until 31 December 2028",
    ],
)
@pytest.mark.parametrize("recurs", ["den 5:e varje månad kl. 9", "on the 5th of each month at 9"])
def test_a_recurrence_between_two_days(recurs: str, bounds: str) -> None:
    assert schedule_of(f"{recurs}, {bounds}") == Monthly(
        day=5, at=NINE, first=date(2027, 1, 1), until=date(2028, 12, 31)
    )


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(UnreadableTime, TimePassed):
        schedule_of(text)


_TIME_WORDS = """
    varje år månad tertial kvartal den 5:e 31 dagar före efter sista arbetsdagen kl 9 9.00 1/12
    december from until på och , 2026-12-01 0 nu i morgon each month last day of at pm
"""


@given(st.lists(st.sampled_from(_TIME_WORDS.split()), max_size=9))
def test_any_words_of_times_are_read_or_refused(words: list[str]) -> None:
    with suppress(UnreadableTime, TimePassed):
        read = schedule_of(" ".join(words))
        assert schedule_of(told(read, "sv")) == read
