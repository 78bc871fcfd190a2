"""The formula that makes a figure out of the sheets of activities and of funding."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.activities.activity import FundingSource
from bot.files.columns import money_column
from bot.files.xlsx_labels import Labels
from bot.services.reports.selection import Figure, Measure
from knowledge.texts.catalogue import say

_LONGEST_FORMULA = 8_000
"""Characters; Excel takes 8,192
(https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3).
"""

_OF_FUNDING = frozenset({Measure.FUNDING, Measure.EXTERNAL_SHARE})
_SUMMED = {Measure.PARTICIPANTS: "participants", Measure.YOUNG: "young"}


class Formulas:
    """Formulas for a report in ``language``, whose rows bear these labels."""

    def __init__(self, labels: Labels, language: str) -> None:
        self._labels = labels
        self._language = language
        self._missing = _quoted(say("file-missing", language))
        self.activities = say("file-sheet-activities", language)
        self.funding = say("file-sheet-funding", language)
        self.country_list = say("file-table-country-list", language)

    def of(self, figure: Figure) -> str | None:
        """The formula; None for what no formula can tell: money without a currency, or more kinds
        than a formula has room for.
        """
        if figure.measure in {Measure.COST, *_OF_FUNDING} and figure.currency is None:
            return None
        formula = f"={self._formula(figure)}"
        return formula if len(formula) <= _LONGEST_FORMULA else None

    def _formula(self, figure: Figure) -> str:
        choices = list(self._choices(figure))
        match figure.measure:
            case Measure.ACTIVITIES:
                return self._counted(choices)
            case Measure.COUNTRIES:
                return self._countries(choices)
            case Measure.EXTERNAL_SHARE:
                return self._external_share(choices)
            case Measure.FUNDING:
                summed = self._column(self.funding, "amount")
            case Measure.COST:
                key = money_column("cost", figure.currency) if figure.currency else ""
                summed = self._column(self.activities, key)
            case Measure.PARTICIPANTS | Measure.YOUNG:
                summed = self._column(self.activities, _SUMMED[figure.measure])
        told = _count([[*each, summed, '">=0"'] for each in choices])
        total = _sum(summed, choices)
        if figure.currency:
            # Spreadsheets add binary fractions; whole öre and cents come out of that again.
            total = f"ROUND({total},2)"
        return f"IF({told}=0,{self._missing},{total})"

    def _counted(self, choices: list[list[str]]) -> str:
        if choices == [[]]:
            return f"COUNT({self._column(self.activities, 'id')})"
        return _count(choices)

    def _countries(self, choices: list[list[str]]) -> str:
        """How many of the countries in the list occur; none told is missing."""
        codes = self._column(self.activities, "country-codes")
        each_code = f'"*"&{self._column(self.country_list, "country-code")}&"*"'
        occurring = _count([[*each, codes, each_code] for each in choices])
        count = f"SUMPRODUCT(1*({occurring}>0))"
        return f"IF({count}=0,{self._missing},{count})"

    def _external_share(self, choices: list[list[str]]) -> str:
        amounts, sources = (self._column(self.funding, key) for key in ("amount", "source"))
        own = _quoted(f"<>{say('file-source-own', self._language)}")
        whole = _sum(amounts, choices)
        external = _sum(amounts, [[*each, sources, own] for each in choices])
        return f"IF({whole}=0,{self._missing},({external})/({whole}))"

    def _choices(self, figure: Figure) -> Iterator[list[str]]:
        """The criteria of each kind that is selected, or of all at once; none for no kinds."""
        table = self.funding if figure.measure in _OF_FUNDING else self.activities
        criteria = list(self._criteria(figure, table))
        if figure.selection.kinds is None:
            yield criteria
            return
        column = self._column(table, "kind")
        for kind in dict.fromkeys(figure.selection.kinds):
            yield [column, criterion(self._labels.kinds[kind]), *criteria]

    def _criteria(self, figure: Figure, table: str) -> Iterator[str]:
        """Columns and what they must hold, in turns."""
        selection, labels = figure.selection, self._labels
        if table == self.funding and figure.currency:
            yield from (self._column(table, "currency"), _quoted(figure.currency.value))
        if selection.unit is not None:
            yield from (self._column(table, "unit"), criterion(labels.units[selection.unit]))
        if selection.country is not None:
            yield from (self._column(table, "country-codes"), _quoted(f"*{selection.country}*"))
        if selection.goal is not None:
            code = labels.goals[selection.goal]
            yield from (self._column(table, "goal-codes"), _quoted(f"*{code}*"))
        if selection.undertaking is not None:
            name = labels.undertaking(selection.undertaking)
            yield from (self._column(table, "belongs"), criterion(name))
        if selection.source is not None:
            yield from self._source(table, selection.source)

    def _source(self, table: str, source: FundingSource) -> Iterator[str]:
        name = say(f"file-source-{source.value}", self._language)
        if table == self.funding:
            yield from (self._column(table, "source"), _quoted(name))
        else:
            yield from (self._column(table, "sources"), _quoted(f"*{name}*"))

    def _column(self, table: str, key: str) -> str:
        return f"{table}[{say(f'file-column-{key}', self._language)}]"


def criterion(label: str) -> str:
    """A label as a criterion that it alone meets."""
    escaped = label.replace("~", "~~").replace("*", "~*").replace("?", "~?")
    return _quoted(escaped if escaped[:1].isalpha() else f"={escaped}")


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _count(choices: list[list[str]]) -> str:
    return "+".join(f"COUNTIFS({','.join(each)})" for each in choices) or "0"


def _sum(column: str, choices: list[list[str]]) -> str:
    if choices == [[]]:
        return f"SUM({column})"
    return "+".join(f"SUMIFS({','.join([column, *each])})" for each in choices) or "0"
