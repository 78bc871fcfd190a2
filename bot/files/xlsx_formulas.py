"""The formula that makes a figure out of the sheets of activities and of funding."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.activities.activity import FundingSource
from bot.domain.activities.money import Currency
from bot.files.columns import money_column
from bot.files.wording import NOTHING, around
from bot.files.xlsx_labels import Labels
from bot.services.activities.concerns import HOME_COUNTRY
from bot.services.reports.selection import Figure, Measure
from knowledge.texts.catalogue import say

_LONGEST_FORMULA = 8_000
"""Characters; Excel takes 8,192
(https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3).
"""

_OF_MONEY = frozenset(
    {Measure.COST, Measure.FUNDING, Measure.EXTERNAL_SHARE, Measure.OUTSIDE_SHARE}
)
_COUNTS = frozenset(
    {
        Measure.ACTIVITIES,
        Measure.OUTSIDE_SHARE,
        Measure.WITH_FUNDING,
        Measure.WITH_EFFECTS,
        Measure.WITH_GOALS,
    }
)
_NUMBERS = {Measure.PARTICIPANTS: "participants", Measure.YOUNG: "young"}
_TEXTS = {
    Measure.WITH_FUNDING: "sources",
    Measure.WITH_EFFECTS: "effects",
    Measure.WITH_GOALS: "goal-codes",
}
_ANY_NUMBER, _ANY_TEXT = '">=0"', '"?*"'

Choices = list[list[str]]
"""For each kind that is selected, or for all at once: columns and what they must hold, in turns."""


class Formulas:
    """Formulas for a report in ``language``, whose rows bear these labels."""

    def __init__(self, labels: Labels, language: str) -> None:
        self._labels = labels
        self._language = language
        self.activities = say("file-sheet-activities", language)
        self.funding = say("file-sheet-funding", language)
        self.country_list = say("file-table-country-list", language)

    def of(self, figure: Figure, *, before: bool = False) -> str | None:
        """The formula, of the year before if ``before``; None for what no formula can tell: money
        without a currency, or more kinds than a formula has room for.
        """
        if figure.measure in _OF_MONEY and figure.currency is None:
            return None
        return _short_enough(f"={self._formula(figure, before)}")

    def coverage(self, figure: Figure) -> str | None:
        """How many of how many activities tell it, as ``wording.coverage_words``; None as above."""
        if figure.measure in _OF_MONEY and figure.currency is None:
            return None
        first, between, last = map(_quoted, around("file-coverage", self._language, "told", "all"))
        told, all_ = self._told(figure, False), self._all(figure, False)
        return _short_enough(f'=IF({all_}=0,"",{first}&({told})&{between}&({all_})&{last})')

    def _formula(self, figure: Figure, before: bool) -> str:
        told = self._told(figure, before)
        if figure.measure in _COUNTS:
            return told
        missing = _quoted(say("file-missing", self._language))
        untold = f"IF({self._untold(figure, before)}=0,{_quoted(NOTHING)},{missing})"
        if figure.measure is Measure.EXTERNAL_SHARE:
            base = self._summed(figure, before, "share-base")
            external = self._summed(figure, before, "external")
            return f"IF({base}=0,{untold},({external})/({base}))"
        if figure.measure is Measure.COUNTRIES:
            count = self._countries(self._choices(figure, self.activities, before))
            return f"IF({told}=0,{untold},{count})"
        return f"IF({told}=0,{untold},{self._total(figure, before)})"

    def _total(self, figure: Figure, before: bool) -> str:
        if figure.currency is None or figure.measure in _NUMBERS:
            column = self._column(self.activities, _NUMBERS[figure.measure])
            return _sum(column, self._choices(figure, self.activities, before))
        if figure.measure is Measure.COST:
            total = self._summed(figure, before, "cost")
        else:
            choices = self._choices(figure, self.funding, before)
            total = _sum(self._column(self.funding, "amount"), choices)
        # Spreadsheets add binary fractions; whole öre and cents come out of that again.
        return f"ROUND({total},2)"

    def _summed(self, figure: Figure, before: bool, key: str) -> str:
        """The sum of an amount of each activity in the figure's currency; of what others gave,
        where it has a part in the share.
        """
        choices = self._choices(figure, self.activities, before)
        if key == "external":
            base = self._money("share-base", figure.currency)
            choices = [[*each, base, _ANY_NUMBER] for each in choices]
        return _sum(self._money(key, figure.currency), choices)

    def _all(self, figure: Figure, before: bool) -> str:
        """How many activities there are to tell it."""
        selection = figure.selection.model_copy(update={"source": None})
        any_source = figure.model_copy(update={"selection": selection})
        return _count(self._choices(any_source, self.activities, before))

    def _untold(self, figure: Figure, before: bool) -> str:
        """How many of them say nothing of it in any currency."""
        selection = figure.selection.model_copy(update={"source": None})
        alike = figure.model_copy(update={"selection": selection})

        def told(measure: Measure, currency: Currency | None) -> str:
            as_told = alike.model_copy(update={"measure": measure, "currency": currency})
            return self._told(as_told, before)

        match figure.measure:
            case Measure.COST:
                tell = "+".join(told(figure.measure, each) for each in Currency)
            case Measure.FUNDING:
                tell = told(Measure.WITH_FUNDING, None)
            case Measure.EXTERNAL_SHARE:
                outside = told(Measure.OUTSIDE_SHARE, figure.currency)
                tell = f"{told(Measure.WITH_FUNDING, None)}-({outside})"
            case _:
                tell = told(figure.measure, None)
        return f"{self._all(figure, before)}-({tell})"

    def _told(self, figure: Figure, before: bool) -> str:
        """How many activities tell it."""
        choices = self._choices(figure, self.activities, before)

        def telling(column: str, what: str = _ANY_NUMBER) -> str:
            return _count([[*each, column, what] for each in choices])

        match figure.measure:
            case Measure.PARTICIPANTS | Measure.YOUNG:
                return telling(self._column(self.activities, _NUMBERS[figure.measure]))
            case Measure.WITH_FUNDING | Measure.WITH_EFFECTS | Measure.WITH_GOALS:
                return telling(self._column(self.activities, _TEXTS[figure.measure]), _ANY_TEXT)
            case Measure.COST:
                return telling(self._money("cost", figure.currency))
            case Measure.FUNDING:
                source = figure.selection.source
                key = f"funding-{source.value}" if source else "external"
                return telling(self._money(key, figure.currency))
            case Measure.EXTERNAL_SHARE:
                return telling(self._money("share-base", figure.currency))
            case Measure.OUTSIDE_SHARE:
                funded, shared = (
                    telling(self._money(key, figure.currency)) for key in ("external", "share-base")
                )
                return f"{funded}-({shared})"
            case Measure.COUNTRIES:
                return telling(self._column(self.activities, "country-codes"), _ANY_TEXT)
            case Measure.ACTIVITIES:
                return _count(choices)

    def _countries(self, choices: Choices) -> str:
        """How many of the countries in the list occur, without the municipality's own."""
        codes = self._column(self.activities, "country-codes")
        listed = self._column(self.country_list, "country-code")
        occurring = _count([[*each, codes, f'"*"&{listed}&"*"'] for each in choices])
        return f"SUMPRODUCT(({occurring}>0)*({listed}<>{_quoted(HOME_COUNTRY)}))"

    def _choices(self, figure: Figure, table: str, before: bool) -> Choices:
        """The criteria of each kind that is selected, or of all at once; none for no kinds."""
        word = say(f"file-period-{'before' if before else 'now'}", self._language)
        criteria = [self._column(table, "period"), _quoted(word), *self._criteria(figure, table)]
        if figure.selection.kinds is None:
            return [criteria]
        column = self._column(table, "kind")
        return [
            [column, criterion(self._labels.kinds[kind]), *criteria]
            for kind in dict.fromkeys(figure.selection.kinds)
        ]

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

    def _money(self, key: str, currency: Currency | None) -> str:
        return self._column(self.activities, money_column(key, currency)) if currency else ""

    def _column(self, table: str, key: str) -> str:
        return f"{table}[{say(f'file-column-{key}', self._language)}]"


def criterion(label: str) -> str:
    """A label as a criterion that it alone meets."""
    escaped = label.replace("~", "~~").replace("*", "~*").replace("?", "~?")
    return _quoted(escaped if escaped[:1].isalpha() else f"={escaped}")


def _short_enough(formula: str) -> str | None:
    return formula if len(formula) <= _LONGEST_FORMULA else None


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _count(choices: Choices) -> str:
    return "+".join(f"COUNTIFS({','.join(each)})" for each in choices) or "0"


def _sum(column: str, choices: Choices) -> str:
    return "+".join(f"SUMIFS({','.join([column, *each])})" for each in choices) or "0"
