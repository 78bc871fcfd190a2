"""What single cells say: dates, money, numbers, lists. Strict, since nobody looks at each row: what
could be read in two ways is refused, with how to write it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from pydantic import AnyHttpUrl, TypeAdapter, ValidationError

from bot.domain.activities.activity import LONGEST_NAME, MOST_NAMES
from bot.domain.activities.money import Amount, Currency, amount
from bot.services.activities.sheets import BadCell
from knowledge.language.words import fold

_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ]00:00(?::00)?)?")
_NUMBERS = re.compile(r"(\d{1,2})[./](\d{1,2})[./ ] ?(\d{4})")
_WORDS = re.compile(r"(?:den )?(\d{1,2})\.? ([^\W\d]+)\.?,? (\d{4})")
_NUMBER = re.compile(r"(\d{1,12}|\d{1,3}(?: \d{3}){1,3})(?:[.,](\d{1,2}))?")
_UNITS = {
    Currency.SEK: ("tkr", "kronor", "kr", "sek", ":-"),
    Currency.EUR: ("euro", "eur", "€"),
}
_BEFORE = {
    Currency.SEK: re.compile(r"(?:sek|kr) ?(?=\d)"),
    Currency.EUR: re.compile(r"(?:euro?|€) ?(?=\d)"),
}
_ENGLISH = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d{1,2})?")
_SPACES = re.compile(r"[\s\u2009\u202f\xa0]+")
_address = TypeAdapter(AnyHttpUrl)


def date_in(text: str) -> date:
    """A day: 2026-05-03, 20260503, 3/5 2026, 3.5.2026 or 3 maj 2026. Raises BadCell."""
    tidy = _tidy(text)
    try:
        if found := _ISO.fullmatch(tidy):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _NUMBERS.fullmatch(tidy):
            return date(int(found[3]), int(found[2]), int(found[1]))
        if found := _WORDS.fullmatch(tidy):
            return date(int(found[3]), _months()[fold(found[2])], int(found[1]))
    except (ValueError, KeyError) as error:
        raise BadCell("reason-cell-date", value=text) from error
    raise BadCell("reason-cell-date", value=text)


def money_in(text: str, currency: Currency) -> Amount:
    """A sum with decimal comma or point, with spaces between thousands and the currency behind it
    or before it, or not; also thousands of kronor (45 tkr), and as English texts have it, with the
    currency before it (SEK 45,000.50). Raises BadCell, also for 45.000 and a mere 45,000, which
    Swedes and Britons read differently.
    """
    tidy = _tidy(text).casefold()
    bare = _BEFORE[currency].sub("", tidy, count=1) if _BEFORE[currency].match(tidy) else tidy
    if bare != tidy and _ENGLISH.fullmatch(bare):
        bare = bare.replace(",", "")
    scale = 1_000 if bare.endswith("tkr") else 1
    for unit in _UNITS[currency]:
        bare = bare.removesuffix(unit).rstrip()
    found = _NUMBER.fullmatch(bare)
    if found is None:
        raise BadCell("reason-cell-money", value=text)
    value = Decimal(f"{found[1].replace(' ', '')}.{found[2] or 0}")
    return amount(value * scale, currency)


def count_in(text: str) -> int:
    """A whole number. Raises BadCell."""
    found = _NUMBER.fullmatch(_tidy(text))
    if found is None or (found[2] or "0").strip("0"):
        raise BadCell("reason-cell-count", value=text)
    return int(found[1].replace(" ", ""))


def text_in(text: str, longest: int = LONGEST_NAME) -> str:
    """The text. Raises BadCell for more than ``longest`` characters."""
    if len(text) > longest:
        raise BadCell("reason-cell-long", longest=str(longest), length=str(len(text)))
    return text


def names_in(text: str) -> tuple[str, ...]:
    """Names with semicolons, bars or line breaks between them, or else with commas: beside a
    semicolon, a comma is part of a name.
    """
    return _parts(text, r"[;|\n]") if re.search(r"[;|\n]", text) else places_in(text)


def places_in(text: str) -> tuple[str, ...]:
    """Names that have no commas in them, with any of these marks or commas between them."""
    return _parts(text, r"[;|\n,]")


def address_in(text: str) -> AnyHttpUrl:
    """An address of the web. Raises BadCell."""
    try:
        return _address.validate_python(text)
    except ValidationError as error:
        raise BadCell("reason-cell-link", value=text) from error


def _parts(text: str, divider: str) -> tuple[str, ...]:
    parts = (_SPACES.sub(" ", part).strip() for part in re.split(divider, text))
    found = tuple(dict.fromkeys(text_in(part) for part in parts if part))
    if len(found) > MOST_NAMES:
        raise BadCell("reason-cell-many", most=str(MOST_NAMES))
    return found


def _tidy(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    return dict(_month_names())


def _month_names() -> Iterator[tuple[str, int]]:
    """The months of both languages, whole and shortened (CLDR)."""
    for language in ("en", "sv"):
        for width in ("abbreviated", "wide"):
            months = Locale(language).months["format"][width]
            yield from ((fold(name).rstrip("."), number) for number, name in months.items())
