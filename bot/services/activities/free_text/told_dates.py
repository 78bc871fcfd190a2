"""Days that are told by their distance from today, and the seasons, terms and years."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache

from bot.services.activities.free_text.calendar_words import weekday, weekday_pattern
from bot.services.activities.free_text.numbers import alternatives, cardinals, ordinals
from bot.services.activities.free_text.points import (
    Day,
    Point,
    Today,
    known,
    settled,
    whole,
)
from bot.services.activities.free_text.written_dates import UNTIL, Rule

_WORDS: Mapping[str, int] = {
    "i dag": 0, "idag": 0, "i morse": 0, "imorse": 0, "ikväll": 0, "i kväll": 0,
    "i eftermiddag": 0, "i eftermiddags": 0, "i förmiddags": 0, "i går": -1, "igår": -1,
 "i förrgår": -2, "förrgår": -2, "i morgon": 1, "imorgon": 1,
    "i övermorgon": 2, "today": 0, "this morning": 0, "this afternoon": 0, "tonight": 0,
    "yesterday": -1, "the day before yesterday": -2, "tomorrow": 1, "igar": -1, "i gar": -1,
}  # fmt: skip
"""Days from today; also as written on keyboards without å."""

_WHICH = (
    r"(?:(?P<before>förra|föregående|(?:the\s+)?(?:last|previous))"
    r"|(?P<this>den\s+här|denna|innevarande|this|the\s+current)"
    r"|(?P<next>nästa|kommande|(?:the\s+)?(?:next|coming)))\s+"
)
_SEASONS: Mapping[str, tuple[int, int]] = {
    "vår": (3, 5), "spring": (3, 5), "sommar": (6, 8), "summer": (6, 8),
    "höst": (9, 11), "autumn": (9, 11), "fall": (9, 11), "vinter": (12, 2), "winter": (12, 2),
    "vt": (1, 6), "vårterminen": (1, 6), "spring term": (1, 6),
    "ht": (8, 12), "höstterminen": (8, 12), "autumn term": (8, 12),
    "läsåret": (8, 6), "skolåret": (8, 6), "school year": (8, 6), "academic year": (8, 6),
}  # fmt: skip
"""First and last month. Seasons are those of the calendar; the school year begins in August and
ends in June (3 kap. 3 § skolförordningen, 2011:185).
"""
_JUST = timedelta(days=92)
"""So long after its end a season can still be meant without a word for it: another season."""

_PARTS = {"q": 3, "k": 3, "t": 4, "h": 6}
"""Months of a quarter, tertial and half-year by the first letter of its word."""

_LONGEST_MONTHS = 62
"""Days among which there is one of each number to 31."""

_PAST_SEASONS = {"våras": "vår", "somras": "sommar", "höstas": "höst", "vintras": "vinter"}


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Forms of telling days with what they mean, the longer forms first."""
    sources = (*_weeks_and_months(), *_days(), *_seasons(), *_parts_of_years(), *_years())
    return tuple(
        (re.compile(rf"(?<!\w)(?:{source})", re.IGNORECASE), make) for source, make in sources
    )


_Source = tuple[str, Callable[[re.Match[str], Today], Point | None]]


def _weeks_and_months() -> Iterator[_Source]:
    """Förra veckan, i tisdags förra veckan, förra månaden, för två veckor sedan."""
    day = weekday_pattern()
    days = rf"(?:i\s+|på\s+|on\s+)?(?P<wd1>{day})(?:{UNTIL}(?P<wd2>{day}))?\s+"
    yield rf"{days}{_WHICH}(?:veckan?|week)\b", _week
    yield rf"{_WHICH}(?:veckan?|week)\b", _week
    yield rf"{_WHICH}(?:månaden|month)\b", _month
    number = rf"(?P<n>\d{{1,2}}|{alternatives(cardinals())})"
    unit = r"(?P<unit>dag|dagar|vecka|veckor|månad|månader|days?|weeks?|months?)"
    about = r"(?:för\s+)?(?:(?:cirka|ca|about)\s+)?"
    yield rf"{about}{number}\s+{unit}\s+(?:sedan|sen|ago)\b", _ago


def _days() -> Iterator[_Source]:
    """Idag, i tisdags, last Tuesday, förra tisdagen, på fredag, i helgen."""
    day = weekday_pattern()
    part = r"(?:\s+(?:kväll|eftermiddag|förmiddag|evening|afternoon|morning))?"
    yield rf"(?P<word>{alternatives(_WORDS)}){part}\b", _word
    yield rf"(?P<before>last\s+)(?P<wd1>{day})", _weekday
    yield rf"i\s+(?P<wd1>{day}(?<=s))", _weekday
    yield rf"(?P<weekbefore>förra)\s+(?P<wd1>{day})", _weekday
    yield rf"(?P<weekafter>nästa|next)\s+(?P<wd1>{day})", _weekday
    yield rf"(?:nu\s+)?på\s+(?P<next>{day}(?<!en))", _weekday
    yield r"(?:i|förra|last)\s+(?:helgen|weekend)\b", _weekend


