"""The words by which Swedish and English documents say when something is to be done, beside those
of ``occasion_words`` and the times of ``expressions``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from babel.dates import get_month_names

_SEASONS = (
    (r"vårtermin\w*|spring\s+term", 1),
    (r"hösttermin\w*|autumn\s+term", 8),
    (r"vår(?:en)?|spring", 3),
    (r"sommar(?:en)?|summer", 6),
    (r"höst(?:en)?|autumn", 9),
    (r"vint(?:er|ern)|winter", 12),
)
"""Seasons and terms with their first month."""

SEASON = tuple((re.compile(rf"\b(?:{words})\b", re.I), first) for words, first in _SEASONS)
BEFORE = re.compile(r"\b(?:före|innan|before)\s+(?!utgången|slutet|the\s+end)", re.I)
"""What is to be done before a month begins."""

DEADLINE = re.compile(
    r"\b(?:senast|före|innan|till\s+och\s+med|t\.?\s?o\.?\s?m\.?|by|before|no\s+later\s+than)\b",
    re.I,
)
GOES_ON = re.compile(
    r"\b(?:fortlöpande|löpande|kontinuerlig\w*|fortsättningsvis|framåt|tills\s+vidare|"
    r"continuous\w*|continual\w*|onwards?)\b",
    re.I,
)
BUDGET = re.compile(
    r"\b(?:i|inför|under|vid|i\s+samband\s+med|in|during|ahead\s+of|in\s+connection\s+with)\s+"
    r"(?:[\w-]+\s+){0,2}?"
    r"(?:budget(?:process|arbet|beredning|dialog|behandling)\w*|budget\s+(?:process|work))"
    r"|\b(?:inför|i\s+samband\s+med|ahead\s+of|in\s+connection\s+with)\s+(?:[\w-]+\s+){0,2}?"
    r"[\w-]*budget(?:en)?\b",
    re.I,
)
_REPORTS = (
    r"bokslut\w*|årsredovisning\w*|årsrapport\w*|årsberättelse\w*|verksamhetsberättelse\w*|"
    r"annual\s+(?:report|accounts|financial)\w*|year-end\s+(?:accounts|report)\w*"
)
ACCOUNTS = re.compile(rf"\b[\w-]*?(?:{_REPORTS})\b", re.I)
_IN_REPORT = re.compile(
    r"\b(?:i|vid|inför|i\s+samband\s+med|in|with|in\s+connection\s+with)\s+"
    r"(?:[\w:-]+\s+){0,3}?"
    rf"[\w-]*(?:{_REPORTS}|delår\w*|terti[aä]\w*|interim\s+report\w*)"
    rf"(?:\s+(?:och|samt|and|eller|or)\s+[\w-]*(?:{_REPORTS}|delår\w*|terti[aä]\w*)"
    r"|\s*[1-3](?!\d))*",
    re.I,
)
"""That something is to stand in a report that has its time of the year."""


def other_phrases(text: str) -> list[str]:
    """The words that say when without being a time: in which of the yearly reports or in which
    budget work something is to stand. And those for months in English, without a year or day.
    """
    found = [*_IN_REPORT.finditer(text), *BUDGET.finditer(text), *_in_english().finditer(text)]
    return [match[0] for match in sorted(found, key=lambda each: each.start())]


@lru_cache(maxsize=1)
def _in_english() -> re.Pattern[str]:
    names = "|".join(get_month_names("wide", locale="en").values())
    return re.compile(rf"\b(?i:in|during|each|every|by|before|after)\s+(?:{names})\b")
