"""Names, countries and funding as they are typed in one input each, and back.

What stands in the input as it was written there means what the activity stated, whatever marks it
has in it; what there was no room for stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.channels.slack.blocks import limits
from bot.channels.slack.blocks.text import size
from bot.domain.activities.activity import MOST_NAMES, Funding, FundingSource
from bot.domain.activities.money import Amount, Currency
from bot.services.activities.cells import money_in, names_in, places_in, text_in
from bot.services.activities.countries import country_code, country_name
from bot.services.activities.sheets import BadCell

Each = TypeVar("Each")

SOURCES = {each.value: each for each in (FundingSource.OWN, FundingSource.EU, FundingSource.OTHER)}
"""Where money comes from, by the fields of the form."""

_STRONG, _ANY = "[;|\n]", "[;|\n,]"
"""What divides names: beside a strong mark, a comma is part of a name (``cells.names_in``)."""

_EUROS = re.compile(r"€|\beuro?\b", re.IGNORECASE)
_FUNDING = re.compile(
    r"((?:(?:sek|kr|euro?)\b|€)?\s*\d[\d\s.,]*(?::-)?)\s*"
    r"(t?kr\b|kronor\b|sek\b|euro?\b|€)?[\s,;:–-]*(.*)",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(
    r"(?:(?:t|k|m|mn|ts|ms)(?:kr|sek|eur)?|milj(?:on(?:er)?)?|tusen|thousand|millions?)\b",
    re.IGNORECASE,
)
"""What makes a number without a currency another one: better refused than taken for a name."""


@dataclass(frozen=True)
class Written:
    """What stands in an input; the last ``left_out`` of a list have no room there."""

    text: str
    left_out: int


def names_line(names: Sequence[str]) -> Written:
    """Names with semicolons, one at the end where a single name has a comma of its own."""
    written = _fitting([_on_line(each) for each in names], "; ")
    is_divided = len(names) == 1 and "," in names[0]
    return Written(written.text + ";", written.left_out) if is_divided else written


def typed_countries(codes: Sequence[str], language: str) -> Written:
    """Names of countries with commas; a code that CLDR does not know stands for itself."""
    return _fitting([_country(each, language) for each in codes], ", ")


def funding_lines(funding: Sequence[Funding]) -> dict[str, Written]:
    """By the fields of SOURCES, a line for each: "45 000 kr Erasmus+"."""
    return {
        field: _fitting([_line(each) for each in funding if each.source is source], "\n")
        for field, source in SOURCES.items()
    }


def partners_in(text: str, known: Sequence[str]) -> tuple[str, ...]:
    """The partners of an input that began with the ``known`` ones. Raises BadCell."""
    masked = _Masked(text, [_on_line(each) for each in known])
    masked.mask(_STRONG)
    if not re.search(_STRONG, masked.text):
        masked.mask(_ANY)
    return _with_known(masked, names_in, known, names_line(known))


def cities_in(text: str, known: Sequence[str]) -> tuple[str, ...]:
    """The towns of an input that began with the ``known`` ones. Raises BadCell."""
    masked = _Masked(text, [_on_line(each) for each in known])
    masked.mask(_ANY)
    return _with_known(masked, places_in, known, names_line(known))


def countries_in(text: str, known: Sequence[str], language: str) -> tuple[str, ...]:
    """The codes of the countries of an input that began with the ``known`` ones. Raises BadCell."""
    named = {_country(each, language): each for each in known}
    codes = [named.get(each) or _code(each) for each in places_in(text)]
    return _at_most((*codes, *_left_out(known, typed_countries(known, language))))


def funding_in(text: str, source: FundingSource, known: Sequence[Funding]) -> tuple[Funding, ...]:
    """The funding of an input that began with what is ``known`` of all sources. Raises BadCell."""
    own = [each for each in known if each.source is source]
    as_typed = {_line(each): each for each in own}
    lines = filter(None, map(_on_line, text.splitlines()))
    found = [as_typed.get(line) or _funded(line, source) for line in lines]
    return (*found, *_left_out(own, funding_lines(own)[source.value]))


def money_typed(text: str) -> Amount:
    """Euros where it says so, else kronor. Raises BadCell."""
    return money_in(text, Currency.EUR if _EUROS.search(text) else Currency.SEK)


def money_as_typed(told: Amount) -> str:
    """As ``money_typed`` reads it: "45 000,50 kr"."""
    whole = told.minor % 100 == 0
    number = f"{told.decimal:,.{0 if whole else 2}f}".replace(",", " ").replace(".", ",")
    return f"{number} {'kr' if told.currency is Currency.SEK else 'EUR'}"


class _Masked:
    """A text in which names that hold dividing marks are hidden from whoever divides it."""

    def __init__(self, text: str, names: Sequence[str]) -> None:
        self.text = text.replace("\0", "")
        self._names = sorted({each for each in names if re.search(_ANY, each)}, key=len)[::-1]

    def mask(self, divider: str) -> None:
        """Hide those that stand between two dividers, or an end of the text."""
        if self._names:
            names = "|".join(map(re.escape, self._names))
            between = rf"(?:^|(?<={divider}))\s*({names})\s*(?={divider}|$)"
            self.text = re.sub(between, self._hidden, self.text)

    def seen(self, part: str) -> str:
        """A part of the text with what was hidden in it."""
        return re.sub("\0(\\d+)\0", lambda found: self._names[int(found[1])], part)

    def _hidden(self, found: re.Match[str]) -> str:
        return f"\0{self._names.index(found[1])}\0"


def _with_known(
    masked: _Masked,
    divided: Callable[[str], tuple[str, ...]],
    known: Sequence[str],
    written: Written,
) -> tuple[str, ...]:
    stated = {_on_line(each): each for each in known}
    found = map(masked.seen, divided(masked.text))
    return _at_most((*(stated.get(each, each) for each in found), *_left_out(known, written)))


def _at_most(names: Sequence[str]) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(names))
    if len(found) > MOST_NAMES:
        raise BadCell("reason-cell-many", most=str(MOST_NAMES))
    return found


def _left_out(known: Sequence[Each], written: Written) -> Sequence[Each]:
    return known[len(known) - written.left_out :]


def _fitting(parts: Sequence[str], between: str) -> Written:
    """As many of the parts as fit in an input, with a semicolon to spare."""
    count = len(parts)
    while size(between.join(parts[:count])) >= limits.INPUT:
        count -= 1
    return Written(between.join(parts[:count]), len(parts) - count)


def _on_line(text: str) -> str:
    return " ".join(text.split())


def _country(code: str, language: str) -> str:
    try:
        return country_name(code, language)
    except KeyError:
        return code


def _code(name: str) -> str:
    code = country_code(name)
    if code is None:
        raise BadCell("reason-cell-country", value=name)
    return code


def _line(funding: Funding) -> str:
    return _on_line(f"{money_as_typed(funding.amount)} {funding.name or ''}")


def _funded(line: str, source: FundingSource) -> Funding:
    """A line such as "45 000 kr Erasmus+". Raises BadCell."""
    found = _FUNDING.fullmatch(line)
    if found is None or (not found[2] and _THOUSANDS.match(found[3])):
        raise BadCell("activity-funding-unread", value=line)
    name = text_in(found[3].strip()) or None
    amount = money_typed(_on_line(f"{found[1]} {found[2] or ''}"))
    return Funding(source=source, amount=amount, name=name)
