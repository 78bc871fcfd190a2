"""Times of day in people's words, Swedish or English: "kl. 9", "09:00", "14.30", "at 2.30 pm"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time

_NOON = 12
_HALF = r"(?:\s*(?P<half>am|pm)\b)"
_SURE_CLOCKS = (
    re.compile(
        r",?\s*(?<!\w)(?:(?:kl|klockan)\b\.?|at\b)\s*(?P<hour>\d{1,2})(?:[:.]?(?P<minute>\d\d))?"
        rf"{_HALF}?(?![\d:]|[.,]\d)"
    ),
    re.compile(
        rf",?\s*(?:(?<=\d)t|(?<![\w:.-]))(?P<hour>\d{{1,2}}):(?P<minute>\d\d){_HALF}?(?![\d:])"
    ),
    re.compile(rf",?\s*(?<![\w:.-])(?P<hour>\d{{1,2}}){_HALF}"),
)
_UNSURE_CLOCK = re.compile(r",?\s*(?<![\w:.-])(?P<hour>\d{1,2})\.(?P<minute>\d\d)(?![\d:.])")
"""A time of day that may be a date as well: "9.00", "1.12"."""


def without_time(words: str) -> Iterator[tuple[str, time | None]]:
    """The words, in small letters, without their time of day, and that: in every way in which they
    can be meant, the likeliest first. None where no time is told.
    """
    found = [match for clock in _SURE_CLOCKS if (match := clock.search(words))]
    if not found:
        yield words, None
        found = list(_UNSURE_CLOCK.finditer(words))
    for match in found:
        at = _time(match)
        if at is not None:
            rest = f"{words[: match.start()]} {words[match.end() :]}"
            yield " ".join(rest.replace(" ,", ",").split()).strip(" ,"), at


def _time(match: re.Match[str]) -> time | None:
    parts = match.groupdict()
    hour, minute, half = int(parts["hour"]), int(parts.get("minute") or 0), parts.get("half")
    if half:
        is_on_the_clock = 1 <= hour <= _NOON
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
        return time(hour, minute) if is_on_the_clock and minute < 60 else None
    return time(hour, minute) if hour < 24 and minute < 60 else None
