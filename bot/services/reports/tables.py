"""Figures as lines and tables: of each unit, kind, country, source of money and network.

Each table first puts the activities into groups, so that a figure looks at its own ones only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from bot.domain.activities.activity import Activity, FundingSource
from bot.domain.activities.money import Currency
from bot.services.reports.material import Material
from bot.services.reports.measuring import figure
from bot.services.reports.naming import Names, capitalised
from bot.services.reports.report import Line, Table
from bot.services.reports.selection import Figure, Measure, Selection, undertaking_of
from bot.services.reports.unit_tree import below_parents


class Column(NamedTuple):
    """What a column tells; ``source`` narrows it to money from there."""

    measure: Measure
    currency: Currency | None = None
    source: FundingSource | None = None

    def label(self, names: Names) -> str:
        """Its heading."""
        key = f"report-source-{self.source}" if self.source else f"report-{self.measure}"
        label = names.say(key.replace("_", "-"))
        if self.currency is None:
            return label
        return names.say(f"report-in-{self.currency.lower()}", label=label)

    def figure(
        self, selection: Selection, activities: Iterable[Activity], earlier: Iterable[Activity]
    ) -> Figure:
        """Its figure over a selection of activities."""
        source = self.source or selection.source
        return figure(
            self.measure,
            selection.model_copy(update={"source": source}),
            activities,
            earlier,
            self.currency,
        )


PEOPLE = (Column(Measure.ACTIVITIES), Column(Measure.PARTICIPANTS), Column(Measure.YOUNG))


def money_columns(material: Material) -> tuple[Column, ...]:
    """Cost, funding and external share, in each currency that occurs."""
    money = (Measure.COST, Measure.FUNDING, Measure.EXTERNAL_SHARE)
    return tuple(Column(measure, each) for each in material.currencies for measure in money)


def share_columns(material: Material) -> tuple[Column, ...]:
    """Funding and external share, in each currency that occurs."""
    return tuple(each for each in money_columns(material) if each.measure is not Measure.COST)


def source_columns(material: Material) -> tuple[Column, ...]:
    """The same, with what came from each source between them, and what stands outside the share."""
    given = {
        (each.amount.currency, each.source)
        for activity in (*material.activities, *material.earlier)
        for each in activity.content.funding
    }
    return tuple(
        column
        for currency in material.currencies
        for column in (
            Column(Measure.FUNDING, currency),
            *(
                Column(Measure.FUNDING, currency, source)
                for source in FundingSource
                if (currency, source) in given
            ),
            Column(Measure.EXTERNAL_SHARE, currency),
            Column(Measure.OUTSIDE_SHARE, currency),
        )
    )


class Group(NamedTuple):
    """What one line of a table is about."""

    label: str
    selection: Selection
    activities: Sequence[Activity]
    earlier: Sequence[Activity]


Keys = Callable[[Activity], Iterable[str]]
Grouped = dict[str, tuple[list[Activity], list[Activity]]]


def by_unit(material: Material) -> list[Group]:
    """A group for each unit, below that of the one it belongs to: of the closed ones, only where
    there are activities.
    """
    found = _grouped(material, lambda each: (each.content.unit,))
    units = [
        each.id for each in below_parents(material.units) if not each.closed or each.id in found
    ]
    return _groups(material, found, _with_others(units, found), "unit", material.names.unit)


def by_kind(material: Material) -> list[Group]:
    """A group for each kind that the material may hold."""
    found = _grouped(material, lambda each: (each.content.kind,))
    kinds = material.selection.kinds or tuple(material.kinds)
    return [
        Group(
            capitalised(material.names.kind(kind)),
            material.selection.model_copy(update={"kinds": (kind,)}),
            *found.get(kind, ([], [])),
        )
        for kind in _with_others(kinds, found)
    ]


def by_country(material: Material) -> list[Group]:
    """A group for each country, those with most activities first."""
    found = _grouped(material, lambda each: dict.fromkeys(each.content.countries))
    name = material.names.country
    return _groups(material, found, _most_first(found, name), "country", name)


def by_undertaking(material: Material) -> list[Group]:
    """A group for each agreement, project or network, those with most activities first."""
    written: dict[str, str] = {}
    for each in (*material.activities, *material.earlier):
        undertaking = undertaking_of(each.content)
        written.setdefault(undertaking.casefold(), undertaking)
    found = _grouped(material, lambda each: (written[undertaking_of(each.content).casefold()],))
    return _groups(material, found, _most_first(found, str), "undertaking", str)


def by_source(material: Material) -> list[Group]:
    """A group for each source that any money came from."""
    found = _grouped(material, lambda each: {funding.source for funding in each.content.funding})
    return [
        Group(
            material.names.say(f"report-source-{each}"),
            material.selection.model_copy(update={"source": each}),
            material.activities,
            material.earlier,
        )
        for each in FundingSource
        if each in found
    ]


def lines(groups: Iterable[Group], columns: Sequence[Column]) -> tuple[Line, ...]:
    """The figures of each group."""
    return tuple(
        Line(
            label=group.label,
            figures=tuple(
                each.figure(group.selection, group.activities, group.earlier) for each in columns
            ),
        )
        for group in groups
    )


def whole(material: Material, columns: Sequence[Column]) -> tuple[Line, ...]:
    """A line for each column, over all activities of the material."""
    return tuple(
        Line(
            label=each.label(material.names),
            figures=(each.figure(material.selection, material.activities, material.earlier),),
        )
        for each in columns
    )


def tables(material: Material, what: str, groups: Sequence[Group]) -> tuple[Table, ...]:
    """What groups did, and under it their money, where any is told. ``what`` names the texts:
    "unit", "kind", "country", "undertaking" or "goal".
    """
    made = table(material, what, groups, PEOPLE)
    title = material.names.say("report-money", title=made.title)
    money = told_only(table(material, what, groups, money_columns(material)))
    return (made, money.model_copy(update={"title": title})) if money.lines else (made,)


def table(
    material: Material, what: str, groups: Sequence[Group], columns: Sequence[Column]
) -> Table:
    """A table of groups, with all activities of the material in its last line."""
    names = material.names
    everything = Group(
        names.say("report-all"), material.selection, material.activities, material.earlier
    )
    return Table(
        title=capitalised(names.say(f"report-by-{what}")),
        first_column=names.say(f"report-{what}"),
        columns=tuple(each.label(names) for each in columns),
        lines=lines(groups, columns),
        total=lines([everything], columns)[0],
    )


def told_only(made: Table) -> Table:
    """Without the lines that tell nothing, neither now nor of the year before."""
    told = [
        line
        for line in made.lines
        if any(each.number is not None or each.before is not None for each in line.figures)
    ]
    return made.model_copy(update={"lines": tuple(told)})


def _grouped(material: Material, keys: Keys) -> Grouped:
    """The activities of now and of the year before, under each of their keys."""
    found: Grouped = {}
    for place, activities in enumerate((material.activities, material.earlier)):
        for each in activities:
            for key in keys(each):
                found.setdefault(key, ([], []))[place].append(each)
    return found


def _groups(
    material: Material,
    found: Grouped,
    order: Iterable[str],
    field: str,
    name: Callable[[str], str],
) -> list[Group]:
    return [
        Group(
            name(key),
            material.selection.model_copy(update={field: key}),
            *found.get(key, ([], [])),
        )
        for key in order
    ]


def _with_others(known: Sequence[str], found: Grouped) -> list[str]:
    """What is known, in its order, and what activities name besides."""
    return [*known, *sorted(found.keys() - set(known))]


def _most_first(found: Grouped, name: Callable[[str], str]) -> list[str]:
    return sorted(found, key=lambda key: (-len(found[key][0]), name(key).casefold()))
