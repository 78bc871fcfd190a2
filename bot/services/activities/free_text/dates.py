"""When something took place, as people write it in Swedish and English.

The rules are our own, with the names of months and weekdays from CLDR. The library dateparser was
tried and left: it reads "på fredag" as a Friday past, "10.-12. juni" as a day of 2010 and "3/5" as
March, and knows neither "i tisdags" nor "v. 12" nor a span; its search takes numbers of people
and times of day for dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from bot.domain.activities.dates import Dates
from bot.services.activities.free_text import told_dates, written_dates
from bot.services.activities.free_text.calendar_words import weekday_pattern
from bot.services.activities.free_text.durations import last_day
from bot.services.activities.free_text.found import TAKEN, Found
from bot.services.activities.free_text.points import Point, Today, known, settled
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
_UP_TO = r"till\s+och\s+med|t\.?\s?o\.?\s?m\.?|fram\s+till|till|until"
_ENDED = (
    r"slutade|slutar|avslutades|avslutas|avslutade|slutfördes|upphörde|löpte\s+ut|löper\s+ut"
    r"|gick\s+ut|går\s+ut|ended|ends|finished|concluded"
)
_SMALL = r"\s+(?:(?:den|i|under|on|in|the)\s+)?$"
_END = re.compile(rf"(?<!\w)(?:{_UP_TO}|{_ENDED}){_SMALL}", re.IGNORECASE)
_DEADLINE = re.compile(r"(?<!\w)(?:senast|before|inför)\s+(?:den\s+)?$", re.IGNORECASE)
"""What only tells an end tells no day on which something took place."""

_END_OF_SENTENCE = re.compile(r"[.;!?\n](?=\s|$)")
_STARTED = re.compile(
    rf"(?<!\w)(?:startade|startat|började|börjat|inleddes|started|began|begun|launched){_SMALL}",
    re.IGNORECASE,
)
_RUNNING = re.compile(
    r"(?<!\w)(?:(?:och|and|,)\s+)?(?:löpande|pågår|pågående|ongoing)(?:\s+(?:fortfarande|ännu))?"
    r"(?!\w)",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"(?<!\w)(?:ska|skall|kommer att|planera\w*|kommande|inbjud\w*|nästa|will|upcoming|planned"
    r"|next|going to)(?!\w)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    rf"(?<!\w)(?:(?:{weekday_pattern()}),?\s+)?(?:(?:under|i|during|löper|pågår|pågick)\s+)?"
    r"(?:under|den|on|the|i|from|från|med start|start|hela|löper|pågår|pågick)\s+$",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r",?\s*(?:(?:kl|klockan|at)\b\.?\s*\d{1,2}(?:[.:]\d\d)?(?:\s?(?:-|–|till|to)\s?\d{1,2}(?:[.:]\d\d)?)?"
    r"|\d{1,2}[.:]\d\d\s?[-–]\s?\d{1,2}[.:]\d\d)(?:\s?[ap]m)?(?![\d:]|\s?%)",
    re.IGNORECASE,
)
"""The time of day after a date."""

_LONGEST_LEAD = 40
"""Characters before a date in which a word can say how it is meant."""


def read_dates(text: str, today: date) -> Found[Dates] | None:
    """The days that a text tells. None where it tells none, or several without a relation.

    A date without a year is the most recent one; where the text speaks of what is to come, it may
    lie up to 60 days ahead. What is said to go on, and not since when, goes on from today.
    """
    now = Today(today, bool(_TO_COME.search(text)))
    points = _points(text, now, _rules()) or _points(text, now, written_dates.unsure_rules())
    if not points:
        return _running(text, today)
    runs = bool(_RUNNING.search(text))
    meant = [_opened(point, text, runs=runs) for point in _joined(points, text)]
    ends = [each for each in meant if _END.search(_lead(text, each.start))]
    days = [each for each in meant if each not in ends and not _is_deadline(each, text)]
    if whole := _from_to(days, ends, text, now):
        return whole
    found = [made for point in days if (made := _lasting(point, text, now)) is not None]
    narrowest = _narrowest(found)
    if narrowest is None:
        return None
    others = [each for each in found if each is not narrowest]
    spans = (span for each in (narrowest, *others) for span in each.spans)
    return Found(narrowest.value, tuple(spans))


@lru_cache(maxsize=1)
def _rules() -> tuple[written_dates.Rule, ...]:
    return (*written_dates.rules(), *told_dates.rules())


def _points(text: str, today: Today, rules: Iterable[written_dates.Rule]) -> list[Point]:
    """Every point that a rule finds; what one rule took, no later one reads."""
    points = []
    for pattern, make in rules:
        for match in pattern.finditer(text):
            point = make(match, today)
            if point is not None:
                points.append(point)
                taken = TAKEN * (match.end() - match.start())
                text = text[: match.start()] + taken + text[match.end() :]
    return sorted(points, key=lambda each: each.start)


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


def _opened(point: Point, text: str, *, runs: bool) -> Point:
    """Open where "sedan" stands before it or begins it, or it is when something that ``runs``
    began; and it is one day, month or year.
    """
    lead = _lead(text, point.start)
    since = _SINCE.search(lead) or (_STARTED.search(lead) if runs else None)
    inside = _SINCE_INSIDE.match(text, point.start, point.end)
    if not (since or inside) or _UNTIL.search(text[point.start : point.end]):
        return point
    start = point.start - (len(since[0]) if since else 0)
    return point._replace(start=start, open=True)


def _is_deadline(point: Point, text: str) -> bool:
    return bool(_DEADLINE.search(_lead(text, point.start)))


def _from_to(
    days: Sequence[Point], ends: Sequence[Point], text: str, now: Today
) -> Found[Dates] | None:
    """Of one that tells a beginning and one that tells an end, all from one to the other."""
    if len(days) != 1 or len(ends) != 1 or days[0].start > ends[0].start:
        return None
    (first,), (last,) = days, ends
    started = _STARTED.search(_lead(text, first.start))
    ended = _END.search(_lead(text, last.start))
    began = settled(first, now)
    if ended is None or began is None or not (first.open or started):
        return None
    if _END_OF_SENTENCE.search(text, first.end, last.start):
        return None
    dates = settled(first._replace(first=known(began.first), last=last.last, open=False), now)
    start = first.start - (len(started[0]) if started else 0)
    spans = Span(start=start, end=first.end), Span(start=last.start - len(ended[0]), end=last.end)
    return Found(dates, spans) if dates else None


def _lasting(point: Point, text: str, now: Today) -> Found[Dates] | None:
    """The days of a point, and of one day also those that it lasted from there."""
    dates = settled(point, now)
    if dates is None:
        return None
    start, end = point.start, point.end
    if told := last_day(text, start, end, dates.first):
        last, start, end = told
        dates = dates if _is_period(dates) else Dates(first=dates.first, last=last)
    clock = _CLOCK.match(text, end)
    span = Span(start=_led(text, start), end=clock.end() if clock else end)
    running = _RUNNING.search(text) if point.open else None
    still = (Span(start=running.start(), end=running.end()),) if running else ()
    return Found(dates, (span, *(each for each in still if not span.holds(each))))


def _is_period(dates: Dates) -> bool:
    return dates.last not in (None, dates.first)


def _narrowest(found: Sequence[Found[Dates]]) -> Found[Dates] | None:
    """The one that lies in all others ("v. 12, 16–18 mars"); None if there is none."""
    return next(
        (each for each in found if all(_holds(other.value, each.value) for other in found)), None
    )


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
