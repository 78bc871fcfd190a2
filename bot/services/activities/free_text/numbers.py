"""Numbers in digits, as Swedes, Germans and Britons group them, and in words."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files

from babel.numbers import NumberFormatError, parse_decimal

WRITTEN = (
    r"(?:[1-9]\d{0,2}(?:[ \u00a0\u202f.,]\d{3}(?!\d))+(?:[.,]\d{1,2}(?!\d))?"
    r"|(?:0|[1-9]\d{0,8})(?:[.,]\d{1,3}(?!\d))?)"
)
"""The form of a number in digits, with or without groups of thousands and decimals. What follows a
zero are decimals.
"""

_SPACES = re.compile(r"[ \u00a0\u202f]")
_SHAPES = (
    (re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?"), "de"),
    (re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?"), "en"),
    (re.compile(r"\d+\.\d{1,2}|0\.\d+"), "en"),
)
"""The locale whose separators a number is written with; Swedish where none of these fits."""


def decimal(written: str) -> Decimal | None:
    """The value of a number that has the form ``WRITTEN``; None if its separators contradict.

    >>> decimal("45 000"), decimal("45.000"), decimal("3,500"), decimal("0,500")
    (Decimal('45000'), Decimal('45000'), Decimal('3500'), Decimal('0.500'))
    """
    plain = _SPACES.sub("\u00a0", written)
    locale = next((locale for shape, locale in _SHAPES if shape.fullmatch(plain)), "sv")
    try:
        return parse_decimal(plain, locale=locale)
    except NumberFormatError:
        return None


@lru_cache(maxsize=1)
def cardinals() -> Mapping[str, int]:
    """Number words of both languages, by small letters."""
    return _words("cardinal")


@lru_cache(maxsize=1)
def ordinals() -> Mapping[str, int]:
    """Ordinal words of both languages up to those of days."""
    return _words("ordinal")


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _words(column: str) -> Mapping[str, int]:
    source = files(__package__).joinpath("numbers.tsv").read_text("utf-8")
    rows = csv.DictReader(source.splitlines(), delimiter="\t")
    return {word: int(row["value"]) for row in rows for word in (row[column] or "").split(";")}