def _seasons() -> Iterator[_Source]:
    """I våras, våren 2026, VT26, läsåret 2025/26, last summer."""
    swedish = r"vårterminen|höstterminen|läsåret|skolåret|vår(?:en)?|sommar(?:en)?|höst(?:en)?"
    english = r"spring term|autumn term|school year|academic year|spring|summer|autumn|winter"
    every = rf"(?P<season>{swedish}|vinter(?:n)?|vt|ht|{english}|fall)"
    years = r"(?P<y1>20\d\d)(?:\s?[/–-]\s?(?P<y2>20\d\d|\d\d)(?!\d))?(?!\d)"
    yield rf"(?:i\s+|under\s+)?(?P<past>{alternatives(_PAST_SEASONS)})\b", _season
    yield rf"{every}(?:\s+(?:of\s+)?|\s?-?\s?){years}", _season
    yield r"(?P<season>vt|ht)\s?-?(?P<short>[1-4]\d)\b", _season
    school_year = r"läsåret|skolåret|(?:school|academic)\s+year"
    yield rf"(?P<season>{school_year})\s+(?P<short>[1-4]\d)\s?[/–-]\s?(?P<y2>[1-4]\d)\b", _season
    definite = r"vårterminen|höstterminen|läsåret|våren|sommaren|hösten|vintern"
    since = r"(?P<since>(?:sedan|sen|since)\s+(?:the\s+)?)"
    yield rf"(?:{since}|(?P<before>förra\s+))?(?P<season>{definite})\b", _named_season
    leading = rf"(?:(?P<before>last)\s+|{since}|(?:this|in|during)\s+(?:the\s+)?)"
    yield rf"{leading}(?P<season>{english})\b", _named_season


def _parts_of_years() -> Iterator[_Source]:
    """Q1 2026, kvartal 1 2026, tertial 3 2025, första halvåret (2026), H1 2026; den 18:e."""
    year = r"(?:\s+(?:av\s+|of\s+|år\s+)?(?P<y1>20\d\d)(?!\d))"
    short, name = r"(?P<part>[qth])\s?(?P<n>[1-4])", r"(?P<part>kvartal|tertial)\s(?P<n>[1-4])"
    yield rf"(?:under\s+|in\s+)?{short},?{year}", _part_of_year
    yield rf"(?:under\s+)?{name},?{year}", _part_of_year
    which = rf"(?:under\s+|in\s+|the\s+)*(?P<which>{alternatives(filter(None, ordinals()))})\s+"
    part = r"(?P<part>kvartalet|tertialet|halvåret|quarter|half(?=\s+of\s+20))"
    yield rf"{which}{part}{year}?", _part_of_year
    yield (
        r"(?:den|the)\s+(?P<n>3[01]|[12]\d|[1-9])(?::[ae]|st|nd|rd|th)(?=\s*(?:$|[,.;:)\n]|kl\b))",
        _day_alone,
    )


def _years() -> Iterator[_Source]:
    """Förra året, 2023–2027, under 2025."""
    last, this = r"förra\s+året|i\s+fjol|last\s+year", r"i\s+år|det\s+här\s+året|this\s+year"
    yield rf"(?:(?P<before>{last})|(?P<this>{this}))\b", _year
    yield r"(?<![-/])(?P<y1>20\d\d)\s?[–-]\s?(?P<y2>20\d\d)(?![\d-])", _span_of_years
    leading = r"under(?:\s+hela)?|hela|år|in|during|throughout|sedan|since|fr\.?\s?o\.?\s?m\.?"
    yield rf"(?:{leading})\s+(?:år\s+)?(?P<y1>20\d\d)(?!\d|-\d|\s\d{{3}})", _span_of_years


def _word(match: re.Match[str], today: Today) -> Point:
    distance = _WORDS[match["word"].casefold()]
    return _point(match, today.on + timedelta(days=distance))


def _weekday(match: re.Match[str], today: Today) -> Point:
    parts = match.groupdict()
    name = parts.get("wd1") or parts["next"]
    number, now = weekday(name), today.on.weekday()
    if parts.get("weekbefore") or parts.get("weekafter"):
        weeks = 1 if parts.get("weekafter") else -1
        on = today.on + timedelta(days=number - now, weeks=weeks)
    elif parts.get("next"):
        on = today.on + timedelta(days=(number - now - 1) % 7 + 1)
    else:
        on = today.on - timedelta(days=(now - number - 1) % 7 + 1)
    return _point(match, on)


