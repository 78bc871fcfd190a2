from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.activities.money import LARGEST, Amount, Currency, amount, sums

MINOR = st.integers(0, 10**15)
CURRENCIES = st.sampled_from(Currency)
AMOUNTS = st.lists(st.builds(Amount, minor=MINOR, currency=CURRENCIES), max_size=20)


@given(MINOR, CURRENCIES)
def test_an_amount_is_the_same_in_ore_and_in_kronor(minor: int, currency: Currency) -> None:
    made = Amount(minor=minor, currency=currency)
    assert amount(made.decimal, currency) == made
    assert isinstance(made.decimal, Decimal)
    assert made.decimal * 100 == minor
    assert made.decimal.as_tuple().exponent == -2


@given(st.integers(0, 10**13), CURRENCIES)
def test_whole_kronor_are_a_hundred_ore_each(kronor: int, currency: Currency) -> None:
    assert amount(kronor, currency).minor == 100 * kronor


@given(st.decimals(-(10**9), 10**9, places=4), CURRENCIES)
def test_only_whole_ore_that_are_not_negative_are_an_amount(
    value: Decimal, currency: Currency
) -> None:
    if value >= 0 and value == round(value, 2):
        assert amount(value, currency).decimal == value
    else:
        with pytest.raises(ValueError, match=r"whole number|greater than or equal to 0"):
            amount(value, currency)


@pytest.mark.parametrize("value", ["0.001", "-1", f"1.{'0' * 40}1", f"0.{'9' * 40}"])
def test_what_is_no_number_of_ore_is_no_amount(value: str) -> None:
    with pytest.raises(ValueError, match=r"whole number|greater than or equal to 0"):
        amount(Decimal(value), Currency.SEK)


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "9" * 30, "1E+15000", "-1E+50"])
def test_what_cannot_be_counted_exactly_is_no_amount(value: str) -> None:
    with pytest.raises(ValueError, match="not a number, or above"):
        amount(Decimal(value), Currency.SEK)


def test_the_largest_amount_is_counted_to_the_last_ore() -> None:
    assert amount(LARGEST, Currency.SEK).minor == 100 * LARGEST
    below = amount(LARGEST - Decimal("0.01"), Currency.SEK)
    assert below.minor == 100 * LARGEST - 1
    with pytest.raises(ValueError, match="above"):
        amount(LARGEST + Decimal("0.01"), Currency.SEK)


@pytest.mark.parametrize("minor", [0.5, 10.01, "12.5"])
def test_parts_of_an_ore_are_refused(minor: object) -> None:
    with pytest.raises(ValueError, match="minor"):
        Amount.model_validate({"minor": minor, "currency": "SEK"})


@given(AMOUNTS)
def test_sums_are_of_each_currency_by_itself_and_exact(amounts: list[Amount]) -> None:
    expected: Counter[Currency] = Counter()
    for each in amounts:
        expected[each.currency] += each.minor
    made = sums(amounts)
    assert {each.currency: each.minor for each in made} == {
        currency: expected[currency] for currency in {each.currency for each in amounts}
    }
    assert all(type(each.minor) is int for each in made)


@given(AMOUNTS)
def test_kronor_come_first_and_the_order_of_amounts_does_not_matter(
    amounts: list[Amount],
) -> None:
    made = sums(amounts)
    assert [each.currency for each in made] == [
        each for each in Currency if each in {one.currency for one in amounts}
    ]
    assert sums(reversed(amounts)) == made


@given(AMOUNTS, AMOUNTS)
def test_sums_of_parts_are_the_sum_of_the_whole(one: list[Amount], other: list[Amount]) -> None:
    assert sums((*sums(one), *sums(other))) == sums((*one, *other))


def test_a_tenth_and_two_tenths_are_three_tenths() -> None:
    (total,) = sums(amount(Decimal(each), Currency.SEK) for each in ("0.10", "0.20"))
    assert total.decimal == Decimal("0.30")
