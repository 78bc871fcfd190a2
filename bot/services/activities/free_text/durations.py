"""How long something lasted, told beside its first day: "i tre veckor från 2 mars"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from bot.services.activities.free_text.numbers import alternatives, cardinals

_DAYS = {"d": 1, "n": 1, "v": 7, "w": 7}
"""Days of a unit by its first letter; a month ("m") has its own. Nights have a day more than they
are.
"""

_FARTHEST = 60
"""Characters before a date in which its duration can stand."""


def last_day(text: str, start: int, end: int, first: date) -> tuple[date, int, int] | None:
    """The last day of what began on ``first``, with where the words for it begin and end.

    ``start`` and ``end`` are those of the date. None where no duration stands directly beside it.
    """
    before = _before().search(text, max(0, start - _FARTHEST), start)
    after = None if before else _after().match(text, end)
    match = before or after
    if match is None:
        return None
    written = match["n"].casefold()
    number = int(written) if written.isdigit() else cardinals()[written]
    unit = match["unit"][0].casefold()
    last = _later(first, number, unit) - timedelta(days=unit != "n")
    return (last, min(start, match.start()), max(end, match.end())) if last >= first else None


def _later(first: date, number: int, unit: str) -> date:
    if unit != "m":
        return first + timedelta(days=number * _DAYS[unit])
    years, index = divmod(first.month - 1 + number, 12)
    year, month = first.year + years, index + 1
    return date(year, month, min(first.day, monthrange(year, month)[1]))


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?<!om\s)(?<!för\s)(?<!var\s)(?<!varje\s)(?:(?:i|under|for)\s+)?{_lasting()}"
        r",?\s+(?:(?:med\s+)?(?:start|början)\s+)?"
        r"(?:från\s+och\s+med|fr\.?\s?o\.?\s?m\.?|från|from|starting|beginning)?"
        r"\s*(?:den\s+|on\s+)?\Z",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _after() -> re.Pattern[str]:
    return re.compile(
        rf"(?:,|\s+och)?\s+(?:(?:i|under|for)\s+)?{_lasting()}(?:\s+framåt)?(?![\w-])"
        r"(?!\s+(?:sedan|sen|ago|senare|later|före|efter|before|after|innan|per|i\s+veckan)\b)",
        re.IGNORECASE,
    )


def _lasting() -> str:
    number = rf"(?P<n>[1-9]\d?|{alternatives(cardinals())})"
    swedish = r"dagar|dag|nätter|natt|veckor|vecka|månader|månad"
    return rf"{number}\s+(?P<unit>{swedish}|days?|nights?|weeks?|months?)\b"
