"""When a broadcast is to be sent, in people's words, Swedish or English.

"nu", "i morgon kl. 9", "1 december 2026 09:00", "varje år den 15 mars", "den 5:e varje månad",
"sista arbetsdagen varje månad", "10 dagar efter varje tertial", "varje tertial" (the day after its
end, when all of it can be told), "30 och 14 dagar före den 31
januari varje år", each recurrence also "från och med" a day or "till och med" one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Literal

from bot.domain.reminders.schedule import (
    SCHEDULE,
    BeforeDeadline,
    EachPart,
    LastWorkingDay,
    Monthly,
    Now,
    Once,
    Recurring,
    Schedule,
    Yearly,
    days,
)
from bot.domain.reminders.working_time import WorkingTime, in_sweden
from bot.services.activities.free_text.calendar_words import month, month_pattern
from bot.services.activities.free_text.numbers import alternatives, ordinals
from bot.services.errors import NoSuchDay, TimePassed, UnreadableTime
from bot.services.reminders.clock_words import without_time
from bot.services.reminders.days_to_come import (
    day_to_come,
    named_day,
    names_no_such_day,
    number,
    number_pattern,
)

DEFAULT_TIME = time(9)
"""When something is sent on a day that is told without a time."""

_DASHES = str.maketrans(dict.fromkeys("–—−", "-"))
_NOW = re.compile(r"nu|genast|direkt|omedelbart|now|at once|immediately|right away|straight away")

_BOUNDS = re.compile(
    r"(?P<core>.+?)"
    r"(?:,?\s+(?:från och med|fr\.?\s?o\.?\s?m\.?|med (?:start|början)|från"
    r"|starting(?: from)?|from)\s+(?P<first>.+?))?"
    r"(?:,?\s+(?:till och med|t\.?\s?o\.?\s?m\.?|fram till|till|until|through)\s+(?P<until>.+))?"
)

_YEARLY = (
    r"(?:varje år|vart år|årligen|årsvis|en gång (?:om året|per år)|yearly|annually"
    r"|every year|each year|once a year)"
)
_MONTHLY = (
    r"(?:(?:i |under )?(?:varje|var) månad|en gång (?:i månaden|per månad)|i månaden|månadsvis"
    r"|månatligen|monthly|(?:of |in )?(?:every|each) month|of the month)"
)
_PART = r"(?P<part>tertial|kvartal|halvår|quarter|half[- ]?year)"
_EACH_PART = rf"(?:varje|vart|each|every)\s+{_PART}"
_END_OF_PART = (
    r"(?:(?:slutet(?: (?:av|på))?|dess slut|(?:the )?end(?: of)?|its end)\s+)?"
    r"(?:(?:varje|vart|each|every|the)\s+)?"
    rf"{_PART}(?:ets|et|'?s)?(?:\s+(?:slut|utgång|end))?"
)
_LAST_DAY_OF = (
    r"(?:(?:på|vid|on|at)\s+)?(?:the\s+)?(?:sista dagen|slutet|last day|end)"
    r"\s+(?:(?:i|av|på|of|in)\s+)?"
)
_PARTS_OF_YEAR: dict[str, Literal[3, 4]] = {"tertial": 3, "kvartal": 4, "quarter": 4}

_AND = r"(?:\s*,\s*(?:och\s+|and\s+)?|\s+(?:och|samt|and|&)\s+)"
_UNIT = r"(?:dagar|dag|dgr|days?|(?P<weeks>veckor|vecka|weeks?))"
_DAY_BEFORE = r"(?P<one>dagen|(?:the )?day)"
_LEADING = re.compile(rf"^(?P<again>{_YEARLY}|{_MONTHLY}|{_EACH_PART}),?\s+(?P<rest>.+)$")
"""A recurrence before its days: it is read after them."""


def read_schedule(text: str, now: datetime, working_time: WorkingTime) -> Schedule:
    """The schedule that people mean; a day without a time is at nine.

    ``now`` is an aware moment; what is told without a year is the next. ``working_time`` says
    which days are the last working days of months. Raises UnreadableTime, NoSuchDay, and
    TimePassed where nothing would be sent after ``now``.
    """
    words = " ".join(text.translate(_DASHES).casefold().split()).strip(" .,;")
    if _NOW.fullmatch(words):
        return Now()
    local = in_sweden(now)
    for rest, told_time in without_time(words):
        at = told_time or DEFAULT_TIME
        schedule = _read(rest, at, local)
        if schedule is not None:
            if _is_to_come(schedule, at, local, working_time):
                return schedule
            raise TimePassed(f"has passed: {text!r}", time=text.strip())
    if names_no_such_day(words):
        raise NoSuchDay(f"no such day: {text!r}", time=text.strip())
    raise UnreadableTime(f"no time: {text!r}", time=text.strip())


def _is_to_come(schedule: Schedule, at: time, now: datetime, working_time: WorkingTime) -> bool:
    all_days = days(schedule, working_time, now.date())
    return any(datetime.combine(day, at) > now for day in all_days)


def _read(words: str, at: time, now: datetime) -> Schedule | None:
    """None for what is no schedule."""
    match = _BOUNDS.fullmatch(words)
    if match is None:
        return None
    core = _LEADING.sub(r"\g<rest> \g<again>", match["core"], count=1)
    try:
        readings = (read(core, at, now) for read in _READERS)
        schedule = next((each for each in readings if each is not None), None)
        return schedule and _bounded(schedule, match["first"], match["until"], now)
    except ValueError:
        # No calendar has that day, or the recurrence ends before it begins.
        return None


def _bounded(
    schedule: Schedule, first: str | None, until: str | None, now: datetime
) -> Schedule | None:
    """The recurrence between two days; None where nothing recurs, or a bound is no day."""
    told = {name: words for name, words in (("first", first), ("until", until)) if words}
    if not told:
        return schedule
    bounds = {name: day_to_come(words, time.max, now) for name, words in told.items()}
    if not isinstance(schedule, Recurring) or None in bounds.values():
        return None
    return SCHEDULE.validate_python({**schedule.model_dump(), **bounds})


def _last_working_day(words: str, at: time, _: datetime) -> Schedule | None:
    months = rf"(?P<months>{month_pattern()}(?:{_AND}{month_pattern()})*)"
    match = re.fullmatch(
        r"(?:(?:på|on)\s+)?(?:(?:den|the)\s+)?"
        r"(?:sista (?:arbetsdagen|vardagen)|last (?:working day|workday|weekday|business day))"
        rf"\s+(?:{_MONTHLY}|(?:i|in|of)\s+{months}(?:\s+{_YEARLY})?)",
        words,
    )
    if match is None:
        return None
    if match["months"] is None:
        return LastWorkingDay(at=at)
    named = {month(word) for word in re.split(_AND, match["months"])}
    return LastWorkingDay(months=tuple(sorted(named)), at=at)


def _monthly(words: str, at: time, _: datetime) -> Schedule | None:
    in_words = alternatives(filter(None, ordinals()))
    match = re.fullmatch(
        r"(?:(?:på|on)\s+)?(?:(?:den|the|dag|day)\s+)?"
        rf"(?:(?P<digits>\d{{1,2}})(?:st|nd|rd|th|:?[ae])?|(?P<word>{in_words})"
        rf"|sista(?: dagen)?|last day),?\s+(?:i\s+)?{_MONTHLY}",
        words,
    )
    if match is None:
        return None
    if match["digits"]:
        return Monthly(day=int(match["digits"]), at=at)
    return Monthly(day=ordinals()[match["word"]] if match["word"] else 31, at=at)


def _each_part(words: str, at: time, _: datetime) -> Schedule | None:
    if match := re.fullmatch(rf"{_LAST_DAY_OF}{_EACH_PART}", words):
        return EachPart(parts=_parts(match), days=0, at=at)
    if match := re.fullmatch(_EACH_PART, words):
        return EachPart(parts=_parts(match), days=1, at=at)
    match = re.fullmatch(
        rf"(?:(?P<n>{number_pattern()})\s+{_UNIT}|{_DAY_BEFORE})\s+"
        rf"(?:(?P<after>efter|after)|före|innan|before)\s+{_END_OF_PART}",
        words,
    )
    if match is None:
        return None
    count = 1 if match["one"] else number(match["n"]) * _length(match)
    return EachPart(parts=_parts(match), days=count if match["after"] else -count, at=at)


def _parts(match: re.Match[str]) -> Literal[2, 3, 4]:
    return _PARTS_OF_YEAR.get(match["part"], 2)


def _length(match: re.Match[str]) -> int:
    """Days of the unit that was told."""
    return 7 if match["weeks"] else 1


def _before_deadline(words: str, at: time, now: datetime) -> Schedule | None:
    counts = rf"(?P<counts>{number_pattern()}(?:{_AND}{number_pattern()})*)"
    match = re.fullmatch(
        rf"(?:{counts}\s+{_UNIT}|{_DAY_BEFORE})\s+(?:före|innan|before)\s+(?P<day>.+?)"
        rf"(?:,?\s+(?P<yearly>{_YEARLY}))?"
        rf"(?P<same>{_AND}(?:(?:på|on)\s+)?(?:själva\s+)?(?:dagen|the day)(?:\s+itself)?)?"
        r"(?:,?\s+(?:första gången|for the first time in|first in)\s+(?P<year>20\d\d))?",
        words,
    )
    deadline = match and _deadline(match, now)
    if match is None or deadline is None:
        return None
    before = (
        {1}
        if match["one"]
        else {number(word) * _length(match) for word in re.split(_AND, match["counts"])}
    )
    before |= {0} if match["same"] else set()
    return BeforeDeadline(
        deadline=deadline,
        yearly=bool(match["yearly"]),
        days_before=tuple(sorted(before, reverse=True)),
        at=at,
    )


def _deadline(match: re.Match[str], now: datetime) -> date | None:
    """The deadline, or the first of those of every year."""
    if match["year"] is None:
        return day_to_come(match["day"], time.max, now)
    day = named_day(match["day"], now.date())
    if day is None or day.year is not None or not match["yearly"]:
        return None
    return date(int(match["year"]), day.month, day.day)


def _yearly(words: str, at: time, now: datetime) -> Schedule | None:
    match = re.fullmatch(rf"(?P<day>.+?),?\s+{_YEARLY}", words)
    day = match and named_day(match["day"], now.date())
    if not day or day.year is not None:
        return None
    return Yearly(month=day.month, day=day.day, at=at)


def _once(words: str, at: time, now: datetime) -> Schedule | None:
    day = day_to_come(words, at, now)
    return Once(on=day, at=at) if day else None


_READERS: tuple[Callable[[str, time, datetime], Schedule | None], ...] = (
    _last_working_day,
    _monthly,
    _each_part,
    _before_deadline,
    _yearly,
    _once,
)
