"""The years that a text ties what it says to: "2017 års arbete", "hösten 2026", "2024–2027"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from babel.dates import get_month_names

from bot.domain.activities.dates import Period
from knowledge.model import Value


class Years(Value):
    """From one year to another; None where there is no first or no last."""

    first: int | None
    last: int | None

    def meet(self, period: Period) -> bool:
        """Whether any of them is a year of the period."""
        return (self.first is None or self.first <= period.last.year) and (
            self.last is None or self.last >= period.first.year
        )

    def __str__(self) -> str:
        """As it is written: "2017", "2024–2027", "2024–" or "–2027"."""
        if self.first == self.last:
            return str(self.first)
        return f"{self.first or ''}–{self.last or ''}"


_COUNTED = (
    r"(?:elever|deltagare|personer|barn|unga|ungdomar|invånare|medarbetare|anställda|kr|kronor|"
    r"euro|pupils|people|persons|participants|students|children|employees)\b"
)
_YEAR = rf"(?<![\w:/.-])(?:19|20)\d\d(?![\w:/])(?!\s+{_COUNTED})"
_SPAN = re.compile(rf"({_YEAR})\s*(?:[-–]|till|to)\s*((?:19|20)?\d\d)(?![\w:/-])", re.I)
_UNTIL = re.compile(
    rf"\b(?:senast|före|till|till\s+och\s+med|t\.?o\.?m\.?|until|by|before)\s+"
    rf"(?:(?:utgången|slutet)\s+av\s+|the\s+end\s+of\s+)?(?:år\s+)?({_YEAR})",
    re.I,
)
_FROM = re.compile(
    rf"\b(?:från(?:\s+och\s+med)?|fr\.?o\.?m\.?|med\s+(?:start|början)|from|since|"
    rf"starting(?:\s+in)?)\s+(?:\w+\s+)?({_YEAR})",
    re.I,
)
_GOES_ON = re.compile(
    r"\b(?:årlig\w*|varje\s+år|fortlöpande|löpande|kontinuerlig\w*|tills\s+vidare|framåt|"
    r"annual\w*|yearly|every\s+year|onwards?)\b",
    re.I,
)
_LEADS = (
    "i in under år för for of during hela mitten slutet början våren sommaren hösten vintern "
    "handlingsplan aktivitetsplan verksamhetsplan åtgärder aktiviteter insatser mål målen "
    "bokslut bokslutet årsredovisning årsredovisningen plan actions activities goals objectives "
    "spring summer autumn"
)
"""Words before a year that is meant as one: "Vision 2025" and "Agenda 2030" are names."""


def years_in(text: str, *, recurs: bool = False) -> Years | None:
    """The years that a text is about, from the first to the last of them; None where it names none.
    What ``recurs`` or goes on has its first year only.

    >>> str(years_in("Utvärdering av 2017 års arbete"))
    '2017'
    """
    found: list[tuple[int | None, int | None]] = [
        (int(first), int(first[: 4 - len(last)] + last)) for first, last in _SPAN.findall(text)
    ]
    text = _SPAN.sub(" ", text)
    found += ((None, int(year)) for year in _UNTIL.findall(text))
    found += ((int(year), None) for year in _FROM.findall(text))
    if not found:
        goes_on = recurs or _GOES_ON.search(text)
        found += ((int(year), None if goes_on else int(year)) for year in _meant(text))
    return _hull(found) if found else None


def _hull(found: Iterable[tuple[int | None, int | None]]) -> Years:
    firsts, lasts = (set(ends) for ends in zip(*found, strict=True))
    return Years(
        first=None if None in firsts else min(firsts), last=None if None in lasts else max(lasts)
    )


def _meant(text: str) -> Iterator[str]:
    return (match["after"] or match["before"] for match in _single().finditer(text))


@lru_cache(maxsize=1)
def _single() -> re.Pattern[str]:
    months = (
        name
        for language in ("sv", "en")
        for width in ("wide", "abbreviated")
        for name in get_month_names(width, locale=language).values()
    )
    leads = "|".join(map(re.escape, (*_LEADS.split(), *months)))
    return re.compile(
        rf"(?:(?:^|[;:(])\s*|\b(?:{leads})\.?\s+)(?P<after>{_YEAR})"
        rf"|(?P<before>{_YEAR})\s+års\b",
        re.I,
    )
