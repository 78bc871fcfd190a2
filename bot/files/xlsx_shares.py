"""What each activity adds to the external share: formulas over its own row, which say what
``measuring.share_parts`` does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from xlsxwriter.utility import xl_col_to_name

from bot.domain.activities.activity import Content, FundingSource
from bot.domain.activities.money import Currency
from bot.files.columns import money_column
from bot.services.reports.measuring import share_parts

SHARE_KEYS = tuple(
    money_column(key, currency) for currency in Currency for key in ("external", "share-base")
)
"""Of each currency, what others gave and what that is a share of."""


class Computed(NamedTuple):
    """A formula with its value; ``{row}`` stands for the number of the row."""

    formula: str
    value: Decimal | str


def share_cells(content: Content, keys: Sequence[str]) -> Iterator[Computed]:
    """The cells of ``SHARE_KEYS``; ``keys`` are those of all columns of the row."""
    places = {key: f"{xl_col_to_name(at)}{{row}}" for at, key in enumerate(keys)}
    for currency in Currency:
        yield Computed(_external_formula(places, currency), _external(content, currency))
        parts = share_parts(content, currency)
        base = Decimal(parts.base).scaleb(-2) if parts else ""
        yield Computed(_base_formula(places, currency), base)


def _external(content: Content, currency: Currency) -> Decimal | str:
    given = [each for each in content.funding if each.amount.currency is currency]
    others = (each.amount.decimal for each in given if each.source is not FundingSource.OWN)
    return sum(others, Decimal(0)) if given else ""


def _external_formula(places: dict[str, str], currency: Currency) -> str:
    own, *others = _funding(places, currency)
    added = ",".join(others)
    return f'=IF(COUNT({own},{added})=0,"",SUM({added}))'


def _base_formula(places: dict[str, str], currency: Currency) -> str:
    funding = _funding(places, currency)
    cost, given = places[money_column("cost", currency)], ",".join(funding)
    others = (_funding(places, each) for each in Currency if each is not currency)
    elsewhere = ",".join(place for each in others for place in each)
    return (
        f"=IF(AND(COUNT({given})>0,COUNT({elsewhere})=0,COUNT({funding[0]},{cost})>0),"
        f'MAX({cost},SUM({given})),"")'
    )


def _funding(places: dict[str, str], currency: Currency) -> list[str]:
    """The cells of funding, one's own first."""
    return [places[money_column(f"funding-{source.value}", currency)] for source in FundingSource]
