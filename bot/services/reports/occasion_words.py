"""The words by which Swedish and English policies say when a report is given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from babel.dates import get_month_names

from bot.services.reports.demand import PARTS_OF_A_YEAR, Occasion, OccasionKind

_ORDER = {
    **dict.fromkeys(("första", "first", "i", "ett"), 1),
    **dict.fromkeys(("andra", "second", "ii", "två"), 2),
    **dict.fromkeys(("tredje", "third", "iii", "tre"), 3),
    **dict.fromkeys(("fjärde", "fourth", "fyra"), 4),
}
_LAST = frozenset(("sista", "last"))
_ORDINAL = r"(?:(?P<ordinal>första|andra|tredje|fjärde|sista|first|second|third|fourth|last)\s+)?"
_COUNTED = r"(?:\s*(?P<numbers>[1-4](?!\d)(?:\s*(?:,|och|samt|and|&)\s*[1-4](?!\d))*))?"
_OCCASIONS = (
    (OccasionKind.TERM_OF_OFFICE, r"\b(?:mandatperiod|valperiod|term\s+of\s+office)\w*"),
    (
        OccasionKind.TERTIAL,
        rf"\b{_ORDINAL}(?:tertial|tertiär|four-month)[\w-]*{_COUNTED}"
        r"|\bdelårs\w+\s*(?P<interim>[12](?:\s*(?:,|och|samt)\s*[12])*)\b|\bT(?P<short>[1-3])\b",
    ),
    (
        OccasionKind.HALF_YEAR,
        rf"\b{_ORDINAL}(?:halvår|half-year|semi-annual|biannual)\w*"
        r"|\b(?:två|2)\s+gånger\s+(?:per|om|varje)\s+år(?:et)?\b|\btwice\s+(?:a|per|each|every)\s+year",
    ),
    (OccasionKind.QUARTER, rf"\b{_ORDINAL}(?:kvartal|quarter)\w*{_COUNTED}"),
    (
        OccasionKind.YEAR,
        r"\b(?:årlig\w*|årsvis|årets|annual\w*|yearly|(?:per|om|varje|vart)\s+år(?:et)?|"
        r"(?:a|per|each|every)\s+year|(?:års)?bokslut\w*|"
        r"årsredovisning\w*|årsrapport\w*|årsberättelse\w*|årsskift\w*|årsslut\w*)\b",
    ),
    (
        OccasionKind.REGULARLY,
        r"\b(?:regelbund\w*|fortlöpande|löpande|kontinuerlig\w*|återkommande|regular\w*|"
        r"continuous\w*|continual\w*)\b",
    ),
)
_WHEN = tuple((kind, re.compile(pattern, re.I)) for kind, pattern in _OCCASIONS)

_INTERVAL = re.compile(
    r"\b(?:var(?:je|t)?\s*(annat|andra|tredje|fjärde|femte|sjätte|tionde|\d{1,2}):?e?\s+år\b"
    r"|every\s+(other|second|third|fourth|fifth|two|three|four|five|ten|\d{1,2})(?:nd|rd|th)?"
    r"\s+years?\b)",
    re.I,
)
_INTERVALS = {
    **dict.fromkeys(("annat", "andra", "other", "second", "two"), 2),
    **dict.fromkeys(("tredje", "third", "three"), 3),
    **dict.fromkeys(("fjärde", "fourth", "four"), 4),
    **dict.fromkeys(("femte", "fifth", "five"), 5),
    **dict.fromkeys(("sjätte",), 6),
    **dict.fromkeys(("tionde", "ten"), 10),
}
_START = re.compile(
    r"\b(?:med\s+(?:start|början)|från(?:\s+och\s+med)?|(?:första|nästa)\s+gång(?:en)?|"
    r"start(?:ing|s)?|beginning|from|first|next)\s+(?:(?:under|år|i|in|time)\s+)*((?:19|20)\d\d)\b",
    re.I,
)
"""One of the years in which something takes place."""

_INTERIM = re.compile(r"\bdelårs\w*|\binterim\s+reports?\b", re.I)
_INTERIM_OCCASIONS = (
    Occasion(kind=OccasionKind.HALF_YEAR, number=1),
    Occasion(kind=OccasionKind.TERTIAL, number=2),
)
"""An interim report covers between half and two thirds of the year: 13 kap. 1 § lag (2018:597) om
kommunal bokföring och redovisning.
"""

_YEAR_BEFORE = re.compile(
    r"\b(?:föregående|gångna|förra|previous|preceding|past)\s+(?:[\w-]+\s+)?(?:år|year)", re.I
)
"""Where the year before is told of, a month only says until when."""

_MONTHLY = re.compile(
    r"\b(?:månadsvis|månatlig\w*|(?:varje|per|i)\s+månad(?:en)?|monthly|(?:a|each|every|per)\s+"
    r"month)\b",
    re.I,
)


def occasions_in(text: str) -> frozenset[Occasion]:
    """When a text says that a report is given."""
    found = [_interval(match, text) for match in _INTERVAL.finditer(text)]
    text = _as_of().sub(" ", _INTERVAL.sub(" ", text))
    for kind, pattern in _WHEN:
        for match in pattern.finditer(text):
            found += (Occasion(kind=kind, number=number) for number in _numbers(kind, match))
        text = pattern.sub(" ", text)
    if _INTERIM.search(text):
        found += _INTERIM_OCCASIONS
    if not _YEAR_BEFORE.search(text):
        found += _months(text)
    return frozenset(found)


def _interval(match: re.Match[str], text: str) -> Occasion:
    told, start = (match[1] or match[2]).lower(), _START.search(text)
    every = int(told) if told.isdecimal() else _INTERVALS[told]
    return Occasion(kind=OccasionKind.YEAR, every=every, start=int(start[1]) if start else None)


def _numbers(kind: OccasionKind, match: re.Match[str]) -> list[int | None]:
    """Which parts of the year are meant; [None] for each of them."""
    groups = match.groupdict()
    given = " ".join(filter(None, groups.values()))
    numbers: list[int | None] = [int(number) for number in re.findall(r"\d", given)]
    ordinal = (groups.get("ordinal") or "").lower()
    if ordinal in _LAST:
        return [PARTS_OF_A_YEAR[kind]]
    return numbers or [_ORDER.get(ordinal)]


def _months(text: str) -> Iterator[Occasion]:
    if _MONTHLY.search(text):
        yield Occasion(kind=OccasionKind.MONTH)
    for number, pattern in _month_patterns():
        if pattern.search(text):
            yield Occasion(kind=OccasionKind.MONTH, number=number)


@lru_cache(maxsize=1)
def _as_of() -> re.Pattern[str]:
    """Reports that are named by the month they end with: "delårsrapporten per 31 augusti"."""
    months = (pattern.pattern for _, pattern in _month_patterns())
    return re.compile(
        r"\b(?i:delårs\w*|tertial\w*|(?:interim|tertial)\s+reports?)\s+"
        r"(?i:per|till\s+och\s+med|t\.?o\.?m\.?|as\s+(?:of|at))\s+"
        rf"(?=(?i:den\s+)?(?:\d{{1,2}}\s+)?(?:{'|'.join(months)}))"
    )


@lru_cache(maxsize=1)
def _month_patterns() -> tuple[tuple[int, re.Pattern[str]], ...]:
    """Months by name; in English with their capital, since "may" is a verb."""
    swedish, english = (get_month_names("wide", locale=language) for language in ("sv", "en"))
    return tuple(
        (number, re.compile(rf"\b(?:(?i:{swedish[number]})|{english[number]})\b"))
        for number in range(1, 13)
    )
