"""The columns of a row that tell of money, of which several tell one thing together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from bot.domain.activities.activity import Funding, FundingSource
from bot.domain.activities.money import Amount, Currency
from bot.services.activities.cells import money_in, text_in
from bot.services.activities.fundings import fundings_in
from bot.services.activities.sheets import Row

_GIVERS = {FundingSource.EU: "programme", FundingSource.OTHER: "giver"}
_AMOUNTS = {
    (source, currency): source.value + ("_eur" if currency is Currency.EUR else "")
    for source in FundingSource
    for currency in Currency
}
FUNDING_COLUMNS = frozenset({"items", *_GIVERS.values(), *_AMOUNTS.values()})


def read_money(row: Row, column: str) -> Amount | None:
    """The amount of a column, or of its twin for euros."""
    crowns = row.read(column, partial(money_in, currency=Currency.SEK))
    euros = row.read(f"{column}_eur", partial(money_in, currency=Currency.EUR))
    if crowns and euros:
        row.refuse(f"{column}_eur", "reason-cell-two-currencies")
    return crowns or euros


def read_funding(row: Row) -> tuple[Funding, ...]:
    """The items where they are told one by one, which must add up to the amounts of the columns;
    else an item for each source.
    """
    items = row.read("items", fundings_in)
    if items is None:
        return tuple(_each_funding(row))
    if _totals(row) not in ({}, _sums(items)):
        row.refuse("items", "reason-cell-items-differ")
    return items


def _totals(row: Row) -> dict[tuple[FundingSource, Currency], int]:
    """What the columns of amounts say, in öre and cents, by source and currency."""
    told = {
        (source, currency): row.read(column, partial(money_in, currency=currency))
        for (source, currency), column in _AMOUNTS.items()
    }
    return {key: each.minor for key, each in told.items() if each and each.minor}


def _sums(items: Iterable[Funding]) -> dict[tuple[FundingSource, Currency], int]:
    found: dict[tuple[FundingSource, Currency], int] = {}
    for each in items:
        key = (each.source, each.amount.currency)
        found[key] = found.get(key, 0) + each.amount.minor
    return {key: minor for key, minor in found.items() if minor}


def _each_funding(row: Row) -> Iterator[Funding]:
    for source in FundingSource:
        giver = _GIVERS.get(source)
        name = row.read(giver, text_in) if giver else None
        found = read_money(row, source.value)
        if found:
            yield Funding(source=source, amount=found, name=name)
        elif name and giver:
            row.refuse(giver, "reason-cell-giver-alone")
