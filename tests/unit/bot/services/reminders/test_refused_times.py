"""What names no time at which to send, and what is said of it."""

from __future__ import annotations

from itertools import product

import pytest

from bot.domain.reminders.schedule import BeforeDeadline
from bot.services.errors import NoSuchDay, TimePassed, UnreadableTime
from knowledge.texts.catalogue import LANGUAGES, say
from tests.unit.bot.services.reminders.times import schedule_of


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
        schedule_of(f" {text} ")
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
        schedule_of(text)


def test_other_words_are_not_taken_for_a_day_that_does_not_exist() -> None:
    for text in ("29 februari 2028 och gröt", "gröt i maj 2027", "den 5 maj eller så"):
        with pytest.raises(UnreadableTime) as refused:
            schedule_of(text)
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
        schedule_of(text)


def test_of_days_before_a_deadline_some_may_have_passed() -> None:
    found = schedule_of("30 och 7 dagar före 15 december 2026")
    assert isinstance(found, BeforeDeadline)
    assert found.days_before == (30, 7)


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
        assert schedule_of(example_of_time)
