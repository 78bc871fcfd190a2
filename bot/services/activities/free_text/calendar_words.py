"""The names of months and weekdays in Swedish and English, out of CLDR (Babel)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from babel import Locale

from bot.services.activities.free_text.numbers import alternatives

_LOCALES = ("sv", "en", "en_GB")
_SHORTEST = 3
"""Letters of an abbreviation."""

_DOT = r"(?:\.(?=\s*[\d,–-]|\s+(?-i:[a-zåäö])))?"
"""The dot of an abbreviation, not the one that ends the sentence."""


@lru_cache(maxsize=1)
def months() -> Mapping[str, int]:
    """1 to 12 by name or abbreviation without its dot, in small letters."""
    return _names("months")


@lru_cache(maxsize=1)
def weekdays() -> Mapping[str, int]:
    """0 (Monday) to 6 by name or abbreviation without its dot, in small letters."""
    return _names("days")


@lru_cache(maxsize=1)
def month_pattern() -> str:
    """A regular expression for any month, with the dot of an abbreviation."""
    return rf"(?:{alternatives(months())})\b{_DOT}"


@lru_cache(maxsize=1)
def weekday_pattern() -> str:
    """A regular expression for any weekday, also in its definite form ("tisdagen", "tisdag")."""
    return rf"(?:{alternatives(weekdays())})(?:en|s)?\b{_DOT}"


def month(word: str) -> int:
    """The number of a month that ``month_pattern`` matched."""
    return months()[word.casefold().rstrip(".")]


def weekday(word: str) -> int:
    """The number of a weekday that ``weekday_pattern`` matched."""
    plain = word.casefold().rstrip(".")
    forms = (plain, plain.removesuffix("en"), plain.removesuffix("s"))
    return next(weekdays()[form] for form in forms if form in weekdays())


def _names(part: str) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for locale in map(Locale.parse, _LOCALES):
        by_form = getattr(locale, part)
        for form in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in by_form[form][width].items():
                    plain = str(name).casefold().rstrip(".")
                    if len(plain) >= _SHORTEST:
                        found[plain] = number
    return found
