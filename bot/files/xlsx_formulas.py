"""The formula that makes a figure out of the sheet of activities."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.activities.money import Currency
from bot.files.columns import money_column
from bot.files.wording import NOTHING, around
from bot.files.xlsx_labels import Labels
from bot.files.xlsx_tables import ACTIVITIES, COUNTRIES, IN_PERIOD, column
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
    Measure.COUNTRIES: "countries",
}
_ANY_NUMBER, _ANY_TEXT = '">=0"', '"?*"'

Choices = list[list[str]]
"""For each kind that is selected, or for all at once: columns and what they must hold, in turns."""


class Formulas:
    """Formulas for a report in ``language``, whose rows bear these labels."""

    def __init__(self, labels: Labels, language: str) -> None:
        self._labels = labels
        self._language = language

    def of(self, figure: Figure, *, before: bool = False) -> str | None:
        """The formula, of the year before if ``before``; None for what no formula can tell: money
        without a currency, or more kinds than a formula has room for.
        """
        if _lacks_currency(figure):
            return None
        return _short_enough(f"={self._formula(figure, before)}")

    def behind(self, figure: Figure, *, before: bool = False) -> str | None:
        """How many activities the number is made of; None as above."""
        if _lacks_currency(figure):
            return None
        return _short_enough(f"={self._told(figure, before)}")

    def coverage(self, figure: Figure) -> str | None:
        """How many of how many activities tell it, as ``wording.coverage_words``; None as above."""
        if _lacks_currency(figure):
            return None
        first, between, last = map(_quoted, around("file-coverage", self._language, "told", "all"))
        told, all_ = self._told(figure, False), self._all(figure, False)
        return _short_enough(f'=IF({all_}=0,"",{first}&({told})&{between}&({all_})&{last})')

    def _formula(self, figure: Figure, before: bool) -> str:
        told = self._told(figure, before)
        if figure.measure in _COUNTS:
            return told
        missing = _quoted(say("file-missing", self._language))
        unknown = f"IF({self._untold(figure, before)},{missing},{_quoted(NOTHING)})"
        if figure.measure is Measure.EXTERNAL_SHARE:
            base = self._summed(figure, before, "share-base")
            external = self._summed(figure, before, "external")
            return f"IF({base}=0,{unknown},({external})/({base}))"
        return f"IF({told}=0,{unknown},{self._total(figure, before)})"

    def _total(self, figure: Figure, before: bool) -> str:
        choices = self._choices(figure, before)
        if figure.measure is Measure.COUNTRIES:
            return self._countries(choices)
        if figure.measure in _NUMBERS:
            return _sum(self._column(_NUMBERS[figure.measure]), choices)
        # Spreadsheets add binary fractions; whole öre and cents come out of that again.
        return f"ROUND({self._summed(figure, before, _money_key(figure))},2)"

    def _summed(self, figure: Figure, before: bool, key: str) -> str:
        """The sum of an amount of each activity in the figure's currency; of what others gave,
        where it has a part in the share.
        """
        choices = self._choices(figure, before)
        if key == "external":
            base = self._money("share-base", figure.currency)
            choices = [[*each, base, _ANY_NUMBER] for each in choices]
        return _sum(self._money(key, figure.currency), choices)

    def _all(self, figure: Figure, before: bool) -> str:
        """How many activities there are to tell it."""
        return _count(self._choices(_of_any_source(figure), before))

    def _untold(self, figure: Figure, before: bool) -> str:
        """Whether, as there is no number, they have left it out: ``Figure.untold``."""

        def told(measure: Measure, currency: Currency | None) -> str:
            alike = {"measure": measure, "currency": currency}
            return self._told(_of_any_source(figure).model_copy(update=alike), before)

        any_ = f"{self._all(figure, before)}>0"
        in_any = "+".join(told(figure.measure, each) for each in Currency)
        match figure.measure:
            case Measure.COST:
                return f"AND({any_},{in_any}=0)"
            case Measure.FUNDING:
                return f"AND({any_},{told(Measure.WITH_FUNDING, None)}=0)"
            case Measure.EXTERNAL_SHARE:
                outside = told(Measure.OUTSIDE_SHARE, figure.currency)
                return f"OR({outside}>0,AND({any_},{in_any}=0))"
            case _:
                return any_

    def _told(self, figure: Figure, before: bool) -> str:
        """How many activities tell it."""
        choices = self._choices(figure, before)

        def telling(column: str, what: str = _ANY_NUMBER) -> str:
            return _count([[*each, column, what] for each in choices])

        match figure.measure:
            case Measure.PARTICIPANTS | Measure.YOUNG:
                return telling(self._column(_NUMBERS[figure.measure]))
            case (
                Measure.WITH_FUNDING | Measure.WITH_EFFECTS | Measure.WITH_GOALS | Measure.COUNTRIES
            ):
                return telling(self._column(_TEXTS[figure.measure]), _ANY_TEXT)
            case Measure.COST | Measure.FUNDING | Measure.EXTERNAL_SHARE:
                return telling(self._money(_money_key(figure), figure.currency))
            case Measure.OUTSIDE_SHARE:
                funded, shared = (
                    telling(self._money(key, figure.currency)) for key in ("funding", "share-base")
                )
                return f"{funded}-({shared})"
            case Measure.ACTIVITIES:
                return _count(choices)

    def _countries(self, choices: Choices) -> str:
        """How many of the countries in the list occur, without the municipality's own."""
        code, name = (column(COUNTRIES, key, self._language) for key in ("country-code", "country"))
        search = self._column("country-search")
        occurring = _count([[*each, search, f'"*; "&{name}&";*"'] for each in choices])
        return f"SUMPRODUCT(({occurring}>0)*({code}<>{_quoted(HOME_COUNTRY)}))"

    def _choices(self, figure: Figure, before: bool) -> Choices:
        """The criteria of each kind that is selected, or of all at once; none for no kinds."""
        marked = _quoted(say("file-in-period", self._language))
        criteria = [self._column(IN_PERIOD[before]), marked, *self._criteria(figure)]
        if figure.selection.kinds is None:
            return [criteria]
        kinds = self._column("kind")
        return [
            [kinds, criterion(self._labels.kinds[kind]), *criteria]
            for kind in dict.fromkeys(figure.selection.kinds)
        ]

    def _criteria(self, figure: Figure) -> Iterator[str]:
        """Columns and what they must hold, in turns."""
        selection, labels = figure.selection, self._labels
        if selection.unit is not None:
            yield from (self._column("unit"), criterion(labels.units[selection.unit]))
        if selection.country is not None:
            name = _escaped(labels.country(selection.country))
            yield from (self._column("country-search"), _quoted(f"*; {name};*"))
        if selection.goal is not None:
            yield from (self._column("goal-codes"), _quoted(f"*{labels.goals[selection.goal]}*"))
        if selection.undertaking is not None:
            name = labels.undertaking(selection.undertaking)
            yield from (self._column("belongs"), criterion(name))
        if selection.source is not None:
            name = say(f"file-source-{selection.source.value}", self._language)
            yield from (self._column("sources"), _quoted(f"*{name}*"))

    def _money(self, key: str, currency: Currency | None) -> str:
        return self._column(money_column(key, currency)) if currency else ""

    def _column(self, key: str) -> str:
        return column(ACTIVITIES, key, self._language)


