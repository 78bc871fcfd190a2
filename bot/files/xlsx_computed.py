"""The columns that follow from others: formulas that are the same in each row.

So each fact stands in one cell of the workbook, and who changes that changes all that rests on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from bot.domain.activities.activity import Content, Funding, FundingSource
from bot.domain.activities.money import Currency
from bot.files.columns import COLUMNS, Cell, money_column, word
from bot.files.xlsx_labels import Labels
from bot.files.xlsx_tables import ACTIVITIES, FUNDING, IN_PERIOD, column, same_row
from bot.services.reports.measuring import share_parts
from bot.services.reports.report import ActivityRow
from bot.services.reports.selection import undertaking_of


class Computed(NamedTuple):
    """What the formula of a column comes to in one of its rows."""

    value: Cell
    """None stands for an empty text."""


LOOKED_UP = ("title", *IN_PERIOD.values(), "kind", "unit")
"""Columns of the sheet of funding that its activities tell."""

_GIVEN = [
    money_column(f"funding-{source.value}", each) for source in FundingSource for each in Currency
]
_CELLS = {each.key: each.cell for each in COLUMNS if each.key in (*_GIVEN, "sources")}


def activity_formulas(language: str) -> dict[str, str]:
    """The formulas of the sheet of activities, by the keys of their columns."""
    given = {key: formula for each in Currency for key, formula in _money(each, language)}
    countries = _cell("countries", language)
    agreement, title = _cell("agreement", language), _cell("title", language)
    return {
        **given,
        **_places(language),
        "sources": _sources(language),
        "country-search": f'=IF({countries}="","","; "&{countries}&";")',
        "belongs": f'=IF({agreement}="",{title},{agreement})&""',
    }


def activity_values(row: ActivityRow, labels: Labels, language: str) -> dict[str, Cell | Computed]:
    """What they come to for an activity, as ``measuring`` has it; None where nothing is told.

    What it belongs to is a text instead where formulas would take its own words for another's.
    """
    content = row.activity.content
    values = {key: cell(row, language) for key, cell in _CELLS.items()}
    for currency in Currency:
        values |= _money_values(content, currency)
    values["country-search"] = f"; {'; '.join(row.countries)};" if row.countries else None
    computed = {key: Computed(value) for key, value in values.items()}
    belongs = undertaking_of(content)
    label = labels.undertaking(belongs)
    is_alone = label.lower() == belongs.lower()
    return {**computed, "belongs": Computed(belongs) if is_alone else label}


def _money_values(content: Content, currency: Currency) -> dict[str, Cell]:
    given = [each for each in content.funding if each.amount.currency is currency]
    external = [each for each in given if each.source is not FundingSource.OWN]
    parts = share_parts(content, currency)
    return {
        money_column("funding", currency): _sum(given) if given else None,
        money_column("external", currency): _sum(external) if given else None,
        money_column("share-base", currency): Decimal(parts.base).scaleb(-2) if parts else None,
    }


def funding_formulas(language: str) -> dict[str, str]:
    """Those of the sheet of funding: what the activity that its number names tells."""
    number = same_row(FUNDING, "id", language)
    row = f"MATCH({number},{column(ACTIVITIES, 'id', language)},0)"
    # What is joined to a text is one: the blank cell that was looked up would be 0.
    return {
        key: f'=IFERROR(INDEX({column(ACTIVITIES, key, language)},{row})&"","")'
        for key in LOOKED_UP
    }


def _money(currency: Currency, language: str) -> Iterator[tuple[str, str]]:
    """What was given in a currency, and the parts of the external share."""
    for source in FundingSource:
        yield _given_key(source, currency), _given(source, currency, language)
    others = [each for each in FundingSource if each is not FundingSource.OWN]
    own, *external = (
        _cell(_given_key(each, currency), language) for each in (FundingSource.OWN, *others)
    )
    funding, cost = (_cell(money_column(key, currency), language) for key in ("funding", "cost"))
    all_ = ",".join((own, *external))
    yield (
        money_column("funding", currency),
        f'=IF(COUNT({all_})=0,"",ROUND(SUM({all_}),2))',
    )
    yield (
        money_column("external", currency),
        f'=IF(COUNT({all_})=0,"",ROUND(SUM({",".join(external)}),2))',
    )
    elsewhere = ",".join(
        _cell(money_column("funding", each), language) for each in Currency if each is not currency
    )
    yield (
        money_column("share-base", currency),
        f"=IF(AND(COUNT({funding})>0,COUNT({elsewhere})=0,COUNT({own},{cost})>0),"
        f'MAX({cost},{funding}),"")',
    )


def _given(source: FundingSource, currency: Currency, language: str) -> str:
    """What the rows of funding that name the activity, a source and a currency add up to."""
    name = word(f"source-{source.value}", language)
    amounts = _entries("amount", language)
    rows = (
        f"{_entries('id', language)},{_cell('id', language)},"
        f'{_entries("source", language)},"{name}",'
        f'{_entries("currency", language)},"{currency.value}"'
    )
    count, total = f'COUNTIFS({rows},{amounts},">=0")', f"ROUND(SUMIFS({amounts},{rows}),2)"
    return f'=IF({_cell("first-entry", language)}="","",IF({count}=0,"",{total}))'


def _entries(key: str, language: str) -> str:
    """A column of funding where the activity's rows are."""
    ends = (_cell(each, language) for each in ("first-entry", "last-entry"))
    return ":".join(f"INDEX({column(FUNDING, key, language)},{each})" for each in ends)


def _places(language: str) -> dict[str, str]:
    """How many rows of funding the activity has, and from where to where they are: to the end of
    the sheet if they do not stand together. Thousands of activities that each look through all
    rows for each amount take minutes.
    """
    numbers, number = column(FUNDING, "id", language), _cell("id", language)
    first, count = _cell("first-entry", language), _cell("entries", language)
    last = f"{first}+{count}-1"
    together = f"COUNTIF(INDEX({numbers},{first}):INDEX({numbers},{last}),{number})={count}"
    return {
        "first-entry": f'=IFERROR(MATCH({number},{numbers},0),"")',
        "entries": f"=COUNTIF({numbers},{number})",
        "last-entry": f'=IF({first}="","",IF({together},{last},ROWS({numbers})))',
    }


def _sources(language: str) -> str:
    """The names of the sources that anything came from."""
    names = "&".join(
        f'IF(COUNT({_cells_of(each, language)})=0,"",", {word(f"source-{each.value}", language)}")'
        for each in FundingSource
    )
    return f"=MID({names},3,100)"


def _cells_of(source: FundingSource, language: str) -> str:
    return ",".join(_cell(_given_key(source, each), language) for each in Currency)


def _given_key(source: FundingSource, currency: Currency) -> str:
    return money_column(f"funding-{source.value}", currency)


def _cell(key: str, language: str) -> str:
    return same_row(ACTIVITIES, key, language)


def _sum(funding: list[Funding]) -> Decimal:
    return sum((each.amount.decimal for each in funding), Decimal(0))
