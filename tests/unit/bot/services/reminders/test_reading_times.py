from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, time
from itertools import product

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
from bot.services.errors import NoSuchDay, TimePassed, UnreadableTime
from bot.services.reminders.closed_days import swedish_working_time
from bot.services.reminders.reading_times import DEFAULT_TIME, read_schedule
from bot.services.reminders.told_times import told
from knowledge.texts.catalogue import LANGUAGES, say
from tests.unit.bot.domain.reminders.schedules import schedules

WORKING_TIME = swedish_working_time()
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
"""A Monday, half past ten in Sweden."""

LONG_AGO = datetime(2015, 1, 1, tzinfo=UTC)
NINE, HALF_PAST_TWO = time(9), time(14, 30)


def _read(text: str, now: datetime = NOW) -> Schedule:
    return read_schedule(text, now, WORKING_TIME)


@pytest.mark.parametrize("text", ["nu", "Nu!", "NU", "genast", "now", "Immediately."])
def test_now(text: str) -> None:
    assert _read(text.rstrip("!")) == Now()


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
    assert _read(text) == Once(on=date.fromisoformat(on), at=NINE)


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
    assert _read(text) == Once(on=date(2026, 11, 24), at=at)


def test_a_time_of_today_that_is_to_come() -> None:
    assert _read("i dag kl 13") == Once(on=date(2026, 11, 23), at=time(13))
    assert _read("23 november kl 13") == Once(on=date(2026, 11, 23), at=time(13))
    assert _read("23 november kl 9") == Once(on=date(2027, 11, 23), at=NINE)


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
    assert _read(text) == schedule


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
    assert _read(text) == BeforeDeadline(
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
    assert _read(f"{recurs}, {bounds}") == Monthly(
        day=5, at=NINE, first=date(2027, 1, 1), until=date(2028, 12, 31)
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "snart",
        "varje år",
        "varje månad",
        "10 dagar",
        "i maj",
        "nästa vecka",
        "3-5 december",
        "30 februari",
        "30 februari varje år",
        "den 32 varje månad",
        "kl 9",
        "i morgon kl 25",
        "i morgon kl 9.75",
        "i morgon kl 13 pm",
        "i morgon kl 9-10",
        "i morgon kl 9 och kl 15",
        "1 december 2026 varje år",
        "i morgon från 1 december",
        "den 5:e varje månad från förr",
        "den 5:e varje månad från 2028-01-01 till 2027-01-01",
        "400 dagar före 31 januari",
        "skicka till alla i morgon",
        "10 dagar före 31 januari, första gången 2027",
    ],
)
def test_what_names_no_time_is_refused_with_what_was_written(text: str) -> None:
    with pytest.raises(UnreadableTime) as refused:
        _read(f" {text} ")
    assert refused.value.details == {"time": text}


@pytest.mark.parametrize(
    "text",
    [
        "29 februari 2027",
        "den 29 februari 2027 kl 9",
        "31 april varje år",
        "varje år den 31 april",
        "April 31st every year",
        "on the 31st of April",
        "2027-02-29",
        "30/2",
        "29/2 2027",
        "10 dagar före den 31 november",
    ],
)
def test_of_a_day_that_no_calendar_has_it_is_said_that_it_does_not_exist(text: str) -> None:
    with pytest.raises(NoSuchDay):
        _read(text)


def test_other_words_are_not_taken_for_a_day_that_does_not_exist() -> None:
    for text in ("29 februari 2028 och gröt", "gröt i maj 2027", "den 5 maj eller så"):
        with pytest.raises(UnreadableTime) as refused:
            _read(text)
        assert not isinstance(refused.value, NoSuchDay)


@pytest.mark.parametrize(
    "text",
    [
        "1 december 2020",
        "igår",
        "i dag kl 10",
        "2026-11-23 10:30",
        "10 dagar före 1 december",
        "den 5:e varje månad till 1 december 2025",
        "den 5:e varje månad till 30 november",
        "sista arbetsdagen varje månad till 29 november",
    ],
)
def test_a_time_that_has_passed_is_refused(text: str) -> None:
    with pytest.raises(TimePassed):
        _read(text)


def test_of_days_before_a_deadline_some_may_have_passed() -> None:
    found = _read("30 och 7 dagar före 15 december 2026")
    assert isinstance(found, BeforeDeadline)
    assert found.days_before == (30, 7)


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
        assert _read(told(schedule, language)) == schedule


@given(schedules(), st.sampled_from(LANGUAGES))
@example(BeforeDeadline(deadline=date(2027, 1, 31), days_before=(0,), at=NINE), "sv")
@example(BeforeDeadline(deadline=date(2028, 2, 29), yearly=True, days_before=(0,), at=NINE), "en")
def test_what_is_told_is_read_back(schedule: Schedule, language: str) -> None:
    with suppress(TimePassed):
        assert _read(told(schedule, language), LONG_AGO) == schedule


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(UnreadableTime, TimePassed):
        _read(text)


_TIME_WORDS = """
    varje år månad tertial kvartal den 5:e 31 dagar före efter sista arbetsdagen kl 9 9.00 1/12
    december from until på och , 2026-12-01 0 nu i morgon each month last day of at pm
"""


@given(st.lists(st.sampled_from(_TIME_WORDS.split()), max_size=9))
def test_any_words_of_times_are_read_or_refused(words: list[str]) -> None:
    with suppress(UnreadableTime, TimePassed):
        read = _read(" ".join(words))
        assert _read(told(read, "sv")) == read


@pytest.mark.parametrize(
    ("language", "key"), list(product(LANGUAGES, ("error-unreadable-time", "error-time-passed")))
)
def test_refusals_say_what_was_written(language: str, key: str) -> None:
    assert "tidsnog" in say(key, language, time="tidsnog")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_in_the_refusal_can_be_read(language: str) -> None:
    sentence = say("error-unreadable-time", language, time="x")
    lead = {"sv": "Skriv till exempel ", "en": "Write for instance "}[language]
    *examples, last = sentence.split(lead)[1].rstrip(".").split(", ")
    last_two = last.split({"sv": " eller ", "en": " or "}[language])
    for example_of_time in (*examples, *last_two):
        assert _read(example_of_time)


def test_the_time_that_is_not_told_is_nine() -> None:
    assert DEFAULT_TIME == NINE