def _lacks_currency(figure: Figure) -> bool:
    return figure.measure in _OF_MONEY and figure.currency is None


def _money_key(figure: Figure) -> str:
    """The column, without its currency, of the money that a figure is about."""
    match figure.measure, figure.selection.source:
        case Measure.COST, _:
            return "cost"
        case Measure.EXTERNAL_SHARE, _:
            return "share-base"
        case _, None:
            return "funding"
        case _, source:
            return f"funding-{source.value}"


def _of_any_source(figure: Figure) -> Figure:
    selection = figure.selection.model_copy(update={"source": None})
    return figure.model_copy(update={"selection": selection})


def criterion(label: str) -> str:
    """A label as a criterion that it alone meets."""
    escaped = _escaped(label)
    return _quoted(escaped if escaped[:1].isalpha() else f"={escaped}")


def _escaped(label: str) -> str:
    return label.replace("~", "~~").replace("*", "~*").replace("?", "~?")


def _short_enough(formula: str) -> str | None:
    return formula if len(formula) <= _LONGEST_FORMULA else None


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _count(choices: Choices) -> str:
    return "+".join(f"COUNTIFS({','.join(each)})" for each in choices) or "0"


def _sum(column: str, choices: Choices) -> str:
    return "+".join(f"SUMIFS({','.join([column, *each])})" for each in choices) or "0"
