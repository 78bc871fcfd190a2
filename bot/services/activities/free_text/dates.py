"""When something took place, as people write it in Swedish and English.

The rules are our own, with the names of months and weekdays from CLDR. The library dateparser was
tried and left: it reads "på fredag" as a Friday past, "10.-12. juni" as a day of 2010 and "3/5" as
March, and knows neither "i tisdags" nor "v. 12" nor a span; its search takes numbers of people
and times of day for dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from bot.domain.activities.dates import Dates
from bot.services.activities.free_text import told_dates, written_dates
from bot.services.activities.free_text.calendar_words import weekday_pattern
from bot.services.activities.free_text.found import TAKEN, Found
from bot.services.activities.free_text.points import Point, Today, settled
from bot.services.activities.free_text.written_dates import UNTIL
from knowledge.model import Span

_UNTIL = re.compile(rf"{UNTIL}(?:{weekday_pattern()}\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s*(?:och|o|and|&|\+|,)\s*", re.IGNORECASE)
_SINCE = re.compile(
    r"(?<!\w)(?:(?:pågår|pågått|löper|ongoing|running)\s+)?"
    r"(?:sedan|sen|since|från\s+och\s+med|fr\.?\s?o\.?\s?m\.?|från|from)\s+(?:den\s+)?$",
    re.IGNORECASE,
)
_SINCE_INSIDE = re.compile(r"(?:sedan|sen|since|från|from|fr\.?\s?o\.?\s?m\.?)\s", re.IGNORECASE)
_BY = re.compile(
    r"(?<!\w)(?:till\s+och\s+med|t\.?\s?o\.?\s?m\.?|fram\s+till|senast|till|until|before|inför)"
    r"\s+(?:den\s+)?$",
    re.IGNORECASE,
)
"""What only tells an end tells no day on which something took place."""

_RUNNING = re.compile(r"(?<!\w)(?:löpande|pågår|pågående|ongoing)(?!\w)", re.IGNORECASE)
_TO_COME = re.compile(
    r"(?<!\w)(?:ska|skall|kommer att|planera\w*|kommande|inbjud\w*|nästa|will|upcoming|planned"
    r"|next|going to)(?!\w)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    rf"(?<!\w)(?:(?:{weekday_pattern()}),?\s+)?(?:under|den|on|the|i|in|from|från|med start)\s+$",
    re.IGNORECASE,
)
_LONGEST_LEAD = 40
"""Characters before a date in which a word can say how it is meant."""


def read_dates(text: str, today: date) -> Found[Dates] | None:
    """The days that a text tells. None where it tells none, or several without a relation.

    A date without a year is the most recent one; where the text speaks of what is to come, it may
    lie up to 60 days ahead. What is said to go on, and not since when, goes on from today.
    """
    now = Today(today, bool(_TO_COME.search(text)))
    points = sorted(_points(text, now), key=lambda each: each.start)
    meant = [_opened(point, text) for point in _joined(points, text)]
    meant = [each for each in meant if not _BY.search(_lead(text, each.start))]
    found = [(point, dates) for point in meant if (dates := settled(point, now)) is not None]
    if not points:
        return _running(text, today)
    chosen = _narrowest(found)
    if chosen is None:
        return None
    point, dates = chosen
    return Found(dates, (Span(start=_led(text, point.start), end=point.end),))


@lru_cache(maxsize=1)
def _rules() -> tuple[written_dates.Rule, ...]:
    return (*written_dates.rules(), *told_dates.rules())


def _points(text: str, today: Today) -> Iterator[Point]:
    """Every point that a rule finds; what one rule took, no later one reads."""
    for pattern, make in _rules():
        for match in pattern.finditer(text):
            point = make(match, today)
            if point is not None:
                yield point
                taken = TAKEN * (match.end() - match.start())
                text = text[: match.start()] + taken + text[match.end() :]


def _joined(points: list[Point], text: str) -> Iterator[Point]:
    """Points with "till" or a dash between them are one; so are days that follow each other."""
    waiting: Point | None = None
    for point in points:
        if waiting is not None and (together := _one(waiting, point, text)):
            waiting = together
            continue
        if waiting is not None:
            yield waiting
        waiting = point
    if waiting is not None:
        yield waiting


def _one(first: Point, second: Point, text: str) -> Point | None:
    between = text[first.end : second.start]
    if _UNTIL.fullmatch(between):
        return Point(first.start, second.end, first.first, second.last)
    if _AND.fullmatch(between) and _follow(first, second):
        return Point(first.start, second.end, first.first, second.last)
    return None


def _follow(first: Point, second: Point) -> bool:
    """Whether the second begins on the day after the first."""
    year = first.last.year or second.first.year or 2000
    try:
        before = date(year, first.last.month, first.last.day)
        after = date(second.first.year or year, second.first.month, second.first.day)
    except ValueError:
        return False
    return after - before == timedelta(days=1)


def _opened(point: Point, text: str) -> Point:
    """Open where "sedan" stands before it or begins it, and it is one day, month or year."""
    since = _SINCE.search(_lead(text, point.start))
    inside = _SINCE_INSIDE.match(text, point.start, point.end)
    if not (since or inside) or _UNTIL.search(text[point.start : point.end]):
        return point
    start = point.start - (len(since[0]) if since else 0)
    return point._replace(start=start, open=True)


def _narrowest(found: list[tuple[Point, Dates]]) -> tuple[Point, Dates] | None:
    """The one that lies in all others ("v. 12, 16–18 mars"); None if there is none."""
    for candidate in found:
        if all(_holds(dates, candidate[1]) for _, dates in found):
            return candidate
    return None


def _holds(outer: Dates, inner: Dates) -> bool:
    starts = outer.first <= inner.first
    return starts and (outer.last is None or (inner.last is not None and inner.last <= outer.last))


def _running(text: str, today: date) -> Found[Dates] | None:
    match = _RUNNING.search(text)
    if match is None:
        return None
    span = Span(start=match.start(), end=match.end())
    return Found(Dates(first=today, last=None), (span,))


def _lead(text: str, start: int) -> str:
    return text[max(0, start - _LONGEST_LEAD) : start]


def _led(text: str, start: int) -> int:
    """Where the words begin that belong to a date: "den", "under", its weekday."""
    lead = _LEAD.search(_lead(text, start))
    return start - len(lead[0]) if lead else start