def _weekend(match: re.Match[str], today: Today) -> Point:
    """The most recent Saturday and Sunday."""
    sunday = today.on - timedelta(days=(today.on.weekday() + 1) % 7)
    return _point(match, sunday - timedelta(days=1), sunday)


def _week(match: re.Match[str], today: Today) -> Point:
    parts = match.groupdict()
    monday = today.on - timedelta(days=today.on.weekday()) + timedelta(weeks=_shift(parts))
    if not parts.get("wd1"):
        return _point(match, monday, monday + timedelta(days=6))
    first = monday + timedelta(days=weekday(parts["wd1"]))
    return _point(match, first, monday + timedelta(days=weekday(parts["wd2"] or parts["wd1"])))


def _month(match: re.Match[str], today: Today) -> Point:
    return _months_away(match, today, _shift(match.groupdict()))


def _months_away(match: re.Match[str], today: Today, months: int) -> Point:
    years, index = divmod(today.on.month - 1 + months, 12)
    return Point(match.start(), match.end(), *whole(today.on.year + years, index + 1))


def _year(match: re.Match[str], today: Today) -> Point:
    year = today.on.year + _shift(match.groupdict())
    return Point(match.start(), match.end(), *whole(year, 1, 12))


def _ago(match: re.Match[str], today: Today) -> Point:
    """Days are counted exactly; of weeks and months, the whole one is meant."""
    written = match["n"].casefold()
    number = int(written) if written.isdigit() else cardinals()[written]
    unit = match["unit"].casefold()
    if unit.startswith("da"):
        return _point(match, today.on - timedelta(days=number))
    if unit.startswith("m"):
        return _months_away(match, today, -number)
    monday = today.on - timedelta(days=today.on.weekday(), weeks=number)
    return _point(match, monday, monday + timedelta(days=6))


def _season(match: re.Match[str], _: Today) -> Point | None:
    parts = match.groupdict()
    name = _PAST_SEASONS.get((parts.get("past") or "").casefold()) or parts["season"].casefold()
    months = _SEASONS.get(name) or next(
        months for season, months in _SEASONS.items() if name.startswith(season)
    )
    told = parts.get("y1") or parts.get("short")
    year = int(told) % 100 + 2000 if told else None
    first, last = Day(year, months[0], 1), Day(year, months[1], 0)
    if months[0] <= months[1]:
        return None if parts.get("y2") else Point(match.start(), match.end(), first, last)
    if year is not None and (not parts.get("y2") or int(parts["y2"]) % 100 != (year + 1) % 100):
        return None
    last = last._replace(year=year and year + 1)
    return Point(match.start(), match.end(), first, last)


def _named_season(match: re.Match[str], today: Today) -> Point | None:
    """One without a year: that which runs or has just ended, since "hösten" may in May be the last
    or the next. "Sedan hösten" and "förra hösten" say which.
    """
    point = _season(match, today)
    dates = point and settled(point, today)
    if point is None or dates is None or dates.last is None or match["since"]:
        return point
    if not match["before"]:
        return None if today.on - dates.last > _JUST else point
    years = dates.last >= today.on
    first, last = (
        Day(each.year - years, each.month, each.day) for each in (dates.first, dates.last)
    )
    return point._replace(first=first, last=last)


def _part_of_year(match: re.Match[str], _: Today) -> Point | None:
    parts = match.groupdict()
    written = (parts.get("which") or parts["n"]).casefold()
    number = ordinals().get(written) or (int(written) if written.isdigit() else 1)
    months = _PARTS[parts["part"][0].casefold()]
    if number > 12 // months:
        return None
    year = int(parts["y1"]) if parts.get("y1") else None
    return Point(
        match.start(), match.end(), *whole(year, (number - 1) * months + 1, number * months)
    )


def _day_alone(match: re.Match[str], today: Today) -> Point | None:
    """The last day of that number; the next, where the text speaks of what is to come."""
    number, step = int(match["n"]), 1 if today.ahead else -1
    days = (today.on + timedelta(days=step * each) for each in range(_LONGEST_MONTHS))
    return next((_point(match, each) for each in days if each.day == number), None)


def _span_of_years(match: re.Match[str], _: Today) -> Point | None:
    parts = match.groupdict()
    first, last = int(parts["y1"]), int(parts.get("y2") or parts["y1"])
    if last < first:
        return None
    return Point(match.start(), match.end(), Day(first, 1, 1), Day(last, 12, 31))


def _shift(parts: Mapping[str, str | None]) -> int:
    return 1 if parts.get("next") else -1 if parts.get("before") else 0


def _point(match: re.Match[str], first: date, last: date | None = None) -> Point:
    return Point(match.start(), match.end(), known(first), known(last or first))
