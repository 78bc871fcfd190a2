"""Money as whole öre and cents. Two currencies are never added."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from pydantic import Field

from knowledge.model import Value

LARGEST = 10**15
"""Kronor or euros of one amount: more than there are, and few enough to count exactly."""

_SMALLEST = Decimal("0.01")


class Currency(StrEnum):
    """Those in which Swedish municipalities keep the accounts of international work."""

    SEK = "SEK"
    EUR = "EUR"


class Amount(Value):
    """A sum of money, not negative. ``minor`` counts öre or cents."""

    minor: int = Field(ge=0)
    currency: Currency

    @property
    def decimal(self) -> Decimal:
        """In kronor or euros, with two decimals."""
        return Decimal(self.minor).scaleb(-2)


def amount(value: Decimal | int, currency: Currency) -> Amount:
    """An amount of kronor or euros. Raises ValueError for a negative one, for one above LARGEST,
    and for one that is not whole öre or cents.

    >>> amount(45_000, Currency.SEK).minor
    4500000
    """
    exact = Decimal(value)
    # Decimals are compared as they are, but calculated with 28 digits.
    if not exact.is_finite() or exact.copy_abs() > LARGEST:
        raise ValueError(f"not a number, or above {LARGEST}: {value}")
    whole = exact.quantize(_SMALLEST)
    if exact != whole:
        raise ValueError(f"not a whole number of öre or cents: {value}")
    return Amount(minor=int(whole / _SMALLEST), currency=currency)


def sums(amounts: Iterable[Amount]) -> tuple[Amount, ...]:
    """The sum of each currency that occurs, kronor first."""
    totals: dict[Currency, int] = {}
    for each in amounts:
        totals[each.currency] = totals.get(each.currency, 0) + each.minor
    return tuple(Amount(minor=totals[each], currency=each) for each in Currency if each in totals)
