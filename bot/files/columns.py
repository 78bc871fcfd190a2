"""The columns of a table of activities, the same in Excel and CSV.

Their names in Swedish and English are those that a file of activities may have when it is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache

from bot.domain.activities.activity import LONGEST_REASON, Activity, FundingSource
from bot.domain.activities.money import Currency
from bot.files.wording import before_key
from bot.services.activities.fundings import fundings_written
from bot.services.reports.report import ActivityRow, Report
from knowledge.model import Citation, Value
from knowledge.texts.catalogue import say
from knowledge.wording import citation_line

Cell = str | int | Decimal | date | None
"""A cell: None is a blank one; a Decimal is money in kronor or euros."""


class Column(Value):
    """A column: its key in the catalogue, and what it holds of an activity in a language."""

    key: str
    cell: Callable[[ActivityRow, str], Cell]

    def title(self, language: str) -> str:
        """Its name."""
        return say(f"file-column-{self.key}", language)


def rows_by_period(report: Report) -> Iterator[tuple[str, ActivityRow]]:
    """The rows of the period and of the year before, each with the word for which it is of. One
    that goes on over both has a row of each.
    """
    before = before_key("before", report)
    for key, rows in (("now", report.rows), (before, report.earlier_rows)):
        yield from ((word(f"period-{key}", report.language), row) for row in rows)


@lru_cache(maxsize=64)
def word(key: str, language: str) -> str:
    """A word that stands in many rows: looking it up each time takes most of the time."""
    return say(f"file-{key}", language)


@lru_cache(maxsize=256)
def goal_place(goal: Citation, language: str) -> str:
    """Where a goal stands; many activities serve the same."""
    return citation_line(goal, language)


def money_column(key: str, currency: Currency) -> str:
    """The key of the column of ``key`` ("cost", or "funding-own") in a currency."""
    return f"{key}-{currency.value.lower()}"


def source_names(activity: Activity, language: str) -> str:
    """The sources of its funding, each once."""
    told = {each.source for each in activity.content.funding}
    return ", ".join(
        word(f"source-{each.value}", language) for each in FundingSource if each in told
    )


def _cost(currency: Currency) -> Column:
    def cell(row: ActivityRow, _language: str) -> Cell:
        cost = row.activity.content.cost
        return cost.decimal if cost and cost.currency is currency else None

    return Column(key=money_column("cost", currency), cell=cell)


def _funding(source: FundingSource, currency: Currency) -> Column:
    def cell(row: ActivityRow, _language: str) -> Cell:
        told = [
            each.amount.decimal
            for each in row.activity.content.funding
            if each.source is source and each.amount.currency is currency
        ]
        return sum(told, Decimal(0)) if told else None

    return Column(key=money_column(f"funding-{source.value}", currency), cell=cell)


def _givers(row: ActivityRow, _language: str) -> Cell:
    names = (each.name for each in row.activity.content.funding)
    return "; ".join(dict.fromkeys(filter(None, names)))


def _funding_items(row: ActivityRow, language: str) -> Cell:
    """Each by itself, as an import reads it: the sums of the other columns do not tell whose."""
    return fundings_written(row.activity.content.funding, language)


def _reasons(row: ActivityRow, _language: str) -> Cell:
    """Why warnings were set aside, as far as the cell that an import reads can hold it."""
    told = "; ".join(dict.fromkeys(each.reason for each in row.activity.content.overrides))
    return told[:LONGEST_REASON]


def _partners(row: ActivityRow, _language: str) -> Cell:
    """A comma is part of a name where there is a semicolon."""
    names = row.activity.content.partners
    return "; ".join(names) + (";" if len(names) == 1 and "," in names[0] else "")


def _last_day(row: ActivityRow, language: str) -> Cell:
    return row.activity.content.dates.last or word("running", language)


def _participants(row: ActivityRow, _language: str) -> Cell:
    people = row.activity.content.participants
    return people.total if people else None


def _young(row: ActivityRow, _language: str) -> Cell:
    people = row.activity.content.participants
    return people.young if people else None


def _goals(row: ActivityRow, language: str) -> Cell:
    goals = row.activity.content.goals
    return "; ".join(
        f"{' '.join(each.quote.split())} ({goal_place(each, language)})" for each in goals
    )


def _status(row: ActivityRow, language: str) -> Cell:
    return word(f"status-{row.activity.status.value}", language)


def _column(key: str, cell: Callable[[ActivityRow], Cell]) -> Column:
    """A column that is the same in every language."""
    return Column(key=key, cell=lambda row, _language: cell(row))


def _columns() -> Iterator[Column]:
    yield _column("id", lambda row: row.activity.id)
    yield _column("title", lambda row: row.activity.content.title)
    yield _column("kind", lambda row: row.kind)
    yield _column("unit", lambda row: row.unit)
    yield _column("first", lambda row: row.activity.content.dates.first)
    yield Column(key="last", cell=_last_day)
    yield _column("done", lambda row: row.activity.content.done)
    yield Column(key="partners", cell=_partners)
    yield _column("cities", lambda row: "; ".join(row.activity.content.cities))
    yield _column("countries", lambda row: "; ".join(row.countries))
    yield _column("country-codes", lambda row: ", ".join(row.activity.content.countries))
    yield _column("agreement", lambda row: row.activity.content.agreement)
    yield Column(key="participants", cell=_participants)
    yield Column(key="young", cell=_young)
    yield from map(_cost, Currency)
    yield from (_funding(source, currency) for source in FundingSource for currency in Currency)
    yield Column(key="sources", cell=lambda row, language: source_names(row.activity, language))
    yield Column(key="givers", cell=_givers)
    yield Column(key="funding-items", cell=_funding_items)
    yield Column(key="goals", cell=_goals)
    yield _column("effects", lambda row: row.activity.content.effects)
    yield _column("link", lambda row: _text(row.activity.content.link))
    yield Column(key="reason", cell=_reasons)
    yield Column(key="status", cell=_status)
    yield _column("logged-by", lambda row: row.activity.logged_by)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


COLUMNS = tuple(_columns())
"""In the order in which they stand."""
